#include "core/render/corner_text.h"

#include "core/model/fourth.h"
#include "core/model/words.h"
#include "core/render/outlined_text.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <algorithm>
#include <cmath>

namespace neuraxis::render {

namespace {

struct CornerText {
    Q_DECLARE_TR_FUNCTIONS(CornerText)
};

/// The window of a layer, or of a label map the label at the crosshair: a window has no meaning there.
QString windowInWords(const Layer& layer, const NavigationState& navigation) {
    const Display& display = layer.display;
    const VolumeHeader& header = layer.volume->header();
    const QString& unit = header.unit;
    if (display.labels)
        return regionInWords(
            layer.volume->value(header.voxelToLps.toVoxel(navigation.cursorLps), volumeIndex(header, navigation)),
            *display.labels);
    const Range& window = display.window(navigation.volume);
    if (display.negative) {
        const auto ends = [](const Range& of, const QString& sign, const QString& in) {
            return CornerText::tr("%1 to %2").arg(sign + valueInWords(of.low, {}), sign + valueInWords(of.high, in));
        };
        const Range& negative = display.negative->window;
        if (negative == window) return ends(window, QStringLiteral("±"), unit);
        return ends(window, {}, {}) + QStringLiteral("  ") + ends(negative, QStringLiteral("-"), unit);
    }
    return QStringLiteral("W %1  L %2").arg(valueInWords(window.width(), {}), valueInWords(window.centre(), unit));
}

/// Where the slice lies: "S 12.1 mm"; the middle of an oblique one, or along the nearest axis where that is too long.
CornerLine sliceInWords(const Decorated& d) {
    const WorldVector& n = d.geometry.basis.normal;
    const double parts[] = {std::abs(n.x), std::abs(n.y), std::abs(n.z)};
    const auto axis = std::max_element(std::begin(parts), std::end(parts)) - std::begin(parts);
    // Of an oblique plane, where the crosshair meets it.
    const WorldPoint& cursor = d.navigation.cursorLps;
    const WorldVector& normal = d.geometry.basis.normal;
    const QString whole = positionInWords(cursor + normal * dot(d.geometry.middleLps - cursor, normal));
    const QString nearest = whole.chopped(3).split(QStringLiteral("  "))[axis] + QStringLiteral(" mm");
    const bool isAligned = parts[axis] > 0.9999;
    return {isAligned ? nearest : whole, nearest, MarkColours(d.decor).text, false, false};
}

CornerLine convention(const Decorated& d) {
    const QColor quiet = MarkColours(d.decor).quiet;
    if (const Layer* base = d.state.base(); base && !base->volume->header().isPlaced())
        return {CornerText::tr("Left and right are not known"), CornerText::tr("Sides unknown"),
                MarkColours(d.decor).letter};
    const QString left = directionLetters(-d.geometry.basis.right).left(1);
    if (d.decor.plane == Plane::Sagittal)
        return left == u'A'
                   ? CornerLine{CornerText::tr("Nose on the left of the screen"), CornerText::tr("Nose left"), quiet}
                   : CornerLine{CornerText::tr("Nose on the right of the screen"), CornerText::tr("Nose right"), quiet};
    return left == u'R' ? CornerLine{CornerText::tr("Radiological: patient's right on the left of the screen"),
                                     CornerText::tr("Radiological"), quiet}
                        : CornerLine{CornerText::tr("Neurological: patient's left on the left of the screen"),
                                     CornerText::tr("Neurological"), quiet};
}

QString seriesInWords(const VolumeHeader& header) {
    // Not header.name: it may be a file's, and files are named after people.
    const QString description = header.series.description.isEmpty() ? header.format : header.series.description;
    return header.series.number > 0 ? QStringLiteral("%1  %2").arg(header.series.number).arg(description) : description;
}

/// Which volume of a series is shown: "Volume 12 of 64  ·  b 1000".
CornerLine seriesVolume(const VolumeHeader& header, const NavigationState& navigation, const QColor& colour) {
    const int index = volumeIndex(header, navigation);
    const QString number = CornerText::tr("Volume %1 of %2").arg(index + 1).arg(header.volumes);
    const QString brief = volumeInBrief(header, index);
    return {brief.isEmpty() ? number : number + QStringLiteral("  ·  ") + brief, number, colour};
}

} // namespace

MarkSizes::MarkSizes(const QRectF& view, const Decor& decor) {
    const double least = decor.compact ? 0.72 : 0.8;
    const double scale = decor.textScale * std::clamp(std::min(view.width(), view.height()) / 450, least, 1.15);
    text = std::round(12.5 * scale);
    letter = std::round((decor.compact ? 12.5 : 16) * scale);
    margin = std::round((decor.compact ? 6 : 10) * scale);
    isNarrow = decor.compact && view.width() < 13 * text;
}

MarkColours::MarkColours(const Decor& decor)
    : text(240, 242, 245), quiet(176, 182, 190), letter(255, 214, 120), volume(150, 180, 255), rim(0, 0, 0, 170),
      onLight(decor.onLight) {
    if (!onLight) return;
    text = {22, 25, 30};
    quiet = {82, 88, 96};
    letter = {146, 88, 0};
    volume = {30, 70, 180};
    rim = {255, 255, 255, 170};
}

QColor MarkColours::of(Plane plane) const {
    const QColor colour = planeColour(plane);
    return onLight ? QColor::fromHslF(colour.hslHueF(), colour.hslSaturationF(), 0.36F) : colour;
}

double paintCorner(QPainter& painter, const QRectF& view, const Decor& decor, Qt::Corner corner,
                   const std::vector<CornerLine>& lines) {
    const MarkSizes sizes(view, decor);
    const bool right = corner == Qt::TopRightCorner || corner == Qt::BottomRightCorner;
    const bool bottom = corner == Qt::BottomLeftCorner || corner == Qt::BottomRightCorner;
    const double besideLetter =
        sizes.isNarrow ? view.width() - 2 * sizes.margin : view.width() / 2 - sizes.margin * 2 - sizes.letter;
    const double height = view.height() / 2 - sizes.margin * 2 - sizes.letter;
    double used = 0;
    for (const CornerLine& line : lines) {
        const QFont font = markFont(sizes.text, line.bold);
        const QFontMetricsF metrics(font);
        const double step = std::round(sizes.text * 1.38);
        if (used + step > height) break;
        // Above the lower letter there is room beside the scale bar.
        // So there is below the upper one, for what may not be cut.
        const bool isFree = used > 0 && (bottom || (right && !line.mayBeCut));
        const double width = isFree ? std::max(besideLetter, view.width() * 0.6) : besideLetter;
        QString text = line.text;
        if (metrics.horizontalAdvance(text) > width && !line.shorter.isEmpty()) text = line.shorter;
        if (metrics.horizontalAdvance(text) > width)
            text = line.mayBeCut ? metrics.elidedText(text, Qt::ElideRight, width) : QString();
        if (text.size() < 2) continue;
        const double x =
            right ? view.right() - sizes.margin - metrics.horizontalAdvance(text) : view.left() + sizes.margin;
        const double y = bottom ? view.bottom() - sizes.margin - used - metrics.descent() / 2
                                : view.top() + sizes.margin + used + metrics.ascent() * 0.85;
        drawOutlined(painter, {x, y}, text, font, line.colour);
        used += step;
    }
    return used;
}

CornerLine researchUseLine(const Decor& decor) {
    return {CornerText::tr("Research use only"), {}, MarkColours(decor).quiet};
}

void paintCornerText(QPainter& painter, const Decorated& d) {
    const QRectF& view = d.geometry.view;
    const MarkColours colours(d.decor);
    const QColor &bright = colours.text, &quiet = colours.quiet;
    // Whose image it is goes before everything else, and what is wrong with it beside it
    std::vector<CornerLine> visit;
    if (!d.decor.visit.isEmpty()) visit.push_back({d.decor.visit, d.decor.visitShort, bright, true});
    for (const QString& warning : d.decor.warnings) visit.push_back({warning, {}, colours.letter});
    if (d.decor.compact) {
        visit.push_back(sliceInWords(d));
        paintCorner(painter, view, d.decor, Qt::TopLeftCorner, visit);
        if (!d.decor.notice) return;
        CornerLine brief = convention(d);
        if (!brief.shorter.isEmpty()) brief.text = brief.shorter;
        paintCorner(painter, view, d.decor, Qt::BottomLeftCorner, {brief, researchUseLine(d.decor)});
        return;
    }
    std::vector<CornerLine> left = visit;
    left.push_back({planeTitle(d.decor.plane), {}, colours.of(d.decor.plane), true});
    std::vector<CornerLine> right{sliceInWords(d)};
    if (const Layer* shown = d.state.shown()) {
        const VolumeHeader& header = shown->volume->header();
        left.push_back({seriesInWords(header), {}, bright});
        // What is wrong with the picture is said on it: a gap must not be taken for a lesion. The last to give way.
        for (const Layer& layer : d.state.layers)
            for (const Finding& finding : layer.volume->header().findings)
                if (layer.display.visible && finding.severity != Finding::Severity::Note)
                    left.push_back({finding.text, {}, colours.letter});
        left.push_back({header.series.protocol, {}, quiet});
        const auto add = [&](const Layer& layer, const QString& words) {
            const bool isName = layer.display.labels != nullptr; // which may be cut, unlike numbers
            const QString window = windowInWords(layer, d.navigation);
            right.push_back({isName ? window : words.arg(window), {}, bright, false, isName});
        };
        add(*shown, QStringLiteral("%1"));
        // The colour bar is the top layer's: its window stands beside that of what it lies on.
        const auto top = std::find_if(d.state.layers.rbegin(), d.state.layers.rend(),
                                      [](const Layer& layer) { return layer.display.visible; });
        if (top != d.state.layers.rend() && &*top != shown) add(*top, CornerText::tr("Overlay %1"));
        if (const int index = seriesLayer(d.state, d.navigation); index >= 0)
            // Not of a series that the layer shown covers, as its average does
            if (const Layer& layer = d.state.layers[static_cast<std::size_t>(index)]; &layer >= shown)
                right.push_back(seriesVolume(layer.volume->header(), d.navigation, bright));
    }
    right.push_back({CornerText::tr("Zoom %1×").arg(d.navigation.zoom, 0, 'g', 3), {}, quiet, false, false});
    paintCorner(painter, view, d.decor, Qt::TopLeftCorner, left);
    paintCorner(painter, view, d.decor, Qt::TopRightCorner, right);
    std::vector<CornerLine> bottom{convention(d)};
    if (d.state.view.frame == PlaneFrame::Acquisition)
        bottom.push_back({CornerText::tr("Planes as acquired"), {}, quiet});
    if (d.decor.notice) bottom.push_back(researchUseLine(d.decor));
    paintCorner(painter, view, d.decor, Qt::BottomLeftCorner, bottom);
}

} // namespace neuraxis::render
