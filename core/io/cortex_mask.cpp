#include "core/io/cortex_mask.h"

#include <algorithm>

namespace neuraxis::io {

std::vector<std::uint8_t> cortexByRegions(const RegionData& data) {
    std::vector<std::uint8_t> isCortex;
    if (std::all_of(data.regions.begin(), data.regions.end(), [](const Label& r) { return isCortexRegion(r.name); }))
        return isCortex; // a table of some regions, not of all the cortex
    for (const std::int32_t region : data.regionOf)
        isCortex.push_back(region >= 0 && isCortexRegion(data.regions[static_cast<std::size_t>(region)].name));
    return isCortex;
}

std::vector<std::uint8_t> cortexByThickness(const QString& map, const std::vector<float>& values) {
    std::vector<std::uint8_t> isCortex;
    if (!map.startsWith(QStringLiteral("thickness")) || std::find(values.begin(), values.end(), 0.0F) == values.end())
        return isCortex;
    for (const float value : values) isCortex.push_back(value != 0);
    return isCortex;
}

} // namespace neuraxis::io
