#include "core/render/decorations.h"

#include "core/render/colour_bar.h"
#include "core/render/corner_text.h"
#include "core/render/outlined_text.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <algorithm>
#include <cmath>

namespace neuraxis::render {

namespace {

/// A rectangle on whole device pixels, at least one wide and high.
void fillCrisp(QPainter& painter, const QRectF& rect, const QColor& colour) {
    const QTransform toDevice = painter.deviceTransform();
    const QRectF r = toDevice.mapRect(rect);
    const QPointF corner(std::floor(r.left() + 0.5), std::floor(r.top() + 0.5));
    const QSizeF size(std::max(1.0, std::round(r.width())), std::max(1.0, std::round(r.height())));
    painter.fillRect(toDevice.inverted().mapRect(QRectF(corner, size)), colour);
}

/// The plane whose trace a line along `direction` in this plane is: the one it does not share with the screen.
QColor lineColour(const Decorated& d, bool horizontal) {
    static constexpr Plane traces[3][2] = {{Plane::Coronal, Plane::Sagittal}, // in axial: horizontal, vertical
                                           {Plane::Axial, Plane::Sagittal},   // in coronal
                                           {Plane::Axial, Plane::Coronal}};   // in sagittal
    QColor colour = MarkColours(d.decor).of(traces[static_cast<int>(d.decor.plane)][horizontal ? 0 : 1]);
    colour.setAlphaF(0.75F);
    return colour;
}

void paintCrosshair(QPainter& painter, const Decorated& d) {
    const PlaneBasis& basis = d.geometry.basis;
    const double away = std::abs(dot(d.navigation.cursorLps - d.geometry.middleLps, basis.normal));
    const Layer* base = d.state.base();
    if (away > (base ? sliceStepMm(base->volume->header(), basis.normal) / 2 : 0) + 1e-6) return;
    const QPointF at = d.geometry.toView(d.navigation.cursorLps);
    const MarkSizes sizes(d.geometry.view, d.decor);
    // The lines end before the letters do.
    const bool letters = d.decor.text && d.state.view.letters;
    const double inset = letters ? sizes.margin * 1.6 + sizes.letter : 0;
    const QRectF view = d.geometry.view.adjusted(inset, inset, -inset, -inset);
    if (!view.isValid()) return;
    const double line = d.decor.textScale, open = std::round(sizes.letter * 0.55);
    const QRectF gap(at.x() - open, at.y() - open, 2 * open, 2 * open);
    const double x = at.x() - line / 2, y = at.y() - line / 2;
    const QRectF horizontal[] = {{QPointF(view.left(), y), QPointF(gap.left(), y + line)},
                                 {QPointF(gap.right(), y), QPointF(view.right(), y + line)}};
    const QRectF vertical[] = {{QPointF(x, view.top()), QPointF(x + line, gap.top())},
                               {QPointF(x, gap.bottom()), QPointF(x + line, view.bottom())}};
    for (const QRectF& part : horizontal)
        if (part.width() > 0 && part.top() > view.top() && part.bottom() < view.bottom())
            fillCrisp(painter, part & view, lineColour(d, true));
    for (const QRectF& part : vertical)
        if (part.height() > 0 && part.left() > view.left() && part.right() < view.right())
            fillCrisp(painter, part & view, lineColour(d, false));
}

void paintLetters(QPainter& painter, const Decorated& d) {
    const QRectF& view = d.geometry.view;
    const MarkSizes sizes(view, d.decor);
    const PlaneBasis& basis = d.geometry.basis;
    if (view.width() < 4 * sizes.letter || view.height() < 4 * sizes.letter) return;
    // A guessed side must not look like a known one.
    if (const Layer* base = d.state.base(); base && !base->volume->header().isPlaced()) return;
    const MarkColours colours(d.decor);
    const QFont font = markFont(sizes.letter, true);
    const QFontMetricsF metrics(font);
    const double cap = metrics.capHeight(), edge = sizes.margin;
    struct Edge {
        WorldVector direction;
        QPointF place; ///< Of the letter's middle, except outwards: there of its edge
        double alongX; ///< Part of the text's width that lies left of the place
    };
    const QPointF middle = view.center();
    const Edge edges[] = {{-basis.right, {view.left() + edge, middle.y() + cap / 2}, 0},
                          {basis.right, {view.right() - edge, middle.y() + cap / 2}, 1},
                          {-basis.down, {middle.x(), view.top() + edge + cap}, 0.5},
                          {basis.down, {middle.x(), view.bottom() - edge}, 0.5}};
    for (const Edge& each : edges) {
        if (sizes.isNarrow && each.alongX == 0.5) continue;
        const QString letters = directionLetters(each.direction);
        const QPointF place = each.place - QPointF(metrics.horizontalAdvance(letters) * each.alongX, 0);
        drawOutlined(painter, place, letters, font, colours.letter);
    }
}

void paintScaleBar(QPainter& painter, const Decorated& d) {
    if (d.decor.compact) return;
    const QRectF& view = d.geometry.view;
    const MarkSizes sizes(view, d.decor);
    const double mm = scaleBarLengthMm(view.width() * 0.28 * d.geometry.mmPerPixel);
    const double length = mm / d.geometry.mmPerPixel;
    if (length < 8) return;
    const double thick = std::max(1.0, std::round(sizes.text * 0.16)), tick = std::round(sizes.text * 0.45);
    const QPointF end(view.right() - sizes.margin, view.bottom() - sizes.margin);
    const QRectF parts[] = {{end - QPointF(length, thick), end},
                            {end - QPointF(length, tick), end - QPointF(length - thick, 0)},
                            {end - QPointF(thick, tick), end}};
    const double rim = d.decor.textScale;
    const MarkColours colours(d.decor);
    for (const QRectF& part : parts) fillCrisp(painter, part.adjusted(-rim, -rim, rim, rim), colours.rim);
    for (const QRectF& part : parts) fillCrisp(painter, part, colours.text);
    if (!d.decor.text) return;
    const QString label = mm >= 10 || mm == std::round(mm) ? QStringLiteral("%1 mm").arg(mm, 0, 'f', 0)
                                                           : QStringLiteral("%1 mm").arg(mm, 0, 'g', 2);
    const QFont font = markFont(sizes.text);
    const double width = QFontMetricsF(font).horizontalAdvance(label);
    const double x = end.x() - std::max(length / 2 + width / 2, width);
    drawOutlined(painter, {x, end.y() - tick - sizes.text * 0.35}, label, font, colours.text);
}

struct Row {
    const char* name;
    const char* title;
    bool ViewOptions::*shown;
    bool isText;
    void (*paint)(QPainter&, const Decorated&);
};

constexpr Row table[] = {
    {"crosshair", QT_TRANSLATE_NOOP("Decoration", "Crosshair"), &ViewOptions::crosshair, false, paintCrosshair},
    {"colour-bar", QT_TRANSLATE_NOOP("Decoration", "Colour bar"), &ViewOptions::colourBar, false, paintColourBar},
    {"scale-bar", QT_TRANSLATE_NOOP("Decoration", "Scale bar"), &ViewOptions::scaleBar, false, paintScaleBar},
    {"letters", QT_TRANSLATE_NOOP("Decoration", "Orientation letters"), &ViewOptions::letters, true, paintLetters},
    {"corner-text", QT_TRANSLATE_NOOP("Decoration", "Corner text"), &ViewOptions::cornerText, true, paintCornerText},
};

} // namespace

const std::vector<Decoration>& decorations() {
    static const std::vector<Decoration> all = [] {
        std::vector<Decoration> made;
        for (const Row& row : table)
            made.push_back({QString::fromLatin1(row.name), QCoreApplication::translate("Decoration", row.title),
                            row.shown, row.isText, row.paint});
        return made;
    }();
    return all;
}

void paintDecorations(QPainter& painter, const Decorated& decorated) {
    for (const Decoration& decoration : decorations())
        if (decorated.state.view.*decoration.shown && (decorated.decor.text || !decoration.isText))
            decoration.paint(painter, decorated);
    // Said in every picture, also without the other lines in the corners.
    if (decorated.decor.text && decorated.decor.notice && !decorated.state.view.cornerText)
        paintCorner(painter, decorated.geometry.view, decorated.decor, Qt::BottomLeftCorner,
                    {researchUseLine(decorated.decor)});
}

Decor decorOf(const std::vector<Cell>& cells, std::size_t index, bool text, double textScale) {
    Decor decor;
    decor.plane = cells[index].plane.value_or(Plane::Axial);
    decor.text = text;
    decor.textScale = textScale;
    decor.compact = cells.size() > 4;
    // All surface views show one map: its bar stands in the last of them.
    decor.bar = std::none_of(cells.begin() + static_cast<std::ptrdiff_t>(index) + 1, cells.end(),
                             [](const Cell& cell) { return cell.cortex.has_value(); });
    decor.notice = index == (decor.compact ? cells.size() - 1 : 0);
    return decor;
}

QColor planeColour(Plane plane) {
    static const QColor colours[] = {{255, 107, 95}, {94, 214, 120}, {247, 211, 74}};
    return colours[static_cast<int>(plane)];
}

QString planeTitle(Plane plane) {
    static constexpr const char* titles[] = {QT_TRANSLATE_NOOP("Layout", "Axial"),
                                             QT_TRANSLATE_NOOP("Layout", "Coronal"),
                                             QT_TRANSLATE_NOOP("Layout", "Sagittal")};
    return QCoreApplication::translate("Layout", titles[static_cast<int>(plane)]);
}

double scaleBarLengthMm(double longestMm) {
    if (!(longestMm > 0)) return 0;
    const double ten = std::pow(10, std::floor(std::log10(longestMm)));
    for (const double round : {5.0, 2.0})
        if (longestMm >= round * ten) return round * ten;
    return ten;
}

} // namespace neuraxis::render
