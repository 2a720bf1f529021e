#include "core/render/plane_view.h"

#include "core/model/compared_state.h"
#include "core/render/blended_visits.h"
#include "core/render/colour_bar.h"
#include "core/render/corner_text.h"
#include "core/render/outlined_text.h"
#include "core/render/slice_picture.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace neuraxis::render {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(PlaneView)
};

constexpr double squareSide = 48; ///< Of a checkerboard, in the view's units

const ComparedVisit& visitOf(const ReviewState& state, int visit) {
    return state.visits[static_cast<std::size_t>(visit)];
}

/// A plane across the space that the visits share, as it lies in the current one's.
SliceGeometry moved(const SliceGeometry& geometry, const WorldTransform& by) {
    SliceGeometry there = geometry;
    there.basis = {by(geometry.basis.right), by(geometry.basis.down), by(geometry.basis.normal)};
    there.middleLps = by(geometry.middleLps);
    return there;
}

QStringList warningsOf(const ComparedVisit& visit) {
    QStringList all;
    if (visit.quality == u"failed") all << Texts::tr("Failed quality");
    if (!visit.volume) all << Texts::tr("Being read…");
    switch (visit.place.alignment) {
    case Alignment::Waiting: all << Texts::tr("Not aligned yet"); break;
    case Alignment::Doubtful: all << Texts::tr("Alignment doubtful"); break;
    case Alignment::Failed: all << Texts::tr("Not aligned"); break;
    case Alignment::Good:
    case Alignment::ByHand: break;
    }
    if (!visit.place.reason.isEmpty()) all << visit.place.reason;
    return all;
}

/// Why two visits cannot be laid over one another in that way; "" where they can.
QString whyNotBlended(const ComparedVisit& one, const ComparedVisit& other, Blend blend) {
    for (const ComparedVisit* visit : {&one, &other})
        if (!visit->place.isAligned())
            return visit->place.alignment == Alignment::Waiting
                       ? Texts::tr("The visits are not aligned yet.")
                       : Texts::tr("%1 is not aligned, so that the two cannot be laid over one another. %2")
                             .arg(visit->name, visit->place.reason);
    if (blend == Blend::Difference && (!(one.place.gain > 0) || !(other.place.gain > 0)))
        return Texts::tr("The brightness of the two visits cannot be matched, so that their difference says nothing.");
    return {};
}

/// In the middle of a view, over as many lines as it takes.
void paintSentence(QPainter& painter, const QRectF& view, const Decor& decor, const QString& sentence) {
    const MarkSizes sizes(view, decor);
    const MarkColours colours(decor);
    const QFont font = markFont(sizes.text, true);
    const QRectF area = view.adjusted(view.width() * 0.12, 0, -view.width() * 0.12, 0);
    painter.save();
    painter.setFont(font);
    const QRectF place = painter.boundingRect(area, Qt::AlignCenter | Qt::TextWordWrap, sentence);
    const double room = sizes.margin;
    painter.fillRect(place.adjusted(-room, -room, room, room), QColor(0, 0, 0, 190));
    painter.setPen(QColor(255, 214, 120));
    painter.drawText(place, Qt::AlignCenter | Qt::TextWordWrap, sentence);
    painter.restore();
}

/// The title, its first word and number where that is too long.
void tell(Decor& decor, const ComparedVisit& visit, const QString& mark) {
    decor.visit = mark + visit.title;
    decor.visitShort = mark + visit.name;
    decor.warnings = warningsOf(visit);
}

} // namespace

