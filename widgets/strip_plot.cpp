#include "widgets/strip_plot.h"

#include "core/model/words.h"
#include "widgets/curve_plot.h"
#include "widgets/form_parts.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace neuraxis {

namespace {

constexpr double gap = 6, panelGap = 22, dot = 1.8, ownDot = 4.5;
/// Beyond are few; they are drawn at the edge.
constexpr double farthest = 8;

int groupCount() { return static_cast<int>(studyGroups().size()); }
QColor colourOf(int group) { return QColor::fromRgb(studyGroups()[static_cast<std::size_t>(group)].colour); }
QString titleOf(int group) { return studyGroups()[static_cast<std::size_t>(group)].title; }

/// Where the dots of a group stand beside its middle, -1 to 1: those that lie close beside each other in turn to the left
/// and the right, farther out where there are many. The same each time.
std::vector<double> spread(const std::vector<double>& scores, double bottom, double top) {
    constexpr int bins = 48;
    std::vector<int> counts(bins), seen(bins);
    const auto binOf = [&](double score) {
        return static_cast<std::size_t>(std::clamp((score - bottom) / (top - bottom) * bins, 0.0, bins - 1.0));
    };
    for (const double score : scores) ++counts[binOf(score)];
    const int most = std::max(1, *std::max_element(counts.begin(), counts.end()));
    std::vector<double> asides;
    for (const double score : scores) {
        const std::size_t bin = binOf(score);
        const double width = counts[bin] < 2 ? 0 : static_cast<double>(counts[bin]) / std::max(most, 12);
        // The golden ratio leaves no two dots of a bin together
        const double place = std::fmod(++seen[bin] * 0.6180339887498949, 1.0);
        asides.push_back(width * (2 * place - 1));
    }
    return asides;
}

/// A dot; at the edge a tip that says that the score is farther out.
void paintDot(QPainter& painter, const QPointF& at, double score) {
    if (std::abs(score) <= farthest) return painter.drawEllipse(at, dot, dot);
    const double out = score > 0 ? -1 : 1;
    painter.drawPolygon(QPolygonF{at + QPointF(-3, -2 * out), at + QPointF(3, -2 * out), at + QPointF(0, 3 * out)});
}

double meanOf(const std::vector<double>& values) {
    double sum = 0;
    for (const double value : values) sum += value;
    return sum / static_cast<double>(values.size());
}

} // namespace

StripPlot::StripPlot(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("stripPlot"));
    setAccessibleName(tr("The participant among the study's groups"));
}

void StripPlot::setPanels(std::vector<Panel> panels, const QString& participant, const QString& participantGroup,
                          const QString& axisTitle, double level) {
    shown = std::move(panels);
    name = participant;
    axis = axisTitle;
    rate = level;
    why.clear();
    ownGroup = -1;
    const auto& groups = studyGroups();
    for (std::size_t g = 0; g < groups.size(); ++g)
        if (groups[g].key == participantGroup) ownGroup = static_cast<int>(g);
    QStringList told;
    for (const Panel& panel : shown)
        if (std::isfinite(panel.participant))
            told << QStringLiteral("%1: %2").arg(panel.title, roundedInWords(panel.participant, 2));
    setAccessibleDescription(told.join(QStringLiteral("; ")));
    measure();
    update();
}

void StripPlot::setSentence(const QString& sentence) {
    shown.clear();
    why = sentence;
    setAccessibleDescription(why);
    update();
}

/// The scores at the edges: all that are drawn, the participant and the limits, and never less than two either way.
void StripPlot::measure() {
    double low = -2, high = 2;
    const auto include = [&](double score) {
        if (!std::isfinite(score)) return;
        low = std::min(low, std::max(score, -farthest));
        high = std::max(high, std::min(score, farthest));
    };
    for (const Panel& panel : shown) {
        for (const auto& group : panel.groups)
            if (static_cast<int>(group.size()) >= least) std::for_each(group.begin(), group.end(), include);
        include(panel.participant);
        include(-panel.limit);
        include(panel.limit);
    }
    const double room = (high - low) * 0.05;
    bottom = low - room;
    top = high + room;
}

bool StripPlot::isNarrow() const {
    const QFontMetricsF metrics(font());
    for (int group = 0; group < groupCount(); ++group)
        for (const QString& word : titleOf(group).split(u' '))
            if (metrics.horizontalAdvance(word) > panelSpan(0).second / groupCount() - 2) return true;
    return false;
}

double StripPlot::footHeight() const {
    const QFontMetricsF metrics(font());
    if (!isNarrow()) return 3 * metrics.height() + gap;
    double longest = 0;
    for (int group = 0; group < groupCount(); ++group)
        longest = std::max(longest, metrics.horizontalAdvance(titleOf(group)));
    return longest + metrics.height() + 2 * gap;
}

