#pragma once

#include "core/analysis/surface_measures.h"

namespace neuraxis {

/// What FreeSurfer's aparc.stats tells of a region.
struct SurfaceRegionStats {
    double vertices = 0, areaMm2 = 0, volumeMm3 = 0, thicknessMm = 0, thicknessSdMm = 0;
    double meanCurvature = 0, gaussianCurvature = 0; ///< Means of absolute values, 1/mm and 1/mm²
    double foldingIndex = 0;                         ///< Sum of area * |k1| (|k1| - |k2|) / 4 pi, |k1| the greater
    double curvatureIndex = 0;                       ///< Sum of area * k1 k2 / 4 pi where that is positive
};

/// Of the regions 0 to `regions` - 1. Volume is thickness times the mean of white and pial area at each vertex.
std::vector<SurfaceRegionStats> surfaceRegionStats(const SurfaceMesh& white, const std::vector<float>& whiteAreas,
                                                   const std::vector<float>& pialAreas,
                                                   const SurfaceCurvature& curvature,
                                                   const std::vector<float>& thicknessMm,
                                                   const std::vector<std::int32_t>& regionOf, std::size_t regions);

} // namespace neuraxis
