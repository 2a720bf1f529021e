#include "widgets/region_table_view.h"

#include "core/model/region_groups.h"
#include "core/model/side_name.h"
#include "core/model/words.h"
#include "widgets/form_parts.h"
#include "widgets/known_first.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QToolButton>
#include <algorithm>
#include <cmath>
#include <limits>

namespace neuraxis {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

struct ColumnRow {
    const char *title, *tsvName;
    int decimals; ///< -1: words
};
constexpr ColumnRow columnRows[] = {
    {QT_TRANSLATE_NOOP("RegionTableView", "Region"), "region", -1},
    {QT_TRANSLATE_NOOP("RegionTableView", "Side"), "side", -1},
    {QT_TRANSLATE_NOOP("RegionTableView", "Group"), "group", -1},
    {QT_TRANSLATE_NOOP("RegionTableView", "Thickness (mm)"), "thickness_mm", 3},
    {nullptr, nullptr, 2}, // named as the score is
    {"q", "q", 3},
    {QT_TRANSLATE_NOOP("RegionTableView", "SD (mm)"), "thickness_sd_mm", 3},
    {QT_TRANSLATE_NOOP("RegionTableView", "Area (mm²)"), "area_mm2", 0},
    {QT_TRANSLATE_NOOP("RegionTableView", "Volume (mm³)"), "volume_mm3", 0},
    {QT_TRANSLATE_NOOP("RegionTableView", "Vertices"), "vertices", 0},
};
static_assert(std::size(columnRows) == RegionTableModel::columns);

const ColumnRow& about(int column) { return columnRows[column]; }
bool isNumber(int column) { return about(column).decimals >= 0; }

/// A group's title, or that of the region where it is itself a group of regions.
QString groupTitle(const QString& region) {
    const RegionGroup* group = groupOf(region);
    return group ? group->title : QString();
}

} // namespace

void RegionTableModel::show(std::vector<RegionRow> newRows, const QString& newScoreName) {
    beginResetModel();
    rows = std::move(newRows);
    scoreName = newScoreName;
    endResetModel();
}

int RegionTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows.size());
}

int RegionTableModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : columns; }

double RegionTableModel::number(const RegionRow& row, int column) const {
    switch (column) {
    case Thickness: return row.measures.thicknessMm;
    case ThicknessSd: return row.measures.thicknessSdMm;
    case Area: return row.measures.areaMm2;
    case Volume: return row.measures.volumeMm3;
    case Vertices: return row.measures.vertices;
    case Score: return row.score;
    case Q: return row.q;
    default: return none;
    }
}

QVariant RegionTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const RegionRow& one = row(index.row());
    const int column = index.column();
    if (role == Qt::TextAlignmentRole)
        return QVariant((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && (column == Score || column == Q) && !one.note.isEmpty()) return one.note;
    if (role != Qt::DisplayRole && role != SortRole) return {};
    if (column == Region) return regionTitle(one.measures.region);
    if (column == RegionSide)
        return one.measures.isMidline ? QString() : one.measures.side == Side::Left ? tr("left") : tr("right");
    if (column == Group) return groupTitle(one.measures.region);
    const double value = number(one, column);
    if (role == SortRole) return value;
    if (!std::isfinite(value)) return QString();
    // A q that is small and not nothing is not shown as nothing
    if (column == Q && value < 0.001) return QStringLiteral("< 0.001");
    const QString text = roundedInWords(value, about(column).decimals);
    return column == Score && !one.note.isEmpty() ? text + QStringLiteral(" †") : text;
}

QVariant RegionTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section >= columns) return {};
    if (role == Qt::DisplayRole)
        return section == Score ? scoreName : QCoreApplication::translate("RegionTableView", about(section).title);
    if (role == Qt::TextAlignmentRole)
        return QVariant((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

int RegionTableModel::rowOf(const QString& region, Side side) const {
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const RegionRow& one) {
        return one.measures.side == side && one.measures.region == region;
    });
    return found == rows.end() ? -1 : static_cast<int>(found - rows.begin());
}

bool RegionTableModel::has(Column column) const {
    return std::any_of(rows.begin(), rows.end(), [&](const RegionRow& one) {
        return column == Group ? groupOf(one.measures.region) != nullptr
                               : !isNumber(column) || std::isfinite(number(one, column));
    });
}

