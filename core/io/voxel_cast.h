#pragma once

#include "core/model/volume.h"

namespace neuraxis::io {

/// The voxels of all volumes in another type; with `scaled`, as values (slope and intercept applied).
/// Out-of-range numbers go to the nearest end of the type. Not for colour.
std::shared_ptr<std::byte> castVoxels(const Volume& volume, StoredType type, bool scaled);

/// The least and greatest stored number of a volume of whole numbers.
std::array<double, 2> storedRange(const Volume& volume);

/// uint16 as int16 when all its voxels fit: many programs read uint16 wrongly, so dcm2niix writes int16 as well.
/// Else the voxels as they are. `type` becomes what they are.
std::shared_ptr<const std::byte> asCommonType(const Volume& volume, StoredType& type);

} // namespace neuraxis::io
