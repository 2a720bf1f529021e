#pragma once

#include "core/analysis/surface_measures.h"
#include "core/io/freesurfer_stats_write.h"

#include <memory>

namespace neuraxis {

/// What FreeSurfer's table aparc.stats tells of a side's demoRegions(), from its white and pial surfaces, thickness and
/// curvature.
std::vector<io::StatsRow> demoStats(const std::shared_ptr<const Hemisphere>& hemisphere,
                                    const std::vector<float>& thicknessMm, const std::vector<std::int32_t>& regionOf,
                                    const SurfaceCurvature& curvature);

} // namespace neuraxis
