#include "widgets/cluster_table.h"

#include "core/model/words.h"
#include "widgets/form_parts.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QDoubleSpinBox>
#include <QHeaderView>
#include <QLabel>
#include <QSignalBlocker>
#include <QTableView>
#include <QToolButton>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

namespace neuraxis {

namespace {

struct ColumnRow {
    const char* title;
    bool isNumber;
    bool (*isLess)(const ClusterRow&, const ClusterRow&);
};

bool isBefore(const WorldPoint& a, const WorldPoint& b) { return std::tie(a.x, a.y, a.z) < std::tie(b.x, b.y, b.z); }

constexpr ColumnRow columnRows[] = {
    {QT_TRANSLATE_NOOP("ClusterTable", "Sign"), false,
     [](const ClusterRow& a, const ClusterRow& b) { return a.sign < b.sign; }},
    {QT_TRANSLATE_NOOP("ClusterTable", "Voxels"), true,
     [](const ClusterRow& a, const ClusterRow& b) { return a.voxels < b.voxels; }},
    {QT_TRANSLATE_NOOP("ClusterTable", "Volume (mm³)"), true,
     [](const ClusterRow& a, const ClusterRow& b) { return a.mm3 < b.mm3; }},
    {QT_TRANSLATE_NOOP("ClusterTable", "Peak"), true,
     [](const ClusterRow& a, const ClusterRow& b) { return a.peak < b.peak; }},
    {QT_TRANSLATE_NOOP("ClusterTable", "Peak at"), false,
     [](const ClusterRow& a, const ClusterRow& b) { return isBefore(a.peakLps, b.peakLps); }},
    {QT_TRANSLATE_NOOP("ClusterTable", "Centre"), false,
     [](const ClusterRow& a, const ClusterRow& b) { return isBefore(a.centreLps, b.centreLps); }},
};
static_assert(std::size(columnRows) == ClusterTableModel::columns);

constexpr char tsvHeading[] = "sign\tvoxels\tvolume_mm3\tpeak\tpeak_x_ras_mm\tpeak_y_ras_mm\tpeak_z_ras_mm\t"
                              "centre_x_ras_mm\tcentre_y_ras_mm\tcentre_z_ras_mm\n";

QStringList inRas(const WorldPoint& lps) {
    return {QString::number(0 - lps.x, 'g', 8), QString::number(0 - lps.y, 'g', 8), QString::number(lps.z, 'g', 8)};
}

} // namespace

void ClusterTableModel::show(std::vector<ClusterRow> rows, const QString& newUnit) {
    beginResetModel();
    all = std::move(rows);
    unit = newUnit;
    double highest = 0;
    bool allWhole = true;
    wholeMm3 = true;
    for (const ClusterRow& one : all) {
        highest = std::max(highest, std::abs(one.peak));
        allWhole = allWhole && one.peak == std::round(one.peak);
        wholeMm3 = wholeMm3 && std::abs(one.mm3 - std::round(one.mm3)) < 1e-3;
    }
    // Four digits of the highest peak, and as many places of all
    peakDecimals =
        allWhole || highest == 0 ? 0 : std::clamp(3 - static_cast<int>(std::floor(std::log10(highest))), 0, 9);
    choose();
    endResetModel();
}

void ClusterTableModel::setSmallest(double mm3) {
    beginResetModel();
    smallestMm3 = mm3;
    choose();
    endResetModel();
}

void ClusterTableModel::choose() {
    shown.clear();
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i].mm3 >= smallestMm3) shown.push_back(i);
    order();
}

void ClusterTableModel::order() {
    std::sort(shown.begin(), shown.end());
    if (sortedBy < 0) return;
    const auto isLess = columnRows[sortedBy].isLess;
    std::stable_sort(shown.begin(), shown.end(), [&](std::size_t a, std::size_t b) {
        return direction == Qt::AscendingOrder ? isLess(all[a], all[b]) : isLess(all[b], all[a]);
    });
}

void ClusterTableModel::sort(int column, Qt::SortOrder newDirection) {
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList kept = persistentIndexList();
    std::vector<std::size_t> clusters;
    for (const QModelIndex& index : kept) clusters.push_back(shown[static_cast<std::size_t>(index.row())]);
    sortedBy = column;
    direction = newDirection;
    order();
    std::vector<int> place(all.size());
    for (std::size_t i = 0; i < shown.size(); ++i) place[shown[i]] = static_cast<int>(i);
    for (qsizetype i = 0; i < kept.size(); ++i)
        changePersistentIndex(kept[i], index(place[clusters[static_cast<std::size_t>(i)]], kept[i].column()));
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

int ClusterTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(shown.size());
}

int ClusterTableModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : columns; }

