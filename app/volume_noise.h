#pragma once

#include "core/model/cohort.h"
#include "core/study/study.h"

#include <optional>

namespace neuraxis {

/// What of the logarithm of a volume's change is noise in a study: the median over its controls of what 95 % of the brain
/// stays below between two of their visits, as maps of them were made before; nothing with fewer than five controls.
std::optional<double> volumeNoiseOf(const std::vector<study::Remark>& remarks, const Cohort& cohort);
/// Keeps it of a control, about the later of the two visits.
study::Change volumeNoiseChange(const QString& visitUid, double noise, const QString& who);
/// Whether that participant is one of the study's controls.
bool isControl(const Cohort& cohort, const QString& participantUid);

} // namespace neuraxis
