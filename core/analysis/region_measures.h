#pragma once

#include "core/model/cortex.h"

#include <vector>

namespace neuraxis {

/// What a map has in one region.
struct RegionMean {
    QString region;
    Side side = Side::Left;
    int vertices = 0; ///< Those with a value
    /// Not a number without any. The deviation is that of all vertices (divided by n), as FreeSurfer's tables have it.
    double mean = 0, sd = 0;
};

/// Of each region that has vertices, left side first, in the parcellation's order. What is no cortex ("unknown",
/// "corpuscallosum", "Medial_wall") is left out, as in FreeSurfer's tables. Sides where map and parcellation have
/// not as many vertices are left out.
std::vector<RegionMean> regionMeans(const CortexMap& map, const Parcellation& parcellation);

/// The same regions with all that FreeSurfer's tables have of them. Thickness is of the map "thickness"; area of the map
/// "area", else of the white surface; volume of the map "volume", else between white and pial surface. What there is no
/// file for is not a number.
std::vector<RegionMeasures> regionMeasures(const Cortex& cortex, const Parcellation& parcellation);

/// By vertex, mm²: a third of each triangle that meets there.
std::vector<double> vertexAreasMm2(const Hemisphere& hemisphere, SurfaceShape shape);
/// By vertex, mm³: a third of each piece of cortex over a triangle that meets there. A piece is the oblique truncated
/// prism between white and pial triangle, split in three tetrahedra (Winkler et al., Cereb Cortex 2018;28:738-749).
/// Empty without both surfaces.
std::vector<double> vertexVolumesMm3(const Hemisphere& hemisphere);

/// A value of each region on all of its vertices, to be seen on the surface: not a number elsewhere.
struct RegionValue {
    QString region;
    Side side = Side::Left;
    double value = 0;
};
CortexMap regionMap(const Parcellation& parcellation, const std::vector<RegionValue>& values, const QString& name,
                    const QString& unit);

} // namespace neuraxis
