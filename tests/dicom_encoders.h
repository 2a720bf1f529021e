#pragma once

#include "tests/dicom_file.h"

#include <gdcmImage.h>
#include <gdcmImageChangeTransferSyntax.h>
#include <gdcmJPEGLSCodec.h>
#include <gdcmSequenceOfFragments.h>
#include <gdcmTrace.h>
#include <vector>

namespace neuraxis::test {

/// What a picture to be compressed looks like.
struct PictureShape {
    int columns = 0, rows = 0, bitsAllocated = 8, bitsStored = 8;
    bool isSigned = false;
    int samples = 1;
};

/// One picture, compressed for a transfer syntax: by GDCM's encoders, but for RLE. Empty when they cannot.
inline QByteArray compressed(const PictureShape& shape, const QByteArray& pixels, const char* syntax,
                             int jpegLsError = 0) {
    if (QByteArray(syntax) == "1.2.840.10008.1.2.5")
        return DicomFile::runLengths(pixels, shape.bitsAllocated / 8, shape.samples);
    gdcm::Trace::WarningOff();
    gdcm::Trace::ErrorOff();
    const gdcm::SmartPointer<gdcm::Image> held(new gdcm::Image); // the filter counts references
    gdcm::Image& image = *held;
    image.SetNumberOfDimensions(2);
    image.SetDimension(0, static_cast<unsigned>(shape.columns));
    image.SetDimension(1, static_cast<unsigned>(shape.rows));
    const auto number = [](int n) { return static_cast<unsigned short>(n); };
    image.SetPixelFormat(gdcm::PixelFormat(number(shape.samples), number(shape.bitsAllocated), number(shape.bitsStored),
                                           number(shape.bitsStored - 1), shape.isSigned ? 1 : 0));
    image.SetPhotometricInterpretation(shape.samples == 3 ? gdcm::PhotometricInterpretation::RGB
                                                          : gdcm::PhotometricInterpretation::MONOCHROME2);
    image.SetTransferSyntax(gdcm::TransferSyntax::ExplicitVRLittleEndian);
    gdcm::DataElement element(gdcm::Tag(0x7fe0, 0x0010));
    element.SetVR(gdcm::VR::OW);
    element.SetByteValue(pixels.constData(), static_cast<std::uint32_t>(pixels.size()));
    image.SetDataElement(element);

    gdcm::ImageChangeTransferSyntax change;
    gdcm::JPEGLSCodec jpegLs;
    if (jpegLsError > 0) {
        jpegLs.SetLossless(false);
        jpegLs.SetLossyError(jpegLsError);
        change.SetUserCodec(&jpegLs);
    }
    change.SetTransferSyntax(gdcm::TransferSyntax::GetTSType(syntax));
    change.SetInput(image);
    if (!change.Change()) return {};
    const gdcm::SequenceOfFragments* fragments = change.GetOutput().GetDataElement().GetSequenceOfFragments();
    if (!fragments) return {};
    QByteArray all(static_cast<qsizetype>(fragments->ComputeByteLength()), '\0');
    fragments->GetBuffer(all.data(), static_cast<unsigned long>(all.size()));
    return all;
}

} // namespace neuraxis::test
