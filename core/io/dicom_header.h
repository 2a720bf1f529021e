#pragma once

#include "core/io/packed_file.h"
#include "core/model/header_tree.h"

namespace neuraxis::io {

/// Every element of a DICOM file by name: group 2, private ones with their vendor's names, sequences, Siemens' CSA
/// headers, and what comes behind the pixel data. Values are cut at 4,096 characters. What may tell who was scanned
/// is marked (PS3.15's Basic Profile, and more where contents are unknown). A damaged file gives what could be read,
/// with a sentence. Throws Error when the file is no DICOM.
HeaderTree describeDicom(const FileHead& head);

} // namespace neuraxis::io
