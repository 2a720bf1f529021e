#include "core/render/slice_outlines.h"

#include "core/model/colour_scale.h"
#include "core/render/cortex_colours.h"

#include <algorithm>
#include <map>

namespace neuraxis::render {

namespace {

/// As readers of FreeSurfer know them: white yellow, pial red.
QColor outlineColour(SurfaceShape shape) {
    return shape == SurfaceShape::White ? QColor(255, 225, 77) : QColor(255, 84, 72);
}

void drawPlainly(QPainter& painter, const std::vector<OutlinePiece>& pieces, const QColor& colour, double width) {
    std::vector<QLineF> lines;
    lines.reserve(pieces.size());
    for (const OutlinePiece& piece : pieces) lines.push_back(piece.line);
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap));
    painter.drawLines(lines.data(), static_cast<int>(lines.size()));
}

/// Pieces of one colour are drawn together.
void drawByMap(QPainter& painter, const std::vector<OutlinePiece>& pieces, const CortexMap& map, const Display& display,
               double width) {
    Display opaque = display;
    opaque.opacity = 1;
    const ColourScale scale(opaque);
    std::map<QRgb, std::vector<QLineF>> byColour;
    for (const OutlinePiece& piece : pieces) {
        const QRgb colour = scale.at(static_cast<float>(valueAt(map, piece.vertex)));
        byColour[qAlpha(colour) ? colour : noDataColour().rgb()].push_back(piece.line);
    }
    for (const auto& [colour, lines] : byColour) {
        painter.setPen(QPen(QColor(colour), width, Qt::SolidLine, Qt::RoundCap));
        painter.drawLines(lines.data(), static_cast<int>(lines.size()));
    }
}

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
    const QPointF middle = geometry.view.center();
    const QRectF kept = geometry.view.adjusted(-2, -2, 2, 2);
    hemisphere.chunks.alongPlane(normal, level, [&](std::uint32_t number) {
        const Triangle& t = hemisphere.triangles[number];
        std::array<double, 3> above{};
        std::array<WorldVector, 3> corners;
        for (std::size_t i = 0; i < 3; ++i) {
            const SurfacePoint& p = points[t[i]];
            corners[i] = {p.x, p.y, p.z};
            above[i] = dot(corners[i], normal) - level;
        }
        // A corner in the plane counts as above it, so that each cut has two ends.
        const auto isAbove = [&](std::size_t i) { return above[i] >= 0; };
        if (isAbove(0) == isAbove(1) && isAbove(1) == isAbove(2)) return;
        const std::size_t alone = isAbove(0) == isAbove(1) ? 2 : isAbove(0) == isAbove(2) ? 1 : 0;
        std::array<QPointF, 2> ends;
        std::array<double, 3> weight{};
        for (std::size_t e = 0; e < 2; ++e) {
            const std::size_t other = (alone + 1 + e) % 3;
            const double part = above[alone] / (above[alone] - above[other]);
            const WorldVector at = corners[alone] * (1 - part) + corners[other] * part;
            ends[e] = middle + QPointF(dot(at, rightRow) + rightShift, dot(at, downRow) + downShift);
            weight[alone] += 1 - part;
            weight[other] += part;
        }
        if (!kept.contains(ends[0]) && !kept.contains(ends[1])) return;
        const auto nearest = static_cast<std::size_t>(std::max_element(weight.begin(), weight.end()) - weight.begin());
        pieces.push_back({QLineF(ends[0], ends[1]), {hemisphere.side, t[nearest]}});
    });
    return pieces;
}

void paintOutlines(QPainter& painter, const ReviewState& state, const SliceGeometry& geometry, double scale) {
    for (const CortexLayer& layer : state.cortices) {
        if (!layer.display.visible || !layer.display.outlines) continue;
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        const bool byMap = layer.display.outlinesByMap && layer.mapDisplay();
        for (const auto& hemisphere : layer.cortex->sides) {
            if (!hemisphere) continue;
            for (const SurfaceShape shape : {SurfaceShape::White, SurfaceShape::Pial}) {
                const std::vector<OutlinePiece> pieces = outlineOf(*hemisphere, shape, geometry);
                if (byMap)
                    drawByMap(painter, pieces, *layer.map(), *layer.mapDisplay(), 1.8 * scale);
                else
                    drawPlainly(painter, pieces, outlineColour(shape), 1.1 * scale);
            }
        }
        painter.restore();
    }
}

} // namespace neuraxis::render
