#include "core/study/study.h"

#include "core/study/sql_study.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUrl>

namespace neuraxis::study {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(study)
};

bool isAddress(const QString& words) {
    return words.startsWith(QStringLiteral("postgresql://")) || words.startsWith(QStringLiteral("postgres://"));
}

} // namespace

Study::Place Study::placeOf(const QString& words) {
    if (!isAddress(words)) return {words, {}};
    const QUrl url(words, QUrl::StrictMode);
    if (!url.isValid() || url.path().size() < 2)
        throw io::Error(Texts::tr("This is no address of a study on a server. Write it as "
                                  "postgresql://user@host/database."));
    return {{}, words};
}

QString Study::Place::words() const {
    if (url.isEmpty()) return QFileInfo(file).fileName();
    const QUrl full(url);
    return full.host().isEmpty() ? full.path().mid(1) : full.host() + full.path();
}

QString Study::Place::companion(const QString& suffix) const {
    if (const QFileInfo info(file); url.isEmpty()) return QDir(info.path()).filePath(info.completeBaseName() + suffix);
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation))
        .filePath(words().replace(u'/', u'-') + suffix);
}

std::unique_ptr<Study> Study::open(const Place& place, Mode mode) {
    if (place.url.isEmpty()) {
        const QFileInfo file(place.file);
        if (file.isDir()) throw io::Error(Texts::tr("%1 is a folder. Name the file of a study.").arg(place.words()));
        if (!file.exists() && mode != Mode::Create)
            throw io::Error(Texts::tr("The study %1 does not exist. Check its name, or make it.").arg(place.words()));
        if (!file.exists() && !QFileInfo(file.path()).isDir())
            throw io::Error(
                Texts::tr("The folder for %1 does not exist. Make it, or choose another.").arg(place.words()));
    }
    return std::make_unique<SqlStudy>(place, mode);
}

} // namespace neuraxis::study
