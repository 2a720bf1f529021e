#pragma once

#include "core/model/cohort_filter.h"

namespace neuraxis {

/// The participants of a study that pass a filter, in order.
struct FilteredStudy {
    CohortIndex index;
    std::vector<int> rows;

    FilteredStudy(Cohort cohort, const CohortFilter& filter, const CohortOrder& order);
    [[nodiscard]] QStringList uids() const;
    /// By pseudonym; null where there is none.
    [[nodiscard]] const CohortIndex::Row* find(const QString& name) const;
};

/// "group=ALS,PLS", "visits>=3", "follow-up<24" as a condition; nothing where it names no field or is none.
std::optional<CohortFilter::Condition> conditionOf(const QString& words);
/// The fields' fixed words, for help.
QString filterFieldNames();

// One row a participant, or one participant with all visits; dates in ISO, n/a in tables for what is not known.
QString listAsTsv(const FilteredStudy& some);
QString listAsJson(const FilteredStudy& some);
QString showAsText(const FilteredStudy& all, const CohortIndex::Row& row);
QString showAsJson(const FilteredStudy& all, const CohortIndex::Row& row);

} // namespace neuraxis
