#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QDir>
#include <QFile>
#include <QMap>
#include <QString>
#include <QtEndian>
#include <vector>

namespace neuraxis::test {

/// A classic MR slice, written byte by byte, so that what reads it has no part in making it.
struct DicomPhantom {
    int columns = 4, rows = 3, series = 4, instance = 1, echo = 1, temporal = 0, frames = 1;
    QByteArray position = "0\\0\\0", cosines = "1\\0\\0\\0\\1\\0", spacing = "2\\1.5", thickness = "3", between = "3";
    QByteArray seriesUid = "2.25.7", imageType = "ORIGINAL\\PRIMARY\\M\\ND", description = "phantom",
               characterSet = "ISO_IR 100";
    QByteArray slope, intercept, echoTime = "3", sopClass = "1.2.840.10008.5.1.4.1.1.4", windowCentre, windowWidth;
    QByteArray photometric = "MONOCHROME2";
    int bitsStored = 16, highBit = 15;
    bool isSigned = false, isImplicit = false, bigEndian = false, pixels = true;
    std::vector<int> values;        ///< Of the pixels; 0, 1, 2 ... when empty
    QMap<quint32, QByteArray> more; ///< Further text elements by tag
    /// Further elements of any VR with their bytes in the file's order: private ones, sequences
    QMap<quint32, std::pair<QByteArray, QByteArray>> typed;

    [[nodiscard]] QByteArray bytes() const {
        QByteArray meta;
        QMap<quint32, QByteArray> body; // by tag, as the standard orders them
        const auto number16 = [](QByteArray& to, quint16 n, bool big) {
            char b[2];
            big ? qToBigEndian(n, b) : qToLittleEndian(n, b);
            to.append(b, 2);
        };
        const auto number32 = [](QByteArray& to, quint32 n, bool big) {
            char b[4];
            big ? qToBigEndian(n, b) : qToLittleEndian(n, b);
            to.append(b, 4);
        };
        const auto put = [&](QByteArray& to, quint32 tag, const char* vr, QByteArray value, bool isExplicit, bool big) {
            if (value.size() % 2) value += QByteArray(vr) == "UI" ? '\0' : ' ';
            number16(to, static_cast<quint16>(tag >> 16), big);
            number16(to, static_cast<quint16>(tag), big);
            const bool wide = QByteArray(vr) == "OW" || QByteArray(vr) == "OB" || QByteArray(vr) == "SQ";
            if (isExplicit) to.append(vr, 2);
            if (isExplicit && wide) to.append(2, '\0');
            if (isExplicit && !wide)
                number16(to, static_cast<quint16>(value.size()), big);
            else
                number32(to, static_cast<quint32>(value.size()), big);
            to += value;
        };
        const auto text = [&](quint32 tag, const char* vr, const QByteArray& value) {
            body[tag].clear();
            put(body[tag], tag, vr, value, !isImplicit, bigEndian);
        };
        const auto whole = [&](quint32 tag, int value) {
            QByteArray b;
            number16(b, static_cast<quint16>(value), bigEndian);
            text(tag, "US", b);
        };
        const QByteArray syntax = isImplicit  ? "1.2.840.10008.1.2"
                                  : bigEndian ? "1.2.840.10008.1.2.2"
                                              : "1.2.840.10008.1.2.1";
        put(meta, 0x00020010, "UI", syntax, true, false);
        text(0x00080005, "CS", characterSet);
        text(0x00080008, "CS", imageType);
        text(0x00080016, "UI", sopClass);
        text(0x00080060, "CS", "MR");
        text(0x0008103e, "LO", description);
        text(0x00100010, "PN", "Secret^Name");
        text(0x00180050, "DS", thickness);
        text(0x00180081, "DS", echoTime);
        text(0x00180086, "IS", QByteArray::number(echo));
        text(0x00180088, "DS", between);
        text(0x0020000d, "UI", "2.25.5");
        text(0x0020000e, "UI", seriesUid);
        text(0x00200011, "IS", QByteArray::number(series));
        text(0x00200013, "IS", QByteArray::number(instance));
        if (!position.isEmpty()) text(0x00200032, "DS", position);
        if (!cosines.isEmpty()) text(0x00200037, "DS", cosines);
        text(0x00200052, "UI", "2.25.6");
        if (temporal > 0) text(0x00200100, "IS", QByteArray::number(temporal));
        whole(0x00280002, 1);
        text(0x00280004, "CS", photometric);
        if (frames > 1) text(0x00280008, "IS", QByteArray::number(frames));
        whole(0x00280010, rows);
        whole(0x00280011, columns);
        text(0x00280030, "DS", spacing);
        whole(0x00280100, 16);
        whole(0x00280101, bitsStored);
        whole(0x00280102, highBit);
        whole(0x00280103, isSigned ? 1 : 0);
        if (!windowCentre.isEmpty()) text(0x00281050, "DS", windowCentre);
        if (!windowWidth.isEmpty()) text(0x00281051, "DS", windowWidth);
        if (!intercept.isEmpty()) text(0x00281052, "DS", intercept);
        if (!slope.isEmpty()) text(0x00281053, "DS", slope);
        for (auto e = more.begin(); e != more.end(); ++e) text(e.key(), "LO", e.value());
        for (auto e = typed.begin(); e != typed.end(); ++e)
            text(e.key(), e.value().first.constData(), e.value().second);
        QByteArray voxels;
        for (int i = 0; i < columns * rows * frames; ++i)
            number16(voxels,
                     static_cast<quint16>(values.empty() ? i : values[static_cast<std::size_t>(i) % values.size()]),
                     bigEndian);
        if (pixels) text(0x7fe00010, "OW", voxels);
        return QByteArray(128, '\0') + "DICM" + meta + QByteArrayList(body.values()).join();
    }

    void write(const QString& path) const {
        QFile file(path);
        if (!file.open(QFile::WriteOnly) || file.write(bytes()) < 0) qFatal("cannot write a phantom");
    }
};

/// Little-endian bytes of FD or FL values.
template <class Real> QByteArray reals(std::initializer_list<Real> values) {
    QByteArray bytes;
    for (const Real value : values) {
        char b[sizeof(Real)];
        qToLittleEndian(value, b);
        bytes.append(b, sizeof b);
    }
    return bytes;
}

/// A sequence's value: items of explicit little-endian text elements (tag, VR, value).
struct TextElement {
    quint32 tag;
    const char* vr;
    QByteArray value;
};
inline QByteArray sequence(const std::vector<std::vector<TextElement>>& items) {
    QByteArray bytes;
    const auto number = [&](QByteArray& to, auto n) {
        char b[sizeof n];
        qToLittleEndian(n, b);
        to.append(b, sizeof b);
    };
    for (const auto& item : items) {
        QByteArray body;
        for (const TextElement& e : item) {
            const QByteArray value = e.value.size() % 2 ? e.value + ' ' : e.value;
            number(body, quint16(e.tag >> 16));
            number(body, quint16(e.tag));
            body.append(e.vr, 2);
            number(body, quint16(value.size()));
            body += value;
        }
        number(bytes, quint16(0xfffe));
        number(bytes, quint16(0xe000));
        number(bytes, quint32(body.size()));
        bytes += body;
    }
    return bytes;
}

inline void writeFile(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    if (!file.open(QFile::WriteOnly) || file.write(bytes) != bytes.size()) qFatal("cannot write a test file");
}

} // namespace neuraxis::test
