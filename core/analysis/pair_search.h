#pragma once

#include "core/analysis/pair_fit.h"

namespace neuraxis {

/// Where two images may lie on each other: the best first, at most `most`. From many starts, turned by up to about 40
/// degrees and shifted by up to 40 mm, and from where the scanner says that they lie. Transforms as of PairFit.
[[nodiscard]] std::vector<WorldTransform> likelyPlaces(const AlignmentImage& first, const AlignmentImage& second,
                                                       std::size_t most);

} // namespace neuraxis
