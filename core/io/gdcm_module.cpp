#include "core/io/gdcm_module.h"

#include "core/io/error.h"

#include <QCoreApplication>
#include <dlfcn.h>

namespace neuraxis::io {

namespace {

const GdcmModule& load() {
    // Found by the program's own search path, which begins with its folder. Never closed: GDCM leaves at-exit work.
    void* const file = dlopen("libneuraxis_gdcm.so", RTLD_NOW | RTLD_LOCAL);
    void* const entry = file ? dlsym(file, "neuraxisGdcm") : nullptr;
    if (!entry)
        throw Error(QCoreApplication::translate(
            "io", "A part of Neuraxis is missing or damaged: libneuraxis_gdcm.so, which lies beside the program and "
                  "reads compressed DICOM. Install Neuraxis again."));
    return *reinterpret_cast<const GdcmModule* (*)()>(entry)();
}

} // namespace

const GdcmModule& gdcmModule() {
    static const GdcmModule& module = load();
    return module;
}

} // namespace neuraxis::io
