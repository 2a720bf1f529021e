#include "core/io/dicom_pixels.h"

#include <algorithm>
#include <set>

namespace neuraxis::io {

namespace {
constexpr std::size_t mostSlices = 24;
}

std::optional<double> DicomVoxels::ceiling(const VolumeHeader& header) const {
    const PixelLayout& layout = slices.front().image->layout;
    const bool original = header.component.isEmpty() || header.component == QStringLiteral("magnitude");
    if (scaledToFloat || !original || layout.bitsAllocated != 16 || layout.bitsStored < 10 || layout.samples != 1 ||
        !layout.palette[0].isEmpty() || header.series.modality != QStringLiteral("MR"))
        return {};
    return (1 << (layout.bitsStored - (layout.isSigned ? 1 : 0))) - 1;
}

std::optional<std::pair<VolumeHeader, std::shared_ptr<const VoxelSource>>>
DicomVoxels::sample(const VolumeHeader& header) const {
    std::set<const DicomImage*> images;
    for (const DicomSlice& slice : slices) images.insert(slice.image.get());
    // Slices that share a file come with all of it
    const bool apart =
        images.size() == slices.size() || slices.front().image->layout.place.packing == PixelPlace::Packing::Native;
    if (!apart && slices.size() > mostSlices) return {};
    auto few = std::make_shared<DicomVoxels>();
    const std::size_t count = std::min(mostSlices, slices.size());
    for (std::size_t i = 0; i < count; ++i) {
        few->slices.push_back(slices[(2 * i + 1) * slices.size() / (2 * count)]);
        few->slices.back().place = i;
    }
    VolumeHeader of = header;
    of.size[2] = static_cast<int>(count);
    of.volumes = 1;
    return std::pair{of, few};
}

} // namespace neuraxis::io
