#include "core/model/compared_state.h"

#include <algorithm>
#include <cmath>

namespace neuraxis {

namespace {

const ComparedVisit* visitAt(const ReviewState& state, int visit) {
    return visit >= 0 && visit < static_cast<int>(state.visits.size()) ? &state.visits[static_cast<std::size_t>(visit)]
                                                                       : nullptr;
}

Layer movedLayer(Layer layer, const WorldTransform& by) {
    layer.volume = moved(layer.volume, by);
    layer.brain.reset();
    if (layer.mask) layer.mask = moved(layer.mask, by);
    return layer;
}

/// A visit's image with the current one's look, where it was scanned.
Layer imageOf(const ReviewState& state, int visit) {
    const ComparedVisit& of = state.visits[static_cast<std::size_t>(visit)];
    const int current = currentVisit(state);
    if (visit == current) return state.layers.front();
    const ComparedVisit* now = visitAt(state, current);
    return {of.volume, {}, now ? matchedDisplay(state.layers.front().display, *now, of) : of.opened, {}};
}

} // namespace

void ComparedVisit::setVolume(std::shared_ptr<const Volume> read) {
    opened = makeLayer(read, false).display;
    volume = std::move(read);
}

std::shared_ptr<const Volume> moved(const std::shared_ptr<const Volume>& volume, const WorldTransform& by) {
    if (!volume || by == WorldTransform()) return volume;
    VolumeHeader header = volume->header();
    header.voxelToLps = by * header.voxelToLps;
    return std::make_shared<const Volume>(std::move(header),
                                          std::shared_ptr<const std::byte>(volume, volume->voxels()));
}

int currentVisit(const ReviewState& state) {
    const Layer* base = state.base();
    const auto here = std::find_if(state.visits.begin(), state.visits.end(), [&](const ComparedVisit& visit) {
        return base && visit.volume && visit.volume == base->volume;
    });
    return here == state.visits.end() ? -1 : static_cast<int>(here - state.visits.begin());
}

int otherVisit(const ReviewState& state, const NavigationState& navigation) {
    const int current = currentVisit(state), count = static_cast<int>(state.visits.size());
    if (current < 0 || count < 2) return -1;
    if (navigation.pair.other >= 0 && navigation.pair.other < count && navigation.pair.other != current)
        return navigation.pair.other;
    return current == 0 ? count - 1 : 0; // the longest time
}

bool isComparing(const ReviewState& state) { return state.visits.size() > 1 && currentVisit(state) >= 0; }

Display matchedDisplay(const Display& display, const ComparedVisit& of, const ComparedVisit& to) {
    Display matched = display;
    if (!(of.place.gain > 0) || !(to.place.gain > 0)) {
        // Their values have nothing to do with each other: the colours stay, the window is its own.
        matched.windows = to.opened.windows;
        matched.hideBelow.reset();
        matched.hideAbove.reset();
        return matched;
    }
    const auto match = [&](double value) { return value * of.place.gain / to.place.gain; };
    for (Range& window : matched.windows) window = {match(window.low), match(window.high)};
    for (auto limit : {&Display::hideBelow, &Display::hideAbove})
        if (matched.*limit) matched.*limit = match(*(matched.*limit));
    return matched;
}

bool isChangeMap(const VolumeHeader& header) {
    return header.component == u"DIFFERENCE" || header.component == u"LOG_JACOBIAN";
}

ReviewState atVisit(const ReviewState& state, int visit) {
    ReviewState seen = state;
    const ComparedVisit* of = visitAt(state, visit);
    const int current = currentVisit(state);
    seen.cortices.clear();
    seen.layers.clear();
    if (!of || !of->volume) return seen;
    seen.layers.push_back(movedLayer(imageOf(state, visit), of->place.visitOfShared.inverse()));
    const WorldTransform back = current < 0 ? WorldTransform() : visitAt(state, current)->place.visitOfShared.inverse();
    for (std::size_t i = 1; i < state.layers.size(); ++i)
        if (visit == current || isChangeMap(state.layers[i].volume->header()))
            seen.layers.push_back(movedLayer(state.layers[i], back));
    return seen;
}

NavigationState inSharedSpace(const ReviewState& state, const NavigationState& navigation) {
    NavigationState there = navigation;
    if (const ComparedVisit* now = visitAt(state, currentVisit(state))) {
        const WorldTransform back = now->place.visitOfShared.inverse();
        there.cursorLps = back(navigation.cursorLps);
        there.centreLps = back(navigation.centreLps);
    }
    return there;
}

WorldTransform visitOfCurrent(const ReviewState& state, int visit) {
    const ComparedVisit *now = visitAt(state, currentVisit(state)), *to = visitAt(state, visit);
    return now && to ? to->place.visitOfShared * now->place.visitOfShared.inverse() : WorldTransform();
}

void setCurrentVisit(ReviewState& state, NavigationState& navigation, int visit) {
    const int before = currentVisit(state);
    const ComparedVisit* next = visitAt(state, visit);
    if (before < 0 || visit == before || !next || !next->volume) return;
    const WorldTransform move = visitOfCurrent(state, visit);
    std::vector<Layer> layers{imageOf(state, visit)};
    for (std::size_t i = 1; i < state.layers.size(); ++i)
        if (isChangeMap(state.layers[i].volume->header())) layers.push_back(movedLayer(state.layers[i], move));
    state.layers = std::move(layers);
    navigation.cursorLps = move(navigation.cursorLps);
    navigation.centreLps = move(navigation.centreLps);
    if (navigation.pair.other == visit) navigation.pair.other = before;
    navigation.pair.points.clear();
}

std::optional<Layer> overCurrent(const ReviewState& state, int visit) {
    const ComparedVisit* of = visitAt(state, visit);
    if (!of || !of->volume || currentVisit(state) < 0) return {};
    return movedLayer(imageOf(state, visit), visitOfCurrent(state, visit).inverse());
}

} // namespace neuraxis
