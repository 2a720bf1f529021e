#include "widgets/visit_time_line.h"

#include "widgets/form_parts.h"
#include "widgets/study_marks.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHelpEvent>
#include <QLocale>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace neuraxis {

namespace {

// From the top: events, scores, the line, labels, when it was, what was scanned.
constexpr double plateSize = 15, scoreY = 20, rowHeight = 14, lineY = 43, labelY = 54, whenY = 71, kindsY = 85;
constexpr int wholeHeight = 101, fieldWidth = 176, margin = 12;
constexpr double endRoom = 54, dot = 6, noImageDot = 3.5, reach = 15;
constexpr double leastGap = TimeLineLayout::leastGap;

QFont smaller(QFont font) {
    font.setPointSizeF(font.pointSizeF() * 0.88);
    return font;
}

QString kindsInBrief(quint32 kinds) {
    QStringList brief;
    for (const int kind : kindsIn(kinds)) brief += itemKinds()[static_cast<std::size_t>(kind)].brief;
    return brief.join(u' ');
}

} // namespace

QColor currentVisitColour(const QPalette& palette) { return palette.color(QPalette::Highlight); }
QColor otherVisitColour(const QPalette& palette) { return gapColour(palette); }

VisitTimeLine::VisitTimeLine(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("visitTimeLine"));
    setAccessibleName(tr("Visits over time"));
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    axisField = choiceField();
    axisField->setAccessibleName(tr("Time is counted along"));
    axisField->setFocusPolicy(Qt::TabFocus);
    axisField->setFixedWidth(fieldWidth);
    auto* hint = new QLabel(tr("Click: show this visit.\nShift+click: compare with it."));
    hint->setObjectName(QStringLiteral("quiet"));
    auto* column = new QVBoxLayout;
    column->addWidget(axisField);
    column->addWidget(hint);
    column->addStretch();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(margin, 8, 0, 4);
    row->addLayout(column);
    row->addStretch();
    connect(axisField, &QComboBox::activated, this, [this] {
        setAxis(static_cast<TimeAxis>(axisField->currentData().toInt()));
        Q_EMIT axisChanged(along);
    });
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setTimeLine({});
}

QSize VisitTimeLine::sizeHint() const { return {900, wholeHeight}; }
QSize VisitTimeLine::minimumSizeHint() const { return {fieldWidth + 240, wholeHeight}; }

void VisitTimeLine::setTimeLine(TimeLine line) {
    shown = std::move(line);
    focused = 0;
    axisField->clear();
    for (const TimeAxis axis : shown.axes()) axisField->addItem(timeAxisInWords(axis), static_cast<int>(axis));
    axisField->setVisible(axisField->count() > 0);
    chooseAxis();
}

void VisitTimeLine::setPair(const QString& current, const QString& other) {
    currentUid = current;
    otherUid = other;
    describe();
    update();
}

void VisitTimeLine::setAxis(TimeAxis axis) {
    wanted = axis;
    chooseAxis();
}

void VisitTimeLine::chooseAxis() {
    const int row = std::max(0, axisField->findData(static_cast<int>(wanted)));
    axisField->setCurrentIndex(axisField->count() > 0 ? row : -1);
    along = axisField->count() > 0 ? static_cast<TimeAxis>(axisField->itemData(row).toInt()) : wanted;
    arrange();
    describe();
    update();
}

QString VisitTimeLine::noPlaceInWords() const { return along == TimeAxis::Age ? tr("age not known") : tr("no date"); }

QRectF VisitTimeLine::area() const {
    return {margin + fieldWidth + endRoom + 8.0, 0, width() - margin - fieldWidth - 2 * endRoom - 8.0,
            static_cast<double>(height())};
}

void VisitTimeLine::arrange() { at = layOut(shown, along, area().left(), area().right()); }

double VisitTimeLine::roomOf(std::size_t visit) const {
    const double x = at.visits[visit].x;
    double room = 2 * std::min(x - (area().left() - endRoom), width() - x);
    for (std::size_t i = 0; i < at.visits.size(); ++i)
        if (i != visit) room = std::min(room, std::abs(at.visits[i].x - x));
    return room - 4;
}

/// For who hears the window.
void VisitTimeLine::describe() {
    QStringList words;
    for (const TimeLine::Visit& visit : shown.visits) {
        QString one = tr("Visit %1", "label").arg(visit.label);
        if (const QString when = visit.when.inWords(along); !when.isEmpty()) one += QStringLiteral(", ") + when;
        if (visit.uid == currentUid) one += QStringLiteral(", ") + tr("shown");
        if (visit.uid == otherUid) one += QStringLiteral(", ") + tr("compared");
        words += one;
    }
    setAccessibleDescription(words.join(QStringLiteral("; ")));
}

