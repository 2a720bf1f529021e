#include "core/analysis/velocity_field.h"

#include "core/analysis/in_slabs.h"

#include <algorithm>
#include <cmath>

namespace neuraxis {

namespace {

constexpr double stepVoxels = 0.1; ///< How far the first, small flow goes at most
constexpr int mostSquarings = 10;
constexpr float leastJacobian = 0.01F;

/// A field's three numbers between the voxels; 0 outside.
std::array<float, 3> between(const VectorField& field, const std::array<int, 3>& size, float x, float y, float z) {
    if (!(x >= 0 && y >= 0 && z >= 0)) return {};
    const auto i = static_cast<int>(x), j = static_cast<int>(y), k = static_cast<int>(z);
    if (i + 1 >= size[0] || j + 1 >= size[1] || k + 1 >= size[2]) return {};
    const std::ptrdiff_t nx = size[0], nxy = nx * size[1], at = i + nx * j + nxy * k;
    const float u = x - static_cast<float>(i), v = y - static_cast<float>(j), w = z - static_cast<float>(k);
    std::array<float, 3> value;
    for (std::size_t c = 0; c < 3; ++c) {
        const float* p = field[c].data() + at;
        const auto row = [&](const float* q) { return q[0] + (q[1] - q[0]) * u; };
        const auto plane = [&](const float* q) {
            const float a = row(q);
            return a + (row(q + nx) - a) * v;
        };
        const float a = plane(p);
        value[c] = a + (plane(p + nxy) - a) * w;
    }
    return value;
}

} // namespace

VectorField zeroField(const MidwayGrid& grid) {
    VectorField field;
    for (auto& component : field) component.assign(grid.voxels(), 0);
    return field;
}

VectorField onGrid(const VectorField& field, const MidwayGrid& own, const MidwayGrid& other) {
    VectorField result = zeroField(other);
    const auto [nx, ny, nz] = other.size;
    inSlabs(nz, [&, nx = nx, ny = ny](int k) {
        std::size_t index = static_cast<std::size_t>(k) * static_cast<std::size_t>(nx) * static_cast<std::size_t>(ny);
        for (int j = 0; j < ny; ++j) {
            const auto voxelOf = [&](int i) {
                return own.voxelToLps.toVoxel(other.voxelToLps.toWorld({double(i), double(j), double(k)}));
            };
            const VoxelIndex first = voxelOf(0);
            const double by = voxelOf(1).i - first.i;
            for (int i = 0; i < nx; ++i, ++index) {
                const auto value = between(field, own.size, static_cast<float>(first.i + by * i),
                                           static_cast<float>(first.j), static_cast<float>(first.k));
                for (std::size_t c = 0; c < 3; ++c) result[c][index] = value[c];
            }
        }
    });
    return result;
}

VectorField flow(const VectorField& velocity, const MidwayGrid& grid, double time) {
    const auto mm = static_cast<float>(grid.voxelToLps.spacingMm()[0]);
    float greatest = 0;
    for (const auto& component : velocity)
        for (const float v : component) greatest = std::max(greatest, std::abs(v));
    int squarings = 0;
    while (squarings < mostSquarings && greatest * std::abs(time) / std::exp2(squarings) > stepVoxels * mm) ++squarings;

    VectorField way = velocity, next = zeroField(grid);
    const auto scale = static_cast<float>(time / std::exp2(squarings));
    for (auto& component : way)
        for (float& v : component) v *= scale;
    const auto [nx, ny, nz] = grid.size;
    for (int n = 0; n < squarings; ++n) {
        inSlabs(nz, [&, nx = nx, ny = ny](int k) {
            std::size_t index =
                static_cast<std::size_t>(k) * static_cast<std::size_t>(nx) * static_cast<std::size_t>(ny);
            for (int j = 0; j < ny; ++j)
                for (int i = 0; i < nx; ++i, ++index) {
                    const auto further =
                        between(way, grid.size, static_cast<float>(i) + way[0][index] / mm,
                                static_cast<float>(j) + way[1][index] / mm, static_cast<float>(k) + way[2][index] / mm);
                    for (std::size_t c = 0; c < 3; ++c) next[c][index] = way[c][index] + further[c];
                }
        });
        std::swap(way, next);
    }
    return way;
}

std::vector<float> logJacobian(const VectorField& displacement, const MidwayGrid& grid) {
    std::vector<float> result(grid.voxels());
    const std::array<int, 3> size = grid.size;
    const std::array<std::ptrdiff_t, 3> step{1, size[0], std::ptrdiff_t(size[0]) * size[1]};
    const auto mm = static_cast<float>(grid.voxelToLps.spacingMm()[0]);
    inSlabs(size[2], [&](int k) {
        std::ptrdiff_t index = k * step[2];
        for (int j = 0; j < size[1]; ++j)
            for (int i = 0; i < size[0]; ++i, ++index) {
                const std::array<int, 3> at{i, j, k};
                std::array<std::array<float, 3>, 3> m;
                for (std::size_t axis = 0; axis < 3; ++axis) {
                    const bool isWide = at[axis] > 1 && at[axis] + 2 < size[axis];
                    const std::ptrdiff_t before = at[axis] > 0 ? step[axis] : 0;
                    const std::ptrdiff_t after = at[axis] + 1 < size[axis] ? step[axis] : 0;
                    const float apart = mm * static_cast<float>((before ? 1 : 0) + (after ? 1 : 0));
                    for (std::size_t c = 0; c < 3; ++c) {
                        const float* u = displacement[c].data() + index;
                        float slope = apart > 0 ? (u[after] - u[-before]) / apart : 0;
                        // Of five points, which does not blunt what is a few voxels wide
                        if (isWide) slope = (4 * slope - (u[2 * after] - u[-2 * before]) / (2 * apart)) / 3;
                        m[c][axis] = (c == axis ? 1.F : 0.F) + slope;
                    }
                }
                const float determinant = m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1]) -
                                          m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0]) +
                                          m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
                result[static_cast<std::size_t>(index)] = std::log(std::max(leastJacobian, determinant));
            }
    });
    return result;
}

} // namespace neuraxis
