#pragma once

#include "core/model/world_transform.h"

#include <optional>
#include <vector>

namespace neuraxis {

/// A rigid transform from places that somebody pointed at in both images.
struct PointPairsFit {
    WorldTransform secondOfFirst;
    double rmsMm = 0; ///< How far the points are from fitting, root mean square
};

/// By least squares (Kabsch, Acta Cryst 1976;A32:922), from at least three pairs that do not lie in a line; else nothing.
[[nodiscard]] std::optional<PointPairsFit> rigidFromPoints(const std::vector<WorldPoint>& first,
                                                           const std::vector<WorldPoint>& second);

} // namespace neuraxis
