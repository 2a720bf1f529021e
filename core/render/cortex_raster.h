#pragma once

#include "core/render/cortex_camera.h"

#include <QSize>
#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace neuraxis::render {

/// What of a form is seen in each pixel of a view, and how brightly it is lit. Colours come later, so that another map
/// or window costs no second look at half a million triangles. Immutable.
class CortexRaster {
  public:
    /// The triangle in a pixel; `share` says how much of the pixel it covers.
    struct Sample {
        std::array<std::uint32_t, 3> vertices; ///< Of the side
        float second, third;                   ///< Weights of the second and the third vertex
        std::uint8_t share = 0;                ///< 255: the whole pixel; 0: nothing is there
        std::uint8_t light = 0;                ///< 255: lit from straight above
        std::uint8_t side = 0;                 ///< A Side
        /// The vertex that is nearest.
        [[nodiscard]] std::uint32_t nearest() const {
            const float first = 1 - second - third;
            return first >= second && first >= third ? vertices[0] : second >= third ? vertices[1] : vertices[2];
        }
    };

    /// `samples` by `samples` places are looked at in each pixel. Null once `abort` was set meanwhile.
    static std::shared_ptr<const CortexRaster> make(std::shared_ptr<const CortexForm> form, const CortexEye& eye,
                                                    const CortexCamera& camera, const QSize& pixels, int samples,
                                                    const std::atomic_bool* abort = nullptr);

    [[nodiscard]] const QSize& size() const { return pixels; }
    [[nodiscard]] const Sample* row(int y) const {
        return seen.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(pixels.width());
    }
    /// The vertex seen at a place, in parts of the view's width and height; nothing beside the surface.
    [[nodiscard]] std::optional<VertexRef> vertexAt(const QPointF& part) const;
    /// Where a vertex is seen, in parts of the view; nothing where it is behind something or not in view.
    [[nodiscard]] std::optional<QPointF> placeOf(const VertexRef& ref) const;
    [[nodiscard]] const CortexCamera& camera() const { return eyeCamera; }

  private:
    CortexRaster(std::shared_ptr<const CortexForm> form, const CortexEye& eye, const CortexCamera& camera,
                 const QSize& pixels);
    bool draw(int samples, const std::atomic_bool* abort);

    std::shared_ptr<const CortexForm> form;
    CortexEye eye;
    CortexCamera eyeCamera;
    QSize pixels;
    std::vector<Sample> seen;
};

} // namespace neuraxis::render
