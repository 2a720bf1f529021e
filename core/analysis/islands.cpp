#include "core/analysis/islands.h"

#include <algorithm>
#include <cmath>

namespace neuraxis {

std::vector<std::int8_t> islandsOf(const std::vector<float>& score, const std::array<int, 3>& size, double least,
                                   double peak, std::size_t fewest) {
    const auto nx = static_cast<std::size_t>(size[0]), nxy = nx * static_cast<std::size_t>(size[1]);
    std::vector<std::int8_t> sign(score.size());
    for (std::size_t i = 0; i < score.size(); ++i)
        if (std::abs(score[i]) >= least) sign[i] = score[i] > 0 ? 1 : -1;
    std::vector<bool> seen(sign.size());
    std::vector<std::size_t> island;
    for (std::size_t start = 0; start < sign.size(); ++start) {
        if (sign[start] == 0 || seen[start]) continue;
        island = {start};
        seen[start] = true;
        float greatest = 0;
        for (std::size_t next = 0; next < island.size(); ++next) {
            const std::size_t at = island[next], x = at % nx, inPlane = at % nxy;
            greatest = std::max(greatest, std::abs(score[at]));
            const auto visit = [&](bool isThere, std::size_t other) {
                if (!isThere || seen[other] || sign[other] != sign[start]) return;
                seen[other] = true;
                island.push_back(other);
            };
            visit(x > 0, at - 1);
            visit(x + 1 < nx, at + 1);
            visit(inPlane >= nx, at - nx);
            visit(inPlane + nx < nxy, at + nx);
            visit(at >= nxy, at - nxy);
            visit(at + nxy < sign.size(), at + nxy);
        }
        // A sign set to 0 would let its neighbours be found again; they are all seen
        if (island.size() < fewest || greatest < peak)
            for (const std::size_t voxel : island) sign[voxel] = 0;
    }
    return sign;
}

} // namespace neuraxis
