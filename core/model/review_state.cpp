#include "core/model/review_state.h"

#include "core/model/window_level.h"

#include <algorithm>

namespace neuraxis {

const Layer* ReviewState::lowestVisible() const {
    const auto shown =
        std::find_if(layers.begin(), layers.end(), [](const Layer& layer) { return layer.display.visible; });
    return shown == layers.end() ? nullptr : &*shown;
}

Layer makeLayer(std::shared_ptr<const Volume> volume, bool overlay) {
    Layer layer;
    const Range window = robustRange(*volume);
    layer.display.low = window.low;
    layer.display.high = window.high;
    if (overlay) {
        layer.display.colourMap = QStringLiteral("hot");
        layer.display.opacity = 0.5;
        layer.display.hideBelow = window.low + 0.1 * (window.high - window.low);
    }
    layer.volume = std::move(volume);
    return layer;
}

} // namespace neuraxis
