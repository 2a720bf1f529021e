#pragma once

#include "core/io/format.h"

namespace neuraxis::io {

/// MINC 1 (netCDF) and MINC 2 (HDF5).
bool isMinc(QByteArrayView firstBytes, const QString& lowerCaseName);
std::shared_ptr<const Part> inspectMinc(const FileHead& head);

} // namespace neuraxis::io
