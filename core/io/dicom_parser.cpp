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

/// Private groups whose sequences are read: Siemens XA's, United Imaging's, Philips'.
bool keepsItems(DicomTag group) { return group == 0x0021 || group == 0x0065 || group == 0x2005; }

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
    void readOddPrefix(Prefix& prefix);
    bool isElementAt(qsizetype where, DicomTag after) const;
    bool triesItems(DicomElement& element, std::uint32_t length, const DicomDataset& parent, int depth);
    bool readItems(DicomElement& element, std::uint32_t length, const DicomDataset& parent, int depth, bool keep);
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
    if (!isExplicit || p.tag >> 16 == 0xfffe) {
        p.length = load<std::uint32_t>(at + 4);
        at += 8;
        return true;
    }
    constexpr std::array longVrs{"OB", "OW", "OF", "OD", "OL", "OV", "SQ", "UN", "UT", "UC", "UR", "SV", "UV"};
    constexpr std::array shortVrs{"AE", "AS", "AT", "CS", "DA", "DS", "DT", "FD", "FL", "IS", "LO",
                                  "LT", "PN", "SH", "SL", "SS", "ST", "TM", "UI", "UL", "US"};
    const auto isVr = [&](const char* v) { return v[0] == a && v[1] == b; };
    if (std::any_of(shortVrs.begin(), shortVrs.end(), isVr)) {
        p.vr[0] = a;
        p.vr[1] = b;
        p.length = load<std::uint16_t>(at + 6);
        at += 8;
        return true;
    }
    const bool isLong = std::any_of(longVrs.begin(), longVrs.end(), isVr);
    if (!isLong || (at + 8 <= bytes.size() && load<std::uint16_t>(at + 6) != 0)) {
        if (isLong || (isUpper(a) && isUpper(b))) {
            p.vr[0] = a;
            p.vr[1] = b;
        }
        if (!need(std::min<qint64>(12, fileSize - at))) return false;
        readOddPrefix(p);
        return true;
    }
    if (!need(12)) return false;
    p.vr[0] = a;
    p.vr[1] = b;
    p.length = load<std::uint32_t>(at + 8);
    at += 12;
    return true;
}

/// Whether an element that may follow another begins at `where`, as far as the bytes at hand tell.
bool Walker::isElementAt(qsizetype where, DicomTag after) const {
    if (where == fileSize) return true;
    if (where > fileSize - 8) return false;
    if (where > bytes.size() - 8) return true;
    const DicomTag tag = tagAt(where);
    return tag >> 16 == 0xfffe || (tag > after && (tag >> 16) - (after >> 16) < 0x6000 &&
                                   ((isUpper(bytes[where + 4]) && isUpper(bytes[where + 5])) ||
                                    load<std::uint32_t>(where + 4) <= fileSize - where - 8));
}

