#pragma once

#include "core/model/time_line.h"

namespace neuraxis {

/// Where a time line's visits and events stand from left to right.
struct TimeLineLayout {
    static constexpr double leastGap = 26; ///< Between two visits, however near their days
    static constexpr double flagStep = 18; ///< Between two events' flags
    struct Mark {
        double x = 0;
        std::optional<double> onAxis; ///< Where it belongs, if there were room; nothing without a place along the axis
    };
    std::vector<Mark> visits, events;               ///< As the time line has them
    double start = 0, end = 0;                      ///< Of the line in real time; alike where nothing has a place there
    bool goesOnBefore = false, goesOnAfter = false; ///< Events stand beyond a break of the line there
};

/// Between two edges. Time goes from the first visit to the last and to events not much farther: what happened long before
/// or after must not press the visits together and stands beyond a break, in its order. What has no place along the axis
/// stands at the right end.
TimeLineLayout layOut(const TimeLine& line, TimeAxis axis, double left, double right);

} // namespace neuraxis
