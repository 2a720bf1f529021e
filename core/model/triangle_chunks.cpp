#include "core/model/triangle_chunks.h"

#include <utility>

namespace neuraxis {

namespace {

/// The bits of ten-bit numbers interleaved: places that are near get numbers that are near (Morton's order).
std::uint32_t spread(std::uint32_t v) {
    v = (v | v << 16) & 0x030000ff;
    v = (v | v << 8) & 0x0300f00f;
    v = (v | v << 4) & 0x030c30c3;
    return (v | v << 2) & 0x09249249;
}

} // namespace

TriangleChunks::TriangleChunks(std::initializer_list<const std::vector<SurfacePoint>*> all,
                               const std::vector<Triangle>& triangles) {
    std::vector<const std::vector<SurfacePoint>*> forms;
    for (const auto* form : all)
        if (!form->empty()) forms.push_back(form);
    if (forms.empty() || triangles.empty()) return;
    const std::vector<SurfacePoint>& points = *forms.front();
    const auto [least, greatest] = boundsOf(points);
    const float longest = std::max({greatest.x - least.x, greatest.y - least.y, greatest.z - least.z, 1e-6F});
    const float scale = 1023 / longest;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> keyed(triangles.size());
    for (std::size_t t = 0; t < triangles.size(); ++t) {
        const SurfacePoint& p = points[triangles[t][0]];
        const auto cell = [scale](float at, float from) { return static_cast<std::uint32_t>((at - from) * scale); };
        keyed[t] = {spread(cell(p.x, least.x)) | spread(cell(p.y, least.y)) << 1 | spread(cell(p.z, least.z)) << 2,
                    static_cast<std::uint32_t>(t)};
    }
    std::sort(keyed.begin(), keyed.end());
    order.resize(keyed.size());
    for (std::size_t i = 0; i < keyed.size(); ++i) order[i] = keyed[i].second;

    for (std::size_t first = 0; first < order.size(); first += chunkSize) {
        const SurfacePoint& start = points[triangles[order[first]][0]];
        SurfaceBounds bounds{start, start};
        for (std::size_t i = first; i < std::min(order.size(), first + chunkSize); ++i)
            for (const auto* form : forms)
                for (const std::uint32_t vertex : triangles[order[i]]) widen(bounds, (*form)[vertex]);
        const auto& [low, high] = bounds;
        // A little more, for what rounding takes away
        constexpr float more = 1e-3F;
        chunks.push_back({{(low.x + high.x) / 2, (low.y + high.y) / 2, (low.z + high.z) / 2},
                          {(high.x - low.x) / 2 + more, (high.y - low.y) / 2 + more, (high.z - low.z) / 2 + more}});
    }
}

} // namespace neuraxis
