#include "core/analysis/demo_cortex.h"

#include "core/analysis/demo_white_matter.h"
#include "core/analysis/surface_crossings.h"
#include "core/analysis/surface_measures.h"
#include "core/analysis/surface_vectors.h"
#include "core/analysis/surface_wrap.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace neuraxis {

namespace {

double areaOf(const SurfaceMesh& mesh) {
    double area = 0;
    for (const auto& [a, b, c] : mesh.triangles)
        area += length(cross(mesh.points[b] - mesh.points[a], mesh.points[c] - mesh.points[a])) / 2;
    return area;
}

/// Puts the middle of what the points span at the origin and multiplies by a factor.
void centre(std::vector<SurfacePoint>& points, double factor) {
    SurfacePoint least = points.front(), most = least;
    for (const SurfacePoint& p : points) {
        least = {std::min(least.x, p.x), std::min(least.y, p.y), std::min(least.z, p.z)};
        most = {std::max(most.x, p.x), std::max(most.y, p.y), std::max(most.z, p.z)};
    }
    const SurfacePoint middle = (least + most) * 0.5F;
    for (SurfacePoint& p : points) p = (p - middle) * static_cast<float>(factor);
}

/// Evened until sulci are open, at the area it had.
std::vector<SurfacePoint> inflate(const SurfaceMesh& white, const VertexGraph& neighbours) {
    SurfaceMesh mesh = white;
    const double area = areaOf(white);
    for (int step = 0; step < 12; ++step) {
        mesh.points = neighbours.averaged(std::move(mesh.points), 20);
        centre(mesh.points, std::sqrt(area / areaOf(mesh)));
    }
    return mesh.points;
}

std::vector<float> sulcOf(const SurfaceMesh& white, const VertexGraph& neighbours) {
    const SurfaceMesh hull{neighbours.averaged(white.points, 100), white.triangles};
    const std::vector<SurfacePoint> normals = vertexNormals(hull);
    std::vector<float> depth;
    for (std::size_t v = 0; v < normals.size(); ++v) depth.push_back(dot(hull.points[v] - white.points[v], normals[v]));
    const auto mean =
        static_cast<float>(std::accumulate(depth.begin(), depth.end(), 0.0) / static_cast<double>(depth.size()));
    for (float& d : depth) d -= mean;
    return depth;
}

/// The thickness, but no more than a few sides' lengths beside where the cortex ends.
std::vector<float> roomAtEdge(const std::vector<float>& thicknessMm, const VertexGraph& neighbours) {
    std::vector<float> room = thicknessMm;
    constexpr float risePerRing = 0.8F;
    for (int ring = 0; ring < 5; ++ring) {
        const std::vector<float> before = room;
        for (std::uint32_t v = 0; v < room.size(); ++v)
            for (const std::uint32_t n : neighbours.of(v)) room[v] = std::min(room[v], before[n] + risePerRing);
    }
    return room;
}

/// 1 and all waves at a place of the template.
double variationAt(const SurfacePoint& p) {
    double factor = 1;
    for (const DemoWave& wave : demoWaves())
        factor += wave.share * std::sin(2 * std::numbers::pi * dot(wave.perMm, toWorld(p) - WorldPoint()) + wave.phase);
    return factor;
}

std::vector<float> thicknessOf(const DemoHemisphere& hemisphere, const VertexGraph& neighbours) {
    const std::vector<std::int32_t>& regionOf = hemisphere.regionOf;
    std::vector<double> factors, sums(demoRegions().size()), counts(sums.size());
    for (std::size_t v = 0; v < regionOf.size(); ++v) {
        factors.push_back(variationAt(hemisphere.white.points[v]));
        sums[static_cast<std::size_t>(regionOf[v])] += factors[v];
        ++counts[static_cast<std::size_t>(regionOf[v])];
    }
    std::vector<float> thicknessMm;
    for (const std::int32_t at : regionOf) {
        const auto region = static_cast<std::size_t>(at);
        thicknessMm.push_back(static_cast<float>(demoRegions()[region].thicknessMm * counts[region] / sums[region]));
    }
    thicknessMm = neighbours.averaged(std::move(thicknessMm), demoAveragings);
    for (std::size_t v = 0; v < regionOf.size(); ++v)
        thicknessMm[v] = regionOf[v] == 0 ? 0 : static_cast<float>(thicknessMm[v] * factors[v]);
    return thicknessMm;
}

} // namespace

