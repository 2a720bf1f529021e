#pragma once

#include <functional>

namespace neuraxis {

/// Calls slab(0) ... slab(count - 1), on all cores, each once and in no order. What slab throws comes out of here.
void inSlabs(int count, const std::function<void(int)>& slab);

} // namespace neuraxis
