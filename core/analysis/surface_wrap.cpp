#include "core/analysis/surface_wrap.h"

#include "core/analysis/surface_crossings.h"
#include "core/analysis/surface_vectors.h"

#include <algorithm>
#include <cmath>

namespace neuraxis {

namespace {

/// One step on the way from the blob to the folds.
struct Stage {
    double sigmaMm;
    int subdivisions, rounds;
    double share; ///< Of the matter's volume that the level encloses
};
// Coarse stages leave out a tenth of the volume, so that sulci open early: gyri grow out of a core without trouble, but
// no sulcus opens behind a sheet that lies over it.
constexpr Stage stages[] = {{10, 3, 200, .9}, {7, 4, 100, .9},   {5, 4, 100, .9},   {4, 5, 30, .9},
                            {3.4, 5, 30, .9}, {2.8, 5, 40, .9},  {2.3, 6, 15, .9},  {1.9, 6, 12, .9},
                            {1.6, 6, 12, .9}, {1.3, 6, 12, .92}, {1.0, 6, 12, .95}, {wrapSigmaMm, 6, 20, 1}};

/// The level above which the blurred matter has the volume of the matter.
float levelOf(const ScalarGrid& blurred, std::size_t voxels) {
    std::vector<float> values;
    values.reserve(blurred.values().size() / 2);
    for (const float v : blurred.values())
        if (v > 0.02F) values.push_back(v);
    if (values.size() <= voxels) return 0.02F;
    const auto at = values.end() - static_cast<std::ptrdiff_t>(voxels);
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

/// A vertex with the surface's direction there.
struct Oriented {
    SurfacePoint point, normal;
};

/// The vertices by the cells they lie in, for finding those near a place.
class Cells {
  public:
    void fill(const std::vector<SurfacePoint>& points, const std::vector<SurfacePoint>& normals, float side) {
        cell = side;
        least = points.front();
        SurfacePoint most = least;
        for (const SurfacePoint& p : points) {
            least = {std::min(least.x, p.x), std::min(least.y, p.y), std::min(least.z, p.z)};
            most = {std::max(most.x, p.x), std::max(most.y, p.y), std::max(most.z, p.z)};
        }
        nx = of(most.x - least.x) + 1;
        ny = of(most.y - least.y) + 1;
        nz = of(most.z - least.z) + 1;
        first.assign(static_cast<std::size_t>(nx) * static_cast<std::size_t>(ny) * static_cast<std::size_t>(nz) + 1, 0);
        for (const SurfacePoint& p : points) ++first[at(p) + 1];
        for (std::size_t i = 1; i < first.size(); ++i) first[i] += first[i - 1];
        next.assign(first.begin(), first.end() - 1);
        members.resize(points.size());
        for (std::size_t v = 0; v < points.size(); ++v) members[next[at(points[v])]++] = {points[v], normals[v]};
    }
    /// Calls visit(Oriented) for all within `side` of p, and some more.
    template <class Visit> void about(const SurfacePoint& p, Visit visit) const {
        const int i = of(p.x - least.x), j = of(p.y - least.y), k = of(p.z - least.z);
        for (int z = std::max(k - 1, 0); z <= std::min(k + 1, nz - 1); ++z)
            for (int y = std::max(j - 1, 0); y <= std::min(j + 1, ny - 1); ++y) {
                const std::size_t row =
                    (static_cast<std::size_t>(z) * static_cast<std::size_t>(ny) + static_cast<std::size_t>(y)) *
                    static_cast<std::size_t>(nx);
                const std::size_t from = row + static_cast<std::size_t>(std::clamp(i - 1, 0, nx - 1)),
                                  to = row + static_cast<std::size_t>(std::clamp(i + 1, 0, nx - 1));
                for (std::uint32_t m = first[from]; m < first[to + 1]; ++m) visit(members[m]);
            }
    }

  private:
    [[nodiscard]] int of(float mm) const { return static_cast<int>(std::floor(mm / cell)); }
    [[nodiscard]] std::size_t at(const SurfacePoint& p) const {
        return (static_cast<std::size_t>(of(p.z - least.z)) * static_cast<std::size_t>(ny) +
                static_cast<std::size_t>(of(p.y - least.y))) *
                   static_cast<std::size_t>(nx) +
               static_cast<std::size_t>(of(p.x - least.x));
    }
    float cell = 1;
    SurfacePoint least;
    int nx = 1, ny = 1, nz = 1;
    std::vector<std::uint32_t> first, next;
    std::vector<Oriented> members; ///< Copies in the cells' order, which are read faster than from all over the memory
};

/// Moves the vertices towards a level of a field, and along the surface to where the triangles about are large.
void follow(SurfaceMesh& mesh, const ScalarGrid& field, float level, int rounds) {
    constexpr float even = 0.3F, smooth = 0.15F; // shares of the way to the middle of the triangles about
    constexpr float farthest = 0.35F, clear = 0.4F, beside = 0.9F; // shares of a triangle's side
    std::vector<SurfacePoint> normals(mesh.points.size()), middles(mesh.points.size());
    std::vector<float> areas(mesh.points.size()), weights(mesh.points.size());
    std::vector<SurfacePoint> before;
    Cells cells;
    for (int round = 0; round < rounds; ++round) {
        std::fill(normals.begin(), normals.end(), SurfacePoint{});
        std::fill(middles.begin(), middles.end(), SurfacePoint{});
        std::fill(areas.begin(), areas.end(), 0.F);
        std::fill(weights.begin(), weights.end(), 0.F);
        for (const auto& [a, b, c] : mesh.triangles) {
            const SurfacePoint &p = mesh.points[a], &q = mesh.points[b], &r = mesh.points[c];
            const SurfacePoint n = cross(q - p, r - p);
            const float area = length(n), weight = area * area;
            const SurfacePoint middle = (p + q + r) * (weight / 3);
            for (const std::uint32_t v : {a, b, c}) {
                normals[v] = normals[v] + n;
                middles[v] = middles[v] + middle;
                areas[v] += area;
                weights[v] += weight;
            }
        }
        double allAreas = 0;
        for (std::size_t v = 0; v < mesh.points.size(); ++v) {
            normals[v] = unit(normals[v]);
            allAreas += areas[v];
        }
        before = mesh.points;
        const float sideMm = static_cast<float>(1.075 * std::sqrt(allAreas / 6 / static_cast<double>(areas.size())));
        cells.fill(before, normals, 1.5F * sideMm);
        for (std::size_t v = 0; v < mesh.points.size(); ++v) {
            SurfacePoint& p = mesh.points[v];
            const SurfacePoint n = normals[v];
            const SurfacePoint pull = middles[v] * (1 / std::max(weights[v], 1e-12F)) - p;
            const auto [value, gradient] = field.at(p);
            const float fall = -dot(gradient, n), steep = length(gradient);
            // Where the surface lies badly, the matter says where its outside is.
            const bool isBad = steep > 0.01F && fall < 0.3F * steep;
            const SurfacePoint way = isBad ? gradient * (-1 / steep) : n;
            const float slope = std::max(isBad ? steep : fall, 0.03F);
            const float reach = std::min(farthest * std::sqrt(areas[v] / 6), 1.F);
            float step = std::clamp((value - level) / slope * 0.7F, -reach, reach);
            // Room to the sheet across the sulcus and across the gyrus: each takes half of what is more than the least.
            float front = 1e6F, behind = 1e6F;
            const float side = std::min(1.075F * std::sqrt(areas[v] / 6), 1.5F * sideMm), least = clear * side;
            cells.about(before[v], [&](const Oriented& other) {
                if (dot(other.normal, n) > 0) return;
                const SurfacePoint w = other.point - before[v];
                const float along = dot(w, n);
                if (dot(w, w) - along * along > beside * beside * side * side) return;
                if (along > 0) front = std::min(front, along);
                if (along < 0) behind = std::min(behind, -along);
            });
            step = std::clamp(step, -std::max((behind - least) / 2, -reach), std::max((front - least) / 2, -reach));
            p = p + pull * even + n * ((smooth - even) * dot(pull, n)) + way * step;
        }
    }
}

/// An icosphere laid about what lies above the level: on each ray from the middle the farthest place.
SurfaceMesh laidAbout(const ScalarGrid& field, float level, int subdivisions) {
    double x = 0, y = 0, z = 0, count = 0;
    std::size_t at = 0;
    for (int k = 0; k < field.size()[2]; ++k)
        for (int j = 0; j < field.size()[1]; ++j)
            for (int i = 0; i < field.size()[0]; ++i, ++at)
                if (field.values()[at] > level) {
                    x += i;
                    y += j;
                    z += k;
                    ++count;
                }
    const SurfacePoint middle{static_cast<float>(field.firstLpsMm()[0] + x / count),
                              static_cast<float>(field.firstLpsMm()[1] + y / count),
                              static_cast<float>(field.firstLpsMm()[2] + z / count)};
    SurfaceMesh mesh = icosphere(subdivisions);
    for (SurfacePoint& p : mesh.points) {
        float far = 150;
        while (far > 5 && field.at(middle + p * far).value < level) far -= 0.5F;
        p = middle + p * far;
    }
    return mesh;
}

} // namespace

SurfaceMesh wrapped(const ScalarGrid& matter, int subdivisions) {
    const auto voxels = static_cast<std::size_t>(
        std::count_if(matter.values().begin(), matter.values().end(), [](float v) { return v > wrapLevel; }));
    SurfaceMesh mesh;
    int split = std::min(3, subdivisions);
    for (const Stage& stage : stages) {
        const ScalarGrid field = matter.smoothed(stage.sigmaMm);
        const float level = stage.sigmaMm == wrapSigmaMm
                                ? wrapLevel
                                : levelOf(field, static_cast<std::size_t>(static_cast<double>(voxels) * stage.share));
        if (mesh.points.empty()) mesh = laidAbout(field, level, split);
        for (; split < std::min(stage.subdivisions, subdivisions); ++split) subdivide(mesh);
        follow(mesh, field, level, stage.rounds);
        if (stage.sigmaMm < 4) untangle(mesh, 40);
    }
    return mesh;
}

} // namespace neuraxis
