#pragma once

#include "core/io/gdcm_module.h"

namespace neuraxis::io {

// One function each of GdcmModule.
bool decodeWithGdcm(const GdcmFrame& frame, std::byte* to, GdcmModule::Guard guard);
DicomEntry entryFromGdcm(DicomTag tag, const QByteArray& creator);
QString uidNameFromGdcm(const QByteArray& uid);
bool writeSliceWithGdcm(const Volume& volume, const MrSeries& about, int slice, const QString& instanceUid,
                        const QString& path);

} // namespace neuraxis::io