const std::vector<DemoWave>& demoWaves() {
    static const std::vector<DemoWave> all = [] {
        constexpr int count = 8;
        constexpr double turn = 2.399963229728653; // the golden angle: directions spread evenly
        std::vector<DemoWave> made;
        for (int i = 0; i < count; ++i) {
            const double up = (i + 0.5) / count, out = std::sqrt(1 - up * up);
            const double wavelengthMm = 8 + 1.5 * (i * 3 % count);
            made.push_back({WorldVector{out * std::cos(turn * i), out * std::sin(turn * i), up} * (1 / wavelengthMm),
                            turn * i * i + i + 1, 0.08});
        }
        return made;
    }();
    return all;
}

std::vector<float> DemoHemisphere::thinned(const std::vector<DemoThinning>& thinnings) const {
    std::vector<float> left = thicknessMm;
    for (std::size_t v = 0; v < left.size(); ++v) {
        if (regionOf[v] == 0) continue;
        for (const DemoThinning& thinning : thinnings) {
            const WorldVector away = toWorld(white.points[v]) - thinning.centreLps;
            const double nearness = std::exp(-dot(away, away) / (2 * thinning.sigmaMm * thinning.sigmaMm));
            left[v] -= static_cast<float>((thinning.overallMm + thinning.mm * nearness) * motorShare[v]);
        }
    }
    return left;
}

SurfaceMesh demoPial(const SurfaceMesh& white, const std::vector<SurfacePoint>& ways, std::vector<float>& mm,
                     const VertexGraph& neighbours) {
    SurfaceMesh pial = white;
    std::vector<char> among;
    for (int round = 0; round < 200; ++round) {
        for (std::size_t v = 0; v < mm.size(); ++v) {
            pial.points[v] = white.points[v] + ways[v] * mm[v];
        }
        const std::vector<char> crossing = crossingTriangles(pial, round == 0 ? nullptr : &among);
        if (std::count(crossing.begin(), crossing.end(), 1) == 0) break;
        std::vector<float> less(mm.size(), 1);
        for (std::size_t t = 0; t < crossing.size(); ++t)
            if (crossing[t] != 0)
                for (const std::uint32_t v : pial.triangles[t]) less[v] = 0.85F;
        less = neighbours.averaged(std::move(less), 1);
        for (std::size_t v = 0; v < mm.size(); ++v) mm[v] *= less[v];
        among.assign(crossing.size(), 0);
        for (std::size_t t = 0; t < among.size(); ++t)
            for (const std::uint32_t v : pial.triangles[t])
                if (less[v] < 1) among[t] = 1;
    }
    return pial;
}

DemoHemisphere demoHemisphere(const Volume& brain, const DemoAtlas& atlas, Side side, int subdivisions) {
    DemoHemisphere made;
    made.side = side;
    made.white = wrapped(demoWhiteMatter(brain, atlas, side), subdivisions);
    const VertexGraph neighbours(made.white.points.size(), made.white.triangles);
    made.ways = neighbours.averaged(vertexNormals(made.white), 10);
    for (SurfacePoint& way : made.ways) way = unit(way);
    made.regionOf = demoParcellation(made.white, made.ways, neighbours, atlas);
    made.thicknessMm = thicknessOf(made, neighbours);
    const int precentral = demoRegion("precentral"), paracentral = demoRegion("paracentral");
    for (const std::int32_t region : made.regionOf)
        made.motorShare.push_back(region == precentral    ? 1.F
                                  : region == paracentral ? static_cast<float>(demoParacentralShare)
                                                          : 0.F);
    made.motorShare = neighbours.averaged(std::move(made.motorShare), demoAveragings);
    made.roomMm = roomAtEdge(made.thicknessMm, neighbours);
    demoPial(made.white, made.ways, made.roomMm, neighbours);
    made.inflated = inflate(made.white, neighbours);
    made.sulcMm = sulcOf(made.white, neighbours);
    made.sphere = icosphere(subdivisions).points;
    for (SurfacePoint& p : made.sphere) p = p * 100;
    return made;
}

} // namespace neuraxis
