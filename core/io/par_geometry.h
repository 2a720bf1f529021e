#pragma once

#include "core/io/par_header.h"
#include "core/model/volume.h"

namespace neuraxis::io {

/// Where the slices of a PAR file lie: the grid's axes, and the slice numbers along its normal.
struct ParGeometry {
    Affine voxelToLps;
    std::vector<int> slices; ///< Slice numbers as in the table, in ascending order along the normal
    std::vector<int> place;  ///< Of each of them on the grid
    int slicesOnGrid = 1;    ///< Places without a slice included
    std::vector<Finding> findings;
};

/// The geometry of images that share size, orientation and angulation. `whole`: they are all of the file, so that its
/// general part, which has more decimals, tells their centre and angulation.
ParGeometry layOutPar(const ParHeader& par, const std::vector<const ParImage*>& images, bool whole);

} // namespace neuraxis::io
