#include "core/render/cortex_camera.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace neuraxis::render {

namespace {

struct Axes {
    WorldVector forward, up;
};

/// From where a direction looks, LPS. Lateral and medial views look along x: at the left side, or at both, a lateral
/// one from the left.
Axes axesOf(const CortexEye& eye) {
    const bool left = eye.side != Side::Right;
    switch (eye.direction) {
    case CortexDirection::Lateral: return {{left ? -1.0 : 1.0, 0, 0}, {0, 0, 1}};
    case CortexDirection::Medial: return {{left ? 1.0 : -1.0, 0, 0}, {0, 0, 1}};
    case CortexDirection::Dorsal: return {{0, 0, -1}, {0, -1, 0}};
    case CortexDirection::Ventral: return {{0, 0, 1}, {0, -1, 0}};
    case CortexDirection::Anterior: return {{0, 1, 0}, {0, 0, 1}};
    case CortexDirection::Posterior: return {{0, -1, 0}, {0, 0, 1}};
    }
    return {{0, 0, -1}, {0, -1, 0}};
}

/// v turned about a unit axis (Rodrigues).
WorldVector turned(const WorldVector& v, const WorldVector& axis, double degrees) {
    const double a = degrees * std::numbers::pi / 180;
    return v * std::cos(a) + cross(axis, v) * std::sin(a) + axis * (dot(axis, v) * (1 - std::cos(a)));
}

/// Least and greatest place of what an eye sees.
SurfaceBounds boundsOf(const CortexForm& form, const CortexEye& eye) {
    SurfaceBounds all{};
    bool first = true;
    for (const Side side : {Side::Left, Side::Right}) {
        const HemisphereForm* part = form.side(side);
        if (!part || (eye.side && *eye.side != side)) continue;
        if (first) all = part->bounds;
        first = false;
        for (const SurfacePoint& corner : part->bounds) widen(all, corner);
    }
    return all;
}

} // namespace

CortexCamera::CortexCamera(const CortexForm& form, const CortexEye& eye, const NavigationState& navigation,
                           const QSizeF& size, double fitted) {
    const Axes axes = axesOf(eye);
    // The right side turns as the left one's mirror image, so that both show the same gyri.
    const double turn = eye.side == Side::Right ? -navigation.cortexTurnDeg : navigation.cortexTurnDeg;
    const WorldVector sideways = cross(axes.forward, axes.up);
    up = turned(axes.up, sideways, navigation.cortexTiltDeg);
    forward = turned(axes.forward, sideways, navigation.cortexTiltDeg);
    forward = turned(forward, axes.up, turn);
    up = turned(up, axes.up, turn);
    right = cross(forward, up);
    mmPerPixel = fitted / std::clamp(navigation.volumeZoom, minimumZoom, maximumZoom);
    const auto [least, greatest] = boundsOf(form, eye);
    const WorldPoint middle{(double(least.x) + greatest.x) / 2, (double(least.y) + greatest.y) / 2,
                            (double(least.z) + greatest.z) / 2};
    const double heightMm = size.height() * mmPerPixel;
    centre = middle + right * (-navigation.volumePan[0] * heightMm) + up * (navigation.volumePan[1] * heightMm);
}

QPointF CortexCamera::toView(const SurfacePoint& point, const QSizeF& size) const {
    const WorldVector away = WorldPoint{point.x, point.y, point.z} - centre;
    return {size.width() / 2 + dot(away, right) / mmPerPixel, size.height() / 2 - dot(away, up) / mmPerPixel};
}

double fittedMmPerPixel(const CortexForm& form, const std::vector<CortexViewport>& views) {
    constexpr double filled = 0.86; // of the view, so that letters find room
    double largest = 0;
    for (const CortexViewport& view : views) {
        if (view.size.isEmpty()) continue;
        const Axes axes = axesOf(view.eye);
        const WorldVector right = cross(axes.forward, axes.up);
        const auto [least, greatest] = boundsOf(form, view.eye);
        const WorldVector size{double(greatest.x) - least.x, double(greatest.y) - least.y,
                               double(greatest.z) - least.z};
        largest = std::max({largest, std::abs(dot(size, right)) / (filled * view.size.width()),
                            std::abs(dot(size, axes.up)) / (filled * view.size.height())});
    }
    return largest > 0 ? largest : 1;
}

} // namespace neuraxis::render
