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

void HeldCortices::show(ReviewState& state, const std::shared_ptr<const Cortex>& cortex, const QString& map) {
    const CortexLayer* shown = state.shownCortex();
    if (shown) {
        left = *shown;
        if (shown->cortex == cortex) return;
    }
    const bool hadOne = shown != nullptr;
    state.cortices.clear();
    if (cortex) {
        state.cortices = {left ? carriedCortexLayer(*left, cortex) : makeCortexLayer(cortex)};
        for (std::size_t i = 0; i < cortex->maps.size(); ++i)
            if (cortex->maps[i]->name == map) state.cortices.front().display.map = static_cast<int>(i);
    }
    // Views of what is there: surfaces appear in a layout that has none of its own, and leave none empty behind; with
    // the next surfaces their layout comes back.
    const auto hasSurfaces = [](const QString& name) { return name.startsWith(QStringLiteral("surface")); };
    if (!cortex && hadOne) {
        layout = hasSurfaces(state.layout) ? state.layout : QString();
        if (!layout.isEmpty()) state.layout = ReviewState().layout;
    } else if (cortex && !hadOne && state.layout == ReviewState().layout) {
        const bool planes = !state.layers.empty();
        if (!layout.isEmpty() && (planes || layout != QStringLiteral("surface-planes")))
            state.layout = layout;
        else
            state.layout = planes ? QStringLiteral("surface-planes") : QStringLiteral("surface");
    }
}

} // namespace neuraxis
