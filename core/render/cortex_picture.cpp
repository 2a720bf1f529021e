#include "core/render/cortex_picture.h"

#include "core/model/orientation.h"
#include "core/render/colour_bar.h"
#include "core/render/corner_text.h"
#include "core/render/cortex_colours.h"
#include "core/render/outlined_text.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <algorithm>
#include <cmath>

namespace neuraxis::render {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(CortexPicture)
};

/// "Inflated"; between two forms both.
QString shapeTitle(const Cortex& cortex, double shape) {
    static constexpr const char* titles[] = {
        QT_TRANSLATE_NOOP("CortexPicture", "White surface"), QT_TRANSLATE_NOOP("CortexPicture", "Pial surface"),
        QT_TRANSLATE_NOOP("CortexPicture", "Inflated"), QT_TRANSLATE_NOOP("CortexPicture", "Sphere")};
    if (const double below = std::floor(shape); shape - below > 0.02 && shape - below < 0.98) {
        const QString from = shapeTitle(cortex, below), to = shapeTitle(cortex, below + 1);
        return from.isEmpty() || to.isEmpty() ? from + to : Texts::tr("%1 to %2").arg(from, to);
    }
    const auto nearest = static_cast<std::size_t>(std::clamp(std::lround(shape), 0L, long(surfaceShapes) - 1));
    const auto isMiddle = [](const auto& side) { return side && side->isMiddle; };
    if (nearest == 0 && std::any_of(cortex.sides.begin(), cortex.sides.end(), isMiddle))
        return Texts::tr("Midthickness surface");
    // What is not there is shown by another form: then nothing is said rather than something untrue.
    return cortex.has(static_cast<SurfaceShape>(nearest)) ? Texts::tr(titles[nearest]) : QString();
}

void paintLetters(QPainter& painter, const CortexCamera& camera, const QRectF& view, const Decor& decor) {
    const MarkSizes sizes(view, decor);
    if (view.width() < 6 * sizes.letter || view.height() < 6 * sizes.letter) return;
    const QFont font = markFont(sizes.letter, true);
    const QFontMetricsF metrics(font);
    const QColor colour = MarkColours(decor).letter;
    const double cap = metrics.capHeight(), edge = sizes.margin;
    const QPointF middle = view.center();
    const auto letters = [&](const WorldVector& direction, const QPointF& place, double alongX) {
        const QString text = directionLetters(direction).left(1);
        drawOutlined(painter, place - QPointF(metrics.horizontalAdvance(text) * alongX, 0), text, font, colour);
    };
    letters(-camera.right, {view.left() + edge, middle.y() + cap / 2}, 0);
    letters(camera.right, {view.right() - edge, middle.y() + cap / 2}, 1);
    letters(camera.up, {middle.x(), view.top() + edge + cap}, 0.5);
    letters(-camera.up, {middle.x(), view.bottom() - edge}, 0.5);
}

void paintVertex(QPainter& painter, const CortexRaster& raster, const VertexRef& vertex, const QRectF& view,
                 const Decor& decor) {
    const auto part = raster.placeOf(vertex);
    if (!part) return;
    const QPointF at = view.topLeft() + QPointF(part->x() * view.width(), part->y() * view.height());
    const double radius = MarkSizes(view, decor).letter * 0.42, line = 1.6 * decor.textScale;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(0, 0, 0, 190), line * 2.4));
    painter.drawEllipse(at, radius, radius);
    painter.setPen(QPen(QColor(255, 255, 255), line));
    painter.drawEllipse(at, radius, radius);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(255, 255, 255));
    painter.drawEllipse(at, line * 0.9, line * 0.9);
    painter.restore();
}

void paintEmpty(QPainter& painter, const QRectF& view, const Decor& decor, const QString& sentence) {
    const MarkSizes sizes(view, decor);
    painter.save();
    painter.setPen(MarkColours(decor).quiet);
    painter.setFont(markFont(sizes.text));
    painter.drawText(view.adjusted(sizes.margin * 3, 0, -sizes.margin * 3, 0), Qt::AlignCenter | Qt::TextWordWrap,
                     sentence);
    painter.restore();
}

