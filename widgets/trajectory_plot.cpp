#include "widgets/trajectory_plot.h"

#include "core/model/cohort.h"
#include "widgets/curve_plot.h"
#include "widgets/form_parts.h"
#include "widgets/study_marks.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <limits>

namespace neuraxis {

namespace {

constexpr double gap = 6, tickLength = 4, dot = 4.5, otherDot = 1.5, reach = 14, leastYears = 0.5;
constexpr double leastRange = 0.02; ///< Of values, as a share of them
using LeftOut = Trajectory::LeftOut;

/// All but the farthest of many values, so that a single one does not press the others flat.
std::pair<double, double> mostOf(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    const auto cut = static_cast<std::size_t>(static_cast<double>(values.size()) * 0.02);
    return {values[cut], values[values.size() - 1 - cut]};
}

} // namespace

TrajectoryPlot::TrajectoryPlot(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("trajectoryPlot"));
    setAccessibleName(tr("The measure over time"));
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    rest.setSingleShot(true);
    rest.setInterval(250);
    connect(&rest, &QTimer::timeout, this, [this] {
        if (hovered < 0 || hovered >= static_cast<int>(shown.points.size())) return;
        const QString& visit = shown.points[static_cast<std::size_t>(hovered)].visit;
        if (visit != current) Q_EMIT visitPicked(visit);
    });
}

void TrajectoryPlot::show(Trajectory trajectory) {
    if (trajectory.points != shown.points) hovered = -1;
    shown = std::move(trajectory);
    why.clear();
    const TrajectoryWords words = inWords(shown);
    QStringList told{shown.title, words.told, words.quiet};
    for (const Trajectory::Point& point : shown.points) told += inWords(shown, point).replace(u'\n', u',');
    told.removeAll(QString());
    setAccessibleDescription(told.join(QStringLiteral("; ")));
    measure();
    update();
}

void TrajectoryPlot::setSentence(const QString& sentence) {
    shown = {};
    why = sentence;
    hovered = -1;
    setAccessibleDescription(why);
    update();
}

void TrajectoryPlot::setAxis(Axis axis) {
    wanted = axis;
    measure();
    update();
}

TrajectoryPlot::Axis TrajectoryPlot::axis() const {
    const bool hasAges = std::any_of(shown.points.begin(), shown.points.end(),
                                     [](const auto& point) { return std::isfinite(point.at.ageYears); });
    return hasAges ? wanted : Axis::FirstScan;
}

void TrajectoryPlot::setCurrent(const QString& visitUid) {
    if (visitUid == current) return;
    current = visitUid;
    update();
}

double TrajectoryPlot::xValue(const Trajectory::Spot& spot) const {
    return axis() == Axis::Age ? spot.ageYears : spot.years;
}

bool TrajectoryPlot::isSeen(const std::vector<Trajectory::Spot>& person) const {
    return axis() == Axis::Age || person.size() > 1;
}

/// One of the band's lines. Its years are those at which the participant has that age.
std::vector<Trajectory::Spot> TrajectoryPlot::bandSpots(double Trajectory::Expected::*edge) const {
    const auto aged = std::find_if(shown.points.begin(), shown.points.end(), [](const auto& point) {
        return std::isfinite(point.at.ageYears) && std::isfinite(point.at.years);
    });
    std::vector<Trajectory::Spot> spots;
    if (aged == shown.points.end()) return spots;
    for (const Trajectory::Expected& at : shown.band)
        spots.push_back({at.ageYears - aged->at.ageYears + aged->at.years, at.ageYears, at.*edge});
    return spots;
}

/// What is at the edges: all visits, the band there, and most of the others.
void TrajectoryPlot::measure() {
    constexpr double far = std::numeric_limits<double>::infinity();
    left = bottom = far;
    right = top = -far;
    const auto includeX = [&](double x) {
        if (!std::isfinite(x)) return;
        left = std::min(left, x);
        right = std::max(right, x);
    };
    const auto includeY = [&](double y) {
        if (!std::isfinite(y)) return;
        bottom = std::min(bottom, y);
        top = std::max(top, y);
    };
    for (const Trajectory::Point& point : shown.points) {
        includeX(xValue(point.at));
        includeY(point.at.value);
    }
    if (axis() == Axis::Age)
        for (const Trajectory::Expected& at : shown.band) includeX(at.ageYears);
    if (!(left <= right)) left = right = 0;
    right = std::max(right, left + leastYears);
    const double aside = (right - left) * 0.04;
    left -= aside;
    right += aside;
    for (const auto edge : {&Trajectory::Expected::low, &Trajectory::Expected::high}) {
        const auto line = bandSpots(edge);
        for (const double x : {left, right}) {
            if (line.size() < 2) continue;
            const double from = xValue(line.front()), to = xValue(line.back());
            const double share = std::clamp((x - from) / (to - from), 0.0, 1.0);
            includeY(line.front().value + share * (line.back().value - line.front().value));
        }
    }
    std::vector<double> others;
    for (const Trajectory::Group& group : shown.groups)
        for (const auto& person : group.people)
            for (const Trajectory::Spot& spot : person)
                if (isSeen(person) && xValue(spot) >= left && xValue(spot) <= right) others.push_back(spot.value);
    if (!others.empty()) {
        const auto [low, high] = mostOf(std::move(others));
        includeY(low);
        includeY(high);
    }
    if (!(bottom <= top)) bottom = top = 0;
    // What differs by less than a fiftieth looks like it
    if (const double few = leastRange * std::max(std::abs(bottom), std::abs(top)) - (top - bottom); few > 0) {
        bottom -= few / 2;
        top += few / 2;
    }
    const double room = top > bottom ? (top - bottom) * 0.06 : std::max(0.5, std::abs(bottom) * 0.05);
    bottom -= room;
    top += room;
}

