#include "core/io/dicom_groups.h"

#include <QByteArray>
#include <cmath>

namespace neuraxis::io {

namespace {

/// Tiles of a mosaic: how many, and where each lies.
struct Grid {
    int count = 0, across = 0;
    std::vector<WorldPoint> positions; ///< Of each tile's first pixel
    std::vector<double> timesMs;       ///< Of each tile; empty where not told
};

Grid siemensGrid(const FrameGroups& groups, const DicomFrame& whole) {
    Grid grid;
    const std::vector<CsaField>& csa = groups.header.csa;
    if (!groups.data().bytes(0x00080008).contains("MOSAIC")) return grid;
    grid.count = static_cast<int>(groups.find(0x0019, "SIEMENS MR HEADER", 0x0a).number().value_or(0));
    if (const auto n = csaNumbers(csa, "NumberOfImagesInMosaic"); grid.count <= 0 && !n.empty() && n[0] < 4096)
        grid.count = static_cast<int>(n[0]);
    const double stepMm = whole.betweenMm > 0 ? whole.betweenMm : whole.thicknessMm;
    if (grid.count < 2 || grid.count > 4096 || !(stepMm > 0)) return {};
    grid.across = static_cast<int>(std::ceil(std::sqrt(static_cast<double>(grid.count))));
    // The header's position is that of an image as large as the mosaic, about the same centre.
    const int columns = whole.columns / grid.across, rows = whole.rows / grid.across;
    const WorldPoint first = whole.position + whole.along * (whole.columnMm * (whole.columns - columns) / 2) +
                             whole.down * (whole.rowMm * (whole.rows - rows) / 2);
    WorldVector normal = cross(whole.along, whole.down);
    if (const auto n = csaNumbers(csa, "SliceNormalVector"); n.size() >= 3 && dot(normal, {n[0], n[1], n[2]}) < 0)
        normal = -normal;
    for (int i = 0; i < grid.count; ++i) grid.positions.push_back(first + normal * (stepMm * i));
    grid.timesMs = groups.find(0x0019, "SIEMENS MR HEADER", 0x29).numbers();
    if (grid.timesMs.empty()) grid.timesMs = csaNumbers(csa, "MosaicRefAcqTimes");
    return grid;
}

/// United Imaging's grid says of each tile where it lies and when it was acquired (domain.md 2.4).
Grid unitedImagingGrid(const FrameGroups& groups) {
    constexpr const char* block = "Image Private Header";
    Grid grid;
    const auto tiles = groups.find(0x0065, block, 0x51);
    const int count = static_cast<int>(groups.find(0x0065, block, 0x50).number().value_or(0));
    if (count < 2 || count > 4096 || !tiles) return grid;
    for (int i = 0; i < count; ++i) {
        const DicomDataset* tile = tiles.data->item(tiles.tag, i);
        const auto position = tile ? tile->numbers(0x00200032) : std::vector<double>();
        if (position.size() != 3) return {};
        grid.positions.push_back({position[0], position[1], position[2]});
        if (const auto time = timeOfDayMs(tile->bytes(0x00080032), false)) grid.timesMs.push_back(*time);
    }
    grid.count = count;
    grid.across = static_cast<int>(std::ceil(std::sqrt(static_cast<double>(count))));
    return grid;
}

} // namespace

void splitMosaic(const DicomHeader& header, std::vector<DicomFrame>& frames) {
    if (frames.size() != 1 || !frames.front().placed) return;
    const DicomFrame whole = frames.front();
    const FrameGroups groups(header, 0);
    const Grid grid = header.vendor == Vendor::UnitedImaging ? unitedImagingGrid(groups) : siemensGrid(groups, whole);
    if (grid.count < 2 || whole.columns % grid.across != 0) return;
    const int down =
        header.vendor == Vendor::UnitedImaging ? (grid.count + grid.across - 1) / grid.across : grid.across;
    if (whole.rows % down != 0) return;

    DicomFrame tile = whole;
    tile.columns = whole.columns / grid.across;
    tile.rows = whole.rows / down;
    tile.sliceLocationMm.reset();
    frames.clear();
    for (int i = 0; i < grid.count; ++i) {
        const auto at = static_cast<std::size_t>(i);
        tile.tileX = i % grid.across * tile.columns;
        tile.tileY = i / grid.across * tile.rows;
        tile.position = grid.positions[at];
        tile.sliceTimeMs =
            grid.timesMs.size() == grid.positions.size() ? std::optional(grid.timesMs[at]) : std::nullopt;
        frames.push_back(tile);
    }
}

} // namespace neuraxis::io
