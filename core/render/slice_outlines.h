#pragma once

#include "core/model/review_state.h"
#include "core/render/slice_geometry.h"

#include <QLineF>
#include <QPainter>
#include <vector>

namespace neuraxis::render {

/// One straight piece of where a plane cuts a surface.
struct OutlinePiece {
    QLineF line;      ///< In the view's coordinates
    VertexRef vertex; ///< The one of its triangle that is nearest to its middle
};

/// Where the plane of a view cuts the white or the pial surface of one side, triangle by triangle: exactly, whatever
/// voxels lie beneath. Pieces outside the view are left out.
std::vector<OutlinePiece> outlineOf(const Hemisphere& hemisphere, SurfaceShape shape, const SliceGeometry& geometry);

/// Draws the outlines of all cortices that show them. `scale` makes lines thicker, as text.
void paintOutlines(QPainter& painter, const ReviewState& state, const SliceGeometry& geometry, double scale);

} // namespace neuraxis::render
