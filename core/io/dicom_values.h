#pragma once

#include "core/io/dicom_dataset.h"

namespace neuraxis::io {

constexpr qsizetype longestValue = 4096; ///< Characters of a value that are shown

/// An element's value as people read it: text in the data set's character set, numbers by `vr`, several joined by
/// backslashes, UIDs with the standard's name for them, other bytes as their number with the first ones.
/// `wasCut` tells that there is more of it.
QString valueText(const DicomDataset& dataset, const DicomElement& element, QByteArrayView vr, bool& wasCut);

/// Text in the data set's character set, as it is but for padding at the end.
QString textOf(const DicomDataset& dataset, QByteArrayView value);

/// Cuts a text at longestValue and takes line ends and other control characters out of it.
QString oneLine(QString text, bool& wasCut);

} // namespace neuraxis::io
