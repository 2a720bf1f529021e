#include "widgets/tool.h"

#include "core/model/window_level.h"
#include "widgets/visit_tools.h"

#include <QCoreApplication>
#include <QLineF>
#include <algorithm>
#include <cmath>
#include <cstring>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Tool)
};

QString dragKey(const char* what, const PointerEvent& event) {
    return QStringLiteral("%1 %2").arg(QLatin1String(what)).arg(event.gesture);
}

void moveCursor(Review& review, Navigation& navigation, const PointerEvent& event) {
    if (event.plane) placeCursor(review, navigation, event.plane->toWorld(event.now));
}

void dragWindow(Review& review, Navigation& navigation, const PointerEvent& event) {
    const int index = activeLayer(review.state(), navigation.state());
    if (index < 0) return;
    // Right is wider, up is brighter; 300 pixels make a window e times as wide or move it by its width.
    review.edit(
        Texts::tr("Change the window"),
        [&](ReviewState& state) {
            Layer& layer = state.layers[static_cast<std::size_t>(index)];
            const Range now = layer.display.window(navigation.state().volume);
            const double wider = now.width() * std::exp(event.moved().x() / 300);
            const Range range = rangeOf(now.centre() + event.moved().y() * now.width() / 300, wider);
            if (!std::isfinite(range.low) || !std::isfinite(range.high) || !(range.high > range.low)) return;
            layer.setWindow(range, navigation.state().volume);
        },
        dragKey("window", event));
}

void pan(Review&, Navigation& navigation, const PointerEvent& event) {
    NavigationState next = navigation.state();
    if (event.plane) {
        const WorldVector moved = event.plane->toWorld(event.now) - event.plane->toWorld(event.last);
        next.centreLps = next.centreLps + -moved;
    } else {
        next.volumePan[0] += event.moved().x() / std::max(1.0, event.view.height());
        next.volumePan[1] += event.moved().y() / std::max(1.0, event.view.height());
    }
    navigation.set(next);
}

void dragZoom(Review&, Navigation& navigation, const PointerEvent& event) {
    NavigationState next = navigation.state();
    double& zoom = event.plane ? next.zoom : next.volumeZoom;
    zoom = std::clamp(zoom * std::exp(-event.moved().y() / 200), minimumZoom, maximumZoom);
    navigation.set(next);
}

void dragWipe(Review&, Navigation& navigation, const PointerEvent& event) {
    NavigationState next = navigation.state();
    next.pair.wipe = std::clamp((event.now.x() - event.plane->view.left()) / event.plane->view.width(), 0.0, 1.0);
    navigation.set(next);
}

void rotate(Review&, Navigation& navigation, const PointerEvent& event) {
    NavigationState next = navigation.state();
    next.azimuthDeg = std::remainder(next.azimuthDeg - event.moved().x() * 0.5, 360.0);
    next.elevationDeg = std::clamp(next.elevationDeg + event.moved().y() * 0.5, -90.0, 90.0);
    navigation.set(next);
}

void turnCortex(Review&, Navigation& navigation, const PointerEvent& event) {
    NavigationState next = navigation.state();
    // What faces the eye goes with the pointer.
    const double turn = event.moved().x() * (event.mirrored ? 0.5 : -0.5);
    next.cortexTurnDeg = std::remainder(next.cortexTurnDeg + turn, 360.0);
    next.cortexTiltDeg = std::clamp(next.cortexTiltDeg - event.moved().y() * 0.5, -180.0, 180.0);
    navigation.set(next);
}

void dragOpacity(Review& review, Navigation&, const PointerEvent& event) {
    review.edit(
        Texts::tr("Shift the opacity"),
        [&](ReviewState& state) {
            double& shift = state.volume.opacityShift;
            shift = std::clamp(shift + (event.moved().y() - event.moved().x()) / 400, -1.0, 1.0);
        },
        dragKey("opacity", event));
}

void scroll(Review& review, Navigation& navigation, const PointerEvent& event) {
    const Layer* base = review.state().base();
    if (!base || !event.plane) return;
    const auto slices = [&](const QPointF& place) {
        return static_cast<int>(std::round((event.start.y() - place.y()) / 4));
    };
    navigation.moveCursor(scrolled(base->volume->header(), event.plane->basis.normal, navigation.state().cursorLps,
                                   slices(event.now) - slices(event.last)));
}

void windowFromRegion(Review& review, Navigation& navigation, const PointerEvent& event) {
    const int index = activeLayer(review.state(), navigation.state());
    if (index < 0 || !event.plane) return;
    if (QLineF(event.start, event.now).length() < 3) return;
    const Volume& volume = *review.state().layers[static_cast<std::size_t>(index)].volume;
    const WorldPoint corner = event.plane->toWorld(event.start);
    const Range range = regionRange(volume, corner, event.plane->toWorld({event.now.x(), event.start.y()}) - corner,
                                    event.plane->toWorld({event.start.x(), event.now.y()}) - corner,
                                    volumeIndex(volume.header(), navigation.state()));
    review.edit(Texts::tr("Window from a region"), [&](ReviewState& state) {
        state.layers[static_cast<std::size_t>(index)].setWindow(range, navigation.state().volume);
    });
}

} // namespace

