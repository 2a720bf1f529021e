#include "core/io/dicom_pixels.h"

#include "core/io/byte_order.h"
#include "core/io/parallel.h"

#include <QCoreApplication>
#include <QFile>
#include <cstring>
#include <map>
#include <zlib.h>

namespace neuraxis::io {

namespace {

constexpr quint64 mostInflatedBytes = 2ULL << 30;

/// One file's pixels: read straight from disk where they lie there as they are, else unpacked once.
class PixelFile {
  public:
    explicit PixelFile(const DicomImage& image) : image(image), file(image.path) {
        const PixelLayout& l = image.layout;
        if (!file.open(QFile::ReadOnly | QFile::Unbuffered)) throwUnreadable(image.path, file.errorString());
        if (l.gzipped) unpacked = readWhole(image.path, true, mostInflatedBytes);
        if (l.deflatedAt) {
            if (!l.gzipped) unpacked = file.readAll();
            unpacked =
                inflateDataset(QByteArrayView(unpacked).sliced(std::min<qsizetype>(l.deflatedAt, unpacked.size())));
        }
        if (l.place.packing != PixelPlace::Packing::Encapsulated) return;
        if (unpacked.isEmpty()) {
            file.seek(l.place.offset);
            fragments = file.readAll();
        } else
            fragments = unpacked.mid(l.place.offset);
    }

    /// Frame `index` in little-endian order.
    void readFrame(int index, std::byte* to) {
        const PixelLayout& l = image.layout;
        const std::size_t length = l.bytesPerFrame();
        if (l.place.packing == PixelPlace::Packing::Encapsulated) {
            if (!decodeFrame(l, fragments, index, to))
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
    const DicomImage& image;
    QFile file;
    QByteArray unpacked, fragments;
};

/// Moves the stored bits down and extends their sign where the header says that they do not fill the number.
void normaliseBits(const PixelLayout& l, std::byte* bytes, std::size_t count) {
    const int down = l.highBit + 1 - l.bitsStored, spare = 16 - l.bitsStored;
    if (l.bitsAllocated != 16 || down < 0 || l.bitsStored < 1 || spare < 1 || l.highBit > 15) return;
    if (down == 0 && !l.isSigned) return; // numbers below 2^bitsStored already
    auto* numbers = reinterpret_cast<quint16*>(bytes);
    for (std::size_t i = 0; i < count; ++i) {
        const auto up = static_cast<quint16>(static_cast<unsigned>(numbers[i]) << (spare - down));
        numbers[i] =
            l.isSigned ? static_cast<quint16>(static_cast<qint16>(up) >> spare) : static_cast<quint16>(up >> spare);
    }
}

double storedNumber(StoredType type, const std::byte* bytes, std::size_t i) {
    const auto at = [&](auto example) {
        return static_cast<double>(reinterpret_cast<const decltype(example)*>(bytes)[i]);
    };
    switch (type) {
    case StoredType::Int8: return at(std::int8_t());
    case StoredType::Int16: return at(std::int16_t());
    case StoredType::UInt16: return at(std::uint16_t());
    case StoredType::Int32: return at(std::int32_t());
    case StoredType::UInt32: return at(std::uint32_t());
    case StoredType::Float32: return at(float());
    case StoredType::Float64: return at(double());
    default: return at(std::uint8_t());
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
    std::vector<std::pair<std::size_t, std::size_t>> runs;
    constexpr std::size_t framesPerRun = 16;
    for (std::size_t i = 0; i < slices.size(); ++i) {
        if (runs.empty() || slices[i].image != slices[runs.back().first].image || i - runs.back().first >= framesPerRun)
            runs.emplace_back(i, i);
        runs.back().second = i + 1;
    }
    job.expect(static_cast<int>(slices.size()));
    inParallel(static_cast<int>(runs.size()), job, [&](int run) {
        const auto [begin, end] = runs[static_cast<std::size_t>(run)];
        const DicomImage& image = *slices[begin].image;
        const PixelLayout& l = image.layout;
        const StoredType fileType = l.type();
        const bool whole = l.columns == header.size[0] && l.rows == header.size[1];
        const bool direct = whole && !scaledToFloat && fileType != StoredType::Rgb24;
        PixelFile file(image);
        std::vector<std::byte> raw(direct ? 0 : l.bytesPerFrame()), rgb;
        int held = -1;
        for (std::size_t i = begin; i < end; ++i) {
            job.throwIfCancelled();
            const DicomSlice& slice = slices[i];
            std::byte* to = voxels.get() + slice.place * sliceBytes;
            std::byte* frame = direct ? to : raw.data();
            if (direct || held != slice.frame) {
                file.readFrame(slice.frame, frame);
                normaliseBits(l, frame, l.bytesPerFrame() / 2);
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
