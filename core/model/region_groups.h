#pragma once

#include "core/model/cortex.h"

#include <QString>
#include <QStringList>
#include <vector>

namespace neuraxis {

/// Regions of the Desikan-Killiany atlas that are told together.
struct RegionGroup {
    QString key;         ///< Fixed word: "motor", "premotor", "sensory", "frontotemporal"
    QString title;       ///< Translated
    QStringList regions; ///< As the parcellation names them
};
/// Motor cortex first, then what is compared with it. A region may be in two groups.
const std::vector<RegionGroup>& regionGroups();
/// By its key; null for what is no group.
const RegionGroup* findRegionGroup(const QString& key);
/// What to call a region, or a group of them by its key: the group's title, else the region's name.
QString regionTitle(const QString& region);
/// The first group that a region is of; null for most.
const RegionGroup* groupOf(const QString& region);

/// By what regions are weighed in a mean of them, the best first.
enum class GroupWeight { Vertices, Area, None };
/// Whether all of the regions have it.
bool haveWeight(const std::vector<RegionMeasures>& regions, GroupWeight by);

/// A group's regions as one of each side that has any, named by the group's key: counts, areas and volumes are summed;
/// thickness is the mean of all its vertices, the deviation that of all its vertices about it. Where the numbers of
/// vertices are not known, regions are weighed by their area; without these, all alike. With `atBest` by nothing better
/// than that, for a comparison with people of whom less is known.
std::vector<RegionMeasures> groupMeasures(const std::vector<RegionMeasures>& regions,
                                          GroupWeight atBest = GroupWeight::Vertices);

} // namespace neuraxis
