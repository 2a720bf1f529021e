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

/// vox2ras = [D | c - D size/2], D the direction cosines times the voxel size.
Affine::Rows toRas(const std::array<double, 9>& cosines, const std::array<double, 3>& spacing,
                   const std::array<double, 3>& centre, const std::array<int, 3>& size) {
    Affine::Rows m{};
    m[3] = {0, 0, 0, 1};
    for (std::size_t r = 0; r < 3; ++r) {
        m[r][3] = centre[r];
        for (std::size_t c = 0; c < 3; ++c) {
            m[r][c] = cosines[3 * c + r] * spacing[c];
            m[r][3] -= m[r][c] * size[c] / 2.0;
        }
    }
    return m;
}

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
    const std::array<qint64, 3> size{load<qint32>(bytes, 4), load<qint32>(bytes, 8), load<qint32>(bytes, 12)};
    const qint64 frames = load<qint32>(bytes, 16);
    quint64 length = 0;
    if (!sizesAreSane(size, frames, bytesPerVoxel(row->type), length))
        throwBadHeader(head.path,
                       QStringLiteral("%1 x %2 x %3 x %4").arg(size[0]).arg(size[1]).arg(size[2]).arg(frames));
    for (std::size_t i = 0; i < 3; ++i) header.size[i] = static_cast<int>(size[i]);
    header.volumes = static_cast<int>(frames);

    std::array<double, 3> spacing{1, 1, 1}, centre{0, 0, 0};
    std::array<double, 9> cosines{-1, 0, 0, 0, 0, -1, 0, 1, 0};
    if (load<qint16>(bytes, 28) > 0) {
        for (int i = 0; i < 3; ++i) spacing[static_cast<std::size_t>(i)] = load<float>(bytes, 30 + 4 * i);
        for (int i = 0; i < 9; ++i) cosines[static_cast<std::size_t>(i)] = load<float>(bytes, 42 + 4 * i);
        for (int i = 0; i < 3; ++i) centre[static_cast<std::size_t>(i)] = load<float>(bytes, 78 + 4 * i);
    }
    header.voxelToLps = Affine::fromRas(toRas(cosines, spacing, centre, header.size));
    mendAffine(header, spacing);

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
    const auto spacing = header.voxelToLps.spacingMm();
    const Affine::Rows ras = header.voxelToLps.ras();
    for (int c = 0; c < 3; ++c) {
        put(30 + 4 * c, static_cast<float>(spacing[static_cast<std::size_t>(c)]));
        double centre = ras[c][3];
        for (int r = 0; r < 3; ++r) {
            put(42 + 4 * (3 * c + r), static_cast<float>(ras[r][c] / spacing[static_cast<std::size_t>(c)]));
            centre += ras[c][r] * header.size[static_cast<std::size_t>(r)] / 2.0;
        }
        put(78 + 4 * c, static_cast<float>(centre));
    }
    NewFile file(path, !path.endsWith(QStringLiteral(".mgh"), Qt::CaseInsensitive));
    file.write(head.constData(), voxelsAt);
    job.throwIfCancelled();
    file.write(voxels.get(), count * bytesPerVoxel(type));
    file.finish();
}

} // namespace neuraxis::io
