#include "core/render/colour_bar.h"

#include "core/model/colour_scale.h"
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
        if (layer->display.visible && !layer->display.labels && layer->volume->header().type != StoredType::Rgb24)
            return &*layer;
    return nullptr;
}

/// The values from the bar's foot to its top.
Range reachOf(const Display& display, int volume) {
    Range reach = display.window(volume);
    reach.high = std::max(reach.high, reach.low + 1e-12 * std::max(1.0, std::abs(reach.low)));
    // What lies over a threshold above the window is drawn in the last colour: there must be some of it to see.
    if (display.hideBelow && *display.hideBelow >= reach.high && (!display.negative || *display.hideBelow > 0)) {
        const double low = std::min(reach.low, *display.hideBelow);
        reach.high = *display.hideBelow + std::max(0.25 * (*display.hideBelow - low), 1e-9);
    }
    if (!display.negative) return reach;
    const bool isHigher = display.hideBelow && *display.hideBelow >= display.negative->window.high;
    return {-(isHigher ? reach.high : display.negative->window.high), reach.high};
}

/// The values that are worth a number, the most telling first.
std::vector<double> numbersOf(const Display& display, int volume, const Range& reach) {
    std::vector<double> numbers{reach.high, reach.low};
    const auto add = [&](double value) {
        if (value > reach.low && value < reach.high) numbers.push_back(value);
    };
    const auto addBoth = [&](const std::optional<double>& limit) {
        if (!limit) return;
        add(*limit);
        if (display.negative) add(-*limit);
    };
    addBoth(display.hideBelow);
    addBoth(display.hideAbove);
    if (!display.negative) return numbers;
    add(display.window(volume).low);
    add(-display.negative->window.low);
    if (!display.hideBelow) add(0);
    return numbers;
}

/// A part of the bar whose values are not drawn: a frame, so that it is seen to be a part.
void paintEmpty(QPainter& painter, const QRectF& part, const Decor& decor) {
    const double line = decor.textScale;
    const MarkColours colours(decor);
    if (decor.onLight) painter.fillRect(part, Qt::white);
    for (const QRectF& side : {QRectF(part.left(), part.top(), part.width(), line),
                               QRectF(part.left(), part.bottom() - line, part.width(), line),
                               QRectF(part.left(), part.top(), line, part.height()),
                               QRectF(part.right() - line, part.top(), line, part.height())})
        painter.fillRect(side, colours.quiet);
}

} // namespace

void paintColourBar(QPainter& painter, const QRectF& view, const Decor& decor, const Display& display, int volume,
                    const QString& unit) {
    if (decor.compact || display.labels) return;
    const MarkSizes sizes(view, decor);
    // Below the letter in the middle of the edge, above the scale bar.
    const double top = view.center().y() + sizes.letter * 2;
    const double bottom = view.bottom() - sizes.margin - sizes.text * 3;
    const double width = std::round(sizes.text * 0.7);
    if (bottom - top < sizes.text * 4 || view.width() < sizes.text * 14) return;
    const double height = std::min(bottom - top, sizes.text * 12);
    const QRectF bar(view.right() - sizes.margin - width, bottom - height, width, height);
    const double rim = decor.textScale;
    const MarkColours colours(decor);

    const Range reach = reachOf(display, volume);
    Display opaque = display;
    opaque.opacity = 1;
    const ColourScale scale(opaque, volume);
    painter.fillRect(bar.adjusted(-rim, -rim, rim, rim), decor.onLight ? colours.quiet : colours.rim);
    QImage ramp(1, 256, QImage::Format_ARGB32_Premultiplied);
    constexpr int levels = 256;
    int empty = 0; // levels just above that are not drawn
    for (int y = 0; y <= levels; ++y) {
        const double part = (levels - 1 - y) / (levels - 1.0);
        const QRgb colour = y < levels ? scale.at(static_cast<float>(reach.low + part * reach.width())) : 1;
        if (y < levels) ramp.setPixel(0, y, colour);
        if (colour == 0) ++empty;
        if (colour == 0 || empty == 0) continue;
        paintEmpty(painter,
                   {bar.left(), bar.top() + bar.height() * (y - empty) / levels, width, bar.height() * empty / levels},
                   decor);
        empty = 0;
    }
    painter.drawImage(bar, ramp);
    if (!decor.text) return;

    const QFont font = markFont(sizes.text);
    const QFontMetricsF metrics(font);
    std::vector<double> taken; // baselines
    for (const double value : numbersOf(display, volume, reach)) {
        const double place = bar.bottom() - (value - reach.low) / reach.width() * bar.height();
        const double y = std::clamp(place + metrics.capHeight() / 2, bar.top() + metrics.capHeight(), bar.bottom());
        const bool isFree = std::all_of(taken.begin(), taken.end(),
                                        [&](double other) { return std::abs(other - y) > sizes.text * 1.2; });
        if (!isFree) continue;
        const QString text = valueInWords(value, taken.empty() ? unit : QString());
        drawOutlined(painter, {bar.left() - sizes.text * 0.5 - metrics.horizontalAdvance(text), y}, text, font,
                     colours.text);
        taken.push_back(y);
    }
}

void paintColourBar(QPainter& painter, const Decorated& d) {
    // Outlines in a map's colours lie on top; but for an overlay's, their bar says most.
    const CortexLayer* cortex = d.state.shownCortex();
    const bool byMap = cortex && cortex->display.outlines && cortex->display.outlinesByMap && cortex->mapDisplay();
    if (byMap && d.state.layers.size() < 2)
        return paintColourBar(painter, d.geometry.view, d.decor, *cortex->mapDisplay(), 0, cortex->map()->unit);
    if (const Layer* layer = topmost(d.state))
        paintColourBar(painter, d.geometry.view, d.decor, layer->display, d.navigation.volume,
                       layer->volume->header().unit);
}

} // namespace neuraxis::render
