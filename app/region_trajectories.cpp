#include "app/region_trajectories.h"

#include "app/trajectory_background.h"

#include "core/model/words.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <limits>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(RegionTrajectories)
};

using Person = RegionStudy::Person;
using LeftOut = Trajectory::LeftOut;

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// A participant's visits that have regions, by date.
struct Seen {
    std::vector<TimedVisit> at;
    std::vector<const Person*> people; ///< The participant at each
};

Seen inOrder(std::vector<const Person*> people) {
    std::stable_sort(people.begin(), people.end(),
                     [](const Person* a, const Person* b) { return isEarlier(*a->visit, *b->visit); });
    Seen seen;
    for (const Person* one : people) seen.at.push_back(timedVisit(*one->participant, *one->visit));
    tellTimes(seen.at);
    seen.people = std::move(people);
    return seen;
}

/// The participant's visits, those marked that are in no rate.
Seen visitsOf(const RegionStudy& study, const TrajectoryWish& wish) {
    std::vector<const Person*> own;
    for (const Person& person : study.people())
        if (person.participant->uid == wish.participant &&
            (wish.visits.isEmpty() || wish.visits.contains(person.visit->uid)))
            own.push_back(&person);
    Seen seen = inOrder(own);
    int longitudinal = 0, byItself = 0;
    for (std::size_t i = 0; i < seen.at.size(); ++i) {
        TimedVisit& one = seen.at[i];
        if (!wish.withFailed && one.quality == u"failed")
            one.leftOut = LeftOut::Failed;
        else if (!std::isfinite(one.years))
            one.leftOut = LeftOut::NoDate;
        else
            ++(seen.people[i]->isLongitudinal ? longitudinal : byItself);
    }
    const bool kind = longitudinal > 0 && longitudinal >= byItself;
    for (std::size_t i = 0; i < seen.at.size(); ++i)
        if (seen.at[i].leftOut == LeftOut::No && seen.people[i]->isLongitudinal != kind)
            seen.at[i].leftOut = LeftOut::OtherKind;
    return seen;
}

/// What is to be known of the rates of these visits.
QStringList notesOf(const Seen& visits) {
    QStringList notes = notesOn(visits.at);
    const Person* used = nullptr;
    int count = 0;
    for (std::size_t i = 0; i < visits.at.size(); ++i)
        if (visits.at[i].leftOut == LeftOut::No) {
            used = visits.people[i];
            ++count;
        }
    if (const QString labels = labelsOf(visits.at, LeftOut::OtherKind); !labels.isEmpty())
        notes += used && used->isLongitudinal
                     ? Texts::tr("Left out, since they were measured by themselves and the others in FreeSurfer's "
                                 "longitudinal stream: visits %1.")
                           .arg(labels)
                     : Texts::tr("Left out, since they were measured in FreeSurfer's longitudinal stream and the "
                                 "others by themselves: visits %1.")
                           .arg(labels);
    if (count > 1 && !used->isLongitudinal)
        notes += Texts::tr("Each visit was measured by itself: less certain than FreeSurfer's longitudinal stream.");
    return notes;
}

/// The value of one region at a visit, groups of regions by a weight that all who are compared have.
double valueAt(const Person& person, const QString& region, Side side, RegionMeasure measure, GroupWeight weight) {
    return measuredIn(person.cortex, region, side, measure, weight).value;
}

GroupWeight weightOf(const Seen& visits, const std::vector<MeasuredCortex>& controls, const QString& region, Side side,
                     RegionMeasure measure) {
    std::vector<const MeasuredCortex*> all;
    for (const Person* one : visits.people) all.push_back(&one->cortex);
    for (const MeasuredCortex& one : controls) all.push_back(&one);
    return commonWeight(all, region, side, measure);
}

struct Known {
    QString region;
    Side side;
};

/// Groups of regions, then the regions, that any visit has.
std::vector<Known> regionsOf(const Seen& visits) {
    std::vector<Known> known;
    const auto add = [&](const std::vector<RegionMeasures>& regions) {
        for (const RegionMeasures& one : regions)
            if (std::none_of(known.begin(), known.end(),
                             [&](const Known& k) { return k.region == one.region && k.side == one.side; }))
                known.push_back({one.region, one.side});
    };
    for (const Person* one : visits.people) add(groupMeasures(one->cortex.regions));
    for (const Person* one : visits.people) add(one->cortex.regions);
    return known;
}

int decimalsOf(RegionMeasure measure) { return measure == RegionMeasure::Thickness ? 2 : 0; }

/// Of normal ageing, percent a year.
double toldAgeing(RegionMeasure measure) {
    switch (measure) {
    case RegionMeasure::Thickness: return -0.35;
    case RegionMeasure::Area: return -0.19;
    case RegionMeasure::Volume: return -0.51;
    }
    return none;
}

