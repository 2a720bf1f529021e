#pragma once

#include "core/io/job.h"

#include <functional>

namespace neuraxis::io {

/// Calls work(0) to work(count - 1), each once, on all cores including the caller's, and returns when all are done.
/// The first exception ends the loop early and is thrown here; so is Cancelled.
void inParallel(int count, const Job& job, const std::function<void(int)>& work);

} // namespace neuraxis::io
