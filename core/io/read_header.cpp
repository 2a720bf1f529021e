#include "core/io/read_header.h"

#include "core/io/format.h"

#include <QCoreApplication>

namespace neuraxis::io {

HeaderTree readHeader(const QString& path) {
    try {
        const FileHead head = readHead(path);
        const QString name = fileName(path).toLower();
        for (const Format& format : formats())
            if (format.recognises(head.bytes, name)) {
                if (format.describe) return format.describe(head);
                throw Error(QCoreApplication::translate("io",
                                                        "%1 is of the kind %2, whose header Neuraxis does not list. "
                                                        "The command info tells what is in it.")
                                .arg(fileName(path), QLatin1String(format.name)));
            }
    } catch (const std::bad_alloc&) {
        throw Error(
            QCoreApplication::translate("io", "%1 is too large for this machine's memory.").arg(fileName(path)));
    }
    throw Error(QCoreApplication::translate("io", "%1 is not an image of a kind Neuraxis reads.").arg(fileName(path)));
}

} // namespace neuraxis::io
