#pragma once

#include "core/render/volume_grid.h"

#include <algorithm>
#include <cstddef>

namespace neuraxis::render {

/// Three numbers where speed matters more than names: a place or a step, in voxels or in the patient.
struct Vec {
    float x, y, z;
};
inline Vec vec(const WorldVector& v) {
    return {static_cast<float>(v.x), static_cast<float>(v.y), static_cast<float>(v.z)};
}
inline Vec operator+(const Vec& a, const Vec& b) { return {a.x + b.x, a.y + b.y, a.z + b.z}; }
inline Vec operator*(const Vec& v, float f) { return {v.x * f, v.y * f, v.z * f}; }
inline float dot(const Vec& a, const Vec& b) { return a.x * b.x + a.y * b.y + a.z * b.z; }
inline float mix(float a, float b, float t) { return a + (b - a) * t; }

/// Reads a grid's counts between voxels.
struct GridSampler {
    const std::uint16_t* voxels;
    int n[3];
    std::ptrdiff_t row, slice;

    struct Cell {
        const std::uint16_t* at;
        int i, j, k;
        float x, y, z; ///< Place in the cell, 0 to 1
    };
    [[nodiscard]] Cell cell(const Vec& p) const {
        Cell c;
        c.i = std::clamp(static_cast<int>(p.x), 0, n[0] - 2);
        c.j = std::clamp(static_cast<int>(p.y), 0, n[1] - 2);
        c.k = std::clamp(static_cast<int>(p.z), 0, n[2] - 2);
        c.x = p.x - static_cast<float>(c.i);
        c.y = p.y - static_cast<float>(c.j);
        c.z = p.z - static_cast<float>(c.k);
        c.at = voxels + c.i + c.j * row + c.k * slice;
        return c;
    }
    /// Between four voxels of a face of the cell.
    static float face(const std::uint16_t* v, std::ptrdiff_t a, std::ptrdiff_t b, float s, float t) {
        return mix(mix(v[0], v[a], s), mix(v[b], v[a + b], s), t);
    }
    [[nodiscard]] float value(const Cell& c) const {
        return mix(face(c.at, 1, row, c.x, c.y), face(c.at + slice, 1, row, c.x, c.y), c.z);
    }
    /// Central differences of the interpolated values, per two voxels.
    [[nodiscard]] Vec gradient(const Cell& c) const {
        const auto along = [](const std::uint16_t* at, std::ptrdiff_t step, bool first, bool last, float t,
                              std::ptrdiff_t a, std::ptrdiff_t b, float u, float v) {
            const float f0 = face(at - (first ? 0 : step), a, b, u, v), f1 = face(at, a, b, u, v);
            const float f2 = face(at + step, a, b, u, v), f3 = face(at + (last ? step : 2 * step), a, b, u, v);
            return mix(f2 - f0, f3 - f1, t);
        };
        return {along(c.at, 1, c.i == 0, c.i == n[0] - 2, c.x, row, slice, c.y, c.z),
                along(c.at, row, c.j == 0, c.j == n[1] - 2, c.y, 1, slice, c.x, c.z),
                along(c.at, slice, c.k == 0, c.k == n[2] - 2, c.z, 1, row, c.x, c.y)};
    }
};

} // namespace neuraxis::render
