#pragma once

#include "core/io/gdcm_module.h"

namespace neuraxis::io {

/// One file for each thing that GDCM does: codec.cpp, dictionary.cpp, writer.cpp.
class Module final : public GdcmModule {
  public:
    Module();
    bool decode(const GdcmFrame& frame, std::byte* to, Guard guard) const override;
    DicomEntry entry(DicomTag tag, const QByteArray& creator) const override;
    QString uidName(const QByteArray& uid) const override;
    bool writeSlice(const Volume& volume, const MrSeries& about, int slice, const QString& instanceUid,
                    const QString& path) const override;
};

} // namespace neuraxis::io
