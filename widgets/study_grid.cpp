#include "widgets/study_grid.h"

#include "widgets/form_parts.h"
#include "widgets/study_marks.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>
#include <QStyledItemDelegate>

namespace neuraxis {

namespace {

// As the header's padding in neuraxis.qss: the first column stands where the page's margin is, and right of each title
// there is room for the arrow of the order.
constexpr int margin = 8, firstMargin = 16, arrowRoom = 20;
constexpr int kindWidth = 20, kindHeight = 16, qualityWidth = 14, signWidth = 18, widestWord = 240;

int monthsWidth(const QFontMetrics& metrics) { return metrics.horizontalAdvance(QStringLiteral("+000.0")) + 2; }

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
        QRect text = option.rect.adjusted(cell.column() == StudyModel::Name ? firstMargin : margin, 0,
                                          cell.column() == StudyModel::Age ? -arrowRoom : -margin, 0);
        const QPointF mark(text.left() + 5, option.rect.center().y() + 1);
        const CohortIndex::Row& row = model.participant(cell.row());
        if (cell.column() >= StudyModel::FirstVisit) {
            if (const CohortIndex::VisitRow* visit = model.visit(cell)) paintVisit(*painter, *visit, option);
            painter->restore();
            return;
        }
        if (cell.column() == StudyModel::Group) {
            paintGroupDot(*painter, mark, model.index()->groupOf(row).colour);
            text.setLeft(text.left() + signWidth);
        } else if (cell.column() == StudyModel::Quality) {
            paintQuality(*painter, mark + QPointF(1, 0), 6.5, row.quality);
            text.setLeft(text.left() + signWidth);
        }
        const bool isQuiet = cell.column() == StudyModel::Quality && row.quality.isEmpty();
        painter->setPen(palette.color(isQuiet ? QPalette::PlaceholderText : QPalette::Text));
        const int alignment = cell.column() == StudyModel::Age ? Qt::AlignRight : Qt::AlignLeft;
        painter->drawText(text, alignment | Qt::AlignVCenter,
                          option.fontMetrics.elidedText(cell.data().toString(), Qt::ElideRight, text.width()));
        painter->restore();
    }

    [[nodiscard]] int visitWidth(const QFontMetrics& metrics) const {
        return monthsWidth(metrics) + 6 + qualityWidth + static_cast<int>(kinds.size()) * kindWidth + 2 * margin;
    }

    std::vector<int> kinds; ///< That have a place in each cell

  private:
    void paintVisit(QPainter& painter, const CohortIndex::VisitRow& visit, const QStyleOptionViewItem& option) const {
        const QRect& whole = option.rect;
        const QRect months(whole.left() + margin, whole.top(), monthsWidth(option.fontMetrics), whole.height());
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
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &StudyGrid::remember);
    connect(&model, &QAbstractItemModel::modelReset, this, [this, delegate] {
        if (participants.index() != before) {
            delegate->kinds = participants.index() ? kindsIn(participants.index()->kinds()) : std::vector<int>();
            fitColumns();
        }
        restore();
    });
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& cell) {
        if (showing || !cell.isValid()) return;
        current = uidAt(cell.row());
        Q_EMIT chosen(current);
    });
    connect(this, &QAbstractItemView::doubleClicked, this,
            [this](const QModelIndex& cell) { Q_EMIT opened(uidAt(cell.row())); });
}

QString StudyGrid::uidAt(int row) const {
    return row >= 0 && row < participants.rowCount() ? participants.participant(row).participant->uid : QString();
}

void StudyGrid::setCurrent(const QString& participantUid) {
    current = participantUid;
    const int row = participants.rowOf(current);
    if (row == currentIndex().row()) return;
    select(row);
    bringIntoSight(row);
}

void StudyGrid::select(int row) {
    showing = true;
    setAutoScroll(false); // which would scroll sideways too
    if (row < 0) clearSelection();
    setCurrentIndex(row < 0 ? QModelIndex() : participants.index(row, std::max(0, currentIndex().column())));
    setAutoScroll(true);
    showing = false;
}

