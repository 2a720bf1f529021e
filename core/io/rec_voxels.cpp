#include "core/io/rec_voxels.h"

#include "core/model/stored_type.h"

#include <cstring>

namespace neuraxis::io {

std::shared_ptr<const std::byte> RecVoxels::read(const VolumeHeader& header, Job& job) const {
    const auto pixels = static_cast<std::size_t>(header.size[0]) * static_cast<std::size_t>(header.size[1]);
    const std::size_t width = bytesPerVoxel(type), sliceBytes = pixels * bytesPerVoxel(header.type);
    auto voxels = allocate(header.bytes(), header.name);
    RandomFile file(rec);
    QByteArray raw(static_cast<qsizetype>(pixels * width), Qt::Uninitialized);
    job.expect(static_cast<int>(slices.size()));
    for (const Slice& slice : slices) {
        job.throwIfCancelled();
        file.read(slice.offset, raw.data(), pixels * width);
        auto* bytes = reinterpret_cast<std::byte*>(raw.data());
        std::byte* to = voxels.get() + slice.place * sliceBytes;
        if (!scaledToFloat)
            std::memcpy(to, bytes, pixels * width);
        else
            for (std::size_t i = 0; i < pixels; ++i) {
                const auto value = static_cast<float>(storedNumber(type, bytes, i) * slice.slope + slice.intercept);
                std::memcpy(to + i * sizeof value, &value, sizeof value);
            }
        job.advance();
    }
    return voxels;
}

} // namespace neuraxis::io
