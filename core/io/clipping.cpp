#include "core/io/clipping.h"

#include "core/model/stored_type.h"

#include <QCoreApplication>

namespace neuraxis::io {

std::optional<Finding> clippedFinding(const VolumeHeader& header, const std::byte* voxels, std::size_t count,
                                      double ceiling) {
    std::size_t at = 0, below = 0; // the ceiling, and near it
    withStoredType(header.type, [&](auto zero) {
        const auto* stored = reinterpret_cast<const decltype(zero)*>(voxels);
        const auto top = static_cast<decltype(zero)>(ceiling), near = static_cast<decltype(zero)>(ceiling - 16);
        for (std::size_t i = 0; i < count; ++i) {
            at += stored[i] == top;
            below += stored[i] >= near;
        }
    });
    below -= at;
    if (at < 20 || at < count / 50000 || at <= below) return {};
    return Finding{
        Finding::Severity::Warning, QStringLiteral("clipped"),
        QCoreApplication::translate(
            "io", "Bright values are clipped: %1 voxels have the greatest number the scanner could store (%2).")
            .arg(at)
            .arg(ceiling)};
}

} // namespace neuraxis::io
