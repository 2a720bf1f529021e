#include "core/io/dicom_layout.h"

#include "core/io/byte_order.h"
#include "core/io/dicom_pixels.h"

#include <QCoreApplication>
#include <algorithm>

namespace neuraxis::io {

namespace {

struct SyntaxRow {
    const char* syntax; ///< Its beginning
    const char* name;
};
// Pixels that only a film player unpacks, and pictures that no decoder here does (PS3.6 annex A).
constexpr SyntaxRow films[] = {
    {"1.2.840.10008.1.2.4.100", "MPEG-2"}, {"1.2.840.10008.1.2.4.101", "MPEG-2"}, {"1.2.840.10008.1.2.4.102", "H.264"},
    {"1.2.840.10008.1.2.4.103", "H.264"},  {"1.2.840.10008.1.2.4.104", "H.264"},  {"1.2.840.10008.1.2.4.105", "H.264"},
    {"1.2.840.10008.1.2.4.106", "H.264"},  {"1.2.840.10008.1.2.4.107", "H.265"},  {"1.2.840.10008.1.2.4.108", "H.265"},
};
constexpr SyntaxRow unknownPictures[] = {
    {"1.2.840.10008.1.2.4.110", "JPEG XL"},
    {"1.2.840.10008.1.2.4.111", "JPEG XL"},
    {"1.2.840.10008.1.2.4.112", "JPEG XL"},
};

void checkSyntax(const PixelLayout& l, const QString& path) {
    for (const SyntaxRow& row : films)
        if (l.transferSyntax.startsWith(row.syntax))
            throw Error(QCoreApplication::translate("io", "%1 holds a film (%2), which Neuraxis does not play.")
                            .arg(fileName(path), QLatin1String(row.name)));
    for (const SyntaxRow& row : unknownPictures)
        if (l.transferSyntax.startsWith(row.syntax))
            throw Error(QCoreApplication::translate(
                            "io", "%1 is compressed as %2, which Neuraxis does not read. Export it again uncompressed.")
                            .arg(fileName(path), QLatin1String(row.name)));
}

bool sizesAreSane(const PixelLayout& l) {
    return l.rows >= 1 && l.rows <= 65535 && l.columns >= 1 && l.columns <= 65535 && l.samples >= 1 && l.samples <= 4 &&
           l.bitsAllocated >= 1 && l.bitsAllocated <= 64;
}

} // namespace

bool PixelLayout::isRepacked() const {
    return bitsAllocated != 8 && bitsAllocated != 16 && bitsAllocated != 32 && bitsAllocated != 64;
}

qint64 PixelLayout::bitsPerFrame() const {
    const qint64 pixels = qint64(columns) * rows;
    return (hasHalfChroma() ? (pixels + 1) / 2 * 4 : pixels * samples) * bitsAllocated;
}

std::size_t PixelLayout::bytesPerSample() const {
    return bitsAllocated <= 8 ? 1 : bitsAllocated <= 16 ? 2 : bitsAllocated <= 32 ? 4 : 8;
}

std::size_t PixelLayout::bytesPerFrame() const {
    return static_cast<std::size_t>(bitsPerFrame() / bitsAllocated) * bytesPerSample();
}

bool PixelLayout::hasHalfChroma() const {
    return samples == 3 && photometric.endsWith("_422") && place.packing != PixelPlace::Packing::Encapsulated;
}

bool PixelLayout::isYbr() const {
    // YBR_RCT and YBR_ICT are undone by JPEG 2000 decoders.
    return samples == 3 && (photometric.startsWith("YBR_FULL") || photometric.startsWith("YBR_PARTIAL"));
}

StoredType PixelLayout::type() const {
    if (samples == 3 || !palette[0].isEmpty()) return StoredType::Rgb24;
    if (place.tag == 0x7fe00008) return StoredType::Float32;
    if (place.tag == 0x7fe00009) return StoredType::Float64;
    switch (bytesPerSample()) {
    case 1: return isSigned ? StoredType::Int8 : StoredType::UInt8;
    case 2: return isSigned ? StoredType::Int16 : StoredType::UInt16;
    default: return isSigned ? StoredType::Int32 : StoredType::UInt32;
    }
}

PixelLayout layoutOf(const DicomDataset& root, const DicomParse& parse) {
    PixelLayout l;
    l.rows = root.whole(0x00280010);
    l.columns = root.whole(0x00280011);
    l.frames = std::max(1, root.whole(0x00280008, 1));
    l.samples = root.whole(0x00280002, 1);
    l.bitsAllocated = root.whole(0x00280100, parse.pixels.tag == 0x7fe00008   ? 32
                                             : parse.pixels.tag == 0x7fe00009 ? 64
                                                                              : 16);
    l.bitsStored = root.whole(0x00280101, l.bitsAllocated);
    if (l.bitsStored < 1 || l.bitsStored > l.bitsAllocated) l.bitsStored = l.bitsAllocated;
    l.highBit = root.whole(0x00280102, l.bitsStored - 1);
    if (l.highBit < l.bitsStored - 1 || l.highBit >= l.bitsAllocated) l.highBit = l.bitsStored - 1;
    l.isSigned = root.whole(0x00280103) == 1;
    l.planar = root.whole(0x00280006) == 1;
    l.photometric = root.bytes(0x00280004);
    l.transferSyntax = parse.transferSyntax;
    l.place = parse.pixels;
    // A number of frames that is no number: as many as there are
    if (const bool unreadable = !root.bytes(0x00280008).isEmpty() && !root.number(0x00280008);
        unreadable && sizesAreSane(l) && l.place.packing != PixelPlace::Packing::Encapsulated)
        l.frames = static_cast<int>(std::clamp<qint64>(l.place.length * 8 / l.bitsPerFrame(), 1, 1 << 20));
    l.deflatedAt = parse.deflatedAt;
    if (const DicomElement* table = root.find(0x7fe00001); table && l.frames > 1)
        for (qsizetype at = 0; at + 8 <= table->value.size(); at += 8)
            l.frameOffsets.push_back(loadNumber<quint64>(table->value.data() + at, root.bigEndian));
    if (l.photometric == "PALETTE COLOR" && l.samples == 1 && l.bitsAllocated <= 16) readPalette(root, l);
    return l;
}

void checkLayout(const PixelLayout& l, const QString& path) {
    const auto refuse = [&](const QString& what) {
        throw Error(
            QCoreApplication::translate(
                "io", "%1 stores its pixels in a way Neuraxis cannot show (%2). Export it again in a common form.")
                .arg(fileName(path), what));
    };
    checkSyntax(l, path);
    if (l.rows < 1 || l.columns < 1 || l.rows > 65535 || l.columns > 65535)
        throw Error(QCoreApplication::translate("io", "%1 has a damaged header (%2). Copy it again from its source.")
                        .arg(fileName(path), QStringLiteral("%1 x %2").arg(l.columns).arg(l.rows)));
    if (l.samples != 1 && l.samples != 3) refuse(QStringLiteral("%1 samples").arg(l.samples));
    if (l.place.tag == 0x7fe00008 && l.bitsAllocated != 32) refuse(QStringLiteral("float"));
    if (l.place.tag == 0x7fe00009 && l.bitsAllocated != 64) refuse(QStringLiteral("double"));
    const bool isWhole = l.place.tag == 0x7fe00010;
    const bool isColour = l.samples == 3;
    if (isWhole && (l.bitsAllocated < 1 || l.bitsAllocated > 32 || (isColour && l.isRepacked())))
        refuse(QStringLiteral("%1 bits").arg(l.bitsAllocated));
    if (!isWhole && isColour) refuse(QStringLiteral("%1 samples").arg(l.samples));
    if (l.place.length == 0)
        throw Error(
            QCoreApplication::translate("io", "%1 has a header but no pixels. Export it again.").arg(fileName(path)));
}

} // namespace neuraxis::io
