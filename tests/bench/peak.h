#pragma once

#include <QFile>

namespace neuraxis::bench {

/// The most memory that the program has had since it began, MiB; 0 where the system does not tell.
inline double peakMiB() {
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QFile::ReadOnly)) return 0;
    for (const QByteArray& line : status.readAll().split('\n'))
        if (line.startsWith("VmHWM:")) return line.mid(6).simplified().split(' ').first().toDouble() / 1024;
    return 0;
}

} // namespace neuraxis::bench
