#pragma once

#include "core/io/format.h"

namespace neuraxis::io {

// NIfTI-1 and NIfTI-2, in one file or as .hdr and .img, plain or gzipped, both byte orders (nifti.nimh.nih.gov).
// Read here and not by ITK, whose reader applies slope and intercept and so loses the stored voxels.

bool isNifti(QByteArrayView firstBytes, const QString& lowerCaseName);
std::shared_ptr<const Part> inspectNifti(const FileHead& head);
/// Stored voxels with slope and intercept; sform, and qform where the grid is not sheared.
void writeNifti(const Volume& volume, const QString& path, Job& job);

} // namespace neuraxis::io
