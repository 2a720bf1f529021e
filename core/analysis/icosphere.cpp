#include "core/analysis/icosphere.h"

#include "core/analysis/surface_vectors.h"

#include <cmath>
#include <unordered_map>

namespace neuraxis {

void subdivide(SurfaceMesh& mesh) {
    std::unordered_map<std::uint64_t, std::uint32_t> middleOf;
    middleOf.reserve(mesh.triangles.size() * 2);
    const auto middle = [&](std::uint32_t a, std::uint32_t b) {
        const std::uint64_t side = std::uint64_t(std::min(a, b)) << 32 | std::max(a, b);
        const auto [at, isNew] = middleOf.try_emplace(side, static_cast<std::uint32_t>(mesh.points.size()));
        if (isNew) mesh.points.push_back((mesh.points[a] + mesh.points[b]) * 0.5F);
        return at->second;
    };
    std::vector<Triangle> split;
    split.reserve(mesh.triangles.size() * 4);
    for (const auto& [a, b, c] : mesh.triangles) {
        const std::uint32_t ab = middle(a, b), bc = middle(b, c), ca = middle(c, a);
        split.push_back({a, ab, ca});
        split.push_back({ab, b, bc});
        split.push_back({ca, bc, c});
        split.push_back({ab, bc, ca});
    }
    mesh.triangles = std::move(split);
}

SurfaceMesh icosphere(int subdivisions) {
    const float g = (1 + std::sqrt(5.F)) / 2;
    SurfaceMesh mesh{{{-1, g, 0},
                      {1, g, 0},
                      {-1, -g, 0},
                      {1, -g, 0},
                      {0, -1, g},
                      {0, 1, g},
                      {0, -1, -g},
                      {0, 1, -g},
                      {g, 0, -1},
                      {g, 0, 1},
                      {-g, 0, -1},
                      {-g, 0, 1}},
                     {{0, 11, 5},  {0, 5, 1},  {0, 1, 7},  {0, 7, 10}, {0, 10, 11}, {1, 5, 9}, {5, 11, 4},
                      {11, 10, 2}, {10, 7, 6}, {7, 1, 8},  {3, 9, 4},  {3, 4, 2},   {3, 2, 6}, {3, 6, 8},
                      {3, 8, 9},   {4, 9, 5},  {2, 4, 11}, {6, 2, 10}, {8, 6, 7},   {9, 8, 1}}};
    const auto round = [&] {
        for (SurfacePoint& p : mesh.points) {
            const float r = length(p);
            p = {p.x / r, p.y / r, p.z / r};
        }
    };
    round();
    for (int i = 0; i < subdivisions; ++i) {
        subdivide(mesh);
        round();
    }
    return mesh;
}

} // namespace neuraxis
