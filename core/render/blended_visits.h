#pragma once

#include "core/model/review_state.h"
#include "core/render/slice_geometry.h"

#include <QImage>

namespace neuraxis::render {

/// Two images in one plane, in one space, as a picture of `devicePixels` that fills geometry.view. `first` and `second`
/// are in windows that were matched.
/// Checkerboard: squares of each in turn, `squarePx` device pixels wide.
QImage checkerboardImage(const Layer& first, const Layer& second, const NavigationState& navigation,
                         const SliceGeometry& geometry, const QSize& devicePixels, int squarePx);
/// Fusion: what is brighter in the first is orange, in the second blue; what is alike is grey.
QImage fusionImage(const Layer& first, const Layer& second, const NavigationState& navigation,
                   const SliceGeometry& geometry, const QSize& devicePixels);
/// Difference: over the first image, the second less the first in percent of their windows' width, as
/// differenceDisplay() shows it.
QImage differenceImage(const Layer& first, const Layer& second, const NavigationState& navigation,
                       const SliceGeometry& geometry, const QSize& devicePixels);
/// From 5 to 50 %: blue where the second is darker, red where it is brighter.
Display differenceDisplay();

} // namespace neuraxis::render
