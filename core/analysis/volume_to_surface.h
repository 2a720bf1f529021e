#pragma once

#include "core/model/cortex.h"
#include "core/model/display.h"

#include <functional>

namespace neuraxis {

/// Where between white (0) and pial surface (1) a volume is sampled, and how.
struct SurfaceSampling {
    Interpolation interpolation = Interpolation::Linear; ///< Nearest for labels; cubic is as linear
    double from = 0.5, to = 0.5;
    int samples = 1; ///< Spread evenly from `from` to `to`; their mean is taken

    /// In the middle of the cortex.
    static SurfaceSampling middle(Interpolation interpolation = Interpolation::Linear) { return {interpolation}; }
    /// The mean of seven places from 0.2 to 0.8, which leaves out what is half fluid or white matter.
    static SurfaceSampling throughCortex() { return {Interpolation::Linear, 0.2, 0.8, 7}; }
    bool operator==(const SurfaceSampling&) const = default;
};

/// One volume of a series on the vertices, a map with its name and unit: what lies at each vertex's place between white
/// and pial surface, or on the one of them that there is. Not a number where that is outside the grid, or the volume has
/// no number; of several samples those count that have one. Sides without either surface get none. On all cores.
CortexMap projectVolume(const Volume& volume, int index, const Cortex& cortex, const SurfaceSampling& sampling);

/// One sentence: "Sampled halfway between white and pial surface, linearly between voxels."
QString samplingInWords(const SurfaceSampling& sampling, const Cortex& cortex);

} // namespace neuraxis
