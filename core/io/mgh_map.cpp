#include "core/io/mgh.h"
#include "core/io/surface_names.h"
#include "core/io/vertex_data.h"
#include "core/model/stored_type.h"

#include <QtEndian>
#include <algorithm>

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
    return size(2) == 1 || beginsWithSide(name);
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
        withStoredType(header.type, [&](auto zero) {
            const auto* voxels = reinterpret_cast<const decltype(zero)*>(volume.voxels(f));
            std::transform(voxels, voxels + count, values.begin(), [](auto v) { return static_cast<float>(v); });
        });
        frames.push_back(std::move(values));
    }
    return frames;
}

} // namespace neuraxis::io
