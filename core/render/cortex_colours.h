#pragma once

#include "core/model/cortex_display.h"
#include "core/render/cortex_raster.h"

#include <QImage>

namespace neuraxis::render {

/// Gives what is seen its colours: curvature in two greys, the map, regions as areas or borders. Premultiplied on a
/// transparent ground. `borderPixels` is how thick the borders are drawn.
QImage cortexImage(const CortexRaster& raster, const CortexLayer& layer, const CortexView& view, int borderPixels);

/// What is seen where there are no data: the medial wall, and cortex without a value.
QColor noDataColour();

} // namespace neuraxis::render
