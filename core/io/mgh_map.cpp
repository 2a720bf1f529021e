#include "core/io/mgh.h"
#include "core/io/vertex_data.h"

#include <QtEndian>
#include <cmath>
#include <limits>

namespace neuraxis::io {

namespace {

VolumeHeader headerOf(const FileHead& head, std::shared_ptr<const VoxelSource>* source = nullptr) {
    const auto part = std::static_pointer_cast<const WholeVolume>(inspectMgh(head));
    if (source) *source = part->found.source;
    return part->found.header;
}

} // namespace

bool isMghMap(QByteArrayView bytes, const QString& name) {
    if (!isMgh(bytes, name) || bytes.size() < 284) return false;
    const auto size = [&](qsizetype axis) { return qFromBigEndian<qint32>(bytes.data() + 4 + 4 * axis); };
    if (qFromBigEndian<qint32>(bytes.data()) != 1 || size(1) != 1 || size(0) < 2) return false;
    // More vertices than older formats could count were split: 163842 = 27307 x 1 x 6
    return size(2) == 1 || name.startsWith(QStringLiteral("lh.")) || name.startsWith(QStringLiteral("rh."));
}

std::size_t mghMapVertices(const FileHead& head) { return headerOf(head).voxelsPerVolume(); }

Frames readMghMap(const FileHead& head) {
    std::shared_ptr<const VoxelSource> source;
    const VolumeHeader header = headerOf(head, &source);
    Job job;
    const Volume volume(header, source->read(header, job));
    const std::size_t count = header.voxelsPerVolume();
    Frames frames;
    for (int f = 0; f < header.volumes; ++f) {
        std::vector<float> values(count);
        const std::byte* voxels = volume.voxels(f);
        const auto convert = [&]<class T>(T) {
            for (std::size_t v = 0; v < count; ++v) {
                T number;
                std::memcpy(&number, voxels + v * sizeof(T), sizeof(T));
                values[v] = static_cast<float>(number);
            }
        };
        switch (header.type) {
        case StoredType::UInt8: convert(std::uint8_t()); break;
        case StoredType::Int16: convert(std::int16_t()); break;
        case StoredType::UInt16: convert(std::uint16_t()); break;
        case StoredType::Int32: convert(std::int32_t()); break;
        default: convert(float()); break;
        }
        frames.push_back(std::move(values));
    }
    return frames;
}

} // namespace neuraxis::io
