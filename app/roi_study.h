#pragma once

#include "app/roi_trajectories.h"
#include "app/trajectory_background.h"
#include "core/study/study.h"

#include <QHash>

namespace neuraxis {

/// What a study keeps of regions of interest at all visits, of everybody in whom they were followed. Immutable.
class RoiStudy {
  public:
    RoiStudy(std::shared_ptr<const Cohort> cohort, const std::vector<study::Remark>& remarks);

    /// Of everybody but one participant. The images that ROIs come from are known by their titles without BIDS' words for
    /// participant and visit: "sub-01_ses-2_tract_mask" is "tract_mask".
    [[nodiscard]] std::vector<OtherValue> others(const RoisOverTime& rois, const QString& name,
                                                 const QString& participantUid) const;

  private:
    std::shared_ptr<const Cohort> cohort;
    QHash<QString, const Participant*> participants;             ///< By uid
    QHash<QString, QHash<QString, QHash<QString, double>>> kept; ///< By image and measure, visit, ROI
};

/// What is found of a participant's visits, to be kept in a study: a record for each visit that it has.
std::vector<study::Change> roiChanges(const RoisOverTime& rois, const QString& who);

} // namespace neuraxis
