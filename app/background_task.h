#pragma once

#include "core/io/job.h"

#include <QObject>
#include <QThreadPool>
#include <atomic>
#include <functional>
#include <memory>

namespace neuraxis {

/// Work on a thread of its own, one piece at a time: a new piece ends the one before.
class BackgroundTask : public QObject {
    Q_OBJECT
  public:
    explicit BackgroundTask(QObject* parent = nullptr);
    /// Cancels and waits for the work in flight.
    ~BackgroundTask() override;

    /// For long loops: is told the share done, 0 to 1, and says false once they are to end.
    using GoOn = std::function<bool(double)>;
    /// Returns what is then done on this object's thread, unless the work was cancelled meanwhile. May throw io::Cancelled.
    using Work = std::function<std::function<void()>(io::Job& job, const GoOn& goOn)>;
    void start(Work work);
    void cancel();
    [[nodiscard]] bool isBusy() const { return running != nullptr; }
    [[nodiscard]] int percent() const { return done; }

  Q_SIGNALS:
    void busyChanged();

  private:
    QThreadPool pool;
    std::shared_ptr<io::Job> running; ///< Null without work
    std::atomic_int done = 0;
};

} // namespace neuraxis
