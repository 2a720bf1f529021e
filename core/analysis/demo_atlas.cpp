#include "core/analysis/demo_atlas.h"

#include <algorithm>
#include <cmath>

namespace neuraxis {

DemoAtlas::DemoAtlas(const Volume& aal) : head(aal.header()), region(head.voxelsPerVolume()), distance(region.size()) {
    const auto* voxels = reinterpret_cast<const std::uint8_t*>(aal.voxels());
    std::vector<std::size_t> edge, next;
    for (std::size_t i = 0; i < region.size(); ++i) {
        // Cerebellar hemispheres and before: odd is left, even the same on the right
        region[i] =
            voxels[i] <= 108 && voxels[i] > 0 ? static_cast<std::uint8_t>((voxels[i] - 1) / 2 * 2 + 1) : voxels[i];
        if (region[i] != 0) edge.push_back(i);
    }
    const auto nx = static_cast<std::ptrdiff_t>(head.size[0]), nxy = nx * head.size[1];
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

DemoAtlas::Place DemoAtlas::at(const WorldPoint& lps) const {
    const VoxelIndex v = head.voxelToLps.toVoxel(lps);
    const auto i = static_cast<std::ptrdiff_t>(std::lround(v.i)), j = static_cast<std::ptrdiff_t>(std::lround(v.j)),
               k = static_cast<std::ptrdiff_t>(std::lround(v.k));
    if (i < 0 || j < 0 || k < 0 || i >= head.size[0] || j >= head.size[1] || k >= head.size[2]) return {};
    const auto at = static_cast<std::size_t>(i + head.size[0] * (j + static_cast<std::ptrdiff_t>(head.size[1]) * k));
    return {region[at], distance[at]};
}

} // namespace neuraxis
