#pragma once

#include <QByteArrayView>
#include <cstddef>

namespace neuraxis::io {

/// Decodes a JPEG-LS stream (ISO/IEC 14495-1) of that many columns, rows and samples for each pixel into numbers of
/// `bytesEach`, 1 or 2, sample beside sample. False when it is of another shape, damaged, or uses what DICOM does not
/// (restart intervals, mapping tables, other colour models).
/// Ours, for CharLS takes a quarter of a minute over some damaged streams of a kilobyte.
bool decodeJpegLs(QByteArrayView stream, int columns, int rows, int samples, int bytesEach, std::byte* to);

} // namespace neuraxis::io
