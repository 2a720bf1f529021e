#include "core/io/parallel.h"

#include <QSemaphore>
#include <QThread>
#include <QThreadPool>
#include <algorithm>
#include <exception>
#include <mutex>

namespace neuraxis::io {

void inParallel(int count, const Job& job, const std::function<void(int)>& work) {
    std::atomic_int next = 0;
    std::atomic_bool failed = false;
    std::exception_ptr error;
    std::mutex guard;
    const auto drain = [&] {
        try {
            for (int i = next++; i < count && !failed; i = next++) {
                job.throwIfCancelled();
                work(i);
            }
        } catch (...) {
            const std::lock_guard lock(guard);
            if (!error) error = std::current_exception();
            failed = true;
        }
    };

    // The caller works too, so that a full pool can slow this down but never stop it.
    QSemaphore finished;
    int helpers = 0;
    for (int i = 1; i < std::min(count, QThread::idealThreadCount()); ++i)
        if (QThreadPool::globalInstance()->tryStart([&] {
                drain();
                finished.release();
            }))
            ++helpers;
    drain();
    finished.acquire(helpers);
    if (error) std::rethrow_exception(error);
}

} // namespace neuraxis::io
