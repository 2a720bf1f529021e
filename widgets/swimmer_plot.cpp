#include "widgets/swimmer_plot.h"

#include "core/model/staging.h"
#include "widgets/curve_plot.h"
#include "widgets/form_parts.h"
#include "widgets/study_marks.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace neuraxis {

namespace {

// A lane holds a plate that gives way upwards: nothing is drawn over the one above, or over the axis.
constexpr int laneHeight = 32, gutter = 176, axisHeight = 34, endRoom = 34, leftRoom = 14, nameLeft = 34;
constexpr double dot = 4.5, plateSize = 14;
static_assert(laneHeight / 2.0 >= plateSize + 1.5);

double yearOf(const QDate& date) { return date.year() + (date.dayOfYear() - 0.5) / date.daysInYear(); }

} // namespace

SwimmerPlot::SwimmerPlot(QWidget* parent) : QAbstractScrollArea(parent) {
    setObjectName(QStringLiteral("swimmerPlot"));
    setAccessibleName(tr("Participants on a time line"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    viewport()->setMouseTracking(true);
    verticalScrollBar()->setSingleStep(laneHeight);
}

void SwimmerPlot::show(std::shared_ptr<const CohortIndex> newIndex, std::vector<int> rows) {
    QScrollBar* bar = verticalScrollBar();
    const int above = bar->value() / laneHeight, beyond = bar->value() % laneHeight;
    const QString top =
        bar->value() > 0 && above < static_cast<int>(lanes.size()) ? row(above).participant->uid : QString();
    const bool isAnother = index && newIndex != index;
    index = std::move(newIndex);
    lanes = std::move(rows);
    hovered = -1;
    current = laneOf(currentUid);
    measure();
    fitScrollBars();
    if (const int lane = laneOf(top); isAnother && lane >= 0) bar->setValue(lane * laneHeight + beyond);
    if (!isAnother && current < 0) bar->setValue(0);
    if (!isAnother) bringIntoSight(current);
    viewport()->update();
}

void SwimmerPlot::setAxis(Axis axis) {
    along = axis;
    zoom = 1;
    measure();
    fitScrollBars();
    viewport()->update();
}

const CohortIndex::Row& SwimmerPlot::row(int lane) const { return index->row(lanes[static_cast<std::size_t>(lane)]); }

std::optional<double> SwimmerPlot::value(const CohortIndex::Row& row, const QDate& date) const {
    if (!date.isValid()) return std::nullopt;
    if (along == Axis::Calendar) return yearOf(date);
    const QDate from = along == Axis::Onset ? row.participant->onset
                       : row.visits.empty() ? QDate()
                                            : row.visits.front().visit->date;
    if (!from.isValid()) return std::nullopt;
    return monthsBetween(from, date);
}

void SwimmerPlot::measure() {
    low = along == Axis::Calendar ? 1e9 : 0;
    high = -1e9;
    for (int lane = 0; lane < static_cast<int>(lanes.size()); ++lane)
        for (const QDate& date : {row(lane).from, row(lane).to})
            if (const auto at = value(row(lane), date)) {
                low = std::min(low, *at);
                high = std::max(high, *at);
            }
    if (!(high > low)) {
        if (high < low) low = along == Axis::Calendar ? 2020 : 0;
        high = low + (along == Axis::Calendar ? 1 : 12);
    }
}

QRectF SwimmerPlot::area() const {
    return QRectF(viewport()->rect()).adjusted(gutter + leftRoom, axisHeight, -endRoom, 0);
}

double SwimmerPlot::xOf(double value) const {
    const QRectF inside = area();
    return inside.left() - horizontalScrollBar()->value() + (value - low) / (high - low) * inside.width() * zoom;
}

double SwimmerPlot::laneY(int lane) const {
    return axisHeight + (lane + 0.5) * laneHeight - verticalScrollBar()->value();
}

int SwimmerPlot::laneAt(int y) const {
    if (y < axisHeight) return -1;
    const int lane = (y - axisHeight + verticalScrollBar()->value()) / laneHeight;
    return lane < static_cast<int>(lanes.size()) ? lane : -1;
}

std::optional<QPointF> SwimmerPlot::place(int lane, const QDate& date) const {
    const auto at = value(row(lane), date);
    if (!at) return std::nullopt;
    return QPointF(xOf(*at), laneY(lane));
}

void SwimmerPlot::fitScrollBars() {
    const int room = viewport()->height() - axisHeight;
    verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(lanes.size()) * laneHeight + 6 - room));
    verticalScrollBar()->setPageStep(std::max(laneHeight, room));
    const double width = area().width();
    horizontalScrollBar()->setRange(0, std::max(0, static_cast<int>(width * (zoom - 1))));
    horizontalScrollBar()->setPageStep(std::max(1, static_cast<int>(width)));
    horizontalScrollBar()->setSingleStep(40);
}

