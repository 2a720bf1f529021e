#pragma once

#include "core/model/affine.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <vector>

namespace neuraxis {

/// A place of a surface, millimetres.
struct SurfacePoint {
    float x = 0, y = 0, z = 0;
    bool operator==(const SurfacePoint&) const = default;
};
/// Indices of three vertices.
using Triangle = std::array<std::uint32_t, 3>;

/// Least and greatest coordinates.
using SurfaceBounds = std::array<SurfacePoint, 2>;
/// Makes bounds hold a place too.
inline void widen(SurfaceBounds& bounds, const SurfacePoint& p) {
    SurfacePoint &least = bounds[0], &greatest = bounds[1];
    least = {std::min(least.x, p.x), std::min(least.y, p.y), std::min(least.z, p.z)};
    greatest = {std::max(greatest.x, p.x), std::max(greatest.y, p.y), std::max(greatest.z, p.z)};
}
/// Of one place at least.
inline SurfaceBounds boundsOf(const std::vector<SurfacePoint>& points) {
    SurfaceBounds bounds{points.front(), points.front()};
    for (const SurfacePoint& p : points) widen(bounds, p);
    return bounds;
}

/// Triangles in groups that lie close together, so that those which a plane may cut are found without a look at all.
class TriangleChunks {
  public:
    TriangleChunks() = default;
    /// Of the same triangles in one or more forms; a form without points is left out. Indices of `triangles` must lie
    /// within the others.
    TriangleChunks(std::initializer_list<const std::vector<SurfacePoint>*> forms,
                   const std::vector<Triangle>& triangles);

    /// Calls visit(index of a triangle) for each triangle of the groups that the plane dot(normal, p) = level may cut.
    template <class Visit> void alongPlane(const WorldVector& normal, double level, Visit visit) const {
        for (std::size_t c = 0; c < chunks.size(); ++c) {
            const Chunk& chunk = chunks[c];
            const double middle = normal.x * chunk.centre.x + normal.y * chunk.centre.y + normal.z * chunk.centre.z;
            const double reach = std::abs(normal.x) * chunk.half.x + std::abs(normal.y) * chunk.half.y +
                                 std::abs(normal.z) * chunk.half.z;
            if (std::abs(level - middle) <= reach) visitAll(c, visit);
        }
    }
    /// The same for each triangle of the groups that may come as near to p as `reach`.
    template <class Visit> void near(const WorldPoint& p, double reach, Visit visit) const {
        for (std::size_t c = 0; c < chunks.size(); ++c) {
            const Chunk& chunk = chunks[c];
            const double x = std::max(0.0, std::abs(p.x - chunk.centre.x) - chunk.half.x);
            const double y = std::max(0.0, std::abs(p.y - chunk.centre.y) - chunk.half.y);
            const double z = std::max(0.0, std::abs(p.z - chunk.centre.z) - chunk.half.z);
            if (x * x + y * y + z * z <= reach * reach) visitAll(c, visit);
        }
    }

  private:
    static constexpr std::size_t chunkSize = 64;
    template <class Visit> void visitAll(std::size_t chunk, Visit& visit) const {
        const std::size_t end = std::min(order.size(), (chunk + 1) * chunkSize);
        for (std::size_t i = chunk * chunkSize; i < end; ++i) visit(order[i]);
    }
    struct Chunk {
        SurfacePoint centre, half;
    };
    std::vector<std::uint32_t> order;
    std::vector<Chunk> chunks;
};

} // namespace neuraxis
