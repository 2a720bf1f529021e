#include "core/io/read_header.h"

#include "core/io/format.h"

#include <QCoreApplication>

namespace neuraxis::io {

HeaderTree readHeader(const QString& path) {
    try {
        const FileHead head = readHead(path);
        const QString name = fileName(path).toLower();
        for (const Format& format : formats())
            if (format.recognises(head.bytes, name) && format.describe) return format.describe(head);
    } catch (const std::bad_alloc&) {
        throw Error(
            QCoreApplication::translate("io", "%1 is too large for this machine's memory.").arg(fileName(path)));
    }
    throw Error(QCoreApplication::translate("io", "%1 is not an image of a kind Neuraxis reads.").arg(fileName(path)));
}

} // namespace neuraxis::io