void SwimmerPlot::zoomBy(double factor, double x) {
    const QRectF inside = area();
    const double under = (x - inside.left() + horizontalScrollBar()->value()) / (inside.width() * zoom);
    zoom = std::clamp(zoom * factor, 1.0, 40.0);
    fitScrollBars();
    horizontalScrollBar()->setValue(static_cast<int>(under * inside.width() * zoom - (x - inside.left())));
    viewport()->update();
}

int SwimmerPlot::laneOf(const QString& participantUid) const {
    const int number = index ? index->rowOf(participantUid) : -1;
    const auto at = number < 0 ? lanes.end() : std::find(lanes.begin(), lanes.end(), number);
    return at == lanes.end() ? -1 : static_cast<int>(at - lanes.begin());
}

void SwimmerPlot::setCurrent(const QString& participantUid) {
    currentUid = participantUid;
    current = laneOf(currentUid);
    bringIntoSight(current);
    setAccessibleDescription(current < 0 ? QString() : row(current).participant->name);
    viewport()->update();
}

void SwimmerPlot::bringIntoSight(int lane) {
    if (lane < 0) return;
    const int top = lane * laneHeight, room = viewport()->height() - axisHeight;
    QScrollBar* bar = verticalScrollBar();
    if (top < bar->value()) bar->setValue(top);
    if (top + laneHeight > bar->value() + room) bar->setValue(top + laneHeight - room);
}

void SwimmerPlot::choose(int lane) {
    if (lanes.empty()) return;
    lane = std::clamp(lane, 0, static_cast<int>(lanes.size()) - 1);
    const QString uid = row(lane).participant->uid;
    setCurrent(uid);
    Q_EMIT chosen(uid);
}

void SwimmerPlot::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(viewport()->rect(), palette().color(QPalette::Window));
    if (!index || lanes.empty()) return;
    paintAxis(painter);
    const int first = verticalScrollBar()->value() / laneHeight;
    const int count = viewport()->height() / laneHeight + 2;
    painter.setClipRect(0, axisHeight, viewport()->width(), viewport()->height() - axisHeight);
    for (int lane = first; lane < std::min(first + count, static_cast<int>(lanes.size())); ++lane)
        paintLane(painter, lane);
}

void SwimmerPlot::paintAxis(QPainter& painter) const {
    const QRectF inside = area();
    const QFontMetricsF metrics(font());
    const double perValue = inside.width() * zoom / (high - low);
    const double from = low + horizontalScrollBar()->value() / perValue, to = from + inside.width() / perValue;
    const std::vector<double> ticks =
        niceTicks(from, to, std::max(2, static_cast<int>(inside.width() / 80)), along == Axis::Calendar ? 1 : 0);
    const double step = ticks.size() > 1 ? ticks[1] - ticks[0] : 1;
    for (const double tick : ticks) {
        const double x = std::floor(xOf(tick)) + 0.5;
        painter.setPen(QPen(faded(palette().color(QPalette::Mid), 0.6), 1));
        painter.drawLine(QPointF(x, axisHeight), QPointF(x, viewport()->height()));
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(QRectF(x - 40, 8, 80, metrics.height()), Qt::AlignCenter, tickInWords(tick, step));
    }
    painter.setPen(QPen(palette().color(QPalette::Mid), 1));
    painter.drawLine(QPointF(0, axisHeight - 0.5), QPointF(viewport()->width(), axisHeight - 0.5));
    painter.setPen(palette().color(QPalette::WindowText));
    const QString title = along == Axis::Onset      ? tr("Months since onset")
                          : along == Axis::Calendar ? tr("Year")
                                                    : tr("Months since first scan");
    painter.drawText(QRectF(16, 8, gutter - 16, metrics.height()), Qt::AlignLeft | Qt::AlignVCenter, title);
}

