#pragma once

#include "core/io/ras_words.h"
#include "core/model/triangle_chunks.h"
#include "core/model/volume.h"

#include <optional>
#include <vector>

namespace neuraxis::io {

// FreeSurfer's surfaces lie in "surface RAS" (tkrRAS): the space of a volume as if it were straight and centred on zero.
// FreeSurfer wiki "CoordinateSystems": scanner RAS = vox2ras * inverse(vox2ras-tkr) * surface RAS.

/// How the volume that a surface was made of fills space.
struct SurfaceGrid {
    std::array<int, 3> size{256, 256, 256};
    std::array<double, 3> spacingMm{1, 1, 1};
    Affine voxelToLps;
    QString file; ///< Its name as the surface has it; "" where it is not told
};

/// The grid of a volume. Throws nothing: an affine that cannot be inverted must have been mended before.
SurfaceGrid gridOf(const VolumeHeader& header);
/// Nothing where the words span no space.
std::optional<SurfaceGrid> gridFromRas(const std::array<int, 3>& size, const RasWords& words);

/// Surface RAS millimetres to scanner LPS millimetres.
Affine surfaceRasToLps(const SurfaceGrid& grid);
/// Scanner LPS millimetres to surface RAS millimetres.
Affine lpsToSurfaceRas(const SurfaceGrid& grid);
/// Where there is no volume to go by, and for surfaces that lie in no real space: x and y change sign.
Affine rasToLps();

/// Moves points by a matrix from millimetres to millimetres.
void move(std::vector<SurfacePoint>& points, const Affine& by);
/// Six times the volume that a surface encloses: positive where its triangles run anticlockwise seen from outside.
double sixfoldVolume(const std::vector<SurfacePoint>& points, const std::vector<Triangle>& triangles);

} // namespace neuraxis::io
