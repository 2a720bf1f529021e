#pragma once

#include "core/analysis/alignment_image.h"
#include "core/analysis/visit_alignment.h"

namespace neuraxis {

/// Lays one image on another: search at the coarsest resolution, then finer and finer. `goOn` is asked between the
/// steps; nothing when it says false.
[[nodiscard]] std::optional<PairAlignment> alignImages(const AlignmentImage& first, const AlignmentImage& second,
                                                       AlignmentKind kind, const std::function<bool(double)>& goOn);

} // namespace neuraxis
