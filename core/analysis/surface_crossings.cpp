#include "core/analysis/surface_crossings.h"

#include "core/analysis/surface_vectors.h"
#include "core/analysis/vertex_graph.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace neuraxis {

namespace {

/// Möller and Trumbore 1997.
bool cuts(const SurfacePoint& p, const SurfacePoint& q, const std::array<SurfacePoint, 3>& t) {
    const WorldVector way = between(p, q), one = between(t[0], t[1]), two = between(t[0], t[2]);
    const WorldVector h = cross(way, two);
    const double a = dot(one, h);
    if (std::abs(a) < 1e-14) return false;
    const WorldVector s = between(t[0], p);
    const double u = dot(s, h) / a;
    if (u < 0 || u > 1) return false;
    const WorldVector r = cross(s, one);
    const double v = dot(way, r) / a, along = dot(two, r) / a;
    return v >= 0 && u + v <= 1 && along >= 0 && along <= 1;
}

struct Extent {
    std::array<float, 3> least, most;
    [[nodiscard]] bool meets(const Extent& other) const {
        for (std::size_t i = 0; i < 3; ++i)
            if (least[i] > other.most[i] || other.least[i] > most[i]) return false;
        return true;
    }
};

} // namespace

std::vector<char> crossingTriangles(const SurfaceMesh& mesh, const std::vector<char>* among) {
    constexpr float cell = 2.5F; // mm
    std::vector<Extent> extents;
    extents.reserve(mesh.triangles.size());
    Extent all{{1e9F, 1e9F, 1e9F}, {-1e9F, -1e9F, -1e9F}};
    for (const Triangle& t : mesh.triangles) {
        Extent e{{1e9F, 1e9F, 1e9F}, {-1e9F, -1e9F, -1e9F}};
        for (const std::uint32_t v : t) {
            const std::array<float, 3> p{mesh.points[v].x, mesh.points[v].y, mesh.points[v].z};
            for (std::size_t i = 0; i < 3; ++i) {
                e.least[i] = std::min(e.least[i], p[i]);
                e.most[i] = std::max(e.most[i], p[i]);
                all.least[i] = std::min(all.least[i], p[i]);
                all.most[i] = std::max(all.most[i], p[i]);
            }
        }
        extents.push_back(e);
    }
    std::array<std::size_t, 3> cells{};
    const auto of = [&](float at, std::size_t axis) { return static_cast<std::size_t>((at - all.least[axis]) / cell); };
    for (std::size_t i = 0; i < 3; ++i) cells[i] = of(all.most[i], i) + 1;
    const auto forCells = [&](const Extent& e, auto visit) {
        for (std::size_t z = of(e.least[2], 2); z <= of(e.most[2], 2); ++z)
            for (std::size_t y = of(e.least[1], 1); y <= of(e.most[1], 1); ++y)
                for (std::size_t x = of(e.least[0], 0); x <= of(e.most[0], 0); ++x)
                    visit((z * cells[1] + y) * cells[0] + x);
    };
    std::vector<std::uint32_t> first(cells[0] * cells[1] * cells[2] + 1), members;
    // Of some triangles, only the cells about them are looked into
    std::vector<char> isWanted(first.size(), among ? 0 : 1);
    for (std::size_t t = 0; among && t < extents.size(); ++t)
        if ((*among)[t] != 0) forCells(extents[t], [&](std::size_t c) { isWanted[c] = 1; });
    for (const Extent& e : extents) forCells(e, [&](std::size_t c) { first[c + 1] += isWanted[c]; });
    for (std::size_t c = 1; c < first.size(); ++c) first[c] += first[c - 1];
    members.resize(first.back());
    std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
    for (std::uint32_t t = 0; t < extents.size(); ++t)
        forCells(extents[t], [&](std::size_t c) {
            if (isWanted[c] != 0) members[next[c]++] = t;
        });

    const auto corners = [&](std::uint32_t t) {
        const Triangle& is = mesh.triangles[t];
        return std::array<SurfacePoint, 3>{mesh.points[is[0]], mesh.points[is[1]], mesh.points[is[2]]};
    };
    std::vector<char> crossing(mesh.triangles.size());
    for (std::uint32_t t = 0; t < extents.size(); ++t) {
        if (among && (*among)[t] == 0) continue;
        forCells(extents[t], [&](std::size_t c) {
            for (std::uint32_t m = first[c]; m < first[c + 1]; ++m) {
                const std::uint32_t other = members[m];
                const bool isLater = other > t || (among && (*among)[other] == 0);
                if (!isLater || (crossing[t] != 0 && crossing[other] != 0) || !extents[t].meets(extents[other]))
                    continue;
                const Triangle &a = mesh.triangles[t], &b = mesh.triangles[other];
                if (std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) != a.end()) continue;
                const auto p = corners(t), q = corners(other);
                bool doCut = false;
                for (std::size_t i = 0; i < 3 && !doCut; ++i)
                    doCut = cuts(p[i], p[(i + 1) % 3], q) || cuts(q[i], q[(i + 1) % 3], p);
                if (doCut) crossing[t] = crossing[other] = 1;
            }
        });
    }
    return crossing;
}

void untangle(SurfaceMesh& mesh, int rounds) {
    const VertexGraph neighbours(mesh.points.size(), mesh.triangles);
    std::vector<char> crossing = crossingTriangles(mesh);
    for (int round = 0; round < rounds && std::count(crossing.begin(), crossing.end(), 1) > 0; ++round) {
        std::vector<char> moves(mesh.points.size());
        for (std::size_t t = 0; t < crossing.size(); ++t)
            if (crossing[t] != 0)
                for (const std::uint32_t v : mesh.triangles[t]) moves[v] = 1;
        // The longer it takes, the farther about
        for (int ring = 0; ring < 1 + round / 4; ++ring) {
            const std::vector<char> inner = moves;
            for (std::uint32_t v = 0; v < moves.size(); ++v)
                if (inner[v] != 0)
                    for (const std::uint32_t n : neighbours.of(v)) moves[n] = 1;
        }
        for (int pass = 0; pass < 4; ++pass) {
            const std::vector<SurfacePoint> before = mesh.points;
            for (std::uint32_t v = 0; v < moves.size(); ++v) {
                if (moves[v] == 0) continue;
                SurfacePoint sum;
                for (const std::uint32_t n : neighbours.of(v)) sum = sum + before[n];
                const auto about = static_cast<float>(neighbours.of(v).size());
                mesh.points[v] = before[v] * 0.3F + sum * (0.7F / about);
            }
        }
        std::vector<char> among(crossing.size());
        for (std::size_t t = 0; t < among.size(); ++t)
            for (const std::uint32_t v : mesh.triangles[t])
                if (moves[v] != 0) among[t] = 1;
        crossing = crossingTriangles(mesh, &among);
    }
}

} // namespace neuraxis
