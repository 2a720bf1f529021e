#include "core/io/codestream_comments.h"

#include <QtEndian>
#include <algorithm>

namespace neuraxis::io {

namespace {

quint16 wordAt(const QByteArray& bytes, qsizetype at) { return qFromBigEndian<quint16>(bytes.constData() + at); }

/// ITU-T T.81 B.1 and T.87; APP0 tells JFIF's density, APP8 the colour transform of JPEG-LS, APP14 that of JPEG.
bool isComment(quint16 marker) {
    const bool application = marker >= 0xffe0 && marker <= 0xffef;
    return marker == 0xfffe || (application && marker != 0xffe0 && marker != 0xffe8 && marker != 0xffee);
}

} // namespace

void clearComments(QByteArray& start) {
    constexpr quint16 jpegStart = 0xffd8, jpegScan = 0xffda, wide = 0xff4f, wideTile = 0xff90, wideComment = 0xff64;
    if (start.size() < 4) return;
    const quint16 kind = wordAt(start, 0);
    if (kind != jpegStart && kind != wide) return;
    for (qsizetype at = 2; at + 4 <= start.size();) {
        const quint16 marker = wordAt(start, at);
        if (marker == 0xffff) { // one byte more than needed before the marker
            ++at;
            continue;
        }
        if (marker < 0xff01 || marker == (kind == wide ? wideTile : jpegScan)) return;
        const qsizetype length = wordAt(start, at + 2), end = std::min(at + 2 + length, start.size());
        if (length < 2) return;
        const bool clears = kind == wide ? marker == wideComment : isComment(marker);
        const qsizetype text = at + 4 + (kind == wide ? 2 : 0); // T.800 A.9.2: behind whether it is text
        if (clears && text < end) std::fill(start.begin() + text, start.begin() + end, '\0');
        at = end;
    }
}

} // namespace neuraxis::io
