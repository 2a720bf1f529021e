#include "core/io/nifti.h"

#include "core/io/byte_order.h"
#include "core/io/raw_voxels.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <cmath>

namespace neuraxis::io {

namespace {

/// Where the two versions keep their fields.
struct Layout {
    const char* format;
    const char* magicTail; ///< After "n+" or "ni"
    int headerBytes, magic, datatype, dim, pixdim, offset, slope, calMax, qformCode, quaternion, srow, units;
    bool wide; ///< NIfTI-2: 64 bit sizes and doubles
};
constexpr Layout layouts[] = {
    {"NIfTI-1", "1", 348, 344, 70, 40, 76, 108, 112, 124, 252, 256, 280, 123, false},
    {"NIfTI-2", "2", 540, 4, 12, 16, 104, 168, 176, 192, 344, 352, 400, 500, true},
};

struct Datatype {
    int code;
    StoredType type;
    RawVoxels::Turn turn = RawVoxels::Turn::AsIs;
};
constexpr Datatype datatypes[] = {
    {2, StoredType::UInt8},
    {4, StoredType::Int16},
    {8, StoredType::Int32},
    {16, StoredType::Float32},
    {64, StoredType::Float64},
    {128, StoredType::Rgb24},
    {256, StoredType::Int8},
    {512, StoredType::UInt16},
    {768, StoredType::UInt32},
    {1024, StoredType::Float64, RawVoxels::Turn::Int64ToFloat64},
    {1280, StoredType::Float64, RawVoxels::Turn::UInt64ToFloat64},
    {2304, StoredType::Rgb24, RawVoxels::Turn::RgbaToRgb},
};

const Layout* layoutOf(QByteArrayView bytes, bool& bigEndian) {
    for (const Layout& layout : layouts) {
        if (bytes.size() < layout.headerBytes) continue;
        for (const bool big : {false, true})
            if (loadNumber<qint32>(bytes.data(), big) == layout.headerBytes && bytes[layout.magic] == 'n' &&
                (bytes[layout.magic + 1] == '+' || bytes[layout.magic + 1] == 'i') &&
                bytes[layout.magic + 2] == *layout.magicTail) {
                bigEndian = big;
                return &layout;
            }
    }
    return nullptr;
}

/// A NIfTI header's numbers, read by either layout.
class Fields {
  public:
    Fields(QByteArrayView bytes, const Layout& layout, bool bigEndian) : bytes(bytes), layout(layout), big(bigEndian) {}
    [[nodiscard]] qint64 size(int i) const {
        return layout.wide ? load<qint64>(layout.dim + 8 * i) : load<qint16>(layout.dim + 2 * i);
    }
    [[nodiscard]] double real(int field, int i = 0) const {
        return layout.wide ? load<double>(field + 8 * i) : load<float>(field + 4 * i);
    }
    [[nodiscard]] int code(int i) const {
        return layout.wide ? load<qint32>(layout.qformCode + 4 * i) : load<qint16>(layout.qformCode + 2 * i);
    }
    [[nodiscard]] int datatype() const { return load<qint16>(layout.datatype); }
    [[nodiscard]] double offset() const {
        return layout.wide ? static_cast<double>(load<qint64>(layout.offset)) : load<float>(layout.offset);
    }
    [[nodiscard]] int units() const { return layout.wide ? load<qint32>(layout.units) : bytes[layout.units]; }

