#include "core/render/slice_outlines.h"

#include "core/model/colour_scale.h"
#include "core/render/cortex_colours.h"
#include "core/render/parallel.h"

#include <algorithm>
#include <cmath>

namespace neuraxis::render {

namespace {

/// As readers of FreeSurfer know them: white yellow, pial red.
QColor outlineColour(SurfaceShape shape) {
    return shape == SurfaceShape::White ? QColor(255, 225, 77) : QColor(255, 84, 72);
}

/// Blends straight pieces of a premultiplied picture's own pixels into it, with soft edges. QPainter takes ten times as
/// long for thousands of pieces that are a few pixels long.
class LinePen {
  public:
    LinePen(QImage& image, double width)
        : pixels(reinterpret_cast<QRgb*>(image.bits())), stride(image.bytesPerLine() / 4), columns(image.width()),
          rows(image.height()), half(static_cast<float>(width / 2)) {}

    void draw(const QLineF& line, QRgb colour) const {
        const auto x0 = static_cast<float>(line.x1()), y0 = static_cast<float>(line.y1());
        const float dx = static_cast<float>(line.x2()) - x0, dy = static_cast<float>(line.y2()) - y0;
        const float reach = half + 0.5F, square = dx * dx + dy * dy;
        const float perSquare = square > 0 ? 1 / square : 0;
        const int left = std::max(0, static_cast<int>(std::floor(std::min(x0, x0 + dx) - reach)));
        const int right = std::min(columns - 1, static_cast<int>(std::ceil(std::max(x0, x0 + dx) + reach)));
        const int top = std::max(0, static_cast<int>(std::floor(std::min(y0, y0 + dy) - reach)));
        const int bottom = std::min(rows - 1, static_cast<int>(std::ceil(std::max(y0, y0 + dy) + reach)));
        for (int y = top; y <= bottom; ++y)
            for (int x = left; x <= right; ++x) {
                const float px = static_cast<float>(x) + 0.5F - x0, py = static_cast<float>(y) + 0.5F - y0;
                const float t = std::clamp((px * dx + py * dy) * perSquare, 0.0F, 1.0F);
                const float ex = px - t * dx, ey = py - t * dy;
                const float away = ex * ex + ey * ey;
                if (away >= reach * reach) continue;
                const float share = std::min(1.0F, reach - std::sqrt(away));
                blend(pixels[y * stride + x], colour, static_cast<uint>(share * 256));
            }
    }

  private:
    /// Two parts of a pixel at a time; share is 0 to 256.
    static void blend(QRgb& pixel, QRgb colour, uint share) {
        const uint rest = 256 - share;
        const uint rb = ((colour & 0x00ff00ff) * share + (pixel & 0x00ff00ff) * rest) >> 8;
        const uint ag = ((colour >> 8) & 0x00ff00ff) * share + ((pixel >> 8) & 0x00ff00ff) * rest;
        pixel = (rb & 0x00ff00ff) | (ag & 0xff00ff00);
    }