QRectF TrajectoryPlot::area() const {
    const QFontMetricsF metrics(font());
    const std::vector<double> ticks = niceTicks(bottom, top, 6);
    const double step = ticks.size() < 2 ? 0 : ticks[1] - ticks[0];
    double widest = metrics.horizontalAdvance(QStringLiteral("0.00"));
    for (const double tick : ticks) widest = std::max(widest, metrics.horizontalAdvance(tickInWords(tick, step)));
    const double line = metrics.height();
    return QRectF(rect()).adjusted(widest + 3 * gap, 2 * line + 3 * gap, -2 * gap, -(3 * line + 3 * gap + tickLength));
}

QPointF TrajectoryPlot::place(const Trajectory::Spot& spot) const {
    const QRectF inside = area();
    return {inside.left() + (xValue(spot) - left) / (right - left) * inside.width(),
            inside.bottom() - (spot.value - bottom) / (top - bottom) * inside.height()};
}

QColor TrajectoryPlot::bandColour() const { return QColor::fromRgb(findStudyGroup(QStringLiteral("control"))->colour); }

QPen TrajectoryPlot::ageingPen() const {
    QPen dashed(palette().color(QPalette::WindowText), 1.2);
    dashed.setDashPattern({6, 4});
    return dashed;
}

void TrajectoryPlot::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (shown.points.empty()) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(QRectF(rect()).adjusted(gap, gap, -gap, -gap), Qt::AlignCenter | Qt::TextWordWrap,
                         shown.title.isEmpty() ? why : inWords(shown).told);
        return;
    }
    paintWords(painter);
    paintAxes(painter);
    painter.save();
    painter.setClipRect(area());
    paintBand(painter);
    paintGroups(painter);
    paintAgeing(painter);
    painter.restore();
    paintVisits(painter);
    paintLegend(painter);
}

