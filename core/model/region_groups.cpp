#include "core/model/region_groups.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <limits>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(regions)
};

QStringList words(const char* all) { return QString::fromLatin1(all).split(u' '); }

using Parts = std::vector<RegionMeasures>;

double weightOf(const RegionMeasures& region, GroupWeight by) {
    switch (by) {
    case GroupWeight::Vertices: return region.vertices;
    case GroupWeight::Area: return region.areaMm2;
    case GroupWeight::None: break;
    }
    return 1;
}

/// Many regions of one side as one.
RegionMeasures together(const Parts& parts, GroupWeight by) {
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    RegionMeasures sum;
    double weights = 0, values = 0, squares = 0;
    for (const RegionMeasures& part : parts) {
        sum.vertices += part.vertices;
        sum.areaMm2 += part.areaMm2;
        sum.volumeMm3 += part.volumeMm3;
        if (!std::isfinite(part.thicknessMm)) continue;
        const double w = weightOf(part, by);
        weights += w;
        values += w * part.thicknessMm;
        squares += w * (part.thicknessMm * part.thicknessMm + part.thicknessSdMm * part.thicknessSdMm);
    }
    sum.thicknessMm = weights > 0 ? values / weights : none;
    const double variance = squares / weights - sum.thicknessMm * sum.thicknessMm;
    sum.thicknessSdMm = variance < 0 ? 0 : std::sqrt(variance); // not a number stays so
    return sum;
}

} // namespace

const std::vector<RegionGroup>& regionGroups() {
    static const std::vector<RegionGroup> groups = {
        {QStringLiteral("motor"), Texts::tr("Motor"), words("precentral paracentral")},
        {QStringLiteral("premotor"), Texts::tr("Premotor"), words("caudalmiddlefrontal superiorfrontal")},
        {QStringLiteral("sensory"), Texts::tr("Sensory, for comparison"), words("postcentral")},
        {QStringLiteral("frontotemporal"), Texts::tr("Frontotemporal"),
         words("parsopercularis parstriangularis parsorbitalis rostralmiddlefrontal caudalmiddlefrontal "
               "superiorfrontal superiortemporal middletemporal temporalpole insula entorhinal "
               "caudalanteriorcingulate rostralanteriorcingulate")},
    };
    return groups;
}

const RegionGroup* findRegionGroup(const QString& key) {
    for (const RegionGroup& group : regionGroups())
        if (group.key == key) return &group;
    return nullptr;
}

const RegionGroup* groupOf(const QString& region) {
    for (const RegionGroup& group : regionGroups())
        if (group.regions.contains(region)) return &group;
    return nullptr;
}

bool haveWeight(const std::vector<RegionMeasures>& regions, GroupWeight by) {
    return std::all_of(regions.begin(), regions.end(), [=](const RegionMeasures& r) { return weightOf(r, by) > 0; });
}

std::vector<RegionMeasures> groupMeasures(const std::vector<RegionMeasures>& regions, GroupWeight atBest) {
    std::vector<RegionMeasures> all;
    for (const RegionGroup& group : regionGroups())
        for (const Side side : {Side::Left, Side::Right}) {
            Parts parts;
            for (const RegionMeasures& region : regions)
                if (region.side == side && group.regions.contains(region.region)) parts.push_back(region);
            if (parts.empty()) continue;
            GroupWeight weight = atBest;
            while (!haveWeight(parts, weight)) weight = static_cast<GroupWeight>(static_cast<int>(weight) + 1);
            all.push_back(together(parts, weight));
            all.back().region = group.key;
            all.back().side = side;
        }
    return all;
}

QString regionTitle(const QString& region) {
    const RegionGroup* group = findRegionGroup(region);
    return group ? group->title : region;
}

} // namespace neuraxis
