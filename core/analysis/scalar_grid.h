#pragma once

#include "core/model/triangle_chunks.h"

#include <array>
#include <vector>

namespace neuraxis {

/// Numbers on a grid of 1 mm voxels with its axes along L, P and S.
class ScalarGrid {
  public:
    ScalarGrid(std::array<int, 3> size, std::array<int, 3> firstLpsMm);

    [[nodiscard]] const std::array<int, 3>& size() const { return extent; }
    [[nodiscard]] const std::array<int, 3>& firstLpsMm() const { return first; } ///< The centre of the first voxel
    [[nodiscard]] std::vector<float>& values() { return data; }                  ///< x fastest, then y, z
    [[nodiscard]] const std::vector<float>& values() const { return data; }

    struct Sample {
        float value = 0;
        SurfacePoint gradient; ///< Of the value, by millimetre
    };
    /// Between the voxels, trilinear; 0 outside.
    [[nodiscard]] Sample at(const SurfacePoint& lps) const;
    /// Convolved with a normal distribution; what lies outside counts as 0.
    [[nodiscard]] ScalarGrid smoothed(double sigmaMm) const;

  private:
    std::array<int, 3> extent, first;
    std::vector<float> data;
};

} // namespace neuraxis
