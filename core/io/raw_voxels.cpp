#include "core/io/raw_voxels.h"

#include "core/io/byte_order.h"

#include <QCoreApplication>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>

namespace neuraxis::io {

namespace {

constexpr std::size_t blockBytes = 1U << 22;

template <class Whole> void toFloat64(std::byte* voxels, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        Whole whole = 0;
        std::memcpy(&whole, voxels + 8 * i, 8);
        const auto real = static_cast<double>(whole);
        std::memcpy(voxels + 8 * i, &real, 8);
    }
}

double magnitude(double real, double imaginary) { return std::hypot(real, imaginary); }
double phase(double real, double imaginary) { return std::atan2(imaginary, real); }

/// One number for each pair, in place.
template <class Real> void fromComplex(std::byte* voxels, std::size_t count, double (*part)(double, double)) {
    for (std::size_t i = 0; i < count; ++i) {
        Real pair[2];
        std::memcpy(pair, voxels + 2 * i * sizeof(Real), sizeof pair);
        const auto number = static_cast<Real>(part(pair[0], pair[1]));
        std::memcpy(voxels + i * sizeof(Real), &number, sizeof number);
    }
}

/// From all components of a voxel side by side to one volume after the other.
std::shared_ptr<std::byte> separate(const std::byte* mixed, const VolumeHeader& header) {
    const std::size_t width = bytesPerVoxel(header.type), perVolume = header.voxelsPerVolume();
    const auto components = static_cast<std::size_t>(header.volumes);
    auto out = allocate(header.bytes(), header.name);
    for (std::size_t i = 0; i < perVolume; ++i)
        for (std::size_t c = 0; c < components; ++c)
            std::memcpy(out.get() + (c * perVolume + i) * width, mixed + (i * components + c) * width, width);
    return out;
}

} // namespace

std::size_t bytesInFile(StoredType type, RawVoxels::Turn turn) {
    using Turn = RawVoxels::Turn;
    switch (turn) {
    case Turn::RgbaToRgb: return 4;
    case Turn::MagnitudeOf32:
    case Turn::PhaseOf32:
    case Turn::MagnitudeOf64:
    case Turn::PhaseOf64: return 2 * bytesPerVoxel(type);
    default: return bytesPerVoxel(type);
    }
}

bool sizesAreSane(const std::array<qint64, 3>& size, qint64 volumes, std::size_t bytesPerVoxel, quint64& bytes) {
    bytes = bytesPerVoxel;
    for (const qint64 n : {size[0], size[1], size[2], volumes}) {
        if (n < 1 || n > std::numeric_limits<int>::max()) return false;
        if (bytes > (quint64(1) << 62) / static_cast<quint64>(n)) return false;
        bytes *= static_cast<quint64>(n);
    }
    return true;
}

void throwBadHeader(const QString& path, const QString& what) {
    throw Error(QCoreApplication::translate("io", "%1 has a damaged header (%2). Copy it again from its source.")
                    .arg(fileName(path), what));
}

QString imageBesideHeader(const QString& headerPath) {
    const qsizetype suffix = headerPath.endsWith(QStringLiteral(".gz"), Qt::CaseInsensitive) ? 7 : 4;
    const QString image = companionFile(headerPath, suffix, {".img", ".img.gz"});
    if (!image.isEmpty()) return image;
    throw Error(
        QCoreApplication::translate("io", "%1 is a header without its voxels: %2 is not beside it. Copy both files.")
            .arg(fileName(headerPath), fileName(headerPath.chopped(suffix) + QStringLiteral(".img"))));
}

void mendAffine(VolumeHeader& header, const std::array<double, 3>& spacingMm) {
    if (header.voxelToLps.isValid()) return;
    std::array<double, 3> step = spacingMm;
    for (double& s : step)
        if (!std::isfinite(s) || s == 0 || std::abs(s) > 1e6) s = 1;
    header.voxelToLps = Affine({step[0], 0, 0}, {0, step[1], 0}, {0, 0, step[2]}, {0, 0, 0});
    header.findings.push_back(
        {Finding::Severity::Warning, QStringLiteral("no-position"),
         QCoreApplication::translate(
             "io", "The file does not say where the voxels lie in the patient; sides and positions are a guess.")});
}

std::shared_ptr<const std::byte> RawVoxels::read(const VolumeHeader& header, Job& job) const {
    const std::size_t count = header.voxelsPerVolume() * static_cast<std::size_t>(header.volumes);
    const std::size_t total = header.bytes(), inFile = count * bytesInFile(header.type, turn);
    const int blocks = static_cast<int>(inFile / blockBytes + 1);
    job.expect(blocks);
    auto voxels = allocate(std::max(total, inFile), header.name);
    PackedReader reader(path, fileOffset);
    reader.skip(skip);
    for (std::size_t done = 0; done < inFile; done += blockBytes) {
        job.throwIfCancelled();
        reader.read(voxels.get() + done, std::min(blockBytes, inFile - done));
        job.advance();
    }
    if (bigEndian) swapBytes(voxels.get(), inFile, header.type == StoredType::Rgb24 ? 1 : bytesPerVoxel(header.type));

    auto* bytes = voxels.get();
    switch (turn) {
    case Turn::AsIs: break;
    case Turn::Int64ToFloat64: toFloat64<std::int64_t>(bytes, count); break;
    case Turn::UInt64ToFloat64: toFloat64<std::uint64_t>(bytes, count); break;
    case Turn::RgbaToRgb:
        for (std::size_t i = 1; i < count; ++i) std::memmove(bytes + 3 * i, bytes + 4 * i, 3);
        break;
    case Turn::MagnitudeOf32: fromComplex<float>(bytes, count, magnitude); break;
    case Turn::PhaseOf32: fromComplex<float>(bytes, count, phase); break;
    case Turn::MagnitudeOf64: fromComplex<double>(bytes, count, magnitude); break;
    case Turn::PhaseOf64: fromComplex<double>(bytes, count, phase); break;
    }
    if (componentsFirst > 1 && header.volumes > 1) voxels = separate(bytes, header);
    job.advance(blocks - static_cast<int>((inFile + blockBytes - 1) / blockBytes));
    return voxels;
}

} // namespace neuraxis::io
