#pragma once

#include "core/model/affine.h"

#include <array>

namespace neuraxis::io {

/// FreeSurfer's words for how a volume fills space: vox2ras = [D | c - D size / 2], D the directions times the voxel
/// size. By themselves, what a file without them means.
struct RasWords {
    std::array<double, 3> spacingMm{1, 1, 1};
    std::array<double, 9> directions{-1, 0, 0, 0, 0, -1, 0, 1, 0}; ///< Of the three axes, one after the other, RAS
    std::array<double, 3> centre{0, 0, 0};                         ///< c, RAS millimetres
};

/// Voxels of a volume of that size to scanner LPS. It may be none that can be inverted.
Affine voxelToLps(const RasWords& words, const std::array<int, 3>& size);
RasWords rasWords(const Affine& voxelToLps, const std::array<int, 3>& size);

} // namespace neuraxis::io
