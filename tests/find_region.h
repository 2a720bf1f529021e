#pragma once

#include "core/model/cortex.h"

#include <algorithm>

namespace neuraxis::test {

/// What is known of a region; null where there is nothing.
inline const RegionMeasures* find(const std::vector<RegionMeasures>& all, const QString& region,
                                  Side side = Side::Left) {
    const auto found = std::find_if(
        all.begin(), all.end(), [&](const RegionMeasures& one) { return one.region == region && one.side == side; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace neuraxis::test
