#pragma once

#include "core/analysis/velocity_field.h"

namespace neuraxis {

/// What two images, brought to the middle by a velocity, still differ by, and how that depends on the velocity.
struct Mismatch {
    std::vector<float> difference; ///< First less second
    VectorField gradient;          ///< The mean of both images' gradients, by millimetre
    std::vector<float> weight;     ///< 0 where nothing is to be learnt
};

/// One step of Gauss and Newton: the velocity that makes least
///   sum of weight (difference - gradient . (new - velocity))² + stiffness |Laplacian of new|²,
/// with stiffness in mm⁴ times the images' unit² by mm². Solved by conjugate gradients, preconditioned voxel by voxel;
/// the velocity is 0 outside the grid. Swapping the images changes the sign and nothing else.
void improve(VectorField& velocity, const Mismatch& mismatch, const MidwayGrid& grid, double stiffness, int iterations);

} // namespace neuraxis
