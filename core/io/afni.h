#pragma once

#include "core/io/format.h"

namespace neuraxis::io {

/// AFNI: attributes as text in NAME.HEAD, voxels in NAME.BRIK (or .BRIK.gz) beside it.
bool isAfni(QByteArrayView firstBytes, const QString& lowerCaseName);
std::shared_ptr<const Part> inspectAfni(const FileHead& head);

} // namespace neuraxis::io
