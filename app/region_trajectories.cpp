#include "app/region_trajectories.h"

#include "core/model/words.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(RegionTrajectories)
};

using Person = RegionStudy::Person;
using LeftOut = Trajectory::LeftOut;
using Spot = Trajectory::Spot;

constexpr double none = std::numeric_limits<double>::quiet_NaN(), reachOf95 = 1.96;
constexpr QRgb colourOfNoGroup = 0xff7a8699;

/// A participant's visit that has regions, and when it was.
struct Seen {
    const Person* person = nullptr;
    double years = none, ageYears = none;
    LeftOut leftOut = LeftOut::No;
};

/// By date; those without one last. The first age and the days since tell the others: an age that was told once for all
/// visits, or in whole years, does not.
std::vector<Seen> inOrder(const std::vector<const Person*>& visits) {
    std::vector<Seen> seen;
    for (const Person* person : visits) seen.push_back({person, none, person->cortex.ageYears, LeftOut::No});
    std::stable_sort(seen.begin(), seen.end(), [](const Seen& a, const Seen& b) {
        const QDate &one = a.person->visit->date, &other = b.person->visit->date;
        return one.isValid() != other.isValid() ? one.isValid() : one < other;
    });
    const auto aged = std::find_if(seen.begin(), seen.end(), [](const Seen& one) {
        return one.person->visit->date.isValid() && std::isfinite(one.ageYears);
    });
    const Seen anchor = aged == seen.end() ? Seen{} : *aged;
    for (Seen& one : seen) {
        const QDate& date = one.person->visit->date;
        if (!date.isValid()) continue;
        const auto yearsAfter = [&](const Seen& before) {
            return daysToYears(static_cast<double>(before.person->visit->date.daysTo(date)));
        };
        one.years = yearsAfter(seen.front());
        if (anchor.person) one.ageYears = anchor.ageYears + yearsAfter(anchor);
    }
    return seen;
}

/// The participant's visits, those marked that are in no rate.
std::vector<Seen> visitsOf(const RegionStudy& study, const TrajectoryWish& wish) {
    std::vector<const Person*> own;
    for (const Person& person : study.people())
        if (person.participant->uid == wish.participant) own.push_back(&person);
    std::vector<Seen> seen = inOrder(own);
    int longitudinal = 0, byItself = 0;
    for (Seen& one : seen) {
        if (!wish.withFailed && one.person->visit->quality == u"failed")
            one.leftOut = LeftOut::Failed;
        else if (!std::isfinite(one.years))
            one.leftOut = LeftOut::NoDate;
        else
            ++(one.person->isLongitudinal ? longitudinal : byItself);
    }
    const bool kind = longitudinal > 0 && longitudinal >= byItself;
    for (Seen& one : seen)
        if (one.leftOut == LeftOut::No && one.person->isLongitudinal != kind) one.leftOut = LeftOut::OtherKind;
    return seen;
}

QString labelsOf(const std::vector<Seen>& visits, LeftOut leftOut) {
    QStringList labels;
    for (const Seen& one : visits)
        if (one.leftOut == leftOut) labels += one.person->visit->label;
    return labels.join(QStringLiteral(", "));
}

/// What is to be known of the rates of these visits.
QStringList notesOf(const std::vector<Seen>& visits) {
    QStringList notes;
    std::vector<TimedValue> times;
    const Seen* used = nullptr;
    QStringList failed;
    std::vector<LeftOut> leftOut;
    for (const Seen& one : visits) {
        leftOut.push_back(one.leftOut);
        if (one.leftOut != LeftOut::No) continue;
        used = &one;
        times.push_back({one.years, 0});
        if (one.person->visit->quality == u"failed") failed += one.person->visit->label;
    }
    const auto trend = trendOf(times);
    if (trend)
        notes += Texts::tr("Fastest loss first, by % a year. Visits %1, over %2 years.")
                     .arg(labelsOf(visits, LeftOut::No), roundedInWords(trend->spanYears, 2));
    else
        notes += noTrendInWords(leftOut);
    if (trend && trend->tooShort) notes += Texts::tr("Less than three months: look at the change, not at the rate.");
    if (trend && trend->visits == 2) notes += Texts::tr("Of two visits there is no interval.");
    if (const QString labels = labelsOf(visits, LeftOut::Failed); !labels.isEmpty())
        notes += Texts::tr("Left out, since they failed quality: visits %1.").arg(labels);
    if (!failed.isEmpty())
        notes += Texts::tr("Used though they failed quality: visits %1.").arg(failed.join(QStringLiteral(", ")));
    if (const QString labels = labelsOf(visits, LeftOut::OtherKind); !labels.isEmpty())
        notes += used && used->person->isLongitudinal
                     ? Texts::tr("Left out, since they were measured by themselves and the others in FreeSurfer's "
                                 "longitudinal stream: visits %1.")
                           .arg(labels)
                     : Texts::tr("Left out, since they were measured in FreeSurfer's longitudinal stream and the "
                                 "others by themselves: visits %1.")
                           .arg(labels);
    if (const QString labels = labelsOf(visits, LeftOut::NoDate); !labels.isEmpty())
        notes += Texts::tr("Left out, since their days are not known: visits %1.").arg(labels);
    if (trend && used && !used->person->isLongitudinal)
        notes += Texts::tr("Each visit was measured by itself: less certain than FreeSurfer's longitudinal stream.");
    return notes;
}

