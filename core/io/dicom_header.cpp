#include "core/io/dicom_header.h"

#include "core/io/byte_order.h"
#include "core/io/csa_header.h"
#include "core/io/dicom_dictionary.h"
#include "core/io/dicom_frame.h"
#include "core/io/dicom_pixels.h"
#include "core/io/dicom_privacy.h"
#include "core/io/dicom_values.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QHash>

namespace neuraxis::io {

namespace {

constexpr qint64 mostBytesBehind = 64LL << 20; ///< Behind the pixel data
constexpr DicomTag itemTag = 0xfffee000;

quint64 keyOf(QByteArrayView name) { return qHash(name.toByteArray(), 1); }

/// Turns parsed elements into nodes with names and values.
class Describer {
  public:
    explicit Describer(bool isSigned) : isSigned(isSigned) {}

    std::vector<HeaderNode> nodesOf(const DicomDataset& dataset, bool hidden) {
        std::vector<HeaderNode> nodes;
        nodes.reserve(dataset.elements.size());
        QHash<DicomTag, QByteArray> creators; // by group and block
        for (const DicomElement& element : dataset.elements) {
            const bool isPrivate = element.tag >> 16 & 1;
            const DicomTag low = element.tag & 0xffff;
            if (isPrivate && low >= 0x10 && low <= 0xff)
                creators[element.tag] = textOf(dataset, element.value).trimmed().toUtf8();
            const DicomTag block = (element.tag & 0xffff0000) | low >> 8;
            nodes.push_back(nodeOf(
                dataset, element, isPrivate ? creators.value(low > 0xff ? block : element.tag) : QByteArray(), hidden));
        }
        return nodes;
    }

  private:
    HeaderNode nodeOf(const DicomDataset& dataset, const DicomElement& element, const QByteArray& creator,
                      bool hidden) {
        const DicomEntry& entry = dictionary.entry(element.tag, creator);
        HeaderNode node;
        node.tag = element.tag;
        const bool isTold = element.vr[0] != ' ' && !(element.vr[0] == 'U' && element.vr[1] == 'N');
        const char* vr = isTold || entry.vr[0] == ' ' ? element.vr : entry.vr;
        if (!element.items.empty()) vr = "SQ";
        std::copy_n(vr, 2, node.vr);
        if (!isTold && isSigned && isOfPixels(element.tag) && QByteArrayView(vr, 2) == QByteArrayView("US", 2))
            node.vr[0] = node.vr[1] = 'S';
        const QByteArrayView shownVr(node.vr, 2);

        const bool isPrivate = element.tag >> 16 & 1, isBlock = isPrivate && (element.tag & 0xffff) <= 0xff;
        node.name = entry.name;
        if (isPrivate && !isBlock) node.creator = shared(creator);
        if (node.name.isEmpty()) node.name = node.creator;
        if (node.name.isEmpty())
            node.name = isPrivate ? QCoreApplication::translate("io", "Private, without a creator")
                                  : QCoreApplication::translate("io", "Unknown");
        // A vendor's block may have another number in another file.
        node.key = element.tag;
        if (isPrivate && !creator.isEmpty())
            node.key = 1ULL << 63 | quint64(element.tag >> 16) << 44 | (keyOf(creator) & 0xffffffff) << 12 |
                       (isBlock ? 0x100 : element.tag & 0xff);

        const bool identifies = isIdentifying(element, shownVr, !entry.name.isEmpty());
        if (shownVr == QByteArrayView("SQ", 2)) {
            node.value = QCoreApplication::translate("io", "%n item(s)", nullptr, int(element.items.size()));
            int number = 0;
            for (const DicomDataset& item : element.items) {
                HeaderNode child;
                child.tag = itemTag;
                child.key = quint64(++number);
                child.name = QCoreApplication::translate("io", "Item %1").arg(number);
                child.children = nodesOf(item, hidden || identifies);
                node.children.push_back(std::move(child));
            }
            return node;
        }
        bool wasCut = false;
        node.value = valueText(dataset, element, shownVr, wasCut);
        // UIDs of the standard itself are the same for everybody.
        const bool isStandard = shownVr == QByteArrayView("UI", 2) && element.value.startsWith("1.2.840.10008.");
        node.identifying = (hidden || identifies) && !isStandard;
        const bool isBytes = node.vr[0] == 'O' || node.vr[0] == ' ' || shownVr == QByteArrayView("UN", 2);
        if (wasCut || isBytes) node.digest = qHash(element.value, 1);
        addInside(element, node);
        return node;
    }

