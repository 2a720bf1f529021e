#pragma once

#include "core/analysis/surface_measures.h"
#include "core/io/freesurfer_stats_write.h"

#include <memory>

namespace neuraxis {

/// What FreeSurfer's table aparc.stats tells of a side's demoRegions(), from its white and pial surfaces, thickness,
/// curvature and the white surface's areas by vertex.
std::vector<io::StatsRow> demoStats(const std::shared_ptr<const Hemisphere>& hemisphere,
                                    const std::vector<float>& thicknessMm, const std::vector<std::int32_t>& regionOf,
                                    const SurfaceCurvature& curvature, const std::vector<double>& areasMm2);

} // namespace neuraxis
