#pragma once

#include "app/command.h"
#include "core/model/cohort_filter.h"

namespace neuraxis {

/// "group=ALS,PLS", "visits>=3", "end!=died" as a condition on this study. Throws Usage.
CohortFilter::Condition conditionOf(const QString& words, const CohortIndex& index);
/// The fields' fixed words, in a line.
QString filterFieldNames();
/// How conditions are written and what each field takes, for help.
QString conditionHelp();

} // namespace neuraxis
