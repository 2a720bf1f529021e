#include "core/io/dicom_codestream.h"

#include <algorithm>

namespace neuraxis::io {

namespace {

constexpr qsizetype furthestStart = 4096; // A JP2 file's boxes come before its stream

qint64 load(QByteArrayView bytes, qsizetype at, int count) {
    qint64 number = 0;
    for (int i = 0; i < count; ++i) number = number << 8 | static_cast<quint8>(bytes[at + i]);
    return number;
}

/// ISO/IEC 15444-1 annex A.5.1: `siz` is where the marker's segment begins.
std::optional<Codestream> readJpeg2000(QByteArrayView bytes, qsizetype siz) {
    const qsizetype components = siz + 38;
    if (bytes.size() < components) return {};
    Codestream stream{Codestream::Kind::Jpeg2000, false, 0, 0, 0, 0, false, {}};
    const qint64 columns = load(bytes, siz + 4, 4), rows = load(bytes, siz + 8, 4), samples = load(bytes, siz + 36, 2);
    const bool isOffset = load(bytes, siz + 12, 4) != 0 || load(bytes, siz + 16, 4) != 0;
    if (isOffset || columns > 65535 || rows > 65535 || samples < 1 || samples > 3) return {};
    if (bytes.size() < components + 3 * samples) return {};
    const auto depth = static_cast<int>(load(bytes, components, 1));
    for (qsizetype c = 0; c < samples; ++c)
        if (load(bytes, components + 3 * c, 1) != depth || load(bytes, components + 3 * c + 1, 2) != 0x0101) return {};
    stream.columns = static_cast<int>(columns);
    stream.rows = static_cast<int>(rows);
    stream.samples = static_cast<int>(samples);
    stream.bits = (depth & 0x7f) + 1;
    stream.isSigned = depth & 0x80;
    return stream;
}

/// ITU-T T.81 annex B and T.87 annex C: segments up to that of the frame.
std::optional<Codestream> readJpeg(QByteArrayView bytes) {
    Codestream stream;
    for (qsizetype at = 2; at + 10 <= bytes.size() && static_cast<quint8>(bytes[at]) == 0xff;) {
        const auto marker = static_cast<int>(load(bytes, at + 1, 1));
        if (marker == 0xff) {
            ++at;
            continue;
        }
        const qint64 length = load(bytes, at + 2, 2);
        // Adobe's segment 14; its last byte is 0 for RGB, 1 for YCbCr.
        if (marker == 0xee && length == 14 && at + 16 <= bytes.size() &&
            bytes.sliced(at + 4, 5) == QByteArrayView("Adobe", 5))
            stream.ybr = load(bytes, at + 15, 1) == 1;
        const bool isFrame =
            marker == 0xf7 || (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc);
        if (isFrame) {
            stream.kind = marker == 0xf7 ? Codestream::Kind::JpegLs : Codestream::Kind::Jpeg;
            stream.lossless = marker == 0xc3;
            stream.bits = static_cast<int>(load(bytes, at + 4, 1));
            stream.rows = static_cast<int>(load(bytes, at + 5, 2));
            stream.columns = static_cast<int>(load(bytes, at + 7, 2));
            stream.samples = static_cast<int>(load(bytes, at + 9, 1));
            return stream;
        }
        at += 2 + length;
    }
    return {};
}

/// ITU-T T.81 B.1 and T.87; APP0 tells JFIF's density, APP8 the colour transform of JPEG-LS, APP14 that of JPEG.
bool isComment(qint64 marker) {
    const bool application = marker >= 0xffe0 && marker <= 0xffef;
    return marker == 0xfffe || (application && marker != 0xffe0 && marker != 0xffe8 && marker != 0xffee);
}

const QByteArrayView jpegStart("\xff\xd8\xff", 3), jpeg2000Start("\xff\x4f\xff\x51", 4), jp2Start("\0\0\0\x0cjP  ", 8);

} // namespace

const char* Codestream::transferSyntax() const {
    switch (kind) {
    case Kind::Jpeg2000: return "1.2.840.10008.1.2.4.91";
    case Kind::JpegLs: return "1.2.840.10008.1.2.4.81";
    case Kind::Jpeg: break;
    }
    return lossless ? "1.2.840.10008.1.2.4.57" : bits > 8 ? "1.2.840.10008.1.2.4.51" : "1.2.840.10008.1.2.4.50";
}

bool beginsCodestream(QByteArrayView bytes) {
    return bytes.startsWith(jpegStart) || bytes.startsWith(jpeg2000Start) || bytes.startsWith(jp2Start);
}

QByteArray endedJpeg(QByteArrayView bytes) {
    qsizetype at = 2;
    while (at + 2 <= bytes.size()) {
        if (static_cast<quint8>(bytes[at]) != 0xff) { // compressed pixels
            ++at;
            continue;
        }
        const auto marker = static_cast<quint8>(bytes[at + 1]);
        const bool alone = marker == 0 || marker == 1 || (marker >= 0xd0 && marker <= 0xd8);
        if (marker == 0xd9) return bytes.first(at + 2).toByteArray();
        if (marker == 0xff)
            ++at;
        else if (alone)
            at += 2;
        else {
            if (at + 4 > bytes.size()) break;
            const qint64 length = load(bytes, at + 2, 2);
            if (length < 2 || at + 2 + length > bytes.size()) return {};
            at += 2 + length;
        }
    }
    return bytes.first(std::min(at, bytes.size())).toByteArray() + QByteArray("\xff\xd9", 2);
}

void clearComments(QByteArray& start) {
    const bool isWide = start.startsWith(jpeg2000Start.first(2));
    if (!isWide && !start.startsWith(jpegStart.first(2))) return;
    constexpr qint64 scan = 0xffda, tile = 0xff90, wideComment = 0xff64;
    for (qsizetype at = 2; at + 4 <= start.size();) {
        const qint64 marker = load(start, at, 2);
        if (marker == 0xffff) { // one byte more than needed before the marker
            ++at;
            continue;
        }
        if (marker < 0xff01 || marker == (isWide ? tile : scan)) return;
        const qint64 length = load(start, at + 2, 2), end = std::min<qint64>(at + 2 + length, start.size());
        if (length < 2) return;
        const qsizetype text = at + (isWide ? 6 : 4); // T.800 A.9.2: behind whether it is text
        if ((isWide ? marker == wideComment : isComment(marker)) && text < end)
            std::fill(start.begin() + text, start.begin() + end, '\0');
        at = end;
    }
}

std::optional<Codestream> readCodestream(QByteArrayView bytes) {
    if (bytes.startsWith(jpegStart)) return readJpeg(bytes);
    const qsizetype at = bytes.first(std::min(bytes.size(), furthestStart)).indexOf(jpeg2000Start);
    if (at < 0) return {};
    return readJpeg2000(bytes, at + 4);
}

} // namespace neuraxis::io
