#pragma once

#include "core/render/volume_grid.h"

namespace neuraxis::render {

/// First and last voxel along each axis.
using VoxelBox = std::array<std::array<int, 2>, 3>;

/// Otsu's threshold between air and tissue, in counts. N. Otsu, IEEE Trans. Syst. Man Cybern. 9(1):62-66, 1979.
int airThreshold(const std::vector<std::uint16_t>& counts);

/// What the noise in air stays below, from its most frequent value. In magnitude images that is the noise's
/// standard deviation: H. Gudbjartsson, S. Patz, Magn. Reson. Med. 34(6):910-914, 1995.
double noiseCounts(const std::vector<std::uint16_t>& counts, int threshold);

/// The box of what is not air: slabs of which at least a two-thousandth is over the threshold.
VoxelBox tissueBox(const VolumeGrid& grid, int threshold);

} // namespace neuraxis::render
