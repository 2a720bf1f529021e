#pragma once

#include "core/io/dicom_dataset.h"

#include <QHash>

namespace neuraxis::io {

/// What the standard, or the vendor that made it, calls an element.
struct DicomEntry {
    QString name;            ///< Empty when unknown
    char vr[2] = {' ', ' '}; ///< Blank when unknown
};

/// Looks elements up in the dictionaries that GDCM brings, each once. Not for several threads.
class DicomDictionary {
  public:
    /// `creator` is the name of a private element's block.
    const DicomEntry& entry(DicomTag tag, const QByteArray& creator = {});

  private:
    QHash<QPair<DicomTag, QByteArray>, DicomEntry> known;
};

/// "MR Image Storage" for 1.2.840.10008.5.1.4.1.1.4; empty for a UID that the standard does not define.
QString uidName(const QByteArray& uid);

} // namespace neuraxis::io
