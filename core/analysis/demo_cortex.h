#pragma once

#include "core/analysis/demo_regions.h"
#include "core/model/cortex.h"

namespace neuraxis {

/// Where the demo's motor cortex becomes thinner.
struct DemoThinning {
    WorldPoint centreLps; ///< In the template
    double sigmaMm = 0;   ///< It becomes less with the distance as a normal distribution does
    double mm = 0;        ///< At the centre, beside overallMm
    double overallMm = 0; ///< Everywhere alike
};
/// How much of a thinning paracentral cortex has; precentral cortex has all.
inline constexpr double demoParacentralShare = 0.35;

/// The thickness goes up and down from place to place by a sum of such waves, as shares of it:
/// share * sin(2 pi perMm . p + phase) at the place p of the template, LPS.
struct DemoWave {
    WorldVector perMm;
    double phase = 0, share = 0;
};
const std::vector<DemoWave>& demoWaves();

/// The cortex of one side of the demo's head: a simulation, made of the head template. Space is the template's.
struct DemoHemisphere {
    Side side = Side::Left;
    SurfaceMesh white;
    std::vector<SurfacePoint> ways; ///< From white to pial, of length 1
    std::vector<float> roomMm;      ///< How far that way the pial surface can lie without folding into itself
    std::vector<SurfacePoint> inflated, sphere; ///< About the origin; the sphere's radius is 100 mm
    std::vector<float> sulcMm;                  ///< Depth below a smooth hull less its mean: positive in sulci
    std::vector<std::int32_t> regionOf;         ///< An index of demoRegions(), 0 where it is no cortex
    std::vector<float> thicknessMm;             ///< Of nobody's thinning; 0 where it is no cortex
    std::vector<float> motorShare;              ///< 0 to 1: how much a vertex takes part in thinning

    /// thicknessMm less what each thinning takes: (overallMm + mm * exp(-d^2 / (2 sigma^2))) * motorShare, d from its
    /// centre.
    [[nodiscard]] std::vector<float> thinned(const std::vector<DemoThinning>& thinnings) const;
};

/// Both maps come from the regions: each vertex has its region's value, which is then averaged so many times as
/// VertexGraph::averaged() does. The thickness is then multiplied by 1 and all waves; its regions' values are divided by
/// their means of that factor before, so that waves change no region's mean.
inline constexpr int demoAveragings = 15;

/// The pial surface so far from the white one, `ways` having length 1; `mm` becomes less where the surface would cut
/// through itself, until it does not.
SurfaceMesh demoPial(const SurfaceMesh& white, const std::vector<SurfacePoint>& ways, std::vector<float>& mm,
                     const VertexGraph& neighbours);

/// `brain`: the head template without its skull, uint8; `atlas` on its grid. 10 * 4^subdivisions + 2 vertices, the same
/// on every run. Takes some seconds; called from any thread.
DemoHemisphere demoHemisphere(const Volume& brain, const DemoAtlas& atlas, Side side, int subdivisions = 6);

} // namespace neuraxis
