#pragma once

#include "core/model/volume.h"

namespace neuraxis::io {

/// The middle of at least one number, the upper one of two.
double median(std::vector<double> numbers);

/// Parallel slices laid on an even grid, each at its true place.
struct SliceGrid {
    WorldPoint first;       ///< Centre of the first pixel of the first slice
    WorldVector step;       ///< From one slice to the next; shear is kept
    int slices = 1;         ///< Places on the grid, those without a slice included
    std::vector<int> place; ///< Of each position given
    std::vector<Finding> findings;
};

/// Lays out positions that ascend along `normal` (unit length) and differ. A gap of a whole number of steps leaves
/// places empty; gaps that fit no grid are spread evenly. Both are told as findings.
/// A single position gets `singleStepMm`.
SliceGrid layOut(const std::vector<WorldPoint>& positions, const WorldVector& normal, double singleStepMm);

} // namespace neuraxis::io