QPointF VisitTimeLine::place(const QString& visitUid) const {
    for (std::size_t i = 0; i < at.visits.size(); ++i)
        if (shown.visits[i].uid == visitUid) return {at.visits[i].x, lineY};
    return {};
}

int VisitTimeLine::visitAt(const QPointF& place) const {
    int found = -1;
    double least = reach;
    for (std::size_t i = 0; i < at.visits.size(); ++i) {
        const double away = std::abs(at.visits[i].x - place.x());
        if (away >= least || place.y() < lineY - reach) continue;
        least = away;
        found = static_cast<int>(i);
    }
    return found;
}

void VisitTimeLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), palette().color(QPalette::Window));
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawLine(QPointF(0, height() - 0.5), QPointF(width(), height() - 0.5));
    if (shown.visits.empty()) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(area(), Qt::AlignCenter, tr("No visits are known of this participant."));
        return;
    }
    paintLine(painter);
    paintIntervals(painter);
    paintEvents(painter);
    QStringList when, kinds;
    for (const TimeLine::Visit& visit : shown.visits) {
        when += visit.when.along(along) ? visit.when.inWords(along) : noPlaceInWords();
        kinds += kindsInBrief(visit.kinds);
    }
    paintWords(painter, whenY, when);
    paintWords(painter, kindsY, kinds);
    for (std::size_t i = 0; i < shown.visits.size(); ++i) paintVisit(painter, i);
}

void VisitTimeLine::paintLine(QPainter& painter) const {
    const QColor quiet = palette().color(QPalette::PlaceholderText);
    painter.setPen(QPen(faded(quiet, 0.6), 2, Qt::SolidLine, Qt::FlatCap));
    if (at.end > at.start) {
        constexpr double over = 18, toBreak = 16;
        double from = at.start - over, to = at.end + over;
        for (const TimeLineLayout::Mark& event : at.events) {
            if (!event.onAxis) continue;
            from = std::min(from, event.x - 8);
            to = std::max(to, event.x + 8);
        }
        painter.drawLine(QPointF(from, lineY), QPointF(to, lineY));
        if (at.goesOnBefore) paintBreak(painter, at.start - toBreak);
        if (at.goesOnAfter) paintBreak(painter, at.end + toBreak);
    }
    // What had to give way has a stem to where it belongs
    painter.setPen(QPen(quiet, 1));
    for (const TimeLineLayout::Mark& visit : at.visits)
        if (visit.onAxis && std::abs(*visit.onAxis - visit.x) > 2)
            painter.drawLine(QPointF(*visit.onAxis, lineY - dot - 4), QPointF(*visit.onAxis, lineY + dot + 4));
}

/// Two strokes through the line, with nothing between them.
void VisitTimeLine::paintBreak(QPainter& painter, double x) const {
    painter.save();
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::Window));
    painter.drawRect(QRectF(x - 2.5, lineY - 3, 5, 6));
    painter.restore();
    for (const double aside : {-2.5, 2.5})
        painter.drawLine(QPointF(x + aside - 1.5, lineY + 5), QPointF(x + aside + 1.5, lineY - 5));
}

/// The time between neighbours, where there is room for words.
void VisitTimeLine::paintIntervals(QPainter& painter) const {
    painter.setFont(smaller(font()));
    painter.setPen(palette().color(QPalette::PlaceholderText));
    const QFontMetricsF metrics(painter.font());
    for (std::size_t i = 1; i < at.visits.size(); ++i) {
        const double months = shown.visits[i].when.monthsSinceFirst - shown.visits[i - 1].when.monthsSinceFirst;
        if (!std::isfinite(months) || !at.visits[i].onAxis || !at.visits[i - 1].onAxis) continue;
        const QString words = tr("%1 mo", "months between two visits").arg(QLocale().toString(months, 'f', 1));
        const double from = at.visits[i - 1].x, to = at.visits[i].x, wide = metrics.horizontalAdvance(words);
        const bool isUnderFlag = std::any_of(at.events.begin(), at.events.end(), [&](const auto& event) {
            return std::abs(event.x - (from + to) / 2) < wide / 2 + 4;
        });
        if (to - from < wide + 56 || isUnderFlag) continue;
        painter.drawText(QRectF(from, lineY - rowHeight - 5, to - from, rowHeight), Qt::AlignCenter, words);
    }
}

void VisitTimeLine::paintEvents(QPainter& painter) const {
    for (std::size_t i = 0; i < at.events.size(); ++i) {
        const TimeLineLayout::Mark& flag = at.events[i];
        painter.setPen(QPen(palette().color(QPalette::PlaceholderText), 1));
        if (flag.onAxis) painter.drawLine(QPointF(flag.x, plateSize + 2), QPointF(*flag.onAxis, lineY));
        paintStudyEvent(painter, QRectF(flag.x - plateSize / 2, 2.5, plateSize, plateSize), shown.events[i].kind,
                        palette());
    }
}

