#pragma once

#include "core/model/volume.h"

#include <vector>

namespace neuraxis {

/// A series of one of a participant's visits.
struct VisitSeries {
    int visit = 0;                        ///< Its place by date
    QString kind;                         ///< A key of itemKinds(), "" where it is not known
    const VolumeHeader* header = nullptr; ///< Outlives this
};

/// Of each visit, from 0 to `visits` - 1, the place in `series` of what is comparable with `reference`, a place there, and
/// most like it: of its kind, with like contrast, number of volumes and voxels. -1 where a visit has none. Of the
/// reference's own visit itself.
std::vector<int> comparableSeries(const std::vector<VisitSeries>& series, int reference, int visits);

} // namespace neuraxis
