#include "core/io/dicom_copy.h"

#include "core/io/byte_order.h"
#include "core/io/dicom_cleaner.h"
#include "core/io/dicom_codestream.h"
#include "core/io/dicom_encoder.h"
#include "core/io/dicom_layout.h"
#include "core/io/dicom_pixels.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <algorithm>
#include <cstring>

namespace neuraxis::io {

namespace {

constexpr const char* explicitLittle = "1.2.840.10008.1.2.1";
constexpr qint64 pieceBytes = 4 << 20; ///< A multiple of every number's width
constexpr quint32 undefinedLength = 0xffffffff;
constexpr quint32 itemMark = 0xe000fffe, sequenceEnd = 0xe0ddfffe; ///< As they lie in the file

/// A file's bytes as the parser counted them: on disk, or unpacked and inflated.
class Source {
  public:
    Source(const FileHead& head, const DicomParse& parse) : file(head) {
        if (!parse.deflatedAt) return;
        const QByteArray packed = file.read(0, file.size());
        inflated = inflate(QByteArrayView(packed).sliced(parse.deflatedAt), mostInflatedBytes);
    }
    QByteArray read(qint64 at, qint64 length) {
        if (inflated.isEmpty()) return file.read(static_cast<quint64>(at), static_cast<std::size_t>(length));
        if (at > inflated.size() || length > inflated.size() - at) throwTruncated(file.name());
        return inflated.mid(at, length);
    }

  private:
    RandomFile file;
    QByteArray inflated;
};

/// The pixels of all frames and no byte more, in little-endian order.
void copyPlain(Source& source, const PixelLayout& l, NewFile& to, const Job& job) {
    const qint64 needed = (l.bitsPerFrame() * l.frames + 7) / 8, even = needed + needed % 2;
    const char* vr = l.place.tag == 0x7fe00008   ? "OF"
                     : l.place.tag == 0x7fe00009 ? "OD"
                     : l.bitsAllocated > 8       ? "OW"
                                                 : "OB";
    const QByteArray prefix = encodePrefix(l.place.tag, vr, static_cast<quint32>(even));
    to.write(prefix.constData(), static_cast<std::size_t>(prefix.size()));
    const bool big = l.place.packing == PixelPlace::Packing::BigEndian;
    const bool inBytes = l.isRepacked() || l.bitsAllocated == 8;
    const std::size_t swapped = !big ? 1 : inBytes ? (l.place.words ? 2 : 1) : l.bytesPerSample();
    for (qint64 at = 0; at < even; at += pieceBytes) {
        job.throwIfCancelled();
        const qint64 length = std::min(pieceBytes, even - at);
        QByteArray piece = source.read(l.place.offset + at, std::min(length, l.place.length - at));
        piece.resize(length, '\0');
        swapBytes(reinterpret_cast<std::byte*>(piece.data()), static_cast<std::size_t>(length), swapped);
        if (at + length > needed) piece.back() = '\0';
        to.write(piece.constData(), static_cast<std::size_t>(length));
    }
}

/// Fragments as they are but for the words in them, up to the mark behind the last.
void copyFragments(Source& source, const PixelLayout& l, const QString& path, NewFile& to, const Job& job) {
    const QByteArray prefix = encodePrefix(l.place.tag, "OB", undefinedLength);
    to.write(prefix.constData(), static_cast<std::size_t>(prefix.size()));
    for (qint64 at = l.place.offset;;) {
        job.throwIfCancelled();
        const QByteArray item = source.read(at, 8);
        const auto tag = loadNumber<quint32>(item.constData(), false),
                   length = loadNumber<quint32>(item.constData() + 4, false);
        if (tag != itemMark && tag != sequenceEnd) throwTruncated(path);
        if (tag == sequenceEnd) return to.write("\xfe\xff\xdd\xe0\0\0\0\0", 8);
        QByteArray bytes = source.read(at + 8, length);
        clearComments(bytes);
        to.write(item.constData(), 8);
        to.write(bytes.constData(), static_cast<std::size_t>(bytes.size()));
        at += 8 + qint64(length);
    }
}

/// Drawings kept in the bits of the pixels that their numbers leave free, as scanners once did
bool hasDrawnBits(const DicomDataset& root) {
    for (DicomTag group = 0x60000000; group < 0x60200000; group += 0x00020000)
        if (const DicomElement* bits = root.find(group | 0x0100); bits && bits->value.size() >= 2)
            if (loadNumber<quint16>(bits->value.data(), root.bigEndian) > 1 && !root.has(group | 0x3000)) return true;
    return false;
}

bool isCapture(const DicomImage& image, const DicomDataset& root) {
    const QByteArray type = root.bytes(0x00080008).toUpper();
    return image.burnedIn || image.secondary || hasDrawnBits(root) || type.contains("SCREEN") ||
           type.contains("CAPTURE");
}

} // namespace

void copyDicomFile(const FileHead& head, const DicomPart& part, const Pseudonym& pseudonym, const QString& to,
                   const Job& job) {
    const DicomImage& image = *part.image;
    if (!part.problem.isEmpty()) throw Error(part.problem);
    if (image.truncated) throwTruncated(head.path);
    QByteArray bytes;
    qint64 size = 0;
    const DicomParse parse = parseDicomFile(head, bytes, size);
    const DicomDataset& root = parse.dataset;
    if (parse.result != DicomParse::Result::Complete || parse.pixels.tag == 0) throwTruncated(head.path);
    if (!pseudonym.allowCaptures && isCapture(image, root))
        throw Error(QCoreApplication::translate("study",
                                                "%1 is a screen capture or may show text in its pixels, so it was not "
                                                "copied. Look at it, and allow captures if it names nobody.")
                        .arg(fileName(head.path)));

    const PixelLayout& l = image.layout;
    const bool isPacked = l.place.packing == PixelPlace::Packing::Encapsulated;
    const QByteArray dataset = cleanedDataset(root, pseudonym);
    QByteArray uid = root.bytes(0x00080018);
    if (uid.isEmpty()) uid = QCryptographicHash::hash(dataset, QCryptographicHash::Sha256).toHex();
    const QByteArray start = encodeMeta(root.bytes(0x00080016), pseudonym.mappedUid(uid),
                                        isPacked ? l.transferSyntax : QByteArray(explicitLittle)) +
                             dataset;
    Source source(head, parse);
    NewFile file(to, false);
    file.write(start.constData(), static_cast<std::size_t>(start.size()));
    isPacked ? copyFragments(source, l, head.path, file, job) : copyPlain(source, l, file, job);
    file.finish();
}

} // namespace neuraxis::io
