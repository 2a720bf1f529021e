#pragma once

#include "core/io/job.h"
#include "core/model/cohort.h"
#include "core/model/cortex.h"

#include <QStringList>
#include <vector>

namespace neuraxis::study {

/// What is known of the cortex's regions at all visits of a study.
struct RegionValues {
    struct OfVisit {
        QString participant, visit; ///< uids
        std::vector<RegionMeasures> regions;
        bool isLongitudinal = false; ///< Measured in FreeSurfer's longitudinal stream
    };
    std::vector<OfVisit> visits; ///< In the cohort's order; those of which something is known
    QStringList problems;        ///< A sentence for what cannot be read, or may not be compared
};

/// Reads them from what the visits have of the kind "thickness": the tables in FreeSurfer's folders (aparc, else DKT) and
/// rows of tables of regions. Of a visit with several, a longitudinal run goes before a cross-sectional one, a folder
/// before a table; tables add what is not known yet. Each file is read once, on all cores. Throws io::Cancelled.
RegionValues regionValues(const Cohort& cohort, io::Job& job);

} // namespace neuraxis::study
