#pragma once

#include "core/io/job.h"
#include "core/model/volume.h"

namespace neuraxis::io {

/// Writes a volume in the format its file name's suffix asks for (.nii, .nii.gz, .nrrd, .mgz): voxels as stored,
/// slope and intercept beside them, the whole affine (sform and qform). The file appears whole or not at all.
/// Throws Error: unknown suffix, not writable, or a grid or type the format cannot hold.
void write(const Volume& volume, const QString& path, Job& job);

} // namespace neuraxis::io
