#pragma once

#include "core/model/cortex.h"

namespace neuraxis::io {

inline std::size_t at(Side side) { return static_cast<std::size_t>(side); }
inline std::size_t at(SurfaceShape shape) { return static_cast<std::size_t>(shape); }

/// Whether a shape lies in the scanner's space.
inline bool isReal(SurfaceShape shape) { return shape == SurfaceShape::White || shape == SurfaceShape::Pial; }

} // namespace neuraxis::io
