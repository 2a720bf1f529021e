#include "core/io/byte_order.h"
#include "core/io/dicom_dataset.h"

#include <algorithm>
#include <array>
#include <limits>

namespace neuraxis::io {

namespace {

constexpr std::uint32_t undefinedLength = 0xffffffff;
constexpr DicomTag itemTag = 0xfffee000, itemEnd = 0xfffee00d, sequenceEnd = 0xfffee0dd;
constexpr DicomTag pixelData = 0x7fe00010, floatPixels = 0x7fe00008, doublePixels = 0x7fe00009;
constexpr int deepest = 24;
constexpr int mostElements = 2'000'000; // kept of one file when everything is; one of 8 bytes takes 150 in memory

// In implicit syntaxes a sequence of defined length looks like any value: these are the ones read here.
constexpr DicomTag knownSequences[] = {0x00089215, 0x00180026, 0x00189006, 0x00189112, 0x00189114, 0x00189115,
                                       0x00189117, 0x00189118, 0x00189076, 0x00189119, 0x00189125, 0x00189152,
                                       0x00189226, 0x00189251, 0x00209071, 0x00209111, 0x00209113, 0x00209116,
                                       0x00209222, 0x00289110, 0x00289132, 0x00289145, 0x00409096, 0x004008ea,
                                       0x00189602, 0x00189601, 0x00189076, 0x52009229, 0x52009230};

bool isUpper(char c) { return c >= 'A' && c <= 'Z'; }

/// Walks elements of one transfer syntax through bytes that may end before the file does.
class Walker {
  public:
    Walker(QByteArrayView bytes, qint64 fileSize, bool isExplicit, bool bigEndian, DicomKeep keep)
        : bytes(bytes), fileSize(fileSize), isExplicit(isExplicit), big(bigEndian),
          everything(keep == DicomKeep::Everything) {}

    qsizetype at = 0;
    DicomParse::Result result = DicomParse::Result::Complete;
    PixelPlace pixels;

    /// Reads elements until `end`, an item's end mark, or the pixel data. False when it cannot go on.
    bool readElements(DicomDataset& into, qsizetype end, int depth, bool metaOnly = false);

  private:
    struct Prefix {
        DicomTag tag = 0;
        char vr[2] = {' ', ' '};
        std::uint32_t length = 0;
    };
    bool stop(qsizetype needed) {
        result = needed <= fileSize ? DicomParse::Result::NeedsMore : DicomParse::Result::Truncated;
        return false;
    }
    bool need(qsizetype count) { return at + count <= bytes.size() || stop(at + count); }
    template <class T> T load(qsizetype where) const { return loadNumber<T>(bytes.data() + where, big); }
    DicomTag tagAt(qsizetype where) const {
        return DicomTag(load<std::uint16_t>(where)) << 16 | load<std::uint16_t>(where + 2);
    }
    bool readPrefix(Prefix& prefix);
    bool readItems(DicomElement& element, std::uint32_t length, const DicomDataset& parent, int depth, bool keep);
    bool triesItems(DicomElement& element, std::uint32_t length, const DicomDataset& parent, int depth);
    bool skipFragments(DicomElement& element);

