#include "core/io/gdcm/module.h"

#include <gdcmTrace.h>

namespace neuraxis::io {

Module::Module() {
    // What is wrong with a file is said in our own sentences.
    gdcm::Trace::WarningOff();
    gdcm::Trace::ErrorOff();
}

} // namespace neuraxis::io

extern "C" Q_DECL_EXPORT const neuraxis::io::GdcmModule* neuraxisGdcm() {
    static const neuraxis::io::Module module;
    return &module;
}
