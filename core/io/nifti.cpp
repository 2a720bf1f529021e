#include "core/io/nifti.h"

#include "core/io/nifti_sidecar.h"
#include "core/io/nifti_space.h"
#include "core/io/raw_voxels.h"

#include <QCoreApplication>
#include <cmath>

namespace neuraxis::io {

namespace {

constexpr NiftiLayout layouts[] = {
    {"NIfTI-1", "1", 348, 344, 70, 40, 76, 108, 112, 124, 252, 256, 280, 123, 68, false},
    {"NIfTI-2", "2", 540, 4, 12, 16, 104, 168, 176, 192, 344, 352, 400, 500, 504, true},
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
    {32, StoredType::Float32, RawVoxels::Turn::MagnitudeOf32},
    {1792, StoredType::Float64, RawVoxels::Turn::MagnitudeOf64},
};

const NiftiLayout* layoutOf(QByteArrayView bytes, bool& bigEndian) {
    for (const NiftiLayout& layout : layouts) {
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

/// A fourth dimension in time: its step in milliseconds.
void readTimeAxis(const NiftiFields& f, int dimensions, VolumeHeader& header) {
    struct UnitRow {
        int code;
        double toMs;
    };
    // 0, not told, is taken for seconds, as SPM and FSL do.
    constexpr UnitRow units[] = {{0, 1000}, {8, 1000}, {16, 1}, {24, 0.001}};
    const double step = f.real(f.layout().pixdim, 4);
    if (dimensions < 4 || f.size(4) < 2 || f.size(4) != header.volumes || !std::isfinite(step) || step <= 0) return;
    for (const UnitRow& unit : units)
        if (unit.code == (f.units() & 0x38)) {
            header.fourth.stepMs = step * unit.toMs;
            header.acquisition.repetitionTimeMs = header.fourth.stepMs;
        }
}

/// Complex numbers are shown as two volumes: magnitude, which is there already, and phase. A scaling's factor acts on
/// the magnitude only; an offset would mean nothing.
void addPhase(WholeVolume& part, const RawVoxels& magnitude) {
    VolumeHeader& header = part.found.header;
    header.intercept = 0;
    header.slope = std::abs(header.slope);
    Found phase = part.found;
    auto source = std::make_shared<RawVoxels>(magnitude);
    source->turn =
        magnitude.turn == RawVoxels::Turn::MagnitudeOf32 ? RawVoxels::Turn::PhaseOf32 : RawVoxels::Turn::PhaseOf64;
    phase.source = source;
    phase.header.slope = 1;
    phase.header.unit = QStringLiteral("rad");
    phase.header.windowPresets.clear();
    header.component = QStringLiteral("magnitude");
    phase.header.component = QStringLiteral("phase");
    const QString name = header.name;
    header.name = name + u' ' + QCoreApplication::translate("io", "magnitude");
    phase.header.name = name + u' ' + QCoreApplication::translate("io", "phase");
    part.others.push_back(std::move(phase));
}

} // namespace

bool isNifti(QByteArrayView firstBytes, const QString& name) {
    bool bigEndian = false;
    return layoutOf(firstBytes, bigEndian) != nullptr || name.endsWith(QStringLiteral(".nii")) ||
           name.endsWith(QStringLiteral(".nii.gz"));
}

std::shared_ptr<const Part> inspectNifti(const FileHead& head) {
    bool bigEndian = false;
    const NiftiLayout* layout = layoutOf(head.bytes, bigEndian);
    if (!layout) {
        if (head.bytes.size() < layouts[0].headerBytes) throwTruncated(head.path);
        throw Error(
            QCoreApplication::translate("io", "%1 is named like a NIfTI image but is none. Check where it comes from.")
                .arg(fileName(head.path)));
    }
    const NiftiFields f(head.bytes, *layout, bigEndian);
    const auto row = std::find_if(std::begin(datatypes), std::end(datatypes),
                                  [&](const Datatype& d) { return d.code == f.datatype(); });
    if (row == std::end(datatypes))
        throw Error(
            QCoreApplication::translate(
                "io", "%1 stores its voxels as NIfTI type %2, which Neuraxis cannot show. Convert it to real numbers.")
                .arg(fileName(head.path))
                .arg(f.datatype()));

    if (f.intent() >= 3000 && f.intent() < 3100) // CIFTI's
        throw Error(QCoreApplication::translate("io", "%1 is a CIFTI file: a matrix of connections or surface values, "
                                                      "not an image.")
                        .arg(fileName(head.path)));

    auto part = std::make_shared<WholeVolume>();
    auto source = std::make_shared<RawVoxels>();
    VolumeHeader& header = part->found.header;
    header.format = QLatin1String(layout->format);
    header.name = baseName(head.path);
    header.type = row->type;
    for (const NiftiIntent& intent : niftiIntents)
        if (intent.code == f.intent()) header.component = QLatin1String(intent.component);
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
    placeNifti(header, f);

    readTimeAxis(f, dimensions, header);

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
        data = readHead(imageBesideHeader(head.path));
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
    if (!pair) readSidecars(head.path, part->found);
    if (row->turn == RawVoxels::Turn::MagnitudeOf32 || row->turn == RawVoxels::Turn::MagnitudeOf64)
        addPhase(*part, *source);
    return part;
}

} // namespace neuraxis::io
