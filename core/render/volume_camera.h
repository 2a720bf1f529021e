#pragma once

#include "core/model/navigation.h"

#include <QPointF>
#include <QSizeF>

namespace neuraxis::render {

/// The eye of the 3-D view: where it is and what it sees of the patient, LPS millimetres.
struct VolumeCamera {
    static constexpr double viewAngleDeg = 24; ///< Of the view's height
    WorldPoint eye, target;
    WorldVector right, up, forward; ///< Unit vectors of the screen; forward goes into it
    double distanceMm = 1;          ///< From the eye to the target

    /// A sphere around `centre` fits the view at zoom 1.
    VolumeCamera(const NavigationState& navigation, const WorldPoint& centre, double radiusMm, const QSizeF& view);

    /// Where a point in front of the eye lies on a view of that size, y downwards.
    [[nodiscard]] QPointF toView(const WorldPoint& lps, const QSizeF& view) const;
    struct Rays {
        WorldVector first, perColumn, perRow;
    };
    /// Directions (not of length 1) from the eye through the first pixel's centre, and the steps to its neighbours.
    [[nodiscard]] Rays rays(const QSizeF& pixels) const;
    /// Whether the side of a plane that `normal` points to is seen, for a plane through `point`.
    [[nodiscard]] bool faces(const WorldPoint& point, const WorldVector& normal) const;
};

} // namespace neuraxis::render
