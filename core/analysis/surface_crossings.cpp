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

/// Of two triangles that share no corner, whether a side of one cuts through the other.
bool doCut(const SurfaceMesh& mesh, const Triangle& a, const Triangle& b) {
    if (std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) != a.end()) return false;
    const auto corners = [&](const Triangle& t) {
        return std::array<SurfacePoint, 3>{mesh.points[t[0]], mesh.points[t[1]], mesh.points[t[2]]};
    };
    const auto p = corners(a), q = corners(b);
    for (std::size_t i = 0; i < 3; ++i)
        if (cuts(p[i], p[(i + 1) % 3], q) || cuts(q[i], q[(i + 1) % 3], p)) return true;
    return false;
}

struct Extent {
    std::array<float, 3> least{1e9F, 1e9F, 1e9F}, most{-1e9F, -1e9F, -1e9F};
    void add(const SurfacePoint& p) {
        const std::array<float, 3> at{p.x, p.y, p.z};
        for (std::size_t i = 0; i < 3; ++i) {
            least[i] = std::min(least[i], at[i]);
            most[i] = std::max(most[i], at[i]);
        }
    }
    [[nodiscard]] bool meets(const Extent& other) const {
        for (std::size_t i = 0; i < 3; ++i)
            if (least[i] > other.most[i] || other.least[i] > most[i]) return false;
        return true;
    }
};

/// A mesh's triangles by the cells that they reach into.
class TriangleCells {
  public:
    /// Of `among`, where it is given, only the cells about those triangles are filled.
    TriangleCells(const SurfaceMesh& mesh, const std::vector<char>* among) {
        extents.resize(mesh.triangles.size());
        for (std::size_t t = 0; t < extents.size(); ++t)
            for (const std::uint32_t v : mesh.triangles[t]) {
                extents[t].add(mesh.points[v]);
                all.add(mesh.points[v]);
            }
        for (std::size_t i = 0; i < 3; ++i) counts[i] = cellAt(all.most[i], i) + 1;
        first.resize(counts[0] * counts[1] * counts[2] + 1);
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
    }

    [[nodiscard]] bool mayCut(std::uint32_t one, std::uint32_t other) const {
        return extents[one].meets(extents[other]);
    }
    /// Calls visit(other) for those in a triangle's cells, itself too: once for each cell that both are in.
    template <class Visit> void about(std::uint32_t triangle, const Visit& visit) const {
        forCells(extents[triangle], [&](std::size_t c) {
            for (std::uint32_t m = first[c]; m < first[c + 1]; ++m) visit(members[m]);
        });
    }

  private:
    [[nodiscard]] std::size_t cellAt(float at, std::size_t axis) const {
        constexpr float cell = 2.5F; // mm
        return static_cast<std::size_t>((at - all.least[axis]) / cell);
    }
    template <class Visit> void forCells(const Extent& e, const Visit& visit) const {
        for (std::size_t z = cellAt(e.least[2], 2); z <= cellAt(e.most[2], 2); ++z)
            for (std::size_t y = cellAt(e.least[1], 1); y <= cellAt(e.most[1], 1); ++y)
                for (std::size_t x = cellAt(e.least[0], 0); x <= cellAt(e.most[0], 0); ++x)
                    visit((z * counts[1] + y) * counts[0] + x);
    }

    std::vector<Extent> extents;
    Extent all;
    std::array<std::size_t, 3> counts{};
    std::vector<std::uint32_t> first, members;
};

} // namespace

std::vector<char> crossingTriangles(const SurfaceMesh& mesh, const std::vector<char>* among) {
    const TriangleCells cells(mesh, among);
    std::vector<char> crossing(mesh.triangles.size());
    for (std::uint32_t t = 0; t < crossing.size(); ++t) {
        if (among && (*among)[t] == 0) continue;
        cells.about(t, [&](std::uint32_t other) {
            const bool isLater = other > t || (among && (*among)[other] == 0);
            if (!isLater || (crossing[t] != 0 && crossing[other] != 0)) return;
            if (cells.mayCut(t, other) && doCut(mesh, mesh.triangles[t], mesh.triangles[other]))
                crossing[t] = crossing[other] = 1;
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
