#pragma once

#include "core/analysis/icosphere.h"
#include "core/analysis/scalar_grid.h"

namespace neuraxis {

/// A surface without handles about one piece of matter, from an icosphere of `subdivisions` (3 at least). It is first
/// laid about the matter as a strong blur leaves it, then follows as the blur becomes less, and so finds its way into
/// the folds. It does not cut through itself, so that where the matter has handles some sulci stay closed. Its other
/// vertices end where `matter`, blurred by `wrapSigmaMm`, is `wrapLevel`.
SurfaceMesh wrapped(const ScalarGrid& matter, int subdivisions);

inline constexpr double wrapSigmaMm = 0.7;
inline constexpr float wrapLevel = 0.5F;

} // namespace neuraxis
