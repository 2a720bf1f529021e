#include "core/model/review_state.h"

#include "core/model/fourth.h"
#include "core/model/opening_display.h"

#include <algorithm>
#include <cmath>

namespace neuraxis {

const Range& Display::window(int volume) const {
    return windows[static_cast<std::size_t>(std::clamp(volume, 0, static_cast<int>(windows.size()) - 1))];
}

void Display::setApart(bool apart) {
    if (apart == negative.has_value()) return;
    if (apart) {
        for (Range& each : windows) {
            const double reach = std::max({std::abs(each.low), std::abs(each.high), 1e-9});
            each = {each.low > 0 ? each.low : 0, reach};
        }
        negative = NegativeScale{QStringLiteral("blue-lightblue"), window()};
        if (hideBelow && *hideBelow <= 0) hideBelow.reset();
        if (hideAbove && *hideAbove <= 0) hideAbove.reset();
        return;
    }
    for (Range& each : windows) each.low = -negative->window.high;
    negative.reset();
}

std::vector<int> Layer::sharedWindow(int volume) const {
    if (display.windows.size() == 1) return {0};
    const int index = std::clamp(volume, 0, static_cast<int>(display.windows.size()) - 1);
    for (const Shell& shell : shells(this->volume->header().fourth))
        if (std::find(shell.volumes.begin(), shell.volumes.end(), index) != shell.volumes.end()) {
            std::vector<int> shared = shell.volumes;
            std::erase_if(shared, [&](int each) { return each >= static_cast<int>(display.windows.size()); });
            return shared;
        }
    return {index}; // a b-value that is no number
}

void Layer::setWindow(const Range& window, int volume) {
    Range set = window;
    if (display.negative) set = {std::max(0.0, window.low), std::max(window.high, 1e-9)}; // zero is locked
    for (const int same : sharedWindow(volume)) display.windows[static_cast<std::size_t>(same)] = set;
}

bool Layer::covers() const {
    return display.visible && display.opacity >= 1 && !display.hideBelow && !display.hideAbove && !display.labels &&
           display.drawn == Drawn::Fill && !mask;
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

const CortexLayer* ReviewState::shownCortex() const {
    const auto shown =
        std::find_if(cortices.begin(), cortices.end(), [](const CortexLayer& layer) { return layer.display.visible; });
    return shown == cortices.end() ? nullptr : &*shown;
}

Layer makeLayer(std::shared_ptr<const Volume> volume, bool overlay) {
    Layer layer;
    layer.display = overlay ? openingOverlay(*volume) : openingBase(*volume);
    layer.volume = std::move(volume);
    return layer;
}

bool opensAlike(const Display& a, const Display& b) {
    constexpr double sameOrder = 3;
    const double ratio = b.windows[0].width() / a.windows[0].width();
    return a.windows.size() == b.windows.size() && ratio < sameOrder && ratio > 1 / sameOrder;
}

Display carriedDisplay(const Display& opened, const Display& left, Display next) {
    const auto carry = [&](auto field) {
        if (left.*field != opened.*field) next.*field = left.*field;
    };
    carry(&Display::opacity);
    carry(&Display::colourMap);
    carry(&Display::inverted);
    carry(&Display::interpolation);
    carry(&Display::drawn);
    if (opened.labels && next.labels) carry(&Display::labels);
    if (!opensAlike(opened, next) || left.windows.size() != next.windows.size()) return next;
    for (std::size_t i = 0; i < next.windows.size(); ++i)
        if (left.windows[i] != opened.windows[i]) next.windows[i] = left.windows[i];
    carry(&Display::negative);
    carry(&Display::hideBelow);
    carry(&Display::hideAbove);
    return next;
}

} // namespace neuraxis