void VisitTimeLine::paintVisit(QPainter& painter, std::size_t number) const {
    const TimeLine::Visit& visit = shown.visits[number];
    const QPointF middle(at.visits[number].x, lineY);
    const QColor colour = QColor::fromRgb(shown.colour), window = palette().color(QPalette::Window);
    if (hasFocus() && static_cast<int>(number) == focused) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(middle.x() - 15, scoreY - 1, 30, height() - scoreY - 2), 4, 4);
    }
    const bool failed = visit.quality == u"failed";
    const double radius = visit.hasImage ? dot : noImageDot;
    painter.setPen(QPen(failed ? colour : window, failed ? 1.6 : 2));
    painter.setBrush(failed ? window : visit.hasImage ? colour : palette().color(QPalette::PlaceholderText));
    painter.drawEllipse(middle, radius, radius);
    if (failed) {
        const double arm = radius * 0.45;
        painter.drawLine(middle + QPointF(-arm, -arm), middle + QPointF(arm, arm));
        painter.drawLine(middle + QPointF(-arm, arm), middle + QPointF(arm, -arm));
    }
    painter.setBrush(Qt::NoBrush);
    if (visit.uid == currentUid) {
        painter.setPen(QPen(currentVisitColour(palette()), 2));
        painter.drawEllipse(middle, dot + 3.5, dot + 3.5);
    } else if (visit.uid == otherUid) {
        QPen dashed(otherVisitColour(palette()), 2, Qt::SolidLine, Qt::FlatCap);
        dashed.setDashPattern({2, 1.4});
        painter.setPen(dashed);
        painter.drawEllipse(middle, dot + 3.5, dot + 3.5);
    }
    if (failed || visit.quality == u"doubtful") paintQuality(painter, middle + QPointF(9, -9), 5, visit.quality);
    paintLabel(painter, number);
}

/// The words of a visit: its score above the line, the rest below it, as far as there is room.
void VisitTimeLine::paintLabel(QPainter& painter, std::size_t number) const {
    const TimeLine::Visit& visit = shown.visits[number];
    const double x = at.visits[number].x, room = roomOf(number);
    const auto row = [&](double y, double wide) { return QRectF(x - wide / 2, y, wide, rowHeight); };
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    if (visit.alsfrs) {
        painter.setFont(smaller(font()));
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(row(scoreY - 4, std::max(room, leastGap)), Qt::AlignCenter, QString::number(*visit.alsfrs));
    }
    const bool isCurrent = visit.uid == currentUid, isOther = !isCurrent && visit.uid == otherUid;
    painter.setFont(isCurrent || isOther ? bold : font());
    const QFontMetricsF metrics(painter.font());
    QString label = visit.label;
    if (isCurrent || isOther) {
        const QString longer = QStringLiteral("%1  %2").arg(label, isCurrent ? tr("shown") : tr("compared"));
        if (metrics.horizontalAdvance(longer) + 14 <= room) label = longer;
    }
    label = metrics.elidedText(label, Qt::ElideRight, std::max(room, leastGap) - (isCurrent || isOther ? 10 : 0));
    const QRectF pill = row(labelY, metrics.horizontalAdvance(label) + 14).adjusted(0, 0, 0, 2);
    if (isCurrent) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(currentVisitColour(palette()));
        painter.drawRoundedRect(pill, 8, 8);
        painter.setPen(palette().color(QPalette::HighlightedText));
    } else if (isOther) {
        QPen dashed(otherVisitColour(palette()), 1.4);
        dashed.setDashPattern({3, 2});
        painter.setPen(dashed);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(pill, 8, 8);
        painter.setPen(palette().color(QPalette::WindowText));
    } else {
        painter.setPen(palette().color(QPalette::WindowText));
    }
    painter.drawText(pill, Qt::AlignCenter, label);
}

/// A row of words under the visits, as many as have room; those of the pair first.
void VisitTimeLine::paintWords(QPainter& painter, double y, const QStringList& words) const {
    painter.setFont(smaller(font()));
    painter.setPen(palette().color(QPalette::PlaceholderText));
    const QFontMetricsF metrics(painter.font());
    std::vector<QRectF> taken;
    for (const bool ofPair : {true, false})
        for (std::size_t i = 0; i < at.visits.size(); ++i) {
            const QString& uid = shown.visits[i].uid;
            if ((uid == currentUid || uid == otherUid) != ofPair) continue;
            const QString& own = words[static_cast<qsizetype>(i)];
            const double wide = metrics.horizontalAdvance(own) + 8;
            const QRectF place(at.visits[i].x - wide / 2, y, wide, rowHeight);
            const bool hasRoom =
                place.left() >= area().left() - endRoom && place.right() <= width() &&
                std::none_of(taken.begin(), taken.end(), [&](const QRectF& other) { return other.intersects(place); });
            if (!hasRoom) continue;
            painter.drawText(place, Qt::AlignCenter, own);
            taken.push_back(place);
        }
}