void TrajectoryPlot::paintWords(QPainter& painter) const {
    const QFontMetricsF metrics(font());
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    const double wide = width() - 3 * gap, first = gap, second = gap + metrics.height() + 2;
    painter.setFont(bold);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRectF(gap, first, wide, metrics.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(bold).elidedText(shown.title, Qt::ElideRight, wide));
    painter.setFont(font());
    const TrajectoryWords words = inWords(shown);
    const QString told = metrics.elidedText(words.told, Qt::ElideRight, wide);
    painter.drawText(QRectF(gap, second, wide, metrics.height()), Qt::AlignLeft | Qt::AlignVCenter, told);
    const double from = gap + metrics.horizontalAdvance(told) + 2 * gap, room = wide - from;
    if (words.quiet.isEmpty() || room < metrics.horizontalAdvance(QStringLiteral("00000000"))) return;
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(QRectF(from, second, room, metrics.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(words.quiet, Qt::ElideRight, room));
}

void TrajectoryPlot::paintAxes(QPainter& painter) const {
    const QRectF inside = area();
    const QFontMetricsF metrics(font());
    const QColor quiet = palette().color(QPalette::PlaceholderText), rule = palette().color(QPalette::Mid);
    const auto crisp = [](double place) { return std::floor(place) + 0.5; };
    const auto stepOf = [](const std::vector<double>& ticks) { return ticks.size() < 2 ? 0 : ticks[1] - ticks[0]; };
    const std::vector<double> ys = niceTicks(bottom, top, std::max(2, static_cast<int>(inside.height() / 30)));
    for (const double tick : ys) {
        const double y = crisp(inside.bottom() - (tick - bottom) / (top - bottom) * inside.height());
        painter.setPen(QPen(faded(rule, 0.6), 1));
        painter.drawLine(QPointF(inside.left(), y), QPointF(inside.right(), y));
        painter.setPen(quiet);
        painter.drawText(QRectF(0, y - metrics.height() / 2, inside.left() - gap, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, tickInWords(tick, stepOf(ys)));
    }
    painter.setPen(QPen(rule, 1));
    painter.drawLine(QPointF(inside.left(), crisp(inside.bottom())), QPointF(inside.right(), crisp(inside.bottom())));
    const double under = inside.bottom() + tickLength;
    const QString title = axis() == Axis::Age ? tr("Age (years)") : tr("Years since the first scan");
    const std::vector<double> xs = niceTicks(left, right, std::max(2, static_cast<int>(inside.width() / 64)));
    for (const double tick : xs) {
        const double x = crisp(inside.left() + (tick - left) / (right - left) * inside.width());
        painter.setPen(QPen(rule, 1));
        painter.drawLine(QPointF(x, inside.bottom()), QPointF(x, under));
        const QString text = tickInWords(tick, stepOf(xs));
        const double half = metrics.horizontalAdvance(text) / 2;
        painter.setPen(quiet);
        painter.drawText(QRectF(x - half - 1, under, 2 * half + 2, metrics.height()), Qt::AlignCenter, text);
    }
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRectF(inside.left(), under + metrics.height(), inside.width(), metrics.height()),
                     Qt::AlignHCenter | Qt::AlignVCenter, title);
}

QPainterPath TrajectoryPlot::joined(const std::vector<Trajectory::Spot>& spots) const {
    QPainterPath path;
    for (const Trajectory::Spot& spot : spots) {
        if (!std::isfinite(xValue(spot)) || !std::isfinite(spot.value)) continue;
        path.elementCount() == 0 ? path.moveTo(place(spot)) : path.lineTo(place(spot));
    }
    return path;
}

void TrajectoryPlot::paintGroups(QPainter& painter) const {
    for (const Trajectory::Group& group : shown.groups) {
        const QColor colour = QColor::fromRgb(group.colour);
        for (const auto& person : group.people) {
            if (!isSeen(person)) continue;
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(faded(colour, 0.35), 1));
            if (person.size() > 1) painter.drawPath(joined(person));
            painter.setPen(Qt::NoPen);
            painter.setBrush(faded(colour, 0.5));
            for (const Trajectory::Spot& spot : person)
                if (std::isfinite(xValue(spot)) && std::isfinite(spot.value))
                    painter.drawEllipse(place(spot), otherDot, otherDot);
        }
    }
}

void TrajectoryPlot::paintBand(QPainter& painter) const {
    const auto low = bandSpots(&Trajectory::Expected::low);
    if (low.size() < 2) return;
    QPainterPath band = joined(bandSpots(&Trajectory::Expected::high));
    band.connectPath(joined(low).toReversed());
    band.closeSubpath();
    painter.setPen(Qt::NoPen);
    painter.setBrush(faded(bandColour(), 0.16));
    painter.drawPath(band);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(faded(bandColour(), 0.8), 1.2));
    painter.drawPath(joined(bandSpots(&Trajectory::Expected::value)));
}

/// From the participant's own first visit on.
void TrajectoryPlot::paintAgeing(QPainter& painter) const {
    const auto from = shown.start();
    if (!from || !std::isfinite(shown.ageingPerYear)) return;
    const double years = right - xValue(*from);
    painter.setPen(ageingPen());
    painter.drawLine(place(*from),
                     place({from->years + years, from->ageYears + years, from->value + shown.ageingPerYear * years}));
}

void TrajectoryPlot::paintVisits(QPainter& painter) const {
    const QColor colour = palette().color(QPalette::Highlight);
    std::vector<Trajectory::Spot> used;
    for (const Trajectory::Point& point : shown.points)
        if (point.leftOut == LeftOut::No) used.push_back(point.at);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(joined(used));
    for (std::size_t i = 0; i < shown.points.size(); ++i) {
        const Trajectory::Point& point = shown.points[i];
        const QPointF at = place(point.at);
        if (!std::isfinite(at.x()) || !std::isfinite(at.y())) continue;
        if (point.visit == current || static_cast<int>(i) == hovered) {
            painter.setPen(QPen(faded(palette().color(QPalette::WindowText), point.visit == current ? 0.9 : 0.5), 1.4));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(at, dot + 3.5, dot + 3.5);
        }
        paintMark(painter, point, at);
    }
}

