#pragma once

#include "app/roi_trajectories.h"
#include "app/trajectory_background.h"
#include "core/study/study.h"

#include <QHash>

namespace neuraxis {

/// What a study keeps of regions of interest at all visits, of everybody in whom they were followed. Immutable; quick to
/// make, what it holds is read when it is asked for.
class RoiStudy {
  public:
    RoiStudy(std::shared_ptr<const Cohort> cohort, const std::vector<study::Remark>& remarks);

    /// By ROI, of everybody but that participant, what the same ROI of an image of the same name has in images of the same
    /// contrast. A name counts without BIDS' words for participant and visit: "sub-01_ses-2_tract_mask" is "tract_mask".
    [[nodiscard]] std::vector<std::vector<OtherValue>> others(const RoisOverTime& rois) const;
    /// What is to be kept of a participant's visits: a record for each whose values are not kept like that. Names of files
    /// are kept as hashes, since they may be somebody's.
    [[nodiscard]] std::vector<study::Change> changes(const RoisOverTime& rois, const QString& who) const;

  private:
    std::shared_ptr<const Cohort> cohort;
    QHash<QString, QHash<QString, QByteArray>> kept; ///< By what was followed and visit
};

} // namespace neuraxis