    QByteArrayView bytes;
    qint64 fileSize;
    bool isExplicit, big, everything;
    int kept = 0; ///< Elements and items
};

bool Walker::readPrefix(Prefix& p) {
    if (!need(8)) return false;
    p.tag = tagAt(at);
    const char a = bytes[at + 4], b = bytes[at + 5];
    // Some writers slip implicit elements into explicit files: a VR that is not two capitals is a length.
    if (!isExplicit || p.tag >> 16 == 0xfffe || !isUpper(a) || !isUpper(b)) {
        p.length = load<std::uint32_t>(at + 4);
        at += 8;
        return true;
    }
    p.vr[0] = a;
    p.vr[1] = b;
    constexpr std::array longVrs{"OB", "OW", "OF", "OD", "OL", "OV", "SQ", "UN", "UT", "UC", "UR", "SV", "UV"};
    const bool isLong =
        std::any_of(longVrs.begin(), longVrs.end(), [&](const char* v) { return v[0] == a && v[1] == b; });
    if (isLong && !need(12)) return false;
    p.length = isLong ? load<std::uint32_t>(at + 8) : load<std::uint16_t>(at + 6);
    at += isLong ? 12 : 8;
    return true;
}

bool Walker::readElements(DicomDataset& into, qsizetype end, int depth, bool metaOnly) {
    into.bigEndian = big;
    if (depth == 0 && !metaOnly) into.elements.reserve(into.elements.size() + 256);
    while (at < end) {
        if (at == fileSize) return true; // the end of the file is an end of the data set
        const qsizetype start = at;
        Prefix p;
        if (!readPrefix(p)) {
            const QByteArrayView rest = bytes.sliced(std::min(start, bytes.size()));
            if (depth == 0 && fileSize - start < 8 &&
                std::all_of(rest.begin(), rest.end(), [](char c) { return c == 0; })) {
                result = DicomParse::Result::Complete; // padding
                return true;
            }
            return false;
        }
        if (metaOnly && p.tag >> 16 != 2) {
            at = start;
            return true;
        }
        if (p.tag == itemEnd || p.tag == sequenceEnd) return true;
        if (depth == 0 && (p.tag == pixelData || p.tag == floatPixels || p.tag == doublePixels)) {
            const bool fragments = p.length == undefinedLength;
            pixels = {fragments ? PixelPlace::Packing::Encapsulated
                      : big     ? PixelPlace::Packing::BigEndian
                                : PixelPlace::Packing::Native,
                      p.tag, p.vr[0] == 'O' && p.vr[1] == 'W', at, fragments ? fileSize - at : p.length};
            return true;
        }
        if (everything && ++kept > mostElements) {
            result = DicomParse::Result::Truncated;
            return false;
        }
        DicomElement element{p.tag, {p.vr[0], p.vr[1]}, {}, {}};
        const bool isPrivate = p.tag >> 16 & 1;
        const bool isSequence = p.length == undefinedLength || (p.vr[0] == 'S' && p.vr[1] == 'Q') ||
                                (p.vr[0] == ' ' && std::find(std::begin(knownSequences), std::end(knownSequences),
                                                             p.tag) != std::end(knownSequences));
        if (everything && p.length == undefinedLength && p.vr[0] == 'O') {
            if (!skipFragments(element)) return false;
        } else if (isSequence && (everything || !(isPrivate && p.length != undefinedLength))) {
            // A sequence under VR UN is written as implicit little endian (PS3.5 6.2.2).
            const bool wasExplicit = isExplicit;
            if (p.vr[0] == 'U' && p.vr[1] == 'N') isExplicit = false;
            const bool read =
                readItems(element, p.length, into, depth, everything || !isPrivate || p.tag >> 16 == 0x2005);
            isExplicit = wasExplicit;
            if (!read) {
                if (everything) into.elements.push_back(std::move(element)); // what there was of it
                return false;
            }
        } else if (everything && triesItems(element, p.length, into, depth)) {
            // A sequence that does not call itself one
        } else {
            if (result == DicomParse::Result::NeedsMore) return false;
            if (static_cast<qint64>(p.length) > fileSize - at) {
                result = DicomParse::Result::Truncated;
                return false;
            }
            if (!need(p.length)) return false;
            element.value = bytes.sliced(at, p.length);
            at += p.length;
        }
        if (p.tag == 0x00080005) into.characterSet = element.value.toByteArray();
        if (!into.elements.empty() && into.elements.back().tag >= element.tag) into.ascending = false;
        into.elements.push_back(std::move(element));
    }
    return true;
}

bool Walker::readItems(DicomElement& element, std::uint32_t length, const DicomDataset& parent, int depth, bool keep) {
    if (depth >= deepest) {
        result = DicomParse::Result::Truncated;
        return false;
    }
    const qsizetype end = length == undefinedLength ? std::numeric_limits<qsizetype>::max() : at + qsizetype(length);
    while (at < end) {
        if (!need(8)) return false;
        const DicomTag tag = tagAt(at);
        const auto itemLength = load<std::uint32_t>(at + 4);
        at += 8;
        if (tag == sequenceEnd) return true;
        if (tag != itemTag) {
            result = DicomParse::Result::Truncated;
            return false;
        }
        if (everything && ++kept > mostElements) {
            result = DicomParse::Result::Truncated;
            return false;
        }
        DicomDataset item;
        item.characterSet = parent.characterSet;
        const qsizetype itemStops =
            itemLength == undefinedLength ? std::numeric_limits<qsizetype>::max() : at + qsizetype(itemLength);
        if (!keep && itemLength != undefinedLength) {
            if (!need(itemLength)) return false;
            at = itemStops;
            continue;
        }
        if (!readElements(item, itemStops, depth + 1)) {
            if (everything) element.items.push_back(std::move(item));
            return false;
        }
        if (at == fileSize && itemLength == undefinedLength) {
            result = DicomParse::Result::Truncated;
            return false;
        }
        if (keep) element.items.push_back(std::move(item));
    }
    return true;
}

/// In implicit syntaxes, and under VR UN, a sequence of defined length is known only by the items it begins with.
/// False, with nothing read, when these are none.
bool Walker::triesItems(DicomElement& element, std::uint32_t length, const DicomDataset& parent, int depth) {
    const bool isUnknown = element.vr[0] == ' ' || (element.vr[0] == 'U' && element.vr[1] == 'N');
    if (!isUnknown || length < 8 || static_cast<qint64>(length) > fileSize - at || !need(length)) return false;
    if (tagAt(at) != itemTag) return false;
    // Within its own bytes, so that many false ones cannot each walk the whole file.
    Walker inner(bytes.sliced(at, length), length, false, big && element.vr[0] == ' ', DicomKeep::Everything);
    inner.kept = kept;
    if (!inner.readItems(element, length, parent, depth, true) || inner.at != qsizetype(length)) {
        element.items.clear();
        return false;
    }
    kept = inner.kept;
    at += length;
    return true;
}

/// Passes over packed pixels in fragments: those of an icon, whose bytes would else be taken for elements.
bool Walker::skipFragments(DicomElement& element) {
    const qsizetype start = at;
    for (;;) {
        if (!need(8)) return false;
        const DicomTag tag = tagAt(at);
        const auto length = load<std::uint32_t>(at + 4);
        at += 8;
        if (tag == sequenceEnd) break;
        if (tag != itemTag || static_cast<qint64>(length) > fileSize - at) {
            result = DicomParse::Result::Truncated;
            return false;
        }
        if (!need(length)) return false;
        at += length;
    }
    element.value = bytes.sliced(start, at - start);
    return true;
}

/// Explicit when the first element's VR is two capitals.
bool guessExplicit(QByteArrayView bytes, qsizetype at) {
    return bytes.size() >= at + 6 && isUpper(bytes[at + 4]) && isUpper(bytes[at + 5]);
}

/// Big endian when the first group number, small in every file, is so only when its bytes are turned.
bool guessBigEndian(QByteArrayView bytes, qsizetype at) {
    return bytes.size() >= at + 2 && bytes[at] == 0 && bytes[at + 1] != 0;
}

} // namespace

bool looksLikeDicom(QByteArrayView bytes) {
    if (bytes.size() >= 132 && bytes.sliced(128, 4) == QByteArrayView("DICM", 4)) return true;
    if (bytes.size() < 16) return false;
    const bool big = guessBigEndian(bytes, 0);
    const auto group = loadNumber<std::uint16_t>(bytes.data(), big),
               element = loadNumber<std::uint16_t>(bytes.data() + 2, big);
    if ((group != 2 && group != 8) || element > 0x20) return false;
    return guessExplicit(bytes, 0) || loadNumber<std::uint32_t>(bytes.data() + 4, big) < 256;
}

DicomParse parseDicom(QByteArrayView bytes, qint64 fileSize, DicomKeep keep) {
    DicomParse parse;
    if (!looksLikeDicom(bytes)) return parse;
    const bool preamble = bytes.size() >= 132 && bytes.sliced(128, 4) == QByteArrayView("DICM", 4);
    Walker meta(bytes, fileSize, true, false, keep);
    meta.at = preamble ? 132 : 0;
    if (!meta.readElements(parse.dataset, std::numeric_limits<qsizetype>::max(), 0, true)) {
        parse.result = meta.result;
        return parse;
    }
    parse.transferSyntax = parse.dataset.bytes(0x00020010);
    const QByteArray& syntax = parse.transferSyntax;
    if (syntax == "1.2.840.10008.1.2.1.99") {
        parse.deflatedAt = meta.at;
        parse.result = DicomParse::Result::Complete;
        return parse;
    }
    const bool known = !syntax.isEmpty();
    const bool big = known ? syntax == "1.2.840.10008.1.2.2" : guessBigEndian(bytes, meta.at);
    const bool isExplicit = known ? syntax != "1.2.840.10008.1.2" : guessExplicit(bytes, meta.at);
    parse.isExplicit = isExplicit;
    Walker body(bytes, fileSize, isExplicit, big, keep);
    body.at = meta.at;
    body.readElements(parse.dataset, std::numeric_limits<qsizetype>::max(), 0);
    parse.result = body.result;
    parse.pixels = body.pixels;
    return parse;
}

void parseInflated(QByteArrayView bytes, DicomParse& parse, DicomKeep keep) {
    Walker body(bytes, bytes.size(), true, false, keep);
    body.readElements(parse.dataset, std::numeric_limits<qsizetype>::max(), 0);
    parse.result = body.result;
    parse.pixels = body.pixels;
}

void parseBehindPixels(QByteArrayView bytes, DicomParse& parse) {
    Walker rest(bytes, bytes.size(), parse.isExplicit, parse.dataset.bigEndian, DicomKeep::Everything);
    rest.readElements(parse.dataset, std::numeric_limits<qsizetype>::max(), 0);
    parse.result = rest.result;
}

} // namespace neuraxis::io
