#include "core/io/dicom_dictionary.h"

#include "core/io/gdcm_module.h"

namespace neuraxis::io {

const DicomEntry& DicomDictionary::entry(DicomTag tag, const QByteArray& creator) {
    const QPair<DicomTag, QByteArray> key(tag, creator);
    auto place = known.find(key);
    if (place == known.end()) place = known.insert(key, gdcmModule().entry(tag, creator));
    return *place;
}

QString uidName(const QByteArray& uid) {
    return uid.startsWith("1.2.840.10008.") ? gdcmModule().uidName(uid) : QString();
}

} // namespace neuraxis::io
