#include "widgets/strip_profile.h"

#include "core/model/words.h"
#include "widgets/curve_plot.h"
#include "widgets/form_parts.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <limits>

namespace neuraxis {

namespace {

constexpr double gap = 6, hoverDot = 3.5;

QString sideTitle(Side side) { return side == Side::Left ? StripProfile::tr("left") : StripProfile::tr("right"); }

} // namespace

StripProfile::StripProfile(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("stripProfile"));
    setMouseTracking(true);
    setAccessibleName(tr("The motor cortex from medial to lateral"));
}

void StripProfile::setProfile(const Profile& profile) {
    if (why.isEmpty() && profile == shown) return;
    shown = profile;
    why.clear();
    pointer.reset();
    measure();
    update();
}

void StripProfile::setSentence(const QString& sentence) {
    shown = {};
    why = sentence;
    pointer.reset();
    update();
}

void StripProfile::setAxisInWords(const QString& words) { axisWords = words; }

void StripProfile::setMark(std::optional<double> place) {
    if (place == mark) return;
    mark = place;
    update();
}

QString StripProfile::controlsInWords() const {
    const int left = shown.bands[0].controls, right = shown.bands[1].controls;
    if (left > 0 && right > 0 && left != right) return tr("controls: %1 left, %2 right").arg(left).arg(right);
    return left > 0 || right > 0 ? tr("%n control(s)", nullptr, std::max(left, right)) : QString();
}

void StripProfile::measure() {
    constexpr double far = std::numeric_limits<double>::infinity();
    double low = far, high = -far;
    const auto include = [&](double value) {
        if (!std::isfinite(value)) return;
        low = std::min(low, value);
        high = std::max(high, value);
    };
    for (std::size_t side = 0; side < 2; ++side) {
        for (const Point& point : shown.sides[side]) include(point.value);
        std::for_each(shown.bands[side].low.begin(), shown.bands[side].low.end(), include);
        std::for_each(shown.bands[side].high.begin(), shown.bands[side].high.end(), include);
    }
    if (!(low <= high)) low = high = 0;
    const double room = high > low ? (high - low) * 0.08 : std::max(0.5, std::abs(low) * 0.05);
    bottom = low - room;
    top = high + room;
}

QColor StripProfile::colourOf(Side side) const {
    // Apart for readers who see no red or green, and neither of them a group's
    return side == Side::Left ? palette().color(QPalette::Highlight) : QColor::fromRgb(0xfff0a030);
}

QRectF StripProfile::area() const {
    const QFontMetricsF metrics(font());
    double widest = metrics.horizontalAdvance(QStringLiteral("0000"));
    const std::vector<double> ticks = niceTicks(bottom, top, 5);
    const double step = ticks.size() > 1 ? ticks[1] - ticks[0] : 0;
    for (const double tick : ticks) widest = std::max(widest, metrics.horizontalAdvance(tickInWords(tick, step)));
    return QRectF(rect()).adjusted(widest + 2 * gap, 2 * metrics.height() + 2 * gap, -2 * gap,
                                   -(metrics.height() + 2 * gap));
}

QPointF StripProfile::place(double along, double value) const {
    const QRectF inside = area();
    return {inside.left() + along * inside.width(),
            inside.bottom() - (value - bottom) / (top - bottom) * inside.height()};
}

StripProfile::Found StripProfile::nearest(const QPointF& at) const {
    Found found;
    double least = std::numeric_limits<double>::infinity();
    for (const Side side : {Side::Left, Side::Right})
        for (const Point& point : shown.sides[static_cast<std::size_t>(side)]) {
            if (!std::isfinite(point.value)) continue;
            const QPointF way = place(point.place, point.value) - at;
            // The place along the strip counts first, then which side is nearer
            const double away = std::abs(way.x()) * 4 + std::abs(way.y());
            if (away >= least) continue;
            least = away;
            found = {side, &point};
        }
    return found;
}

void StripProfile::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (shown.sides[0].empty() && shown.sides[1].empty()) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(QRectF(rect()).adjusted(gap, gap, -gap, -gap), Qt::AlignCenter | Qt::TextWordWrap, why);
        return;
    }
    paintSegments(painter);
    paintAxes(painter);
    for (const Side side : {Side::Right, Side::Left}) paintSide(painter, side);
    paintLegend(painter);
}

void StripProfile::paintSegments(QPainter& painter) const {
    const QRectF inside = area();
    const QFontMetricsF metrics(font());
    for (std::size_t i = 0; i < shown.segments.size(); ++i) {
        const Segment& segment = shown.segments[i];
        const double from = place(segment.from, 0).x(), to = place(segment.to, 0).x();
        const QRectF part(from, inside.top() - metrics.height() - gap / 2, to - from,
                          inside.height() + metrics.height() + gap / 2);
        if (i % 2 == 0) painter.fillRect(part, faded(palette().color(QPalette::Light), 0.45));
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(QRectF(from + 2, part.top(), to - from - 4, metrics.height()), Qt::AlignCenter,
                         metrics.elidedText(segment.title, Qt::ElideRight, to - from - 4));
    }
}

