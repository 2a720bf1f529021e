#include "app/region_views.h"

#include "app/score_tables.h"
#include "core/analysis/region_measures.h"
#include "core/model/region_groups.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <limits>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(RegionViews)
};

constexpr double none = std::numeric_limits<double>::quiet_NaN();

const RegionScore* find(const std::vector<RegionScore>& all, const QString& region, Side side) {
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const RegionScore& one) { return one.side == side && one.region == region; });
    return found == all.end() ? nullptr : &*found;
}

QString titleOf(const QString& region, Side side) {
    QString title = region;
    for (const RegionGroup& group : regionGroups())
        if (group.key == region) title = group.title;
    title[0] = title[0].toUpper();
    return side == Side::Left ? Texts::tr("%1, left").arg(title) : Texts::tr("%1, right").arg(title);
}

} // namespace

std::vector<RegionRow> regionRows(const std::vector<RegionMeasures>& measured, const RegionScores* scores) {
    std::vector<RegionRow> rows;
    const auto add = [&](const RegionMeasures& measures, const std::vector<RegionScore>* among) {
        const RegionScore* score = among ? find(*among, measures.region, measures.side) : nullptr;
        rows.push_back({measures, score ? score->score.score : none, score ? score->q : none,
                        score ? flagsInWords(score->score) : QString()});
    };
    for (const RegionMeasures& group : groupMeasures(measured)) add(group, scores ? &scores->together : nullptr);
    for (const RegionMeasures& region : measured) add(region, scores ? &scores->regions : nullptr);
    return rows;
}

std::vector<StripPlot::Panel> stripPanels(const RegionStudy& study, const RegionScores& scores, const QString& region,
                                          Side side, int least) {
    const QString postcentral = QStringLiteral("postcentral");
    const QString first = region == postcentral ? QStringLiteral("precentral") : region;
    std::vector<StripPlot::Panel> panels;
    for (const QString& name : {first, postcentral}) {
        StripPlot::Panel panel{titleOf(name, side), {}, none, none};
        for (auto& group : study.groupScores(name, side, scores.kind, scores.measure, least))
            panel.groups.push_back(std::move(group.scores));
        if (panel.groups.empty()) continue;
        const RegionScore* own = find(scores.regions, name, side);
        if (!own) own = find(scores.together, name, side);
        if (own) {
            panel.participant = own->score.score;
            panel.limit = own->limit;
        }
        panels.push_back(std::move(panel));
    }
    return panels;
}

std::shared_ptr<const CortexMap> scoreMap(const Parcellation& parcellation, const RegionScores& scores) {
    std::vector<RegionValue> values;
    for (const RegionScore& one : scores.regions) values.push_back({one.region, one.side, one.score.score});
    const QString name = scores.kind == ScoreKind::W ? QStringLiteral("w-score") : QStringLiteral("z-score");
    return std::make_shared<const CortexMap>(regionMap(parcellation, values, name, {}));
}

std::array<std::optional<MotorStrip>, 2> motorStrips(const Cortex& cortex, const Parcellation& parcellation) {
    std::array<std::optional<MotorStrip>, 2> strips;
    for (std::size_t side = 0; side < 2; ++side)
        if (cortex.sides[side]) strips[side] = motorStrip(*cortex.sides[side], parcellation);
    return strips;
}

StripProfile::Profile stripProfileOf(const Cortex& cortex, const std::array<std::optional<MotorStrip>, 2>& strips,
                                     const CortexMap& map, const StripControls* controls, const QString& participant,
                                     double ageYears, const QString& sex) {
    StripProfile::Profile profile;
    profile.title = map.name == u"thickness" ? Texts::tr("Thickness") : map.name;
    profile.unit = map.unit;
    for (const StripSegment& segment : stripSegments())
        profile.segments.push_back({segment.title, segment.from, segment.to});
    for (const Side side : {Side::Left, Side::Right}) {
        const auto at = static_cast<std::size_t>(side);
        if (!strips[at] || !map.values[at]) continue;
        const int bins = controls ? static_cast<int>(controls->bins) : 40;
        for (const StripBin& bin : stripProfile(*strips[at], *cortex.sides[at], map, bins))
            profile.sides[at].push_back({bin.place, bin.mean, bin.vertices, bin.middle});
        if (!controls || controls->map != map.name) continue;
        StripBand band = controls->band(side, participant, ageYears, sex);
        if (band.controls > 0) profile.bands[at] = {std::move(band.low), std::move(band.high), band.controls};
    }
    return profile;
}

std::optional<double> placeOnStrip(const MotorStrip& strip, std::uint32_t vertex) {
    const auto at = std::lower_bound(strip.vertices.begin(), strip.vertices.end(), vertex);
    if (at == strip.vertices.end() || *at != vertex) return {};
    return strip.places[static_cast<std::size_t>(at - strip.vertices.begin())];
}

} // namespace neuraxis