std::pair<double, double> StripPlot::panelSpan(int panel) const {
    const double left = QFontMetricsF(font()).horizontalAdvance(QStringLiteral("-0.0")) + 3 * gap;
    const double count = std::max<double>(1, static_cast<double>(shown.size()));
    const double each = (width() - 2 * gap - left - panelGap * (count - 1)) / count;
    return {left + panel * (each + panelGap), each};
}

QRectF StripPlot::panelArea(int panel) const {
    const auto [left, each] = panelSpan(panel);
    const double above = 2 * QFontMetricsF(font()).height() + 2 * gap;
    return {left, above, each, height() - above - footHeight()};
}

QRectF StripPlot::columnOf(int panel, int group) const {
    const QRectF inside = panelArea(panel);
    return {inside.left() + group * inside.width() / groupCount(), inside.top(), inside.width() / groupCount(),
            inside.height()};
}

double StripPlot::yOf(double score) const {
    const QRectF inside = panelArea(0);
    const double within = std::clamp(score, bottom, top);
    return inside.bottom() - (within - bottom) / (top - bottom) * inside.height();
}

QPointF StripPlot::place(int panel, int group, double score) const {
    return {columnOf(panel, group).center().x(), yOf(score)};
}

void StripPlot::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (shown.empty()) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(QRectF(rect()).adjusted(gap, gap, -gap, -gap), Qt::AlignCenter | Qt::TextWordWrap, why);
        return;
    }
    paintAxis(painter);
    paintLegend(painter);
    for (int panel = 0; panel < static_cast<int>(shown.size()); ++panel) paintPanel(painter, panel);
}

void StripPlot::paintAxis(QPainter& painter) const {
    const QRectF inside = panelArea(0);
    const QFontMetricsF metrics(font());
    const QColor rule = palette().color(QPalette::Mid);
    const std::vector<double> ticks = niceTicks(bottom, top, std::max(2, static_cast<int>(inside.height() / 30)), 1);
    for (const double tick : ticks) {
        const double y = std::floor(yOf(tick)) + 0.5;
        painter.setPen(QPen(tick == 0 ? palette().color(QPalette::PlaceholderText) : faded(rule, 0.6), 1));
        for (int panel = 0; panel < static_cast<int>(shown.size()); ++panel)
            painter.drawLine(QPointF(panelArea(panel).left(), y), QPointF(panelArea(panel).right(), y));
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(QRectF(0, y - metrics.height() / 2, inside.left() - gap, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, tickInWords(tick, 1));
    }
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QPointF(gap, metrics.ascent() + gap / 2), axis);
}

void StripPlot::paintPanel(QPainter& painter, int place) const {
    const Panel& panel = shown[static_cast<std::size_t>(place)];
    const QRectF inside = panelArea(place);
    const QFontMetricsF metrics(font());
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    const QFontMetricsF boldMetrics(bold);
    const QString number =
        std::isfinite(panel.participant) ? QStringLiteral("  ") + roundedInWords(panel.participant, 2) : QString();
    const double room = inside.width() - boldMetrics.horizontalAdvance(number);
    const QString title = boldMetrics.elidedText(panel.title, Qt::ElideRight, room);
    const double wide = boldMetrics.horizontalAdvance(title), y = inside.top() - gap - metrics.descent();
    const double x = inside.center().x() - (wide + boldMetrics.horizontalAdvance(number)) / 2;
    painter.setFont(bold);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QPointF(x, y), title);
    painter.setPen(palette().color(QPalette::Highlight));
    painter.drawText(QPointF(x + wide, y), number);
    painter.setFont(font());
    for (int group = 0; group < std::min(groupCount(), static_cast<int>(panel.groups.size())); ++group)
        paintGroup(painter, place, group);
    if (std::isfinite(panel.limit)) {
        painter.setPen(limitPen());
        for (const double limit : {-panel.limit, panel.limit})
            if (std::abs(limit) <= farthest) {
                const double level = std::floor(yOf(limit)) + 0.5;
                painter.drawLine(QPointF(inside.left(), level), QPointF(inside.right(), level));
            }
    }
    paintParticipant(painter, place);
}

QPen StripPlot::limitPen() const {
    QPen dashed(palette().color(QPalette::WindowText), 1);
    dashed.setDashPattern({5, 4});
    return dashed;
}

/// What the signs are, from the right, as far as there is room.
void StripPlot::paintLegend(QPainter& painter) const {
    const QFontMetricsF metrics(font());
    const double y = gap / 2 + metrics.height() / 2, sign = 22;
    double x = width() - 2 * gap;
    const double end = 3 * gap + metrics.horizontalAdvance(axis);
    const auto entry = [&](const QString& words, const auto& paint) {
        const double wide = metrics.horizontalAdvance(words) + sign + gap;
        if (x - wide < end) return;
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(QPointF(x - metrics.horizontalAdvance(words), y + metrics.ascent() / 2 - 1), words);
        paint(x - wide);
        x -= wide + 2 * gap;
    };
    const bool hasLimit =
        std::any_of(shown.begin(), shown.end(), [](const Panel& panel) { return std::isfinite(panel.limit); });
    if (hasLimit)
        entry(QStringLiteral("q = %1").arg(rate), [&](double left) {
            painter.setPen(limitPen());
            painter.drawLine(QPointF(left, y), QPointF(left + sign, y));
        });
    entry(tr("mean"), [&](double left) {
        painter.setPen(QPen(palette().color(QPalette::WindowText), 2, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(left, y), QPointF(left + sign, y));
    });
    entry(name, [&](double left) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1.4));
        painter.setBrush(palette().color(QPalette::Highlight));
        painter.drawLine(QPointF(left, y), QPointF(left + sign, y));
        painter.drawEllipse(QPointF(left + sign / 2, y), ownDot * 0.8, ownDot * 0.8);
    });
}

