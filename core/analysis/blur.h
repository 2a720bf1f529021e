#pragma once

#include <array>
#include <vector>

namespace neuraxis {

/// Numbers on a grid, x fastest, convolved in place with a normal distribution of so many voxels along each axis; 0
/// leaves an axis as it is. What lies outside is as the nearest voxel. On all cores.
void blur(std::vector<float>& values, const std::array<int, 3>& size, const std::array<double, 3>& sigmaVoxels);

} // namespace neuraxis
