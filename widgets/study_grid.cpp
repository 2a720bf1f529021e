#include "widgets/study_grid.h"

#include "widgets/study_marks.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QStyledItemDelegate>

namespace neuraxis {

namespace {

constexpr int margin = 7, kindWidth = 20, kindHeight = 16, monthsWidth = 42, qualityWidth = 14;

/// Paints group, quality and visits with their signs, the rest as text.
class GridDelegate : public QStyledItemDelegate {
  public:
    GridDelegate(const StudyModel& model, QObject* parent) : QStyledItemDelegate(parent), model(model) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& cell) const override {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setFont(option.font);
        const QPalette& palette = option.palette;
        const bool selected = option.state & QStyle::State_Selected;
        if (selected) painter->fillRect(option.rect, palette.color(QPalette::Light));
        if (selected && cell.column() == StudyModel::Name)
            painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())),
                              palette.color(QPalette::Link));
        painter->setPen(palette.color(QPalette::Text));
        QRect text = option.rect.adjusted(margin, 0, -margin, 0);
        const QPointF mark(text.left() + 5, option.rect.center().y() + 1);
        const CohortIndex::Row& row = model.participant(cell.row());
        if (cell.column() >= StudyModel::FirstVisit) {
            if (const CohortIndex::VisitRow* visit = model.visit(cell)) paintVisit(*painter, *visit, option);
            painter->restore();
            return;
        }
        if (cell.column() == StudyModel::Group) {
            paintGroupDot(*painter, mark, model.index()->groupOf(row).colour);
            text.setLeft(text.left() + 16);
        } else if (cell.column() == StudyModel::Quality) {
            paintQuality(*painter, mark + QPointF(1, 0), 6.5, row.quality);
            text.setLeft(text.left() + 18);
        }
        const bool isQuiet = cell.column() == StudyModel::Quality && row.quality.isEmpty();
        painter->setPen(palette.color(isQuiet ? QPalette::PlaceholderText : QPalette::Text));
        const int alignment = cell.column() == StudyModel::Age ? Qt::AlignRight : Qt::AlignLeft;
        painter->drawText(text, alignment | Qt::AlignVCenter,
                          option.fontMetrics.elidedText(cell.data().toString(), Qt::ElideRight, text.width()));
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& cell) const override {
        if (cell.column() >= StudyModel::FirstVisit) return {visitWidth(), option.fontMetrics.height() + 10};
        const int sign = cell.column() == StudyModel::Group || cell.column() == StudyModel::Quality ? 18 : 0;
        return {option.fontMetrics.horizontalAdvance(cell.data().toString()) + 2 * margin + sign + 4,
                option.fontMetrics.height() + 10};
    }

    [[nodiscard]] int visitWidth() const {
        const auto kinds = model.index() ? static_cast<int>(kindsIn(model.index()->kinds()).size()) : 0;
        return monthsWidth + qualityWidth + kinds * kindWidth + 2 * margin;
    }

    std::vector<int> kinds; ///< That have a place in each cell

  private:
    void paintVisit(QPainter& painter, const CohortIndex::VisitRow& visit, const QStyleOptionViewItem& option) const {
        const QRect& whole = option.rect;
        const QRect months(whole.left() + margin, whole.top(), monthsWidth - 6, whole.height());
        const QString when = monthsInWords(visit);
        painter.setPen(option.palette.color(when.isEmpty() ? QPalette::PlaceholderText : QPalette::Text));
        painter.drawText(months, Qt::AlignRight | Qt::AlignVCenter, when.isEmpty() ? QStringLiteral("?") : when);
        const double middle = whole.center().y() + 1;
        if (visit.visit->quality != u"good")
            paintQuality(painter, {months.right() + qualityWidth / 2.0 + 2, middle}, 5, visit.visit->quality);
        double x = months.right() + 6 + qualityWidth;
        for (const int kind : kinds) {
            const bool isThere = visit.kinds >> kind & 1U, isGap = visit.gaps >> kind & 1U;
            if (isThere || isGap)
                paintKind(painter, {x, middle - kindHeight / 2.0, kindWidth - 2.0, kindHeight},
                          itemKinds()[static_cast<std::size_t>(kind)].brief, isGap, option.palette);
            x += kindWidth;
        }
    }

    const StudyModel& model;
};

} // namespace

StudyGrid::StudyGrid(StudyModel& model, QWidget* parent) : QTableView(parent), participants(model) {
    setObjectName(QStringLiteral("studyGrid"));
    setAccessibleName(tr("Participants and their visits"));
    auto* delegate = new GridDelegate(model, this);
    setModel(&model);
    setItemDelegate(delegate);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollMode(ScrollPerPixel);
    setFrameShape(QFrame::NoFrame);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(20);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 11);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setSortIndicator(StudyModel::Name, Qt::AscendingOrder);
    setSortingEnabled(true);
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { showing = true; });
    connect(&model, &QAbstractItemModel::modelReset, this, [this, delegate] {
        showing = false;
        delegate->kinds = participants.index() ? kindsIn(participants.index()->kinds()) : std::vector<int>();
        fitColumns();
    });
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& cell) {
        if (!showing && cell.isValid()) Q_EMIT chosen(uidAt(cell));
    });
    connect(this, &QAbstractItemView::doubleClicked, this,
            [this](const QModelIndex& cell) { Q_EMIT opened(uidAt(cell)); });
}

QString StudyGrid::uidAt(const QModelIndex& cell) const {
    return cell.isValid() ? participants.participant(cell.row()).participant->uid : QString();
}

void StudyGrid::setCurrent(const QString& participantUid) {
    const int row = participants.rowOf(participantUid);
    if (row < 0 || row == currentIndex().row()) return;
    showing = true;
    setCurrentIndex(participants.index(row, std::max(0, currentIndex().column())));
    showing = false;
}

void StudyGrid::fitColumns() {
    if (participants.rowCount() == 0 || fitted == participants.columnCount()) return;
    fitted = participants.columnCount();
    // By the words that can stand there, in whatever language; names and genotypes by what is usual.
    const auto widest = [&](const QStringList& words) {
        int width = 0;
        for (const QString& word : words) width = std::max(width, fontMetrics().horizontalAdvance(word));
        return width;
    };
    QStringList groups, qualities;
    for (const CohortIndex::Group& group : participants.index()->groups()) groups += group.title;
    for (const char* quality : {"", "good", "doubtful", "failed"}) qualities += qualityInWords(QLatin1String(quality));
    const int words[] = {widest({QStringLiteral("sub-ALS000000")}),
                         widest(groups) + 18,
                         widest({sexInWords(QStringLiteral("F")), sexInWords(QStringLiteral("M"))}),
                         0,
                         widest({QStringLiteral("none found")}),
                         widest({QStringLiteral("thoracic")}),
                         widest(qualities) + 18};
    for (int column = 0; column < fitted; ++column) {
        const int title = widest({participants.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()}) + 10;
        const int inside = column < StudyModel::FirstVisit ? words[column] + 2 * margin
                                                           : static_cast<GridDelegate*>(itemDelegate())->visitWidth();
        setColumnWidth(column, std::max(inside, title + 2 * margin));
    }
}

void StudyGrid::keyPressEvent(QKeyEvent* event) {
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid())
        Q_EMIT opened(uidAt(currentIndex()));
    else
        QTableView::keyPressEvent(event);
}

} // namespace neuraxis
