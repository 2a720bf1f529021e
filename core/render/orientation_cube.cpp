#include "core/render/orientation_cube.h"

#include "core/model/orientation.h"
#include "core/render/corner_text.h"
#include "core/render/outlined_text.h"
#include "core/render/volume_camera.h"

#include <QFontMetricsF>
#include <QPainterPath>

namespace neuraxis::render {

namespace {

/// A side of the cube: where it lies, and what is to the right and upwards on it for one who stands before it.
struct Side {
    WorldVector outwards, right, up;
    Plane colour;
};

constexpr Side sides[] = {
    {{0, -1, 0}, {1, 0, 0}, {0, 0, 1}, Plane::Coronal},   // anterior: the patient's left is at the right hand
    {{0, 1, 0}, {-1, 0, 0}, {0, 0, 1}, Plane::Coronal},   // posterior
    {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, Plane::Sagittal},   // left
    {{-1, 0, 0}, {0, -1, 0}, {0, 0, 1}, Plane::Sagittal}, // right
    {{0, 0, 1}, {1, 0, 0}, {0, 1, 0}, Plane::Axial},      // superior, its upper edge to the back
    {{0, 0, -1}, {1, 0, 0}, {0, -1, 0}, Plane::Axial},    // inferior
};

} // namespace

void paintOrientationCube(QPainter& painter, const NavigationState& navigation, const QRectF& view,
                          const Decor& decor) {
    const MarkSizes sizes(view, decor);
    const double half = sizes.letter * 1.05, room = half * 1.75;
    if (view.width() < 6 * room || view.height() < 6 * room) return;
    const VolumeCamera camera(navigation, {}, 1, view.size());
    const QPointF middle = view.bottomRight() - QPointF(room + sizes.margin, room + sizes.margin);
    const auto onScreen = [&](const WorldVector& v) {
        return QPointF(dot(v, camera.right), -dot(v, camera.up)) * half;
    };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Side& side : sides) {
        const double facing = -dot(side.outwards, camera.forward);
        if (facing <= 0.02) continue;
        const QPointF centre = middle + onScreen(side.outwards), right = onScreen(side.right), up = onScreen(side.up);
        const QPolygonF face({centre - right - up, centre + right - up, centre + right + up, centre - right + up});
        QColor colour = planeColour(side.colour);
        colour = QColor::fromHsvF(colour.hueF(), colour.saturationF() * 0.55F, static_cast<float>(0.35 + 0.4 * facing));
        painter.setPen(QPen(QColor(10, 12, 16), decor.textScale));
        painter.setBrush(colour);
        painter.drawPolygon(face);
        if (!decor.text || facing < 0.2) continue;
        const QFont font = markFont(sizes.letter * 1.3, true);
        const QFontMetricsF metrics(font);
        const QString letter = directionLetters(side.outwards);
        QPainterPath path;
        path.addText(-metrics.horizontalAdvance(letter) / 2, metrics.capHeight() / 2, font, letter);
        const QPointF x = right / half, y = -up / half;
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(12, 14, 18));
        painter.drawPath(QTransform(x.x(), x.y(), y.x(), y.y(), centre.x(), centre.y()).map(path));
    }
    painter.restore();
}

} // namespace neuraxis::render
