#pragma once

#include "core/analysis/icosphere.h"

namespace neuraxis {

/// Of length 1, outwards, the triangles weighted by their areas.
std::vector<SurfacePoint> vertexNormals(const SurfaceMesh& mesh);

/// Of each vertex.
struct SurfaceCurvature {
    /// 1/mm, positive in sulci as FreeSurfer has it: half the cotangent Laplacian along the normal
    /// (Meyer and others 2003, Discrete differential-geometry operators).
    std::vector<float> mean;
    std::vector<float> gaussian; ///< 1/mm²: what is missing to a full turn, by area
};
SurfaceCurvature surfaceCurvature(const SurfaceMesh& mesh);

} // namespace neuraxis
