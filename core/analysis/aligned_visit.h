#pragma once

#include "core/model/volume.h"
#include "core/model/world_transform.h"

#include <vector>

namespace neuraxis {

/// A visit's image and the way to it from the space midway between the visits. Places of both are LPS millimetres.
struct AlignedVisit {
    std::shared_ptr<const Volume> image; ///< Of a series its plainVolume() is used
    WorldTransform fromMidway;           ///< Midway space to this visit's
    /// In this visit's space and 0 to 255, as brainMask() makes it, or 0 and 1; null: everything is brain.
    std::shared_ptr<const Volume> brain;
};

/// The volume of a series that visits are compared by: of diffusion the first with the lowest b-value, else the first.
[[nodiscard]] int plainVolume(const VolumeHeader& header);

/// A grid in the midway space.
struct MidwayGrid {
    std::array<int, 3> size{1, 1, 1};
    Affine voxelToLps;
    [[nodiscard]] std::size_t voxels() const;
    /// A float32 volume of that grid.
    [[nodiscard]] std::shared_ptr<const Volume> volume(const std::vector<float>& values, const QString& name,
                                                       const QString& unit) const;
};
/// Cubes of that size, along L, P and S, over the brains of both and so much beyond; at most those of 400 mm each way.
MidwayGrid gridOver(const AlignedVisit& a, const AlignedVisit& b, double spacingMm, double marginMm);

/// How much of each voxel of the grid is brain, 0 to 1, in both visits: the mean of their masks.
std::vector<float> brainShare(const AlignedVisit& a, const AlignedVisit& b, const MidwayGrid& grid);

/// An image as numbers on its own grid, blurred there along its axes, to be sampled between its voxels.
class NativeImage {
  public:
    explicit NativeImage(const Volume& image, const std::array<double, 3>& blurMm = {});

    /// Cubic between the voxels (Keys, IEEE Trans Acoust 1981;29:1153, a = -1/2), which does not blur; not a number
    /// outside the grid.
    [[nodiscard]] float cubic(const VoxelIndex& v) const;
    /// At each voxel of the grid, cubic. On all cores.
    [[nodiscard]] std::vector<float> on(const MidwayGrid& grid, const WorldTransform& fromMidway) const;
    [[nodiscard]] const Affine& voxelToLps() const { return place; }

  private:
    [[nodiscard]] bool holds(const VoxelIndex& v) const;

    std::array<int, 3> extent;
    Affine place;
    std::vector<float> values;
};

/// By how many millimetres each visit has to be blurred along its grid's axes so that both show edges alike: voxels are
/// taken as boxes, whose variance is a twelfth of their side's square.
std::array<std::array<double, 3>, 2> blurToMatch(const AlignedVisit& a, const AlignedVisit& b);

} // namespace neuraxis