/// Filled where it is in the rate, hollow where it is not; failed with a cross, measured in another way as a square.
void TrajectoryPlot::paintMark(QPainter& painter, const Trajectory::Point& point, const QPointF& at) const {
    const QColor colour = palette().color(QPalette::Highlight), window = palette().color(QPalette::Window);
    const bool isUsed = point.leftOut == LeftOut::No, failed = point.quality == u"failed";
    painter.setPen(QPen(isUsed && !failed ? window : colour, 1.5));
    painter.setBrush(isUsed && !failed ? colour : window);
    if (point.leftOut == LeftOut::OtherKind)
        painter.drawRect(QRectF(at.x() - dot, at.y() - dot, 2 * dot, 2 * dot));
    else
        painter.drawEllipse(at, dot, dot);
    if (failed) {
        painter.drawLine(at + QPointF(-2, -2), at + QPointF(2, 2));
        painter.drawLine(at + QPointF(-2, 2), at + QPointF(2, -2));
    }
    if (point.quality == u"doubtful") paintQuality(painter, at + QPointF(8, -8), 4.5, point.quality);
}

/// What the signs are, from the left, as far as there is room.
void TrajectoryPlot::paintLegend(QPainter& painter) const {
    const QFontMetricsF metrics(font());
    const double y = height() - gap - metrics.height() / 2, sign = 20;
    double x = area().left();
    const auto entry = [&](const QString& words, double signWide, const auto& paint) {
        const double wide = signWide + gap + metrics.horizontalAdvance(words);
        if (words.isEmpty() || x + wide > width() - gap) return;
        paint(x);
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(QPointF(x + signWide + gap, y + metrics.ascent() / 2 - 1), words);
        x += wide + 3 * gap;
    };
    entry(shown.bandWords, shown.band.empty() ? 0 : sign, [&](double from) {
        if (shown.band.empty()) return;
        painter.fillRect(QRectF(from, y - 5, sign, 10), faded(bandColour(), 0.22));
        painter.setPen(QPen(faded(bandColour(), 0.8), 1.2));
        painter.drawLine(QPointF(from, y), QPointF(from + sign, y));
    });
    if (std::isfinite(shown.ageingPerYear))
        entry(tr("normal ageing"), sign, [&](double from) {
            painter.setPen(ageingPen());
            painter.drawLine(QPointF(from, y), QPointF(from + sign, y));
        });
    for (const Trajectory::Group& group : shown.groups) {
        if (std::none_of(group.people.begin(), group.people.end(), [&](const auto& one) { return isSeen(one); }))
            continue;
        entry(group.title, 6, [&](double from) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(faded(QColor::fromRgb(group.colour), 0.8));
            painter.drawEllipse(QPointF(from + 3, y), 3, 3);
        });
    }
}

int TrajectoryPlot::pointAt(const QPointF& where) const {
    int found = -1;
    double least = reach;
    for (std::size_t i = 0; i < shown.points.size(); ++i) {
        const QPointF way = place(shown.points[i].at) - where;
        const double away = std::hypot(way.x(), way.y());
        if (!(away < least)) continue;
        least = away;
        found = static_cast<int>(i);
    }
    return found;
}

QString TrajectoryPlot::wordsAt(const QPointF& where) const {
    const int point = pointAt(where);
    if (point >= 0) return inWords(shown, shown.points[static_cast<std::size_t>(point)]);
    if (shown.points.empty() || area().contains(where)) return {};
    // Beside the plot: what may have had no room in the words around it
    const TrajectoryWords words = inWords(shown);
    QStringList lines{shown.title, words.told, words.quiet, shown.bandWords, shown.ageingWords};
    lines.removeAll(QString());
    return lines.join(u'\n');
}

void TrajectoryPlot::mousePressEvent(QMouseEvent* event) {
    const int point = pointAt(event->position());
    if (event->button() == Qt::LeftButton && point >= 0)
        Q_EMIT visitPicked(shown.points[static_cast<std::size_t>(point)].visit);
}

void TrajectoryPlot::mouseMoveEvent(QMouseEvent* event) {
    const int point = pointAt(event->position());
    if (point == hovered) return;
    hovered = point;
    setCursor(point >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    point >= 0 ? rest.start() : rest.stop();
    update();
}

void TrajectoryPlot::leaveEvent(QEvent*) {
    rest.stop();
    hovered = -1;
    update();
}

void TrajectoryPlot::keyPressEvent(QKeyEvent* event) {
    const auto last = static_cast<int>(shown.points.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left: hovered = std::max(0, hovered - 1); break;
    case Qt::Key_Right: hovered = hovered + 1; break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (hovered >= 0) Q_EMIT visitPicked(shown.points[static_cast<std::size_t>(hovered)].visit);
        return;
    default: return QWidget::keyPressEvent(event);
    }
    hovered = std::min(hovered, last);
    update();
}

bool TrajectoryPlot::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), wordsAt(help->pos()), this);
        return true;
    }
    return QWidget::event(event);
}

void TrajectoryPlot::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) update();
}

} // namespace neuraxis
