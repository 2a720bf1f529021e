#include "widgets/curve_plot.h"

#include "widgets/form_parts.h"

#include <QFontMetricsF>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>
#include <limits>

namespace neuraxis {

namespace {

constexpr double gap = 6, tickLength = 4, dot = 2.5;

double stepOf(const std::vector<double>& ticks) { return ticks.size() < 2 ? 0 : ticks[1] - ticks[0]; }

} // namespace

std::vector<double> niceTicks(double low, double high, int most, double least) {
    if (!(high > low) || !std::isfinite(high - low) || most < 1) return {};
    const double power = std::pow(10, std::floor(std::log10((high - low) / most)));
    for (const double factor : {1.0, 2.0, 5.0, 10.0, 20.0, 50.0}) {
        const double step = std::max(power * factor, least);
        const double first = std::ceil(low / step - 1e-9), last = std::floor(high / step + 1e-9);
        if (last - first + 1 > most) continue;
        std::vector<double> ticks;
        for (double i = first; i <= last; ++i) ticks.push_back(i * step);
        return ticks;
    }
    return {};
}

QString tickInWords(double tick, double step) {
    const double size = std::max(std::abs(tick), step);
    if (step > 0 && (step < 1e-4 || size >= 1e7)) return QString::number(tick, 'g', 4);
    const int decimals = step > 0 ? std::clamp(static_cast<int>(-std::floor(std::log10(step) + 1e-9)), 0, 4) : 0;
    return QString::number(tick == 0 ? 0.0 : tick, 'f', decimals);
}

CurvePlot::CurvePlot(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("curve"));
    setMouseTracking(true);
    setAccessibleName(tr("Values at the crosshair over the volumes"));
}

void CurvePlot::setCurve(const Curve& curve, int currentVolume) {
    if (why.isEmpty() && curve == shown && currentVolume == current) return;
    shown = curve;
    current = currentVolume;
    why.clear();
    measure();
    update();
}

void CurvePlot::setSentence(const QString& sentence) {
    if (why == sentence && shown.points.empty()) return;
    shown = {};
    why = sentence;
    update();
}

/// The values at the edges: all points with some room around them.
void CurvePlot::measure() {
    constexpr double far = std::numeric_limits<double>::infinity();
    double low = far, high = -far;
    for (const Curve::Point& point : shown.points) {
        if (!std::isfinite(point.y)) continue;
        low = std::min(low, point.y);
        high = std::max(high, point.y);
    }
    if (!(low <= high)) low = high = 0;
    const double room = high > low ? (high - low) * 0.08 : std::max(0.5, std::abs(low) * 0.05);
    bottom = low - room;
    top = high + room;
    left = shown.points.empty() ? 0 : shown.points.front().x;
    right = shown.points.empty() ? 1 : shown.points.back().x;
    const double aside = right > left ? (right - left) * 0.015 : 0.5;
    left -= aside;
    right += aside;
}

QRectF CurvePlot::area() const {
    const QFontMetricsF metrics(font());
    const std::vector<double> ticks = niceTicks(bottom, top, 5);
    double widest = metrics.horizontalAdvance(QStringLiteral("0000"));
    for (const double tick : ticks)
        widest = std::max(widest, metrics.horizontalAdvance(tickInWords(tick, stepOf(ticks))));
    const double line = metrics.height();
    // The axis' title stands at its end, beside the last tick's number.
    const double title = metrics.horizontalAdvance(shown.xTitle) + metrics.horizontalAdvance(QStringLiteral("000"));
    return QRectF(rect()).adjusted(widest + 2 * gap + tickLength, line + gap, -title - 2 * gap,
                                   -(line + gap + tickLength));
}

QPointF CurvePlot::place(const QPointF& point) const {
    const QRectF inside = area();
    return {inside.left() + (point.x() - left) / (right - left) * inside.width(),
            inside.bottom() - (point.y() - bottom) / (top - bottom) * inside.height()};
}

const Curve::Point* CurvePlot::nearest(const QPointF& pointer) const {
    const Curve::Point* found = nullptr;
    double least = std::numeric_limits<double>::infinity();
    for (const Curve::Point& point : shown.points) {
        const QPointF way = place({point.x, point.y}) - pointer;
        // Along a line it is the place that counts; of a cloud, as directions at one b-value, the very point.
        const double away = isCloud() && std::isfinite(way.y()) ? std::hypot(way.x(), way.y()) : std::abs(way.x());
        if (away < least) {
            least = away;
            found = &point;
        }
    }
    return found;
}

void CurvePlot::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (shown.points.empty()) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(QRectF(rect()).adjusted(gap, gap, -gap, -gap), Qt::AlignCenter | Qt::TextWordWrap, why);
        return;
    }
    paintAxes(painter);
    paintCurve(painter);
    paintHover(painter);
}

