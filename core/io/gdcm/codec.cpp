#include "core/io/gdcm/module.h"

#include <gdcmBitmap.h>
#include <gdcmDataElement.h>
#include <gdcmFragment.h>
#include <gdcmImage.h>
#include <gdcmSequenceOfFragments.h>
#include <gdcmTransferSyntax.h>

namespace neuraxis::io {

bool Module::decode(const GdcmFrame& frame, std::byte* to, Guard guard) const {
    const auto sequence = gdcm::SequenceOfFragments::New();
    gdcm::Fragment fragment;
    fragment.SetByteValue(frame.bytes.data(), static_cast<std::uint32_t>(frame.bytes.size()));
    sequence->AddFragment(fragment);
    gdcm::DataElement element(gdcm::Tag(0x7fe0, 0x0010), gdcm::VL(0xffffffff), gdcm::VR::OB);
    element.SetValue(*sequence);

    gdcm::Image image;
    image.SetNumberOfDimensions(2);
    image.SetDimension(0, static_cast<unsigned>(frame.columns));
    image.SetDimension(1, static_cast<unsigned>(frame.rows));
    image.SetTransferSyntax(gdcm::TransferSyntax::GetTSType(frame.transferSyntax));
    image.SetPhotometricInterpretation(gdcm::PhotometricInterpretation::GetPIType(frame.photometric));
    const auto narrow = [](int number) { return static_cast<unsigned short>(number); };
    image.SetPixelFormat(gdcm::PixelFormat(narrow(frame.samples), narrow(8 * frame.bytesEach), narrow(frame.bitsStored),
                                           narrow(frame.bitsStored - 1), frame.isSigned ? 1 : 0));
    image.SetPlanarConfiguration(frame.planar ? 1 : 0);
    image.SetDataElement(element);
    const auto length = static_cast<unsigned long>(frame.columns) * static_cast<unsigned long>(frame.rows) *
                        static_cast<unsigned long>(frame.samples) * static_cast<unsigned long>(frame.bytesEach);
    return image.GetBufferLength() == length && guard([&] { return image.GetBuffer(reinterpret_cast<char*>(to)); });
}

} // namespace neuraxis::io
