#include "core/analysis/visit_alignment.h"

#include "core/analysis/midway_space.h"
#include "core/analysis/pair_alignment.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Alignment)
};

constexpr double doubtfulWeight = 0.02; // of a pair, beside 1 of a good one
constexpr double mostDisagreementMm = 1;

using Pair = VisitsAlignment::Pair;

bool holds(const Pair& pair) { return pair.alignment.verdict != AlignmentVerdict::Failed; }

/// The visits that pairs which did not fail join, of all such groups the greatest; in order.
std::vector<std::size_t> joined(std::size_t visits, const std::vector<Pair>& pairs) {
    std::vector<std::size_t> group(visits);
    for (std::size_t v = 0; v < visits; ++v) group[v] = v;
    for (const Pair& pair : pairs)
        if (holds(pair)) std::replace(group.begin(), group.end(), group[pair.second], group[pair.first]);
    std::vector<std::size_t> greatest;
    for (std::size_t g = 0; g < visits; ++g) {
        std::vector<std::size_t> members;
        for (std::size_t v = 0; v < visits; ++v)
            if (group[v] == g) members.push_back(v);
        if (members.size() > greatest.size()) greatest = members;
    }
    return greatest;
}

/// The pair of a visit with the best verdict, of those the one with the least residual; null without any.
const Pair* bestPair(std::size_t visit, const std::vector<Pair>& pairs) {
    const Pair* best = nullptr;
    const auto rank = [](const Pair& p) { return std::pair(p.alignment.verdict, p.alignment.residualMm); };
    for (const Pair& pair : pairs)
        if ((pair.first == visit || pair.second == visit) && (!best || rank(pair) < rank(*best))) best = &pair;
    return best;
}

VisitPlace placeOf(std::size_t visit, const VisitsAlignment& all, const WorldPoint& brain) {
    const Pair* best = bestPair(visit, all.pairs);
    VisitPlace place{best->alignment.verdict, best->alignment.residualMm, best->alignment.reason};
    double squares = 0, weights = 0;
    int count = 0;
    for (const Pair& pair : all.pairs) {
        if ((pair.first != visit && pair.second != visit) || pair.alignment.verdict != best->alignment.verdict)
            continue;
        const double mm =
            disagreementMm({pair.first, pair.second, pair.alignment.secondOfFirst}, all.visitOfMidway, brain);
        squares += mm * mm;
        weights += 1;
        ++count;
    }
    if (count < 2) return place;
    place.residualMm = std::sqrt(squares / weights);
    if (place.verdict == AlignmentVerdict::Good && place.residualMm > mostDisagreementMm) {
        place.verdict = AlignmentVerdict::Doubtful;
        place.reason = Texts::tr("The pairs with the other visits disagree by %1 mm on where this visit lies.")
                           .arg(place.residualMm, 0, 'f', 1);
    }
    return place;
}

void putTogether(VisitsAlignment& all, const std::vector<WorldPoint>& middles, AlignmentKind kind) {
    const auto members = joined(all.visits.size(), all.pairs);
    if (members.size() < 2) return;
    const auto place = [&](std::size_t visit) {
        return static_cast<std::size_t>(std::find(members.begin(), members.end(), visit) - members.begin());
    };
    std::vector<VisitLink> links;
    for (const Pair& pair : all.pairs)
        if (holds(pair) && place(pair.first) < members.size())
            links.push_back({place(pair.first), place(pair.second), pair.alignment.secondOfFirst,
                             pair.alignment.verdict == AlignmentVerdict::Good ? 1 : doubtfulWeight});
    const auto places = midwaySpace(members.size(), links, middles[members[0]], kind == AlignmentKind::Rigid);
    for (std::size_t i = 0; i < members.size(); ++i) all.visitOfMidway[members[i]] = places[i];
    const WorldPoint brain = places[0].inverse()(middles[members[0]]);
    for (const std::size_t visit : members) all.visits[visit] = placeOf(visit, all, brain);
}

} // namespace

std::optional<PairAlignment> alignPair(const Volume& first, const Volume& second, AlignmentKind kind,
                                       const std::function<bool(double)>& goOn) try {
    return alignImages(AlignmentImage(first), AlignmentImage(second), kind, goOn);
} catch (const std::exception&) { // no memory, or no thread to be had
    PairAlignment failed;
    failed.reason = Texts::tr("There is not enough memory to align the images.");
    return failed;
}

std::optional<VisitsAlignment> alignVisits(const std::vector<std::shared_ptr<const Volume>>& visits, AlignmentKind kind,
                                           const std::function<bool(double)>& goOn) try {
    VisitsAlignment all;
    all.visitOfMidway.resize(visits.size());
    all.visits.assign(visits.size(), {AlignmentVerdict::Failed, 0, Texts::tr("There is no image of this visit.")});
    std::vector<std::size_t> scanned;
    std::vector<WorldPoint> middles(visits.size());
    std::vector<std::optional<AlignmentImage>> images(visits.size());
    for (std::size_t v = 0; v < visits.size(); ++v) {
        if (!visits[v]) continue;
        scanned.push_back(v);
        images[v].emplace(*visits[v]);
        middles[v] = images[v]->centreLps();
        if (goOn && !goOn(0.1 * static_cast<double>(v + 1) / static_cast<double>(visits.size()))) return {};
    }
    if (scanned.size() == 1) all.visits[scanned[0]] = {AlignmentVerdict::Good, 0, {}}; // nothing to lie on
    const double count = static_cast<double>(scanned.size() * (scanned.size() - 1)) / 2;
    for (std::size_t i = 0; i < scanned.size(); ++i)
        for (std::size_t j = i + 1; j < scanned.size(); ++j) {
            const double done = static_cast<double>(all.pairs.size());
            const auto share = [&](double of) { return !goOn || goOn(0.1 + 0.9 * (done + of) / count); };
            const auto pair = alignImages(*images[scanned[i]], *images[scanned[j]], kind, share);
            if (!pair || !share(1)) return {};
            all.pairs.push_back({scanned[i], scanned[j], *pair});
        }
    for (const std::size_t visit : scanned)
        if (const Pair* best = bestPair(visit, all.pairs))
            all.visits[visit].reason = holds(*best)
                                           ? Texts::tr("This visit lies on another, but not on most of the visits.")
                                           : best->alignment.reason;
    putTogether(all, middles, kind);
    return all;
} catch (const std::exception&) { // no memory, or no thread to be had
    VisitsAlignment failed;
    failed.visitOfMidway.resize(visits.size());
    failed.visits.assign(visits.size(),
                         {AlignmentVerdict::Failed, 0, Texts::tr("There is not enough memory to align the images.")});
    return failed;
}

QString alignmentMethod(AlignmentKind kind) {
    return (kind == AlignmentKind::Rigid ? Texts::tr("Turned and shifted only (rigid).")
                                         : Texts::tr("Turned, shifted, stretched and sheared (affine).")) +
           u' ' +
           Texts::tr(
               "Each visit with each other one, by the brain and what lies within 75 mm of its middle, then all put "
               "together halfway between them; the millimetres are by how much pieces of the brain would still move.");
}

} // namespace neuraxis
