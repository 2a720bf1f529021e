#pragma once

#include "core/io/freesurfer_surface.h"
#include "core/model/cortex.h"

namespace neuraxis::io {

/// The grid of the volume that a surface file was made of: by its footer, else of the volumes beside its folder.
std::optional<SurfaceGrid> surfaceGrid(const QString& path);

/// Moves a surface's points from where its file has them to scanner LPS: by its own words on its volume, else by the
/// volume beside its folder; and says where the two disagree, or that there is neither. A template's surfaces belong
/// to no scan, so that neither is told of them.
void placeInScanner(SurfaceData& surface, const QString& path, bool isStandard, std::vector<Finding>& told);

/// Turns all triangles when they face inwards, and says so.
void turnOutwards(const std::vector<SurfacePoint>& points, std::vector<Triangle>& triangles, const QString& path,
                  std::vector<Finding>& told);

/// The mean of points, millimetres.
WorldPoint centreOf(const std::vector<SurfacePoint>& points);

} // namespace neuraxis::io
