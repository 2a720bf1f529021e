#include "core/render/slice_geometry.h"

#include <algorithm>
#include <cmath>

namespace neuraxis::render {

namespace {

constexpr double margin = 0.04; ///< Of the view, on each side

double along(const WorldPoint& p, const WorldVector& direction) { return dot(p - WorldPoint{}, direction); }

/// Width and height in millimetres of the volume's shadow on a plane.
QSizeF shadow(const VolumeHeader& header, const PlaneBasis& basis) {
    QSizeF size(0, 0);
    for (int axis = 0; axis < 3; ++axis) {
        const WorldVector edge = header.voxelToLps.step(axis) * header.size[static_cast<std::size_t>(axis)];
        size += QSizeF(std::abs(dot(edge, basis.right)), std::abs(dot(edge, basis.down)));
    }
    return size;
}

} // namespace

WorldPoint SliceGeometry::toWorld(const QPointF& place) const {
    const QPointF mm = (place - view.center()) * mmPerPixel;
    return middleLps + basis.right * mm.x() + basis.down * mm.y();
}

QPointF SliceGeometry::toView(const WorldPoint& lps) const {
    // The axes of a plane that was moved by a stretch are neither of length 1 nor square to each other.
    const WorldVector mm = lps - middleLps;
    const double x = dot(mm, basis.right), y = dot(mm, basis.down);
    const double xx = dot(basis.right, basis.right), xy = dot(basis.right, basis.down),
                 yy = dot(basis.down, basis.down);
    return view.center() + QPointF(x * yy - y * xy, y * xx - x * xy) / ((xx * yy - xy * xy) * mmPerPixel);
}

SliceGeometry sliceGeometry(const ReviewState& state, const NavigationState& navigation, Plane plane,
                            const QRectF& view, const std::vector<Plane>& fitted, double offsetMm) {
    const VolumeHeader* base = state.base() ? &state.base()->volume->header() : nullptr;
    SliceGeometry geometry;
    geometry.basis = planeBasis(plane, state.view, base);
    geometry.view = view;
    const WorldVector& normal = geometry.basis.normal;
    const double depth = along(navigation.cursorLps, normal) - along(navigation.centreLps, normal) + offsetMm;
    geometry.middleLps = navigation.centreLps + normal * depth;

    double fit = 0;
    for (const Plane each : fitted) {
        const QSizeF mm = base ? shadow(*base, planeBasis(each, state.view, base)) : QSizeF(200, 200);
        fit = std::max({fit, mm.width() / std::max(1.0, view.width()), mm.height() / std::max(1.0, view.height())});
    }
    if (!(fit > 0)) fit = 1;
    geometry.mmPerPixel = fit / (1 - 2 * margin) / std::clamp(navigation.zoom, minimumZoom, maximumZoom);
    return geometry;
}

} // namespace neuraxis::render
