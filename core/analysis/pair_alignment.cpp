#include "core/analysis/pair_alignment.h"

#include "core/analysis/alignment_verdict.h"
#include "core/analysis/pair_fit.h"
#include "core/analysis/pair_search.h"

#include <QCoreApplication>

namespace neuraxis {

namespace {

constexpr std::size_t places = 3; // that are followed to the second resolution

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Alignment)
};

/// Between the images' own places.
WorldTransform placed(const WorldTransform& fromMiddles, const WorldPoint& first, const WorldPoint& second) {
    return WorldTransform::rigid({}, second - WorldPoint{}) * fromMiddles *
           WorldTransform::rigid({}, WorldPoint{} - first);
}

} // namespace

std::optional<PairAlignment> alignImages(const AlignmentImage& first, const AlignmentImage& second, AlignmentKind kind,
                                         const std::function<bool(double)>& goOn) {
    PairAlignment pair;
    if (!first.isUsable() || !second.isUsable()) {
        pair.reason = Texts::tr("There is nothing to align: a single slice, or one brightness all over.");
        return pair;
    }
    // One order, for the same steps whichever is first
    if (second.isBefore(first)) {
        auto swapped = alignImages(second, first, kind, goOn);
        if (swapped) swapped->secondOfFirst = swapped->secondOfFirst.inverse();
        return swapped;
    }
    const auto stopped = [&](double share) { return goOn && !goOn(share); };
    const auto starts = likelyPlaces(first, second, places);
    if (stopped(0.3)) return {};
    using enum PairFit::Focus;
    constexpr auto all = PairFit::Cores::All;
    PairPlace best;
    double most = -1;
    PairFit head(first, second, 1, 6, Head, all);
    for (const WorldTransform& start : starts) {
        const PairPlace place = head.refined({start}, AlignmentKind::Rigid, 6, false);
        const double score = head.glance(place.secondOfFirst).score();
        if (score <= most) continue;
        most = score;
        best = place;
    }
    if (stopped(0.6)) return {};
    best = PairFit(first, second, 1, 5, Brain, all).refined(best, kind, 8, true);
    if (stopped(0.7)) return {};
    PairFit fine(first, second, 2, 4, Brain, all);
    best = fine.refined(best, kind, 6, true);
    if (stopped(0.8)) return {};
    best = PairFit(first, second, 3, 3, Brain, all).refined(best, kind, 8, true);
    if (stopped(0.95)) return {};
    pair.figures = fine.figures(best);
    pair.secondOfFirst = placed(best.secondOfFirst, first.centreLps(), second.centreLps());
    if (!Affine(pair.secondOfFirst.rows()).isValid()) pair.secondOfFirst = {};
    judge(pair);
    return pair;
}

} // namespace neuraxis