void StripProfile::paintAxes(QPainter& painter) const {
    const QRectF inside = area();
    const QFontMetricsF metrics(font());
    const QColor quiet = palette().color(QPalette::PlaceholderText), rule = palette().color(QPalette::Mid);
    const std::vector<double> ticks = niceTicks(bottom, top, std::max(2, static_cast<int>(inside.height() / 28)));
    const double step = ticks.size() > 1 ? ticks[1] - ticks[0] : 0;
    for (const double tick : ticks) {
        const double y = std::floor(place(0, tick).y()) + 0.5;
        painter.setPen(QPen(faded(rule, 0.6), 1));
        painter.drawLine(QPointF(inside.left(), y), QPointF(inside.right(), y));
        painter.setPen(quiet);
        painter.drawText(QRectF(0, y - metrics.height() / 2, inside.left() - gap, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, tickInWords(tick, step));
    }
    const double y = std::floor(inside.bottom()) + 0.5;
    painter.setPen(QPen(rule, 1));
    painter.drawLine(QPointF(inside.left(), y), QPointF(inside.right(), y));
    const QRectF under(inside.left(), inside.bottom() + gap / 2, inside.width(), metrics.height());
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(under, Qt::AlignLeft | Qt::AlignVCenter, tr("medial"));
    painter.drawText(under, Qt::AlignRight | Qt::AlignVCenter, tr("lateral"));
    const QString title = shown.unit.isEmpty() ? shown.title : QStringLiteral("%1 (%2)").arg(shown.title, shown.unit);
    painter.drawText(QPointF(gap, metrics.ascent() + gap / 2), title);
}

void StripProfile::paintSide(QPainter& painter, Side side) const {
    const auto& points = shown.sides[static_cast<std::size_t>(side)];
    const Band& band = shown.bands[static_cast<std::size_t>(side)];
    const QColor colour = colourOf(side);
    if (!points.empty() && band.low.size() == points.size() && band.high.size() == points.size()) {
        QPolygonF edge;
        for (std::size_t i = 0; i < points.size(); ++i)
            if (std::isfinite(band.high[i]) && std::isfinite(band.low[i])) edge << place(points[i].place, band.high[i]);
        for (std::size_t i = points.size(); i-- > 0;)
            if (std::isfinite(band.high[i]) && std::isfinite(band.low[i])) edge << place(points[i].place, band.low[i]);
        painter.setPen(Qt::NoPen);
        painter.setBrush(faded(colour, 0.16));
        painter.drawPolygon(edge);
    }
    QPainterPath path;
    bool pen = false;
    for (const Point& point : points) {
        if (!std::isfinite(point.value)) {
            pen = false;
            continue;
        }
        const QPointF at = place(point.place, point.value);
        pen ? path.lineTo(at) : path.moveTo(at);
        pen = true;
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 1.8, side == Side::Left ? Qt::SolidLine : Qt::DashLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
}

void StripProfile::paintLegend(QPainter& painter) const {
    const QRectF inside = area();
    const QFontMetricsF metrics(font());
    if (mark) {
        const double x = std::floor(place(std::clamp(*mark, 0.0, 1.0), 0).x()) + 0.5;
        painter.setPen(QPen(faded(palette().color(QPalette::WindowText), 0.6), 1));
        painter.drawLine(QPointF(x, inside.top()), QPointF(x, inside.bottom()));
    }
    const double y = gap / 2 + metrics.height() / 2;
    double x = width() - 2 * gap;
    const Found found = pointer ? nearest(*pointer) : Found{};
    if (found.point) {
        const QPointF at = place(found.point->place, found.point->value);
        painter.setPen(QPen(palette().color(QPalette::WindowText), 1.2));
        painter.setBrush(colourOf(found.side));
        painter.drawEllipse(at, hoverDot, hoverDot);
        painter.drawText(QRectF(0, 0, x, metrics.height() + gap), Qt::AlignRight | Qt::AlignVCenter,
                         tr("%1  ·  %2  ·  %n vertices", nullptr, found.point->vertices)
                             .arg(sideTitle(found.side), valueInWords(found.point->value, shown.unit)));
        return;
    }
    for (const Side side : {Side::Right, Side::Left}) {
        if (shown.sides[static_cast<std::size_t>(side)].empty()) continue;
        const QString words = sideTitle(side);
        x -= metrics.horizontalAdvance(words);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(QPointF(x, y + metrics.ascent() / 2 - 1), words);
        painter.setPen(QPen(colourOf(side), 1.8, side == Side::Left ? Qt::SolidLine : Qt::DashLine));
        painter.drawLine(QPointF(x - 26, y), QPointF(x - 6, y));
        x -= 26 + 2 * gap;
    }
    const QString words = controlsInWords();
    if (words.isEmpty()) return;
    x -= metrics.horizontalAdvance(words);
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(QPointF(x, y + metrics.ascent() / 2 - 1), words);
    painter.fillRect(QRectF(x - 24, y - 5, 18, 10), faded(colourOf(Side::Left), 0.25));
}

void StripProfile::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    const Found found = nearest(event->position());
    if (found.point && found.point->vertex) Q_EMIT chosen(found.side, *found.point->vertex, found.point->place);
}

void StripProfile::mouseMoveEvent(QMouseEvent* event) {
    pointer = event->position();
    const Found found = nearest(*pointer);
    if (found.point && found.point->vertex) Q_EMIT hovered(found.side, *found.point->vertex, found.point->place);
    update();
}

void StripProfile::leaveEvent(QEvent*) {
    pointer.reset();
    Q_EMIT left();
    update();
}

bool StripProfile::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const bool isAxis = !area().contains(help->pos());
        QToolTip::showText(help->globalPos(), isAxis ? axisWords : QString(), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace neuraxis
