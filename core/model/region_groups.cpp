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

/// Many regions of one side as one.
RegionMeasures together(const std::vector<const RegionMeasures*>& parts) {
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    RegionMeasures sum;
    double counted = 0, values = 0, squares = 0;
    for (const RegionMeasures* part : parts) {
        sum.vertices += part->vertices;
        sum.areaMm2 += part->areaMm2;
        sum.volumeMm3 += part->volumeMm3;
        if (!(part->vertices > 0) || !std::isfinite(part->thicknessMm)) continue;
        counted += part->vertices;
        values += part->vertices * part->thicknessMm;
        squares += part->vertices * (part->thicknessMm * part->thicknessMm + part->thicknessSdMm * part->thicknessSdMm);
    }
    sum.thicknessMm = counted > 0 ? values / counted : none;
    sum.thicknessSdMm =
        counted > 0 ? std::sqrt(std::max(0.0, squares / counted - sum.thicknessMm * sum.thicknessMm)) : none;
    if (std::isnan(squares)) sum.thicknessSdMm = none;
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

const RegionGroup* groupOf(const QString& region) {
    for (const RegionGroup& group : regionGroups())
        if (group.regions.contains(region)) return &group;
    return nullptr;
}

std::vector<RegionMeasures> groupMeasures(const std::vector<RegionMeasures>& regions) {
    std::vector<RegionMeasures> all;
    for (const RegionGroup& group : regionGroups())
        for (const Side side : {Side::Left, Side::Right}) {
            std::vector<const RegionMeasures*> parts;
            for (const RegionMeasures& region : regions)
                if (region.side == side && group.regions.contains(region.region)) parts.push_back(&region);
            if (parts.empty()) continue;
            all.push_back(together(parts));
            all.back().region = group.key;
            all.back().side = side;
        }
    return all;
}

} // namespace neuraxis