/// An element in an explicit file whose VR is none: some writers slip in implicit ones, give the long form of length
/// to VRs that they do not know or the short form to all, or write "??" or zeros. Told by where each would end.
void Walker::readOddPrefix(Prefix& p) {
    struct Form {
        int bytes;
        qint64 length;
    };
    const bool named = p.vr[0] != ' ';
    const Form implicit{8, load<std::uint32_t>(at + 4)}, shortForm{8, load<std::uint16_t>(at + 6)},
        longForm{12, at + 12 <= bytes.size() ? load<std::uint32_t>(at + 8) : 0};
    const std::array forms =
        named ? std::array{longForm, shortForm, implicit} : std::array{implicit, shortForm, longForm};
    Form taken = forms[0];
    for (const Form& form : forms)
        if (form.length == undefinedLength || isElementAt(at + form.bytes + form.length, p.tag)) {
            taken = form;
            break;
        }
    p.length = static_cast<std::uint32_t>(taken.length);
    at += taken.bytes;
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
        if (p.tag == itemEnd && depth > 0) return true;
        if (p.tag == sequenceEnd && depth > 0) { // an item without an end mark of its own
            at = start;
            return true;
        }
        if (p.tag == itemEnd || p.tag == sequenceEnd) continue;
        if (p.tag == 0 && p.length == 0 && depth == 0) return true; // padding
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
        const bool isPrivate = p.tag >> 16 & 1, keep = everything || !isPrivate || keepsItems(p.tag >> 16);
        const bool isSequence = p.length == undefinedLength || (p.vr[0] == 'S' && p.vr[1] == 'Q');
        if (p.length == undefinedLength && p.vr[0] == 'O') {
            if (!skipFragments(element)) return false;
        } else if (isSequence && (keep || p.length == undefinedLength)) {
            // A private sequence of known length that is of no use here is passed over as a value.
            const bool wasExplicit = isExplicit;
            const qsizetype items = at;
            // A sequence under VR UN is written as implicit little endian (PS3.5 6.2.2); by some as it was.
            if (p.vr[0] == 'U' && p.vr[1] == 'N') isExplicit = false;
            bool read = readItems(element, p.length, into, depth, keep);
            if (!read && wasExplicit && !isExplicit && result == DicomParse::Result::Truncated) {
                element.items.clear();
                at = items;
                isExplicit = true;
                result = DicomParse::Result::Complete;
                read = readItems(element, p.length, into, depth, keep);
            }
            isExplicit = wasExplicit;
            if (!read) {
                if (everything) into.elements.push_back(std::move(element)); // what there was of it
                return false;
            }
        } else if (keep && triesItems(element, p.length, into, depth)) {
            // A sequence that does not call itself one
        } else {
            if (static_cast<qint64>(p.length) > fileSize - at) {
                result = DicomParse::Result::Truncated;
                return false;
            }
            if (result == DicomParse::Result::NeedsMore || !need(p.length)) return false;
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
        if (tag == itemEnd) continue; // of an item that told its length too
        if (tag != itemTag) {
            if (length == undefinedLength && isElementAt(at - 8, element.tag)) { // a sequence without an end mark
                at -= 8;
                return true;
            }
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
    if (!isUnknown || length < 8 || at + 8 > bytes.size() || tagAt(at) != itemTag) return false;
    if (static_cast<qint64>(length) > fileSize - at || !need(length)) return false;
    // Within its own bytes, so that many false ones cannot each walk the whole file.
    Walker inner(bytes.sliced(at, length), length, false, big && element.vr[0] == ' ',
                 everything ? DicomKeep::Everything : DicomKeep::Image);
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
    const bool isGe = syntax == "1.2.840.113619.5.2"; // implicit, but its pixels are big-endian
    const bool known = !syntax.isEmpty();
    const bool big = known ? syntax == "1.2.840.10008.1.2.2" : guessBigEndian(bytes, meta.at);
    // Files that say one and are the other exist. A first element is short, which tells a length from other bytes.
    bool isExplicit = guessExplicit(bytes, meta.at);
    if (known && !isExplicit && bytes.size() >= meta.at + 8)
        isExplicit = syntax != "1.2.840.10008.1.2" && !isGe &&
                     loadNumber<std::uint32_t>(bytes.data() + meta.at + 4, big) > 0xffff;
    parse.isExplicit = isExplicit;
    Walker body(bytes, fileSize, isExplicit, big, keep);
    body.at = meta.at;
    body.readElements(parse.dataset, std::numeric_limits<qsizetype>::max(), 0);
    parse.result = body.result;
    parse.pixels = body.pixels;
    if (isGe && parse.pixels.packing == PixelPlace::Packing::Native)
        parse.pixels.packing = PixelPlace::Packing::BigEndian;
    return parse;
}

void parseInflated(QByteArrayView bytes, qint64 inflatedSize, DicomParse& parse, DicomKeep keep) {
    Walker body(bytes, inflatedSize, true, false, keep);
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
