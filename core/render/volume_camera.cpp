#include "core/render/volume_camera.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace neuraxis::render {

namespace {
constexpr double radians(double degrees) { return degrees * std::numbers::pi / 180; }
} // namespace

VolumeCamera::VolumeCamera(const NavigationState& navigation, const WorldPoint& centre, double radiusMm,
                           const QSizeF& view) {
    const double azimuth = radians(navigation.azimuthDeg), elevation = radians(navigation.elevationDeg);
    const double sinA = std::sin(azimuth), cosA = std::cos(azimuth);
    const double sinE = std::sin(elevation), cosE = std::cos(elevation);
    forward = {-sinA * cosE, cosA * cosE, -sinE};
    up = {-sinA * sinE, cosA * sinE, cosE};
    right = cross(forward, up);

    const double aspect = view.height() > 0 ? view.width() / view.height() : 1;
    const double halfHeight = std::tan(radians(viewAngleDeg / 2));
    const double narrowest = std::atan(halfHeight * std::min(1.0, aspect));
    distanceMm =
        std::max(radiusMm, 1e-3) / std::sin(narrowest) / std::clamp(navigation.volumeZoom, minimumZoom, maximumZoom);
    // Zooming in stops before the eye is inside: further in, the lens would have to do it.
    const double viewHeightMm = 2 * distanceMm * halfHeight;
    target = centre + right * (-navigation.volumePan[0] * viewHeightMm) + up * (navigation.volumePan[1] * viewHeightMm);
    eye = target + forward * -distanceMm;
}

QPointF VolumeCamera::toView(const WorldPoint& lps, const QSizeF& view) const {
    const WorldVector fromEye = lps - eye;
    const double depth = std::max(dot(fromEye, forward), 1e-6);
    const double scale = view.height() / 2 / (std::tan(radians(viewAngleDeg / 2)) * depth);
    return {view.width() / 2 + dot(fromEye, right) * scale, view.height() / 2 - dot(fromEye, up) * scale};
}

VolumeCamera::Rays VolumeCamera::rays(const QSizeF& pixels) const {
    const double perPixel = 2 * std::tan(radians(viewAngleDeg / 2)) / pixels.height();
    const WorldVector perColumn = right * perPixel, perRow = up * -perPixel;
    return {forward + perColumn * ((1 - pixels.width()) / 2) + perRow * ((1 - pixels.height()) / 2), perColumn, perRow};
}

bool VolumeCamera::faces(const WorldPoint& point, const WorldVector& normal) const {
    return dot(eye - point, normal) > 0;
}

} // namespace neuraxis::render
