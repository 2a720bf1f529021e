#include "core/io/analyze.h"

#include "core/io/byte_order.h"
#include "core/io/raw_voxels.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace neuraxis::io {

namespace {

constexpr int headerBytes = 348;
enum Place { // of the header's fields
    Dim = 40,
    Datatype = 70,
    Pixdim = 76,
    Offset = 108,
    Scale = 112, // "funused1"; SPM's scale factor
    CalMax = 124,
    CalMin = 128,
    Orient = 252,
    Origin = 253 // "originator"; SPM's, in voxels from 1
};

struct TypeRow {
    int code;
    StoredType type;
};
constexpr TypeRow types[] = {{2, StoredType::UInt8},    {4, StoredType::Int16},    {8, StoredType::Int32},
                             {16, StoredType::Float32}, {64, StoredType::Float64}, {128, StoredType::Rgb24},
                             {130, StoredType::Int8},   {132, StoredType::UInt16}, {136, StoredType::UInt32}};

/// The grid's axes in LPS of the orientations 0, 1 and 2: transverse, coronal and sagittal, unflipped. x runs from the
/// patient's right to the left, y to anterior, z to superior (Analyze 7.5's radiological default; nibabel's too).
constexpr WorldVector axesOf[][3] = {
    {{1, 0, 0}, {0, -1, 0}, {0, 0, 1}}, {{1, 0, 0}, {0, 0, 1}, {0, -1, 0}}, {{0, -1, 0}, {0, 0, 1}, {1, 0, 0}}};

bool isHeader(QByteArrayView bytes, bool& big) {
    if (bytes.size() < headerBytes) return false;
    for (const bool order : {false, true})
        if (loadNumber<qint32>(bytes.data(), order) == headerBytes) {
            const int dimensions = loadNumber<qint16>(bytes.data() + Dim, order);
            big = order;
            return dimensions >= 1 && dimensions <= 7;
        }
    return false;
}

void placeInSpace(VolumeHeader& header, const std::array<double, 3>& spacing, int orient,
                  const std::array<int, 3>& origin) {
    std::array<WorldVector, 3> steps;
    for (std::size_t i = 0; i < 3; ++i) steps[i] = axesOf[orient >= 0 && orient < 3 ? orient : 0][i] * spacing[i];
    bool given = false, sane = true;
    std::array<double, 3> zero{};
    for (std::size_t i = 0; i < 3; ++i) {
        given = given || origin[i] != 0;
        sane = sane && origin[i] > -header.size[i] && origin[i] < 2 * header.size[i];
    }
    for (std::size_t i = 0; i < 3; ++i) zero[i] = given && sane ? origin[i] - 1 : (header.size[i] - 1) / 2.0;
    const WorldPoint first = WorldPoint() + steps[0] * -zero[0] + steps[1] * -zero[1] + steps[2] * -zero[2];
    header.voxelToLps = Affine(steps[0], steps[1], steps[2], first);
    mendAffine(header, spacing);
    header.findings.push_back({Finding::Severity::Warning, QStringLiteral("sides-guessed"),
                               QCoreApplication::translate(
                                   "io", "Analyze files do not say which side is which: left and right may be swapped. "
                                         "The first column is shown at the patient's right.")});
}

} // namespace

bool isAnalyze(QByteArrayView firstBytes, const QString& name) {
    bool big = false;
    return isHeader(firstBytes, big) || name.endsWith(QStringLiteral(".hdr")) ||
           name.endsWith(QStringLiteral(".hdr.gz"));
}

std::shared_ptr<const Part> inspectAnalyze(const FileHead& head) {
    bool big = false;
    if (!isHeader(head.bytes, big)) {
        if (head.bytes.size() < headerBytes && head.bytes.size() >= 4 &&
            (loadNumber<qint32>(head.bytes.constData(), false) == headerBytes ||
             loadNumber<qint32>(head.bytes.constData(), true) == headerBytes))
            throwTruncated(head.path);
        throw Error(QCoreApplication::translate(
                        "io", "%1 is named like an Analyze header but is none. Check where it comes from.")
                        .arg(fileName(head.path)));
    }
    const char* bytes = head.bytes.constData();
    const auto whole = [&](int at) { return static_cast<int>(loadNumber<qint16>(bytes + at, big)); };
    const auto real = [&](int at) { return static_cast<double>(loadNumber<float>(bytes + at, big)); };
    const auto row =
        std::find_if(std::begin(types), std::end(types), [&](const TypeRow& t) { return t.code == whole(Datatype); });
    if (row == std::end(types))
        throw Error(
            QCoreApplication::translate(
                "io",
                "%1 stores its voxels as Analyze type %2, which Neuraxis cannot show. Convert it to real numbers.")
                .arg(fileName(head.path))
                .arg(whole(Datatype)));

    auto part = std::make_shared<WholeVolume>();
    auto source = std::make_shared<RawVoxels>();
    VolumeHeader& header = part->found.header;
    header.format = QStringLiteral("Analyze");
    header.name = baseName(head.path);
    header.type = row->type;
    std::array<qint64, 3> size{1, 1, 1};
    qint64 volumes = 1;
    for (int i = 1; i <= whole(Dim); ++i) {
        const qint64 n = std::max(whole(Dim + 2 * i), i > 3 ? 1 : whole(Dim + 2 * i));
        if (n < 1) throwBadHeader(head.path, QStringLiteral("dim[%1] = %2").arg(i).arg(n));
        if (i <= 3)
            size[static_cast<std::size_t>(i - 1)] = n;
        else
            volumes = std::min<qint64>(volumes * n, 1LL << 40);
    }
    quint64 length = 0;
    if (!sizesAreSane(size, volumes, bytesPerVoxel(row->type), length))
        throwBadHeader(head.path,
                       QStringLiteral("%1 x %2 x %3 x %4").arg(size[0]).arg(size[1]).arg(size[2]).arg(volumes));
    std::array<double, 3> spacing{1, 1, 1};
    std::array<int, 3> origin{};
    for (std::size_t i = 0; i < 3; ++i) {
        header.size[i] = static_cast<int>(size[i]);
        const double mm = std::abs(real(Pixdim + 4 + 4 * static_cast<int>(i)));
        if (std::isfinite(mm) && mm > 0 && mm < 1e6) spacing[i] = mm;
        origin[i] = whole(Origin + 2 * static_cast<int>(i));
    }
    header.volumes = static_cast<int>(volumes);
    placeInSpace(header, spacing, bytes[Orient], origin);
    if (const double scale = real(Scale); std::isfinite(scale) && scale != 0 && row->type != StoredType::Rgb24)
        header.slope = scale;
    if (const double high = real(CalMax), low = real(CalMin); std::isfinite(high) && std::isfinite(low) && high > low)
        header.windowPresets.push_back(
            {QCoreApplication::translate("io", "From the file"), (low + high) / 2, high - low});

    const FileHead data = readHead(imageBesideHeader(head.path));
    const double offset = std::abs(real(Offset)); // negative: for each volume, but nobody writes that
    if (!(offset < 1e15)) throwBadHeader(head.path, QStringLiteral("vox_offset = %1").arg(real(Offset)));
    source->path = data.path;
    source->skip = static_cast<std::size_t>(offset);
    source->bigEndian = big;
    checkHolds(data, source->skip + length);
    part->found.files = {head.path, data.path};
    part->found.source = source;
    return part;
}

} // namespace neuraxis::io