/// Whether there is a surface of what the eye looks at.
bool isThere(const Cortex& cortex, const CortexEye& eye) {
    if (!eye.side) return hasSurface(cortex);
    const Hemisphere* hemisphere = cortex.side(*eye.side);
    return hemisphere && hemisphere->hasSurface();
}

std::vector<CornerLine> linesOf(const ReviewState& state, const NavigationState& navigation, const CortexLayer* layer,
                                const CortexEye& eye, const Decor& decor) {
    const MarkColours colours(decor);
    const bool isTurned = navigation.cortexTurnDeg != 0 || navigation.cortexTiltDeg != 0;
    const QString title = isTurned ? Texts::tr("%1, turned").arg(eyeTitle(eye)) : eyeTitle(eye);
    std::vector<CornerLine> lines{{title, {}, colours.volume, true}};
    if (!layer || (decor.compact && !decor.bar && !decor.notice)) return lines;
    QStringList shown{shapeTitle(*layer->cortex, state.cortex.shape)};
    // Other names may be files', and files are named after people.
    if (layer->showsMap())
        shown += isKnownMap(layer->map()->name) ? cortexMapTitle(layer->map()->name) : Texts::tr("Map");
    if (const Parcellation* parcellation = layer->parcellation())
        shown += parcellation->name.startsWith(QStringLiteral("aparc")) ? parcellation->name : Texts::tr("Regions");
    shown.removeAll(QString());
    lines.push_back({shown.join(QStringLiteral("  ·  ")), {}, colours.text});
    // Not the sentences: they may say whose files these are.
    const auto warnings = std::count_if(layer->cortex->findings.begin(), layer->cortex->findings.end(),
                                        [](const Finding& f) { return f.severity != Finding::Severity::Note; });
    if (decor.notice && warnings > 0)
        lines.push_back(
            {Texts::tr("%n warning(s) about these surfaces", nullptr, static_cast<int>(warnings)), {}, colours.letter});
    return lines;
}

} // namespace

void paintCortex(QPainter& painter, const CortexPicture& picture, const ReviewState& state,
                 const NavigationState& navigation, const QRectF& view, const Decor& decor) {
    painter.save();
    painter.setClipRect(view, Qt::IntersectClip);
    const CortexLayer* layer = state.shownCortex();
    Decor whole = decor; // one in a set of many views has a bar like that of few
    whole.compact = false;
    if (layer && !picture.image.isNull()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(view, picture.image, QRectF(picture.image.rect()));
    }
    if (decor.marks) {
        if (decor.text && !layer)
            paintEmpty(painter, view, decor, Texts::tr("No surfaces are open. Open a FreeSurfer subject folder."));
        else if (decor.text && layer && !isThere(*layer->cortex, picture.eye))
            paintEmpty(painter, view, decor,
                       hasSurface(*layer->cortex) ? Texts::tr("There is no surface of this side.")
                                                  : Texts::tr("There are values, but no surface to show them on."));
        if (layer && picture.raster) {
            if (state.view.crosshair)
                if (const auto vertex = nearestVertex(*layer->cortex, navigation.cursorLps, crosshairReachMm))
                    paintVertex(painter, *picture.raster, *vertex, view, decor);
            if (decor.text && state.view.letters) paintLetters(painter, picture.raster->camera(), view, decor);
        }
        if (state.view.colourBar && decor.bar && layer && layer->showsMap())
            paintColourBar(painter, view, whole, *layer->mapDisplay(), 0, layer->map()->unit);
        if (decor.text) {
            if (state.view.cornerText)
                paintCorner(painter, view, decor, Qt::TopLeftCorner,
                            linesOf(state, navigation, layer, picture.eye, decor));
            if (decor.notice) paintCorner(painter, view, decor, Qt::BottomLeftCorner, {researchUseLine(decor)});
        }
    }
    painter.restore();
}

} // namespace neuraxis::render
