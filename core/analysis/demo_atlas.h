#pragma once

#include "core/model/volume.h"

#include <cstdint>
#include <vector>

namespace neuraxis {

/// The numbers of the AAL atlas on the grid of the head template, each also spread to the voxels about its own.
class DemoAtlas {
  public:
    /// `aal`: uint8, on the grid of the template.
    explicit DemoAtlas(const Volume& aal);

    static constexpr int farthestMm = 8;
    struct Place {
        int region = 0;   ///< AAL's number, of the left side always; 0 where there is none within `farthestMm`
        int distance = 0; ///< In steps along the axes, millimetres
    };
    [[nodiscard]] Place at(const WorldPoint& lps) const;
    /// Which voxel of the template a place lies in; -1 outside.
    [[nodiscard]] std::ptrdiff_t voxelAt(const WorldPoint& lps) const;

    static constexpr bool isCerebellum(int region) { return region >= 91; }
    /// Caudate, putamen, pallidum and thalamus.
    static constexpr bool isDeepGrey(int region) { return region >= 71 && region <= 77; }
    /// Hippocampus and amygdala.
    static constexpr bool isMedialTemporal(int region) { return region == 37 || region == 41; }

  private:
    std::array<int, 3> size;
    Affine::Rows lpsToVoxel;
    std::vector<std::uint8_t> region, distance;
};

} // namespace neuraxis
