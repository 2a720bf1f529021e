#pragma once

#include "core/io/scan.h"

namespace neuraxis::io {

/// Adds what files of the same name beside a NIfTI file say: .bval and .bvec (FSL's, along the image's axes) and .json
/// (BIDS names). What does not fit the image is a finding.
void readSidecars(const QString& niftiPath, Found& found);

} // namespace neuraxis::io
