#pragma once

#include "core/io/dicom_frame.h"

namespace neuraxis::io {

/// How a file's header says that its pixels are stored.
PixelLayout layoutOf(const DicomDataset& root, const DicomParse& parse);

/// Throws Error: pixels stored so cannot be shown, and why.
void checkLayout(const PixelLayout& layout, const QString& path);

} // namespace neuraxis::io
