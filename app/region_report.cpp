#include "app/region_report.h"

#include "app/score_tables.h"
#include "core/analysis/region_measures.h"
#include "core/model/cortex_display.h"
#include "core/model/region_groups.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <limits>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(RegionReport)
};

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr Side bothSides[] = {Side::Left, Side::Right};

QString sideTitle(const QString& region, Side side) {
    return side == Side::Left ? Texts::tr("%1, left").arg(region) : Texts::tr("%1, right").arg(region);
}

/// Of the surfaces, else of the first table of the subject folder that has regions.
std::vector<RegionMeasures> measured(const Cortex& cortex, const Parcellation* parcellation) {
    std::vector<RegionMeasures> regions;
    if (parcellation) regions = regionMeasures(cortex, *parcellation);
    if (!regions.empty()) return regions;
    for (const RegionTable& table : cortex.tables)
        if (table.name == QStringLiteral("aparc") ||
            (regions.empty() && table.name.startsWith(QStringLiteral("aparc"))))
            regions.insert(regions.end(), table.regions.begin(), table.regions.end());
    return regions;
}

/// Why somebody cannot be compared; empty when they can.
QString noScoresBecause(const RegionWish& wish) {
    if (!wish.study) return Texts::tr("For scores, open the participant from a study that has controls.");
    if (wish.participant.isEmpty())
        return Texts::tr("For scores, open the participant from the study: these surfaces were opened by themselves.");
    return {};
}

void addScores(const RegionWish& wish, const std::vector<RegionMeasures>& regions, const Parcellation* parcellation,
               RegionReport& report) {
    const auto known = wish.study->personOf(wish.participant, wish.visit);
    if (!known) {
        report.model = report.noPanels = Texts::tr("The study knows no cortical regions of this participant.");
        return;
    }
    RegionStudy::Person person =
        *known; // as old as at the visit that is shown, whether the study has its regions or not
    person.cortex.regions = regions;
    const RegionScores scores = wish.study->scores(person, wish.kind, wish.measure, wish.leastControls);
    report.model = scores.modelInWords();
    if (report.model.isEmpty())
        report.model = Texts::tr("No region has %n control(s) or more to compare with.", nullptr, wish.leastControls);
    std::vector<RegionValue> values;
    const auto take = [&](const RegionScore& one) {
        const auto row = std::find_if(report.rows.begin(), report.rows.end(), [&](const RegionRow& r) {
            return r.measures.region == one.region && r.measures.side == one.side;
        });
        if (row == report.rows.end()) return row;
        row->score = one.score.score;
        row->q = one.q;
        row->note = flagsInWords(one.score);
        return row;
    };
    for (const RegionScore& one : scores.together) {
        const auto row = take(one);
        // The mean that is compared, by a weight that the controls' tables have too, stands beside its score.
        if (row != report.rows.end() && wish.measure == RegionMeasure::Thickness && std::isfinite(one.score.score))
            row->measures.thicknessMm = one.value;
    }
    for (const RegionScore& one : scores.regions) {
        take(one);
        if (std::isfinite(one.score.score)) values.push_back({one.region, one.side, one.score.score});
    }
    if (parcellation && !values.empty())
        report.scores = std::make_shared<const CortexMap>(
            regionMap(*parcellation, values, report.scoreName + u'-' + measureName(wish.measure), QString()));
    report.participant = person.participant->name;
    report.group = person.group;
    // The motor strip beside its sensory neighbour, which the disease often spares
    for (const char* region : {"precentral", "postcentral"})
        for (const Side side : bothSides) {
            const QString name = QLatin1String(region);
            const auto own = std::find_if(scores.regions.begin(), scores.regions.end(), [&](const RegionScore& one) {
                return one.region == name && one.side == side;
            });
            StripPlot::Panel panel{sideTitle(name, side), {}, none, none};
            for (const auto& group : wish.study->groupScores(name, side, wish.kind, wish.measure, wish.leastControls))
                panel.groups.push_back(group.scores);
            if (own != scores.regions.end()) {
                panel.participant = own->score.score;
                panel.limit = own->limit > 0 ? own->limit : none;
            }
            if (!panel.groups.empty()) report.panels.push_back(std::move(panel));
        }
    if (report.panels.empty()) report.noPanels = report.model;
}

/// The controls' band for somebody of that age and sex; empty without controls whose profiles of the map are known.
StripProfile::Band bandOf(const RegionWish& wish, Side side) {
    if (!wish.strips || wish.strips->map != wish.map) return {};
    const auto person = wish.study ? wish.study->personOf(wish.participant, wish.visit) : std::nullopt;
    StripBand band = wish.strips->band(side, wish.participant, person ? person->cortex.ageYears : none,
                                       person ? person->cortex.sex : QString(), wish.leastControls);
    if (band.controls == 0) return {};
    return {std::move(band.low), std::move(band.high), band.controls};
}

void addProfile(const RegionWish& wish, const Parcellation* parcellation, RegionReport& report) {
    const CortexMap* map = wish.cortex->map(wish.map);
    if (!map || !parcellation) {
        report.noProfile = map ? Texts::tr("The motor strip needs regions with one named precentral, as aparc has.")
                               : Texts::tr("Choose a map on the surface to see it along the motor strip.");
        return;
    }
    report.profile.title = cortexMapTitle(map->name);
    report.profile.unit = map->unit;
    for (const StripSegment& segment : stripSegments())
        report.profile.segments.push_back({segment.title, segment.from, segment.to});
    for (const Side side : bothSides) {
        const Hemisphere* hemisphere = wish.cortex->side(side);
        if (!hemisphere) continue;
        auto& strip = report.strips[static_cast<std::size_t>(side)];
        strip = motorStrip(*hemisphere, *parcellation);
        if (!strip) continue;
        for (const StripBin& bin : stripProfile(*strip, *hemisphere, *map))
            report.profile.sides[static_cast<std::size_t>(side)].push_back(
                {bin.place, bin.mean, bin.vertices, bin.middle});
        report.profile.bands[static_cast<std::size_t>(side)] = bandOf(wish, side);
    }
    if (!report.strips[0] && !report.strips[1])
        report.noProfile = Texts::tr("The motor strip needs a white surface, and regions with one named precentral.");
}

} // namespace

RegionReport regionReport(const RegionWish& wish) {
    RegionReport report;
    report.scoreName = scoreName(wish.kind);
    const Parcellation* parcellation = wish.cortex->parcellation(wish.parcellation);
    const std::vector<RegionMeasures> regions = measured(*wish.cortex, parcellation);
    for (const auto& list : {groupMeasures(regions), regions})
        for (const RegionMeasures& one : list) report.rows.push_back({one, none, none, {}});
    report.model = report.noPanels = noScoresBecause(wish);
    if (report.model.isEmpty()) addScores(wish, regions, parcellation, report);
    addProfile(wish, parcellation, report);
    return report;
}

} // namespace neuraxis
