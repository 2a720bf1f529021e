#pragma once

#include "core/io/error.h"

#include <atomic>

namespace neuraxis::io {

/// Progress out of and cancellation into work on other threads. Every member may be called from any thread.
class Job {
  public:
    void cancel() { cancelled = true; }
    [[nodiscard]] bool isCancelled() const { return cancelled; }
    /// Throws Cancelled once cancel() has been called. Long loops call it.
    void throwIfCancelled() const {
        if (cancelled) throw Cancelled();
    }

    void expect(int more) { total += more; }
    void advance(int steps = 1) { done += steps; }
    [[nodiscard]] int stepsDone() const { return done; }
    [[nodiscard]] int stepsTotal() const { return total; } ///< Grows while folders are being searched

  private:
    std::atomic_bool cancelled = false;
    std::atomic_int done = 0, total = 0;
};

} // namespace neuraxis::io
