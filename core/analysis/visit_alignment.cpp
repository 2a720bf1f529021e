#include "core/analysis/visit_alignment.h"

#include "core/analysis/pair_alignment.h"

namespace neuraxis {

std::optional<PairAlignment> alignPair(const Volume& first, const Volume& second, AlignmentKind kind,
                                       const std::function<bool(double)>& goOn) {
    return alignImages(AlignmentImage(first), AlignmentImage(second), kind, goOn);
}

} // namespace neuraxis
