#pragma once

#include "core/model/navigation.h"
#include "core/render/cortex_form.h"

#include <QPointF>
#include <QSizeF>
#include <vector>

namespace neuraxis::render {

/// The eye of a surface view. Without perspective, so that lengths on the screen can be compared.
struct CortexCamera {
    WorldVector right, up, forward; ///< Unit vectors of the screen, LPS; forward goes into it
    WorldPoint centre;              ///< What lies in the view's middle
    double mmPerPixel = 1;

    /// Looks at the form from `eye`, turned and moved as the navigation says, in a view of `size`.
    CortexCamera(const CortexForm& form, const CortexEye& eye, const NavigationState& navigation, const QSizeF& size,
                 double fittedMmPerPixel);

    [[nodiscard]] QPointF toView(const SurfacePoint& point, const QSizeF& size) const;
};

/// A surface view as far as its scale goes.
struct CortexViewport {
    CortexEye eye;
    QSizeF size;
    bool operator==(const CortexViewport&) const = default;
};
/// The scale at zoom 1 at which the form fits all the views, so that they show it equally large.
double fittedMmPerPixel(const CortexForm& form, const std::vector<CortexViewport>& views);

} // namespace neuraxis::render
