#include "app/held_cortices.h"

#include <algorithm>

namespace neuraxis {

void HeldCortices::clear() { held.clear(); }

void HeldCortices::add(std::shared_ptr<const Cortex> cortex, int request, const QString& visit) {
    held.push_back({std::move(cortex), request, visit});
}

void HeldCortices::replace(const std::shared_ptr<const Cortex>& before, const std::shared_ptr<const Cortex>& after) {
    for (Held& one : held)
        if (one.cortex == before) one.cortex = after;
}

std::shared_ptr<const Cortex> HeldCortices::belongingTo(int request, const QString& visit) const {
    const auto found = std::find_if(held.begin(), held.end(),
                                    [&](const Held& one) { return one.request == request && one.visit == visit; });
    return found == held.end() ? nullptr : found->cortex;
}

void HeldCortices::show(ReviewState& state, const std::shared_ptr<const Cortex>& cortex) {
    if (const CortexLayer* shown = state.shownCortex()) {
        left = *shown;
        if (shown->cortex == cortex) return;
    }
    const bool hadOne = !state.cortices.empty();
    state.cortices.clear();
    if (cortex) {
        state.cortices = {left ? carriedCortexLayer(*left, cortex) : makeCortexLayer(cortex)};
        // A map that was laid on what is shown is what the reader wants to see.
        CortexDisplay& display = state.cortices.front().display;
        if (left && left->cortex->sides == cortex->sides && cortex->maps.size() > left->cortex->maps.size())
            display.map = static_cast<int>(cortex->maps.size()) - 1;
    }
    // Views of what is there: surfaces appear in a layout that has none of its own, and leave none empty behind.
    const bool surfaces = state.layout.startsWith(QStringLiteral("surface"));
    if (cortex && !hadOne && state.layout == QStringLiteral("four"))
        state.layout = state.layers.empty() ? QStringLiteral("surface") : QStringLiteral("surface-planes");
    else if (cortex && state.layout == QStringLiteral("surface") && !hadOne && !state.layers.empty())
        state.layout = QStringLiteral("surface-planes");
    else if (!cortex && surfaces && hadOne)
        state.layout = QStringLiteral("four");
}

} // namespace neuraxis
