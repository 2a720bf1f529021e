#include "app/output_file.h"

#include "core/io/error.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QImageWriter>
#include <QSaveFile>

namespace neuraxis {

void writeFile(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    if (!file.open(QFile::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        throw io::Error(
            QCoreApplication::translate("OutputFile",
                                        "%1 cannot be written. Check that there is room and that you may write there.")
                .arg(QFileInfo(path).fileName()));
}

void writePicture(const QString& path, const QImage& image) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, "png");
    writer.setQuality(80); // zlib's fastest level: a third larger, five times as fast
    if (!writer.write(image)) throw io::Error(writer.errorString());
    writeFile(path, bytes);
}

} // namespace neuraxis
