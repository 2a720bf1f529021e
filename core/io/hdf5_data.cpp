#include "core/io/hdf5_cursor.h"

#include <QCoreApplication>
#include <algorithm>
#include <cstring>
#include <set>
#include <zlib.h>

namespace neuraxis::io {

namespace {

enum Filter { Deflate = 1, Shuffle = 2, Fletcher32 = 3 };

} // namespace

void Hdf5File::collectChunks(quint64 address, const Object& object, std::vector<Chunk>& chunks, int depth) {
    if (++visited[address] > 1 || depth > hdf5DeepestTree) fail("chunks");
    const quint64 wide = static_cast<quint64>(offsetBytes), headBytes = 8 + 2 * wide;
    const QByteArray head = file.read(base + address, static_cast<std::size_t>(headBytes));
    if (!head.startsWith("TREE") || head[4] != 1) fail("chunks");
    Cursor at(*this, head);
    at.skip(5);
    const int level = at.byte();
    const quint64 entries = at.number(2), rank = object.chunk.size();
    const QByteArray body =
        file.read(base + address + headBytes, static_cast<std::size_t>(entries * (8 + 8 * (rank + 1) + wide)));
    Cursor keys(*this, body);
    for (quint64 i = 0; i < entries; ++i) {
        Chunk chunk{};
        chunk.bytes = static_cast<quint32>(keys.number(4));
        chunk.skippedFilters = static_cast<quint32>(keys.number(4));
        for (quint64 d = 0; d < rank; ++d) chunk.offset.push_back(keys.number(8));
        keys.skip(8); // within an element
        chunk.address = keys.offset();
        if (level > 0)
            collectChunks(chunk.address, object, chunks, depth + 1);
        else
            chunks.push_back(std::move(chunk));
    }
}

QByteArray Hdf5File::unpack(const Chunk& chunk, const Object& object, std::size_t bytes) {
    QByteArray data = file.read(base + chunk.address, chunk.bytes);
    for (std::size_t f = object.filters.size(); f-- > 0;) {
        if (f < 32 && chunk.skippedFilters >> f & 1) continue;
        switch (object.filters[f]) {
        case Deflate: {
            QByteArray out(static_cast<qsizetype>(bytes), Qt::Uninitialized);
            uLongf length = bytes;
            if (uncompress(reinterpret_cast<Bytef*>(out.data()), &length,
                           reinterpret_cast<const Bytef*>(data.constData()), static_cast<uLong>(data.size())) != Z_OK)
                fail("deflate");
            out.truncate(static_cast<qsizetype>(length));
            data = out;
            break;
        }
        case Shuffle: {
            const auto width = static_cast<qsizetype>(object.variable.bytes), count = data.size() / width;
            QByteArray out = data;
            for (qsizetype b = 0; b < width; ++b)
                for (qsizetype i = 0; i < count; ++i) out[i * width + b] = data[b * count + i];
            data = out;
            break;
        }
        case Fletcher32: data.chop(std::min<qsizetype>(4, data.size())); break;
        default:
            throw Error(QCoreApplication::translate("io", "%1 packs its voxels in a way that Neuraxis does not read "
                                                          "(HDF5 filter %2). Save it with gzip.")
                            .arg(fileName(file.name()))
                            .arg(object.filters[f]));
        }
    }
    if (static_cast<std::size_t>(data.size()) < bytes) throwTruncated(file.name());
    return data;
}

std::shared_ptr<std::byte> Hdf5File::read(const QByteArray& name, std::size_t& bytes) {
    if (!variable(name)) fail("name");
    const Object& object = objects[name];
    const ArrayVariable& v = object.variable;
    const auto elements = v.elements();
    // A damaged header may promise any size; deflate's greatest ratio says what the file can hold.
    const auto canHold = [&](std::optional<quint64> n) {
        return n && v.bytes > 0 && *n <= greatestDeflateRatio * file.size() / v.bytes;
    };
    if (!canHold(elements)) throwTruncated(file.name());
    bytes = static_cast<std::size_t>(*elements) * v.bytes;
    switch (object.layout) {
    case Layout::Compact: {
        if (static_cast<std::size_t>(object.compact.size()) < bytes) throwTruncated(file.name());
        auto out = allocate(bytes, fileName(file.name()));
        std::memcpy(out.get(), object.compact.constData(), bytes);
        return out;
    }
    case Layout::Contiguous: {
        if (object.address == ~0ULL) return allocate(bytes, fileName(file.name())); // never written: zeros
        if (object.length < bytes || bytes > file.size()) throwTruncated(file.name());
        auto out = allocate(bytes, fileName(file.name()));
        file.read(base + object.address, out.get(), bytes);
        return out;
    }
    case Layout::Chunked: break;
    case Layout::None:
        throw Error(QCoreApplication::translate(
                        "io", "%1 stores its voxels in a newer kind of HDF5 than MINC's, which Neuraxis does not "
                              "read. Save it again with the MINC tools.")
                        .arg(fileName(file.name())));
    }
    const std::size_t rank = v.shape.size();
    ArrayVariable whole = v;
    whole.shape = object.chunk;
    if (object.chunk.size() != rank || rank == 0 || !canHold(whole.elements())) fail("chunks");
    const std::size_t chunkBytes = static_cast<std::size_t>(*whole.elements()) * v.bytes;
    auto out = allocate(bytes, fileName(file.name()));
    std::vector<Chunk> chunks;
    visited.clear();
    if (object.address != ~0ULL) collectChunks(object.address, object, chunks, 0);
    std::set<std::vector<quint64>> done;
    quint64 packedBytes = 0;
    for (const Chunk& chunk : chunks) {
        packedBytes += chunk.bytes;
        bool inside = packedBytes <= file.size(); // no two in one place
        for (std::size_t d = 0; d < rank; ++d)
            inside = inside && chunk.offset[d] < v.shape[d] && chunk.offset[d] % object.chunk[d] == 0;
        if (!inside || !done.insert(chunk.offset).second) fail("chunks");
        const QByteArray data = unpack(chunk, object, chunkBytes);
        // Row by row along the fastest dimension, as far as the array goes.
        std::vector<quint64> index(rank, 0), used(rank);
        for (std::size_t d = 0; d < rank; ++d) used[d] = std::min(object.chunk[d], v.shape[d] - chunk.offset[d]);
        const std::size_t rowBytes = static_cast<std::size_t>(used[rank - 1]) * v.bytes;
        for (bool more = true; more;) {
            quint64 from = 0, to = 0;
            for (std::size_t d = 0; d < rank; ++d) {
                from = from * object.chunk[d] + index[d];
                to = to * v.shape[d] + chunk.offset[d] + index[d];
            }
            std::memcpy(out.get() + to * v.bytes, data.constData() + from * v.bytes, rowBytes);
            more = false;
            for (std::size_t d = rank - 1; d-- > 0;) {
                if (++index[d] < used[d]) {
                    more = true;
                    break;
                }
                index[d] = 0;
            }
        }
    }
    return out;
}

} // namespace neuraxis::io
