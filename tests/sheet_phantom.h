#pragma once

#include "core/model/cortex.h"

#include <cmath>

namespace neuraxis::test {

/// A flat sheet of columns by rows vertices in a plane of its own, white at height 0 and pial `thicknessMm` above it.
/// Vertex c + columns * r lies at corner + c * along + r * across.
inline Hemisphere sheet(Side side, std::uint32_t columns, std::uint32_t rows, const WorldPoint& corner,
                        const WorldVector& along, const WorldVector& across, double thicknessMm) {
    Hemisphere made;
    made.side = side;
    made.vertices = std::size_t{columns} * rows;
    const WorldVector up = unit(cross(along, across)) * thicknessMm;
    const auto point = [](const WorldPoint& p) {
        return SurfacePoint{static_cast<float>(p.x), static_cast<float>(p.y), static_cast<float>(p.z)};
    };
    for (std::uint32_t r = 0; r < rows; ++r)
        for (std::uint32_t c = 0; c < columns; ++c) {
            const WorldPoint at = corner + along * c + across * r;
            made.shapes[0].push_back(point(at));
            made.shapes[1].push_back(point(at + up));
        }
    for (std::uint32_t r = 0; r + 1 < rows; ++r)
        for (std::uint32_t c = 0; c + 1 < columns; ++c) {
            const std::uint32_t a = c + columns * r, b = a + 1, d = a + columns, e = d + 1;
            made.triangles.push_back({a, b, e});
            made.triangles.push_back({a, e, d});
        }
    return made;
}

/// A map of one side.
inline std::shared_ptr<const CortexMap> mapOf(Side side, const QString& name, std::vector<float> values) {
    CortexMap map{name, {}, {}};
    map.values[static_cast<std::size_t>(side)] = std::make_shared<const std::vector<float>>(std::move(values));
    return std::make_shared<const CortexMap>(std::move(map));
}

/// A parcellation of one side.
inline std::shared_ptr<const Parcellation> parcellationOf(Side side, const QStringList& names,
                                                          std::vector<std::int32_t> regionOf) {
    Parcellation made;
    made.name = QStringLiteral("aparc");
    const auto s = static_cast<std::size_t>(side);
    for (qsizetype i = 0; i < names.size(); ++i) made.regions[s].push_back({static_cast<int>(i), names[i], 0});
    made.regionOf[s] = std::make_shared<const std::vector<std::int32_t>>(std::move(regionOf));
    return std::make_shared<const Parcellation>(std::move(made));
}

} // namespace neuraxis::test
