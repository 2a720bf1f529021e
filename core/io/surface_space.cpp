#include "core/io/surface_space.h"

#include <algorithm>
#include <cmath>

namespace neuraxis::io {

namespace {

using Rows = Affine::Rows;

Rows product(const Rows& a, const Rows& b) {
    Rows c{};
    for (std::size_t r = 0; r < 4; ++r)
        for (std::size_t k = 0; k < 4; ++k)
            for (std::size_t i = 0; i < 4; ++i) c[r][k] += a[r][i] * b[i][k];
    return c;
}

/// Voxels to surface RAS: x from right to left, y from below, z from behind, centred on the voxel at half the size.
Rows voxelToSurfaceRas(const SurfaceGrid& grid) {
    const auto [sx, sy, sz] = grid.spacingMm;
    const auto [nx, ny, nz] = grid.size;
    return {{{-sx, 0, 0, nx * sx / 2}, {0, 0, sz, -nz * sz / 2}, {0, -sy, 0, ny * sy / 2}, {0, 0, 0, 1}}};
}

} // namespace

SurfaceGrid gridOf(const VolumeHeader& header) {
    return {header.size, header.voxelToLps.spacingMm(), header.voxelToLps, header.name};
}

std::optional<SurfaceGrid> gridFromRas(const std::array<int, 3>& size, const RasWords& words) {
    SurfaceGrid grid{size, words.spacingMm, voxelToLps(words, size), {}};
    // What is beyond these is no scanner's, and would put vertices beyond what a float holds
    const auto all = [](const auto& numbers, auto holds) { return std::all_of(numbers.begin(), numbers.end(), holds); };
    const bool sane = all(words.spacingMm, [](double s) { return s > 1e-4 && s < 1e4; }) &&
                      all(size, [](int n) { return n > 0 && n < 1'000'000; }) &&
                      all(words.directions, [](double d) { return std::abs(d) <= 10; }) &&
                      all(words.centre, [](double c) { return std::abs(c) < 1e6; });
    if (!sane || !grid.voxelToLps.isValid()) return {};
    return grid;
}

Affine surfaceRasToLps(const SurfaceGrid& grid) {
    return Affine(product(grid.voxelToLps.rows(), Affine(voxelToSurfaceRas(grid)).inverse()));
}

Affine lpsToSurfaceRas(const SurfaceGrid& grid) {
    return Affine(product(voxelToSurfaceRas(grid), grid.voxelToLps.inverse()));
}

Affine rasToLps() { return Affine({-1, 0, 0}, {0, -1, 0}, {0, 0, 1}, {0, 0, 0}); }

void move(std::vector<SurfacePoint>& points, const Affine& by) {
    const Rows& m = by.rows();
    for (SurfacePoint& p : points) {
        const double x = p.x, y = p.y, z = p.z;
        const auto row = [&](std::size_t r) {
            return static_cast<float>(m[r][0] * x + m[r][1] * y + m[r][2] * z + m[r][3]);
        };
        p = {row(0), row(1), row(2)};
    }
}

double sixfoldVolume(const std::vector<SurfacePoint>& points, const std::vector<Triangle>& triangles) {
    double sum = 0;
    for (const Triangle& t : triangles) {
        const SurfacePoint &a = points[t[0]], &b = points[t[1]], &c = points[t[2]];
        sum += double(a.x) * (double(b.y) * c.z - double(b.z) * c.y) +
               double(a.y) * (double(b.z) * c.x - double(b.x) * c.z) +
               double(a.z) * (double(b.x) * c.y - double(b.y) * c.x);
    }
    return sum;
}

} // namespace neuraxis::io
