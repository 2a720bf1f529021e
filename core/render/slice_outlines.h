#pragma once

#include "core/model/review_state.h"
#include "core/render/slice_geometry.h"

#include <QImage>
#include <QLineF>
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

/// Draws the outlines of all cortices that show them into the picture of a plane (premultiplied), which fills the
/// geometry's view. Lines are `width` of its pixels wide.
void drawOutlines(QImage& image, const ReviewState& state, const SliceGeometry& geometry, double width);
/// Whether any cortex shows outlines.
bool hasOutlines(const ReviewState& state);

} // namespace neuraxis::render
