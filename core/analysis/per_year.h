#pragma once

#include "core/model/volume.h"

namespace neuraxis {

/// A map of a change as a rate: every value divided by the years between the visits, the unit with "/yr". The voxels are
/// shared. `years` is not 0; below shortestRateYears (trend.h) the change itself says more.
std::shared_ptr<const Volume> perYear(const std::shared_ptr<const Volume>& change, double years);

} // namespace neuraxis
