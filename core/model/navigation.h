#pragma once

#include "core/model/compared_visit.h"

#include <QObject>
#include <optional>
#include <vector>

namespace neuraxis {

struct ReviewState;

inline constexpr double minimumZoom = 0.1, maximumZoom = 50;

/// A place that somebody pointed at in two visits, each in its own space.
struct PointPair {
    WorldPoint inCurrent;
    std::optional<WorldPoint> inOther; ///< Not pointed at yet
    bool operator==(const PointPair&) const = default;
};

/// How two visits are looked at together.
struct VisitPair {
    QString other;             ///< uid of the visit that the current one is compared with; "": chosen by itself
    QString spaceOf;           ///< uid of the visit in whose space cursor and centre are; "" where nothing is compared
    Blend blend = Blend::None; ///< How the two lie over one another in planes
    double wipe = 0.5;         ///< Of a view's width: right of it the later visit is seen
    std::vector<PointPair> points; ///< By which the other is being aligned by hand
    bool operator==(const VisitPair&) const = default;
};

/// Where the reader is looking. Not part of the review: neither saved with it nor undone.
struct NavigationState {
    WorldPoint cursorLps; ///< The crosshair
    WorldPoint centreLps; ///< What lies in the middle of each plane; its part along the normal has no meaning
    double zoom = 1;      ///< 1: the whole volume fits the view
    int volume = 0;       ///< Index in the fourth dimension
    /// Of diffusion, the b-value whose volumes alone are walked through, in s/mm²; none: all
    std::optional<double> shell;
    int activeLayer = 0;      ///< Index in ReviewState::layers
    double azimuthDeg = 30;   ///< Of the 3-D camera: 0 looks at the face, 90 at the patient's left side
    double elevationDeg = 15; ///< Of the 3-D camera: 90 looks down on the vertex
    double cortexTurnDeg = 0; ///< Of surface views, about the screen's vertical from where they look by name
    double cortexTiltDeg = 0; ///< The same about the screen's horizontal
    double volumeZoom = 1;    ///< Of the 3-D and the surface views
    /// Shift of the 3-D and the surface pictures to the right and downwards, in heights of the view.
    std::array<double, 2> volumePan{0, 0};
    VisitPair pair;
    bool operator==(const NavigationState&) const = default;

    /// Cursor on the middle voxel, centre in the middle of the volume, zoom 1, first of its volumes.
    static NavigationState at(const VolumeHeader& header);
};

/// The index of the layer that tools and panels act on, within the layers there are; -1 when there are none.
int activeLayer(const ReviewState& state, const NavigationState& navigation);
/// The index in the fourth dimension, within what the volume has.
int volumeIndex(const VolumeHeader& header, const NavigationState& navigation);

/// A navigation that views share. Linked views have one; an unlinked view has its own.
class Navigation : public QObject {
    Q_OBJECT
  public:
    using QObject::QObject;
    [[nodiscard]] const NavigationState& state() const { return now; }
    /// Takes the new state and says so, unless nothing changed.
    void set(const NavigationState& state);
    /// Moves the crosshair.
    void moveCursor(const WorldPoint& lps);

  Q_SIGNALS:
    void changed();

  private:
    NavigationState now;
};

} // namespace neuraxis