void StudyGrid::bringIntoSight(int row) {
    executeDelayedItemsLayout();
    QScrollBar* bar = verticalScrollBar(); // in rows
    const int whole = viewport()->height() / verticalHeader()->defaultSectionSize();
    if (row >= 0 && (row < bar->value() || row >= bar->value() + whole)) bar->setValue(row - whole / 2);
}

void StudyGrid::remember() {
    showing = true;
    before = participants.index();
    const int top = verticalScrollBar()->value();
    atTop = top > 0 ? uidAt(top) : QString(); // at the very top it stays there
}

void StudyGrid::restore() {
    const int row = participants.rowOf(current), top = participants.rowOf(atTop);
    select(row);
    executeDelayedItemsLayout();
    const bool isAnother = before && participants.index() != before;
    if (isAnother && top >= 0) verticalScrollBar()->setValue(top);
    if (!isAnother && row < 0) verticalScrollBar()->setValue(0);
    if (!isAnother) bringIntoSight(row);
}

void StudyGrid::fitColumns() {
    if (participants.rowCount() == 0) return;
    const CohortIndex& index = *participants.index();
    const auto widest = [&](const QStringList& words) {
        int width = 0;
        for (const QString& word : words) width = std::max(width, fontMetrics().horizontalAdvance(word));
        return std::min(width, widestWord);
    };
    // Of what may be tens of thousands of words only the one with most letters is measured.
    const auto longest = [&](const auto& word) {
        QString most;
        for (const CohortIndex::Row& row : index.rows())
            if (const QString& one = word(*row.participant); one.size() > most.size()) most = one;
        return most;
    };
    const QString name = longest([](const Participant& one) -> const QString& { return one.name; });
    const QString genotype = longest([](const Participant& one) -> const QString& { return one.genotype; });
    const QString site = longest([](const Participant& one) -> const QString& { return one.onsetSite; });
    const QString sex = longest([](const Participant& one) -> const QString& { return one.sex; });
    QStringList groups, qualities;
    for (const CohortIndex::Group& group : index.groups()) groups += group.title;
    for (const char* quality : {"", "good", "doubtful", "failed"}) qualities += qualityInWords(QLatin1String(quality));
    const int words[] = {
        widest({name, QStringLiteral("sub-ALS000000")}) + firstMargin - margin,
        widest(groups) + signWidth,
        widest({sexInWords(QStringLiteral("F")), sexInWords(QStringLiteral("M")), sex}),
        0,
        widest({genotype, QStringLiteral("C9orf72")}),
        widest({site, QStringLiteral("thoracic")}),
        widest(qualities) + signWidth,
    };
    std::vector<int> widths;
    for (int column = 0; column < participants.columnCount(); ++column) {
        const int title = widest({participants.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()});
        const int inside = column < StudyModel::FirstVisit
                               ? words[column] + 2 * margin + 2 // rounded up
                               : static_cast<GridDelegate*>(itemDelegate())->visitWidth(fontMetrics());
        widths.push_back(std::max(inside, title + (column == 0 ? firstMargin : margin) + arrowRoom));
    }
    if (widths == fitted) return; // what the user made of them stays
    fitted = widths;
    for (std::size_t i = 0; i < widths.size(); ++i) setColumnWidth(static_cast<int>(i), widths[i]);
}

void StudyGrid::keyPressEvent(QKeyEvent* event) {
    const bool opens = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (opens && currentIndex().isValid())
        Q_EMIT opened(uidAt(currentIndex().row()));
    else if (isTyped(*event) || event->key() == Qt::Key_Escape)
        event->ignore(); // the panel searches with it
    else
        QTableView::keyPressEvent(event);
}

void StudyGrid::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    const int row = currentIndex().row(), top = verticalScrollBar()->value();
    const int rowHeight = verticalHeader()->defaultSectionSize();
    const bool wasSeen = row >= top && row < top + event->oldSize().height() / rowHeight;
    if (wasSeen) bringIntoSight(row);
}

} // namespace neuraxis
