#include "widgets/canvas.h"

#include "core/model/compared_state.h"
#include "core/model/fourth.h"
#include "core/render/cortex_picture.h"
#include "core/render/layouts.h"
#include "core/render/volume_picture.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

namespace neuraxis {

Canvas::Canvas(Review& review, Navigation& navigation, QWidget* parent)
    : QWidget(parent), review(review), navigation(navigation), preset(&mousePresets().front()),
      left(&tool(preset->left)), layout(review.state().layout) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(320, 180);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Views"));
    connect(&review, &Review::changed, this, [this] {
        const bool isAnother = layout != this->review.state().layout;
        layout = this->review.state().layout;
        if (isAnother && maximised) toggleMaximised(); // a layout is chosen to be seen whole
        update();
    });
    connect(&navigation, &Navigation::changed, this, [this] {
        if (this->navigation.state().volume != rendered) settle.start();
        update();
    });
    // The volume of a film or a row of steps is rendered once it stays: the planes go first.
    settle.setSingleShot(true);
    settle.setInterval(300);
    connect(&settle, &QTimer::timeout, this, [this] {
        rendered = this->navigation.state().volume;
        update();
    });
    connect(&worker, &VolumeWorker::rendered, this, [this] {
        for (const View& view : views())
            if (view.isVolume()) update(view.place.toAlignedRect());
    });
    connect(&surfaces, &CortexWorker::rendered, this, [this] {
        for (const View& view : views())
            if (view.cortex) update(view.place.toAlignedRect());
    });
}

void Canvas::setMousePreset(const MousePreset& next) {
    preset = &next;
    setLeftTool(tool(preset->left));
}

void Canvas::setLeftTool(const Tool& next) {
    left = &next;
    Q_EMIT leftToolChanged();
}

std::vector<Canvas::View> Canvas::views() const {
    const render::Layout* layout = render::findLayout(review.state().layout);
    if (!layout) layout = &render::layouts().front();
    const bool isThere =
        maximised && (!maximised->visit || *maximised->visit < static_cast<int>(review.state().visits.size()));
    std::vector<render::Cell> cells = isThere ? std::vector{render::Cell{*maximised, QRectF(rect()), 0}}
                                              : layout->cells(review.state(), navigation.state(), QRectF(rect()));
    const std::vector<Plane> fitted = render::planesOf(cells);
    std::vector<View> views;
    std::size_t surfacesBefore = 0;
    for (const render::Cell& cell : cells) {
        View view{cell, {}, surfacesBefore, {}};
        if (cell.cortex) ++surfacesBefore;
        if (cell.plane) {
            const render::PlaneView plane(review.state(), navigation.state(), cell, fitted);
            view.geometry = plane.geometry();
            view.wipeAt = plane.wipeAt();
        }
        views.push_back(view);
    }
    return views;
}

void Canvas::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.fillRect(event->rect(), palette().color(QPalette::Mid));
    const std::vector<View> shown = views();
    const std::vector<render::Cell> cells(shown.begin(), shown.end());
    const std::vector<Plane> fitted = render::planesOf(cells);
    const double pixelRatio = devicePixelRatioF();
    std::vector<render::CortexViewport> surfaceViews;
    for (const View& view : shown)
        if (view.cortex) surfaceViews.push_back({*view.cortex, view.place.size() * pixelRatio});
    surfaces.request(review.state(), navigation.state(), surfaceViews, static_cast<int>(std::ceil(pixelRatio)));
    for (std::size_t index = 0; index < shown.size(); ++index) {
        const View& view = shown[index];
        if (!view.place.toAlignedRect().intersects(event->rect())) continue;
        painter.save();
        painter.setClipRect(view.place);
        painter.fillRect(view.place, Qt::black);
        const render::Decor decor = render::decorOf(cells, index, true);
        if (view.plane) {
            render::PlaneView(review.state(), navigation.state(), view, fitted).paint(painter, decor, blinking);
        } else if (view.cortex) {
            render::paintCortex(painter, surfaces.picture(view.surface, *view.cortex, review.state()), review.state(),
                                navigation.state(), view.place, decor);
        } else {
            NavigationState still = navigation.state();
            if (settle.isActive()) still.volume = rendered;
            worker.request(review.state(), still, (view.place.size() * pixelRatio).toSize());
            render::paintVolume(painter, worker.picture(), review.state(), navigation.state(), view.place, decor);
        }
        painter.restore();
    }
    if (drag && drag->tool->drawsRegion && drag->moved) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1.5));
        painter.drawRect(QRectF(drag->event.start, drag->event.now).normalized());
    }
}

