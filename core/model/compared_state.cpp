#include "core/model/compared_state.h"

#include <QCoreApplication>
#include <algorithm>

namespace neuraxis {

namespace {

const ComparedVisit* visitAt(const ReviewState& state, int visit) {
    return visit >= 0 && visit < static_cast<int>(state.visits.size()) ? &state.visits[static_cast<std::size_t>(visit)]
                                                                       : nullptr;
}

/// Whether a layer over the current visit lies over another one too: maps of change do, and labels where both are aligned.
bool liesOver(const ReviewState& state, const Layer& layer, int visit) {
    if (isChangeMap(layer.volume->header())) return true;
    if (!layer.display.labels) return false;
    const int of = layer.labelsOf.isEmpty() ? currentVisit(state) : visitOf(state, layer.labelsOf);
    const ComparedVisit *from = visitAt(state, of), *to = visitAt(state, visit);
    return from && to && (from == to || (from->place.isAligned() && to->place.isAligned()));
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
    return withHeader(volume, std::move(header));
}

int currentVisit(const ReviewState& state) {
    const Layer* base = state.base();
    const auto here = std::find_if(state.visits.begin(), state.visits.end(), [&](const ComparedVisit& visit) {
        return base && visit.volume && visit.volume == base->volume;
    });
    return here == state.visits.end() ? -1 : static_cast<int>(here - state.visits.begin());
}

int visitOf(const ReviewState& state, const QString& uid) {
    const auto here = std::find_if(state.visits.begin(), state.visits.end(),
                                   [&](const ComparedVisit& visit) { return visit.uid == uid; });
    return here == state.visits.end() ? -1 : static_cast<int>(here - state.visits.begin());
}

int otherVisit(const ReviewState& state, const NavigationState& navigation) {
    const int current = currentVisit(state), count = static_cast<int>(state.visits.size());
    if (current < 0 || count < 2) return -1;
    if (const int chosen = visitOf(state, navigation.pair.other); chosen >= 0 && chosen != current) return chosen;
    return current == 0 ? count - 1 : 0; // the longest time
}

std::optional<double> yearsBetween(const ComparedVisit& one, const ComparedVisit& other) {
    if (!one.yearsSinceFirst || !other.yearsSinceFirst) return {};
    return *other.yearsSinceFirst - *one.yearsSinceFirst;
}

bool isComparing(const ReviewState& state) { return state.visits.size() > 1 && currentVisit(state) >= 0; }

Display matchedDisplay(const Display& display, const ComparedVisit& of, const ComparedVisit& to) {
    Display matched = display;
    const double gain = of.place.gain > 0 && to.place.gain > 0 ? of.place.gain / to.place.gain : 0;
    if (!(gain > 0)) {
        // Their values have nothing to do with each other: the colours stay, the window is its own.
        matched.windows = to.opened.windows;
        matched.hideBelow.reset();
        matched.hideAbove.reset();
        return matched;
    }
    const auto match = [&](const Range& window) { return Range{window.low * gain, window.high * gain}; };
    if (display.windows.size() == 1 && to.opened.windows.size() == 1) {
        matched.windows = {match(display.window())};
    } else {
        // Of diffusion each b-value has its window; one that the other visit has not keeps its own.
        const std::vector<double>&ours = of.volume->header().fourth.bValues,
              &theirs = to.volume->header().fourth.bValues;
        matched.windows = to.opened.windows;
        for (std::size_t i = 0; i < matched.windows.size() && i < theirs.size(); ++i) {
            const auto same = std::find(ours.begin(), ours.end(), theirs[i]);
            if (same != ours.end()) matched.windows[i] = match(display.window(static_cast<int>(same - ours.begin())));
        }
    }
    if (matched.negative) matched.negative->window = match(matched.negative->window);
    for (auto limit : {&Display::hideBelow, &Display::hideAbove})
        if (matched.*limit) *(matched.*limit) *= gain;
    return matched;
}

bool isChangeMap(const VolumeHeader& header) {
    return header.component == u"DIFFERENCE" || header.component == u"LOG_JACOBIAN";
}

void dropChangeMaps(ReviewState& state) {
    std::erase_if(state.layers, [](const Layer& layer) { return isChangeMap(layer.volume->header()); });
}

ReviewState atVisit(const ReviewState& state, int visit) {
    ReviewState seen = state;
    seen.cortices.clear();
    if (visit == currentVisit(state)) return seen;
    seen.layers.clear();
    const std::optional<Layer> image = overCurrent(state, visit);
    if (!image) return seen;
    seen.layers.push_back(*image);
    for (std::size_t i = 1; i < state.layers.size(); ++i)
        if (liesOver(state, state.layers[i], visit)) seen.layers.push_back(state.layers[i]);
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

void layOverCurrent(const ReviewState& state, const QString& visitUid, Layer& labels) {
    const ComparedVisit* current = visitAt(state, currentVisit(state));
    if (!current || current->uid == visitUid) return;
    if (const int of = visitOf(state, visitUid); of >= 0)
        labels = movedLayer(std::move(labels), visitOfCurrent(state, of).inverse());
    labels.labelsOf = visitUid;
}

QString layerTitle(const ReviewState& state, std::size_t layer) {
    const Layer& one = state.layers[layer];
    const QString& name = one.volume->header().name;
    if (layer == 0 || !one.display.labels || !isComparing(state)) return name;
    const int current = currentVisit(state);
    const ComparedVisit* of = visitAt(state, one.labelsOf.isEmpty() ? current : visitOf(state, one.labelsOf));
    const QString title = of ? QStringLiteral("%1 · %2").arg(name, of->name) : name;
    return liesOver(state, one, current)
               ? title
               : QCoreApplication::translate("LayerTitle", "%1, not aligned", "a layer").arg(title);
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
        if (state.layers[i].display.labels || isChangeMap(state.layers[i].volume->header())) {
            Layer layer = movedLayer(state.layers[i], move);
            if (layer.display.labels && layer.labelsOf.isEmpty()) layer.labelsOf = visitAt(state, before)->uid;
            layers.push_back(std::move(layer));
        }
    state.layers = std::move(layers);
    state.visits[static_cast<std::size_t>(visit)].shown = true;
    navigation.cursorLps = move(navigation.cursorLps);
    navigation.centreLps = move(navigation.centreLps);
    if (navigation.pair.other == next->uid) navigation.pair.other = visitAt(state, before)->uid;
    navigation.pair.spaceOf = next->uid;
    navigation.pair.points.clear();
}

void replaceVisits(ReviewState& state, std::vector<ComparedVisit> visits) {
    std::vector<std::optional<WorldTransform>> before; // to where each layer's labels were laid
    for (const Layer& layer : state.layers) {
        const int of = layer.labelsOf.isEmpty() ? -1 : visitOf(state, layer.labelsOf);
        before.push_back(of < 0 ? std::nullopt : std::optional(visitOfCurrent(state, of)));
    }
    state.visits = std::move(visits);
    for (std::size_t i = 1; i < state.layers.size(); ++i) {
        const int of = before[i] ? visitOf(state, state.layers[i].labelsOf) : -1;
        if (of < 0 || currentVisit(state) < 0) continue;
        const WorldTransform now = visitOfCurrent(state, of);
        if (now != *before[i]) state.layers[i] = movedLayer(state.layers[i], now.inverse() * *before[i]);
    }
}

void followVisit(const ReviewState& state, NavigationState& navigation) {
    const ComparedVisit* now = visitAt(state, currentVisit(state));
    if (!now || navigation.pair.spaceOf == now->uid) return;
    if (const ComparedVisit* before = visitAt(state, visitOf(state, navigation.pair.spaceOf))) {
        const WorldTransform move = now->place.visitOfShared * before->place.visitOfShared.inverse();
        navigation.cursorLps = move(navigation.cursorLps);
        navigation.centreLps = move(navigation.centreLps);
        navigation.pair.points.clear();
    }
    navigation.pair.spaceOf = now->uid;
}

std::optional<Layer> overCurrent(const ReviewState& state, int visit) {
    const ComparedVisit* of = visitAt(state, visit);
    if (!of || !of->volume || currentVisit(state) < 0) return {};
    return movedLayer(imageOf(state, visit), visitOfCurrent(state, visit).inverse());
}

} // namespace neuraxis
