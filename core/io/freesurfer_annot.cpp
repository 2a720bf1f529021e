#include "core/io/byte_order.h"
#include "core/io/raw_voxels.h"
#include "core/io/vertex_data.h"

#include <QCoreApplication>
#include <QHash>

namespace neuraxis::io {

namespace {

/// Numbers and words of a file in memory, in order. Throws Error at its end.
class Cursor {
  public:
    Cursor(const QByteArray& bytes, const QString& path) : bytes(bytes), path(path) {}
    qint32 number() {
        need(4);
        at += 4;
        return loadNumber<qint32>(bytes.constData() + at - 4, true);
    }
    /// A length and as many bytes, up to the first that is zero.
    QByteArray word() {
        const qint32 length = number();
        if (length < 0) throwTruncated(path);
        need(length);
        QByteArray text = bytes.mid(at, length);
        at += length;
        if (const qsizetype end = text.indexOf('\0'); end >= 0) text.truncate(end);
        return text;
    }
    [[nodiscard]] bool atEnd() const { return at + 4 > bytes.size(); }
    void skip(qint64 count) {
        need(count);
        at += count;
    }
    [[nodiscard]] const char* here() const { return bytes.constData() + at; }

  private:
    void need(qint64 count) const {
        if (count > bytes.size() - at) throwTruncated(path);
    }
    const QByteArray& bytes;
    const QString& path;
    qint64 at = 0;
};

QRgb colour(qint32 r, qint32 g, qint32 b, qint32 transparency) {
    return qRgba(r & 255, g & 255, b & 255, 255 - (transparency & 255));
}

Label entry(Cursor& cursor, int index) {
    Label label{index, QString::fromUtf8(cursor.word()), 0};
    const qint32 r = cursor.number(), g = cursor.number(), b = cursor.number(), t = cursor.number();
    label.colour = colour(r, g, b, t);
    return label;
}

std::vector<Label> readTable(Cursor& cursor, const QString& path) {
    std::vector<Label> labels;
    const qint32 size = cursor.number();
    if (size > 0) {
        cursor.word(); // the table's name
        for (qint32 i = 0; i < size; ++i) labels.push_back(entry(cursor, i));
        return labels;
    }
    if (size != -2)
        throwBadHeader(path, QCoreApplication::translate("io", "colour table of version %1").arg(-qint64(size)));
    cursor.number(); // its greatest index and one
    cursor.word();
    const qint32 entries = cursor.number();
    for (qint32 i = 0; i < entries; ++i) {
        const qint32 index = cursor.number();
        labels.push_back(entry(cursor, index));
    }
    return labels;
}

} // namespace

bool isFreeSurferAnnot(QByteArrayView, const QString& name) { return name.endsWith(QStringLiteral(".annot")); }

std::size_t annotVertices(const FileHead& head) {
    if (head.bytes.size() < 4) throwTruncated(head.path);
    const auto vertices = loadNumber<qint32>(head.bytes.constData(), true);
    if (vertices < 1) throwBadHeader(head.path, QCoreApplication::translate("io", "%1 vertices").arg(vertices));
    checkHolds(head, 4 + 8 * static_cast<quint64>(vertices));
    return static_cast<std::size_t>(vertices);
}

quint32 annotValue(QRgb colour) {
    return static_cast<quint32>(qRed(colour) | qGreen(colour) << 8 | qBlue(colour) << 16);
}

RegionData readFreeSurferAnnot(const FileHead& head) {
    const std::size_t count = annotVertices(head);
    // A table is a few kilobytes; one of a megabyte is none
    const QByteArray bytes = readWhole(head.path, head.gzipped, 4 + 8 * count + (1U << 20));
    Cursor cursor(bytes, head.path);
    cursor.number();
    const char* pairs = cursor.here();
    cursor.skip(8 * static_cast<qint64>(count));
    RegionData data;
    if (cursor.atEnd() || cursor.number() != 1)
        throw Error(QCoreApplication::translate("io", "%1 has no colour table, so its regions have no names. Write it "
                                                      "again with its table.")
                        .arg(fileName(head.path)));
    data.regions = readTable(cursor, head.path);
    QHash<quint32, std::int32_t> regionOf;
    for (std::size_t i = 0; i < data.regions.size(); ++i) {
        const quint32 value = annotValue(data.regions[i].colour);
        // Of regions with one colour the first counts; 0 is what vertices of no region have
        if (value != 0 && !regionOf.contains(value)) regionOf[value] = static_cast<std::int32_t>(i);
    }
    data.regionOf.assign(count, -1);
    quint32 lastValue = 0;
    std::int32_t lastRegion = -1; // neighbours are mostly of one region
    for (std::size_t i = 0; i < count; ++i) {
        const auto vertex = loadNumber<qint32>(pairs + 8 * i, true);
        const quint32 value = loadNumber<quint32>(pairs + 8 * i + 4, true) & 0xffffff;
        if (vertex < 0 || static_cast<std::size_t>(vertex) >= count)
            throw Error(QCoreApplication::translate("io",
                                                    "%1 names the vertex %2, and there are %3. Copy it again from "
                                                    "its source.")
                            .arg(fileName(head.path))
                            .arg(vertex)
                            .arg(count));
        if (value != lastValue) {
            lastValue = value;
            lastRegion = regionOf.value(value, -1);
        }
        if (lastRegion < 0 && value != 0) ++data.unknown;
        data.regionOf[static_cast<std::size_t>(vertex)] = lastRegion;
    }
    return data;
}

} // namespace neuraxis::io
