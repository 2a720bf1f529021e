#include "core/analysis/region_scores.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <limits>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(scores)
};

constexpr double none = std::numeric_limits<double>::quiet_NaN();

struct MeasureRow {
    RegionMeasure measure;
    const char *name, *unit;
    double RegionMeasures::*value;
};
constexpr MeasureRow measures[] = {
    {RegionMeasure::Thickness, "thickness", "mm", &RegionMeasures::thicknessMm},
    {RegionMeasure::Area, "area", "mm²", &RegionMeasures::areaMm2},
    {RegionMeasure::Volume, "volume", "mm³", &RegionMeasures::volumeMm3},
};

const MeasureRow& rowOf(RegionMeasure measure) { return measures[static_cast<std::size_t>(measure)]; }

const RegionMeasures* find(const std::vector<RegionMeasures>& regions, const QString& region, Side side) {
    const auto found = std::find_if(regions.begin(), regions.end(), [&](const RegionMeasures& one) {
        return one.side == side && one.region == region;
    });
    return found == regions.end() ? nullptr : &*found;
}

/// All of a group's regions on a side; none where one of them lacks the measure, or for what is no group.
std::vector<RegionMeasures> partsOf(const MeasuredCortex& person, const QString& key, Side side,
                                    RegionMeasure measure) {
    const RegionGroup* group = findRegionGroup(key);
    std::vector<RegionMeasures> parts;
    if (!group) return parts;
    for (const QString& part : group->regions) {
        const RegionMeasures* known = find(person.regions, part, side);
        if (!known || !std::isfinite(valueOf(*known, measure))) return {};
        parts.push_back(*known);
    }
    return parts;
}

RegionScore scored(ScoreKind kind, const std::vector<Measured>& controls, const Measured& person, int least,
                   std::optional<NormativeModel>& model) {
    RegionScore made;
    made.value = person.value;
    made.q = made.limit = none;
    made.score = {none, none, none, false, false, false};
    model = NormativeModel::fit(kind, controls, least);
    if (!model) return made;
    made.model = model->model();
    made.score = model->of(person);
    return made;
}

} // namespace

QString scoreName(ScoreKind kind) { return kind == ScoreKind::W ? QStringLiteral("w") : QStringLiteral("z"); }

QString measureName(RegionMeasure measure) { return QLatin1String(rowOf(measure).name); }

std::optional<RegionMeasure> measureNamed(const QString& name) {
    for (const MeasureRow& row : measures)
        if (name == QLatin1String(row.name)) return row.measure;
    return {};
}

QString measureUnit(RegionMeasure measure) { return QString::fromUtf8(rowOf(measure).unit); }

double valueOf(const RegionMeasures& region, RegionMeasure measure) { return region.*rowOf(measure).value; }

Measured measuredIn(const MeasuredCortex& person, const QString& region, Side side, RegionMeasure measure,
                    GroupWeight atBest) {
    Measured made{person.ageYears, person.sex, none};
    if (const RegionMeasures* one = find(person.regions, region, side))
        made.value = valueOf(*one, measure);
    else if (const auto parts = partsOf(person, region, side, measure); !parts.empty()) {
        const auto all = groupMeasures(parts, atBest);
        if (const RegionMeasures* together = find(all, region, side)) made.value = valueOf(*together, measure);
    }
    return made;
}

GroupWeight commonWeight(const std::vector<const MeasuredCortex*>& people, const QString& region, Side side,
                         RegionMeasure measure) {
    for (const GroupWeight weight : {GroupWeight::Vertices, GroupWeight::Area})
        if (std::all_of(people.begin(), people.end(), [&](const MeasuredCortex* person) {
                return haveWeight(partsOf(*person, region, side, measure), weight);
            }))
            return weight;
    return GroupWeight::None;
}

QString RegionScores::modelInWords() const {
    const ScoreModel* most = nullptr;
    int fewest = 0;
    for (const RegionScore& one : regions) {
        if (!one.model) continue;
        if (!most || one.model->controls > most->controls) most = &*one.model;
        fewest = fewest == 0 ? one.model->controls : std::min(fewest, one.model->controls);
    }
    if (!most) return {};
    QString words = most->inWords();
    if (fewest < most->controls) words += u' ' + Texts::tr("Some regions have only %1 of them.").arg(fewest);
    return words;
}

RegionScores scoreRegions(ScoreKind kind, RegionMeasure measure, const std::vector<MeasuredCortex>& controls,
                          const MeasuredCortex& person, int least, double level) {
    RegionScores all{kind, measure, level, 0, {}, {}};
    std::vector<const MeasuredCortex*> everybody{&person};
    for (const MeasuredCortex& one : controls) everybody.push_back(&one);
    const auto score = [&](const QString& region, Side side, std::optional<NormativeModel>& model) {
        std::vector<Measured> values;
        values.reserve(controls.size());
        const GroupWeight weight = commonWeight(everybody, region, side, measure);
        for (const MeasuredCortex& one : controls) values.push_back(measuredIn(one, region, side, measure, weight));
        RegionScore made = scored(kind, values, measuredIn(person, region, side, measure, weight), least, model);
        made.region = region;
        made.side = side;
        return made;
    };
    std::vector<std::optional<NormativeModel>> models(person.regions.size());
    std::vector<double> p;
    for (std::size_t r = 0; r < person.regions.size(); ++r) {
        all.regions.push_back(score(person.regions[r].region, person.regions[r].side, models[r]));
        p.push_back(all.regions.back().score.p);
        all.tested += std::isfinite(p.back());
    }
    const auto q = benjaminiHochberg(p);
    const double limit = benjaminiHochbergLimit(p, level);
    for (std::size_t r = 0; r < q.size(); ++r) {
        all.regions[r].q = q[r];
        if (models[r] && std::isfinite(limit))
            all.regions[r].limit = models[r]->scoreAt(limit, {person.ageYears, person.sex, all.regions[r].value});
    }
    std::optional<NormativeModel> unused;
    for (const RegionGroup& group : regionGroups())
        for (const Side side : {Side::Left, Side::Right})
            if (std::isfinite(measuredIn(person, group.key, side, measure).value))
                all.together.push_back(score(group.key, side, unused));
    return all;
}

} // namespace neuraxis
