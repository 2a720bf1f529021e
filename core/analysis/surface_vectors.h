#pragma once

#include "core/model/triangle_chunks.h"

#include <algorithm>
#include <cmath>

namespace neuraxis {

// Places of surfaces reckoned with as vectors.

inline WorldPoint toWorld(const SurfacePoint& p) { return {p.x, p.y, p.z}; }
/// From a to b, with more digits than the places have.
inline WorldVector between(const SurfacePoint& a, const SurfacePoint& b) { return toWorld(b) - toWorld(a); }

inline SurfacePoint operator+(const SurfacePoint& a, const SurfacePoint& b) {
    return {a.x + b.x, a.y + b.y, a.z + b.z};
}
inline SurfacePoint operator-(const SurfacePoint& a, const SurfacePoint& b) {
    return {a.x - b.x, a.y - b.y, a.z - b.z};
}
inline SurfacePoint operator*(const SurfacePoint& a, float f) { return {a.x * f, a.y * f, a.z * f}; }
inline float dot(const SurfacePoint& a, const SurfacePoint& b) { return a.x * b.x + a.y * b.y + a.z * b.z; }
inline SurfacePoint cross(const SurfacePoint& a, const SurfacePoint& b) {
    return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}
inline float length(const SurfacePoint& a) { return std::sqrt(dot(a, a)); }
/// Of length 1; zero stays about zero.
inline SurfacePoint unit(const SurfacePoint& a) { return a * (1 / std::max(length(a), 1e-12F)); }

} // namespace neuraxis