/// The value of one region at a visit, groups of regions by a weight that all who are compared have.
double valueAt(const Person& person, const QString& region, Side side, RegionMeasure measure, GroupWeight weight) {
    return measuredIn(person.cortex, region, side, measure, weight).value;
}

GroupWeight weightOf(const std::vector<Seen>& visits, const std::vector<MeasuredCortex>& controls,
                     const QString& region, Side side, RegionMeasure measure) {
    std::vector<const MeasuredCortex*> all;
    for (const Seen& one : visits) all.push_back(&one.person->cortex);
    for (const MeasuredCortex& one : controls) all.push_back(&one);
    return commonWeight(all, region, side, measure);
}

std::optional<Trend> trendIn(const std::vector<Seen>& visits, const std::vector<double>& values) {
    std::vector<TimedValue> used;
    for (std::size_t i = 0; i < visits.size(); ++i)
        if (visits[i].leftOut == LeftOut::No) used.push_back({visits[i].years, values[i]});
    return trendOf(used);
}

struct Known {
    QString region;
    Side side;
};

/// Groups of regions, then the regions, that any visit has.
std::vector<Known> regionsOf(const std::vector<Seen>& visits) {
    std::vector<Known> known;
    const auto add = [&](const std::vector<RegionMeasures>& regions) {
        for (const RegionMeasures& one : regions)
            if (std::none_of(known.begin(), known.end(),
                             [&](const Known& k) { return k.region == one.region && k.side == one.side; }))
                known.push_back({one.region, one.side});
    };
    for (const Seen& one : visits) add(groupMeasures(one.person->cortex.regions));
    for (const Seen& one : visits) add(one.person->cortex.regions);
    return known;
}

RateRow rowOf(const std::vector<Seen>& visits, const std::vector<double>& values, const Known& of) {
    RateRow row{of.region, of.side, 0, none, none, trendIn(visits, values), none};
    for (std::size_t i = 0; i < visits.size(); ++i) {
        if (visits[i].leftOut != LeftOut::No || !std::isfinite(values[i])) continue;
        if (row.visits++ == 0) row.first = values[i];
        row.last = values[i];
    }
    return row;
}

