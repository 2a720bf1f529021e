#include "core/io/hdf5_cursor.h"

#include <algorithm>
#include <array>

namespace neuraxis::io {

namespace {

constexpr quint64 mostRecords = 4096;
constexpr quint64 nodeFrame = 10; ///< Signature, version, type and checksum of a B-tree's node

/// Bytes for a number up to `most`.
int bytesFor(quint64 most) {
    int bytes = 1;
    while (bytes < 8 && most >> (8 * bytes)) ++bytes;
    return bytes;
}

} // namespace

/// A fractal heap: objects of any size in blocks whose size doubles from row to row.
class Hdf5File::Heap {
  public:
    Heap(Hdf5File& file, quint64 address) : file(file) {
        const auto wide = static_cast<quint64>(file.offsetBytes), length = static_cast<quint64>(file.lengthBytes);
        const QByteArray bytes = file.file.read(file.base + address, 4 + 10 + 12 * length + 3 * wide + 8);
        if (!bytes.startsWith("FRHP")) file.fail("heap");
        Cursor at(file, bytes);
        at.skip(5);
        at.skip(2);
        filtered = at.number(2) != 0;
        at.skip(1);
        const quint64 mostManaged = at.number(4);
        at.skip(length + wide + length + wide + 8 * length);
        width = at.number(2);
        startBytes = at.length();
        mostDirect = at.length();
        const auto bits = static_cast<int>(at.number(2));
        offsetWidth = (bits + 7) / 8;
        lengthWidth = std::min(bytesFor(mostDirect), bytesFor(mostManaged));
        at.skip(2);
        root = at.offset();
        rows = at.number(2);
        if (width == 0 || width > 64 || startBytes == 0 || mostDirect < startBytes || mostDirect > 1U << 30 ||
            offsetWidth < 1 || offsetWidth > 8 || rows > 64)
            file.fail("heap");
    }

    /// The object an identifier stands for; empty for one that is kept in a way of its own, as very great ones are.
    QByteArray object(const QByteArray& id) {
        Cursor at(file, id);
        if (filtered || (at.byte() >> 4 & 3) != 0) return {};
        const quint64 offset = at.number(offsetWidth), bytes = at.number(lengthWidth);
        if (rows == 0)
            return offset + bytes <= startBytes ? file.file.read(file.base + root + offset, bytes) : QByteArray();
        const auto wide = static_cast<quint64>(file.offsetBytes);
        quint64 begin = 0, size = startBytes;
        for (quint64 row = 0; row < rows && size <= mostDirect; ++row) {
            if (row > 1) size *= 2;
            if (offset < begin + width * size) {
                const quint64 column = (offset - begin) / size, within = (offset - begin) % size;
                const quint64 head = 5 + wide + static_cast<quint64>(offsetWidth);
                const QByteArray entry = file.file.read(file.base + root + head + (row * width + column) * wide, wide);
                Cursor child(file, entry);
                if (within + bytes > size) file.fail("heap");
                return file.file.read(file.base + child.offset() + within, bytes);
            }
            begin += width * size;
        }
        return {};
    }

  private:
    Hdf5File& file;
    bool filtered = false;
    quint64 width = 0, startBytes = 0, mostDirect = 0, root = 0, rows = 0;
    int offsetWidth = 0, lengthWidth = 0;
};

/// Attributes of an object with many, or with great ones: by a version 2 B-tree of names, in a fractal heap.
void Hdf5File::readDenseAttributes(Cursor& at, Object& object, int depth) {
    if (at.byte() != 0) return;
    if (at.byte() & 1) at.skip(2);
    const quint64 heapAt = at.offset(), treeAt = at.offset();
    const quint64 nowhere = offsetBytes == 8 ? ~0ULL : (1ULL << (8 * offsetBytes)) - 1;
    if (heapAt == nowhere || treeAt == nowhere) return;
    Heap heap(*this, heapAt);

    const auto wide = static_cast<quint64>(offsetBytes);
    const QByteArray head = file.read(base + treeAt, 16 + wide + 2);
    if (!head.startsWith("BTHD")) fail("attributes");
    Cursor h(*this, head);
    h.skip(5);
    const int type = h.byte();
    const quint64 nodeBytes = h.number(4), recordBytes = h.number(2), levels = h.number(2);
    h.skip(2);
    const quint64 rootAt = h.offset(), rootRecords = h.number(2);
    if (type != 8 || recordBytes < 17 || recordBytes > 64 || nodeBytes <= nodeFrame || levels > 1) return;

    quint64 records = 0, bytes = 0; // in all; none lies within another
    const auto readRecords = [&](quint64 node, quint64 count) {
        records += count;
        if (records > mostRecords) fail("attributes");
        const QByteArray all = file.read(base + node + 6, static_cast<std::size_t>(count * recordBytes));
        for (quint64 i = 0; i < count; ++i) {
            const QByteArray record = all.mid(static_cast<qsizetype>(i * recordBytes), 9);
            if (record[8] & 2) continue; // shared with others
            const QByteArray attribute = heap.object(record.left(8));
            bytes += static_cast<quint64>(attribute.size());
            if (bytes > file.size()) fail("attributes");
            if (attribute.isEmpty()) continue;
            Cursor a(*this, attribute);
            readAttribute(a, object, depth);
        }
    };
    if (rootRecords == 0 || rootAt == nowhere) return;
    readRecords(rootAt, rootRecords);
    if (levels == 0) return;
    // One level of nodes above the leaves: after the records, an address and a number of records for each leaf.
    const auto countBytes = static_cast<quint64>(bytesFor((nodeBytes - nodeFrame) / recordBytes));
    const QByteArray pointers = file.read(base + rootAt + 6 + rootRecords * recordBytes,
                                          static_cast<std::size_t>((rootRecords + 1) * (wide + countBytes)));
    Cursor p(*this, pointers);
    for (quint64 i = 0; i <= rootRecords; ++i) {
        const quint64 leaf = p.offset(), count = p.number(static_cast<int>(countBytes));
        if (count * recordBytes > nodeBytes) fail("attributes");
        readRecords(leaf, count);
    }
}

} // namespace neuraxis::io
