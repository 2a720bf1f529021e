#pragma once

#include "core/model/cohort_filter.h"

#include <QAbstractTableModel>

namespace neuraxis {

/// The participants that a filter shows, one a row: what they are, then their visits in order.
class StudyModel : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Column { Name, Group, Sex, Age, Genotype, OnsetSite, Quality, FirstVisit };
    static constexpr int mostVisitColumns = 24;

    using QAbstractTableModel::QAbstractTableModel;
    /// Shows these rows of the index, in this order.
    void show(std::shared_ptr<const CohortIndex> index, std::vector<int> rows);
    [[nodiscard]] const CohortIndex* index() const { return source.get(); }
    [[nodiscard]] const std::vector<int>& rows() const { return shown; }
    [[nodiscard]] const CohortIndex::Row& participant(int row) const {
        return source->row(shown[static_cast<std::size_t>(row)]);
    }
    /// Null where the participant has no such visit, or the column is none of a visit.
    [[nodiscard]] const CohortIndex::VisitRow* visit(const QModelIndex& cell) const;
    /// Row that shows the participant, or -1.
    [[nodiscard]] int rowOf(const QString& participantUid) const;
    /// What sorting by a column asks of CohortOrder.
    [[nodiscard]] static QString fieldOf(int column);

    using QAbstractTableModel::index;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& cell, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Says orderChosen(); who listens brings the rows.
    void sort(int column, Qt::SortOrder order) override;

  Q_SIGNALS:
    void orderChosen(const neuraxis::CohortOrder& order);

  private:
    [[nodiscard]] QString text(const CohortIndex::Row& row, int column) const;
    std::shared_ptr<const CohortIndex> source;
    std::vector<int> shown;
    std::vector<int> placeOf; ///< Of each row of the index in `shown`, or -1
    int visitColumns = 0;
};

} // namespace neuraxis
