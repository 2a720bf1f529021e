#include "widgets/value_table.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>

namespace neuraxis {

namespace {

/// As the headers' padding in neuraxis.qss
constexpr int margin = 8, arrowRoom = 18;

/// Cells with the margins of their titles, which leave room for the arrow of the order.
class CellDelegate : public QStyledItemDelegate {
  public:
    CellDelegate(int quietColumn, QObject* parent) : QStyledItemDelegate(parent), quietColumn(quietColumn) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& cell) const override {
        const QPalette& palette = option.palette;
        if (option.state & QStyle::State_Selected) painter->fillRect(option.rect, palette.color(QPalette::Light));
        painter->setFont(option.font);
        const auto group = option.state & QStyle::State_Enabled ? QPalette::Active : QPalette::Disabled;
        const bool isQuiet = cell.column() == quietColumn || cell.data(QuietRole).toBool();
        painter->setPen(palette.color(group, isQuiet ? QPalette::PlaceholderText : QPalette::Text));
        const QRect text = option.rect.adjusted(margin, 0, -arrowRoom, 0);
        painter->drawText(text, cell.data(Qt::TextAlignmentRole).toInt(),
                          option.fontMetrics.elidedText(cell.data().toString(), Qt::ElideRight, text.width()));
    }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& cell) const override {
        return {option.fontMetrics.horizontalAdvance(cell.data().toString()) + margin + arrowRoom + 2,
                option.fontMetrics.height() + 6};
    }

  private:
    int quietColumn;
};

} // namespace

QTableView* rowTable(QAbstractItemModel* model, const QString& accessibleName) {
    auto* view = new QTableView;
    view->setModel(model);
    view->setAccessibleName(accessibleName);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->setShowGrid(false);
    view->setFrameShape(QFrame::NoFrame);
    view->setWordWrap(false);
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(view->fontMetrics().height() + 6);
    view->horizontalHeader()->setHighlightSections(false);
    return view;
}

QTableView* valueTable(QAbstractItemModel* model, const QString& accessibleName, int quietColumn) {
    QTableView* view = rowTable(model, accessibleName);
    view->setItemDelegate(new CellDelegate(quietColumn, view));
    view->setSortingEnabled(true);
    view->sortByColumn(-1, Qt::AscendingOrder);
    return view;
}

ValueTable::ValueTable(QWidget* parent) : QWidget(parent) {
    const auto button = [](const QString& text, const QString& tip) {
        auto* made = new QToolButton;
        made->setObjectName(QStringLiteral("panelButton"));
        made->setText(text);
        made->setToolTip(tip);
        return made;
    };
    copyButton = button(tr("Copy"), tr("Copy the table, to paste into a spreadsheet"));
    exportButton = button(tr("Export…"), tr("Write the table to a file"));
    sentence = new QLabel;
    sentence->setObjectName(QStringLiteral("quiet"));
    sentence->setAlignment(Qt::AlignCenter);
    sentence->setWordWrap(true);
    sentence->hide();
    connect(copyButton, &QToolButton::clicked, this, [this] { QApplication::clipboard()->setText(asTsv()); });
    connect(exportButton, &QToolButton::clicked, this, [this] { Q_EMIT exportAsked(asTsv()); });
}

void ValueTable::say(const QString& why) {
    const bool hasTable = why.isEmpty();
    sentence->setText(why);
    sentence->setVisible(!hasTable);
    view->setVisible(hasTable);
    copyButton->setEnabled(hasTable);
    exportButton->setEnabled(hasTable);
}

void ValueTable::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy))
        QApplication::clipboard()->setText(asTsv());
    else
        QWidget::keyPressEvent(event);
}

} // namespace neuraxis
