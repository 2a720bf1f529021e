#include "core/analysis/surface_region_stats.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace neuraxis {

std::vector<SurfaceRegionStats> surfaceRegionStats(const SurfaceMesh& white, const std::vector<float>& whiteAreas,
                                                   const std::vector<float>& pialAreas,
                                                   const SurfaceCurvature& curvature,
                                                   const std::vector<float>& thicknessMm,
                                                   const std::vector<std::int32_t>& regionOf, std::size_t regions) {
    std::vector<SurfaceRegionStats> all(regions);
    std::vector<double> squares(regions);
    for (std::size_t v = 0; v < white.points.size(); ++v) {
        const auto region = static_cast<std::size_t>(regionOf[v]);
        SurfaceRegionStats& r = all[region];
        const double area = whiteAreas[v], thickness = thicknessMm[v];
        const double mean = curvature.mean[v], gaussian = curvature.gaussian[v];
        const double apart = std::sqrt(std::max(mean * mean - gaussian, 0.0));
        const double one = std::abs(mean) + apart, other = std::abs(std::abs(mean) - apart);
        ++r.vertices;
        r.areaMm2 += area;
        r.volumeMm3 += thickness * (area + pialAreas[v]) / 2;
        r.thicknessMm += thickness;
        squares[region] += thickness * thickness;
        r.meanCurvature += std::abs(mean);
        r.gaussianCurvature += std::abs(gaussian);
        r.foldingIndex += area * one * (one - other) / (4 * std::numbers::pi);
        r.curvatureIndex += area * std::max(gaussian, 0.0) / (4 * std::numbers::pi);
    }
    for (std::size_t region = 0; region < regions; ++region) {
        SurfaceRegionStats& r = all[region];
        if (r.vertices == 0) continue;
        r.thicknessMm /= r.vertices;
        r.thicknessSdMm = std::sqrt(std::max(squares[region] / r.vertices - r.thicknessMm * r.thicknessMm, 0.0));
        r.meanCurvature /= r.vertices;
        r.gaussianCurvature /= r.vertices;
    }
    return all;
}

} // namespace neuraxis