void StripPlot::paintGroup(QPainter& painter, int number, int group) const {
    const auto& scores = shown[static_cast<std::size_t>(number)].groups[static_cast<std::size_t>(group)];
    const QRectF column = columnOf(number, group);
    const QFontMetricsF metrics(font());
    const bool isDrawn = static_cast<int>(scores.size()) >= least && !scores.empty();
    if (isDrawn) {
        const double half = column.width() * 0.42;
        const auto asides = spread(scores, bottom, top);
        painter.setPen(Qt::NoPen);
        painter.setBrush(faded(colourOf(group), scores.size() > 200 ? 0.55 : 0.75));
        for (std::size_t i = 0; i < scores.size(); ++i)
            paintDot(painter, {column.center().x() + half * asides[i], yOf(scores[i])}, scores[i]);
        const double y = yOf(meanOf(scores));
        painter.setPen(QPen(palette().color(QPalette::Window), 4, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(column.center().x() - half, y), QPointF(column.center().x() + half, y));
        painter.setPen(QPen(palette().color(QPalette::WindowText), 2, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(column.center().x() - half, y), QPointF(column.center().x() + half, y));
    }
    painter.setPen(palette().color(group == ownGroup ? QPalette::WindowText : QPalette::PlaceholderText));
    if (isNarrow()) { // from bottom to top, under its column
        painter.save();
        painter.translate(column.center().x(), column.bottom() + gap / 2);
        painter.rotate(-90);
        const double longest = footHeight() - metrics.height() - gap;
        painter.drawText(QRectF(-longest, -metrics.height() / 2, longest, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, titleOf(group));
        painter.restore();
    } else
        painter.drawText(QRectF(column.left() + 1, column.bottom() + gap / 2, column.width() - 2, 2 * metrics.height()),
                         Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, titleOf(group));
    painter.setPen(palette().color(QPalette::PlaceholderText));
    const QString count = QString::number(scores.size());
    const QString words = QStringLiteral("n %1").arg(count);
    painter.drawText(
        QRectF(column.left() - 2, height() - metrics.height() - gap / 2, column.width() + 4, metrics.height()),
        Qt::AlignCenter, isNarrow() ? count : words);
}

void StripPlot::paintParticipant(QPainter& painter, int number) const {
    const Panel& panel = shown[static_cast<std::size_t>(number)];
    if (!std::isfinite(panel.participant)) return;
    const QRectF inside = panelArea(number);
    const double y = yOf(panel.participant);
    const QColor colour = palette().color(QPalette::Highlight);
    painter.setPen(QPen(colour, 1.4));
    painter.drawLine(QPointF(inside.left(), y), QPointF(inside.right(), y));
    if (ownGroup >= 0) {
        painter.setPen(QPen(palette().color(QPalette::Window), 1.6));
        painter.setBrush(colour);
        painter.drawEllipse(QPointF(columnOf(number, ownGroup).center().x(), y), ownDot, ownDot);
    }
}

QString StripPlot::wordsAt(const QPointF& at) const {
    for (int number = 0; number < static_cast<int>(shown.size()); ++number) {
        const Panel& panel = shown[static_cast<std::size_t>(number)];
        for (int group = 0; group < std::min(groupCount(), static_cast<int>(panel.groups.size())); ++group) {
            const QRectF column = columnOf(number, group).adjusted(0, 0, 0, footHeight());
            if (!column.contains(at)) continue;
            const auto& scores = panel.groups[static_cast<std::size_t>(group)];
            QStringList lines{QStringLiteral("%1  ·  %2").arg(panel.title, titleOf(group))};
            if (static_cast<int>(scores.size()) < least)
                lines << tr("%n person(s), too few to be drawn", nullptr, static_cast<int>(scores.size()));
            else
                lines << tr("%n person(s), mean %1", nullptr, static_cast<int>(scores.size()))
                             .arg(roundedInWords(meanOf(scores), 2));
            if (std::isfinite(panel.participant))
                lines << QStringLiteral("%1: %2").arg(name, roundedInWords(panel.participant, 2));
            return lines.join(u'\n');
        }
    }
    return {};
}

bool StripPlot::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), wordsAt(help->pos()), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace neuraxis