void SwimmerPlot::paintLane(QPainter& painter, int lane) const {
    const CohortIndex::Row& one = row(lane);
    const double y = laneY(lane);
    const QRectF whole(0, y - laneHeight / 2.0, viewport()->width(), laneHeight);
    if (lane == current || lane == hovered)
        painter.fillRect(whole, faded(palette().color(QPalette::Light), lane == current ? 1 : 0.6));
    if (lane == current)
        painter.fillRect(QRectF(0, whole.top(), hasFocus() ? 5 : 3, laneHeight), palette().color(QPalette::Highlight));
    const QColor colour = QColor::fromRgb(index->groupOf(one).colour);
    paintGroupDot(painter, {20.5, y}, colour.rgb());
    painter.setPen(palette().color(QPalette::WindowText));
    const int room = gutter - nameLeft - 6;
    painter.drawText(QRectF(nameLeft, whole.top(), room, laneHeight), Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(one.participant->name, Qt::ElideRight, room));

    painter.save();
    painter.setClipRect(QRectF(gutter, axisHeight, viewport()->width() - gutter, viewport()->height() - axisHeight),
                        Qt::IntersectClip);
    std::vector<std::pair<double, const CohortIndex::VisitRow*>> scans;
    for (const CohortIndex::VisitRow& visit : one.visits)
        if (const auto at = value(one, visit.visit->date)) scans.emplace_back(xOf(*at), &visit);
    if (scans.empty()) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        const QString why = one.visits.empty()                                          ? tr("no visits")
                            : along == Axis::Onset && !one.participant->onset.isValid() ? tr("no date of onset")
                                                                                        : tr("no dates");
        painter.drawText(QRectF(gutter + leftRoom, whole.top(), 400, laneHeight), Qt::AlignVCenter, why);
    } else {
        painter.setPen(QPen(faded(colour, 0.55), 3, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(scans.front().first, y), QPointF(scans.back().first, y));
        paintEnd(painter, one, scans.front().first, scans.back().first, y);
    }
    for (const StudyEvent& event : one.events) {
        const auto at = value(one, event.date);
        if (!at) continue;
        // Beside a scan the letter gives way upwards, never in time.
        const bool overScan = std::any_of(scans.begin(), scans.end(), [&](const auto& scan) {
            return std::abs(scan.first - xOf(*at)) < plateSize / 2 + dot;
        });
        const double middle = overScan ? y - plateSize / 2 - 1 : y;
        const QRectF plate(xOf(*at) - plateSize / 2, middle - plateSize / 2, plateSize, plateSize);
        paintStudyEvent(painter, plate, event.kind, palette());
    }
    for (const auto& [x, visit] : scans) {
        const bool failed = visit->visit->quality == u"failed";
        painter.setPen(QPen(failed ? colour : palette().color(QPalette::Window), 1.4));
        painter.setBrush(failed ? palette().color(QPalette::Window) : colour);
        painter.drawEllipse(QPointF(x, y), dot, dot);
        if (failed) {
            painter.drawLine(QPointF(x - 2, y - 2), QPointF(x + 2, y + 2));
            painter.drawLine(QPointF(x - 2, y + 2), QPointF(x + 2, y - 2));
        }
    }
    painter.restore();
}

