#pragma once

#include "core/render/decorations.h"

namespace neuraxis::render {

/// A display's colours at the right edge of a view, with the values at their ends, where they begin and the unit: each
/// height in the very colour that its value is drawn in, empty where it is not drawn. Nothing for labels. `volume` is the
/// place in the fourth dimension.
void paintColourBar(QPainter& painter, const QRectF& view, const Decor& decor, const Display& display, int volume,
                    const QString& unit);

/// The bar of the topmost visible layer that has one.
void paintColourBar(QPainter& painter, const Decorated& decorated);

} // namespace neuraxis::render
