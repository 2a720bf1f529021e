#pragma once

#include "core/analysis/difference_map.h"
#include "core/model/cohort.h"
#include "core/study/study.h"

#include <QHash>
#include <QSet>
#include <optional>

namespace neuraxis {

/// What in maps of change is noise, as far as it is known.
struct ChangeNoise {
    std::optional<double> volume; ///< Of the logarithm of a volume's change, see jacobianNoise()
    std::optional<DifferenceNoise> brightness;
};

/// What maps of change between two visits of somebody who has not changed show. Takes ten seconds and more.
ChangeNoise noiseBetween(const AlignedVisit& first, const AlignedVisit& second);
/// "brightness 1.2 % in even tissue and 0.05 mm at edges, volume 2.1 %".
QString noiseInWords(const ChangeNoise& noise);
/// The noise of a study by the images' contrast, see contrastOf(): the median over its controls of what was
/// found between two of their visits, as maps of them were made before; nothing of a map with fewer than five controls.
QHash<QString, ChangeNoise> changeNoiseOf(const std::vector<study::Remark>& remarks, const Cohort& cohort);
/// Keeps what was found of a control, about the later of the two visits.
std::vector<study::Change> changeNoiseChanges(const QString& visitUid, const QString& contrast,
                                              const ChangeNoise& found, const QString& who);
/// The visits about which both are kept of images of that contrast.
QSet<QString> visitsWithNoise(const std::vector<study::Remark>& remarks, const QString& contrast);
/// Whether that participant is one of the study's controls.
bool isControl(const Cohort& cohort, const QString& participantUid);

} // namespace neuraxis
