#pragma once

#include "core/model/volume.h"

#include <functional>
#include <vector>

namespace neuraxis {

/// A region of interest: the voxels that have one number in a label image or a mask.
struct Roi {
    int id = 0;             ///< The number; never 0
    std::size_t voxels = 0; ///< With that number
    double mm3 = 0;         ///< Their volume
    WorldPoint place;       ///< That of its voxels which is nearest to the middle of all, LPS millimetres
};
/// Says false once the work is to end: then the result means nothing. Called from all cores.
using RoiGoOn = std::function<bool()>;
/// Those of the first volume, by their numbers; none where not all values are whole, or where there are thousands.
std::vector<Roi> roisIn(const Volume& labels, const RoiGoOn& goOn = {});

/// By ROI the mean of what `valueAt` has at its voxels' places (LPS millimetres in the label image's space; called from
/// all cores). Not a number where less than nine tenths of an ROI have a finite value.
std::vector<double> roiMeans(const Volume& labels, const std::vector<Roi>& rois,
                             const std::function<double(const WorldPoint&)>& valueAt, const RoiGoOn& goOn = {});

} // namespace neuraxis
