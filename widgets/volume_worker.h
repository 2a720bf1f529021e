#pragma once

#include "core/model/navigation.h"
#include "core/model/review_state.h"
#include "widgets/picture_worker.h"

#include <QImage>
#include <QSize>
#include <optional>

namespace neuraxis {

namespace render {
class VolumeScene;
}

/// Renders the 3-D view on a thread of its own.
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
    std::optional<Request> last;
    std::unique_ptr<render::VolumeScene> scene; ///< Used in the worker's thread alone
    QImage newest;
    PictureWorker worker; ///< The last member: it ends first
};

} // namespace neuraxis
