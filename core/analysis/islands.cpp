#include "core/analysis/islands.h"

namespace neuraxis {

void keepIslands(std::vector<std::int8_t>& values, const std::array<int, 3>& size, std::size_t fewest) {
    const auto nx = static_cast<std::size_t>(size[0]), nxy = nx * static_cast<std::size_t>(size[1]);
    std::vector<bool> seen(values.size());
    std::vector<std::size_t> island;
    for (std::size_t start = 0; start < values.size(); ++start) {
        if (values[start] == 0 || seen[start]) continue;
        const std::int8_t value = values[start];
        island = {start};
        seen[start] = true;
        for (std::size_t next = 0; next < island.size(); ++next) {
            const std::size_t at = island[next], x = at % nx, row = at % nxy;
            const auto visit = [&](bool isThere, std::size_t other) {
                if (!isThere || seen[other] || values[other] != value) return;
                seen[other] = true;
                island.push_back(other);
            };
            visit(x > 0, at - 1);
            visit(x + 1 < nx, at + 1);
            visit(row >= nx, at - nx);
            visit(row + nx < nxy, at + nx);
            visit(at >= nxy, at - nxy);
            visit(at + nxy < values.size(), at + nxy);
        }
        if (island.size() < fewest)
            for (const std::size_t voxel : island) values[voxel] = 0;
    }
}

} // namespace neuraxis
