#pragma once

#include "core/model/navigation.h"
#include "core/model/review.h"
#include "core/render/slice_geometry.h"

#include <QString>
#include <vector>

namespace neuraxis {

/// One step of a drag in a view, as plain values: places in the view's pixels, y downwards, and in the patient.
struct PointerEvent {
    const render::SliceGeometry* plane = nullptr; ///< Null in the 3-D and the surface views
    QSizeF view;
    QPointF start, last, now;
    int gesture = 0;       ///< The same for one press, drag and release; names the undo step
    int visit = -1;        ///< Whose view it is among the visits that are compared; -1: that of the lowest layer
    bool mirrored = false; ///< A surface view of the right side, which turns as the left one's mirror image

    [[nodiscard]] QPointF moved() const { return now - last; }
};

/// What a mouse drag does. Without state: a drag is a press, some drags and a release.
struct Tool {
    using Act = void (*)(Review&, Navigation&, const PointerEvent&);
    const char* name;
    QString title, help;      ///< Translated
    QString key;              ///< Chooses it for the left button; "" where it has none
    const char* icon;         ///< Resource name, null where it has no button
    Act press, drag, release; ///< Null where nothing happens
    bool drawsRegion = false; ///< A box from start to now is shown while dragging
};

/// Moves the crosshair there, or to the nearest place in the lowest layer.
void placeCursor(const Review& review, Navigation& navigation, const WorldPoint& lps);

/// Whether a tool puts a visit by hand: Escape ends it.
bool isForVisits(const Tool& tool);

/// Every tool for planes and for the 3-D view, in the order of the tool bar.
const std::vector<Tool>& tools();
const Tool& tool(const char* name);

/// Which tool each button is, in planes; the 3-D view has the same buttons in all presets.
struct MousePreset {
    QString name;        ///< Key in the settings: "radiology", "neuro", "slicer"
    QString title, help; ///< Translated
    const char* left;
    const char* middle;
    const char* right;
    bool clickMovesCursor; ///< A left click without a drag moves the crosshair
};
const std::vector<MousePreset>& mousePresets();
/// The preset of that name; the first for an unknown one.
const MousePreset& mousePreset(const QString& name);

} // namespace neuraxis
