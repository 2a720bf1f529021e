#include "core/io/gdcm/parts.h"

#include <gdcmTrace.h>

namespace neuraxis::io {

namespace {

class Module final : public GdcmModule {
  public:
    Module() {
        // What is wrong with a file is said in our own sentences.
        gdcm::Trace::WarningOff();
        gdcm::Trace::ErrorOff();
    }
    bool decode(const GdcmFrame& frame, std::byte* to, Guard guard) const override {
        return decodeWithGdcm(frame, to, guard);
    }
    DicomEntry entry(DicomTag tag, const QByteArray& creator) const override { return entryFromGdcm(tag, creator); }
    QString uidName(const QByteArray& uid) const override { return uidNameFromGdcm(uid); }
    bool writeSlice(const Volume& volume, const MrSeries& about, int slice, const QString& instanceUid,
                    const QString& path) const override {
        return writeSliceWithGdcm(volume, about, slice, instanceUid, path);
    }
};

} // namespace

} // namespace neuraxis::io

extern "C" Q_DECL_EXPORT const neuraxis::io::GdcmModule* neuraxisGdcm() {
    static const neuraxis::io::Module module;
    return &module;
}
