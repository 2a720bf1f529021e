#pragma once

#include <QByteArray>
#include <QFile>
#include <QStringList>
#include <QTemporaryDir>
#include <cstdio>
#include <unistd.h>

namespace neuraxis::test {

struct Outcome {
    int code = -1;
    QByteArray out, err;
};

/// Runs a command with its standard output and error caught.
inline Outcome run(int (*command)(const QStringList&), const QStringList& words) {
    const QTemporaryDir dir;
    FILE* streams[] = {stdout, stderr};
    const QString names[] = {dir.filePath(QStringLiteral("out")), dir.filePath(QStringLiteral("err"))};
    int saved[2];
    for (int i = 0; i < 2; ++i) {
        fflush(streams[i]);
        saved[i] = dup(fileno(streams[i]));
        FILE* to = fopen(names[i].toLocal8Bit().constData(), "w");
        dup2(fileno(to), fileno(streams[i]));
        fclose(to);
    }
    Outcome outcome;
    outcome.code = command(words);
    QByteArray* texts[] = {&outcome.out, &outcome.err};
    for (int i = 0; i < 2; ++i) {
        fflush(streams[i]);
        dup2(saved[i], fileno(streams[i]));
        close(saved[i]);
        QFile file(names[i]);
        if (file.open(QFile::ReadOnly)) *texts[i] = file.readAll();
    }
    return outcome;
}

} // namespace neuraxis::test
