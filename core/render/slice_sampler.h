#pragma once

#include "core/model/review_state.h"

#include <QRect>
#include <memory>

namespace neuraxis::render {

/// Pixels in a plane in the patient: the centre of the first, and the steps to its neighbours on the screen, LPS.
struct PixelGrid {
    WorldPoint first;
    WorldVector right, down;
};

/// Reads a volume at the pixels of a plane. One sampler is used by one thread; it does not copy the volume.
class SliceSampler {
  public:
    /// `index` is the place in the fourth dimension, `threads` how many may work on one call.
    SliceSampler(const Volume& volume, int index, Interpolation interpolation, int threads);
    ~SliceSampler();

    /// Stored values of the pixels in `part`, row by row, three a pixel for colour; not-a-number outside the volume.
    /// Valid until the next call.
    const float* sample(const PixelGrid& grid, const QRect& part);
    /// The part of `area` outside of which no pixel can lie on the volume.
    [[nodiscard]] QRect shadow(const PixelGrid& grid, const QRect& area) const;
    [[nodiscard]] int components() const;

  private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace neuraxis::render
