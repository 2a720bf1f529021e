#include "core/analysis/pair_search.h"

#include "core/analysis/on_all_cores.h"
#include "core/analysis/transform_logs.h"

#include <algorithm>
#include <cmath>

namespace neuraxis {

namespace {

constexpr double turnStep = 0.32, mostTurn = 0.72; // radians
constexpr double shiftStepMm = 30, mostShiftMm = 45;
constexpr std::size_t refinedStarts = 16;

struct Place {
    WorldTransform transform;
    double score = 0;
};

std::vector<WorldVector> grid(double step, double most) {
    std::vector<WorldVector> found;
    const int reach = static_cast<int>(most / step);
    for (int k = -reach; k <= reach; ++k)
        for (int j = -reach; j <= reach; ++j)
            for (int i = -reach; i <= reach; ++i)
                if (const WorldVector v{i * step, j * step, k * step}; length(v) <= most) found.push_back(v);
    return found;
}

/// Half the turn, the shift, the other half: the same for both images when they are swapped.
WorldTransform start(const WorldVector& turn, const WorldVector& shift) {
    const WorldTransform half = WorldTransform::rigid(turn * 0.5, {});
    return half * WorldTransform::rigid({}, shift) * half;
}

double apartMm(const WorldTransform& a, const WorldTransform& b) {
    double most = 0;
    for (const WorldPoint& p : {WorldPoint{80, 0, 0}, WorldPoint{0, 80, 0}, WorldPoint{0, 0, 80}, WorldPoint{}})
        most = std::max(most, length(a(p) - b(p)));
    return most;
}

/// The best first, each at least so far from those before.
void sortOut(std::vector<Place>& places, double mm, std::size_t most) {
    std::stable_sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.score > b.score; });
    std::vector<Place> kept;
    for (const Place& place : places) {
        if (kept.size() == most) break;
        if (std::none_of(kept.begin(), kept.end(),
                         [&](const Place& other) { return apartMm(other.transform, place.transform) < mm; }))
            kept.push_back(place);
    }
    places = std::move(kept);
}

} // namespace

std::vector<WorldTransform> likelyPlaces(const AlignmentImage& first, const AlignmentImage& second, std::size_t most) {
    std::vector<Place> places;
    const WorldVector asScanned = first.centreLps() - second.centreLps();
    for (const WorldVector& turn : grid(turnStep, mostTurn)) {
        for (const WorldVector& shift : grid(shiftStepMm, mostShiftMm)) places.push_back({start(turn, shift)});
        places.push_back({start(turn, asScanned)});
    }
    PairFit rough(first, second, 0, 13, PairFit::Focus::Head, PairFit::Cores::One);
    onAllCores(places.size(), [&](std::size_t i) { places[i].score = rough.glance(places[i].transform).score(); });
    sortOut(places, 20, refinedStarts);
    onAllCores(places.size(), [&](std::size_t i) {
        PairFit fit(first, second, 0, 10, PairFit::Focus::Head, PairFit::Cores::One);
        places[i].transform = fit.refined({places[i].transform}, AlignmentKind::Rigid, 10, false).secondOfFirst;
        places[i].score = fit.glance(places[i].transform).score();
    });
    sortOut(places, 4, most);
    std::vector<WorldTransform> found;
    for (const Place& place : places) found.push_back(place.transform);
    return found;
}

} // namespace neuraxis