/// Everybody else.
std::vector<OtherValue> othersThan(const TrajectoryWish& wish, const RegionStudy& study, const QString& region,
                                   Side side, GroupWeight weight) {
    std::vector<OtherValue> others;
    for (const Person& person : study.people())
        if (person.participant->uid != wish.participant)
            others.push_back({person.participant, person.visit, valueAt(person, region, side, wish.measure, weight),
                              person.isLongitudinal});
    return others;
}

/// Of a table of rates, with the participant's place in it.
QString titleOf(RegionMeasure measure) {
    switch (measure) {
    case RegionMeasure::Thickness: return Texts::tr("%1: change of the thickness of cortical regions");
    case RegionMeasure::Area: return Texts::tr("%1: change of the area of cortical regions");
    case RegionMeasure::Volume: return Texts::tr("%1: change of the volume of cortical regions");
    }
    return {};
}

QString measureInWords(RegionMeasure measure) {
    switch (measure) {
    case RegionMeasure::Thickness: return Texts::tr("Thickness");
    case RegionMeasure::Area: return Texts::tr("Area");
    case RegionMeasure::Volume: return Texts::tr("Volume");
    }
    return {};
}

} // namespace

RegionRates ratesOf(const RegionStudy& study, const TrajectoryWish& wish) {
    const Seen visits = visitsOf(study, wish);
    RegionRates made;
    made.measure = measureName(wish.measure);
    made.title = titleOf(wish.measure);
    made.heading = {measureUnit(wish.measure), wish.measure == RegionMeasure::Thickness ? 3 : 0, notesOf(visits)};
    if (visits.people.empty()) return made;
    made.participant = visits.people.front()->participant->name;
    const std::vector<MeasuredCortex> controls = study.controlsWithout(wish.participant);
    for (const Known& of : regionsOf(visits)) {
        const GroupWeight weight = weightOf(visits, controls, of.region, of.side, wish.measure);
        std::vector<double> values;
        for (const Person* one : visits.people)
            values.push_back(valueAt(*one, of.region, of.side, wish.measure, weight));
        const bool isKnown =
            std::any_of(values.begin(), values.end(), [](double value) { return std::isfinite(value); });
        if (isKnown)
            made.rows.push_back(rateRow(visits.at, values, of.region, of.side)); // a group needs all its regions
    }
    for (std::size_t last = visits.at.size(); last-- > 0;) {
        if (visits.at[last].leftOut != LeftOut::No) continue;
        Person person = *visits.people[last];
        person.cortex.ageYears = visits.at[last].ageYears;
        const RegionScores scores = study.scores(person, ScoreKind::W, wish.measure, wish.leastControls);
        for (const auto* list : {&scores.together, &scores.regions})
            for (const RegionScore& one : *list)
                for (RateRow& row : made.rows)
                    if (row.region == one.region && row.side == one.side) row.w = one.score.score;
        break;
    }
    putFastestLossFirst(made.rows);
    return made;
}

Trajectory trajectoryOf(const RegionStudy& study, const TrajectoryWish& wish, const QString& region, Side side) {
    const Seen visits = visitsOf(study, wish);
    const std::vector<MeasuredCortex> controls = study.controlsWithout(wish.participant);
    const GroupWeight weight = weightOf(visits, controls, region, side, wish.measure);
    Trajectory made;
    made.title = QStringLiteral("%1  ·  %2 (%3)")
                     .arg(side == Side::Left ? Texts::tr("%1, left").arg(regionTitle(region))
                                             : Texts::tr("%1, right").arg(regionTitle(region)),
                          measureInWords(wish.measure), measureUnit(wish.measure));
    made.unit = measureUnit(wish.measure);
    made.decimals = decimalsOf(wish.measure);
    std::vector<double> values;
    for (std::size_t i = 0; i < visits.at.size(); ++i) {
        values.push_back(valueAt(*visits.people[i], region, side, wish.measure, weight));
        if (std::isfinite(values.back())) made.points.push_back(pointOf(visits.at[i], values.back()));
    }
    made.trend = trendIn(visits.at, values);
    made.groups = groupsOf(othersThan(wish, study, region, side, weight));
    std::vector<Measured> measured;
    for (const MeasuredCortex& one : controls) measured.push_back(measuredIn(one, region, side, wish.measure, weight));
    addControls(made, visits.at, visits.people.empty() ? QString() : visits.people.front()->cortex.sex, measured,
                wish.leastControls, {toldAgeing(wish.measure), Texts::tr("Normal ageing: %1 % a year (Storsve 2014)")});
    return made;
}

} // namespace neuraxis
