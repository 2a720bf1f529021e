#pragma once

#include "core/analysis/demo_atlas.h"
#include "core/analysis/scalar_grid.h"
#include "core/model/cortex.h"

namespace neuraxis {

/// How much of each place is white matter of one hemisphere of the head template, 0 to 1: one piece without cavities,
/// with ventricles, deep grey matter, hippocampus and amygdala filled, cut off at the midline, without cerebellum and
/// brain stem. `brain`: the template without its skull, uint8; `atlas` on its grid.
ScalarGrid demoWhiteMatter(const Volume& brain, const DemoAtlas& atlas, Side side);

} // namespace neuraxis
