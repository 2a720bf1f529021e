#pragma once

#include "core/io/vertex_data.h"

namespace neuraxis::io {

// What is cortex where no label says so, one for each vertex, 0 for the medial wall. Empty where it tells nothing.

/// By a parcellation's names: what is in no region is no cortex.
std::vector<std::uint8_t> cortexByRegions(const RegionData& data);
/// With less right, by thickness: 0 is none.
std::vector<std::uint8_t> cortexByThickness(const QString& map, const std::vector<float>& values);

} // namespace neuraxis::io
