#pragma once

#include <QByteArray>
#include <QString>

class QImage;

namespace neuraxis {

/// Writes a file, whole or not at all. Throws io::Error.
void writeFile(const QString& path, const QByteArray& bytes);
/// The same of a picture, as PNG.
void writePicture(const QString& path, const QImage& image);

} // namespace neuraxis
