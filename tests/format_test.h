#pragma once

#include "core/io/scan.h"
#include "tests/format_phantoms.h"

#include <QFile>
#include <QTemporaryDir>
#include <cmath>

namespace neuraxis::test {

inline void putFile(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    if (!file.open(QFile::WriteOnly) || file.write(bytes) != bytes.size()) qFatal("cannot write %s", qPrintable(path));
}

/// Writes a phantom's files into a folder; the path to open.
inline QString put(const QTemporaryDir& dir, const FormatPhantom& phantom) {
    putFile(dir.filePath(phantom.name), phantom.bytes);
    for (const auto& [name, bytes] : phantom.beside) putFile(dir.filePath(name), bytes);
    return dir.filePath(phantom.name);
}

inline io::Scan scanned(const QString& path) {
    io::Job job;
    return io::scan({path}, job);
}

inline std::shared_ptr<const Volume> opened(const io::Found& found) {
    io::Job job;
    return io::read(found, job);
}

inline bool near(const Affine& a, const Affine& b, double tolerance = 1e-5) {
    for (std::size_t r = 0; r < 3; ++r)
        for (std::size_t c = 0; c < 4; ++c)
            if (!(std::abs(a.rows()[r][c] - b.rows()[r][c]) < tolerance)) return false;
    return true;
}

inline QStringList codes(const io::Found& found) {
    QStringList all;
    for (const Finding& f : found.header.findings) all << f.code;
    return all;
}

} // namespace neuraxis::test
