#include "widgets/study_board.h"

#include "widgets/study_marks.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QStyledItemDelegate>
#include <QTableWidget>
#include <algorithm>
#include <cmath>

namespace neuraxis {

namespace {

constexpr int shareRole = Qt::UserRole, colourRole = Qt::UserRole + 1;

/// A number at the right with a quiet bar under it for its share; a name with its group's dot, or room for one.
class BoardDelegate : public QStyledItemDelegate {
  public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& cell) const override {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRect& whole = option.rect;
        if (option.state & QStyle::State_Selected) painter->fillRect(whole, option.palette.color(QPalette::Light));
        const double share = cell.data(shareRole).toDouble();
        const QVariant colour = cell.data(colourRole);
        QRect text = whole.adjusted(8, 0, -8, 0); // as the header's padding
        if (cell.column() == 0) {
            if (colour.toUInt())
                paintGroupDot(*painter, {text.left() + 5.0, whole.center().y() + 1.0}, colour.toUInt());
            if (colour.isValid()) text.setLeft(text.left() + 16);
        } else if (share > 0) {
            const double width = std::max(2.0, share * text.width());
            QColor bar = option.palette.color(QPalette::Link);
            bar.setAlphaF(0.55F);
            painter->setPen(Qt::NoPen);
            painter->setBrush(bar);
            painter->drawRoundedRect(QRectF(text.right() + 1 - width, whole.bottom() - 3.5, width, 3), 1.5, 1.5);
        }
        QFont font = option.font;
        if (cell.data(Qt::FontRole).isValid()) font = cell.data(Qt::FontRole).value<QFont>();
        painter->setFont(font);
        painter->setPen(option.palette.color(QPalette::Text));
        painter->drawText(text, (cell.column() == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter,
                          cell.data().toString());
        painter->restore();
    }
};

QTableWidgetItem* cellOf(const QString& text, double share = 0) {
    auto* item = new QTableWidgetItem(text);
    item->setData(shareRole, share);
    return item;
}

QTableWidgetItem* numberCell(int number, int most) {
    return cellOf(number ? QLocale().toString(number) : QStringLiteral("–"), most > 0 ? double(number) / most : 0);
}

void finish(QTableWidget* table, int firstWidth, int least) {
    QFont strong = table->font();
    strong.setWeight(QFont::DemiBold);
    for (int column = 0; column < table->columnCount(); ++column) {
        const int title = table->fontMetrics().horizontalAdvance(table->horizontalHeaderItem(column)->text()) + 26;
        table->setColumnWidth(column, column == 0 ? firstWidth : std::max(least, title));
        table->horizontalHeaderItem(column)->setTextAlignment((column == 0 ? Qt::AlignLeft : Qt::AlignRight) |
                                                              Qt::AlignVCenter);
        if (auto* item = table->item(table->rowCount() - 1, column)) item->setFont(strong);
    }
    // All of a table is shown; the board scrolls as a whole.
    table->setFixedHeight(table->horizontalHeader()->sizeHint().height() +
                          table->rowCount() * table->verticalHeader()->defaultSectionSize() + 4);
    table->setFixedWidth(table->horizontalHeader()->length() + 4);
}

} // namespace

StudyBoard::StudyBoard(QWidget* parent) : QScrollArea(parent) {
    setObjectName(QStringLiteral("studyBoard"));
    setAccessibleName(tr("Counts of the study"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    auto* inside = new QWidget;
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(16, 10, 16, 16);
    column->setSpacing(6);
    setWidget(inside);
    groups =
        addTable(*column, QStringLiteral("boardGroups"), tr("By group"),
                 tr("A visit counts as a scan. Follow-up is from first to last visit, of those seen at least twice."));
    years = new QBoxLayout(QBoxLayout::LeftToRight);
    years->setSpacing(24);
    for (auto& [table, name, title] : {std::tuple{&participantYears, QStringLiteral("boardParticipantYears"),
                                                  tr("Participants by year of first visit")},
                                       std::tuple{&scanYears, QStringLiteral("boardScanYears"), tr("Scans by year")}}) {
        auto* side = new QVBoxLayout;
        side->setSpacing(6);
        *table = addTable(*side, name, title);
        side->addStretch(1);
        years->addLayout(side);
    }
    years->addStretch(1);
    column->addLayout(years);
    column->addStretch(1);
}

QTableWidget* StudyBoard::addTable(QVBoxLayout& column, const QString& name, const QString& title,
                                   const QString& explanation) {
    auto* heading = new QLabel(title);
    heading->setObjectName(QStringLiteral("stripTitle"));
    heading->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto* table = new QTableWidget;
    table->setObjectName(name);
    table->setAccessibleName(title);
    table->setItemDelegate(new BoardDelegate(table));
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->setShowGrid(false);
    table->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    table->setFrameShape(QFrame::NoFrame);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 14);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setSectionsClickable(false);
    column.addSpacing(8);
    column.addWidget(heading);
    if (!explanation.isEmpty()) {
        auto* quiet = new QLabel(explanation);
        quiet->setObjectName(QStringLiteral("quiet"));
        quiet->setWordWrap(true);
        column.addWidget(quiet);
    }
    column.addWidget(table);
    return table;
}

void StudyBoard::show(const CohortBoard& board) {
    QStringList titles{tr("Group"), tr("Participants"), tr("Scans")};
    for (int visits = 1; visits < CohortBoard::visitColumns; ++visits) titles += tr("%n visit(s)", nullptr, visits);
    titles += tr("6 or more");
    titles += tr("Median follow-up");
    groups->clear();
    groups->setColumnCount(static_cast<int>(titles.size()));
    groups->setHorizontalHeaderLabels(titles);
    groups->setRowCount(static_cast<int>(board.groups.size()) + 1);
    double longest = 0;
    for (const CohortBoard::Line& line : board.groups)
        if (!std::isnan(line.medianFollowUpMonths)) longest = std::max(longest, line.medianFollowUpMonths);
    for (int row = 0; row < groups->rowCount(); ++row) {
        const bool isAll = row == static_cast<int>(board.groups.size());
        const CohortBoard::Line& line = isAll ? board.all : board.groups[static_cast<std::size_t>(row)];
        auto* name = cellOf(line.title);
        name->setData(colourRole, isAll ? 0U : line.colour);
        groups->setItem(row, 0, name);
        // Of the line for all, bars would only say that it is all.
        groups->setItem(row, 1, numberCell(line.participants, isAll ? 0 : board.all.participants));
        groups->setItem(row, 2, numberCell(line.scans, isAll ? 0 : board.all.scans));
        for (int i = 0; i < CohortBoard::visitColumns; ++i)
            groups->setItem(row, 3 + i, numberCell(line.withVisits[static_cast<std::size_t>(i)], line.participants));
        const double months = line.medianFollowUpMonths;
        groups->setItem(row, 3 + CohortBoard::visitColumns,
                        std::isnan(months) ? cellOf(QStringLiteral("–"))
                                           : cellOf(tr("%1 months").arg(QLocale().toString(months, 'f', 1)),
                                                    isAll || longest <= 0 ? 0 : months / longest));
    }
    finish(groups, 160, 72);
    showYears(participantYears, board, &CohortBoard::Line::participantsByYear);
    showYears(scanYears, board, &CohortBoard::Line::scansByYear);
    fitYears();
}

/// Both tables of years beside each other where there is room.
void StudyBoard::fitYears() {
    const bool isWide = participantYears->width() + scanYears->width() + 64 < viewport()->width();
    years->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    widget()->layout()->activate();
}

void StudyBoard::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    fitYears();
}

void StudyBoard::showYears(QTableWidget* table, const CohortBoard& board,
                           std::map<int, int> CohortBoard::Line::*counts) const {
    const std::map<int, int>& all = board.all.*counts;
    QStringList titles{tr("Year")};
    for (const CohortBoard::Line& line : board.groups) titles += line.title;
    titles += board.all.title;
    table->clear();
    table->setColumnCount(static_cast<int>(titles.size()));
    table->setHorizontalHeaderLabels(titles);
    table->setRowCount(static_cast<int>(all.size()) + 1);
    const auto put = [&](int row, int column, const CohortBoard::Line& line) {
        int total = 0, most = 0;
        for (const auto& [year, count] : line.*counts) {
            total += count;
            most = std::max(most, count);
        }
        if (row == static_cast<int>(all.size())) return table->setItem(row, column, numberCell(total, 0));
        const auto at = (line.*counts).find(std::next(all.begin(), row)->first);
        table->setItem(row, column, numberCell(at == (line.*counts).end() ? 0 : at->second, most));
    };
    int row = 0;
    for (auto at = all.begin(); row < table->rowCount(); ++row) {
        const QString year = at == all.end() ? tr("All years") : at->first ? QString::number(at->first) : tr("No date");
        table->setItem(row, 0, cellOf(year));
        int column = 0;
        for (const CohortBoard::Line& line : board.groups) put(row, ++column, line);
        put(row, ++column, board.all);
        if (at != all.end()) ++at;
    }
    finish(table, 110, 72);
}

} // namespace neuraxis
