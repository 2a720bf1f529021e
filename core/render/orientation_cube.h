#pragma once

#include "core/render/decorations.h"

namespace neuraxis::render {

/// A small cube in the corner of the 3-D view that is turned as the patient is, with a letter on each side.
void paintOrientationCube(QPainter& painter, const NavigationState& navigation, const QRectF& view, const Decor& decor);

} // namespace neuraxis::render
