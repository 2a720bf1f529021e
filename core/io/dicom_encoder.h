#pragma once

#include "core/io/dicom_dataset.h"

namespace neuraxis::io {

/// One element in explicit VR little endian, its value padded to even length.
QByteArray encodeElement(DicomTag tag, const char* vr, QByteArrayView value);
/// What comes before a value that is written separately: `length` bytes, or an undefined number with 0xffffffff.
QByteArray encodePrefix(DicomTag tag, const char* vr, std::uint32_t length);
/// An item of a sequence around encoded elements.
QByteArray encodeItem(QByteArrayView elements);
/// An empty preamble, and group 2 for an object of this class and identity.
QByteArray encodeMeta(const QByteArray& sopClass, const QByteArray& instanceUid, const QByteArray& transferSyntax);
/// Bytes of one number of this VR; 1 for text and bytes.
int bytesOfVr(QByteArrayView vr);

} // namespace neuraxis::io
