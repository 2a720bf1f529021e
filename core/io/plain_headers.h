#pragma once

#include "core/io/packed_file.h"
#include "core/model/header_tree.h"

namespace neuraxis::io {

// The fields of headers without tags, by the names their formats give them, in file order. Free texts are marked as
// identifying: programs write file names and comments there. Each throws Error when the file is not of its format.

HeaderTree describeNifti(const FileHead& head);
HeaderTree describeMgh(const FileHead& head);
HeaderTree describeNrrd(const FileHead& head);
HeaderTree describeAnalyze(const FileHead& head);
HeaderTree describeAfni(const FileHead& head);
/// The lines of the table of images as children of one field.
HeaderTree describeParRec(const FileHead& head);

} // namespace neuraxis::io
