#include "core/render/colour_bar.h"

#include "core/model/colour_map.h"
#include "core/model/words.h"
#include "core/render/corner_text.h"
#include "core/render/outlined_text.h"

#include <QFontMetricsF>
#include <algorithm>
#include <cmath>

namespace neuraxis::render {

namespace {

const Layer* topmost(const ReviewState& state) {
    for (auto layer = state.layers.rbegin(); layer != state.layers.rend(); ++layer)
        if (layer->display.visible && layer->volume->header().type != StoredType::Rgb24) return &*layer;
    return nullptr;
}

QImage ramp(const Display& display) {
    const auto& colours = colourMap(display.colourMap).colours;
    QImage image(1, 256, QImage::Format_RGB32);
    for (int y = 0; y < 256; ++y)
        image.setPixel(0, y, colours[static_cast<std::size_t>(display.inverted ? y : 255 - y)]);
    return image;
}

} // namespace

void paintColourBar(QPainter& painter, const Decorated& d) {
    const Layer* layer = topmost(d.state);
    if (!layer || d.decor.compact) return;
    const QRectF& view = d.geometry.view;
    const MarkSizes sizes(view, d.decor);
    // Below the letter in the middle of the edge, above the scale bar.
    const double top = view.center().y() + sizes.letter * 2;
    const double bottom = view.bottom() - sizes.margin - sizes.text * 3;
    const double width = std::round(sizes.text * 0.7);
    if (bottom - top < sizes.text * 4 || view.width() < sizes.text * 14) return;
    const double height = std::min(bottom - top, sizes.text * 12);
    const QRectF bar(view.right() - sizes.margin - width, bottom - height, width, height);
    const double rim = d.decor.textScale;
    const MarkColours colours(d.decor);
    painter.fillRect(bar.adjusted(-rim, -rim, rim, rim), d.decor.onLight ? colours.quiet : colours.rim);
    painter.drawImage(bar, ramp(layer->display));
    if (!d.decor.text) return;
    const QFont font = markFont(sizes.text);
    const QFontMetricsF metrics(font);
    const Range& window = layer->display.window(d.navigation.volume);
    const QString& unit = layer->volume->header().unit;
    const auto label = [&](double y, const QString& text) {
        const double x = bar.left() - sizes.text * 0.5 - metrics.horizontalAdvance(text);
        drawOutlined(painter, {x, y}, text, font, colours.text);
    };
    label(bar.top() + metrics.capHeight(), valueInWords(window.high, unit));
    label(bar.bottom(), valueInWords(window.low, {}));
}

} // namespace neuraxis::render
