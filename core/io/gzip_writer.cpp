#include "core/io/gzip_writer.h"

#include "core/io/parallel.h"

#include <QtEndian>
#include <algorithm>
#include <new>
#include <vector>
#include <zlib.h>

namespace neuraxis::io {

namespace {

constexpr std::size_t blockBytes = 1U << 20, blocksAtOnce = 32;
// Scans are noise in their low bits: the highest level packs them 1 % smaller in twice the time
constexpr int level = 1;

/// One block as deflate blocks that end on a whole byte, so that they can be joined.
QByteArray packed(const char* bytes, std::size_t length, bool last) {
    z_stream stream{};
    if (deflateInit2(&stream, level, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY) != Z_OK) throw std::bad_alloc();
    QByteArray out(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(length)) + 16), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes));
    stream.avail_in = static_cast<uInt>(length);
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, last ? Z_FINISH : Z_SYNC_FLUSH);
    out.truncate(out.size() - static_cast<qsizetype>(stream.avail_out));
    deflateEnd(&stream);
    return out;
}

} // namespace

GzipWriter::GzipWriter(std::function<void(const QByteArray&)> out) : out(std::move(out)), crc(crc32(0, nullptr, 0)) {
    constexpr char header[] = {'\x1f', '\x8b', 8, 0, 0, 0, 0, 0, 0, 3}; // deflate, no name, no time, Unix
    this->out(QByteArray(header, sizeof header));
}

void GzipWriter::write(const char* bytes, std::size_t count) {
    if (rest.size() + static_cast<qsizetype>(count) < static_cast<qsizetype>(blockBytes)) {
        rest.append(bytes, static_cast<qsizetype>(count));
        return;
    }
    pack(rest.constData(), static_cast<std::size_t>(rest.size()), false);
    const std::size_t whole = count / blockBytes * blockBytes;
    pack(bytes, whole, false);
    rest = QByteArray(bytes + whole, static_cast<qsizetype>(count - whole));
}

void GzipWriter::finish() {
    pack(rest.constData(), static_cast<std::size_t>(rest.size()), true);
    char trailer[8];
    qToLittleEndian(static_cast<quint32>(crc), trailer);
    qToLittleEndian(length, trailer + 4);
    out(QByteArray(trailer, sizeof trailer));
}

void GzipWriter::pack(const char* bytes, std::size_t count, bool last) {
    if (count == 0 && !last) return;
    Job job;
    const std::size_t blocks = std::max<std::size_t>(1, (count + blockBytes - 1) / blockBytes);
    for (std::size_t from = 0; from < blocks; from += blocksAtOnce) {
        const std::size_t some = std::min(blocksAtOnce, blocks - from);
        std::vector<QByteArray> parts(some);
        std::vector<unsigned long> sums(some);
        const auto start = [&](std::size_t i) { return (from + i) * blockBytes; };
        const auto size = [&](std::size_t i) { return std::min(blockBytes, count - start(i)); };
        inParallel(static_cast<int>(some), job, [&](int number) {
            const auto i = static_cast<std::size_t>(number);
            parts[i] = packed(bytes + start(i), size(i), last && from + i + 1 == blocks);
            sums[i] = crc32(crc32(0, nullptr, 0), reinterpret_cast<const Bytef*>(bytes + start(i)),
                            static_cast<uInt>(size(i)));
        });
        for (std::size_t i = 0; i < some; ++i) {
            crc = crc32_combine(crc, sums[i], static_cast<z_off_t>(size(i)));
            out(parts[i]);
        }
    }
    length += static_cast<std::uint32_t>(count);
}

} // namespace neuraxis::io
