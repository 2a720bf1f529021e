#include "core/model/review_state.h"

#include "core/model/fourth.h"

#include <algorithm>

namespace neuraxis {

const Range& Display::window(int volume) const {
    return windows[static_cast<std::size_t>(std::clamp(volume, 0, static_cast<int>(windows.size()) - 1))];
}

void Layer::setWindow(const Range& window, int volume) {
    if (display.windows.size() == 1) {
        display.windows.front() = window;
        return;
    }
    for (const Shell& shell : shells(this->volume->header().fourth))
        if (std::find(shell.volumes.begin(), shell.volumes.end(), volume) != shell.volumes.end())
            for (const int same : shell.volumes) display.windows[static_cast<std::size_t>(same)] = window;
}

bool Layer::covers() const {
    return display.visible && display.opacity >= 1 && !display.hideBelow && !display.hideAbove;
}

const Layer* ReviewState::shown() const {
    const auto top = std::find_if(layers.rbegin(), layers.rend(), [](const Layer& layer) { return layer.covers(); });
    if (top != layers.rend()) return &*top;
    const Layer* lowest = lowestVisible();
    return lowest ? lowest : base();
}

const Layer* ReviewState::lowestVisible() const {
    const auto shown =
        std::find_if(layers.begin(), layers.end(), [](const Layer& layer) { return layer.display.visible; });
    return shown == layers.end() ? nullptr : &*shown;
}

Layer makeLayer(std::shared_ptr<const Volume> volume, bool overlay) {
    Layer layer;
    layer.display.windows = openingWindows(*volume);
    const Range& window = layer.display.window();
    if (overlay) {
        layer.display.colourMap = QStringLiteral("hot");
        layer.display.opacity = 0.5;
        layer.display.hideBelow = window.low + 0.1 * (window.high - window.low);
    }
    layer.volume = std::move(volume);
    return layer;
}

} // namespace neuraxis
