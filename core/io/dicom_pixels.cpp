#include "core/io/dicom_pixels.h"

#include "core/io/byte_order.h"
#include "core/io/parallel.h"
#include "core/io/stored_bits.h"
#include "core/model/stored_type.h"

#include <QCoreApplication>
#include <QFile>
#include <cstring>
#include <mutex>
#include <utility>
#include <zlib.h>

namespace neuraxis::io {

namespace {

/// One file's pixels: read straight from disk where they lie there as they are, else unpacked once for all threads.
class PixelFile {
  public:
    explicit PixelFile(const DicomImage& image) : image(image) {}

    /// Frame `index` in little-endian order. Each thread brings the file as its own `file`.
    /// True when its colours are YBR.
    bool readFrame(QFile& file, int index, std::byte* to) {
        const PixelLayout& l = image.layout;
        if (!file.isOpen() && !file.open(QFile::ReadOnly | QFile::Unbuffered))
            throwUnreadable(image.path, file.errorString());
        std::call_once(once, [&] { unpack(file); });
        bool ybr = l.isYbr();
        if (l.place.packing == PixelPlace::Packing::Encapsulated) {
            const Fragments& fragments = frames[static_cast<std::size_t>(index)];
            if (fragments.empty()) throwTruncated(image.path);
            const DecodedFrame decoded = decodeFrame(l, fragments, to);
            if (!decoded.done)
                throw Error(QCoreApplication::translate("io", "%1 cannot be decompressed; it is damaged or compressed "
                                                              "in an unknown way. Export it again uncompressed.")
                                .arg(fileName(image.path)));
            ybr = decoded.ybr;
        } else
            readPlain(file, index, to);
        normaliseBits(l, to);
        return ybr;
    }

  private:
    /// Frames may begin within a byte, and in big-endian files within a word whose bytes are turned.
    void readPlain(QFile& file, int index, std::byte* to) {
        const PixelLayout& l = image.layout;
        const bool big = l.place.packing == PixelPlace::Packing::BigEndian;
        const bool words = l.isRepacked() || l.bitsAllocated == 8;
        const bool pairs = big && words && l.place.words;
        const qint64 unit = pairs ? 2 : 1, bits = l.bitsPerFrame(), first = bits * index;
        const qint64 begin = first / 8 / unit * unit,
                     end = std::min(((first + bits + 7) / 8 + unit - 1) / unit * unit, l.place.length);
        const bool direct = !l.isRepacked() && !pairs;
        std::vector<std::byte> bytes(direct ? 0 : static_cast<std::size_t>(end - begin) + 2);
        std::byte* from = direct ? to : bytes.data();
        readBytes(file, l.place.offset + begin, from, end - begin);
        if (pairs)
            swapBytes(from, bytes.size(), 2);
        else if (big && !l.isRepacked())
            swapBytes(from, l.bytesPerFrame(), l.bytesPerSample());
        if (!direct) unpackBits(l, from + (first / 8 - begin), static_cast<int>(first % 8), to);
    }

    void readBytes(QFile& file, qint64 at, std::byte* to, qint64 length) {
        if (!unpacked.isEmpty()) {
            if (at + length > unpacked.size()) throwTruncated(image.path);
            std::memcpy(to, unpacked.constData() + at, static_cast<std::size_t>(length));
        } else if (!file.seek(at) || file.read(reinterpret_cast<char*>(to), length) != length)
            throwTruncated(image.path);
    }

    void unpack(QFile& file) {
        const PixelLayout& l = image.layout;
        if (l.gzipped) unpacked = readWhole(image.path, true, mostInflatedBytes);
        if (l.deflatedAt) {
            if (!l.gzipped) unpacked = file.readAll();
            unpacked = inflate(QByteArrayView(unpacked).sliced(std::min<qsizetype>(l.deflatedAt, unpacked.size())),
                               mostInflatedBytes);
        }
        if (l.place.packing != PixelPlace::Packing::Encapsulated) return;
        if (unpacked.isEmpty()) {
            file.seek(l.place.offset);
            encapsulated = file.readAll();
        } else
            encapsulated = unpacked.mid(l.place.offset);
        frames = splitFrames(l, encapsulated);
    }

