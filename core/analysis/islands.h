#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace neuraxis {

/// Islands are voxels of one sign of `score` that hang together by faces, all beyond `least` without sign. 1 and -1 in
/// those that have `fewest` voxels and reach beyond `peak`, else 0. x fastest; what is not a number is in none.
std::vector<std::int8_t> islandsOf(const std::vector<float>& score, const std::array<int, 3>& size, double least,
                                   double peak, std::size_t fewest);

} // namespace neuraxis
