#pragma once

#include "core/model/cortex.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace neuraxis::test {

/// An icosahedron whose triangles are halved `times` times, its corners on a sphere: 10 * 4^times + 2 vertices,
/// anticlockwise from outside.
inline std::pair<std::vector<WorldVector>, std::vector<Triangle>> icosphere(int times) {
    const double g = (1 + std::sqrt(5.0)) / 2;
    std::vector<WorldVector> corners{{-1, g, 0},  {1, g, 0},  {-1, -g, 0}, {1, -g, 0}, {0, -1, g},  {0, 1, g},
                                     {0, -1, -g}, {0, 1, -g}, {g, 0, -1},  {g, 0, 1},  {-g, 0, -1}, {-g, 0, 1}};
    std::vector<Triangle> triangles{{0, 11, 5},  {0, 5, 1},  {0, 1, 7},  {0, 7, 10}, {0, 10, 11}, {1, 5, 9}, {5, 11, 4},
                                    {11, 10, 2}, {10, 7, 6}, {7, 1, 8},  {3, 9, 4},  {3, 4, 2},   {3, 2, 6}, {3, 6, 8},
                                    {3, 8, 9},   {4, 9, 5},  {2, 4, 11}, {6, 2, 10}, {8, 6, 7},   {9, 8, 1}};
    for (int time = 0; time < times; ++time) {
        std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> middles;
        const auto middle = [&](std::uint32_t a, std::uint32_t b) {
            const auto [place, isNew] = middles.try_emplace(std::minmax(a, b), std::uint32_t(corners.size()));
            if (isNew) corners.push_back(corners[a] + corners[b]);
            return place->second;
        };
        std::vector<Triangle> finer;
        for (const auto& [a, b, c] : triangles) {
            const std::uint32_t ab = middle(a, b), bc = middle(b, c), ca = middle(c, a);
            for (const Triangle& t : {Triangle{a, ab, ca}, {ab, b, bc}, {ca, bc, c}, {ab, bc, ca}}) finer.push_back(t);
        }
        triangles = std::move(finer);
    }
    for (WorldVector& corner : corners) corner = unit(corner);
    return {corners, triangles};
}

/// A ball of cortex: white and pial surface are spheres about a centre, the inflated one is twice as large.
inline std::shared_ptr<const Hemisphere> ball(Side side, const WorldPoint& centre, double whiteMm, double pialMm,
                                              int times = 4) {
    const auto [directions, triangles] = icosphere(times);
    Hemisphere hemisphere;
    hemisphere.side = side;
    hemisphere.vertices = directions.size();
    hemisphere.triangles = triangles;
    for (const WorldVector& direction : directions) {
        const auto at = [&](double radius) {
            const WorldPoint p = centre + direction * radius;
            return SurfacePoint{float(p.x), float(p.y), float(p.z)};
        };
        hemisphere.shapes[0].push_back(at(whiteMm));
        hemisphere.shapes[1].push_back(at(pialMm));
        hemisphere.shapes[2].push_back(at(2 * pialMm));
    }
    return ready(std::move(hemisphere));
}

/// Two balls of 30 and 33 mm, left and right, with what `value` tells of each vertex's direction as "thickness" in mm,
/// and a parcellation "aparc" of an upper region "superior" (red) and a lower one "inferior" (green).
template <class Value> std::shared_ptr<Cortex> twoBalls(Value value, int times = 4) {
    auto cortex = std::make_shared<Cortex>();
    cortex->name = QStringLiteral("balls");
    auto map = std::make_shared<CortexMap>();
    map->name = QStringLiteral("thickness");
    map->unit = QStringLiteral("mm");
    auto regions = std::make_shared<Parcellation>();
    regions->name = QStringLiteral("aparc");
    const auto directions = icosphere(times).first;
    for (const Side side : {Side::Left, Side::Right}) {
        const auto i = static_cast<std::size_t>(side);
        cortex->sides[i] = ball(side, {side == Side::Left ? 40.0 : -40.0, 0, 0}, 30, 33, times);
        std::vector<float> values;
        std::vector<std::int32_t> regionOf;
        for (const WorldVector& direction : directions) {
            values.push_back(float(value(direction)));
            regionOf.push_back(direction.z >= 0 ? 0 : 1);
        }
        map->values[i] = std::make_shared<const std::vector<float>>(values);
        regions->regions[i] = {{1000, QStringLiteral("superior"), 0xffdc1414},
                               {1001, QStringLiteral("inferior"), 0xff14c814}};
        regions->regionOf[i] = std::make_shared<const std::vector<std::int32_t>>(regionOf);
    }
    cortex->maps = {map};
    cortex->parcellations = {regions};
    return cortex;
}

} // namespace neuraxis::test
