#pragma once

#include "core/io/format.h"

namespace neuraxis::io {

/// Analyze 7.5, and what SPM99 and SPM2 keep in it: a .hdr of 348 bytes without NIfTI's magic and an .img beside it.
bool isAnalyze(QByteArrayView firstBytes, const QString& lowerCaseName);
std::shared_ptr<const Part> inspectAnalyze(const FileHead& head);

} // namespace neuraxis::io
