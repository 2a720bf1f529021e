#include "core/io/byte_order.h"
#include "core/io/codec_guard.h"
#include "core/io/dicom_codestream.h"
#include "core/io/dicom_pixels.h"
#include "core/io/gdcm_module.h"
#include "core/io/jpeg_ls.h"
#include "core/io/stored_bits.h"

#include <algorithm>
#include <vector>

namespace neuraxis::io {

namespace {

/// A colour model that GDCM knows and that has as many samples as the pixels; it aborts on others.
const char* colourModel(const PixelLayout& layout, const Codestream& stream) {
    if (layout.samples == 1) return "MONOCHROME2";
    if (stream.ybr) return *stream.ybr ? "YBR_FULL" : "RGB";
    for (const char* known : {"YBR_FULL", "YBR_FULL_422", "YBR_RCT", "YBR_ICT"})
        if (layout.photometric == known) return known;
    return "RGB";
}

/// PackBits, one stream for each byte of each sample, the highest byte first (PS3.5 annex G).
/// Ours, for GDCM's reads past its input when that is damaged.
bool decodeRle(QByteArrayView packed, std::size_t pixels, std::size_t width, std::size_t samples, std::byte* to) {
    if (packed.size() < 64 || loadNumber<quint32>(packed.data(), false) != width * samples || width * samples > 15)
        return false;
    for (std::size_t stream = 0; stream < width * samples; ++stream) {
        const std::size_t byte = width - 1 - stream % width;
        std::byte* out = to + stream / width * width + byte;
        std::size_t done = 0;
        auto at = static_cast<qsizetype>(loadNumber<quint32>(packed.data() + 4 + 4 * stream, false));
        while (done < pixels && at < packed.size()) {
            const auto code = static_cast<qint8>(packed[at++]);
            if (code == -128) continue;
            const bool repeat = code < 0;
            const std::size_t count = static_cast<std::size_t>(repeat ? 1 - code : 1 + code);
            for (std::size_t i = 0; i < count && done < pixels && at < packed.size(); ++i, ++done) {
                out[done * width * samples] = std::byte(packed[at]);
                if (!repeat) ++at;
            }
            if (repeat) ++at;
        }
        if (done < pixels) return false;
    }
    return true;
}

/// Bytes as they lie in uncompressed files, in the host's numbers. Of bits that fill no bytes, each frame begins anew.
bool fromPlainBytes(const PixelLayout& layout, QByteArrayView bytes, std::byte* to) {
    if (layout.bitsPerFrame() > 8 * bytes.size()) return false;
    unpackBits(layout, reinterpret_cast<const std::byte*>(bytes.data()), 0, to);
    return true;
}

bool decodeRle(const PixelLayout& layout, QByteArrayView packed, std::byte* to) {
    const std::size_t pixels = static_cast<std::size_t>(layout.columns) * static_cast<std::size_t>(layout.rows);
    if (layout.bitsAllocated % 8 == 0 && !layout.isRepacked())
        return decodeRle(packed, pixels, layout.bytesPerSample(), static_cast<std::size_t>(layout.samples), to);
    QByteArray bytes((layout.bitsPerFrame() + 7) / 8, '\0');
    auto* plain = reinterpret_cast<std::byte*>(bytes.data());
    return decodeRle(packed, static_cast<std::size_t>(bytes.size()), 1, 1, plain) && fromPlainBytes(layout, bytes, to);
}

/// JPEG and JPEG 2000, into numbers of `bytesEach`.
bool decodeByGdcm(const PixelLayout& layout, const Codestream& stream, const char* model, QByteArrayView bytes,
                  int bytesEach, std::byte* to) {
    const bool jpeg = stream.kind == Codestream::Kind::Jpeg;
    const QByteArray ended = jpeg ? endedJpeg(bytes) : QByteArray();
    if (jpeg && ended.isEmpty()) return false;
    GdcmFrame frame;
    frame.bytes = jpeg ? QByteArrayView(ended) : bytes;
    frame.transferSyntax = stream.transferSyntax();
    frame.photometric = model;
    frame.columns = layout.columns;
    frame.rows = layout.rows;
    frame.samples = layout.samples;
    frame.bytesEach = bytesEach;
    frame.bitsStored =
        !jpeg && bytesEach == static_cast<int>(layout.bytesPerSample()) ? layout.bitsStored : stream.bits;
    frame.isSigned = layout.isSigned;
    frame.planar = layout.planar;
    // A stream that ends early may fill less
    std::fill_n(to, layout.bytesPerFrame() / layout.bytesPerSample() * static_cast<std::size_t>(bytesEach),
                std::byte{});
    return gdcmModule().decode(frame, to, guarded);
}

/// JPEG, JPEG-LS and JPEG 2000, by what the stream says of itself where that contradicts the header.
DecodedFrame decodeStream(const PixelLayout& layout, QByteArrayView bytes, std::byte* to) {
    const std::optional<Codestream> stream = readCodestream(bytes);
    const auto width = static_cast<int>(layout.bytesPerSample());
    // GDCM trusts the sizes it is given, and writes past its buffer when a damaged stream is larger.
    if (!stream || stream->columns != layout.columns || stream->rows != layout.rows ||
        stream->samples != layout.samples || stream->bits < 1 || stream->bits > 8 * width)
        return {};

    const int streamBytes = stream->bits <= 8 ? 1 : stream->bits <= 16 ? 2 : 4;
    const bool isSame = streamBytes == width;
    const std::size_t samples = layout.bytesPerFrame() / static_cast<std::size_t>(width);
    std::vector<std::byte> narrow(isSame ? 0 : samples * static_cast<std::size_t>(streamBytes));
    std::byte* decoded = isSame ? to : narrow.data();
    const char* const model = colourModel(layout, *stream);
    if (stream->kind == Codestream::Kind::JpegLs) {
        if (!decodeJpegLs(bytes, layout.columns, layout.rows, layout.samples, streamBytes, decoded)) return {};
    } else if (!decodeByGdcm(layout, *stream, model, bytes, streamBytes, decoded))
        return {};
    if (!isSame) widenNumbers(decoded, streamBytes, to, width, samples, layout.isSigned);
    // Signed by the header, unsigned by the stream: its highest bit is the sign that the encoder did not know of.
    if (stream->kind == Codestream::Kind::Jpeg2000 && layout.isSigned && !stream->isSigned)
        extendSign(to, width, samples, stream->bits);
    return {true, layout.samples == 3 && QByteArrayView(model).startsWith("YBR_FULL")};
}

} // namespace

DecodedFrame decodeFrame(const PixelLayout& layout, const Fragments& fragments, std::byte* to) {
    if (fragments.empty()) return {};
    QByteArray joined;
    if (fragments.size() > 1)
        for (const QByteArrayView& fragment : fragments) joined.append(fragment);
    const QByteArrayView bytes = fragments.size() > 1 ? QByteArrayView(joined) : fragments.front();

    if (layout.transferSyntax == "1.2.840.10008.1.2.5") return {decodeRle(layout, bytes, to), layout.isYbr()};
    if (layout.transferSyntax == "1.2.840.10008.1.2.8.1") {
        const QByteArray inflated = inflate(bytes, static_cast<quint64>(layout.bitsPerFrame() + 7) / 8);
        return {fromPlainBytes(layout, inflated, to), layout.isYbr()};
    }
    return decodeStream(layout, bytes, to);
}

} // namespace neuraxis::io
