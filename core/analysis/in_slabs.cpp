#include "core/analysis/in_slabs.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace neuraxis {

void inSlabs(int count, const std::function<void(int)>& slab) {
    std::atomic<int> next = 0;
    std::exception_ptr thrown;
    std::mutex mutex;
    const auto work = [&] {
        try {
            for (int index = next++; index < count; index = next++) slab(index);
        } catch (...) {
            next = count;
            const std::lock_guard lock(mutex);
            thrown = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> helpers;
        const int cores = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
        for (int i = 1; i < std::min(cores, count); ++i) helpers.emplace_back(work);
        work();
    }
    if (thrown) std::rethrow_exception(thrown);
}

} // namespace neuraxis
