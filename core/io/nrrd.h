#pragma once

#include "core/io/format.h"

namespace neuraxis::io {

// NRRD (teem.sourceforge.net/nrrd/format.html): a text header before the voxels, or (.nhdr) beside them.
// Read here and not by ITK, whose reader takes a header's sizes on trust and mixes volumes voxel by voxel.

bool isNrrd(QByteArrayView firstBytes, const QString& lowerCaseName);
std::shared_ptr<const Part> inspectNrrd(const FileHead& head);
/// Gzip-compressed. The format has no slope: scaled volumes are written as float32 values.
void writeNrrd(const Volume& volume, const QString& path, Job& job);

} // namespace neuraxis::io
