#pragma once

#include "core/model/navigation.h"
#include "core/model/review_state.h"

#include <QImage>
#include <QObject>
#include <QSize>
#include <QThread>
#include <atomic>
#include <memory>
#include <mutex>
#include <optional>

namespace neuraxis {

namespace render {
class VolumeScene;
}

/// Renders the 3-D view on a thread of its own, so that no window ever waits for it. Of several requests only the
/// newest is drawn: coarsely at once, then finely unless another one came.
class VolumeWorker : public QObject {
    Q_OBJECT
  public:
    explicit VolumeWorker(QObject* parent = nullptr);
    ~VolumeWorker() override;

    /// Asks for a picture; returns at once. A request equal in all that the picture depends on is not drawn again.
    void request(const ReviewState& state, const NavigationState& navigation, const QSize& devicePixels);
    /// The newest picture, null before the first.
    [[nodiscard]] const QImage& picture() const { return newest; }

  Q_SIGNALS:
    /// A new picture is there.
    void rendered();

  private:
    struct Request {
        ReviewState state;
        NavigationState navigation;
        QSize size;
        bool operator==(const Request&) const = default;
    };
    void work();
    void deliver(const QImage& image);

    std::mutex mutex;
    std::optional<Request> waiting; ///< Guarded by mutex
    std::optional<Request> last;
    std::atomic_bool abort = false, stopping = false;
    std::unique_ptr<QThread> thread;
    QObject* inThread = nullptr;
    std::unique_ptr<render::VolumeScene> scene; ///< Used in the thread alone
    QImage newest;
};

} // namespace neuraxis
