#pragma once

#include "app/region_study.h"
#include "app/strip_controls.h"
#include "core/analysis/motor_strip.h"
#include "widgets/region_table_view.h"
#include "widgets/strip_plot.h"
#include "widgets/strip_profile.h"

namespace neuraxis {

/// What somebody wants to know of a cortex.
struct RegionWish {
    std::shared_ptr<const Cortex> cortex;
    QString parcellation, map;                   ///< Names; the map is for the motor strip
    std::shared_ptr<const RegionStudy> study;    ///< Null: nobody to compare with
    std::shared_ptr<const StripControls> strips; ///< Null: no band along the motor strip
    QString participant, visit;                  ///< uids in the study; "" where it is not known whose the cortex is
    ScoreKind kind = ScoreKind::W;
    RegionMeasure measure = RegionMeasure::Thickness;
    int leastControls = 20;
    bool operator==(const RegionWish&) const = default;
};

/// The answer, as the widgets take it.
struct RegionReport {
    std::vector<RegionRow> rows; ///< Groups of regions, then the regions
    QString scoreName, model;    ///< "w"; a sentence on the controls, or why there are no scores
    std::vector<StripPlot::Panel> panels;
    QString participant, group, noPanels; ///< noPanels: why there are none
    StripProfile::Profile profile;
    QString noProfile;                               ///< Why there is none
    std::array<std::optional<MotorStrip>, 2> strips; ///< By Side
    std::shared_ptr<const CortexMap> scores;         ///< On the surface; null without any
};
/// Takes some tenths of a second: not for the GUI thread.
RegionReport regionReport(const RegionWish& wish);

} // namespace neuraxis
