#pragma once

#include "core/analysis/aligned_visit.h"

#include <array>
#include <vector>

namespace neuraxis {

/// A vector at each voxel of a grid of cubes along L, P and S: millimetres, by component, x fastest.
using VectorField = std::array<std::vector<float>, 3>;

VectorField zeroField(const MidwayGrid& grid);
/// The field on another grid, trilinear; 0 outside its own.
VectorField onGrid(const VectorField& field, const MidwayGrid& own, const MidwayGrid& other);
/// Where each voxel goes, less its place, when it flows for `time` along a velocity that does not change: the
/// exponential, by scaling and squaring. So it folds nowhere, and minus the time gives the way back.
VectorField flow(const VectorField& velocity, const MidwayGrid& grid, double time);
/// The logarithm of how many times as large each voxel becomes where it goes.
std::vector<float> logJacobian(const VectorField& displacement, const MidwayGrid& grid);

} // namespace neuraxis
