#pragma once

#include "core/io/nifti_header.h"
#include "core/model/volume.h"

namespace neuraxis::io {

/// Places a NIfTI file's voxels by its sform, else by its qform, else by their sizes, and says which it was. Two forms
/// that disagree are told.
void placeNifti(VolumeHeader& header, const NiftiFields& fields);

} // namespace neuraxis::io
