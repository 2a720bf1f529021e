#pragma once

#include "core/model/volume.h"

#include <functional>

namespace neuraxis {

/// Where the brain roughly is in a T1 head scan, for DISPLAY only: to draw it without the skull. Never
/// measure with it: it holds the fluid around the brain, and its edge is up to 4 mm off. 0 (outside) to 255
/// (inside), softened at its edge, on a coarser grid of its own (about 2 mm) with the head's axes. Where no
/// brain can be told from the rest, everything is inside. Null when `cancelled` said so, or there is no memory. Takes about half a
/// second on two cores; called from any thread. Of a series in time its first volume is used.
std::shared_ptr<const Volume> brainMask(const Volume& head, const std::function<bool()>& cancelled = {});

} // namespace neuraxis
