#pragma once

#include "core/render/decorations.h"

namespace neuraxis::render {

/// The colours of the topmost visible layer with the values at their ends and the unit.
void paintColourBar(QPainter& painter, const Decorated& decorated);

} // namespace neuraxis::render
