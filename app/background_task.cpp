#include "app/background_task.h"

#include <utility>

namespace neuraxis {

BackgroundTask::BackgroundTask(QObject* parent) : QObject(parent) { pool.setMaxThreadCount(1); }

BackgroundTask::~BackgroundTask() {
    if (running) running->cancel();
    pool.waitForDone();
}

void BackgroundTask::start(Work work) {
    if (running) running->cancel();
    done = 0;
    pool.start([this, work = std::move(work), job = running = std::make_shared<io::Job>()] {
        std::function<void()> then;
        if (job->isCancelled()) return;
        try {
            then = work(*job, [&](double share) {
                if (!job->isCancelled()) done = static_cast<int>(100 * share);
                return !job->isCancelled();
            });
        } catch (const io::Cancelled&) {
            return;
        }
        QMetaObject::invokeMethod(this, [this, then, job] {
            if (running != job) return;
            running.reset();
            Q_EMIT busyChanged();
            then();
        });
    });
    Q_EMIT busyChanged();
}

void BackgroundTask::cancel() {
    if (!running) return;
    running->cancel();
    running.reset();
    Q_EMIT busyChanged();
}

} // namespace neuraxis
