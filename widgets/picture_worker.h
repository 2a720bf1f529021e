#pragma once

#include <QObject>
#include <QThread>
#include <atomic>
#include <functional>
#include <memory>
#include <mutex>

namespace neuraxis {

/// Draws on a thread of its own, so that no window ever waits for it. Of several requests only the newest is drawn:
/// coarsely at once, then finely unless another one came.
class PictureWorker : public QObject {
    Q_OBJECT
  public:
    /// Hands over what was drawn, in the owner's thread.
    using Deliver = std::function<void()>;
    /// Draws, in the worker's thread. Called for a coarse picture, which is always finished, since a drag that asks
    /// faster than it is drawn must still move; then, with `fine`, for a fine one. An empty function: nothing new.
    using Draw = std::function<Deliver(bool fine, const std::atomic_bool& abort)>;

    explicit PictureWorker(const QString& name, QObject* parent = nullptr);
    ~PictureWorker() override;
    void request(const Draw& draw);

  private:
    void work();

    std::mutex mutex;
    Draw waiting; ///< Guarded by mutex
    std::atomic_bool abort = false, stopping = false;
    std::unique_ptr<QThread> thread;
    QObject* inThread = nullptr;
};

} // namespace neuraxis
