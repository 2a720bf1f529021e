#pragma once

#include "core/io/dicom_dataset.h"
#include "core/io/pseudonym.h"

namespace neuraxis::io {

/// A data set as it may leave the hospital, encoded in explicit VR little endian up to the pixel data: PS3.15's Basic
/// Profile with its options for clean descriptors, modified dates, patient characteristics (sex, age, size, weight) and
/// safe private elements, at every level. Texts are turned to UTF-8. What no dictionary knows is left out.
QByteArray cleanedDataset(const DicomDataset& root, const Pseudonym& pseudonym);

} // namespace neuraxis::io
