#include "widgets/strip_plot.h"

#include "widgets/curve_plot.h"

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

QColor faded(QColor colour, double alpha) {
    colour.setAlphaF(static_cast<float>(alpha));
    return colour;
}

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
            told << QStringLiteral("%1: %2").arg(panel.title, QString::number(panel.participant, 'f', 2));
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

void StripPlot::setFewest(int people) {
    least = people;
    measure();
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

double StripPlot::footHeight() const { return 3 * QFontMetricsF(font()).height() + gap; }

QRectF StripPlot::area() const {
    const QFontMetricsF metrics(font());
    const double widest = metrics.horizontalAdvance(QStringLiteral("-0.0")) + 2 * gap;
    return QRectF(rect()).adjusted(widest + gap, 2 * metrics.height() + 2 * gap, -2 * gap, -footHeight());
}

QRectF StripPlot::panelArea(int panel) const {
    const QRectF all = area();
    const double count = std::max<double>(1, static_cast<double>(shown.size()));
    const double width = (all.width() - panelGap * (count - 1)) / count;
    return {all.left() + panel * (width + panelGap), all.top(), width, all.height()};
}

QRectF StripPlot::columnOf(int panel, int group) const {
    const QRectF inside = panelArea(panel);
    const double width = inside.width() / groupCount();
    return {inside.left() + group * width, inside.top(), width, inside.height()};
}

double StripPlot::yOf(double score) const {
    const QRectF inside = area();
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
    for (int panel = 0; panel < static_cast<int>(shown.size()); ++panel) paintPanel(painter, panel);
}

void StripPlot::paintAxis(QPainter& painter) const {
    const QRectF inside = area();
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

void StripPlot::paintPanel(QPainter& painter, int number) const {
    const Panel& panel = shown[static_cast<std::size_t>(number)];
    const QRectF inside = panelArea(number);
    const QFontMetricsF metrics(font());
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRectF(inside.left(), inside.top() - metrics.height() - gap, inside.width(), metrics.height()),
                     Qt::AlignCenter, QFontMetricsF(bold).elidedText(panel.title, Qt::ElideRight, inside.width()));
    painter.setFont(font());
    for (int group = 0; group < std::min(groupCount(), static_cast<int>(panel.groups.size())); ++group)
        paintGroup(painter, number, group);
    if (std::isfinite(panel.limit)) {
        QPen dashed(palette().color(QPalette::WindowText), 1);
        dashed.setDashPattern({5, 4});
        painter.setPen(dashed);
        for (const double limit : {-panel.limit, panel.limit})
            if (std::abs(limit) <= farthest) {
                const double y = std::floor(yOf(limit)) + 0.5;
                painter.drawLine(QPointF(inside.left(), y), QPointF(inside.right(), y));
            }
        const QString words = QStringLiteral("q = %1").arg(rate);
        const QRectF label(inside.right() - metrics.horizontalAdvance(words) - 6, yOf(-panel.limit) + 1,
                           metrics.horizontalAdvance(words) + 6, metrics.height());
        if (panel.limit <= farthest && label.bottom() < inside.bottom() + gap) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(faded(palette().color(QPalette::Window), 0.8));
            painter.drawRect(label);
            painter.setPen(palette().color(QPalette::WindowText));
            painter.drawText(label, Qt::AlignCenter, words);
        }
    }
    paintParticipant(painter, number);
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
            painter.drawEllipse(QPointF(column.center().x() + half * asides[i], yOf(scores[i])), dot, dot);
        const double y = yOf(meanOf(scores));
        painter.setPen(QPen(palette().color(QPalette::Window), 4, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(column.center().x() - half, y), QPointF(column.center().x() + half, y));
        painter.setPen(QPen(palette().color(QPalette::WindowText), 2, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(column.center().x() - half, y), QPointF(column.center().x() + half, y));
    }
    painter.setPen(palette().color(group == ownGroup ? QPalette::WindowText : QPalette::PlaceholderText));
    const QRectF foot(column.left() + 1, column.bottom() + gap / 2, column.width() - 2, 2 * metrics.height());
    const QString title = titleOf(group), key = studyGroups()[static_cast<std::size_t>(group)].key;
    double widestWord = 0;
    for (const QString& word : title.split(u' ')) widestWord = std::max(widestWord, metrics.horizontalAdvance(word));
    if (widestWord <= foot.width())
        painter.drawText(foot, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, title);
    else
        painter.drawText(foot, Qt::AlignHCenter | Qt::AlignTop,
                         metrics.elidedText(title, Qt::ElideRight, foot.width()));
    painter.setPen(palette().color(QPalette::PlaceholderText));
    const QString count = QString::number(scores.size());
    const QString words = QStringLiteral("n %1").arg(count);
    painter.drawText(QRectF(column.left(), foot.bottom(), column.width(), metrics.height()), Qt::AlignCenter,
                     metrics.horizontalAdvance(words) <= column.width() ? words : count);
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
    const QFontMetricsF metrics(font());
    const QString words = QString::number(panel.participant, 'f', 2);
    const double width = metrics.horizontalAdvance(words) + 8;
    // In the gap between the panels, or over the edge of the last
    QRectF plate(inside.left() + 2, y - metrics.height() - 3, width, metrics.height() + 1);
    if (plate.top() < inside.top()) plate.moveTop(y + 3);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(plate, 3, 3);
    painter.setPen(palette().color(QPalette::HighlightedText));
    painter.drawText(plate, Qt::AlignCenter, words);
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
                             .arg(QString::number(meanOf(scores), 'f', 2));
            if (std::isfinite(panel.participant))
                lines << QStringLiteral("%1: %2").arg(name, QString::number(panel.participant, 'f', 2));
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
