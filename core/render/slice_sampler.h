#pragma once

#include "core/model/review_state.h"

#include <array>
#include <memory>
#include <vector>

namespace neuraxis::render {

/// Pixels in a plane in the patient: the centre of the first, and the steps to its neighbours on the screen, LPS.
struct PixelGrid {
    WorldPoint first;
    WorldVector right, down;
};

/// Reads a volume at the pixels of a plane, without copying it. Used by one thread.
class SliceSampler {
  public:
    /// `index` is the place in the fourth dimension. The volume must outlive the sampler.
    SliceSampler(const Volume& volume, int index, Interpolation interpolation, const PixelGrid& grid);

    /// Pixels first to last - 1.
    struct Span {
        int first = 0, last = 0;
    };
    /// Those of a row's first `width` pixels that lie on the volume, half a voxel around the outermost centres included.
    [[nodiscard]] Span span(int y, int width) const;
    /// Their stored values, interpolated; three a pixel for colour. Valid until the next call.
    const float* row(int y, const Span& span);
    [[nodiscard]] int components() const { return colours ? 3 : 1; }

  private:
    template <class Voxels> void sample(const Voxels& voxels, const std::array<double, 3>& start, const Span& span);
    template <class Voxels>
    void sampleLine(const Voxels& voxels, const std::array<double, 3>& start, const Span& span, std::size_t axis);
    [[nodiscard]] std::array<double, 3> startOf(int y) const;

    const Volume& volume;
    int index;
    Interpolation interpolation;
    bool colours;
    std::array<int, 3> size;
    std::array<std::ptrdiff_t, 3> stride;            ///< In voxels; 0 along an axis of one voxel
    std::array<double, 3> origin, perColumn, perRow; ///< In voxels
    std::vector<float> values, line;
    std::array<std::vector<int>, 3> cells; ///< Of each pixel of a row
    std::array<std::vector<float>, 3> fractions;
};

} // namespace neuraxis::render
