#include "core/analysis/surface_measures.h"

#include "core/analysis/surface_vectors.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace neuraxis {

std::vector<SurfacePoint> vertexNormals(const SurfaceMesh& mesh) {
    std::vector<SurfacePoint> normals(mesh.points.size());
    for (const auto& [a, b, c] : mesh.triangles) {
        const SurfacePoint n = cross(mesh.points[b] - mesh.points[a], mesh.points[c] - mesh.points[a]);
        for (const std::uint32_t v : {a, b, c}) normals[v] = normals[v] + n;
    }
    for (SurfacePoint& n : normals) n = unit(n);
    return normals;
}

SurfaceCurvature surfaceCurvature(const SurfaceMesh& mesh) {
    const std::vector<SurfacePoint> normals = vertexNormals(mesh);
    std::vector<SurfacePoint> laplacian(mesh.points.size());
    std::vector<float> turn(mesh.points.size(), 2 * std::numbers::pi_v<float>), areas(mesh.points.size());
    for (const Triangle& t : mesh.triangles) {
        std::array<float, 3> cotangents{};
        float twice = 0;
        for (std::size_t corner = 0; corner < 3; ++corner) {
            const std::uint32_t a = t[corner], b = t[(corner + 1) % 3], c = t[(corner + 2) % 3];
            const SurfacePoint ab = mesh.points[b] - mesh.points[a], ac = mesh.points[c] - mesh.points[a];
            const float along = dot(ab, ac);
            twice = std::max(length(cross(ab, ac)), 1e-12F);
            cotangents[corner] = along / twice;
            turn[a] -= std::atan2(twice, along);
            const SurfacePoint side = (mesh.points[c] - mesh.points[b]) * cotangents[corner];
            laplacian[b] = laplacian[b] + side;
            laplacian[c] = laplacian[c] - side;
        }
        // What is nearest to each corner; of an obtuse triangle half goes to that corner
        const bool isObtuse = *std::min_element(cotangents.begin(), cotangents.end()) < 0;
        for (std::size_t corner = 0; corner < 3; ++corner) {
            const std::size_t next = (corner + 1) % 3, last = (corner + 2) % 3;
            const SurfacePoint one = mesh.points[t[next]] - mesh.points[t[corner]],
                               other = mesh.points[t[last]] - mesh.points[t[corner]];
            areas[t[corner]] += isObtuse
                                    ? twice / (cotangents[corner] < 0 ? 4 : 8)
                                    : (dot(one, one) * cotangents[last] + dot(other, other) * cotangents[next]) / 8;
        }
    }
    SurfaceCurvature curvature{std::vector<float>(normals.size()), std::vector<float>(normals.size())};
    for (std::size_t v = 0; v < normals.size(); ++v) {
        const float area = std::max(areas[v], 1e-6F);
        curvature.mean[v] = dot(laplacian[v], normals[v]) / (4 * area);
        curvature.gaussian[v] = turn[v] / area;
    }
    return curvature;
}

} // namespace neuraxis
