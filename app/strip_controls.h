#pragma once

#include "core/analysis/strip_band.h"
#include "core/io/job.h"
#include "core/model/cohort.h"
#include "core/model/cortex.h"

#include <array>

namespace neuraxis {

/// Motor-strip profiles of the study's controls of whom there are surfaces, or a table of the strip.
struct StripControls {
    struct One {
        QString participant; ///< uid
        std::array<StripControl, 2> sides;
    };
    std::vector<One> controls;
    QStringList problems; ///< A sentence for each folder that could not be read

    /// The band of a side for a participant, who is left out of the controls.
    [[nodiscard]] StripBand band(Side side, const QString& participant, double ageYears, const QString& sex,
                                 int least = 20) const;
    QString map; ///< The name of the map that they are of
    std::size_t bins = 40;
};
/// Reads them: of everybody in the group "control" the first visit, not failed, with a FreeSurfer folder; white surface,
/// aparc and the map of that name ("thickness") of both sides. Of those who have none, the row of a table of regions
/// with the thickness of as many parts of the strip (study::stripPartOf()). On all cores; a tenth of a second for each
/// folder. To be called off the GUI thread. Throws io::Cancelled.
StripControls stripControls(const Cohort& cohort, const QString& map, io::Job& job, int bins = 40);

} // namespace neuraxis
