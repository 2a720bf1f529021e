#pragma once

#include "core/model/volume.h"

#include <cstdint>
#include <vector>

namespace neuraxis::render {

/// A volume's values made ready for ray casting: without the air around, as counts from 0 to `greatest`.
struct VolumeGrid {
    static constexpr int greatest = 16383;
    std::array<int, 3> size{0, 0, 0};
    Affine gridToLps;
    double low = 0, step = 1; ///< value = low + counts * step, in the volume's unit
    double airCounts = 0;     ///< What the noise in air stays below
    std::vector<std::uint16_t> counts;

    [[nodiscard]] std::size_t offset(int i, int j, int k) const {
        return static_cast<std::size_t>(i) +
               static_cast<std::size_t>(size[0]) *
                   (static_cast<std::size_t>(j) + static_cast<std::size_t>(size[1]) * static_cast<std::size_t>(k));
    }
    [[nodiscard]] bool isEmpty() const { return counts.empty(); }
    /// Half the diagonal of the box in millimetres.
    [[nodiscard]] double radiusMm() const;
    [[nodiscard]] WorldPoint centreLps() const;
};

/// One volume as such a grid; smoothed by a binomial filter `smoothings` times. With a brain mask only what lies
/// in it is kept. Halved until it has at most `mostVoxels`; at least two voxels along each axis.
VolumeGrid volumeGrid(const Volume& volume, int index, const Volume* brain, int smoothings, std::size_t mostVoxels);

/// The same grid at half the resolution: means of 2x2x2.
VolumeGrid halved(const VolumeGrid& grid);

} // namespace neuraxis::render