QVariant ClusterTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((columnRows[index.column()].isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    const ClusterRow& cluster = row(index.row());
    switch (index.column()) {
    case Sign: return cluster.sign > 0 ? tr("positive") : tr("negative");
    case Voxels: return QString::number(cluster.voxels);
    case Volume: return QString::number(cluster.mm3, 'f', wholeMm3 ? 0 : 1);
    case Peak: return QString::number(cluster.peak, 'f', peakDecimals);
    case PeakPlace: return positionInWords(cluster.peakLps);
    case Centre: return positionInWords(cluster.centreLps);
    default: return {};
    }
}

QVariant ClusterTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section >= columns) return {};
    if (role == Qt::DisplayRole) {
        const QString title = QCoreApplication::translate("ClusterTable", columnRows[section].title);
        return section == Peak && !unit.isEmpty() ? QStringLiteral("%1 (%2)").arg(title, unit) : title;
    }
    if (role == Qt::TextAlignmentRole)
        return QVariant((columnRows[section].isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

int ClusterTableModel::rowOf(const WorldPoint& peakLps) const {
    const auto found =
        std::find_if(shown.begin(), shown.end(), [&](std::size_t i) { return all[i].peakLps == peakLps; });
    return found == shown.end() ? -1 : static_cast<int>(found - shown.begin());
}

ClusterTable::ClusterTable(QWidget* parent) : ValueTable(parent) {
    setObjectName(QStringLiteral("clusterTable"));
    model = new ClusterTableModel(this);
    view = valueTable(model, tr("Clusters"));

    smallest = new QDoubleSpinBox;
    smallest->setObjectName(QStringLiteral("smallestCluster"));
    smallest->setRange(0, 1e7);
    smallest->setDecimals(1);
    smallest->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    smallest->setSuffix(QStringLiteral(" mm³"));
    smallest->setSpecialValueText(tr("Any size"));
    smallest->setKeyboardTracking(false);
    smallest->setAccessibleName(tr("Smallest cluster"));
    auto* smallestTitle = new QLabel(tr("Smallest cluster"));
    smallestTitle->setBuddy(smallest);

    auto* head = new QHBoxLayout;
    head->addWidget(smallestTitle);
    head->addWidget(smallest);
    head->addStretch(1);
    head->addWidget(copyButton);
    head->addWidget(exportButton);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addLayout(head);
    column->addWidget(view, 1);
    column->addWidget(sentence, 1);

    connect(view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ClusterTable::choose);
    // Back to the peak that one has wandered from
    connect(view, &QTableView::clicked, this, &ClusterTable::choose);
    connect(smallest, &QDoubleSpinBox::valueChanged, this, [this](double mm3) {
        keepingCurrent([=, this] { model->setSmallest(mm3); });
        Q_EMIT smallestChanged(mm3);
    });
    keepKeysWithViews(this);
}

void ClusterTable::choose(const QModelIndex& row) {
    if (!showing && row.isValid()) Q_EMIT peakChosen(model->row(row.row()).peakLps);
}

void ClusterTable::keepingCurrent(const std::function<void()>& change) {
    showing = true;
    const QModelIndex current = view->currentIndex();
    const WorldPoint before = current.isValid() ? model->row(current.row()).peakLps : WorldPoint{};
    change();
    const int row = current.isValid() ? model->rowOf(before) : -1;
    if (row >= 0) view->setCurrentIndex(model->index(row, 0));
    showing = false;
}

void ClusterTable::show(std::vector<ClusterRow> rows, const QString& unit) {
    const bool wasEmpty = model->count() == 0;
    keepingCurrent([&] { model->show(std::move(rows), unit); });
    say({});
    if (!wasEmpty) return; // columns are as the user has them
    view->horizontalHeader()->setStretchLastSection(false);
    view->resizeColumnsToContents();
    view->horizontalHeader()->setStretchLastSection(true);
}

void ClusterTable::setSentence(const QString& why) {
    show({}, {});
    say(why);
}

double ClusterTable::smallestMm3() const { return smallest->value(); }

void ClusterTable::setSmallest(double mm3) {
    if (smallest->value() == mm3) return;
    const QSignalBlocker quiet(smallest);
    smallest->setValue(mm3);
    keepingCurrent([=, this] { model->setSmallest(mm3); });
}

QString ClusterTable::asTsv() const {
    QString tsv = QLatin1String(tsvHeading);
    for (int r = 0; r < model->rowCount(); ++r) {
        const ClusterRow& cluster = model->row(r);
        QStringList cells{cluster.sign > 0 ? QStringLiteral("positive") : QStringLiteral("negative"),
                          QString::number(cluster.voxels), QString::number(cluster.mm3, 'g', 8),
                          QString::number(cluster.peak, 'g', 8)};
        cells += inRas(cluster.peakLps);
        cells += inRas(cluster.centreLps);
        tsv += cells.join(u'\t') + u'\n';
    }
    return tsv;
}

} // namespace neuraxis
