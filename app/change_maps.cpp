#include "app/change_maps.h"

#include "app/controls_noise.h"
#include "app/placed_visits.h"
#include "core/analysis/difference_map.h"
#include "core/analysis/jacobian_map.h"
#include "core/analysis/per_year.h"
#include "core/analysis/trend.h"

#include <cmath>
#include <cstring>

namespace neuraxis {

namespace {

/// 1 where a map of floats is not 0: what a layer is drawn within.
std::shared_ptr<const Volume> whereAny(const Volume& map) {
    VolumeHeader header = map.header();
    header.type = StoredType::UInt8;
    header.slope = 1;
    header.intercept = 0;
    const std::size_t count = header.voxelsPerVolume();
    std::shared_ptr<std::byte[]> voxels(new std::byte[count]);
    for (std::size_t i = 0; i < count; ++i) {
        float value = 0;
        std::memcpy(&value, map.voxels() + i * sizeof value, sizeof value);
        voxels[i] = std::byte(value != 0 && std::isfinite(value) ? 1 : 0);
    }
    return std::make_shared<const Volume>(header, std::shared_ptr<const std::byte>(voxels, voxels.get()));
}

std::shared_ptr<const Volume> named(const std::shared_ptr<const Volume>& map, const QString& component,
                                    const QString& name) {
    VolumeHeader header = map->header();
    header.component = component;
    header.name = header.series.description = name;
    return withHeader(map, header);
}

/// Loss blue, gain red, zero locked; nothing below the noise.
Display changeDisplay(double least, double most) {
    Display display;
    const Range window{least, std::max(most, 2 * least)};
    display.colourMap = QStringLiteral("red-yellow");
    display.windows = {window};
    display.negative = NegativeScale{QStringLiteral("blue-lightblue"), window};
    if (least > 0) display.hideBelow = least;
    return display;
}

} // namespace

struct ChangeMaps::Wish {
    Kind kind;
    bool perYear;
    ComparedVisit first, second; ///< The earlier and the later
    double years;
    ChangeNoise noise; ///< The study's own
};

ChangeMaps::ChangeMaps(Review& review, Navigation& navigation, QObject* parent)
    : QObject(parent), review(review), navigation(navigation) {}

void ChangeMaps::add(Kind kind, bool perYear) {
    const ReviewState& state = review.state();
    const int current = currentVisit(state), other = otherVisit(state, navigation.state());
    if (other < 0) return;
    const ComparedVisit& first = state.visits[static_cast<std::size_t>(std::min(current, other))];
    const ComparedVisit& second = state.visits[static_cast<std::size_t>(std::max(current, other))];
    if (!first.volume || !second.volume) return Q_EMIT said(tr("The images are still being read."));
    for (const ComparedVisit* visit : {&first, &second})
        if (!visit->place.isAligned())
            return Q_EMIT said(visit->place.alignment == Alignment::Waiting
                                   ? tr("The visits are not aligned yet.")
                                   : tr("%1 could not be aligned, so that no change can be told. Put it by hand first.")
                                         .arg(visit->name));
    const std::optional<double> years = yearsBetween(first, second);
    if (perYear && (first.quality == u"failed" || second.quality == u"failed")) {
        Q_EMIT said(tr("A visit failed quality, so that no rate is told: the change itself is shown."));
        perYear = false;
    } else if (perYear && !(years && *years >= shortestRateYears)) {
        Q_EMIT said(years
                        ? tr("Between the visits are less than three months: a rate would tell more of the noise. The "
                             "change itself is shown.")
                        : tr("A visit's date is not known: the change itself is shown, not its rate."));
        perYear = false;
    }
    worker.start(
        [this, wish = Wish{kind, perYear, first, second, years.value_or(0), studyNoise.value(second.contrast)}](
            io::Job&, const BackgroundTask::GoOn& goOn) -> std::function<void()> {
            Made made;
            try {
                made = make(wish, goOn);
            } catch (const std::bad_alloc&) {
                made.words = tr("There is not enough memory for this map.");
            }
            return [this, wish, made] { lay(wish, made); };
        });
}

void ChangeMaps::addThickness(const std::vector<TimedCortex>& visits, const std::shared_ptr<const Cortex>& onto,
                              Thickness what, const std::shared_ptr<const Cohort>& cohort) {
    const bool isKnown = cohort == noiseOf;
    worker.start([this, visits, onto, what, cohort, isKnown,
                  known = noiseMmPerYear](io::Job& job, const BackgroundTask::GoOn&) -> std::function<void()> {
        std::optional<double> noise = known;
        ThicknessChange made;
        try {
            if (!isKnown) noise = cohort ? controlsThicknessNoise(CohortIndex(cohort), job) : std::nullopt;
            made = thicknessChange(visits, noise);
        } catch (const std::bad_alloc&) {
            made.refused = tr("There is not enough memory for this map.");
        }
        return [this, made, noise, onto, what, cohort] {
            noiseOf = cohort;
            noiseMmPerYear = noise;
            layThickness(made, onto, what);
        };
    });
}

void ChangeMaps::layThickness(const ThicknessChange& made, const std::shared_ptr<const Cortex>& onto, Thickness what) {
    if (!made.perYear) return Q_EMIT said(made.refused);
    constexpr double mostMm = 0.2, mostPercent = 5; // a year
    // A rate of less than three months says more of the noise.
    const Thickness shown = made.tooShort ? Thickness::Mm : what;
    const auto& map = shown == Thickness::Mm          ? made.change
                      : shown == Thickness::MmPerYear ? made.perYear
                                                      : made.percentSymmetrised;
    const Display look = shown == Thickness::Mm          ? changeDisplay(made.noiseMm, mostMm)
                         : shown == Thickness::MmPerYear ? changeDisplay(made.noiseMmPerYear, mostMm)
                                                         : changeDisplay(0, mostPercent);
    Q_EMIT laidOnSurface(onto, withMap(*onto, map), map->name, look);
    Q_EMIT said(
        (made.inWords() << tr("Beyond it are %1 % of the vertices.").arg(100 * made.shareAbove, 0, 'f', 1)).join(u' '));
}

ChangeMaps::Made ChangeMaps::make(const Wish& wish, const std::function<bool(double)>& goOn) {
    const AlignedVisit first = alignedVisit(wish.first.volume, wish.first.place),
                       second = alignedVisit(wish.second.volume, wish.second.place);
    const QString pair = tr("%1 to %2").arg(wish.first.name, wish.second.name);
    const double factor = wish.perYear ? 1 / wish.years : 1;
    const auto timed = [&](const std::shared_ptr<const Volume>& map) {
        return wish.perYear ? neuraxis::perYear(map, wish.years) : map;
    };
    Made made;
    if (wish.kind == Kind::Brightness) {
        constexpr double mostPercent = 30;
        DifferenceOptions options;
        options.noise = wish.noise.brightness;
        const DifferenceMap map = differenceMap(first, second, options, goOn);
        if (!map.percent) return {{}, map.refused, {}};
        made.noise.brightness = map.ownNoise;
        made.layer.volume =
            named(timed(map.percent), QStringLiteral("DIFFERENCE"),
                  (wish.perYear ? tr("Change in brightness a year, %1") : tr("Change in brightness, %1")).arg(pair));
        made.layer.mask = whereAny(*map.changed);
        made.layer.display = changeDisplay(0, mostPercent * factor);
        made.words = map.inWords().join(u' ');
    } else {
        constexpr double mostPercent = 20;
        JacobianOptions options;
        options.noise = wish.noise.volume;
        const JacobianMap map = jacobianMap(first, second, options, goOn);
        if (!map.percent) return {{}, map.refused, {}};
        made.noise.volume = jacobianNoise({map.logJacobian});
        made.layer.volume =
            named(timed(map.percent), QStringLiteral("LOG_JACOBIAN"),
                  (wish.perYear ? tr("Change in volume a year, %1") : tr("Change in volume, %1")).arg(pair));
        made.layer.display = changeDisplay(100 * std::expm1(map.noise) * factor, mostPercent * factor);
        made.words = map.inWords().join(u' ');
    }
    return made;
}

void ChangeMaps::lay(const Wish& wish, Made made) {
    if (!made.layer.volume)
        return Q_EMIT said(made.words.isEmpty() ? tr("There is not enough memory for this map.") : made.words);
    if (wish.first.quality != u"failed" && wish.second.quality != u"failed")
        Q_EMIT noiseMeasured(wish.second.uid, wish.second.contrast, made.noise);
    // What was compared must still be what is shown, where it was.
    const ReviewState& state = review.state();
    const auto isThere = [&](const ComparedVisit& of) {
        return std::any_of(state.visits.begin(), state.visits.end(), [&](const ComparedVisit& visit) {
            return visit.volume == of.volume && visit.place.visitOfShared == of.place.visitOfShared;
        });
    };
    const int current = currentVisit(state);
    if (current < 0 || !isThere(wish.first) || !isThere(wish.second)) return;
    const WorldTransform& toCurrent = state.visits[static_cast<std::size_t>(current)].place.visitOfShared;
    made.layer.volume = moved(made.layer.volume, toCurrent);
    if (made.layer.mask) made.layer.mask = moved(made.layer.mask, toCurrent);
    review.edit(made.layer.volume->header().name, [&](ReviewState& now) {
        // The same map again takes the place of the one before.
        std::erase_if(now.layers, [&](const Layer& layer) {
            return layer.volume->header().component == made.layer.volume->header().component;
        });
        now.layers.push_back(made.layer);
    });
    NavigationState next = navigation.state();
    next.activeLayer = 0; // windows are of the images, also with a map on them
    if (next.pair.blend != Blend::Wipe) next.pair.blend = Blend::None; // where the map is not seen
    navigation.set(next);
    if (wish.first.quality == u"failed" || wish.second.quality == u"failed")
        made.words.prepend(tr("A visit failed quality: do not trust this map.") + u' ');
    Q_EMIT said(made.words);
}

} // namespace neuraxis
