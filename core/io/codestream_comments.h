#pragma once

#include <QByteArray>

namespace neuraxis::io {

/// Puts zeros in place of what a compressed picture says beside its pixels: comments, and the application segments of
/// JPEG that decoders do not need (EXIF, colour profiles). `start` is the beginning of a JPEG, JPEG-LS or JPEG 2000
/// codestream; of anything else nothing is changed. Its length stays.
void clearComments(QByteArray& start);

} // namespace neuraxis::io