void SwimmerPlot::paintEnd(QPainter& painter, const CohortIndex::Row& one, double from, double to, double y) const {
    const QColor quiet = palette().color(QPalette::PlaceholderText);
    double first = from, x = to;
    for (const StudyEvent& event : one.events)
        if (const auto at = value(one, event.date)) {
            first = std::min(first, xOf(*at));
            x = std::max(x, xOf(*at));
        }
    QPen dashed(quiet, 1.2);
    dashed.setDashPattern({2, 3});
    painter.setPen(dashed);
    if (first < from) painter.drawLine(QPointF(first, y), QPointF(from - dot, y));
    if (x > to) painter.drawLine(QPointF(to + dot, y), QPointF(x, y));
    x += x > to ? plateSize / 2 : dot;
    painter.setPen(QPen(quiet, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (one.end == FollowUp::Ongoing) {
        painter.drawLine(QPointF(x + 1, y), QPointF(x + 16, y));
        painter.drawLine(QPointF(x + 11, y - 4), QPointF(x + 16, y));
        painter.drawLine(QPointF(x + 11, y + 4), QPointF(x + 16, y));
    } else if (one.end == FollowUp::Stopped) {
        painter.drawLine(QPointF(x + 1, y), QPointF(x + 8, y));
        painter.drawLine(QPointF(x + 8, y - 5), QPointF(x + 8, y + 5));
    }
}

QString SwimmerPlot::wordsAt(const QPoint& at) const {
    const int lane = index ? laneAt(at.y()) : -1;
    if (lane < 0) return {};
    const CohortIndex::Row& one = row(lane);
    QStringList lines{QStringLiteral("%1  ·  %2").arg(one.participant->name, index->groupOf(one).title)};
    QString nearest;
    double least = 10;
    const auto consider = [&](const QDate& date, const QString& words) {
        const auto where = place(lane, date);
        if (!where || std::abs(where->x() - at.x()) > least) return;
        least = std::abs(where->x() - at.x());
        nearest = words;
    };
    if (at.x() >= gutter) {
        for (const CohortIndex::VisitRow& visit : one.visits) consider(visit.visit->date, visitInWords(visit));
        for (const StudyEvent& event : one.events)
            consider(event.date, QStringLiteral("%1  ·  %2").arg(event.kind, event.date.toString(Qt::ISODate)));
    }
    if (!nearest.isEmpty()) return (lines << nearest).join(u'\n');
    lines += tr("%n visit(s)", nullptr, static_cast<int>(one.visits.size()));
    lines += followUpInWords(one.end);
    return lines.join(u'\n');
}

bool SwimmerPlot::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), wordsAt(help->pos()), viewport());
        return true;
    }
    if (event->type() == QEvent::Leave && hovered >= 0) {
        hovered = -1;
        viewport()->update();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void SwimmerPlot::resizeEvent(QResizeEvent* event) {
    const int top = current * laneHeight, seenFrom = verticalScrollBar()->value();
    const bool wasSeen = top >= seenFrom && top + laneHeight <= seenFrom + event->oldSize().height() - axisHeight;
    fitScrollBars();
    if (wasSeen) bringIntoSight(current);
}

void SwimmerPlot::focusInEvent(QFocusEvent*) { viewport()->update(); }
void SwimmerPlot::focusOutEvent(QFocusEvent*) { viewport()->update(); }
void SwimmerPlot::changeEvent(QEvent* event) {
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) viewport()->update();
}

void SwimmerPlot::mousePressEvent(QMouseEvent* event) {
    const int lane = laneAt(event->position().toPoint().y());
    if (event->button() == Qt::LeftButton && lane >= 0) choose(lane);
}

void SwimmerPlot::mouseDoubleClickEvent(QMouseEvent* event) {
    const int lane = laneAt(event->position().toPoint().y());
    if (event->button() == Qt::LeftButton && lane >= 0) Q_EMIT opened(row(lane).participant->uid);
}

void SwimmerPlot::mouseMoveEvent(QMouseEvent* event) {
    const int lane = laneAt(event->position().toPoint().y());
    if (lane == hovered) return;
    hovered = lane;
    viewport()->update();
}

void SwimmerPlot::wheelEvent(QWheelEvent* event) {
    if (event->modifiers() & Qt::ControlModifier)
        zoomBy(std::pow(1.2, event->angleDelta().y() / 120.0), event->position().x());
    else
        QAbstractScrollArea::wheelEvent(event);
}

void SwimmerPlot::keyPressEvent(QKeyEvent* event) {
    const int page = std::max(1, (viewport()->height() - axisHeight) / laneHeight - 1);
    const auto last = static_cast<int>(lanes.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Up: return choose(current - 1);
    case Qt::Key_Down: return choose(current + 1);
    case Qt::Key_PageUp: return choose(current - page);
    case Qt::Key_PageDown: return choose(current + page);
    case Qt::Key_Home: return choose(0);
    case Qt::Key_End: return choose(last);
    case Qt::Key_Plus: return zoomBy(1.5, area().center().x());
    case Qt::Key_Minus: return zoomBy(1 / 1.5, area().center().x());
    case Qt::Key_Left: return horizontalScrollBar()->triggerAction(QScrollBar::SliderSingleStepSub);
    case Qt::Key_Right: return horizontalScrollBar()->triggerAction(QScrollBar::SliderSingleStepAdd);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (current >= 0) Q_EMIT opened(row(current).participant->uid);
        return;
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}

} // namespace neuraxis
