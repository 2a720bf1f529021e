#include "core/render/outlined_text.h"

#include <QCache>
#include <QFontMetricsF>
#include <QImage>
#include <cmath>
#include <numbers>

namespace neuraxis::render {

namespace {

struct Key {
    QString text;
    QFont font;
    QRgb colour;
    double scale;
    bool operator==(const Key&) const = default;
};

size_t qHash(const Key& key, size_t seed = 0) {
    return qHashMulti(seed, key.text, key.font.pixelSize(), key.font.weight(), key.colour, key.scale);
}

/// A line of text in device pixels and where its baseline starts in it.
struct Line {
    QImage image;
    QPoint start;
};

Line drawn(const Key& key) {
    QFont font = key.font;
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(font.pixelSize() * key.scale))));
    const QFontMetricsF metrics(font);
    const double rim = std::max(1.0, font.pixelSize() * 0.11);
    const int pad = static_cast<int>(std::ceil(rim)) + 2;
    const QPoint start(pad, pad + static_cast<int>(std::ceil(metrics.ascent())));
    const QSize size(static_cast<int>(std::ceil(metrics.horizontalAdvance(key.text))) + 2 * pad,
                     start.y() + static_cast<int>(std::ceil(metrics.descent())) + pad);
    const auto written = [&](const QColor& colour) {
        QImage image(size, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(start, key.text);
        return image;
    };
    const QColor rimColour = QColor::fromRgba(key.colour).lightnessF() > 0.5 ? Qt::black : Qt::white;
    // The text in the other tone all around itself is a rim, at a fraction of the cost of stroking its outlines.
    const QImage ink = written(rimColour);
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    for (const auto& [distance, opacity] : {std::pair{2 * rim, 0.12}, std::pair{rim, 0.55}})
        for (int direction = 0; direction < 8; ++direction) {
            const double angle = direction * std::numbers::pi / 4;
            painter.setOpacity(opacity);
            painter.drawImage(QPointF(std::round(distance * std::cos(angle)), std::round(distance * std::sin(angle))),
                              ink);
        }
    painter.setOpacity(1);
    painter.drawImage(0, 0, written(QColor::fromRgba(key.colour)));
    return {image, start};
}

} // namespace

QFont markFont(double pixels, bool bold) {
    QFont font;
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(pixels))));
    font.setWeight(bold ? QFont::Bold : QFont::Normal);
    return font;
}

void drawOutlined(QPainter& painter, const QPointF& place, const QString& text, const QFont& font,
                  const QColor& colour) {
    if (text.isEmpty()) return;
    static thread_local QCache<Key, Line> lines(400);
    const QTransform toDevice = painter.deviceTransform();
    const Key key{text, font, colour.rgba(), toDevice.m22()};
    Line* line = lines.object(key);
    if (!line) {
        line = new Line(drawn(key));
        lines.insert(key, line);
    }
    const QPoint corner = toDevice.map(place).toPoint() - line->start;
    painter.save();
    painter.setWorldTransform((painter.worldTransform().inverted() * toDevice).inverted());
    painter.drawImage(corner, line->image);
    painter.restore();
}

} // namespace neuraxis::render
