#pragma once

#include "core/model/compared_visit.h"
#include "core/model/cortex_display.h"
#include "core/model/display.h"

#include <QString>
#include <memory>
#include <optional>
#include <vector>

namespace neuraxis {

enum class Plane { Axial, Coronal, Sagittal };
/// Whose axes the planes follow: the patient's, or the grid of the lowest layer as it was acquired.
enum class PlaneFrame { Patient, Acquisition };

/// One volume in the stack of what is shown. `brain` is a mask on a grid of its own, for brain-only rendering.
struct Layer {
    std::shared_ptr<const Volume> volume;
    std::shared_ptr<const Volume> brain;
    Display display;
    /// Another volume, on a grid of its own: only where it is above 0 is the layer drawn. Null: everywhere
    std::shared_ptr<const Volume> mask{};
    /// Of labels that came from another visit than the one they lie over now: the uid of the visit they were laid over
    QString labelsOf{};

    /// The volumes that share one volume's window, ascending: those with the same b-value. 0 alone where all do.
    [[nodiscard]] std::vector<int> sharedWindow(int volume) const;
    /// Sets the window of a volume and of all that share it; with colours of their own below zero it ends there.
    void setWindow(const Range& window, int volume = 0);
    /// Whether nothing of what lies beneath is seen within the volume.
    [[nodiscard]] bool covers() const;
    bool operator==(const Layer&) const = default;
};

/// Conventions and marks of the views.
struct ViewOptions {
    bool radiological = true; ///< The patient's right is at the left of the screen
    bool noseLeft = true;     ///< In sagittal planes
    PlaneFrame frame = PlaneFrame::Patient;
    bool crosshair = true, letters = true, cornerText = true, scaleBar = true, colourBar = true;
    bool operator==(const ViewOptions&) const = default;
};

/// How the lowest visible layer is rendered as a volume.
struct VolumeView {
    QString preset = QStringLiteral("t1-head"); ///< A name of volumePresets()
    double opacityShift = 0; ///< Moves the opacity curve to higher values, in widths of the window: less is drawn
    bool shading = true;
    std::optional<Plane> clip; ///< What lies in front of this plane through the crosshair is cut away
    bool clipOtherSide = false;
    std::optional<double> cropMm; ///< Edge of a cube around the crosshair outside of which nothing is drawn
    bool operator==(const VolumeView&) const = default;
};

/// Everything drawn: the layers from the lowest up, and how. A value: copies share the voxels.
struct ReviewState {
    std::vector<Layer> layers;
    ViewOptions view;
    VolumeView volume;
    std::vector<CortexLayer> cortices; ///< The surface views show the first visible one
    CortexView cortex;
    QString layout = QStringLiteral("four"); ///< A name of layouts()
    /// Of the participant, by date, one image each: what is compared. See compared_state.h
    std::vector<ComparedVisit> visits;

    /// The layer that gives space its extent and the acquisition its axes: the lowest; null when empty.
    [[nodiscard]] const Layer* base() const { return layers.empty() ? nullptr : &layers.front(); }
    /// The layer that the 3-D view renders; null when none is visible.
    [[nodiscard]] const Layer* lowestVisible() const;
    /// The layer that the picture is of: the topmost visible one that covers what is beneath, else the lowest visible
    /// one; the base when none is visible, null when empty.
    [[nodiscard]] const Layer* shown() const;
    /// The cortex that the surface views show; null when none is visible.
    [[nodiscard]] const CortexLayer* shownCortex() const;
    /// Whether there is nothing at all to see.
    [[nodiscard]] bool isEmpty() const { return layers.empty() && cortices.empty(); }
    bool operator==(const ReviewState&) const = default;
};

/// A layer as it opens: see opening_display.h. An overlay is any but the lowest layer.
Layer makeLayer(std::shared_ptr<const Volume> volume, bool overlay);

/// Whether two images open with windows of the same order, so that values of one mean something in the other.
bool opensAlike(const Display& a, const Display& b);
/// What a reader changed in how one image looks, from how it `opened` to how it was `left`, done to how the `next`
/// opens. Windows and limits are values: they stay where both opened with windows of the same order.
Display carriedDisplay(const Display& opened, const Display& left, Display next);

} // namespace neuraxis
