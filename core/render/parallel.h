#pragma once

#include <functional>

namespace neuraxis::render {

/// Calls work(first, last) for ranges that make up 0..count, on all cores; returns when all are done.
void inParallel(int count, const std::function<void(int, int)>& work);

} // namespace neuraxis::render
