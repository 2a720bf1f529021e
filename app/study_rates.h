#pragma once

#include "app/region_trajectories.h"
#include "app/study_tables.h"

namespace neuraxis {

/// Prints how a participant's regions change, as `neuraxis study rates` has it, and writes the table to `out` unless that
/// is empty. Throws io::Error.
void printRates(const FilteredStudy& all, const TrajectoryWish& wish, const QString& out);

} // namespace neuraxis
