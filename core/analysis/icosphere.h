#pragma once

#include "core/model/triangle_chunks.h"

#include <vector>

namespace neuraxis {

/// A closed mesh of triangles, anticlockwise seen from outside.
struct SurfaceMesh {
    std::vector<SurfacePoint> points; ///< LPS millimetres
    std::vector<Triangle> triangles;
};

/// The icosahedron about the origin on the sphere of radius 1, each triangle split into four `subdivisions` times:
/// 10 * 4^subdivisions + 2 points. The points of a coarser one are the first of a finer one.
SurfaceMesh icosphere(int subdivisions);

/// Splits each triangle into four at the middles of its sides.
void subdivide(SurfaceMesh& mesh);

} // namespace neuraxis
