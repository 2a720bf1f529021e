#pragma once

#include "core/io/dicom_dataset.h"

namespace neuraxis::io {

/// What DICOM's Basic Application Level Confidentiality Profile (PS3.15 table E.1-1) does with an element: "X" remove,
/// "Z" empty, "D" dummy, "U" another UID, or a choice such as "X/Z/D". Empty for one that stays. Private elements: "X".
QByteArray basicProfileAction(DicomTag tag);

} // namespace neuraxis::io