    /// The smallest, largest and padding pixel values and the tables' first ones are numbers as the pixels are.
    static bool isOfPixels(DicomTag tag) {
        return (tag >= 0x00280106 && tag <= 0x00280121) || (tag & 0xfffffffc) == 0x00281100;
    }

    /// What Siemens packs into the value of one element.
    void addInside(const DicomElement& element, HeaderNode& node) const {
        if (!(element.tag >> 16 & 1) || element.value.size() < 100) return;
        for (const CsaField& field : readCsa(element.value)) {
            HeaderNode child;
            child.name = QString::fromLatin1(field.name);
            child.key = keyOf(field.name);
            if (field.vr.size() == 2) std::copy_n(field.vr.data(), 2, child.vr);
            const QByteArray all = field.values.join('\\');
            bool wasCut = false;
            child.value = oneLine(QString::fromLatin1(all.left(2 * longestValue)), wasCut);
            if (wasCut) child.digest = qHash(all, 1);
            child.children = protocolNodes(all);
            child.identifying = !child.children.empty() || isIdentifying(field.name, field.vr, child.value);
            node.children.push_back(std::move(child));
        }
        if (node.children.empty()) node.children = protocolNodes(element.value);
    }

    static std::vector<HeaderNode> protocolNodes(QByteArrayView text) {
        std::vector<HeaderNode> nodes;
        for (const ProtocolLine& line : readProtocol(text)) {
            HeaderNode child;
            child.name = QString::fromLatin1(line.key);
            child.key = keyOf(line.key);
            bool wasCut = false;
            // Texts stand between two pairs of quotes.
            QByteArray value = line.value;
            while (value.size() > 1 && value.startsWith('"') && value.endsWith('"'))
                value = value.mid(1, value.size() - 2);
            child.value = oneLine(QString::fromLatin1(value), wasCut);
            child.identifying = isIdentifying(line.key, {}, child.value);
            nodes.push_back(std::move(child));
        }
        return nodes;
    }

    QString shared(const QByteArray& creator) {
        auto place = creators.find(creator);
        if (place == creators.end()) place = creators.insert(creator, QString::fromUtf8(creator));
        return *place;
    }

