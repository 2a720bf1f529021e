#include "core/analysis/demo_cortex.h"

#include "core/analysis/demo_white_matter.h"
#include "core/analysis/surface_crossings.h"
#include "core/analysis/surface_vectors.h"
#include "core/analysis/surface_wrap.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace neuraxis {

namespace {

double areaOf(const SurfaceMesh& mesh) {
    const std::vector<float> areas = vertexAreas(mesh);
    return std::accumulate(areas.begin(), areas.end(), 0.0);
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
std::vector<SurfacePoint> inflate(const SurfaceMesh& white, const Neighbours& neighbours) {
    SurfaceMesh mesh = white;
    const double area = areaOf(white);
    for (int step = 0; step < 12; ++step) {
        mesh.points = neighbours.averaged(std::move(mesh.points), 20);
        centre(mesh.points, std::sqrt(area / areaOf(mesh)));
    }
    return mesh.points;
}

std::vector<float> sulcOf(const SurfaceMesh& white, const Neighbours& neighbours) {
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
std::vector<float> roomAtEdge(const std::vector<float>& thicknessMm, const Neighbours& neighbours) {
    std::vector<float> room = thicknessMm;
    constexpr float risePerRing = 0.8F;
    for (int ring = 0; ring < 5; ++ring) {
        const std::vector<float> before = room;
        for (std::size_t v = 0; v < room.size(); ++v)
            for (std::uint32_t n = neighbours.first[v]; n < neighbours.first[v + 1]; ++n)
                room[v] = std::min(room[v], before[neighbours.all[n]] + risePerRing);
    }
    return room;
}

} // namespace

std::vector<float> DemoHemisphere::thinned(const std::vector<DemoThinning>& thinnings) const {
    std::vector<float> left = thicknessMm;
    for (std::size_t v = 0; v < left.size(); ++v) {
        if (regionOf[v] == 0) continue;
        const SurfacePoint& p = white.points[v];
        for (const DemoThinning& thinning : thinnings) {
            const WorldVector away = WorldPoint{p.x, p.y, p.z} - thinning.centreLps;
            left[v] -= static_cast<float>(thinning.mm * precentralShare[v] *
                                          std::exp(-dot(away, away) / (2 * thinning.sigmaMm * thinning.sigmaMm)));
        }
    }
    return left;
}

SurfaceMesh demoPial(const SurfaceMesh& white, const std::vector<SurfacePoint>& ways, std::vector<float>& mm,
                     const Neighbours& neighbours) {
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
    const Neighbours neighbours(made.white);
    made.ways = neighbours.averaged(vertexNormals(made.white), 10);
    for (SurfacePoint& way : made.ways) way = unit(way);
    made.regionOf = demoParcellation(made.white, made.ways, neighbours, atlas);
    const int precentral = demoRegion("precentral");
    for (const std::int32_t region : made.regionOf) {
        made.thicknessMm.push_back(static_cast<float>(demoRegions()[static_cast<std::size_t>(region)].thicknessMm));
        made.precentralShare.push_back(region == precentral ? 1.F : 0.F);
    }
    made.thicknessMm = neighbours.averaged(std::move(made.thicknessMm), demoAveragings);
    made.precentralShare = neighbours.averaged(std::move(made.precentralShare), demoAveragings);
    for (std::size_t v = 0; v < made.regionOf.size(); ++v)
        if (made.regionOf[v] == 0) made.thicknessMm[v] = 0;
    made.roomMm = roomAtEdge(made.thicknessMm, neighbours);
    demoPial(made.white, made.ways, made.roomMm, neighbours);
    made.inflated = inflate(made.white, neighbours);
    made.sulcMm = sulcOf(made.white, neighbours);
    made.sphere = icosphere(subdivisions).points;
    for (SurfacePoint& p : made.sphere) p = p * 100;
    return made;
}

} // namespace neuraxis