void CurvePlot::paintAxes(QPainter& painter) const {
    const QRectF inside = area();
    const QFontMetricsF metrics(font());
    const QColor quiet = palette().color(QPalette::PlaceholderText), rule = palette().color(QPalette::Mid);
    const auto crisp = [&](double place) { return std::floor(place) + 0.5; };
    const std::vector<double> ys = niceTicks(bottom, top, std::max(2, static_cast<int>(inside.height() / 28)));
    for (const double tick : ys) {
        const double y = crisp(place({left, tick}).y());
        painter.setPen(QPen(faded(rule, 0.6), 1));
        painter.drawLine(QPointF(inside.left(), y), QPointF(inside.right(), y));
        painter.setPen(quiet);
        painter.drawText(QRectF(0, y - metrics.height() / 2, inside.left() - gap, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, tickInWords(tick, stepOf(ys)));
    }
    painter.setPen(QPen(rule, 1));
    painter.drawLine(QPointF(inside.left(), crisp(inside.bottom())), QPointF(inside.right(), crisp(inside.bottom())));
    const std::vector<double> xs =
        niceTicks(left, right, std::max(2, static_cast<int>(inside.width() / 64)), shown.wholeX ? 1 : 0);
    const double under = inside.bottom() + tickLength;
    for (const double tick : xs) {
        const double x = crisp(place({tick, bottom}).x());
        painter.setPen(QPen(rule, 1));
        painter.drawLine(QPointF(x, inside.bottom()), QPointF(x, under));
        const QString text = tickInWords(tick, stepOf(xs));
        const double half = metrics.horizontalAdvance(text) / 2;
        painter.setPen(quiet);
        painter.drawText(QRectF(x - half - 1, under, 2 * half + 2, metrics.height()), Qt::AlignCenter, text);
    }
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRectF(inside.right(), under, width() - gap - inside.right(), metrics.height()),
                     Qt::AlignRight | Qt::AlignVCenter, shown.xTitle);
    painter.drawText(QPointF(gap, metrics.ascent() + gap / 2), shown.yTitle);
}

void CurvePlot::paintCurve(QPainter& painter) const {
    const QRectF inside = area();
    const QColor colour = palette().color(QPalette::Highlight);
    for (const Curve::Point& point : shown.points) {
        if (point.volume != current) continue;
        const double x = std::floor(place({point.x, 0}).x()) + 0.5;
        painter.setPen(QPen(faded(palette().color(QPalette::WindowText), 0.55), 1));
        painter.drawLine(QPointF(x, inside.top()), QPointF(x, inside.bottom()));
    }
    QPainterPath path;
    bool pen = false;
    for (const QPointF& point : shown.line) {
        if (!std::isfinite(point.y())) {
            pen = false;
            continue;
        }
        pen ? path.lineTo(place(point)) : path.moveTo(place(point));
        pen = true;
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
    const bool roomy = inside.width() / static_cast<double>(shown.points.size()) >= 9;
    painter.setPen(Qt::NoPen);
    for (const Curve::Point& point : shown.points) {
        if (!std::isfinite(point.y)) continue;
        const bool isCurrent = point.volume == current;
        if (!roomy && !isCloud() && !isCurrent) continue;
        painter.setBrush(isCurrent ? palette().color(QPalette::WindowText) : faded(colour, isCloud() ? 0.6 : 1));
        const double radius = isCurrent ? dot * 1.7 : dot;
        painter.drawEllipse(place({point.x, point.y}), radius, radius);
    }
}

void CurvePlot::paintHover(QPainter& painter) const {
    const Curve::Point* point = pointer ? nearest(*pointer) : nullptr;
    if (!point || !describe) return;
    const QRectF inside = area();
    const QString text = describe(*point);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRectF(inside.left(), 0, width() - gap - inside.left(), inside.top()),
                     Qt::AlignRight | Qt::AlignVCenter, text);
    if (!std::isfinite(point->y)) return;
    painter.setPen(QPen(palette().color(QPalette::WindowText), 1.2));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(place({point->x, point->y}), dot * 2, dot * 2);
}

void CurvePlot::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    pointer = event->position();
    if (const Curve::Point* point = nearest(*pointer)) Q_EMIT chosen(point->volume);
}

void CurvePlot::mouseMoveEvent(QMouseEvent* event) {
    pointer = event->position();
    if (event->buttons() & Qt::LeftButton)
        if (const Curve::Point* point = nearest(*pointer)) Q_EMIT chosen(point->volume);
    update();
}

void CurvePlot::leaveEvent(QEvent*) {
    pointer.reset();
    update();
}

} // namespace neuraxis
