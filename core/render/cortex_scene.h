#pragma once

#include "core/model/review_state.h"
#include "core/render/cortex_raster.h"

#include <QImage>
#include <vector>

namespace neuraxis::render {

/// A surface view as it was drawn, and what can be asked of it.
struct CortexPicture {
    CortexEye eye;
    std::array<std::shared_ptr<const Hemisphere>, 2> sides; ///< Whose it is; null both without a cortex
    QImage image;                                           ///< Premultiplied; null where there is nothing to see
    std::shared_ptr<const CortexRaster> raster;             ///< Null then too
};

/// Draws the surface views of a review's shown cortex on the processor. Keeps the form and what is seen of it between
/// pictures, so that another map or window only needs its colours. Used from one thread at a time.
class CortexScene {
  public:
    enum class Quality { Draft, Fine };
    /// One picture for each view, whose sizes are device pixels. Empty once `abort` was set meanwhile.
    /// `borderPixels` as cortexImage() has it.
    std::vector<CortexPicture> render(const ReviewState& state, const NavigationState& navigation,
                                      const std::vector<CortexViewport>& views, Quality quality, int borderPixels = 1,
                                      const std::atomic_bool* abort = nullptr);
    /// Whether what was drawn last is as fine as it gets.
    [[nodiscard]] bool isFine() const;

  private:
    /// What a raster depends on.
    struct Look {
        CortexEye eye;
        QSizeF size;
        double mmPerPixel;
        WorldVector forward, up;
        WorldPoint centre;
        int samples;
        bool operator==(const Look&) const = default;
    };
    struct Seen {
        Look look;
        std::shared_ptr<const CortexRaster> raster;
    };
    std::array<std::shared_ptr<const Hemisphere>, 2> sides; ///< Whose form it is: another map is no other form
    double shape = -1;
    std::shared_ptr<const CortexForm> form;
    std::vector<Seen> seen;
};

} // namespace neuraxis::render
