#pragma once

#include "core/io/format.h"

namespace neuraxis::io {

// FreeSurfer's MGH and its gzipped form MGZ (layout: nibabel/freesurfer/mghformat.py). No packaged C++ reader exists.

bool isMgh(QByteArrayView firstBytes, const QString& lowerCaseName);
std::shared_ptr<const Part> inspectMgh(const FileHead& head);
/// The format has no slope: scaled volumes are written as float32 values. Throws Error for colour.
void writeMgh(const Volume& volume, const QString& path, Job& job);

} // namespace neuraxis::io
