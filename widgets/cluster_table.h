#pragma once

#include "core/model/affine.h"
#include "widgets/value_table.h"

#include <QAbstractTableModel>
#include <functional>
#include <vector>

class QDoubleSpinBox;

namespace neuraxis {

/// A cluster of voxels as the table shows it.
struct ClusterRow {
    int sign = 1;
    std::size_t voxels = 0;
    double mm3 = 0;
    double peak = 0; ///< With its sign
    WorldPoint peakLps, centreLps;
};

/// Clusters, a row each, from a size up. Sorts its rows itself: a map of noise has a hundred thousand.
class ClusterTableModel : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Column { Sign, Voxels, Volume, Peak, PeakPlace, Centre, columns };

    using QAbstractTableModel::QAbstractTableModel;
    void show(std::vector<ClusterRow> rows, const QString& unit);
    void setSmallest(double mm3);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;
    /// In the order on the screen.
    [[nodiscard]] const ClusterRow& row(int number) const { return all[shown[static_cast<std::size_t>(number)]]; }
    [[nodiscard]] std::size_t count() const { return all.size(); } ///< Of any size
    /// The number of the row with its peak there; -1 for none.
    [[nodiscard]] int rowOf(const WorldPoint& peakLps) const;

  private:
    void choose();
    void order();

    std::vector<ClusterRow> all;
    std::vector<std::size_t> shown; ///< Places in `all`
    QString unit;
    double smallestMm3 = 0;
    int peakDecimals = 0;
    bool wholeMm3 = true;
    int sortedBy = -1; ///< -1: as they came
    Qt::SortOrder direction = Qt::AscendingOrder;
};

/// Shows that table with the smallest size to show above it.
class ClusterTable : public ValueTable {
    Q_OBJECT
  public:
    explicit ClusterTable(QWidget* parent = nullptr);
    /// The order and, where it is there again, the current cluster stay.
    void show(std::vector<ClusterRow> rows, const QString& unit);
    /// Instead of a table, why there is none.
    void setSentence(const QString& why);
    [[nodiscard]] double smallestMm3() const;
    void setSmallest(double mm3); ///< No signal
    [[nodiscard]] int shownCount() const { return model->rowCount(); }
    [[nodiscard]] std::size_t count() const { return model->count(); }
    /// Places are in RAS millimetres.
    [[nodiscard]] QString asTsv() const override;

  Q_SIGNALS:
    void peakChosen(const neuraxis::WorldPoint& lps);
    void smallestChanged(double mm3);

  private:
    /// Changes the rows and keeps the current cluster.
    void keepingCurrent(const std::function<void()>& change);
    void choose(const QModelIndex& row);

    ClusterTableModel* model;
    QDoubleSpinBox* smallest;
    bool showing = false; ///< The row is being set by the program: not a user's choice
};

} // namespace neuraxis
