#include "core/io/mgh.h"

#include "core/io/byte_order.h"
#include "core/io/raw_voxels.h"
#include "core/io/voxel_cast.h"

#include <QCoreApplication>
#include <cmath>
#include <limits>
#include <numbers>

namespace neuraxis::io {

namespace {

constexpr std::size_t voxelsAt = 284;

struct TypeRow {
    int code;
    StoredType type;
};
constexpr TypeRow types[] = {{0, StoredType::UInt8},
                             {1, StoredType::Int32},
                             {3, StoredType::Float32},
                             {4, StoredType::Int16},
                             {10, StoredType::UInt16}};

template <class T> T load(QByteArrayView bytes, qsizetype at) { return loadNumber<T>(bytes.data() + at, true); }

/// The type the format holds and, if it is not the volume's own, why it may differ.
StoredType writableType(const Volume& volume, bool& scaled) {
    const VolumeHeader& header = volume.header();
    scaled = header.slope != 1 || header.intercept != 0;
    if (scaled) return StoredType::Float32;
    switch (header.type) {
    case StoredType::Int8: return StoredType::Int16;
    case StoredType::UInt16:
        return storedRange(volume)[1] <= std::numeric_limits<std::int16_t>::max() ? StoredType::Int16
                                                                                  : StoredType::Int32;
    case StoredType::UInt32:
    case StoredType::Float64: return StoredType::Float32;
    default: return header.type;
    }
}

/// What follows the voxels: TR and TE and TI in milliseconds, the flip angle in radians. Of packed files only those
/// are unpacked for it that are not large; the trailer may be missing.
void readTrailer(const FileHead& head, quint64 at, VolumeHeader& header) {
    constexpr quint64 mostUnpacked = 20U << 20; // a conformed head of bytes
    float numbers[4]{};
    if (head.gzipped ? at > mostUnpacked : at + sizeof numbers > static_cast<quint64>(head.size)) return;
    try {
        PackedReader reader(head.path);
        reader.skip(at);
        reader.read(numbers, sizeof numbers);
    } catch (const Error&) {
        return;
    }
    const auto number = [&](int i) {
        const auto value = static_cast<double>(loadNumber<float>(numbers + i, true));
        return std::isfinite(value) && value > 0 && value < 1e6 ? value : 0;
    };
    header.acquisition.repetitionTimeMs = number(0);
    header.acquisition.flipAngleDeg = number(1) * 180 / std::numbers::pi;
    if (header.volumes > 1) header.fourth.stepMs = number(0);
    const auto each = [&](double value) {
        return value > 0 && header.volumes < 100000
                   ? std::vector<double>(static_cast<std::size_t>(header.volumes), value)
                   : std::vector<double>();
    };
    header.fourth.echoTimesMs = each(number(2));
    header.fourth.inversionTimesMs = each(number(3));
}

} // namespace

MghGrid mghGrid(QByteArrayView bytes) {
    MghGrid grid;
    for (int i = 0; i < 3; ++i) grid.size[static_cast<std::size_t>(i)] = load<qint32>(bytes, 4 + 4 * i);
    if (load<qint16>(bytes, 28) <= 0) return grid;
    auto& [spacingMm, directions, centre] = grid.words;
    for (int i = 0; i < 3; ++i) spacingMm[static_cast<std::size_t>(i)] = load<float>(bytes, 30 + 4 * i);
    for (int i = 0; i < 9; ++i) directions[static_cast<std::size_t>(i)] = load<float>(bytes, 42 + 4 * i);
    for (int i = 0; i < 3; ++i) centre[static_cast<std::size_t>(i)] = load<float>(bytes, 78 + 4 * i);
    return grid;
}

bool isMgh(QByteArrayView firstBytes, const QString& name) {
    return name.endsWith(QStringLiteral(".mgz")) || name.endsWith(QStringLiteral(".mgh")) ||
           (name.endsWith(QStringLiteral(".mgh.gz")) && firstBytes.startsWith(QByteArrayView("\0\0\0\1", 4)));
}

std::shared_ptr<const Part> inspectMgh(const FileHead& head) {
    const QByteArrayView bytes = head.bytes;
    if (bytes.size() < static_cast<qsizetype>(voxelsAt)) throwTruncated(head.path);
    if (load<qint32>(bytes, 0) != 1)
        throw Error(
            QCoreApplication::translate("io", "%1 is named like an MGH image but is none. Check where it comes from.")
                .arg(fileName(head.path)));
    const int code = load<qint32>(bytes, 20);
    const auto row = std::find_if(std::begin(types), std::end(types), [&](const TypeRow& t) { return t.code == code; });
    if (row == std::end(types)) throwBadHeader(head.path, QStringLiteral("type %1").arg(code));

    auto part = std::make_shared<WholeVolume>();
    VolumeHeader& header = part->found.header;
    header.format = QStringLiteral("MGH");
    header.name = baseName(head.path);
    header.type = row->type;
    const MghGrid grid = mghGrid(bytes);
    const std::array<qint64, 3> size{grid.size[0], grid.size[1], grid.size[2]};
    const qint64 frames = load<qint32>(bytes, 16);
    quint64 length = 0;
    if (!sizesAreSane(size, frames, bytesPerVoxel(row->type), length))
        throwBadHeader(head.path,
                       QStringLiteral("%1 x %2 x %3 x %4").arg(size[0]).arg(size[1]).arg(size[2]).arg(frames));
    header.size = grid.size;
    header.volumes = static_cast<int>(frames);

    header.voxelToLps = voxelToLps(grid.words, grid.size);
    mendAffine(header, grid.words.spacingMm);

    auto source = std::make_shared<RawVoxels>();
    source->path = head.path;
    source->skip = voxelsAt;
    source->bigEndian = true;
    checkHolds(head, voxelsAt + length);
    part->found.files = {head.path};
    part->found.source = source;
    readTrailer(head, voxelsAt + length, header);
    return part;
}

void writeMgh(const Volume& volume, const QString& path, Job& job) {
    const VolumeHeader& header = volume.header();
    if (header.type == StoredType::Rgb24)
        throw Error(
            QCoreApplication::translate("io", "%1 cannot be written: MGH holds no colour. Choose .nii.gz or .nrrd.")
                .arg(fileName(path)));
    bool scaled = false;
    const StoredType type = writableType(volume, scaled);
    const auto voxels = castVoxels(volume, type, scaled);
    const std::size_t count = header.voxelsPerVolume() * static_cast<std::size_t>(header.volumes);
    swapBytes(voxels.get(), count * bytesPerVoxel(type), bytesPerVoxel(type));

    QByteArray head(voxelsAt, '\0');
    const auto put = [&](qsizetype at, auto number) { qToBigEndian(number, head.data() + at); };
    put(0, qint32(1));
    for (int i = 0; i < 3; ++i) put(4 + 4 * i, qint32(header.size[static_cast<std::size_t>(i)]));
    put(16, qint32(header.volumes));
    put(20, qint32(std::find_if(std::begin(types), std::end(types), [&](auto& t) { return t.type == type; })->code));
    put(28, qint16(1));
    const RasWords words = rasWords(header.voxelToLps, header.size);
    for (int i = 0; i < 3; ++i) put(30 + 4 * i, static_cast<float>(words.spacingMm[static_cast<std::size_t>(i)]));
    for (int i = 0; i < 9; ++i) put(42 + 4 * i, static_cast<float>(words.directions[static_cast<std::size_t>(i)]));
    for (int i = 0; i < 3; ++i) put(78 + 4 * i, static_cast<float>(words.centre[static_cast<std::size_t>(i)]));
    NewFile file(path, !path.endsWith(QStringLiteral(".mgh"), Qt::CaseInsensitive));
    file.write(head.constData(), voxelsAt);
    job.throwIfCancelled();
    file.write(voxels.get(), count * bytesPerVoxel(type));
    file.finish();
}

} // namespace neuraxis::io
