#pragma once

#include "core/render/decorations.h"

#include <QImage>

namespace neuraxis::render {

/// The layers in a plane, from the lowest up, at every pixel of a picture of `devicePixels`: premultiplied,
/// transparent where nothing lies. The picture fills geometry.view.
QImage sliceImage(const ReviewState& state, const NavigationState& navigation, const SliceGeometry& geometry,
                  const QSize& devicePixels);

/// Draws the plane and its marks into geometry.view, which is in the painter's coordinates, at the resolution of
/// the painter's device. What lies outside the volumes stays as it is.
void paintSlice(QPainter& painter, const ReviewState& state, const NavigationState& navigation,
                const SliceGeometry& geometry, const Decor& decor);

} // namespace neuraxis::render
