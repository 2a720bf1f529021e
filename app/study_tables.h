#pragma once

#include "core/model/cohort_filter.h"

namespace neuraxis {

/// The participants of a study that pass a filter, in order; at first all, by name.
struct FilteredStudy {
    CohortIndex index;
    std::vector<int> rows;

    explicit FilteredStudy(Cohort cohort);
    [[nodiscard]] QStringList uids() const;
    [[nodiscard]] QStringList names() const;
    /// By pseudonym; null where there is none.
    [[nodiscard]] const CohortIndex::Row* find(const QString& name) const;
};

// One row a participant, or one participant with all visits; dates in ISO. What is not known is n/a in tables and null
// in JSON, and is left out of text.
QString listAsTsv(const FilteredStudy& some);
QString listAsJson(const FilteredStudy& some);
QString showAsText(const FilteredStudy& all, const CohortIndex::Row& row);
QString showAsJson(const FilteredStudy& all, const CohortIndex::Row& row);

} // namespace neuraxis
