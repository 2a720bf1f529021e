#include "app/trajectory_background.h"

#include "app/control_visits.h"
#include "core/model/words.h"

#include <QCoreApplication>
#include <QHash>
#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(TrajectoryBackground)
};

using Spot = Trajectory::Spot;

constexpr double none = std::numeric_limits<double>::quiet_NaN(), reachOf95 = 1.96;
constexpr QRgb colourOfNoGroup = 0xff7a8699;

QString groupOf(const Participant& participant) {
    const StudyGroup* group = findStudyGroup(participant.group);
    return group ? group->key : participant.group;
}

void addBand(const NormativeModel& model, const QString& sex, const std::vector<TimedVisit>& visits, Trajectory& made) {
    Range ages = model.model().ages;
    if (!std::isfinite(ages.low)) {
        ages = {std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
        for (const TimedVisit& one : visits) {
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
    const bool isOutside = std::any_of(visits.begin(), visits.end(), [&](const TimedVisit& one) {
        return one.ageYears < ages.low || one.ageYears > ages.high;
    });
    if (!made.band.empty() && isOutside) made.bandWords += QStringLiteral(", ") + Texts::tr("not as old or as young");
}

} // namespace

std::vector<Trajectory::Group> groupsOf(const std::vector<OtherValue>& others) {
    std::map<QString, std::map<std::pair<QString, bool>, std::vector<const OtherValue*>>> people;
    for (const OtherValue& one : others)
        if (isComparable(*one.visit) && std::isfinite(one.value))
            people[groupOf(*one.participant)][{one.participant->uid, one.isLongitudinal}].push_back(&one);
    std::vector<Trajectory::Group> groups;
    const auto add = [&](const QString& key, const QString& title, QRgb colour) {
        Trajectory::Group group{title, colour, {}};
        for (auto& [who, values] : people[key]) {
            std::stable_sort(values.begin(), values.end(),
                             [](const auto* a, const auto* b) { return isEarlier(*a->visit, *b->visit); });
            std::vector<TimedVisit> at;
            for (const OtherValue* one : values) at.push_back(timedVisit(*one->participant, *one->visit));
            tellTimes(at);
            std::vector<Spot> spots;
            for (std::size_t i = 0; i < at.size(); ++i)
                spots.push_back({at[i].years, at[i].ageYears, values[i]->value});
            group.people.push_back(std::move(spots));
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

std::vector<Measured> controlsAmong(const std::vector<OtherValue>& others) {
    QHash<QString, const OtherValue*> first;
    for (const OtherValue& one : others) {
        if (!isControl(*one.participant) || !isComparable(*one.visit) || !std::isfinite(one.value)) continue;
        const OtherValue*& known = first[one.participant->uid];
        if (!known || goesBefore(*one.visit, *known->visit)) known = &one;
    }
    std::vector<Measured> controls;
    for (const OtherValue* one : first)
        controls.push_back({comparedAge(*one->participant, *one->visit), one->participant->sex, one->value});
    return controls;
}

void addControls(Trajectory& made, const std::vector<TimedVisit>& visits, const QString& sex,
                 const std::vector<Measured>& controls, int least, const ToldAgeing& told) {
    const auto model = NormativeModel::fit(ScoreKind::W, controls, least);
    if (model && !visits.empty())
        addBand(*model, sex, visits, made);
    else
        made.bandWords = Texts::tr("no band: fewer than %n control(s)", nullptr, least);
    made.ageingPerYear = none;
    if (model && std::isfinite(model->model().perYear)) {
        made.ageingPerYear = model->model().perYear;
        made.ageingWords = Texts::tr("Normal ageing: as the controls differ by age");
    } else if (const auto from = made.start(); from && std::isfinite(told.percentPerYear)) {
        made.ageingPerYear = from->value * told.percentPerYear / 100;
        made.ageingWords = told.words.arg(roundedInWords(told.percentPerYear, 2));
    }
}

} // namespace neuraxis
