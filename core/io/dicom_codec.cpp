#include "core/io/byte_order.h"
#include "core/io/codec_guard.h"
#include "core/io/dicom_pixels.h"

#include <gdcmBitmap.h>
#include <gdcmDataElement.h>
#include <gdcmFragment.h>
#include <gdcmImage.h>
#include <gdcmSequenceOfFragments.h>
#include <gdcmTrace.h>
#include <gdcmTransferSyntax.h>

#include <vector>

namespace neuraxis::io {

namespace {

/// The fragments of encapsulated pixel data, without the offset table before them.
Fragments split(QByteArrayView encapsulated, std::vector<quint32>& offsets) {
    Fragments fragments;
    const auto load = [&](qsizetype at) { return loadNumber<quint32>(encapsulated.data() + at, false); };
    bool first = true;
    for (qsizetype at = 0; at + 8 <= encapsulated.size();) {
        const quint32 tag = load(at), length = load(at + 4);
        at += 8;
        if (tag != 0xe000fffe || length > encapsulated.size() - at) break; // (FFFE,E000) as it lies in the file
        if (first)
            for (quint32 i = 0; i + 4 <= length; i += 4) offsets.push_back(load(at + i));
        else
            fragments.push_back(encapsulated.sliced(at, length));
        first = false;
        at += length;
    }
    return fragments;
}

/// Whether a JPEG, JPEG-LS or JPEG 2000 stream is of the size that the DICOM header says. GDCM trusts that it is, and
/// writes past its buffer when a damaged stream is larger.
bool codestreamFits(const PixelLayout& layout, QByteArrayView stream) {
    const auto load = [&](qsizetype at, int bytes) {
        qint64 number = 0;
        for (int i = 0; i < bytes; ++i) number = number << 8 | static_cast<quint8>(stream[at + i]);
        return number;
    };
    const auto fits = [&](qint64 columns, qint64 rows, qint64 samples, qint64 bits) {
        return columns == layout.columns && rows == layout.rows && samples == layout.samples &&
               bits <= layout.bitsAllocated;
    };
    if (const qsizetype at = stream.indexOf(QByteArrayView("\xff\x4f\xff\x51", 4)); at >= 0 && at < 4096) { // SOC, SIZ
        const qsizetype siz = at + 4, samples = siz + 38;
        if (stream.size() < samples + 2 || load(siz + 12, 4) != 0 || load(siz + 16, 4) != 0) return false;
        const qint64 count = load(samples - 2, 2);
        if (count < 1 || count > 3 || stream.size() < samples + 3 * count) return false;
        for (qint64 c = 0; c < count; ++c)
            if (!fits(load(siz + 4, 4), load(siz + 8, 4), count, (load(samples + 3 * c, 1) & 0x7f) + 1) ||
                load(samples + 3 * c + 1, 2) != 0x0101)
                return false;
        return true;
    }
    for (qsizetype at = 2; at + 10 <= stream.size() && static_cast<quint8>(stream[at]) == 0xff;) {
        const auto marker = static_cast<quint8>(stream[at + 1]);
        if (marker == 0xff) {
            ++at;
            continue;
        }
        const bool isFrame =
            (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) || marker == 0xf7;
        if (isFrame) return fits(load(at + 7, 2), load(at + 5, 2), load(at + 9, 1), load(at + 4, 1));
        at += 2 + load(at + 2, 2);
    }
    return false;
}

/// A colour model that GDCM knows and that has as many samples as the pixels; it aborts on others.
gdcm::PhotometricInterpretation colourModel(const PixelLayout& layout) {
    using gdcm::PhotometricInterpretation;
    if (layout.samples == 1) return PhotometricInterpretation::MONOCHROME2;
    for (const auto known : {PhotometricInterpretation::YBR_FULL, PhotometricInterpretation::YBR_FULL_422,
                             PhotometricInterpretation::YBR_RCT, PhotometricInterpretation::YBR_ICT})
        if (layout.photometric == PhotometricInterpretation::GetPIString(known)) return known;
    return PhotometricInterpretation::RGB;
}

/// PackBits, one stream for each byte of each sample, the highest byte first (PS3.5 annex G).
/// Ours, for GDCM's reads past its input when that is damaged.
bool decodeRle(const PixelLayout& layout, const Fragments& fragments, std::byte* to) {
    QByteArray joined;
    for (const QByteArrayView& fragment : fragments) joined.append(fragment);
    const QByteArrayView packed(joined);
    const auto width = static_cast<std::size_t>(layout.bitsAllocated / 8),
               samples = static_cast<std::size_t>(layout.samples);
    const std::size_t pixels = layout.bytesPerFrame() / (width * samples);
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

} // namespace

std::vector<Fragments> splitFrames(const PixelLayout& layout, QByteArrayView encapsulated) {
    std::vector<quint32> offsets;
    const Fragments all = split(encapsulated, offsets);
    std::vector<Fragments> frames(static_cast<std::size_t>(layout.frames));
    if (frames.size() == 1) {
        frames[0] = all;
        return frames;
    }
    std::size_t frame = 0; // after the one the last fragment belongs to
    for (const QByteArrayView& fragment : all) {
        if (all.size() == frames.size())
            ++frame;
        else if (offsets.size() == frames.size()) {
            const auto at = static_cast<quint64>(fragment.data() - all.front().data());
            while (frame < offsets.size() && offsets[frame] <= at) ++frame;
        } else if (fragment.startsWith(QByteArrayView("\xff\xd8", 2)) ||
                   fragment.startsWith(QByteArrayView("\xff\x4f\xff\x51", 4)))
            ++frame; // without a table a new frame begins where a JPEG stream does
        if (frame > 0 && frame <= frames.size()) frames[frame - 1].push_back(fragment);
    }
    return frames;
}

bool decodeFrame(const PixelLayout& layout, const Fragments& fragments, std::byte* to) {
    gdcm::Trace::WarningOff();
    gdcm::Trace::ErrorOff();
    if (fragments.empty()) return false;

    if (layout.transferSyntax == "1.2.840.10008.1.2.5") return decodeRle(layout, fragments, to);

    if (!codestreamFits(layout, fragments.front())) return false;

    const auto sequence = gdcm::SequenceOfFragments::New();
    for (const QByteArrayView& bytes : fragments) {
        gdcm::Fragment fragment;
        fragment.SetByteValue(bytes.data(), static_cast<std::uint32_t>(bytes.size()));
        sequence->AddFragment(fragment);
    }
    gdcm::DataElement element(gdcm::Tag(0x7fe0, 0x0010), gdcm::VL(0xffffffff), gdcm::VR::OB);
    element.SetValue(*sequence);

    gdcm::Image image;
    image.SetNumberOfDimensions(2);
    image.SetDimension(0, static_cast<unsigned>(layout.columns));
    image.SetDimension(1, static_cast<unsigned>(layout.rows));
    image.SetTransferSyntax(gdcm::TransferSyntax::GetTSType(layout.transferSyntax.constData()));
    image.SetPhotometricInterpretation(colourModel(layout));
    image.SetPixelFormat(gdcm::PixelFormat(static_cast<unsigned short>(layout.samples),
                                           static_cast<unsigned short>(layout.bitsAllocated),
                                           static_cast<unsigned short>(layout.bitsStored),
                                           static_cast<unsigned short>(layout.highBit), layout.isSigned ? 1 : 0));
    image.SetPlanarConfiguration(layout.planar ? 1 : 0);
    image.SetDataElement(element);
    if (image.GetBufferLength() != layout.bytesPerFrame()) return false;
    return guarded([&] { return image.GetBuffer(reinterpret_cast<char*>(to)); });
}

} // namespace neuraxis::io
