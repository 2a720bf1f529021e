#pragma once

#include "core/analysis/trend.h"
#include "core/model/cortex.h"
#include "widgets/value_table.h"

#include <QAbstractTableModel>

class QLabel;
class QSortFilterProxyModel;

namespace neuraxis {

/// How one region of a participant changes. What is not known is not a number, and an empty cell.
struct RateRow {
    QString region;           ///< As the parcellation names it, a group's key, or a region of interest
    std::optional<Side> side; ///< None of a region of interest
    int visits = 0;           ///< Used
    double first = 0, last = 0;
    std::optional<Trend> trend;
    double w = 0; ///< At the last visit, among the controls
};

/// What holds for all rows.
struct RatesHeading {
    QString unit;      ///< "mm"
    int decimals = 3;  ///< Of values and rates
    QStringList notes; ///< Sentences below the table: which visits were used, and how the rows are ordered
};

/// Rates of change, a row each.
class RatesModel : public QAbstractTableModel {
    Q_OBJECT
  public:
    /// What is asked for first stands first: a table has less room beside a plot.
    enum Column { Region, RegionSide, Change, PerYear, Percent, Interval, W, First, Last, Visits, columns };
    /// What rows are sorted by: numbers as numbers, an interval by its lower end.
    static constexpr int SortRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;
    void show(std::vector<RateRow> rows, const RatesHeading& heading);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] const RateRow& row(int number) const { return rows[static_cast<std::size_t>(number)]; }
    /// The number of a row; -1 without such a region.
    [[nodiscard]] int rowOf(const QString& region, std::optional<Side> side) const;
    [[nodiscard]] bool has(Column column) const; ///< Whether any row has something there

  private:
    [[nodiscard]] double number(const RateRow& row, int column) const;

    std::vector<RateRow> rows;
    RatesHeading heading;
};

/// Shows that table, sortable by each column; as it comes until a title is clicked. Rates of too short a time stand back.
class RatesTable : public ValueTable {
    Q_OBJECT
  public:
    explicit RatesTable(QWidget* parent = nullptr);
    /// The order and the current region stay; at first the first row is the current one.
    void show(std::vector<RateRow> rows, const RatesHeading& heading);
    /// Instead of a table, why there is none.
    void setSentence(const QString& why);
    /// Makes a region the current one and brings it into sight; no signal.
    void setCurrent(const QString& region, std::optional<Side> side);
    /// Null without any.
    [[nodiscard]] const RateRow* current() const;
    /// In the order in which they are shown.
    [[nodiscard]] std::vector<RateRow> rows() const;
    /// Full numbers, "n/a" for what is not known.
    [[nodiscard]] QString asTsv() const override;

  Q_SIGNALS:
    void regionPicked(const QString& region, std::optional<Side> side);

  private:
    RatesModel* model;
    QSortFilterProxyModel* sorted;
    QLabel* notes;
    bool showing = false; ///< The row is being set by the program: not a user's choice
};

/// A heading and a row each, as table and command line write them: full numbers, "n/a" for what is not known.
QString rateRowsAsTsv(const std::vector<RateRow>& rows);

} // namespace neuraxis