PlaneView::PlaneView(const ReviewState& state, const NavigationState& navigation, const Cell& cell,
                     const std::vector<Plane>& fitted)
    : state(state), navigation(navigation), cell(cell) {
    const int current = currentVisit(state);
    // A view of a visit that is not there any more shows the layers
    if (cell.visit && (current < 0 || *cell.visit >= static_cast<int>(state.visits.size()))) this->cell.visit.reset();
    // The planes are the same in every way of looking: across the space that the visits share
    if (this->cell.visit || (isComparing(state) && state.view.frame == PlaneFrame::Patient)) {
        const WorldTransform& ofShared = visitOf(state, current).place.visitOfShared;
        ReviewState shared;
        shared.view = state.view;
        shared.layers = {{moved(state.layers.front().volume, ofShared.inverse()), {}, {}, {}}};
        inCurrent = moved(
            sliceGeometry(shared, inSharedSpace(state, navigation), *cell.plane, cell.place, fitted, cell.offsetMm),
            ofShared);
    } else {
        inCurrent = sliceGeometry(state, navigation, *cell.plane, cell.place, fitted, cell.offsetMm);
    }
}

std::optional<double> PlaneView::wipeAt() const {
    if (cell.visit || navigation.pair.blend != Blend::Wipe || otherVisit(state, navigation) < 0) return {};
    return std::round(std::clamp(navigation.pair.wipe, 0.0, 1.0) * cell.place.width());
}

void PlaneView::paint(QPainter& painter, Decor decor, bool swapped) const {
    const int current = currentVisit(state), other = otherVisit(state, navigation);
    if (cell.visit && current >= 0) {
        const int visit = !swapped                 ? *cell.visit
                          : *cell.visit == other   ? current
                          : *cell.visit == current ? other
                                                   : *cell.visit;
        return paintVisit(painter, decor, visit);
    }
    const bool hasOther = other >= 0 && visitOf(state, other).volume;
    if (hasOther && swapped) {
        tell(decor, visitOf(state, other), {});
        return paintSlice(painter, atVisit(state, other), navigation, inCurrent, decor);
    }
    if (hasOther && navigation.pair.blend != Blend::None) {
        const QString why = whyNotBlended(visitOf(state, current), visitOf(state, other), navigation.pair.blend);
        if (why.isEmpty()) return paintBlend(painter, decor, other);
        tell(decor, visitOf(state, current), {});
        paintSlice(painter, state, navigation, inCurrent, decor);
        if (decor.marks && decor.text) paintSentence(painter, cell.place, decor, why);
        return;
    }
    if (current >= 0) tell(decor, visitOf(state, current), {});
    paintSlice(painter, state, navigation, inCurrent, decor);
}

void PlaneView::paintVisit(QPainter& painter, Decor decor, int visit) const {
    const int current = currentVisit(state), other = otherVisit(state, navigation);
    const ComparedVisit& of = visitOf(state, visit);
    // The two that are compared are told apart without colours too.
    const QString mark = state.visits.size() < 3 ? QString()
                         : visit == current      ? QStringLiteral("● ")
                         : visit == other        ? QStringLiteral("○ ")
                                                 : QString();
    tell(decor, of, mark);
    const ReviewState seen = atVisit(state, visit);
    paintSlice(painter, seen, navigation, inCurrent, decor);
    // Small views have no colour bars; but a map's values are told once.
    if (decor.marks && decor.compact && decor.notice && seen.layers.size() > 1 && state.view.colourBar) {
        Decor large = decor;
        large.compact = false;
        const Layer& map = seen.layers.back();
        paintColourBar(painter, cell.place, large, map.display, navigation.volume, map.volume->header().unit);
    }
    if (visit == current || visit == other) paintPoints(painter, decor, visit);
}

