#pragma once

#include "core/io/dicom_dictionary.h"
#include "core/io/dicom_writer.h"

#include <functional>

namespace neuraxis::io {

/// One compressed frame for GDCM's codecs, in the words of its own stream where these contradict the header.
struct GdcmFrame {
    QByteArrayView bytes; ///< JPEG or JPEG 2000, with its end mark
    const char* transferSyntax = nullptr;
    const char* photometric = nullptr; ///< One that GDCM knows, with as many samples; it aborts on others
    int columns = 0, rows = 0, samples = 1;
    int bytesEach = 1, bitsStored = 8;
    bool isSigned = false, planar = false;
};

/// All that GDCM does here. It is in a shared object of its own, beside the program and loaded on first need: GDCM
/// reads its dictionaries as soon as it is loaded, which takes half the time that the program takes to start.
class GdcmModule {
  public:
    using Guard = bool (*)(const std::function<bool()>&);

    GdcmModule() = default;
    GdcmModule(const GdcmModule&) = delete;
    GdcmModule& operator=(const GdcmModule&) = delete;
    virtual ~GdcmModule() = default;

    /// Decodes into columns x rows x samples numbers of bytesEach; `guard` runs the codec. False when it cannot.
    [[nodiscard]] virtual bool decode(const GdcmFrame& frame, std::byte* to, Guard guard) const = 0;
    /// What the dictionaries say of an element; `creator` is the name of a private one's block.
    [[nodiscard]] virtual DicomEntry entry(DicomTag tag, const QByteArray& creator) const = 0;
    /// Empty for a UID that the standard does not define.
    [[nodiscard]] virtual QString uidName(const QByteArray& uid) const = 0;
    /// Writes one slice of a series as classic MR Image Storage. False when the file cannot be written.
    [[nodiscard]] virtual bool writeSlice(const Volume& volume, const MrSeries& about, int slice,
                                          const QString& instanceUid, const QString& path) const = 0;
};

/// The one of this program, from any thread. Throws Error when its file is not there.
const GdcmModule& gdcmModule();

} // namespace neuraxis::io