    const DicomImage& image;
    std::once_flag once;
    QByteArray unpacked, encapsulated;
    std::vector<Fragments> frames; ///< Of encapsulated
};

} // namespace

QByteArray inflate(QByteArrayView deflated, quint64 limit, qint64* total) {
    QByteArray out;
    qint64 length = 0;
    // The standard asks for a bare stream (PS3.5 annex A.5); some writers wrap it.
    for (const int window : {-15, 15}) {
        z_stream stream{};
        if (inflateInit2(&stream, window) != Z_OK) break;
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(deflated.data()));
        stream.avail_in = static_cast<uInt>(std::min<qsizetype>(deflated.size(), 1 << 30));
        QByteArray chunk(1 << 16, Qt::Uninitialized);
        int result = Z_OK;
        while (result == Z_OK && static_cast<quint64>(length) < (total ? mostInflatedBytes : limit)) {
            stream.next_out = reinterpret_cast<Bytef*>(chunk.data());
            stream.avail_out = static_cast<uInt>(chunk.size());
            result = ::inflate(&stream, Z_NO_FLUSH);
            const qsizetype got = chunk.size() - static_cast<qsizetype>(stream.avail_out);
            const quint64 room = limit - std::min(limit, static_cast<quint64>(out.size()));
            out.append(chunk.constData(), static_cast<qsizetype>(std::min(room, static_cast<quint64>(got))));
            length += got;
        }
        inflateEnd(&stream);
        if (length > 0) break;
    }
    if (total) *total = length;
    return out;
}

std::shared_ptr<const std::byte> DicomVoxels::read(const VolumeHeader& header, Job& job) const {
    auto voxels = allocate(header.bytes(), header.name);
    const std::size_t sliceVoxels = static_cast<std::size_t>(header.size[0]) * static_cast<std::size_t>(header.size[1]);
    const std::size_t voxelBytes = bytesPerVoxel(header.type), sliceBytes = sliceVoxels * voxelBytes;

    // A run is the slices of one file; files with many frames are shared between the cores.
    struct Run {
        std::size_t begin, end;
        std::shared_ptr<PixelFile> pixels; ///< Shared by the runs of one file, gone after the last
    };
    std::vector<Run> runs;
    constexpr std::size_t framesPerRun = 16;
    for (std::size_t i = 0; i < slices.size(); ++i) {
        const bool sameFile = !runs.empty() && slices[i].image == slices[runs.back().begin].image;
        if (!sameFile || i - runs.back().begin >= framesPerRun)
            runs.push_back({i, i, sameFile ? runs.back().pixels : std::make_shared<PixelFile>(*slices[i].image)});
        runs.back().end = i + 1;
    }
    job.expect(static_cast<int>(slices.size()));
    inParallel(static_cast<int>(runs.size()), job, [&](int run) {
        const auto [begin, end, pixels] = std::exchange(runs[static_cast<std::size_t>(run)], {});
        const DicomImage& image = *slices[begin].image;
        const PixelLayout& l = image.layout;
        const StoredType fileType = l.type();
        const bool whole = l.columns == header.size[0] && l.rows == header.size[1];
        const bool direct = whole && !scaledToFloat && fileType != StoredType::Rgb24;
        QFile file(image.path);
        // Not vectors: these would be filled with zeros first.
        const auto raw = std::make_unique_for_overwrite<std::byte[]>(direct ? 0 : l.bytesPerFrame());
        const auto rgb = std::make_unique_for_overwrite<std::byte[]>(
            fileType == StoredType::Rgb24 ? 3 * std::size_t(l.columns) * std::size_t(l.rows) : 0);
        int held = -1;
        bool ybr = false;
        for (std::size_t i = begin; i < end; ++i) {
            job.throwIfCancelled();
            const DicomSlice& slice = slices[i];
            std::byte* to = voxels.get() + slice.place * sliceBytes;
            std::byte* frame = direct ? to : raw.get();
            if (direct || held != slice.frame) {
                ybr = pixels->readFrame(file, slice.frame, frame);
                held = slice.frame;
            }
            if (!direct) {
                const std::byte* from = raw.get();
                if (fileType == StoredType::Rgb24) {
                    toRgb(l, raw.get(), ybr, rgb.get());
                    from = rgb.get();
                }
                const std::size_t width = bytesPerVoxel(fileType);
                for (int row = 0; row < header.size[1]; ++row) {
                    const std::size_t first =
                        static_cast<std::size_t>(slice.tileY + row) * static_cast<std::size_t>(l.columns) +
                        static_cast<std::size_t>(slice.tileX);
                    std::byte* line =
                        to + static_cast<std::size_t>(row) * static_cast<std::size_t>(header.size[0]) * voxelBytes;
                    if (!scaledToFloat) {
                        std::memcpy(line, from + first * width, static_cast<std::size_t>(header.size[0]) * width);
                        continue;
                    }
                    for (int column = 0; column < header.size[0]; ++column) {
                        const auto value = static_cast<float>(
                            storedNumber(fileType, from, first + static_cast<std::size_t>(column)) * slice.slope +
                            slice.intercept);
                        std::memcpy(line + static_cast<std::size_t>(column) * sizeof value, &value, sizeof value);
                    }
                }
            }
            job.advance();
        }
    });
    return voxels;
}

} // namespace neuraxis::io
