#pragma once

#include "app/region_study.h"
#include "app/timed_visits.h"

namespace neuraxis {

/// Whose regions over time, and what of them.
struct TrajectoryWish {
    QString participant; ///< uid
    RegionMeasure measure = RegionMeasure::Thickness;
    bool withFailed = false; ///< Visits that failed quality count
    int leastControls = 20;  ///< Else there is no band and no w
    QStringList visits{};    ///< uids of those that are looked at; empty: all
    bool operator==(const TrajectoryWish&) const = default;
};

/// Visits that failed quality and those without a date are in no rate. Values that FreeSurfer's longitudinal stream
/// measured and those measured at each visit by itself differ by more than a year's change: a rate is of one kind only,
/// that of most visits, the longitudinal one of as many. Years are since the participant's first visit that has regions.
RegionRates ratesOf(const RegionStudy& study, const TrajectoryWish& wish);

/// One region, or a group of regions by its key. Band and normal ageing as in addControls(); without controls the annual
/// change of 207 healthy adults over 3.6 years: thickness -0.35 %, area -0.19 %, volume -0.51 % (Storsve et al.,
/// J Neurosci 2014;34:8488-8498).
Trajectory trajectoryOf(const RegionStudy& study, const TrajectoryWish& wish, const QString& region, Side side);

} // namespace neuraxis
