#pragma once

#include "core/analysis/icosphere.h"

namespace neuraxis {

/// Which vertices share a side with each, in ascending order: those of v stand from first[v] to first[v + 1].
struct Neighbours {
    explicit Neighbours(const SurfaceMesh& mesh);
    std::vector<std::uint32_t> first, all;

    /// `rounds` times, every value becomes the mean of itself and the mean of its neighbours.
    [[nodiscard]] std::vector<float> averaged(std::vector<float> values, int rounds) const;
    [[nodiscard]] std::vector<SurfacePoint> averaged(std::vector<SurfacePoint> values, int rounds) const;
};

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
