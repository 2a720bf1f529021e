#pragma once

#include "core/model/volume.h"

#include <vector>

namespace neuraxis {

/// An image at one resolution, smoothed so that it can be read between its voxels.
struct AlignmentLevel {
    std::array<int, 3> size{};
    Affine voxelToCentred;     ///< To millimetres from the image's middle, along L, P and S
    std::vector<float> values; ///< x fastest, then y, z; not-a-number where nothing was scanned
    float low = 0, high = 0;   ///< What nearly all values around the middle lie between
};

/// What alignment looks at of one volume: the first of its series in a few resolutions, and where the head is. It holds
/// no more than about 150 MB, however large the volume.
class AlignmentImage {
  public:
    explicit AlignmentImage(const Volume& volume);

    /// Whether there is anything to align: no slab of one slice, not a single brightness.
    [[nodiscard]] bool isUsable() const { return usable; }
    /// The middle of the head without neck.
    [[nodiscard]] WorldPoint centreLps() const { return centre; }
    /// From the coarsest (8 mm) to the finest.
    [[nodiscard]] const std::vector<AlignmentLevel>& levels() const { return resolutions; }
    /// Some order of images, by their voxels alone.
    [[nodiscard]] bool isBefore(const AlignmentImage& other) const;

  private:
    void findMiddle();
    void measure();

    bool usable = false;
    WorldPoint centre;
    std::vector<AlignmentLevel> resolutions;
};

} // namespace neuraxis
