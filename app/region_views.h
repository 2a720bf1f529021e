#pragma once

#include "app/region_study.h"
#include "app/strip_controls.h"
#include "core/analysis/motor_strip.h"
#include "widgets/region_table_view.h"
#include "widgets/strip_plot.h"
#include "widgets/strip_profile.h"

namespace neuraxis {

// Numbers of regions as the widgets and the surface show them.

/// Groups of regions first, then the regions as they are in `measured`: of a cortex that is open, or of a study's table.
/// `scores` may be null.
std::vector<RegionRow> regionRows(const std::vector<RegionMeasures>& measured, const RegionScores* scores);

/// The region among the groups, and the postcentral gyrus of the same side beside it for comparison; of the postcentral
/// gyrus itself, the precentral one comes first. Empty with too few controls.
std::vector<StripPlot::Panel> stripPanels(const RegionStudy& study, const RegionScores& scores, const QString& region,
                                          Side side, int least = 20);

/// Each region's score on its vertices, a map called "w-score" or "z-score"; where a region has none there is no data.
std::shared_ptr<const CortexMap> scoreMap(const Parcellation& parcellation, const RegionScores& scores);

/// The strips of both sides; null for a side without.
std::array<std::optional<MotorStrip>, 2> motorStrips(const Cortex& cortex, const Parcellation& parcellation);
/// A map along them, with the controls' band where `controls` are given and the map is the one they were read with.
StripProfile::Profile stripProfileOf(const Cortex& cortex, const std::array<std::optional<MotorStrip>, 2>& strips,
                                     const CortexMap& map, const StripControls* controls, const QString& participant,
                                     double ageYears, const QString& sex);
/// The place of a vertex on its side's strip; nothing where it is not on it.
std::optional<double> placeOnStrip(const MotorStrip& strip, std::uint32_t vertex);

} // namespace neuraxis