std::optional<Canvas::View> Canvas::currentView() const {
    const auto shown = views();
    for (const View& view : shown)
        if (static_cast<const render::ViewOf&>(view) == current) return view;
    return shown.empty() ? std::nullopt : std::optional(shown.front());
}

std::optional<Plane> Canvas::currentPlane() const {
    const auto view = currentView();
    return view ? view->plane : std::nullopt;
}

std::optional<Canvas::View> Canvas::viewAt(const QPointF& place) const {
    for (const View& view : views())
        if (view.place.contains(place)) return view;
    return std::nullopt;
}

void Canvas::track(const View& view) { current = view; }

std::optional<WorldPoint> Canvas::worldAt(const View& view, const QPointF& place) const {
    if (view.geometry) return view.geometry->toWorld(place);
    const CortexLayer* layer = review.state().shownCortex();
    if (!view.cortex || !layer) return {};
    const auto raster = surfaces.picture(view.surface, *view.cortex, review.state()).raster;
    if (!raster) return {};
    const QPointF inView = place - view.place.topLeft();
    const auto vertex = raster->vertexAt({inView.x() / view.place.width(), inView.y() / view.place.height()});
    return vertex ? placeOf(*layer->cortex, *vertex, depthOf(review.state().cortex.shape)) : std::nullopt;
}

const Tool& Canvas::toolFor(const View& view, const QPointF& place, Qt::MouseButton button,
                            Qt::KeyboardModifiers modifiers) const {
    if (!view.plane) {
        if (button == Qt::LeftButton)
            return tool(view.cortex ? "turn" : modifiers & Qt::ShiftModifier ? "opacity" : "rotate");
        return tool(button == Qt::MiddleButton ? "pan" : button == Qt::RightButton ? "zoom" : "none");
    }
    if (button == Qt::LeftButton && isOnWipe(view, place)) return tool("wipe");
    if (button == Qt::LeftButton) return modifiers & Qt::ControlModifier ? tool("region") : *left;
    return tool(button == Qt::MiddleButton ? preset->middle : button == Qt::RightButton ? preset->right : "none");
}

bool Canvas::isOnWipe(const View& view, const QPointF& place) {
    constexpr double reach = 6; // to either side of a line that is hard to hit
    return view.wipeAt && std::abs(place.x() - view.place.left() - *view.wipeAt) <= reach;
}

void Canvas::act(Tool::Act step) {
    drag->event.plane = drag->view.geometry ? &*drag->view.geometry : nullptr;
    if (step) step(review, navigation, drag->event);
}

void Canvas::mousePressEvent(QMouseEvent* event) {
    if (drag || review.state().isEmpty()) return;
    const auto view = viewAt(event->position());
    if (!view) return;
    track(*view);
    beforePress = navigation.state();
    const Tool& chosen = toolFor(*view, event->position(), event->button(), event->modifiers());
    const QPointF here = event->position();
    const bool mirrored = view->cortex && view->cortex->side == Side::Right;
    drag = Drag{&chosen,
                *view,
                {nullptr, view->place.size(), here, here, here, ++gestures, view->visit.value_or(-1), mirrored},
                event->button()};
    const bool hadPoints = !navigation.state().pair.points.empty();
    act(chosen.press);
    // Three pairs are enough: after them a click is a click again.
    if (hadPoints && navigation.state().pair.points.empty()) setLeftTool(tool(preset->left));
}

void Canvas::mouseMoveEvent(QMouseEvent* event) {
    const QPointF here = event->position();
    if (drag) {
        if ((here - drag->event.start).manhattanLength() >= QApplication::startDragDistance() / 2) drag->moved = true;
        if (!drag->moved) return;
        drag->event.last = drag->event.now;
        drag->event.now = here;
        act(drag->tool->drag);
        if (drag->tool->drawsRegion) update();
    } else if (const auto view = viewAt(here)) {
        track(*view);
        setCursor(isOnWipe(*view, here) ? Qt::SplitHCursor : Qt::ArrowCursor);
        if (event->modifiers() & Qt::ShiftModifier)
            if (const auto place = worldAt(*view, here)) placeCursor(review, navigation, *place);
    }
    const auto under = viewAt(here);
    Q_EMIT hovered(under && !review.state().isEmpty() ? worldAt(*under, here) : std::nullopt);
}

void Canvas::mouseReleaseEvent(QMouseEvent* event) {
    if (!drag || event->button() != drag->button) return;
    drag->event.now = event->position();
    act(drag->tool->release);
    // On a surface the left button has nothing else to do: there a click is one in every preset.
    if (!drag->moved && drag->button == Qt::LeftButton && (preset->clickMovesCursor || drag->view.cortex) &&
        event->modifiers() == Qt::NoModifier)
        if (const auto place = worldAt(drag->view, event->position())) placeCursor(review, navigation, *place);
    drag.reset();
    update();
}

