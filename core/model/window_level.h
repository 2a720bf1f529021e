#pragma once

#include "core/model/volume.h"

namespace neuraxis {

/// Values at the dark and the bright end of a window, in the volume's unit; low < high.
struct Range {
    double low = 0, high = 1;
    [[nodiscard]] double centre() const { return (low + high) / 2; }
    [[nodiscard]] double width() const { return high - low; }
    bool operator==(const Range&) const = default;
};

/// centre +- width / 2.
Range rangeOf(double centre, double width);
/// The values that `low` and `high` per cent of a volume's voxels lie below.
/// Voxels are sampled evenly; colour volumes give 0 to 255. A flat volume gives its value +- 0.5.
Range percentileRange(const Volume& volume, double lowPercent, double highPercent, int index = 0);
/// The window a series opens with: from the least value to the 98th percentile of what is not air, so that neither
/// background nor fat and vessels decide. Data with negative values: 0.1th to 99.9th percentile.
Range robustRange(const Volume& volume, int index = 0);
/// The least and the greatest value in a box of voxels (corners in any order), trimmed by 2 % at both ends.
/// An empty box gives the robust range.
Range regionRange(const Volume& volume, const VoxelIndex& cornerA, const VoxelIndex& cornerB, int index = 0);

} // namespace neuraxis