RegionTableView::RegionTableView(QWidget* parent) : ValueTable(parent) {
    setObjectName(QStringLiteral("regionTable"));
    model = new RegionTableModel(this);
    sorted = new KnownFirst(this);
    sorted->setSourceModel(model);
    sorted->setSortRole(RegionTableModel::SortRole);
    view = valueTable(sorted, tr("Cortical regions"), RegionTableModel::Group);

    compared = new QLabel;
    compared->setObjectName(QStringLiteral("quiet"));
    compared->setWordWrap(true);
    compared->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto* foot = new QHBoxLayout;
    foot->addWidget(compared, 1);
    foot->addWidget(copyButton);
    foot->addWidget(exportButton);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 0, 12, 6);
    column->setSpacing(6);
    column->addWidget(view, 1);
    column->addWidget(sentence, 1);
    column->addLayout(foot);

    connect(view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& row) {
        if (showing || !row.isValid()) return;
        const RegionMeasures& chosen = model->row(sorted->mapToSource(row).row()).measures;
        Q_EMIT regionChosen(chosen.region, chosen.side);
    });
    connect(view->horizontalHeader(), &QHeaderView::sortIndicatorChanged, view, &QTableView::scrollToTop);
    keepKeysWithViews(this);
}

void RegionTableView::show(std::vector<RegionRow> rows, const QString& scoreName, const QString& words) {
    showing = true;
    const QModelIndex current = sorted->mapToSource(view->currentIndex());
    const RegionMeasures before = current.isValid() ? model->row(current.row()).measures : RegionMeasures{};
    // What a dagger means, once below the table
    const auto noted = std::find_if(rows.begin(), rows.end(), [](const RegionRow& row) { return !row.note.isEmpty(); });
    compared->setText(noted == rows.end() ? words : words + QStringLiteral("  † ") + noted->note + u'.');
    model->show(std::move(rows), scoreName);
    say({});
    fitColumns();
    if (current.isValid()) setCurrent(before.region, before.side);
    showing = false;
}

void RegionTableView::setSentence(const QString& why) {
    show({}, QStringLiteral("w"));
    say(why);
}

void RegionTableView::setCurrent(const QString& region, Side side) {
    const bool before = showing;
    showing = true;
    const int row = model->rowOf(region, side);
    const QModelIndex index = row < 0 ? QModelIndex() : sorted->mapFromSource(model->index(row, 0));
    view->setCurrentIndex(index);
    if (index.isValid()) view->scrollTo(index);
    showing = before;
}

void RegionTableView::fitColumns() {
    for (int c = 0; c < RegionTableModel::columns; ++c)
        view->setColumnHidden(c, !model->has(static_cast<RegionTableModel::Column>(c)));
    view->resizeColumnsToContents();
}

QString RegionTableView::asTsv() const {
    QStringList lines, names;
    for (int c = 0; c < RegionTableModel::columns; ++c)
        names << (c == RegionTableModel::Score ? model->headerData(c, Qt::Horizontal, Qt::DisplayRole).toString()
                                               : QString::fromLatin1(about(c).tsvName));
    lines << names.join(u'\t');
    for (int r = 0; r < sorted->rowCount(); ++r) {
        QStringList cells;
        const RegionMeasures& region = model->row(sorted->mapToSource(sorted->index(r, 0)).row()).measures;
        for (int c = 0; c < RegionTableModel::columns; ++c) {
            const RegionGroup* group = groupOf(region.region);
            if (c == RegionTableModel::Region)
                cells << region.region;
            else if (c == RegionTableModel::RegionSide)
                cells << (region.isMidline ? QStringLiteral("n/a") : shortSideName(region.side));
            else if (c == RegionTableModel::Group)
                cells << (group ? group->key : QStringLiteral("n/a"));
            else {
                const double value = sorted->index(r, c).data(RegionTableModel::SortRole).toDouble();
                cells << (std::isfinite(value) ? QString::number(value, 'g', 8) : QStringLiteral("n/a"));
            }
        }
        lines << cells.join(u'\t');
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace neuraxis
