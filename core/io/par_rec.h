#pragma once

#include "core/io/format.h"

namespace neuraxis::io {

/// Philips PAR/REC, V3 to V4.2: a text file with a line for each image, and the images in a .REC beside it. Types,
/// echoes and stacks become volumes of their own; dynamics, cardiac phases, b-values, directions and labels the
/// fourth dimension. The order of the lines and of the images in the file means nothing.
bool isParRec(QByteArrayView firstBytes, const QString& lowerCaseName);
std::shared_ptr<const Part> inspectParRec(const FileHead& head);

} // namespace neuraxis::io
