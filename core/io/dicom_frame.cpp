#include "core/io/dicom_frame.h"

#include "core/io/dicom_groups.h"
#include "core/io/dicom_layout.h"
#include "core/io/dicom_pixels.h"
#include "core/io/dicom_privacy.h"

#include <QCoreApplication>
#include <QFile>
#include <algorithm>

namespace neuraxis::io {

namespace {

constexpr const char* mediaDirectory = "1.2.840.10008.1.3.10";

constexpr quint64 mostHeaderBytes = 512ULL << 20;

// An even picture packs very small in JPEG 2000; beyond this a header's sizes are not believed.
constexpr double greatestRatio = 20000, spareBytes = 1 << 26;

constexpr qint64 fewFrames = 64, leastBytesPerFrame = 8; // An empty fragment has 8

struct ObjectKind {
    const char* sopClass; ///< Its beginning
    const char* sentence;
};
// DICOM objects that travel with images but are none (PS3.4 B.5), so that each is named for what it is.
constexpr ObjectKind noImages[] = {
    {"1.2.840.10008.5.1.4.1.1.88.", QT_TRANSLATE_NOOP("io", "%1 is a structured report, not an image.")},
    {"1.2.840.10008.5.1.4.1.1.11.",
     QT_TRANSLATE_NOOP("io", "%1 is a presentation state (how images were displayed), not an image.")},
    {"1.2.840.10008.5.1.4.1.1.66.4",
     QT_TRANSLATE_NOOP("io", "%1 is a DICOM segmentation; this version does not show those.")},
    {"1.2.840.10008.5.1.4.1.1.66.7",
     QT_TRANSLATE_NOOP("io", "%1 is a DICOM segmentation; this version does not show those.")},
    {"1.2.840.10008.5.1.4.1.1.66.5",
     QT_TRANSLATE_NOOP("io", "%1 is a DICOM surface; this version does not show those.")},
    {"1.2.840.10008.5.1.4.1.1.66", QT_TRANSLATE_NOOP("io", "%1 is scanner raw data, not an image.")},
    {"1.2.840.10008.5.1.4.1.1.67",
     QT_TRANSLATE_NOOP("io", "%1 is a table that gives stored numbers a meaning, not an image.")},
    {"1.2.840.10008.5.1.4.1.1.4.2", QT_TRANSLATE_NOOP("io", "%1 holds MR spectra; this version does not show those.")},
    {"1.2.840.10008.5.1.4.1.1.104.",
     QT_TRANSLATE_NOOP("io", "%1 is a document (PDF or CDA) in a DICOM file, not an image.")},
    {"1.2.840.10008.5.1.4.1.1.9.", QT_TRANSLATE_NOOP("io", "%1 is a recorded waveform, not an image.")},
    {"1.2.840.10008.5.1.4.1.1.481.",
     QT_TRANSLATE_NOOP("io", "%1 belongs to a radiotherapy plan; this version does not show those.")},
    {"1.3.46.670589.11.0.0.12.", QT_TRANSLATE_NOOP("io", "%1 is private Philips data, not an image.")},
};

[[noreturn]] void throwNoImage(const QString& path, const QByteArray& sopClass) {
    for (const ObjectKind& kind : noImages)
        if (sopClass.startsWith(kind.sopClass))
            throw Error(QCoreApplication::translate("io", kind.sentence).arg(fileName(path)));
    throw Error(QCoreApplication::translate("io", "%1 is a DICOM file without an image in it.").arg(fileName(path)));
}

Series seriesOf(const DicomDataset& root) {
    Series s;
    s.uid = root.text(0x0020000e);
    s.studyUid = root.text(0x0020000d);
    s.frameOfReferenceUid = root.text(0x00200052);
    s.modality = root.text(0x00080060);
    s.description = root.text(0x0008103e);
    if (s.description.isEmpty()) s.description = root.text(0x00181030);
    if (!s.description.isEmpty()) s.description = descriptionWithoutPerson(root, s.description);
    s.number = root.whole(0x00200011);
    return s;
}

/// The index of a medium (DICOMDIR): the files it names.
std::shared_ptr<const Part> indexPart(const QString& path, const DicomDataset& root) {
    auto image = std::make_shared<DicomImage>();
    image->path = path;
    auto part = std::make_shared<DicomPart>();
    part->image = image;
    constexpr DicomTag records = 0x00041220, fileId = 0x00041500;
    const DicomElement* sequence = root.find(records);
    for (std::size_t i = 0; sequence && i < sequence->items.size(); ++i)
        if (const QString id = sequence->items[i].text(fileId); !id.isEmpty())
            part->listed << QString(id).replace(QLatin1Char('\\'), QLatin1Char('/'));
    return part;
}

/// A file that ends too early: named in its series, where it has come as far as that.
std::shared_ptr<const Part> damagedPart(const QString& path, const DicomDataset& root) {
    try {
        throwTruncated(path);
    } catch (const Error& error) {
        if (!root.has(0x0020000e)) throw;
        auto image = std::make_shared<DicomImage>();
        image->path = path;
        image->series = seriesOf(root);
        auto part = std::make_shared<DicomPart>();
        part->image = image;
        part->problem = error.sentence();
        return part;
    }
}

} // namespace

bool isDicom(QByteArrayView firstBytes, const QString& name) {
    return looksLikeDicom(firstBytes) || name.endsWith(QStringLiteral(".dcm"));
}

DicomParse parseStart(const FileHead& head, QByteArray& bytes, qint64& unpackedSize, DicomKeep keep) {
    bytes = head.bytes;
    unpackedSize = head.size;
    if (head.gzipped) {
        bytes = readWhole(head.path, true, std::min(mostInflatedBytes, greatestDeflateRatio * quint64(head.size)));
        unpackedSize = bytes.size();
    }
    DicomParse parse = parseDicom(bytes, unpackedSize, keep);
    while (parse.result == DicomParse::Result::NeedsMore || (parse.deflatedAt && bytes.size() < unpackedSize)) {
        const quint64 more =
            parse.deflatedAt ? mostHeaderBytes : std::min(mostHeaderBytes, static_cast<quint64>(bytes.size()) * 8);
        const qsizetype before = bytes.size();
        parse = {};
        bytes = readWhole(head.path, false, more);
        parse = parseDicom(bytes, unpackedSize, keep);
        if (bytes.size() <= before) break;
    }
    return parse;
}

DicomParse parseDicomFile(const FileHead& head, QByteArray& bytes, qint64& unpackedSize) {
    DicomParse parse = parseStart(head, bytes, unpackedSize, DicomKeep::Image);
    if (parse.deflatedAt) {
        const QByteArray deflated = bytes.sliced(parse.deflatedAt);
        quint64 most = 1 << 16;
        do {
            parse.dataset = {}; // Group 2 points into the old bytes and is no longer needed
            bytes = inflate(deflated, most, &unpackedSize);
            parseInflated(bytes, unpackedSize, parse);
            most *= 8;
        } while (parse.result == DicomParse::Result::NeedsMore && most <= mostHeaderBytes);
    }
    return parse;
}

std::shared_ptr<const Part> inspectDicom(const FileHead& head) {
    QByteArray bytes;
    qint64 unpackedSize = 0;
    const DicomParse parse = parseDicomFile(head, bytes, unpackedSize);
    if (parse.result == DicomParse::Result::NotDicom)
        throw Error(
            QCoreApplication::translate("io", "%1 is named like a DICOM file but is none. Check where it comes from.")
                .arg(fileName(head.path)));
    const DicomDataset& root = parse.dataset;
    QByteArray sopClass = root.bytes(0x00080016);
    if (sopClass.isEmpty()) sopClass = root.bytes(0x00020002);
    if (sopClass == mediaDirectory && parse.result == DicomParse::Result::Complete) return indexPart(head.path, root);
    if (parse.pixels.tag == 0 || std::any_of(std::begin(noImages), std::end(noImages), [&](const ObjectKind& k) {
            return sopClass.startsWith(k.sopClass) && !sopClass.startsWith("1.2.840.10008.5.1.4.1.1.481.2");
        })) {
        if (parse.result != DicomParse::Result::Complete) return damagedPart(head.path, root);
        throwNoImage(head.path, sopClass);
    }

    auto image = std::make_shared<DicomImage>();
    image->path = head.path;
    image->layout = layoutOf(root, parse);
    image->layout.gzipped = head.gzipped;
    PixelLayout& layout = image->layout;
    checkLayout(layout, head.path);
    image->series = seriesOf(root);
    image->instanceUid = root.bytes(0x00080018);
    image->studyTime = root.bytes(0x00080020) + root.bytes(0x00080030);

    // Frames that are really there: a number in the header is a promise only.
    const qint64 there = std::max<qint64>(0, unpackedSize - layout.place.offset);
    const auto frameBits = layout.bitsPerFrame();
    if (layout.place.packing != PixelPlace::Packing::Encapsulated) {
        const qint64 whole = std::min(there, layout.place.length) * 8 / frameBits;
        if (whole < layout.frames) {
            image->truncated = true;
            layout.frames = static_cast<int>(whole);
        }
    } else {
        if (static_cast<double>(frameBits) / 8 * layout.frames >
            greatestRatio * static_cast<double>(there) + spareBytes)
            throwTruncated(head.path);
    }
    // What is kept of a frame is far more than the smallest frame: no more than these are believed.
    if (const qint64 most = fewFrames + there / leastBytesPerFrame; layout.frames > most) {
        image->truncated = true;
        layout.frames = static_cast<int>(most);
    }
    if (layout.frames < 1) return damagedPart(head.path, root);

    auto part = std::make_shared<DicomPart>();
    part->image = image;
    const DicomHeader header(root);
    readAcquisition(FrameGroups(header, 0), *image);
    const std::vector<double> planes = root.numbers(0x3004000c); // Where the planes of a dose lie (PS3.3 C.8.8.3.2)
    for (int i = 0; i < layout.frames; ++i) {
        DicomFrame frame = readFrame(FrameGroups(header, i));
        frame.image = image;
        frame.frame = i;
        frame.columns = layout.columns;
        frame.rows = layout.rows;
        if (planes.size() == static_cast<std::size_t>(layout.frames))
            frame.position = frame.position + cross(frame.along, frame.down) * (planes[std::size_t(i)] - planes[0]);
        part->frames.push_back(std::move(frame));
    }
    splitMosaic(header, part->frames);
    image->mosaicWhole = part->frames.size() == 1 && layout.frames == 1 && header.vendor == Vendor::Siemens &&
                         root.bytes(0x00080008).contains("MOSAIC");
    return part;
}

} // namespace neuraxis::io
