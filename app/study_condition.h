#pragma once

#include "core/model/cohort_filter.h"

namespace neuraxis {

/// What was asked for is not understood.
struct Usage {
    QString sentence;
};

/// "group=ALS,PLS", "visits>=3", "end!=died" as a condition on this study. Throws Usage.
CohortFilter::Condition conditionOf(const QString& words, const CohortIndex& index);
/// The fields' fixed words, in a line.
QString filterFieldNames();
/// How conditions are written and what each field takes, for help.
QString conditionHelp();

} // namespace neuraxis
