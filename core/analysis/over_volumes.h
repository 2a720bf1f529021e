#pragma once

#include "core/model/volume.h"

#include <functional>
#include <vector>

namespace neuraxis {

/// What can be computed at each voxel from its values over the volumes of a series.
struct OverVolumes {
    QString name;       ///< Fixed word: "average", "range", "deviation", "signal-to-noise"
    QString component;  ///< VolumeHeader::component of the result: "AVERAGE"
    bool keepsUnit;     ///< The result is in the series' unit
    std::size_t fewest; ///< Volumes it needs
    /// From at least `fewest` finite values.
    double (*of)(const double* values, std::size_t count);
};

/// Every such measure: the mean; the greatest less the least; the standard deviation with n - 1, and the mean divided
/// by it (0 where it is 0), tSNR as of Parrish et al., Magn Reson Med 2000;44:925-932. The deviation's sums are taken about the mean.
const std::vector<OverVolumes>& overVolumesTable();
/// The row of that name; null for another.
const OverVolumes* findOverVolumes(const QString& name);

/// The measure at each voxel over `volumes` (indices in the series, at least one), as float32 on the series' own grid.
/// The header keeps what holds for the result; names are the series' own. Values that are not finite count for nothing;
/// where fewer than needed are left, the result is not-a-number. Colour counts as its brightness. The series is read
/// where it lies: beyond the result this takes a few MB for each core. On all cores, from any thread.
/// `goOn` is told the share done, 0 to 1, from any thread; once it says false the result is null. It is null too
/// when memory runs out.
std::shared_ptr<const Volume> overVolumes(const Volume& series, const std::vector<int>& volumes,
                                          const OverVolumes& measure, const std::function<bool(double)>& goOn = {});

} // namespace neuraxis
