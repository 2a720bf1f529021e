#pragma once

#include <cstddef>
#include <functional>

namespace neuraxis {

/// Calls work(0) to work(count - 1), each once, on all cores, and returns when all are done. What one of them throws is
/// thrown here, and those not begun are left out.
void onAllCores(std::size_t count, const std::function<void(std::size_t)>& work);

} // namespace neuraxis
