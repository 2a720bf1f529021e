#include "core/io/gdcm_module.h"

#include "core/io/error.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <dlfcn.h>

namespace neuraxis::io {

namespace {

const GdcmModule& load() {
    // Beside the program and nowhere else: another build's would not fit. Never closed: GDCM leaves at-exit work.
    const QString path = QFileInfo(QFile::symLinkTarget(QStringLiteral("/proc/self/exe"))).path() +
                         QStringLiteral("/libneuraxis_gdcm.so");
    void* const file = dlopen(QFile::encodeName(path).constData(), RTLD_NOW | RTLD_LOCAL);
    void* const entry = file ? dlsym(file, "neuraxisGdcm") : nullptr;
    if (!entry)
        throw Error(QCoreApplication::translate(
            "io", "A part of Neuraxis is missing or damaged: libneuraxis_gdcm.so, which lies beside the program, reads "
                  "compressed DICOM and names its elements. Install Neuraxis again."));
    return *reinterpret_cast<const GdcmModule* (*)()>(entry)();
}

} // namespace

const GdcmModule& gdcmModule() {
    static const GdcmModule& module = load();
    return module;
}

} // namespace neuraxis::io
