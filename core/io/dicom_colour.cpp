#include "core/io/byte_order.h"
#include "core/io/dicom_pixels.h"

#include <algorithm>
#include <cmath>

namespace neuraxis::io {

namespace {

std::uint8_t clamped(double value) { return static_cast<std::uint8_t>(std::clamp(std::lround(value), 0L, 255L)); }

} // namespace

std::size_t PixelLayout::bytesPerFrame() const {
    const auto pixels = static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows);
    const auto width = static_cast<std::size_t>(bitsAllocated / 8);
    if (hasHalfChroma()) return (pixels + 1) / 2 * 4 * width;
    return pixels * static_cast<std::size_t>(samples) * width;
}

bool PixelLayout::hasHalfChroma() const {
    return samples == 3 && photometric == "YBR_FULL_422" && place.packing != PixelPlace::Packing::Encapsulated;
}

StoredType PixelLayout::type() const {
    if (samples == 3 || !palette[0].isEmpty()) return StoredType::Rgb24;
    if (place.tag == 0x7fe00008) return StoredType::Float32;
    if (place.tag == 0x7fe00009) return StoredType::Float64;
    switch (bitsAllocated) {
    case 8: return isSigned ? StoredType::Int8 : StoredType::UInt8;
    case 16: return isSigned ? StoredType::Int16 : StoredType::UInt16;
    default: return isSigned ? StoredType::Int32 : StoredType::UInt32;
    }
}

void readPalette(const DicomDataset& root, PixelLayout& layout) {
    for (DicomTag i = 0; i < 3; ++i) {
        const auto shape = root.numbers(0x00281101 + i);
        const DicomElement* table = root.find(0x00281201 + i);
        if (shape.size() != 3 || !table) return;
        const int entries = shape[0] == 0 ? 65536 : static_cast<int>(shape[0]), first = static_cast<int>(shape[1]);
        const bool wide = table->value.size() >= 2 * qsizetype(entries);
        QByteArray bright(layout.bitsAllocated == 8 ? 256 : 65536, '\0');
        for (qsizetype v = 0; v < bright.size(); ++v) {
            const qsizetype at = std::clamp<qsizetype>(v - first, 0, entries - 1);
            if (wide && 2 * at + 1 < table->value.size()) {
                const auto number = loadNumber<quint16>(table->value.data() + 2 * at, root.bigEndian);
                bright[v] = static_cast<char>(shape[2] > 8 ? number >> 8 : number);
            } else if (at < table->value.size())
                bright[v] = table->value[at];
        }
        layout.palette[i] = bright;
    }
}

void toRgb(const PixelLayout& layout, const std::byte* from, std::byte* to) {
    const auto pixels = static_cast<std::size_t>(layout.columns) * static_cast<std::size_t>(layout.rows);
    const auto width = static_cast<std::size_t>(layout.bitsAllocated / 8);
    if (layout.samples == 1) { // palette
        for (std::size_t i = 0; i < pixels; ++i) {
            const qsizetype v =
                width == 1 ? std::to_integer<qsizetype>(from[i]) : loadNumber<quint16>(from + width * i, false);
            for (std::size_t c = 0; c < 3; ++c)
                to[3 * i + c] = v < layout.palette[c].size() ? std::byte(layout.palette[c][v]) : std::byte(0);
        }
        return;
    }
    const bool packed = layout.place.packing == PixelPlace::Packing::Encapsulated;
    const bool half = layout.hasHalfChroma();
    // YBR_RCT and YBR_ICT are undone by JPEG 2000 decoders; the others leave YBR as it was.
    const bool ybr = layout.photometric.startsWith("YBR_FULL");
    const auto sample = [&](std::size_t i, std::size_t c) {
        if (half) return from[(c == 0 ? 4 * (i / 2) + i % 2 : 4 * (i / 2) + 1 + c) * width + width - 1];
        const std::size_t at = layout.planar && !packed ? c * pixels + i : 3 * i + c;
        return from[at * width + width - 1]; // the high byte of a little-endian number
    };
    for (std::size_t i = 0; i < pixels; ++i) {
        const double y = std::to_integer<int>(sample(i, 0)), b = std::to_integer<int>(sample(i, 1)),
                     r = std::to_integer<int>(sample(i, 2));
        if (!ybr) {
            for (std::size_t c = 0; c < 3; ++c) to[3 * i + c] = sample(i, c);
            continue;
        }
        // PS3.3 C.7.6.3.1.2
        to[3 * i] = std::byte(clamped(y + 1.402 * (r - 128)));
        to[3 * i + 1] = std::byte(clamped(y - 0.344136 * (b - 128) - 0.714136 * (r - 128)));
        to[3 * i + 2] = std::byte(clamped(y + 1.772 * (b - 128)));
    }
}

} // namespace neuraxis::io
