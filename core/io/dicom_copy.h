#pragma once

#include "core/io/dicom_frame.h"
#include "core/io/job.h"
#include "core/io/pseudonym.h"

namespace neuraxis::io {

/// Writes the pseudonymised copy of one DICOM image: its header cleaned by cleanedDataset(), its pixels as they are. What is
/// compressed stays so; everything else becomes explicit VR little endian. Nothing before, between or behind is taken
/// along. Whole or not at all. `part` is what inspectDicom() said of the file.
/// Throws Error: a damaged file, a capture that is not allowed, a full disk; Cancelled.
void copyDicomFile(const FileHead& head, const DicomPart& part, const Pseudonym& pseudonym, const QString& to,
                   const Job& job);

} // namespace neuraxis::io
