#pragma once

#include "core/io/dicom_dataset.h"

namespace neuraxis::io {

/// A vendor's element that holds physics and nothing of the person (PS3.15 E.3.10, domain.md 5.6).
struct SafePrivate {
    std::uint16_t group;
    const char* creator; ///< Of its block; a number may follow
    std::uint8_t element;
    const char* vr; ///< Where the file does not tell it
};

/// The Siemens header that is kept only in part: see safeCsa().
constexpr std::uint8_t csaElement = 0x10;

/// Null where the element is not known to be safe; `creator` is the name of its block.
const SafePrivate* safePrivate(DicomTag tag, const QByteArray& creator);

/// A CSA header with only those entries that say how the image was made; empty where there are none.
QByteArray safeCsa(QByteArrayView csa);

} // namespace neuraxis::io
