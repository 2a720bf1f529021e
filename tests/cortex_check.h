#pragma once

#include "core/io/scan.h"

#include <cmath>
#include <cstdlib>

namespace neuraxis::test {

/// Ends the program unless a cortex is one that can be shown: places that are finite, triangles of vertices that there
/// are, as many values as vertices.
inline void mustBeWhole(const Cortex& cortex) {
    const auto must = [](bool holds) {
        if (!holds) std::abort();
    };
    for (const auto& hemisphere : cortex.sides) {
        if (!hemisphere) continue;
        must(hemisphere->vertices > 0);
        for (const auto& points : hemisphere->shapes) {
            must(points.empty() || points.size() == hemisphere->vertices);
            for (const SurfacePoint& p : points) must(std::isfinite(p.x) && std::isfinite(p.y) && std::isfinite(p.z));
        }
        for (const Triangle& triangle : hemisphere->triangles)
            for (const std::uint32_t v : triangle) must(v < hemisphere->vertices);
        must(hemisphere->cortex.empty() || hemisphere->cortex.size() == hemisphere->vertices);
    }
    for (std::size_t s = 0; s < 2; ++s) {
        for (const auto& map : cortex.maps)
            must(!map->values[s] || (cortex.sides[s] && map->values[s]->size() == cortex.sides[s]->vertices));
        for (const auto& parcellation : cortex.parcellations) {
            const auto& regionOf = parcellation->regionOf[s];
            must(!regionOf || (cortex.sides[s] && regionOf->size() == cortex.sides[s]->vertices));
            if (!regionOf) continue;
            const auto regions = static_cast<std::int32_t>(parcellation->regions[s].size());
            for (const std::int32_t region : *regionOf) must(region >= -1 && region < regions);
        }
    }
}

/// Why a cortex or one of its files cannot be read; "" when all can.
inline QString whyNotRead(const io::FoundCortex& found, io::Job& job) {
    try {
        const auto cortex = io::readCortex(found, job);
        mustBeWhole(*cortex);
        for (const Finding& finding : cortex->findings)
            if (finding.code == QStringLiteral("unreadable")) return finding.text;
    } catch (const io::Error& error) {
        if (error.sentence().isEmpty()) std::abort();
        return error.sentence();
    }
    return {};
}

} // namespace neuraxis::test
