#pragma once

#include "core/model/cohort_index.h"

#include <array>
#include <map>

namespace neuraxis {

/// Counts of a cohort or of those of it that a filter shows, by group. A visit counts as a scan.
struct CohortBoard {
    static constexpr int visitColumns = 6; ///< The last counts six or more
    struct Line {
        QString group, title; ///< The key is empty for all together
        QRgb colour = 0;
        int participants = 0, scans = 0;
        std::array<int, visitColumns> withVisits{}; ///< Participants with 1, 2 ... 6 or more visits
        double medianFollowUpMonths = 0; ///< Of those seen at least twice; not a number where there is nobody
        std::map<int, int> participantsByYear,
            scansByYear; ///< Year of the first visit, of each visit; 0 without a date
    };
    std::vector<Line> groups; ///< Those with anybody, in the order of the index
    Line all;
};
CohortBoard boardOf(const CohortIndex& index, const std::vector<int>& rows);

} // namespace neuraxis
