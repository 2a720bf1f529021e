#pragma once

#include "core/render/volume_grid.h"

#include <functional>

namespace neuraxis::render {

/// Where a grid holds nothing to draw, in bricks of voxels: lets rays skip it.
class EmptySpace {
  public:
    static constexpr int edge = 4; ///< Of a brick, in voxels
    explicit EmptySpace(const VolumeGrid& grid);

    /// Takes what is to be drawn: isDrawn(least, greatest) tells whether any count in that range is.
    void update(const std::function<bool(int, int)>& isDrawn);
    /// Bricks all around this one, itself included, that hold nothing: 0 where there is something.
    [[nodiscard]] int reach(int i, int j, int k) const { return distance[index(i, j, k)]; }
    [[nodiscard]] int greatest(int i, int j, int k) const { return ranges[index(i, j, k)].greatest; }

  private:
    struct Range {
        std::uint16_t least, greatest;
    };
    [[nodiscard]] std::size_t index(int i, int j, int k) const {
        return static_cast<std::size_t>(i) +
               static_cast<std::size_t>(bricks[0]) *
                   (static_cast<std::size_t>(j) + static_cast<std::size_t>(bricks[1]) * static_cast<std::size_t>(k));
    }
    std::array<int, 3> bricks;
    std::vector<Range> ranges;
    std::vector<std::uint8_t> distance;
};

} // namespace neuraxis::render