void Canvas::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return mousePressEvent(event);
    if (const auto view = viewAt(event->position())) {
        track(*view);
        navigation.set(beforePress); // the first of the two clicks was none
        toggleMaximised();
    }
}

void Canvas::toggleMaximised() {
    if (maximised)
        maximised.reset();
    else if (const auto view = currentView())
        maximised = *view;
    update();
    Q_EMIT maximisedChanged();
}

ReviewState Canvas::shownState() const {
    ReviewState state = review.state();
    if (maximised) render::showAlone(state, *maximised);
    return state;
}

void Canvas::wheelEvent(QWheelEvent* event) {
    const auto view = viewAt(event->position());
    if (!view || review.state().isEmpty()) return;
    track(*view);
    event->accept();
    // Some systems turn the wheel sideways while Shift is held.
    const QPoint turn = event->angleDelta();
    const bool shift = event->modifiers() & Qt::ShiftModifier;
    const double notches = (shift && turn.y() == 0 ? turn.x() : turn.y()) / 120.0;
    if (!view->plane || (event->modifiers() & Qt::ControlModifier)) {
        zoomAt(*view, event->position(), std::pow(1.15, notches));
        return;
    }
    wheelRest += notches;
    const int steps = static_cast<int>(std::trunc(wheelRest));
    wheelRest -= steps;
    if (shift && seriesLayer(review.state(), navigation.state()) >= 0)
        navigation.set(stepped(review.state(), navigation.state(), steps));
    else
        scroll(*view, steps);
}

void Canvas::zoomAt(const View& view, const QPointF& place, double factor) {
    NavigationState next = navigation.state();
    double& zoom = view.plane ? next.zoom : next.volumeZoom;
    const double before = zoom;
    zoom = std::clamp(zoom * factor, minimumZoom, maximumZoom);
    if (view.geometry) {
        // What lies under the pointer stays there.
        const WorldVector away = view.geometry->toWorld(place) - view.geometry->middleLps;
        next.centreLps = next.centreLps + away * (1 - before / zoom);
    }
    navigation.set(next);
}

void Canvas::scroll(const View& view, int steps) {
    const Layer* base = review.state().base();
    if (!base || !view.geometry || steps == 0) return;
    navigation.moveCursor(
        scrolled(base->volume->header(), view.geometry->basis.normal, navigation.state().cursorLps, steps));
}

void Canvas::scrollSlices(int steps) {
    if (const auto view = currentView()) scroll(*view, steps);
}

void Canvas::goToEnd(bool first) { scrollSlices(first ? -100000 : 100000); }

void Canvas::zoomBy(double factor) {
    if (const auto view = currentView()) zoomAt(*view, view->place.center(), factor);
}

void Canvas::panBy(const QPointF& pixels) {
    const auto view = currentView();
    if (!view || !view->geometry) return;
    NavigationState next = navigation.state();
    next.centreLps = next.centreLps + (view->geometry->toWorld(QPointF()) - view->geometry->toWorld(pixels));
    navigation.set(next);
}

void Canvas::resetView() {
    const Layer* base = review.state().base();
    NavigationState fresh;
    if (base)
        fresh = NavigationState::at(base->volume->header());
    else
        fresh.cursorLps = navigation.state().cursorLps;
    fresh.volume = navigation.state().volume;
    fresh.shell = navigation.state().shell;
    fresh.activeLayer = navigation.state().activeLayer;
    fresh.pair = navigation.state().pair;
    navigation.set(fresh);
}

// The keys act on the view under the pointer, without a click.
void Canvas::enterEvent(QEnterEvent*) { setFocus(Qt::MouseFocusReason); }
void Canvas::leaveEvent(QEvent*) { Q_EMIT hovered(std::nullopt); }

void Canvas::setBlinking(bool now) {
    if (now == blinking || (now && otherVisit(review.state(), navigation.state()) < 0)) return;
    blinking = now;
    update();
}

bool Canvas::event(QEvent* event) {
    const auto type = event->type();
    if (type == QEvent::KeyPress || type == QEvent::KeyRelease) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Escape && type == QEvent::KeyPress && isForVisits(*left)) {
            NavigationState without = navigation.state();
            without.pair.points.clear();
            navigation.set(without);
            setLeftTool(tool(preset->left));
            event->accept();
            return true;
        }
        if (key->key() == blinkKey && key->modifiers() == Qt::NoModifier) {
            if (!key->isAutoRepeat()) setBlinking(type == QEvent::KeyPress);
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void Canvas::focusOutEvent(QFocusEvent* event) {
    setBlinking(false);
    QWidget::focusOutEvent(event);
}

} // namespace neuraxis
