#include "app/region_study.h"

#include "app/control_visits.h"

#include <QSet>
#include <algorithm>
#include <cmath>

namespace neuraxis {

namespace {

bool isControl(const RegionStudy::Person& person) { return neuraxis::isControl(*person.participant); }

RegionStudy::Person personAt(const Participant& participant, const Visit& visit, std::vector<RegionMeasures> regions) {
    const StudyGroup* group = findStudyGroup(participant.group);
    return {&participant,
            &visit,
            {comparedAge(participant, visit), participant.sex, std::move(regions)},
            group ? group->key : participant.group,
            false};
}

} // namespace

RegionStudy::RegionStudy(std::shared_ptr<const Cohort> given, io::Job& job) : cohort(std::move(given)) {
    QHash<QString, const Participant*> participants;
    for (const Participant& p : cohort->participants) participants[p.uid] = &p;
    QHash<QString, const Visit*> visits;
    for (const Visit& v : cohort->visits) visits[v.uid] = &v;
    study::RegionValues values = study::regionValues(*cohort, job);
    told = values.problems;
    for (study::RegionValues::OfVisit& one : values.visits) {
        const Participant* participant = participants.value(one.participant);
        const Visit* visit = visits.value(one.visit);
        if (!participant || !visit) continue;
        all.push_back(personAt(*participant, *visit, std::move(one.regions)));
        all.back().isLongitudinal = one.isLongitudinal;
    }
    QHash<QString, std::size_t> firstOf;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!isComparable(*all[i].visit)) continue;
        const auto known = firstOf.find(all[i].participant->uid);
        if (known == firstOf.end())
            firstOf[all[i].participant->uid] = i;
        else if (goesBefore(*all[i].visit, *all[*known].visit))
            *known = i;
    }
    for (std::size_t i = 0; i < all.size(); ++i)
        if (firstOf.value(all[i].participant->uid, all.size()) == i) first.push_back(i);
}

const RegionStudy::Person* RegionStudy::find(const QString& participant, const QString& visit) const {
    const Person* found = nullptr;
    for (const Person& person : all) {
        if (person.participant->uid != participant) continue;
        if (!visit.isEmpty() && person.visit->uid != visit) continue;
        if (!found || !(person.visit->date < found->visit->date)) found = &person;
    }
    return found;
}

std::optional<RegionStudy::Person> RegionStudy::personOf(const QString& participant, const QString& visit) const {
    if (const Person* known = find(participant, visit)) return *known;
    const auto v = std::find_if(cohort->visits.begin(), cohort->visits.end(),
                                [&](const Visit& one) { return one.uid == visit && one.participant == participant; });
    const auto p = std::find_if(cohort->participants.begin(), cohort->participants.end(),
                                [&](const Participant& one) { return one.uid == participant; });
    if (v == cohort->visits.end() || p == cohort->participants.end()) return {};
    return personAt(*p, *v, {});
}

std::vector<MeasuredCortex> RegionStudy::controlsWithout(const QString& participant) const {
    std::vector<MeasuredCortex> controls;
    for (const std::size_t i : first)
        if (isControl(all[i]) && all[i].participant->uid != participant) controls.push_back(all[i].cortex);
    return controls;
}

RegionScores RegionStudy::scores(const Person& person, ScoreKind kind, RegionMeasure measure, int least) const {
    RegionScores made = scoreRegions(kind, measure, controlsWithout(person.participant->uid), person.cortex, least);
    if (isControl(person))
        for (auto* list : {&made.regions, &made.together})
            for (RegionScore& one : *list) one.score.leftOneOut = true;
    return made;
}

std::vector<RegionStudy::GroupScores> RegionStudy::groupScores(const QString& region, Side side, ScoreKind kind,
                                                               RegionMeasure measure, int least) const {
    std::vector<const MeasuredCortex*> everybody;
    for (const std::size_t i : first) everybody.push_back(&all[i].cortex);
    const GroupWeight weight = commonWeight(everybody, region, side, measure);
    std::vector<Measured> controls;
    for (const std::size_t i : first)
        if (isControl(all[i])) controls.push_back(measuredIn(all[i].cortex, region, side, measure, weight));
    const auto model = NormativeModel::fit(kind, controls, least);
    if (!model) return {};
    std::vector<GroupScores> made;
    for (const StudyGroup& group : studyGroups()) {
        made.push_back({group.key, {}});
        std::size_t control = 0;
        for (const std::size_t i : first) {
            if (all[i].group != group.key) continue;
            const double score = isControl(all[i])
                                     ? model->ofControl(control++).score
                                     : model->of(measuredIn(all[i].cortex, region, side, measure, weight)).score;
            if (std::isfinite(score)) made.back().scores.push_back(score);
        }
    }
    return made;
}

} // namespace neuraxis
