#pragma once

#include "core/render/decorations.h"
#include "core/render/slice_sampler.h"

#include <QImage>
#include <functional>

namespace neuraxis::render {

/// The plane at the pixels of a picture that fills geometry.view.
PixelGrid pixelGrid(const SliceGeometry& geometry, const QSize& devicePixels);

/// The layers in a plane, from the lowest up, at every pixel of a picture of `devicePixels`: premultiplied,
/// transparent where nothing lies. The picture fills geometry.view.
QImage sliceImage(const ReviewState& state, const NavigationState& navigation, const SliceGeometry& geometry,
                  const QSize& devicePixels);

/// Draws the plane and its marks into geometry.view, which is in the painter's coordinates, at the resolution of
/// the painter's device. What lies outside the volumes stays as it is.
void paintSlice(QPainter& painter, const ReviewState& state, const NavigationState& navigation,
                const SliceGeometry& geometry, const Decor& decor);

/// Draws a picture of a plane that `make` gives for the device's own pixels, one to one, so that nothing blurs it.
/// `part` is what of the view is made.
void paintPixels(QPainter& painter, const SliceGeometry& geometry, const QRectF& part,
                 const std::function<QImage(const SliceGeometry& onDevice, const QSize& devicePixels)>& make);

} // namespace neuraxis::render
