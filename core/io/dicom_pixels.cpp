#include "core/io/dicom_pixels.h"

#include "core/io/byte_order.h"
#include "core/io/parallel.h"
#include "core/model/stored_type.h"

#include <QCoreApplication>
#include <QFile>
#include <cstring>
#include <mutex>
#include <type_traits>
#include <utility>
#include <zlib.h>

namespace neuraxis::io {

namespace {

/// One file's pixels: read straight from disk where they lie there as they are, else unpacked once for all threads.
class PixelFile {
  public:
    explicit PixelFile(const DicomImage& image) : image(image) {}

    /// Frame `index` in little-endian order. Each thread brings the file as its own `file`.
    void readFrame(QFile& file, int index, std::byte* to) {
        const PixelLayout& l = image.layout;
        if (!file.isOpen() && !file.open(QFile::ReadOnly | QFile::Unbuffered))
            throwUnreadable(image.path, file.errorString());
        std::call_once(once, [&] { unpack(file); });
        const std::size_t length = l.bytesPerFrame();
        if (l.place.packing == PixelPlace::Packing::Encapsulated) {
            if (!decodeFrame(l, frames[static_cast<std::size_t>(index)], to))
                throw Error(QCoreApplication::translate("io", "%1 cannot be decompressed; it is damaged or compressed "
                                                              "in an unknown way. Export it again uncompressed.")
                                .arg(fileName(image.path)));
            return;
        }
        const qint64 at = l.place.offset + static_cast<qint64>(length) * index;
        if (!unpacked.isEmpty()) {
            if (at + static_cast<qint64>(length) > unpacked.size()) throwTruncated(image.path);
            std::memcpy(to, unpacked.constData() + at, length);
        } else if (!file.seek(at) ||
                   file.read(reinterpret_cast<char*>(to), static_cast<qint64>(length)) != static_cast<qint64>(length))
            throwTruncated(image.path);
        if (l.place.packing == PixelPlace::Packing::BigEndian) {
            const auto width = static_cast<std::size_t>(l.bitsAllocated / 8);
            swapBytes(to, length, width == 1 && l.place.words ? 2 : width);
        }
    }

  private:
    void unpack(QFile& file) {
        const PixelLayout& l = image.layout;
        if (l.gzipped) unpacked = readWhole(image.path, true, mostInflatedBytes);
        if (l.deflatedAt) {
            if (!l.gzipped) unpacked = file.readAll();
            unpacked =
                inflateDataset(QByteArrayView(unpacked).sliced(std::min<qsizetype>(l.deflatedAt, unpacked.size())));
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

/// Moves the stored bits down; what the header leaves over above them becomes sign or, of unsigned numbers, 0.
template <class T> void normalise(const PixelLayout& l, std::byte* bytes, std::size_t count) {
    const int down = l.highBit + 1 - l.bitsStored, spare = static_cast<int>(8 * sizeof(T)) - l.bitsStored;
    auto* numbers = reinterpret_cast<T*>(bytes);
    for (std::size_t i = 0; i < count; ++i) {
        using Unsigned = std::make_unsigned_t<T>;
        const auto up = static_cast<Unsigned>(static_cast<Unsigned>(numbers[i]) << (spare - down));
        numbers[i] = static_cast<T>(static_cast<T>(up) >> spare);
    }
}

/// For the numbers of (7FE0,0010), which may share their bits with an overlay (PS3.5 8.1.2).
void normaliseBits(const PixelLayout& l, std::byte* bytes) {
    if (l.bitsStored == l.bitsAllocated || l.place.tag != 0x7fe00010) return;
    const std::size_t length = l.bytesPerFrame();
    switch (l.bitsAllocated) {
    case 8: return l.isSigned ? normalise<qint8>(l, bytes, length) : normalise<quint8>(l, bytes, length);
    case 16: return l.isSigned ? normalise<qint16>(l, bytes, length / 2) : normalise<quint16>(l, bytes, length / 2);
    case 32: return l.isSigned ? normalise<qint32>(l, bytes, length / 4) : normalise<quint32>(l, bytes, length / 4);
    }
}

} // namespace

QByteArray inflateDataset(QByteArrayView deflated) {
    z_stream stream{};
    if (inflateInit2(&stream, -15) != Z_OK) return {};
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(deflated.data()));
    stream.avail_in = static_cast<uInt>(std::min<qsizetype>(deflated.size(), 1 << 30));
    QByteArray out, chunk(1 << 18, Qt::Uninitialized);
    int result = Z_OK;
    while (result == Z_OK && static_cast<quint64>(out.size()) < mostInflatedBytes) {
        stream.next_out = reinterpret_cast<Bytef*>(chunk.data());
        stream.avail_out = static_cast<uInt>(chunk.size());
        result = inflate(&stream, Z_NO_FLUSH);
        out.append(chunk.constData(), chunk.size() - static_cast<qsizetype>(stream.avail_out));
    }
    inflateEnd(&stream);
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
        std::vector<std::byte> raw(direct ? 0 : l.bytesPerFrame()), rgb;
        int held = -1;
        for (std::size_t i = begin; i < end; ++i) {
            job.throwIfCancelled();
            const DicomSlice& slice = slices[i];
            std::byte* to = voxels.get() + slice.place * sliceBytes;
            std::byte* frame = direct ? to : raw.data();
            if (direct || held != slice.frame) {
                pixels->readFrame(file, slice.frame, frame);
                normaliseBits(l, frame);
                held = slice.frame;
            }
            if (!direct) {
                const std::byte* from = raw.data();
                if (fileType == StoredType::Rgb24) {
                    rgb.resize(3 * static_cast<std::size_t>(l.columns) * static_cast<std::size_t>(l.rows));
                    toRgb(l, raw.data(), rgb.data());
                    from = rgb.data();
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
