#pragma once

#include "core/analysis/on_all_cores.h"

#include <algorithm>

namespace neuraxis {

/// onAllCores() for those who count in whole numbers, as grids do.
template <class Slab> void inSlabs(int count, const Slab& slab) {
    onAllCores(static_cast<std::size_t>(std::max(0, count)), [&](std::size_t index) { slab(static_cast<int>(index)); });
}

} // namespace neuraxis
