#include "core/io/nrrd.h"
#include "core/io/voxel_cast.h"

#include <algorithm>

namespace neuraxis::io {

namespace {

QByteArray nrrdName(StoredType type) {
    switch (type) {
    case StoredType::Float32: return "float";
    case StoredType::Float64: return "double";
    default: return storedTypeName(type).toLatin1(); // int8 to uint32 are the format's names too
    }
}

} // namespace

void writeNrrd(const Volume& volume, const QString& path, Job& job) {
    const VolumeHeader& header = volume.header();
    StoredType type = header.type;
    const bool colour = type == StoredType::Rgb24;
    const bool scaled = !colour && (header.slope != 1 || header.intercept != 0);
    auto voxels = asCommonType(volume, type);
    if (scaled) {
        type = StoredType::Float32;
        voxels = castVoxels(volume, type, true);
    }
    const QByteArray typeName = nrrdName(colour ? StoredType::UInt8 : type);

    const auto vector = [](double x, double y, double z) {
        return '(' + QByteArray::number(x, 'g', 17) + ',' + QByteArray::number(y, 'g', 17) + ',' +
               QByteArray::number(z, 'g', 17) + ')';
    };
    QByteArray sizes, directions, kinds;
    const auto add = [&](int size, const QByteArray& direction, const char* kind) {
        sizes += ' ' + QByteArray::number(size);
        directions += ' ' + direction;
        kinds += QByteArray(" ") + kind;
    };
    if (colour) add(3, "none", "RGB-color");
    for (int axis = 0; axis < 3; ++axis) {
        const WorldVector step = header.voxelToLps.step(axis);
        add(header.size[static_cast<std::size_t>(axis)], vector(step.x, step.y, step.z), "domain");
    }
    if (header.volumes > 1) add(header.volumes, "none", "list");
    const WorldPoint origin = header.voxelToLps.origin();
    const QByteArray text =
        "NRRD0005\n# written by Neuraxis\ntype: " + typeName +
        "\ndimension: " + QByteArray::number(3 + (colour ? 1 : 0) + (header.volumes > 1 ? 1 : 0)) +
        "\nspace: left-posterior-superior\nsizes:" + sizes + "\nspace directions:" + directions + "\nkinds:" + kinds +
        "\nendian: little\nencoding: gzip\nspace origin: " + vector(origin.x, origin.y, origin.z) + "\n\n";
    NewFile file(path, false);
    file.write(text.constData(), static_cast<std::size_t>(text.size()));
    file.beginPacked();
    const std::size_t total = header.voxelsPerVolume() * static_cast<std::size_t>(header.volumes) * bytesPerVoxel(type);
    constexpr std::size_t block = 1U << 24;
    for (std::size_t done = 0; done < total; done += block) {
        job.throwIfCancelled();
        file.write(voxels.get() + done, std::min(block, total - done));
    }
    file.finish();
}

} // namespace neuraxis::io
