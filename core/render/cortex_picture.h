#pragma once

#include "core/render/cortex_scene.h"
#include "core/render/decorations.h"

namespace neuraxis::render {

/// Draws a surface view and its marks into `view`, which is in the painter's coordinates: letters, from where it looks,
/// what is shown, the colour bar, and the vertex at the crosshair. decor.plane has no meaning here.
void paintCortex(QPainter& painter, const CortexPicture& picture, const ReviewState& state,
                 const NavigationState& navigation, const QRectF& view, const Decor& decor);

/// How far from the crosshair the nearest vertex may be to be lit.
inline constexpr double crosshairReachMm = 12;

} // namespace neuraxis::render
