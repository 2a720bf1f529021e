#include "core/io/byte_order.h"
#include "core/io/dicom_pixels.h"

#include <algorithm>
#include <cmath>

namespace neuraxis::io {

namespace {

std::uint8_t clamped(double value) { return static_cast<std::uint8_t>(std::clamp(std::lround(value), 0L, 255L)); }

/// The numbers of one table of colours. With 8 bits each there may be two in a word or one (PS3.3 C.7.6.3.1.6).
std::vector<int> plainTable(const DicomElement& table, qsizetype entries, bool big) {
    const bool wide = table.value.size() >= 2 * entries;
    const bool swapped = big && !wide && table.vr[1] == 'W';
    std::vector<int> numbers;
    for (qsizetype i = 0; i < entries; ++i) {
        const qsizetype at = wide ? 2 * i : swapped ? i ^ 1 : i;
        if (at + (wide ? 2 : 1) > table.value.size()) break;
        numbers.push_back(wide ? loadNumber<quint16>(table.value.data() + at, big)
                               : static_cast<quint8>(table.value[at]));
    }
    return numbers;
}

/// Segments (PS3.3 C.7.9.2): 0 numbers as they are, 1 a straight line to a number, 2 segments that were there before.
class SegmentedTable {
  public:
    SegmentedTable(const DicomElement& table, bool wide, bool big, std::size_t entries)
        : bytes(table.value), wide(wide), big(big), most(entries) {}

    std::vector<int> numbers;

    /// False when the segments are damaged.
    bool read(qsizetype at, qsizetype segments, bool repeated) {
        const qsizetype size = bytes.size() / (wide ? 2 : 1);
        for (; segments > 0 && at < size && numbers.size() < most; --segments) {
            if (at + 2 > size) return at + 1 == size && number(at) == 0; // padding
            const int kind = number(at), count = number(at + 1);
            at += 2;
            if (count == 0) return false;
            if (kind == 0) {
                if (count > size - at) return false;
                for (int i = 0; i < count; ++i) add(number(at++));
            } else if (kind == 1) {
                if (at >= size || numbers.empty()) return false;
                const int from = numbers.back(), to = number(at++);
                for (int i = 1; i <= count; ++i)
                    add(from + static_cast<int>(std::lround(double(to - from) * i / count)));
            } else if (kind == 2) {
                const qsizetype step = wide ? 1 : 2; // the offset has 32 bits
                if (repeated || at + 2 * step > size) return false;
                qsizetype offset = 0;
                for (qsizetype i = 2 * step - 1; i >= 0; --i) offset = offset << (wide ? 16 : 8) | number(at + i);
                at += 2 * step;
                if (!read(offset / (wide ? 2 : 1), count, true)) return false;
            } else
                return false;
        }
        return true;
    }

  private:
    int number(qsizetype at) const {
        return wide ? loadNumber<quint16>(bytes.data() + 2 * at, big) : static_cast<quint8>(bytes[at]);
    }
    void add(int value) {
        if (numbers.size() < most) numbers.push_back(value);
    }
    QByteArrayView bytes;
    bool wide, big;
    std::size_t most;
};

} // namespace

void readPalette(const DicomDataset& root, PixelLayout& layout) {
    QByteArray tables[3];
    for (DicomTag i = 0; i < 3; ++i) {
        const auto shape = root.numbers(0x00281101 + i);
        if (shape.size() != 3) return;
        const auto entries = static_cast<qsizetype>(shape[0] <= 0 ? 65536 : std::min(shape[0], 65536.0));
        auto first = static_cast<qsizetype>(shape[1]);
        if (layout.isSigned && first > 32767) first -= 65536; // Signed numbers, whose header does not say so
        std::vector<int> numbers;
        if (const DicomElement* table = root.find(0x00281201 + i); table && !table->value.isEmpty())
            numbers = plainTable(*table, entries, root.bigEndian);
        else if (const DicomElement* segmented = root.find(0x00281221 + i)) {
            SegmentedTable reader(*segmented, shape[2] > 8, root.bigEndian, static_cast<std::size_t>(entries));
            if (!reader.read(0, segmented->value.size(), false)) return;
            numbers = reader.numbers;
        }
        if (numbers.empty()) return;
        const int down = shape[2] > 8 ? 8 : 0;
        QByteArray bright(layout.bytesPerSample() == 1 ? 256 : 65536, '\0');
        for (qsizetype v = 0; v < bright.size(); ++v) {
            const qsizetype stored = layout.isSigned && v >= bright.size() / 2 ? v - bright.size() : v;
            const auto at = std::clamp<qsizetype>(stored - first, 0, static_cast<qsizetype>(numbers.size()) - 1);
            bright[v] = static_cast<char>(numbers[static_cast<std::size_t>(at)] >> down);
        }
        tables[i] = bright;
    }
    for (int i = 0; i < 3; ++i) layout.palette[i] = tables[i];
}

void toRgb(const PixelLayout& layout, const std::byte* from, bool ybr, std::byte* to) {
    const auto pixels = static_cast<std::size_t>(layout.columns) * static_cast<std::size_t>(layout.rows);
    const std::size_t width = layout.bytesPerSample();
    if (layout.samples == 1) { // palette
        for (std::size_t i = 0; i < pixels; ++i) {
            const qsizetype v = width == 1   ? std::to_integer<qsizetype>(from[i])
                                : width == 2 ? loadNumber<quint16>(from + width * i, false)
                                             : qsizetype(loadNumber<quint32>(from + width * i, false));
            for (std::size_t c = 0; c < 3; ++c)
                to[3 * i + c] = v < layout.palette[c].size() ? std::byte(layout.palette[c][v]) : std::byte(0);
        }
        return;
    }
    const bool packed = layout.place.packing == PixelPlace::Packing::Encapsulated;
    const bool half = layout.hasHalfChroma();
    const int spare = layout.bitsStored - 8;
    const auto sample = [&](std::size_t i, std::size_t c) -> std::uint8_t {
        const std::size_t at = half                       ? (c == 0 ? 4 * (i / 2) + i % 2 : 4 * (i / 2) + 1 + c)
                               : layout.planar && !packed ? c * pixels + i
                                                          : 3 * i + c;
        const auto number = width == 1   ? std::to_integer<quint32>(from[at])
                            : width == 2 ? loadNumber<quint16>(from + 2 * at, false)
                                         : loadNumber<quint32>(from + 4 * at, false);
        return static_cast<std::uint8_t>(spare >= 0 ? number >> spare : number << -spare);
    };
    const bool partial = ybr && layout.photometric.startsWith("YBR_PARTIAL");
    for (std::size_t i = 0; i < pixels; ++i) {
        const std::uint8_t samples[] = {sample(i, 0), sample(i, 1), sample(i, 2)};
        if (!ybr) {
            for (std::size_t c = 0; c < 3; ++c) to[3 * i + c] = std::byte(samples[c]);
            continue;
        }
        // PS3.3 C.7.6.3.1.2; of YBR_PARTIAL the numbers 16 to 235 and 16 to 240 are the whole range.
        const double y = partial ? (samples[0] - 16) * 255.0 / 219 : samples[0],
                     b = (samples[1] - 128) * (partial ? 255.0 / 224 : 1),
                     r = (samples[2] - 128) * (partial ? 255.0 / 224 : 1);
        to[3 * i] = std::byte(clamped(y + 1.402 * r));
        to[3 * i + 1] = std::byte(clamped(y - 0.344136 * b - 0.714136 * r));
        to[3 * i + 2] = std::byte(clamped(y + 1.772 * b));
    }
}

} // namespace neuraxis::io
