#include "app/demo_stats.h"

#include "core/analysis/demo_regions.h"
#include "core/analysis/region_measures.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace neuraxis {

namespace {

/// What a table tells of folds, by vertex. k1 and k2 are the curvatures, k1 the greater without its sign.
struct Folds {
    std::vector<float> mean, gaussian; ///< Without their signs, 1/mm and 1/mm²
    std::vector<float> index;          ///< Area * |k1| (|k1| - |k2|) / 4 pi
    std::vector<float> curved;         ///< Area * k1 k2 / 4 pi where that is positive
};

Folds foldsOf(const SurfaceCurvature& curvature, const std::vector<double>& areasMm2) {
    Folds made;
    for (std::size_t v = 0; v < areasMm2.size(); ++v) {
        const double mean = curvature.mean[v], gaussian = curvature.gaussian[v];
        const double share = areasMm2[v] / (4 * std::numbers::pi);
        const double apart = std::sqrt(std::max(mean * mean - gaussian, 0.0));
        const double one = std::abs(mean) + apart, other = std::abs(std::abs(mean) - apart);
        made.mean.push_back(static_cast<float>(std::abs(mean)));
        made.gaussian.push_back(static_cast<float>(std::abs(gaussian)));
        made.index.push_back(static_cast<float>(share * one * (one - other)));
        made.curved.push_back(static_cast<float>(share * std::max(gaussian, 0.0)));
    }
    return made;
}

} // namespace

std::vector<io::StatsRow> demoStats(const std::shared_ptr<const Hemisphere>& hemisphere,
                                    const std::vector<float>& thicknessMm, const std::vector<std::int32_t>& regionOf,
                                    const SurfaceCurvature& curvature, const std::vector<double>& areasMm2) {
    const auto side = static_cast<std::size_t>(hemisphere->side);
    Parcellation parcellation;
    for (const DemoRegion& region : demoRegions()) parcellation.regions[side].push_back(region.label);
    parcellation.regionOf[side] = std::make_shared<const std::vector<std::int32_t>>(regionOf);
    const auto mapOf = [&](const QString& name, const std::vector<float>& values) {
        auto map = std::make_shared<CortexMap>();
        map->name = name;
        map->values[side] = std::make_shared<const std::vector<float>>(values);
        return map;
    };
    Cortex cortex;
    cortex.sides[side] = hemisphere;
    cortex.maps = {mapOf(QStringLiteral("thickness"), thicknessMm)};
    const Folds folds = foldsOf(curvature, areasMm2);
    const auto meansOf = [&](const std::vector<float>& values) {
        return regionMeans(*mapOf({}, values), parcellation);
    };
    const auto mean = meansOf(folds.mean), gaussian = meansOf(folds.gaussian), index = meansOf(folds.index),
               curved = meansOf(folds.curved);
    std::vector<io::StatsRow> rows;
    for (const RegionMeasures& region : regionMeasures(cortex, parcellation)) {
        const std::size_t r = rows.size(); // the same regions in the same order
        rows.push_back({region, mean[r].mean, gaussian[r].mean, index[r].mean * region.vertices,
                        curved[r].mean * region.vertices});
    }
    return rows;
}

} // namespace neuraxis
