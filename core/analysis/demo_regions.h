#pragma once

#include "core/analysis/demo_atlas.h"
#include "core/analysis/icosphere.h"
#include "core/analysis/vertex_graph.h"
#include "core/model/label_table.h"

namespace neuraxis {

/// A region of the Desikan-Killiany parcellation and how thick the demo's cortex is there.
struct DemoRegion {
    Label label; ///< Its id is its index in aparc: 0 unknown to 35 insula
    double thicknessMm = 0;
};
/// All 36 in the order of aparc.
const std::vector<DemoRegion>& demoRegions();
/// The index of a region by its name.
int demoRegion(const char* name);

/// For each vertex the index of its region, 0 where it is no cortex. A simulated parcellation: AAL's name at the cortex
/// above the vertex, called as Desikan and Killiany call what lies there. Regions are then evened at their borders and
/// islands of few vertices join what is about them.
std::vector<std::int32_t> demoParcellation(const SurfaceMesh& white, const std::vector<SurfacePoint>& ways,
                                           const VertexGraph& neighbours, const DemoAtlas& atlas);

} // namespace neuraxis
