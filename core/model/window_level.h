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
/// The window a series opens with: from the least value to the 95th percentile of what is not air, so that neither
/// background nor fat and vessels decide. Data with negative values: 0.1th to 99.9th percentile.
Range robustRange(const Volume& volume, int index = 0);
/// The windows a series opens with, as Display has them: one, or, where several b-values are told, one for each volume,
/// robust and the same for those of one b-value.
std::vector<Range> openingWindows(const Volume& volume);
/// The least and the greatest of all values of one volume.
Range fullRange(const Volume& volume, int index = 0);
/// The values in a rectangle of a plane, given by a corner and its two edges, trimmed by 2 % at both ends; looked at
/// in 200 by 200 places at most. A rectangle outside the grid gives the robust range.
Range regionRange(const Volume& volume, const WorldPoint& cornerLps, const WorldVector& edgeA, const WorldVector& edgeB,
                  int index = 0);

/// A way to choose a window from the values themselves.
struct WindowChoice {
    const char* name; ///< Key: "robust"
    QString title;    ///< Translated
    Range (*range)(const Volume& volume, int index);
};
/// Every such way, in the order of the menus.
const std::vector<WindowChoice>& windowChoices();

} // namespace neuraxis
