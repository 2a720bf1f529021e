#pragma once

#include "core/render/cortex_scene.h"
#include "widgets/picture_worker.h"

namespace neuraxis {

/// Draws the surface views on a thread of its own.
class CortexWorker : public QObject {
    Q_OBJECT
  public:
    explicit CortexWorker(QObject* parent = nullptr);

    /// Asks for pictures of all the views (sizes in device pixels); returns at once. A request equal in all that the
    /// pictures depend on is not drawn again.
    void request(const ReviewState& state, const NavigationState& navigation,
                 const std::vector<render::CortexViewport>& views, int borderPixels);
    /// The newest picture of the view at that place among those asked for; an empty one before the first, and where
    /// it is of another cortex than the state shows: nothing of one person is seen under another's name.
    [[nodiscard]] render::CortexPicture picture(std::size_t place, const CortexEye& eye,
                                                const ReviewState& state) const;

  Q_SIGNALS:
    /// New pictures are there.
    void rendered();

  private:
    struct Request {
        ReviewState state;
        NavigationState navigation;
        std::vector<render::CortexViewport> views;
        int borderPixels = 1;
        bool operator==(const Request&) const = default;
    };
    std::optional<Request> last;
    render::CortexScene scene; ///< Used in the worker's thread alone
    std::vector<render::CortexPicture> newest;
    PictureWorker worker; ///< The last member: it ends first
};

} // namespace neuraxis
