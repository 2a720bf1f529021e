#pragma once

#include "app/timed_visits.h"
#include "core/analysis/normative.h"

namespace neuraxis {

/// A value of somebody else at a visit, before which a trajectory is seen.
struct OtherValue {
    const Participant* participant = nullptr;
    const Visit* visit = nullptr;
    double value = 0;
    bool isLongitudinal = false; ///< Measured in FreeSurfer's longitudinal stream: joined with such values only
};

/// By group, in the order of studyGroups(), others after them; each person's values of one kind by time. Visits that failed
/// quality are left out.
std::vector<Trajectory::Group> groupsOf(const std::vector<OtherValue>& others);
/// Of each control the first of its visits that may be compared.
std::vector<Measured> controlsAmong(const std::vector<OtherValue>& others);

/// What normal ageing is where the controls do not tell it.
struct ToldAgeing {
    double percentPerYear = 0; ///< Not a number where nobody tells it
    QString words;             ///< With %1 for the percentage
};
/// Gives a trajectory, whose points and trend are known, the controls' band and normal ageing. The band is the controls'
/// prediction at the age and that sex +- 1.96 SD of their residuals, a control left out of it before; normal ageing is
/// the controls' slope, without one what is told.
void addControls(Trajectory& made, const std::vector<TimedVisit>& visits, const QString& sex,
                 const std::vector<Measured>& controls, int least, const ToldAgeing& told);

} // namespace neuraxis
