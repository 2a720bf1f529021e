#pragma once

#include "core/render/decorations.h"

#include <QImage>

namespace neuraxis::render {

/// Draws what VolumeScene rendered, and the 3-D view's marks, into `view`, which is in the painter's coordinates.
/// decor.plane has no meaning here. A null picture draws the marks alone.
void paintVolume(QPainter& painter, const QImage& picture, const ReviewState& state, const NavigationState& navigation,
                 const QRectF& view, const Decor& decor);

} // namespace neuraxis::render
