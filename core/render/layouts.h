#pragma once

#include "core/model/navigation.h"
#include "core/model/review_state.h"

#include <QRectF>
#include <QString>
#include <optional>
#include <vector>

namespace neuraxis::render {

/// One view of a layout: a plane, or the 3-D view.
struct Cell {
    std::optional<Plane> plane; ///< None: the 3-D view
    QRectF place;
    double offsetMm = 0; ///< From the crosshair along the plane's normal
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
/// The name of the layout that shows this view alone. No plane: the 3-D view.
QString singleLayout(const std::optional<Plane>& plane);
/// The planes among the cells, each once: what sliceGeometry() fits to one scale.
std::vector<Plane> planesOf(const std::vector<Cell>& cells);

} // namespace neuraxis::render
