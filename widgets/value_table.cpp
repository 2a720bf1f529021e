#include "widgets/value_table.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTableView>

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
        painter->setPen(
            palette.color(group, cell.column() == quietColumn ? QPalette::PlaceholderText : QPalette::Text));
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

QTableView* valueTable(QAbstractItemModel* model, const QString& accessibleName, int quietColumn) {
    auto* view = new QTableView;
    view->setModel(model);
    view->setItemDelegate(new CellDelegate(quietColumn, view));
    view->setAccessibleName(accessibleName);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->setShowGrid(false);
    view->setFrameShape(QFrame::NoFrame);
    view->setWordWrap(false);
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(view->fontMetrics().height() + 6);
    view->horizontalHeader()->setHighlightSections(false);
    view->setSortingEnabled(true);
    view->sortByColumn(-1, Qt::AscendingOrder);
    return view;
}

} // namespace neuraxis
