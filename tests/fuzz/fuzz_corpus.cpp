#include "tests/all_phantoms.h"
#include "tests/fuzz/fuzz_names.h"

#include <QDir>
#include <cstdio>

using namespace neuraxis;

/// fuzz_corpus FORMAT DIR: writes valid files of a format as inputs of fuzz_formats; without arguments, the names of
/// all formats.
int main(int argc, char** argv) {
    if (argc != 3) {
        for (const io::Format& format : io::formats()) std::printf("%s\n", qPrintable(test::folderName(format)));
        return argc == 1 ? 0 : 2;
    }
    const io::Format* format = test::formatNamed(QString::fromLocal8Bit(argv[1]));
    if (!format) {
        std::fprintf(stderr, "There is no format named %s.\n", argv[1]);
        return 1;
    }
    const QList<test::FormatPhantom> phantoms = test::phantomsOf(*format);
    if (phantoms.isEmpty()) {
        std::fprintf(stderr, "No phantom of %s is in tests/all_phantoms.h; add one to start from.\n", format->name);
        return 1;
    }
    const QDir dir(QString::fromLocal8Bit(argv[2]));
    dir.mkpath(QStringLiteral("."));
    const QStringList names = test::distinctNames(phantoms);
    for (qsizetype i = 0; i < phantoms.size(); ++i) {
        QFile file(dir.filePath(QStringLiteral("phantom-%1").arg(i)));
        const auto name = static_cast<char>(names.indexOf(phantoms[i].name));
        if (!file.open(QFile::WriteOnly) || file.write(QByteArray(1, name) + phantoms[i].bytes) < 0) {
            std::fprintf(stderr, "%s cannot be written.\n", qPrintable(file.fileName()));
            return 1;
        }
    }
    return 0;
}