    DicomDictionary dictionary;
    QHash<QByteArray, QString> creators;
    bool isSigned;
};

/// A file's bytes as far as the header needs them, and what was parsed from them.
struct Contents {
    QByteArray bytes, inflated, behind;
    DicomParse parse;
    int fragments = 0;
    bool pixelsWhole = true;
};

void parse(const FileHead& head, Contents& c) {
    qint64 size = 0;
    c.parse = parseStart(head, c.bytes, size, DicomKeep::Everything);
    if (!c.parse.deflatedAt) return;
    c.inflated = inflate(QByteArrayView(c.bytes).sliced(c.parse.deflatedAt), mostInflatedBytes);
    parseInflated(c.inflated, c.inflated.size(), c.parse, DicomKeep::Everything);
}

/// Where the pixel data ends; behind the end of the file when that comes too early.
qint64 endOfPixels(QIODevice& file, Contents& c) {
    const PixelPlace& place = c.parse.pixels;
    if (place.packing != PixelPlace::Packing::Encapsulated) return place.offset + place.length;
    const bool big = c.parse.dataset.bigEndian;
    for (qint64 at = place.offset; file.seek(at);) {
        const QByteArray prefix = file.read(8);
        if (prefix.size() < 8) break;
        const DicomTag tag =
            DicomTag(loadNumber<quint16>(prefix.data(), big)) << 16 | loadNumber<quint16>(prefix.data() + 2, big);
        const auto length = loadNumber<quint32>(prefix.data() + 4, big);
        at += 8;
        if (tag != itemTag) return tag == 0xfffee0dd ? at : file.size() + 1;
        ++c.fragments;
        at += length;
    }
    return file.size() + 1;
}

void parseBehind(const FileHead& head, Contents& c) {
    if (c.parse.pixels.tag == 0) return;
    QFile plain(head.path);
    QBuffer unpacked(c.parse.deflatedAt ? &c.inflated : &c.bytes);
    QIODevice& file = head.gzipped || c.parse.deflatedAt ? static_cast<QIODevice&>(unpacked) : plain;
    if (!file.open(QIODevice::ReadOnly)) throwUnreadable(head.path, file.errorString());
    const qint64 end = endOfPixels(file, c);
    c.pixelsWhole = end <= file.size();
    if (end >= file.size() || !file.seek(end)) return;
    c.behind = file.read(std::min(file.size() - end, mostBytesBehind));
    // What is no element with a later tag is padding or rubbish of whoever sent the file on.
    DicomParse rest;
    rest.isExplicit = c.parse.isExplicit;
    rest.dataset.bigEndian = c.parse.dataset.bigEndian;
    rest.dataset.characterSet = c.parse.dataset.characterSet;
    parseBehindPixels(c.behind, rest);
    if (rest.dataset.elements.empty() || rest.dataset.elements.front().tag <= c.parse.pixels.tag ||
        !rest.dataset.ascending)
        return;
    for (DicomElement& element : rest.dataset.elements) c.parse.dataset.elements.push_back(std::move(element));
}

HeaderNode pixelNode(const Contents& c) {
    const PixelPlace& place = c.parse.pixels;
    HeaderNode node;
    node.tag = node.key = place.tag;
    const bool words = place.words || !c.parse.isExplicit;
    std::copy_n(place.tag == 0x7fe00008 ? "OF" : place.tag == 0x7fe00009 ? "OD" : words ? "OW" : "OB", 2, node.vr);
    DicomDictionary dictionary;
    node.name = dictionary.entry(place.tag).name;
    node.value = place.packing == PixelPlace::Packing::Encapsulated
                     ? QCoreApplication::translate("io", "packed, in %n part(s)", nullptr, c.fragments)
                     : QCoreApplication::translate("io", "%1 bytes").arg(place.length);
    return node;
}

} // namespace

HeaderTree describeDicom(const FileHead& head) {
    Contents contents;
    parse(head, contents);
    const DicomParse& parsed = contents.parse;
    if (parsed.result == DicomParse::Result::NotDicom)
        throw Error(
            QCoreApplication::translate("io", "%1 is named like a DICOM file but is none. Check where it comes from.")
                .arg(fileName(head.path)));
    HeaderTree tree;
    if (parsed.result != DicomParse::Result::Complete)
        tree.problem =
            QCoreApplication::translate(
                "io", "%1 is cut short or damaged: its header could be read up to %2. Copy it again from its source.")
                .arg(fileName(head.path), parsed.dataset.elements.empty()
                                              ? QStringLiteral("(0002,0000)")
                                              : tagText(parsed.dataset.elements.back().tag));
    parseBehind(head, contents);
    if (!contents.pixelsWhole)
        tree.problem = QCoreApplication::translate(
                           "io", "%1 is cut short: it ends before its voxels do. Copy it again from its source.")
                           .arg(fileName(head.path));
    Describer describer(parsed.dataset.whole(0x00280103) == 1);
    tree.nodes = describer.nodesOf(parsed.dataset, false);
    if (parsed.pixels.tag != 0) {
        const auto place = std::find_if(tree.nodes.begin(), tree.nodes.end(),
                                        [&](const HeaderNode& node) { return node.tag > parsed.pixels.tag; });
        tree.nodes.insert(place, pixelNode(contents));
    }
    Person(parsed.dataset).markIn(tree.nodes);
    return tree;
}

} // namespace neuraxis::io