double lossOf(const RateRow& row) {
    return row.trend && std::isfinite(row.trend->percentSymmetrised) ? row.trend->percentSymmetrised
                                                                     : std::numeric_limits<double>::infinity();
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

void addBand(const NormativeModel& model, const QString& sex, const std::vector<Seen>& visits, Trajectory& made) {
    Range ages = model.model().ages;
    if (!std::isfinite(ages.low)) {
        ages = {std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
        for (const Seen& one : visits) {
            if (!std::isfinite(one.ageYears)) continue;
            ages.low = std::min(ages.low, one.ageYears);
            ages.high = std::max(ages.high, one.ageYears);
        }
    }
    const double reach = reachOf95 * model.model().sd;
    for (const double age : {ages.low, ages.high})
        if (const double value = model.of({age, sex, 0}).predicted; std::isfinite(age) && std::isfinite(value))
            made.band.push_back({age, value, value - reach, value + reach});
    made.bandWords = made.band.empty() ? Texts::tr("no band: age or sex is not known")
                                       : Texts::tr("95 % of %n control(s)", nullptr, model.model().controls);
    const bool isOutside = std::any_of(visits.begin(), visits.end(), [&](const Seen& one) {
        return one.ageYears < ages.low || one.ageYears > ages.high;
    });
    if (!made.band.empty() && isOutside) made.bandWords += QStringLiteral(", ") + Texts::tr("not as old or as young");
}

/// Everybody else by group, each person's visits of one kind together.
std::vector<Trajectory::Group> groupsBehind(const RegionStudy& study, const TrajectoryWish& wish, const QString& region,
                                            Side side, GroupWeight weight) {
    std::map<QString, std::map<std::pair<QString, bool>, std::vector<const Person*>>> people;
    for (const Person& person : study.people())
        if (person.participant->uid != wish.participant && person.visit->quality != u"failed")
            people[person.group][{person.participant->uid, person.isLongitudinal}].push_back(&person);
    std::vector<Trajectory::Group> groups;
    const auto add = [&](const QString& key, const QString& title, QRgb colour) {
        Trajectory::Group group{title, colour, {}};
        for (const auto& [who, visits] : people[key]) {
            std::vector<Spot> spots;
            for (const Seen& one : inOrder(visits))
                if (const double value = valueAt(*one.person, region, side, wish.measure, weight); std::isfinite(value))
                    spots.push_back({one.years, one.ageYears, value});
            if (!spots.empty()) group.people.push_back(std::move(spots));
        }
        people.erase(key);
        if (!group.people.empty()) groups.push_back(std::move(group));
    };
    for (const StudyGroup& group : studyGroups()) add(group.key, group.title, group.colour);
    while (!people.empty()) {
        const QString key = people.begin()->first;
        add(key, key.isEmpty() ? Texts::tr("No group") : key, colourOfNoGroup);
    }
    return groups;
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
    const std::vector<Seen> visits = visitsOf(study, wish);
    RegionRates made;
    made.measure = wish.measure;
    made.heading = {measureUnit(wish.measure), wish.measure == RegionMeasure::Thickness ? 3 : 0, notesOf(visits)};
    if (visits.empty()) return made;
    made.participant = visits.front().person->participant->name;
    const std::vector<MeasuredCortex> controls = study.controlsWithout(wish.participant);
    for (const Known& of : regionsOf(visits)) {
        const GroupWeight weight = weightOf(visits, controls, of.region, of.side, wish.measure);
        std::vector<double> values;
        for (const Seen& one : visits) values.push_back(valueAt(*one.person, of.region, of.side, wish.measure, weight));
        const bool isKnown =
            std::any_of(values.begin(), values.end(), [](double value) { return std::isfinite(value); });
        if (isKnown) made.rows.push_back(rowOf(visits, values, of)); // a group needs all its regions
    }
    const auto last =
        std::find_if(visits.rbegin(), visits.rend(), [](const Seen& one) { return one.leftOut == LeftOut::No; });
    if (last != visits.rend()) {
        Person person = *last->person;
        person.cortex.ageYears = last->ageYears;
        const RegionScores scores = study.scores(person, ScoreKind::W, wish.measure, wish.leastControls);
        for (const auto* list : {&scores.together, &scores.regions})
            for (const RegionScore& one : *list)
                for (RateRow& row : made.rows)
                    if (row.region == one.region && row.side == one.side) row.w = one.score.score;
    }
    std::stable_sort(made.rows.begin(), made.rows.end(),
                     [](const RateRow& a, const RateRow& b) { return lossOf(a) < lossOf(b); });
    return made;
}

Trajectory trajectoryOf(const RegionStudy& study, const TrajectoryWish& wish, const QString& region, Side side) {
    const std::vector<Seen> visits = visitsOf(study, wish);
    const std::vector<MeasuredCortex> controls = study.controlsWithout(wish.participant);
    const GroupWeight weight = weightOf(visits, controls, region, side, wish.measure);
    Trajectory made;
    made.title = QStringLiteral("%1  ·  %2 (%3)")
                     .arg(side == Side::Left ? Texts::tr("%1, left").arg(regionTitle(region))
                                             : Texts::tr("%1, right").arg(regionTitle(region)),
                          measureInWords(wish.measure), measureUnit(wish.measure));
    made.unit = measureUnit(wish.measure);
    made.decimals = decimalsOf(wish.measure);
    made.ageingPerYear = none;
    std::vector<double> values;
    for (const Seen& one : visits) {
        values.push_back(valueAt(*one.person, region, side, wish.measure, weight));
        if (!std::isfinite(values.back())) continue;
        const Visit& visit = *one.person->visit;
        made.points.push_back(
            {{one.years, one.ageYears, values.back()}, visit.uid, visit.label, visit.date, visit.quality, one.leftOut});
    }
    made.trend = trendIn(visits, values);
    made.groups = groupsBehind(study, wish, region, side, weight);
    std::vector<Measured> measured;
    for (const MeasuredCortex& one : controls) measured.push_back(measuredIn(one, region, side, wish.measure, weight));
    const auto model = NormativeModel::fit(ScoreKind::W, measured, wish.leastControls);
    if (model && !visits.empty())
        addBand(*model, visits.front().person->cortex.sex, visits, made);
    else
        made.bandWords = Texts::tr("no band: fewer than %n control(s)", nullptr, wish.leastControls);
    if (model && std::isfinite(model->model().perYear)) {
        made.ageingPerYear = model->model().perYear;
        made.ageingWords = Texts::tr("Normal ageing: as the controls differ by age");
    } else if (const auto from = made.start()) {
        made.ageingPerYear = from->value * toldAgeing(wish.measure) / 100;
        made.ageingWords =
            Texts::tr("Normal ageing: %1 % a year (Storsve 2014)").arg(roundedInWords(toldAgeing(wish.measure), 2));
    }
    return made;
}

} // namespace neuraxis
