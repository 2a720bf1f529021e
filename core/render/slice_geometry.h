#pragma once

#include "core/model/navigation.h"
#include "core/model/orientation.h"

#include <QPointF>
#include <QRectF>

namespace neuraxis::render {

/// How one plane lies on the screen: the way between a point of the view and a place in the patient.
/// View coordinates are in the units of `view` (logical pixels on screen, pixels in a picture), y downwards.
struct SliceGeometry {
    PlaneBasis basis;
    QRectF view;
    WorldPoint middleLps; ///< In the plane, under the view's middle
    double mmPerPixel = 1;

    [[nodiscard]] WorldPoint toWorld(const QPointF& place) const;
    [[nodiscard]] QPointF toView(const WorldPoint& lps) const; ///< Projected along the normal
};

/// The plane through the crosshair, shifted along its normal by offsetMm. At zoom 1 the whole lowest layer fits
/// the view in each of `fitted` planes, so that planes of one size show one scale.
SliceGeometry sliceGeometry(const ReviewState& state, const NavigationState& navigation, Plane plane,
                            const QRectF& view, const std::vector<Plane>& fitted, double offsetMm = 0);

} // namespace neuraxis::render
