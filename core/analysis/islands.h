#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace neuraxis {

/// Sets to 0 what hangs together, by faces and with one value, in fewer than `fewest` voxels. x fastest.
void keepIslands(std::vector<std::int8_t>& values, const std::array<int, 3>& size, std::size_t fewest);

} // namespace neuraxis
