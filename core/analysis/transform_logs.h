#pragma once

#include "core/model/world_transform.h"

namespace neuraxis {

/// The logarithm of a transform, a 4x4 matrix whose last row is 0: where sums and halves of transforms make sense. For
/// turns under 180 degrees.
using TransformLog = Affine::Rows;

[[nodiscard]] TransformLog logOf(const WorldTransform& transform);
[[nodiscard]] WorldTransform expOf(const TransformLog& log);
/// The transform that done twice is this one.
[[nodiscard]] WorldTransform halfOf(const WorldTransform& transform);
/// The rigid transform nearest to one that is nearly rigid.
[[nodiscard]] WorldTransform nearestRigid(const WorldTransform& transform);

} // namespace neuraxis