QString VisitTimeLine::eventWordsAt(const QPointF& place) const {
    for (std::size_t i = 0; i < at.events.size(); ++i) {
        if (std::abs(at.events[i].x - place.x()) > plateSize / 2 || place.y() > plateSize + 5) continue;
        const TimeLine::Event& event = shown.events[i];
        const QString when = event.when.inWords(along);
        return QStringLiteral("%1  ·  %2").arg(event.kind, when.isEmpty() ? noPlaceInWords() : when);
    }
    return {};
}

QString VisitTimeLine::wordsAt(const QPointF& place) const {
    if (const QString event = eventWordsAt(place); !event.isEmpty()) return event;
    const int number = visitAt(place);
    if (number < 0) return {};
    const TimeLine::Visit& visit = shown.visits[static_cast<std::size_t>(number)];
    QStringList lines{tr("Visit %1", "label").arg(visit.label) + QStringLiteral("  ·  ") +
                      (visit.when.date.isValid() ? visit.when.date.toString(Qt::ISODate) : tr("no date"))};
    for (const TimeAxis axis : shown.axes())
        if (axis != TimeAxis::Date)
            if (const QString when = visit.when.inWords(axis); !when.isEmpty())
                lines += QStringLiteral("%1: %2").arg(timeAxisInWords(axis), when);
    if (visit.alsfrs) lines += tr("ALSFRS-R: %1 of 48").arg(*visit.alsfrs);
    if (!visit.kings.isEmpty()) lines += tr("King's stage: %1").arg(visit.kings);
    lines += visit.kinds ? kindsInWords(visit.kinds) : tr("No images or derived data");
    if (visit.kinds && !visit.hasImage) lines += tr("None of it can be shown as an image.");
    lines += tr("Quality: %1").arg(qualityInWords(visit.quality));
    if (visit.quality == u"failed") lines += tr("Left out of rates of change unless you ask for it.");
    return lines.join(u'\n');
}

void VisitTimeLine::pick(int number, bool asOther) {
    if (number < 0 || number >= static_cast<int>(shown.visits.size())) return;
    const TimeLine::Visit& visit = shown.visits[static_cast<std::size_t>(number)];
    focused = number;
    update();
    if (!visit.hasImage) return;
    if (asOther)
        Q_EMIT otherPicked(visit.uid);
    else
        Q_EMIT currentPicked(visit.uid);
}

void VisitTimeLine::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton)
        pick(visitAt(event->position()), event->modifiers().testFlag(Qt::ShiftModifier));
}

void VisitTimeLine::mouseMoveEvent(QMouseEvent* event) {
    const int number = visitAt(event->position());
    const bool canBePicked = number >= 0 && shown.visits[static_cast<std::size_t>(number)].hasImage;
    setCursor(canBePicked ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void VisitTimeLine::contextMenuEvent(QContextMenuEvent* event) {
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const int number = byKey ? focused : visitAt(event->pos());
    if (number < 0 || number >= static_cast<int>(shown.visits.size())) return;
    const TimeLine::Visit& visit = shown.visits[static_cast<std::size_t>(number)];
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Show visit %1").arg(visit.label), this, [this, number] { pick(number, false); });
    menu->addAction(tr("Compare with visit %1").arg(visit.label), this, [this, number] { pick(number, true); });
    for (QAction* action : menu->actions()) action->setEnabled(visit.hasImage);
    menu->popup(byKey ? mapToGlobal(place(visit.uid).toPoint()) : event->globalPos());
}

void VisitTimeLine::keyPressEvent(QKeyEvent* event) {
    const auto last = static_cast<int>(shown.visits.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left: focused = std::max(0, focused - 1); break;
    case Qt::Key_Right: focused = std::min(last, focused + 1); break;
    case Qt::Key_Home: focused = 0; break;
    case Qt::Key_End: focused = last; break;
    case Qt::Key_Return:
    case Qt::Key_Enter: return pick(focused, event->modifiers().testFlag(Qt::ShiftModifier));
    default: return QWidget::keyPressEvent(event);
    }
    update();
}

bool VisitTimeLine::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), wordsAt(help->pos()), this);
        return true;
    }
    return QWidget::event(event);
}

void VisitTimeLine::resizeEvent(QResizeEvent*) { arrange(); }

void VisitTimeLine::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) update();
}

void VisitTimeLine::focusInEvent(QFocusEvent*) { update(); }
void VisitTimeLine::focusOutEvent(QFocusEvent*) { update(); }

} // namespace neuraxis
