#include "core/io/byte_order.h"
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
std::vector<QByteArrayView> split(QByteArrayView encapsulated, std::vector<quint32>& offsets) {
    std::vector<QByteArrayView> fragments;
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

/// Which fragments make up one frame.
std::vector<QByteArrayView> ofFrame(const std::vector<QByteArrayView>& all, const std::vector<quint32>& offsets, int frames, int frame) {
    const auto index = static_cast<std::size_t>(frame);
    if (frames == 1) return all;
    if (all.size() == static_cast<std::size_t>(frames)) return {all[index]};
    std::vector<QByteArrayView> some;
    if (offsets.size() == static_cast<std::size_t>(frames)) {
        for (const QByteArrayView& fragment : all) {
            const auto at = static_cast<quint64>(fragment.data() - 8 - all.front().data() + 8);
            if (at >= offsets[index] && (index + 1 == offsets.size() || at < offsets[index + 1])) some.push_back(fragment);
        }
        return some;
    }
    // Without a table a new frame begins where a JPEG stream does.
    int at = -1;
    for (const QByteArrayView& fragment : all) {
        if (fragment.startsWith(QByteArrayView("\xff\xd8", 2)) || fragment.startsWith(QByteArrayView("\xff\x4f\xff\x51", 4))) ++at;
        if (at == frame) some.push_back(fragment);
    }
    return some;
}

} // namespace

bool decodeFrame(const PixelLayout& layout, QByteArrayView encapsulated, int frame, std::byte* to) {
    gdcm::Trace::WarningOff();
    gdcm::Trace::ErrorOff();
    std::vector<quint32> offsets;
    const std::vector<QByteArrayView> fragments = ofFrame(split(encapsulated, offsets), offsets, layout.frames, frame);
    if (fragments.empty()) return false;

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
    image.SetPhotometricInterpretation(gdcm::PhotometricInterpretation::GetPIType(layout.photometric.constData()));
    image.SetPixelFormat(gdcm::PixelFormat(static_cast<unsigned short>(layout.samples), static_cast<unsigned short>(layout.bitsAllocated),
                                           static_cast<unsigned short>(layout.bitsStored), static_cast<unsigned short>(layout.highBit),
                                           layout.isSigned ? 1 : 0));
    image.SetPlanarConfiguration(layout.planar ? 1 : 0);
    image.SetDataElement(element);
    if (image.GetBufferLength() != layout.bytesPerFrame()) return false;
    try {
        return image.GetBuffer(reinterpret_cast<char*>(to));
    } catch (const std::exception&) {
        return false;
    }
}

} // namespace neuraxis::io