void PlaneView::paintPoints(QPainter& painter, const Decor& decor, int visit) const {
    if (!decor.marks) return;
    const bool isOther = visit != currentVisit(state);
    const WorldTransform toCurrent = visitOfCurrent(state, visit).inverse();
    const double reach = 4 * decor.textScale, nearMm = 2;
    const MarkColours colours(decor);
    painter.save();
    painter.setClipRect(cell.place, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < navigation.pair.points.size(); ++i) {
        const PointPair& pair = navigation.pair.points[i];
        if (isOther && !pair.inOther) continue;
        const WorldPoint place = toCurrent(isOther ? *pair.inOther : pair.inCurrent);
        if (std::abs(dot(place - inCurrent.middleLps, inCurrent.basis.normal)) > nearMm) continue;
        const QPointF at = inCurrent.toView(place);
        painter.setPen(QPen(colours.letter, 1.5 * decor.textScale));
        painter.drawEllipse(at, reach, reach);
        drawOutlined(painter, at + QPointF(1.5 * reach, reach), QString::number(i + 1),
                     markFont(12 * decor.textScale, true), colours.letter);
    }
    painter.restore();
}

void PlaneView::paintBlend(QPainter& painter, const Decor& plain, int other) const {
    // Time goes to the right: the earlier visit is the first.
    const int current = currentVisit(state), early = std::min(current, other), late = std::max(current, other);
    Decor decor = plain;
    decor.visit = visitOf(state, early).title + QStringLiteral("  |  ") + visitOf(state, late).title;
    decor.visitShort = visitOf(state, early).name + QStringLiteral(" | ") + visitOf(state, late).name;
    for (const int visit : {early, late})
        for (const QString& warning : warningsOf(visitOf(state, visit)))
            decor.warnings << visitOf(state, visit).name + QStringLiteral(": ") + warning;

    if (navigation.pair.blend == Blend::Wipe) {
        const double at = cell.place.left() + *wipeAt();
        Decor bare;
        bare.marks = false;
        const auto half = [&](int visit, double from, double to) {
            painter.save();
            painter.setClipRect(QRectF(QPointF(from, cell.place.top()), QPointF(to, cell.place.bottom())),
                                Qt::IntersectClip);
            paintSlice(painter, atVisit(state, visit), navigation, inCurrent, bare);
            painter.restore();
        };
        half(early, cell.place.left(), at);
        half(late, at, cell.place.right());
        const double wide = decor.textScale, grip = 9 * decor.textScale;
        const MarkColours colours(decor);
        painter.fillRect(QRectF(at - wide / 2, cell.place.top(), wide, cell.place.height()), colours.text);
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(colours.rim, wide));
        painter.setBrush(colours.text);
        const QPointF middle(at, cell.place.top() + cell.place.height() * 0.75);
        for (const double way : {-1.0, 1.0})
            painter.drawPolygon(QPolygonF{middle + QPointF(way * 0.35 * grip, -0.6 * grip),
                                          middle + QPointF(way * grip, 0),
                                          middle + QPointF(way * 0.35 * grip, 0.6 * grip)});
        painter.restore();
    } else {
        const Layer first = *overCurrent(state, early), second = *overCurrent(state, late);
        paintPixels(painter, inCurrent, cell.place, [&](const SliceGeometry& onDevice, const QSize& pixels) {
            if (navigation.pair.blend == Blend::Fusion) return fusionImage(first, second, navigation, onDevice, pixels);
            if (navigation.pair.blend == Blend::Difference)
                return differenceImage(first, second, navigation, onDevice, pixels);
            const double scale = pixels.width() / onDevice.view.width();
            return checkerboardImage(first, second, navigation, onDevice, pixels,
                                     static_cast<int>(std::lround(squareSide * decor.textScale * scale)));
        });
    }
    if (!decor.marks) return;
    ReviewState marked = state;
    if (navigation.pair.blend != Blend::Wipe) marked.layers = {marked.layers.front()}; // overlays are not drawn
    if (navigation.pair.blend == Blend::Difference) marked.view.colourBar = false;
    paintDecorations(painter, {marked, navigation, inCurrent, decor});
    if (navigation.pair.blend == Blend::Difference && state.view.colourBar)
        paintColourBar(painter, cell.place, decor, differenceDisplay(), 0, Texts::tr("% of the window"));
}

} // namespace neuraxis::render
