#include "app/held_cortices.h"

#include "core/io/subject_folder.h"

#include <algorithm>

namespace neuraxis {

void HeldCortices::clear() { held.clear(); }

void HeldCortices::add(std::shared_ptr<const Cortex> cortex, const QStringList& files, int request,
                       const QString& visit) {
    held.push_back({std::move(cortex), io::subjectFolderOf(files.value(0)), request, visit});
}

void HeldCortices::replace(const std::shared_ptr<const Cortex>& before, const std::shared_ptr<const Cortex>& after) {
    for (Held& one : held)
        if (one.cortex == before) one.cortex = after;
}

std::shared_ptr<const Cortex> HeldCortices::belongingTo(const QString& image, int request, const QString& visit) const {
    const QString subject = io::subjectFolderOf(image);
    const auto first = [&](auto fits) -> std::shared_ptr<const Cortex> {
        const auto found = std::find_if(held.begin(), held.end(), [&](const Held& one) {
            return one.request == request && one.visit == visit && fits(one);
        });
        return found == held.end() ? nullptr : found->cortex;
    };
    if (!subject.isEmpty())
        if (auto own = first([&](const Held& one) { return one.subject == subject; })) return own;
    return first([&](const Held& one) { return subject.isEmpty() || one.subject.isEmpty() || !visit.isEmpty(); });
}

std::shared_ptr<const Cortex> HeldCortices::ofVisit(const QString& visit) const {
    std::shared_ptr<const Cortex> found;
    for (const Held& one : held)
        if (one.visit == visit && (!found || (found->base.isEmpty() && !one.cortex->base.isEmpty())))
            found = one.cortex;
    return found;
}

void HeldCortices::show(ReviewState& state, const std::shared_ptr<const Cortex>& cortex, const QString& map,
                        const std::optional<Display>& look) {
    const CortexLayer* shown = state.shownCortex();
    if (shown) {
        left = *shown;
        if (shown->cortex == cortex) return;
    }
    const bool hadOne = shown != nullptr;
    state.cortices.clear();
    if (cortex) {
        state.cortices = {left ? carriedCortexLayer(*left, cortex) : makeCortexLayer(cortex)};
        CortexDisplay& display = state.cortices.front().display;
        for (std::size_t i = 0; i < cortex->maps.size(); ++i) {
            if (cortex->maps[i]->name != map) continue;
            display.map = static_cast<int>(i);
            if (look) display.maps[i] = *look;
        }
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
