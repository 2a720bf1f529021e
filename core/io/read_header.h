#pragma once

#include "core/model/header_tree.h"

namespace neuraxis::io {

/// All that the header of a file of any format says. Also of DICOM files that are no images. Throws Error when the
/// file cannot be read or is of no format whose header is known.
HeaderTree readHeader(const QString& path);

} // namespace neuraxis::io
