#include "core/analysis/demo_atlas.h"

#include <algorithm>
#include <cmath>

namespace neuraxis {

DemoAtlas::DemoAtlas(const Volume& aal)
    : size(aal.header().size), lpsToVoxel(aal.header().voxelToLps.inverse()), region(aal.header().voxelsPerVolume()),
      distance(region.size()) {
    const auto* voxels = reinterpret_cast<const std::uint8_t*>(aal.voxels());
    std::vector<std::size_t> edge, next;
    for (std::size_t i = 0; i < region.size(); ++i) {
        // Cerebellar hemispheres and before: odd is left, even the same on the right
        region[i] =
            voxels[i] <= 108 && voxels[i] > 0 ? static_cast<std::uint8_t>((voxels[i] - 1) / 2 * 2 + 1) : voxels[i];
        if (region[i] != 0) edge.push_back(i);
    }
    const auto nx = static_cast<std::ptrdiff_t>(size[0]), nxy = nx * size[1];
    const auto all = static_cast<std::ptrdiff_t>(region.size());
    for (int d = 1; d <= farthestMm; ++d, edge.swap(next)) {
        next.clear();
        for (const std::size_t from : edge)
            for (const std::ptrdiff_t step : {std::ptrdiff_t(-1), std::ptrdiff_t(1), -nx, nx, -nxy, nxy}) {
                const std::ptrdiff_t to = static_cast<std::ptrdiff_t>(from) + step;
                if (to < 0 || to >= all || region[static_cast<std::size_t>(to)] != 0) continue;
                region[static_cast<std::size_t>(to)] = region[from];
                distance[static_cast<std::size_t>(to)] = static_cast<std::uint8_t>(d);
                next.push_back(static_cast<std::size_t>(to));
            }
    }
}

std::ptrdiff_t DemoAtlas::voxelAt(const WorldPoint& lps) const {
    std::array<std::ptrdiff_t, 3> v{};
    for (std::size_t i = 0; i < 3; ++i) {
        const auto& row = lpsToVoxel[i];
        v[i] = std::lround(row[0] * lps.x + row[1] * lps.y + row[2] * lps.z + row[3]);
        if (v[i] < 0 || v[i] >= size[i]) return -1;
    }
    return v[0] + size[0] * (v[1] + static_cast<std::ptrdiff_t>(size[1]) * v[2]);
}

DemoAtlas::Place DemoAtlas::at(const WorldPoint& lps) const {
    const std::ptrdiff_t at = voxelAt(lps);
    if (at < 0) return {};
    return {region[static_cast<std::size_t>(at)], distance[static_cast<std::size_t>(at)]};
}

} // namespace neuraxis
