#pragma once

#include <QByteArray>
#include <optional>

namespace neuraxis::io {

/// What a compressed picture says of itself before it is decoded, whatever the DICOM header around it says.
struct Codestream {
    enum class Kind { Jpeg, JpegLs, Jpeg2000 };
    Kind kind = Kind::Jpeg;
    bool lossless = false; ///< Of JPEG: predicted, not transformed
    int columns = 0, rows = 0, samples = 0;
    int bits = 0;            ///< Of one sample
    bool isSigned = false;   ///< Only JPEG 2000 knows
    std::optional<bool> ybr; ///< What JPEG's Adobe segment says of its colours

    /// The syntax by which a decoder is chosen; the one in a file's header may be another.
    [[nodiscard]] const char* transferSyntax() const;
};

/// Whether a JPEG, JPEG-LS or JPEG 2000 stream, or one in a JP2 file, begins here.
bool beginsCodestream(QByteArrayView bytes);

/// Reads a stream's own header. Nothing when it is none, damaged, or sampled in a way no MR image is.
std::optional<Codestream> readCodestream(QByteArrayView bytes);

/// Puts zeros in place of what a compressed picture says beside its pixels: comments, and the application segments of
/// JPEG that decoders do not need (EXIF, colour profiles). `start` is the beginning of a JPEG, JPEG-LS or JPEG 2000
/// stream; of anything else nothing is changed. Its length stays.
void clearComments(QByteArray& start);

/// A JPEG stream up to its end mark, which is put there when it is missing. Empty when a segment goes beyond the end.
/// GDCM's decoder looks for what is not there for ever.
QByteArray endedJpeg(QByteArrayView bytes);

} // namespace neuraxis::io
