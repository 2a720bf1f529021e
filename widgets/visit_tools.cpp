#include "widgets/visit_tools.h"

#include "core/analysis/point_pairs.h"
#include "core/model/compared_state.h"

#include <QCoreApplication>
#include <cmath>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Tool)
};

constexpr std::size_t pairsNeeded = 3;

/// The visit that is put; -1 where there is none.
int visitToPut(const Review& review, const Navigation& navigation) {
    return otherVisit(review.state(), navigation.state());
}

/// Puts the visit where `moved`, a motion in the current visit's space, brings it.
/// `misfitMm`: how far the points that it was put by are from fitting, 0 where it was put in another way.
void put(Review& review, int visit, const WorldTransform& moved, const QString& mergeKey, double misfitMm = 0) {
    const WorldTransform current =
        review.state().visits[static_cast<std::size_t>(currentVisit(review.state()))].place.visitOfShared;
    const WorldTransform inShared = current.inverse() * moved * current;
    constexpr double mostMisfitMm = 5;
    const auto byHand = [](Placement& place) {
        place.alignment = Alignment::ByHand;
        place.reason.clear();
        place.residualMm = 0;
        place.method = Texts::tr("Put by hand.");
    };
    review.edit(
        Texts::tr("Put %1 by hand").arg(review.state().visits[static_cast<std::size_t>(visit)].name),
        [&](ReviewState& state) {
            std::vector<ComparedVisit> visits = state.visits;
            Placement& place = visits[static_cast<std::size_t>(visit)].place;
            place.visitOfShared = place.visitOfShared * inShared.inverse();
            byHand(place);
            place.residualMm = misfitMm;
            if (misfitMm > mostMisfitMm)
                place.reason = Texts::tr("The points fit to %1 mm only: point at them again").arg(misfitMm, 0, 'f', 0);
            // What it was put on must stay where it is.
            Placement& onto = visits[static_cast<std::size_t>(currentVisit(state))].place;
            if (!onto.isAligned()) byHand(onto);
            replaceVisits(state, std::move(visits));
            dropChangeMaps(state);
        },
        mergeKey);
}

QString dragKey(const PointerEvent& event) { return QStringLiteral("put visit %1").arg(event.gesture); }

} // namespace

void moveVisit(Review& review, Navigation& navigation, const PointerEvent& event) {
    const int visit = visitToPut(review, navigation);
    if (visit < 0 || !event.plane) return;
    const WorldVector way = event.plane->toWorld(event.now) - event.plane->toWorld(event.last);
    put(review, visit, WorldTransform::rigid({}, way), dragKey(event));
}

void turnVisit(Review& review, Navigation& navigation, const PointerEvent& event) {
    const int visit = visitToPut(review, navigation);
    if (visit < 0 || !event.plane) return;
    const WorldPoint& centre = navigation.state().cursorLps;
    const QPointF middle = event.plane->toView(centre);
    const QPointF from = event.last - middle, to = event.now - middle;
    if (from.manhattanLength() < 2 || to.manhattanLength() < 2) return;
    const double angle = std::remainder(std::atan2(to.y(), to.x()) - std::atan2(from.y(), from.x()), 2 * M_PI);
    // From right towards down on the screen
    const WorldVector axis = unit(cross(event.plane->basis.right, event.plane->basis.down));
    put(review, visit, WorldTransform::rigid(axis * angle, {}, centre), dragKey(event));
}

void pointAtPair(Review& review, Navigation& navigation, const PointerEvent& event) {
    const int visit = visitToPut(review, navigation), current = currentVisit(review.state());
    if (visit < 0 || !event.plane) return;
    NavigationState next = navigation.state();
    std::vector<PointPair>& points = next.pair.points;
    const WorldPoint place = event.plane->toWorld(event.now);
    const bool waits = !points.empty() && !points.back().inOther;
    if (event.visit < 0 || event.visit == current) {
        if (waits)
            points.back().inCurrent = place; // pointed at once more: better
        else
            points.push_back({place, {}});
    } else if (event.visit == visit && waits) {
        points.back().inOther = visitOfCurrent(review.state(), visit)(place);
        std::vector<WorldPoint> ours, theirs;
        for (const PointPair& pair : points) {
            ours.push_back(pair.inCurrent);
            theirs.push_back(*pair.inOther);
        }
        const auto fit = points.size() >= pairsNeeded ? rigidFromPoints(ours, theirs) : std::nullopt;
        if (fit) {
            // From where it lies now to where the pairs want it, in the current visit's space
            put(review, visit, fit->secondOfFirst.inverse() * visitOfCurrent(review.state(), visit), {}, fit->rmsMm);
            points.clear();
        }
    }
    navigation.set(next);
}

} // namespace neuraxis
