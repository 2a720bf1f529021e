#pragma once

#include "core/model/cortex.h"
#include "widgets/value_table.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace neuraxis {

/// A region as the table shows it. What is not a number is an empty cell.
struct RegionRow {
    RegionMeasures measures;
    double score = 0, q = 0; ///< w or z, and the q-value of it
    QString note;            ///< What the score is to be read with; shown as a tool tip and with a sign
};

/// Cortical regions, a row each.
class RegionTableModel : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Column { Region, RegionSide, Group, Thickness, Score, Q, ThicknessSd, Area, Volume, Vertices, columns };
    /// What rows are sorted by: numbers as numbers.
    static constexpr int SortRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;
    /// scoreName: "w" or "z".
    void show(std::vector<RegionRow> rows, const QString& scoreName);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] const RegionRow& row(int number) const { return rows[static_cast<std::size_t>(number)]; }
    /// The number of a row; -1 without such a region.
    [[nodiscard]] int rowOf(const QString& region, Side side) const;
    [[nodiscard]] bool has(Column column) const; ///< Whether any row has something there

  private:
    [[nodiscard]] double number(const RegionRow& row, int column) const;

    std::vector<RegionRow> rows;
    QString scoreName = QStringLiteral("w");
};

/// Shows that table, sortable by each column, with what it was compared by beneath; columns that nothing is known for
/// are hidden.
class RegionTableView : public ValueTable {
    Q_OBJECT
  public:
    explicit RegionTableView(QWidget* parent = nullptr);
    /// model: a sentence on what scores are of, below the table; may be empty. The order and the current region stay.
    void show(std::vector<RegionRow> rows, const QString& scoreName = QStringLiteral("w"), const QString& model = {});
    /// Instead of a table, why there is none.
    void setSentence(const QString& why);
    /// Makes a region the current one and brings it into sight; no signal.
    void setCurrent(const QString& region, Side side);
    /// Full numbers, "n/a" for what is not known.
    [[nodiscard]] QString asTsv() const override;

  Q_SIGNALS:
    void regionChosen(const QString& region, Side side);

  private:
    void fitColumns();

    RegionTableModel* model;
    QSortFilterProxyModel* sorted;
    QLabel* compared;
    bool showing = false; ///< The row is being set by the program: not a user's choice
};

} // namespace neuraxis
