#pragma once

#include "core/io/job.h"
#include "core/model/cohort_index.h"

#include <optional>

namespace neuraxis {

/// What 95 % of the vertices of the study's controls stay below from visit to visit, in mm a year, see thicknessNoise();
/// nothing with fewer than five controls who have longitudinal surfaces at two visits and more. Of many the first twenty
/// are taken. Reads their surfaces: not for the GUI thread. Throws io::Cancelled.
std::optional<double> controlsThicknessNoise(const CohortIndex& index, io::Job& job);

} // namespace neuraxis
