#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace neuraxis {

/// The standard deviation of a normal distribution about 0 by its median of |x|.
inline constexpr double deviationOfMedian = 1.4826;

/// The middle one by size, of an even number the greater of the two. Not empty; puts the values in another order.
template <class Number> Number medianOf(std::vector<Number>& values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

} // namespace neuraxis
