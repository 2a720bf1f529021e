#include "core/model/world_transform.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace neuraxis {

WorldTransform::WorldTransform() : m(Affine().rows()) {}
WorldTransform::WorldTransform(const Rows& rows) : m(rows) {}

// Rodrigues' formula
WorldTransform WorldTransform::rigid(const WorldVector& turn, const WorldVector& shiftMm, const WorldPoint& centre) {
    const double angle = length(turn), sine = std::sin(angle), rest = 1 - std::cos(angle);
    const WorldVector n = unit(turn);
    const auto turned = [&](const WorldVector& v) { return v + cross(n, v) * sine + cross(n, cross(n, v)) * rest; };
    const WorldPoint origin = centre + (turned(WorldPoint{} - centre) + shiftMm);
    return WorldTransform(Affine(turned({1, 0, 0}), turned({0, 1, 0}), turned({0, 0, 1}), origin).rows());
}

WorldPoint WorldTransform::operator()(const WorldPoint& p) const { return Affine(m).toWorld({p.x, p.y, p.z}); }

WorldVector WorldTransform::operator()(const WorldVector& v) const {
    const Affine a(m);
    return a.step(0) * v.x + a.step(1) * v.y + a.step(2) * v.z;
}

WorldTransform WorldTransform::operator*(const WorldTransform& first) const {
    return WorldTransform((*this * Affine(first.m)).rows());
}

Affine WorldTransform::operator*(const Affine& grid) const {
    return {(*this)(grid.step(0)), (*this)(grid.step(1)), (*this)(grid.step(2)), (*this)(grid.origin())};
}

WorldTransform WorldTransform::inverse() const { return WorldTransform(Affine(m).inverse()); }

double WorldTransform::angleDeg() const {
    // By sine and cosine, so that small angles keep their digits
    const double cosine = (m[0][0] + m[1][1] + m[2][2] - 1) / 2;
    const double sine = length(WorldVector{m[2][1] - m[1][2], m[0][2] - m[2][0], m[1][0] - m[0][1]}) / 2;
    return std::atan2(sine, cosine) * 180 / std::numbers::pi;
}

bool WorldTransform::isRigid(double tolerance) const {
    const Affine a(m);
    for (int i = 0; i < 3; ++i)
        for (int j = i; j < 3; ++j)
            if (!(std::abs(dot(a.step(i), a.step(j)) - (i == j ? 1 : 0)) <= tolerance)) return false;
    return a.determinant() > 0;
}

} // namespace neuraxis
