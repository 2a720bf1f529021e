#pragma once

#include "core/render/grid_sampler.h"
#include "core/render/volume_camera.h"

#include <QSize>
#include <vector>

namespace neuraxis::render {

/// A half of space: the side that `inwards` points to is drawn.
struct HalfSpace {
    WorldPoint point;
    WorldVector inwards;
};

/// A ray in a grid's coordinates, as far as there is something to see on it.
struct Ray {
    Vec start, perMm;
    float enter, leave; ///< Millimetres from the eye; nothing to see where enter is not less
    bool entersByPlane; ///< Through a plane that cuts the volume, not through its surface
};

/// The rays of all pixels of a picture, cut to the grid and to what is kept of space.
class Rays {
  public:
    Rays(const VolumeCamera& camera, const QSize& pixels, const VolumeGrid& grid, const std::vector<HalfSpace>& kept);
    [[nodiscard]] Ray at(int x, int y) const;

  private:
    /// A direction, in the grid and in the patient, and its parts along the half spaces' normals.
    struct Direction {
        Vec grid, world;
        std::vector<float> inwards;
    };
    Vec eye, last; ///< In the grid; last: its furthest voxel
    Direction first, perColumn, perRow;
    std::vector<float> inside; ///< Of the eye, in each half space
};

} // namespace neuraxis::render
