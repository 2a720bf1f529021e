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

/// By what images of one contrast are known from person to person: "T1", or what the scanner or a file calls it where the
/// kind tells too little ("flair"), with what was derived: "diffusion FA".
QString contrastOf(const QString& kind, const VolumeHeader& header);
/// Whether values mean the same at every visit and in every person, as those of a map of FA or of SUV do, by the unit, by
/// what was derived or by BIDS' and the field's words for such maps at the end of a name; brightness does not.
bool isQuantitative(const VolumeHeader& header);

/// Of each visit, from 0 to `visits` - 1, the place in `series` of what is comparable with `reference`, a place there, and
/// most like it: of its kind, with like contrast, number of volumes and voxels. -1 where a visit has none. Of the
/// reference's own visit itself.
std::vector<int> comparableSeries(const std::vector<VisitSeries>& series, int reference, int visits);

} // namespace neuraxis
