#include "core/io/write.h"

#include "core/io/format.h"

#include <QCoreApplication>

namespace neuraxis::io {

void write(const Volume& volume, const QString& path, Job& job) {
    const QString suffix = writableSuffix(path);
    for (const Format& format : formats())
        for (const char* own : format.writableSuffixes)
            if (suffix == QLatin1String(own)) return format.write(volume, path, job);
    throw Error(QCoreApplication::translate("io", "%1 cannot be written: its name must end in one of %2.")
                    .arg(fileName(path), writableSuffixes().join(QStringLiteral(", "))));
}

} // namespace neuraxis::io
