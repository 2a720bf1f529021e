#pragma once

#include "core/model/volume.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace neuraxis {

/// Voxels that touch each other, by a corner at least, and all have values of one sign beyond a threshold.
struct Cluster {
    int sign = 1;
    std::size_t voxels = 0;
    double mm3 = 0;
    double peak = 0; ///< The value farthest from zero, with its sign
    VoxelIndex peakVoxel;
    WorldPoint peakLps;   ///< The centre of that voxel; of several such the first
    WorldPoint centreLps; ///< The mean place of the voxels, which may lie outside a bent cluster
};

struct Clusters {
    double threshold = 0;
    std::vector<Cluster> found;          ///< The greatest first; of the same size, the one with the higher peak
    std::vector<std::int32_t> clusterOf; ///< For each voxel the place in `found`, -1 for none
};

/// Clusters of one volume of a series, where the value without its sign is the threshold or more. Zero and what is not a
/// number is in none.
Clusters findClusters(const Volume& volume, int index, double threshold);

/// 1 in the clusters of at least so many voxels, 0 elsewhere, on the volume's grid. Null when memory runs out.
std::shared_ptr<const Volume> clusterMask(const Volume& volume, const Clusters& clusters, std::size_t leastVoxels);

} // namespace neuraxis
