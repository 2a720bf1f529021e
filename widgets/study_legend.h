#pragma once

#include "core/model/cohort_index.h"

#include <QLabel>

namespace neuraxis {

/// What the colours and signs of a view of participants mean, below it.
class StudyLegend : public QLabel {
    Q_OBJECT
  public:
    enum Signs { OfGrid, OfSwimmer };
    StudyLegend();
    /// Groups with how many of theirs are in these rows.
    void tell(const CohortIndex& index, const std::vector<int>& rows, Signs signs);
};

} // namespace neuraxis
