#include "core/model/affine.h"

#include <cmath>

namespace neuraxis {

WorldVector operator-(const WorldPoint& a, const WorldPoint& b) { return {a.x - b.x, a.y - b.y, a.z - b.z}; }
WorldPoint operator+(const WorldPoint& p, const WorldVector& v) { return {p.x + v.x, p.y + v.y, p.z + v.z}; }
WorldVector operator+(const WorldVector& a, const WorldVector& b) { return {a.x + b.x, a.y + b.y, a.z + b.z}; }
WorldVector operator*(const WorldVector& v, double f) { return {v.x * f, v.y * f, v.z * f}; }
WorldVector operator-(const WorldVector& v) { return {-v.x, -v.y, -v.z}; }
double dot(const WorldVector& a, const WorldVector& b) { return a.x * b.x + a.y * b.y + a.z * b.z; }
WorldVector cross(const WorldVector& a, const WorldVector& b) {
    return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}
double length(const WorldVector& v) { return std::sqrt(dot(v, v)); }
WorldVector unit(const WorldVector& v) {
    const double norm = length(v);
    return norm > 0 ? v * (1 / norm) : v;
}

Affine::Affine() : m{{{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}}} {}
Affine::Affine(const Rows& rows) : m(rows) {}
Affine::Affine(const WorldVector& i, const WorldVector& j, const WorldVector& k, const WorldPoint& o)
    : m{{{i.x, j.x, k.x, o.x}, {i.y, j.y, k.y, o.y}, {i.z, j.z, k.z, o.z}, {0, 0, 0, 1}}} {}

Affine Affine::fromRas(const Rows& ras) { return Affine(Affine(ras).ras()); }

Affine::Rows Affine::ras() const {
    Rows turned = m;
    for (int row : {0, 1})
        for (double& value : turned[row]) value = value == 0 ? 0 : -value;
    return turned;
}

WorldPoint Affine::toWorld(const VoxelIndex& v) const {
    const auto along = [&](int r) { return m[r][0] * v.i + m[r][1] * v.j + m[r][2] * v.k + m[r][3]; };
    return {along(0), along(1), along(2)};
}

VoxelIndex Affine::toVoxel(const WorldPoint& p) const {
    const Rows n = inverse();
    const auto along = [&](int r) { return n[r][0] * p.x + n[r][1] * p.y + n[r][2] * p.z + n[r][3]; };
    return {along(0), along(1), along(2)};
}

WorldVector Affine::step(int axis) const { return {m[0][axis], m[1][axis], m[2][axis]}; }
WorldPoint Affine::origin() const { return {m[0][3], m[1][3], m[2][3]}; }
std::array<double, 3> Affine::spacingMm() const { return {length(step(0)), length(step(1)), length(step(2))}; }
double Affine::determinant() const { return dot(cross(step(0), step(1)), step(2)); }

bool Affine::isValid() const {
    for (const auto& row : m)
        for (double value : row)
            if (!std::isfinite(value)) return false;
    const auto s = spacingMm();
    const double box = s[0] * s[1] * s[2];
    return box > 0 && std::abs(determinant()) > 1e-6 * box;
}

Affine::Rows Affine::inverse() const {
    if (!isValid()) return Affine().rows();
    const WorldVector a = step(0), b = step(1), c = step(2);
    const double d = determinant();
    const WorldVector rows[3] = {cross(b, c) * (1 / d), cross(c, a) * (1 / d), cross(a, b) * (1 / d)};
    const WorldVector o = {m[0][3], m[1][3], m[2][3]};
    Rows n{};
    for (int r = 0; r < 3; ++r) n[r] = {rows[r].x, rows[r].y, rows[r].z, -dot(rows[r], o)};
    n[3] = {0, 0, 0, 1};
    return n;
}

} // namespace neuraxis
