#include "core/model/colour_scale.h"

#include "core/model/colour_map.h"

#include <algorithm>
#include <limits>

namespace neuraxis {

ColourScale::ColourScale(const Display& display, int volume) : twoSided(display.negative.has_value()) {
    constexpr float infinity = std::numeric_limits<float>::infinity();
    least = display.hideBelow ? static_cast<float>(*display.hideBelow) : -infinity;
    greatest = display.hideAbove ? static_cast<float>(*display.hideAbove) : infinity;
    const int alpha = static_cast<int>(std::lround(std::clamp(display.opacity, 0.0, 1.0) * 255));
    above = sideOf(display.colourMap, display.inverted, display.window(volume), alpha);
    if (display.negative) below = sideOf(display.negative->colourMap, false, display.negative->window, alpha);
}

ColourScale::Side ColourScale::sideOf(const QString& name, bool inverted, const Range& window, int alpha) const {
    Side side;
    const auto& map = colourMap(name).colours;
    for (std::size_t i = 0; i < map.size(); ++i) {
        const QRgb colour = map[inverted ? map.size() - 1 - i : i];
        side.colours[i] = qPremultiply(qRgba(qRed(colour), qGreen(colour), qBlue(colour), alpha));
    }
    side.low = static_cast<float>(window.low);
    // A window without width is a threshold.
    side.scale = static_cast<float>(255 / std::max(window.width(), 1e-12 * std::max(1.0, std::abs(window.high))));
    return side;
}

} // namespace neuraxis
