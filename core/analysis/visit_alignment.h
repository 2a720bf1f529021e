#pragma once

#include "core/analysis/alignment_kind.h"
#include "core/analysis/pair_figures.h"
#include "core/model/volume.h"
#include "core/model/world_transform.h"

#include <functional>
#include <optional>
#include <vector>

namespace neuraxis {

/// Whether an alignment may be used.
enum class AlignmentVerdict {
    Good,
    Doubtful, ///< Look at it first
    Failed    ///< Do not use its transform
};

/// How one image lies on another.
struct PairAlignment {
    WorldTransform secondOfFirst; ///< From a place in the first image to the same place in the second, LPS mm
    AlignmentVerdict verdict = AlignmentVerdict::Failed;
    double residualMm = 0; ///< How far pieces of the brain would still move by themselves, the median
    QString reason;        ///< One sentence; empty when good
    PairFigures figures;
};

/// How a visit lies in the space midway between all.
struct VisitPlace {
    AlignmentVerdict verdict = AlignmentVerdict::Failed;
    /// How far the pairs with the other visits disagree on it, over the brain (root mean square); of two visits, the
    /// residual of their pair.
    double residualMm = 0;
    QString reason; ///< One sentence; empty when good
};

/// How the visits of one participant lie on each other.
struct VisitsAlignment {
    /// From a place of the midway space to the same place in the visit; the identity for a visit that failed.
    std::vector<WorldTransform> visitOfMidway;
    std::vector<VisitPlace> visits;
    struct Pair {
        std::size_t first, second; ///< Visits
        PairAlignment alignment;
    };
    std::vector<Pair> pairs;
};

/// Lays an image on another, of the same or another contrast. Of a series the first volume is used (of diffusion, that
/// without). Swapped, the inverse is found. On all cores, from any thread: about half a second for two heads. `goOn` is
/// told the share done, 0 to 1; once it says false there is no result.
[[nodiscard]] std::optional<PairAlignment> alignPair(const Volume& first, const Volume& second, AlignmentKind kind,
                                                     const std::function<bool(double)>& goOn = {});

/// Lays visits on each other, each with each, and then all into the space midway between them: no visit is favoured. A
/// visit that lies on no other, or only on others that are left out, has failed. Null is no visit, and has failed too.
[[nodiscard]] std::optional<VisitsAlignment> alignVisits(const std::vector<std::shared_ptr<const Volume>>& visits,
                                                         AlignmentKind kind,
                                                         const std::function<bool(double)>& goOn = {});

/// How it is done, in words to be kept beside the result.
[[nodiscard]] QString alignmentMethod(AlignmentKind kind);

} // namespace neuraxis
