#pragma once

#include "core/render/plane_view.h"
#include "widgets/cortex_worker.h"
#include "widgets/tool.h"
#include "widgets/volume_worker.h"

#include <QTimer>
#include <QWidget>
#include <optional>

namespace neuraxis {

/// The views of a review, laid out as its layout says: paints them and turns mouse and wheel into navigation and
/// edits. A picture of it is the same function of state, navigation and size as one made without a window.
class Canvas : public QWidget {
    Q_OBJECT
  public:
    Canvas(Review& review, Navigation& navigation, QWidget* parent = nullptr);

    void setMousePreset(const MousePreset& preset);
    /// The tool of the left button in planes; a preset sets it to its own.
    void setLeftTool(const Tool& tool);
    [[nodiscard]] const Tool& leftTool() const { return *left; }

    /// Its plane; nothing for the 3-D and the surface views.
    [[nodiscard]] std::optional<Plane> currentPlane() const;
    void toggleMaximised();
    /// The state as these views show it: with the layout of the maximised view.
    [[nodiscard]] ReviewState shownState() const;
    [[nodiscard]] bool isMaximised() const { return maximised.has_value(); }
    /// Steps through slices of the current plane; positive is up.
    void scrollSlices(int steps);
    void zoomBy(double factor);
    void panBy(const QPointF& pixels);
    /// Everything fits again: zoom, centre, crosshair in the middle, camera to the face.
    void resetView();
    void goToEnd(bool first);
    [[nodiscard]] QSize sizeHint() const override { return {1000, 700}; }

    struct View : render::Cell {
        std::optional<render::SliceGeometry> geometry; ///< In the space of the lowest layer, where navigation is
        std::size_t surface = 0;                       ///< Of a surface view, its place among them
        std::optional<double> wipeAt;                  ///< Where the other visit begins, from the left edge
    };
    /// While it lasts, the two visits that are compared change places.
    void setBlinking(bool blinking);
    static constexpr Qt::Key blinkKey = Qt::Key_B; ///< Held down
    /// The views as they lie now, in the widget's coordinates.
    [[nodiscard]] std::vector<View> views() const;

  Q_SIGNALS:
    /// The pointer is over this place; nothing when it left the planes and surfaces.
    void hovered(const std::optional<WorldPoint>& lps);
    void leftToolChanged();
    void maximisedChanged();

  protected:
    void paintEvent(QPaintEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void mouseReleaseEvent(QMouseEvent*) override;
    void mouseDoubleClickEvent(QMouseEvent*) override;
    void wheelEvent(QWheelEvent*) override;
    void enterEvent(QEnterEvent*) override;
    void leaveEvent(QEvent*) override;
    bool event(QEvent*) override;
    void focusOutEvent(QFocusEvent*) override;

  private:
    struct Drag {
        const Tool* tool;
        View view;
        PointerEvent event;
        Qt::MouseButton button;
        bool moved = false;
    };
    [[nodiscard]] std::optional<View> viewAt(const QPointF& place) const;
    /// The view the keyboard acts on: where the pointer was last, if that is shown.
    [[nodiscard]] std::optional<View> currentView() const;
    void track(const View& view);
    /// What lies under a place of a view; nothing beside the surface and in the 3-D view.
    [[nodiscard]] std::optional<WorldPoint> worldAt(const View& view, const QPointF& place) const;
    const Tool& toolFor(const View& view, const QPointF& place, Qt::MouseButton button,
                        Qt::KeyboardModifiers modifiers) const;
    /// Whether a place is on the line between two visits.
    [[nodiscard]] static bool isOnWipe(const View& view, const QPointF& place);
    void zoomAt(const View& view, const QPointF& place, double factor);
    void act(Tool::Act act);
    void scroll(const View& view, int steps);

    Review& review;
    Navigation& navigation;
    VolumeWorker worker;
    CortexWorker surfaces;
    const MousePreset* preset;
    const Tool* left;
    std::optional<Drag> drag;
    NavigationState beforePress; ///< Where the first click of a double click began
    std::optional<render::ViewOf> maximised;
    QString layout; ///< That was drawn last
    render::ViewOf current{Plane::Axial, {}};
    double wheelRest = 0;
    int gestures = 0;
    bool blinking = false;
    QTimer settle;    ///< Runs while the volume changed too lately to be rendered
    int rendered = 0; ///< The volume of the series that the 3-D view shows meanwhile
};

} // namespace neuraxis