    QRgb* pixels;
    qsizetype stride;
    int columns, rows;
    float half;
};

} // namespace

std::vector<OutlinePiece> outlineOf(const Hemisphere& hemisphere, SurfaceShape shape, const SliceGeometry& geometry) {
    std::vector<OutlinePiece> pieces;
    const std::vector<SurfacePoint>& points = hemisphere.points(shape);
    if (points.empty()) return pieces;
    const WorldVector& normal = geometry.basis.normal;
    const double level = dot(geometry.middleLps - WorldPoint(), normal);
    // From millimetres to the view: the two rows of a matrix
    const auto along = [&](const WorldVector& axis) {
        return std::pair(axis * (1 / geometry.mmPerPixel),
                         -dot(geometry.middleLps - WorldPoint(), axis) / geometry.mmPerPixel);
    };
    const auto [rightRow, rightShift] = along(geometry.basis.right);
    const auto [downRow, downShift] = along(geometry.basis.down);
    // Which side of the plane a corner lies on, quickly: of ten triangles that are looked at one is cut
    const auto nx = static_cast<float>(normal.x), ny = static_cast<float>(normal.y), nz = static_cast<float>(normal.z),
               nearLevel = static_cast<float>(level);
    const QPointF middle = geometry.view.center();
    const QRectF kept = geometry.view.adjusted(-2, -2, 2, 2);
    hemisphere.chunks.alongPlane(normal, level, [&](std::uint32_t number) {
        const Triangle& t = hemisphere.triangles[number];
        // A corner in the plane counts as above it, so that each cut has two ends.
        std::array<bool, 3> isAbove{};
        for (std::size_t i = 0; i < 3; ++i) {
            const SurfacePoint& p = points[t[i]];
            isAbove[i] = nx * p.x + ny * p.y + nz * p.z >= nearLevel;
        }
        if (isAbove[0] == isAbove[1] && isAbove[1] == isAbove[2]) return;
        std::array<double, 3> above{};
        std::array<WorldVector, 3> corners;
        for (std::size_t i = 0; i < 3; ++i) {
            const SurfacePoint& p = points[t[i]];
            corners[i] = {p.x, p.y, p.z};
            above[i] = dot(corners[i], normal) - level;
        }
        const std::size_t alone = isAbove[0] == isAbove[1] ? 2 : isAbove[0] == isAbove[2] ? 1 : 0;
        std::array<QPointF, 2> ends;
        std::array<double, 3> weight{};
        for (std::size_t e = 0; e < 2; ++e) {
            const std::size_t other = (alone + 1 + e) % 3;
            const double between = above[alone] - above[other];
            const double part = between == 0 ? 0 : std::clamp(above[alone] / between, 0.0, 1.0);
            const WorldVector at = corners[alone] * (1 - part) + corners[other] * part;
            ends[e] = middle + QPointF(dot(at, rightRow) + rightShift, dot(at, downRow) + downShift);
            weight[alone] += 1 - part;
            weight[other] += part;
        }
        if (std::max(ends[0].x(), ends[1].x()) < kept.left() || std::min(ends[0].x(), ends[1].x()) > kept.right() ||
            std::max(ends[0].y(), ends[1].y()) < kept.top() || std::min(ends[0].y(), ends[1].y()) > kept.bottom())
            return;
        const auto nearest = static_cast<std::size_t>(std::max_element(weight.begin(), weight.end()) - weight.begin());
        pieces.push_back({QLineF(ends[0], ends[1]), {hemisphere.side, t[nearest]}});
    });
    return pieces;
}

bool hasOutlines(const ReviewState& state) {
    return std::any_of(state.cortices.begin(), state.cortices.end(),
                       [](const CortexLayer& layer) { return layer.display.visible && layer.display.outlines; });
}

void drawOutlines(QImage& image, const ReviewState& state, const SliceGeometry& geometry, double width) {
    if (image.isNull() || geometry.view.isEmpty()) return;
    // From the view to the picture's pixels
    SliceGeometry onImage = geometry;
    onImage.view = QRectF(image.rect());
    onImage.mmPerPixel = geometry.mmPerPixel * geometry.view.width() / image.width();
    const QRgb none = noDataColour().rgb();
    for (const CortexLayer& layer : state.cortices) {
        if (!layer.display.visible || !layer.display.outlines) continue;
        const bool byMap = layer.display.outlinesByMap && layer.mapDisplay();
        Display opaque = byMap ? *layer.mapDisplay() : Display();
        opaque.opacity = 1;
        const ColourScale scale(opaque);
        const LinePen pen(image, byMap ? 1.6 * width : width);
        // Cut on all cores, drawn one after the other: they lie over each other.
        constexpr SurfaceShape shapes[] = {SurfaceShape::White, SurfaceShape::Pial};
        std::array<std::vector<OutlinePiece>, 4> cuts;
        inParallel(4, [&](int first, int last) {
            for (int i = first; i < last; ++i)
                if (const auto& hemisphere = layer.cortex->sides[static_cast<std::size_t>(i % 2)])
                    cuts[static_cast<std::size_t>(i)] = outlineOf(*hemisphere, shapes[i / 2], onImage);
        });
        for (std::size_t i = 0; i < cuts.size(); ++i) {
            const QRgb plain = outlineColour(shapes[i / 2]).rgb();
            for (const OutlinePiece& piece : cuts[i]) {
                QRgb colour = plain;
                if (byMap) {
                    const bool isCortex = layer.cortex->side(piece.vertex.side)->isCortex(piece.vertex.vertex);
                    colour = isCortex ? scale.at(static_cast<float>(valueAt(*layer.map(), piece.vertex))) : 0;
                    if (qAlpha(colour) == 0) colour = none;
                }
                pen.draw(piece.line, colour);
            }
        }
    }
}

} // namespace neuraxis::render
