#pragma once

#include "core/model/volume.h"

#include <optional>

namespace neuraxis::io {

/// Says so when many of `count` stored voxels have the greatest number there is, and few come near it: the scanner's
/// range ended there. At least 20 voxels and one in 50,000, and more than have the sixteen numbers below together.
std::optional<Finding> clippedFinding(const VolumeHeader& header, const std::byte* voxels, std::size_t count,
                                      double ceiling);

} // namespace neuraxis::io