void placeCursor(const Review& review, Navigation& navigation, const WorldPoint& lps) {
    const Layer* base = review.state().base();
    navigation.moveCursor(base ? base->volume->header().nearestInside(lps) : lps);
}

const std::vector<Tool>& tools() {
    static const std::vector<Tool> table = {
        {"crosshair", Texts::tr("Crosshair"), Texts::tr("Drag to move the crosshair in every plane"),
         QStringLiteral("H"), "crosshair", moveCursor, moveCursor, nullptr},
        {"window", Texts::tr("Window"), Texts::tr("Drag right for a wider window, up for a brighter picture"),
         QStringLiteral("W"), "window", nullptr, dragWindow, nullptr},
        {"pan", Texts::tr("Pan"), Texts::tr("Drag to move the picture"), QStringLiteral("T"), "pan", nullptr, pan,
         nullptr},
        {"zoom", Texts::tr("Zoom"), Texts::tr("Drag up to enlarge"), QStringLiteral("Z"), "zoom", nullptr, dragZoom,
         nullptr},
        {"scroll", Texts::tr("Scroll"), Texts::tr("Drag up and down through the slices"), QStringLiteral("U"), "scroll",
         nullptr, scroll, nullptr},
        {"region", Texts::tr("Window from region"), Texts::tr("Draw a box: the window is set to what is in it"),
         QStringLiteral("E"), "region", nullptr, nullptr, windowFromRegion, true},
        {"rotate", Texts::tr("Rotate"), Texts::tr("Drag to turn the head"), {}, nullptr, nullptr, rotate, nullptr},
        {"turn", Texts::tr("Turn"), Texts::tr("Drag to turn the surface"), {}, nullptr, nullptr, turnCortex, nullptr},
        {"opacity",
         Texts::tr("Shift the opacity"),
         Texts::tr("Drag up or right to see more tissue, down or left to see less"),
         {},
         nullptr,
         nullptr,
         dragOpacity,
         nullptr},
        {"move-visit",
         Texts::tr("Move the other visit"),
         Texts::tr("Drag to move the visit that is compared until it lies on the one shown"),
         {},
         nullptr,
         nullptr,
         moveVisit,
         nullptr},
        {"turn-visit",
         Texts::tr("Turn the other visit"),
         Texts::tr("Drag around the crosshair to turn the visit that is compared"),
         {},
         nullptr,
         nullptr,
         turnVisit,
         nullptr},
        {"point-pairs",
         Texts::tr("Point pairs"),
         Texts::tr("Click a place in the visit shown, then the same place in the one that is compared; after three "
                   "pairs it is aligned"),
         {},
         nullptr,
         pointAtPair,
         nullptr,
         nullptr},
        {"wipe",
         Texts::tr("Wipe"),
         Texts::tr("Drag the line to see more of one visit"),
         {},
         nullptr,
         nullptr,
         dragWipe,
         nullptr},
        {"none", Texts::tr("Nothing"), {}, {}, nullptr, nullptr, nullptr, nullptr},
    };
    return table;
}

bool isForVisits(const Tool& tool) {
    return tool.press == pointAtPair || tool.drag == moveVisit || tool.drag == turnVisit;
}

const Tool& tool(const char* name) {
    const auto& table = tools();
    const auto found =
        std::find_if(table.begin(), table.end(), [&](const Tool& t) { return std::strcmp(t.name, name) == 0; });
    return found == table.end() ? table.back() : *found;
}

const std::vector<MousePreset>& mousePresets() {
    static const std::vector<MousePreset> table = {
        {QStringLiteral("radiology"), Texts::tr("Radiology"),
         Texts::tr("Left: window, click for the crosshair. Right: zoom. As in PACS viewers."), "window", "pan", "zoom",
         true},
        {QStringLiteral("neuro"), Texts::tr("Neuro"), Texts::tr("Left: crosshair. Right: window. As in mrview."),
         "crosshair", "pan", "window", true},
        {QStringLiteral("slicer"), Texts::tr("Slicer"),
         Texts::tr("Shift+move: crosshair. Right: zoom. As in 3D Slicer."), "none", "pan", "zoom", false},
    };
    return table;
}

const MousePreset& mousePreset(const QString& name) {
    const auto& table = mousePresets();
    const auto found = std::find_if(table.begin(), table.end(), [&](const MousePreset& p) { return p.name == name; });
    return found == table.end() ? table.front() : *found;
}

} // namespace neuraxis