  private:
    template <class T> [[nodiscard]] T load(int at) const { return loadNumber<T>(bytes.data() + at, big); }
    QByteArrayView bytes;
    const Layout& layout;
    bool big;
};

Affine::Rows quaternionForm(const Fields& f, const Layout& layout) {
    const double b = f.real(layout.quaternion), c = f.real(layout.quaternion, 1), d = f.real(layout.quaternion, 2);
    const double a = std::sqrt(std::max(0.0, 1 - b * b - c * c - d * d));
    const double x = f.real(layout.pixdim, 1), y = f.real(layout.pixdim, 2);
    const double z = f.real(layout.pixdim, 3) * (f.real(layout.pixdim, 0) < 0 ? -1 : 1);
    Affine::Rows m{};
    m[0] = {(a * a + b * b - c * c - d * d) * x, 2 * (b * c - a * d) * y, 2 * (b * d + a * c) * z,
            f.real(layout.quaternion, 3)};
    m[1] = {2 * (b * c + a * d) * x, (a * a + c * c - b * b - d * d) * y, 2 * (c * d - a * b) * z,
            f.real(layout.quaternion, 4)};
    m[2] = {2 * (b * d - a * c) * x, 2 * (c * d + a * b) * y, (a * a + d * d - b * b - c * c) * z,
            f.real(layout.quaternion, 5)};
    m[3] = {0, 0, 0, 1};
    return m;
}

/// sform before qform; with neither, or none that can be inverted, sizes only, centred.
void placeInSpace(VolumeHeader& header, const Fields& f, const Layout& layout) {
    const double toMm = (f.units() & 7) == 1 ? 1000 : (f.units() & 7) == 3 ? 0.001 : 1;
    const auto inLps = [&](Affine::Rows m) {
        for (int r = 0; r < 3; ++r)
            for (double& number : m[r]) number *= toMm;
        m[3] = {0, 0, 0, 1};
        return Affine::fromRas(m);
    };
    Affine::Rows m{};
    if (f.code(1) > 0)
        for (int r = 0; r < 3; ++r)
            for (int c = 0; c < 4; ++c) m[r][c] = f.real(layout.srow, 4 * r + c);
    header.voxelToLps = inLps(m);
    if (header.voxelToLps.isValid()) return;
    header.voxelToLps = inLps(f.code(0) > 0 ? quaternionForm(f, layout) : Affine::Rows{});
    if (header.voxelToLps.isValid()) {
        if (f.code(1) > 0)
            header.findings.push_back(
                {Finding::Severity::Warning, QStringLiteral("bad-sform"),
                 QCoreApplication::translate("io", "The file's sform cannot be used; its qform places the voxels.")});
        return;
    }
    // As nibabel (Nifti1Header.get_base_affine): x to the left, y to anterior, z to superior, the middle at 0.
    mendAffine(header, {std::abs(f.real(layout.pixdim, 1)) * toMm, -std::abs(f.real(layout.pixdim, 2)) * toMm,
                        std::abs(f.real(layout.pixdim, 3)) * toMm});
    const Affine& a = header.voxelToLps;
    const auto& n = header.size;
    const WorldPoint middle = a.toWorld({(n[0] - 1) / 2.0, (n[1] - 1) / 2.0, (n[2] - 1) / 2.0});
    header.voxelToLps = Affine(a.step(0), a.step(1), a.step(2), {0 - middle.x, 0 - middle.y, 0 - middle.z});
}

/// The .img beside a .hdr, with the same compression or the other.
QString dataFileOf(const QString& headerPath) {
    QString stem = headerPath;
    if (stem.endsWith(QStringLiteral(".gz"), Qt::CaseInsensitive)) stem.chop(3);
    stem.chop(4);
    for (const char* suffix : {".img", ".img.gz", ".IMG"})
        if (QFileInfo::exists(stem + QLatin1String(suffix))) return stem + QLatin1String(suffix);
    throw Error(
        QCoreApplication::translate("io", "%1 is a header without its voxels: %2 is not beside it. Copy both files.")
            .arg(fileName(headerPath), fileName(stem + QStringLiteral(".img"))));
}

} // namespace

bool isNifti(QByteArrayView firstBytes, const QString& name) {
    bool bigEndian = false;
    return layoutOf(firstBytes, bigEndian) != nullptr || name.endsWith(QStringLiteral(".nii")) ||
           name.endsWith(QStringLiteral(".nii.gz"));
}

std::shared_ptr<const Part> inspectNifti(const FileHead& head) {
    bool bigEndian = false;
    const Layout* layout = layoutOf(head.bytes, bigEndian);
    if (!layout) {
        if (head.bytes.size() < layouts[0].headerBytes) throwTruncated(head.path);
        throw Error(
            QCoreApplication::translate("io", "%1 is named like a NIfTI image but is none. Check where it comes from.")
                .arg(fileName(head.path)));
    }
    const Fields f(head.bytes, *layout, bigEndian);
    const auto row = std::find_if(std::begin(datatypes), std::end(datatypes),
                                  [&](const Datatype& d) { return d.code == f.datatype(); });
    if (row == std::end(datatypes))
        throw Error(
            QCoreApplication::translate(
                "io", "%1 stores its voxels as NIfTI type %2, which Neuraxis cannot show. Convert it to real numbers.")
                .arg(fileName(head.path))
                .arg(f.datatype()));

    auto part = std::make_shared<WholeVolume>();
    auto source = std::make_shared<RawVoxels>();
    VolumeHeader& header = part->found.header;
    header.format = QLatin1String(layout->format);
    header.name = baseName(head.path);
    header.type = row->type;
    const auto dimensions = static_cast<int>(f.size(0));
    if (dimensions < 1 || dimensions > 7) throwBadHeader(head.path, QStringLiteral("dim[0] = %1").arg(f.size(0)));
    std::array<qint64, 3> size{1, 1, 1};
    qint64 volumes = 1;
    for (int i = 1; i <= dimensions; ++i) {
        const qint64 n = std::max<qint64>(f.size(i), i > 3 ? 1 : f.size(i));
        if (n < 1 || n > std::numeric_limits<int>::max())
            throwBadHeader(head.path, QStringLiteral("dim[%1] = %2").arg(i).arg(n));
        if (i <= 3)
            size[static_cast<std::size_t>(i - 1)] = n;
        else if (volumes > std::numeric_limits<int>::max() / n)
            throwBadHeader(head.path, QStringLiteral("dim[%1] = %2").arg(i).arg(n));
        else
            volumes *= n;
    }
    quint64 bytes = 0;
    if (!sizesAreSane(size, volumes, bytesInFile(row->type, row->turn), bytes))
        throwBadHeader(head.path,
                       QStringLiteral("%1 x %2 x %3 x %4").arg(size[0]).arg(size[1]).arg(size[2]).arg(volumes));
    for (std::size_t i = 0; i < 3; ++i) header.size[i] = static_cast<int>(size[i]);
    header.volumes = static_cast<int>(volumes);
    placeInSpace(header, f, *layout);

    const double slope = f.real(layout->slope), intercept = f.real(layout->slope, 1);
    if (std::isfinite(slope) && slope != 0 && std::isfinite(intercept) && row->type != StoredType::Rgb24) {
        header.slope = slope;
        header.intercept = intercept;
    }
    const double high = f.real(layout->calMax), low = f.real(layout->calMax, 1);
    if (std::isfinite(high) && std::isfinite(low) && high > low)
        header.windowPresets.push_back(
            {QCoreApplication::translate("io", "From the file"), (low + high) / 2, high - low});

    part->found.files = {head.path};
    FileHead data = head;
    const bool pair = head.bytes[layout->magic + 1] == 'i';
    if (pair) {
        data = readHead(dataFileOf(head.path));
        part->found.files << data.path;
    }
    const double offset = std::max(f.offset(), pair ? 0.0 : layout->headerBytes + 4.0);
    if (!(offset < 1e15)) throwBadHeader(head.path, QStringLiteral("vox_offset = %1").arg(f.offset()));
    source->path = data.path;
    source->skip = static_cast<std::size_t>(offset);
    source->bigEndian = bigEndian;
    source->turn = row->turn;
    checkHolds(data, source->skip + bytes);
    part->found.source = source;
    return part;
}

} // namespace neuraxis::io
