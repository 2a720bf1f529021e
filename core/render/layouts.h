#pragma once

#include "core/model/navigation.h"
#include "core/model/review_state.h"

#include <QRectF>
#include <QString>
#include <optional>
#include <vector>

namespace neuraxis::render {

/// What a view shows: a plane, a cortex seen from somewhere, or, with neither, the volume in 3-D.
struct ViewOf {
    std::optional<Plane> plane;
    std::optional<CortexEye> cortex;
    std::optional<int> visit{}; ///< Of a plane: which of ReviewState::visits it shows; none: the layers
    [[nodiscard]] bool isVolume() const { return !plane && !cortex; }
    bool operator==(const ViewOf&) const = default;
};

/// One view of a layout.
struct Cell : ViewOf {
    QRectF place;
    double offsetMm = 0; ///< Of a plane from the crosshair along its normal
    bool operator==(const Cell&) const = default;
};

/// A way to divide an area into views.
struct Layout {
    QString name;  ///< Key in files and on the command line
    QString title; ///< Translated
    std::vector<Cell> (*cells)(const ReviewState&, const NavigationState&, const QRectF& area);
};

/// Every layout, in the order of the menu.
const std::vector<Layout>& layouts();
/// The layout of that name; null for an unknown one.
const Layout* findLayout(const QString& name);
/// Of a layout the one that shows each visit by itself, and the other way round: "visits-axial" and "axial". A layout
/// that has none goes to that of the three planes.
QString visitsLayout(const QString& name);
QString plainLayout(const QString& name);
bool isVisitsLayout(const QString& name);
/// Makes a state one whose layout shows this view alone.
void showAlone(ReviewState& state, const ViewOf& view);
/// The planes among the cells, each once: what sliceGeometry() fits to one scale.
std::vector<Plane> planesOf(const std::vector<Cell>& cells);
/// Translated: "Left lateral", "Dorsal".
QString eyeTitle(const CortexEye& eye);

} // namespace neuraxis::render
