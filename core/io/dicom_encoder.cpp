#include "core/io/dicom_encoder.h"

#include <QtEndian>
#include <algorithm>
#include <array>

namespace neuraxis::io {

namespace {

constexpr const char* implementationUid = "2.25.210114173286103917284023961823654317841"; ///< Of this writer

template <class T> void put(QByteArray& to, T number) {
    char bytes[sizeof number];
    qToLittleEndian(number, bytes);
    to.append(bytes, sizeof bytes);
}

void putTag(QByteArray& to, DicomTag tag) {
    put(to, static_cast<quint16>(tag >> 16));
    put(to, static_cast<quint16>(tag));
}

/// VRs with a length of four bytes (PS3.5 7.1.2).
bool isLong(QByteArrayView vr) {
    constexpr std::array names{"OB", "OW", "OF", "OD", "OL", "OV", "SQ", "UN", "UT", "UC", "UR", "SV", "UV"};
    return std::any_of(names.begin(), names.end(), [&](const char* name) { return vr == QByteArrayView(name, 2); });
}

} // namespace

int bytesOfVr(QByteArrayView vr) {
    struct Row {
        const char* vr;
        int bytes;
    };
    constexpr Row rows[] = {{"US", 2}, {"SS", 2}, {"OW", 2}, {"AT", 2}, {"UL", 4}, {"SL", 4}, {"FL", 4},
                            {"OF", 4}, {"OL", 4}, {"FD", 8}, {"OD", 8}, {"SV", 8}, {"UV", 8}, {"OV", 8}};
    for (const Row& row : rows)
        if (vr == QByteArrayView(row.vr, 2)) return row.bytes;
    return 1;
}

QByteArray encodePrefix(DicomTag tag, const char* vr, std::uint32_t length) {
    QByteArray bytes;
    putTag(bytes, tag);
    const bool wide = isLong(QByteArrayView(vr, 2));
    // What is too long for its VR is written as unknown (PS3.5 6.2.2).
    bytes.append(wide || length <= 0xffff ? vr : "UN", 2);
    if (wide || length > 0xffff) {
        put(bytes, quint16(0));
        put(bytes, quint32(length));
    } else
        put(bytes, static_cast<quint16>(length));
    return bytes;
}

QByteArray encodeElement(DicomTag tag, const char* vr, QByteArrayView value) {
    const bool isText = vr[0] != 'O' && QByteArrayView(vr, 2) != QByteArrayView("UI", 2);
    QByteArray bytes = encodePrefix(tag, vr, static_cast<quint32>(value.size() + value.size() % 2));
    bytes.append(value.data(), value.size());
    if (value.size() % 2) bytes += isText ? ' ' : '\0';
    return bytes;
}

QByteArray encodeItem(QByteArrayView elements) {
    QByteArray bytes;
    putTag(bytes, 0xfffee000);
    put(bytes, static_cast<quint32>(elements.size()));
    bytes.append(elements.data(), elements.size());
    return bytes;
}

QByteArray encodeMeta(const QByteArray& sopClass, const QByteArray& instanceUid, const QByteArray& transferSyntax) {
    const QByteArray group =
        encodeElement(0x00020001, "OB", QByteArray("\0\1", 2)) + encodeElement(0x00020002, "UI", sopClass) +
        encodeElement(0x00020003, "UI", instanceUid) + encodeElement(0x00020010, "UI", transferSyntax) +
        encodeElement(0x00020012, "UI", implementationUid) + encodeElement(0x00020013, "SH", "NEURAXIS");
    QByteArray length;
    put(length, static_cast<quint32>(group.size()));
    return QByteArray(128, '\0') + "DICM" + encodeElement(0x00020000, "UL", length) + group;
}

} // namespace neuraxis::io
