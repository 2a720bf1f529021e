#include "core/io/vertex_regions.h"

#include "core/io/side_index.h"

#include <QCoreApplication>

namespace neuraxis::io {

std::optional<RegionData> regionOfLabel(const LabelData& label, const QString& name, std::size_t vertices) {
    RegionData data{{{1, name, qRgb(226, 96, 32)}}, std::vector<std::int32_t>(vertices, -1), 0};
    for (const std::uint32_t v : label.vertices) {
        if (v >= vertices) return {};
        data.regionOf[v] = 0;
    }
    return data;
}

Finding labelLeftOut(const QString& path) {
    return {Finding::Severity::Warning, QStringLiteral("size-mismatch"),
            QCoreApplication::translate("io", "%1 is left out: it names vertices that the hemisphere does not have.")
                .arg(fileName(path))};
}

Finding unknownRegions(std::size_t count, const QString& path) {
    return {Finding::Severity::Warning, QStringLiteral("unknown-regions"),
            QCoreApplication::translate("io",
                                        "%n vertex/vertices of %1 have a value that its table does not name; they are "
                                        "in no region.",
                                        nullptr, static_cast<int>(count))
                .arg(fileName(path))};
}

void putRegions(Parcellation& parcellation, Side side, RegionData data) {
    // The index in these tables is what aparc+aseg adds 1000 or 2000 to
    const bool asInAseg =
        parcellation.name == QStringLiteral("aparc") || parcellation.name.startsWith(QStringLiteral("aparc.DKTatlas"));
    if (asInAseg)
        for (Label& region : data.regions) region.id += side == Side::Left ? 1000 : 2000;
    parcellation.regions[at(side)] = std::move(data.regions);
    parcellation.regionOf[at(side)] = std::make_shared<const std::vector<std::int32_t>>(std::move(data.regionOf));
}

} // namespace neuraxis::io
