#include "core/study/journal.h"

#include "core/study/database.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLockFile>
#include <QStandardPaths>
#include <unistd.h>

namespace neuraxis::study {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(study)
};

[[noreturn]] void throwUnwritable(const QString& why) {
    throw io::Error(Texts::tr("The server cannot be reached, and the journal of changes on this machine cannot be "
                              "written (%1). The change is not kept; make room in your data folder and try again.")
                        .arg(why));
}

/// One program at a time writes or empties a journal.
class Lock {
  public:
    explicit Lock(const QString& file) : lock(file + QStringLiteral(".lock")) {
        lock.setStaleLockTime(0); // a merge may take long; that of a program that ended is told by its id
        if (!lock.tryLock(30000)) throwUnwritable(Texts::tr("another program holds it"));
    }

  private:
    QLockFile lock;
};

QByteArray lineOf(const std::vector<Change>& unit) {
    QJsonArray array;
    for (const Change& change : unit) array += jsonOf(change);
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

} // namespace

Journal::Journal(const QString& study) {
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/journals"));
    QDir().mkpath(folder.path());
    QString name = study;
    name.remove(u'/'); // the id comes from a server
    file = folder.filePath(name + QStringLiteral(".jsonl"));
}

bool Journal::isEmpty() const { return QFileInfo(file).size() == 0; }

std::vector<std::vector<Change>> Journal::units() const {
    std::vector<std::vector<Change>> all;
    QFile from(file);
    if (!from.open(QFile::ReadOnly)) return all;
    while (!from.atEnd()) {
        // A line that the program did not finish writing is the unit that was in flight.
        const QJsonDocument line = QJsonDocument::fromJson(from.readLine());
        std::vector<Change> unit;
        for (const QJsonValue& change : line.array()) unit.push_back(changeOf(change.toObject()));
        if (!unit.empty()) all.push_back(std::move(unit));
    }
    return all;
}

std::vector<Change> Journal::changes() const {
    std::vector<Change> all;
    for (const auto& unit : units()) all.insert(all.end(), unit.begin(), unit.end());
    return all;
}

void Journal::append(const QString& name, const QByteArray& line) const {
    QFile to(name);
    if (!to.open(QFile::ReadWrite | QFile::Append)) throwUnwritable(to.errorString());
    to.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    const qint64 end = to.size();
    const bool torn = end > 0 && to.seek(end - 1) && to.read(1) != "\n";
    const QByteArray text = (torn ? "\n" : "") + line + '\n';
    if (to.write(text) != text.size() || !to.flush() || fsync(to.handle()) != 0) {
        const QString why = to.errorString();
        to.resize(end);
        throwUnwritable(why);
    }
}

void Journal::append(const std::vector<Change>& unit) {
    const Lock lock(file);
    append(file, lineOf(unit));
}

QStringList Journal::merge(const std::function<void(const std::vector<Change>&)>& write) {
    const Lock lock(file);
    QStringList refused;
    for (const auto& unit : units()) {
        try {
            write(unit);
        } catch (const Failure& failure) {
            if (failure.fault() != Fault::Refused && failure.fault() != Fault::Other) throw;
            refused += failure.sentence();
            append(file + QStringLiteral(".refused"), lineOf(unit));
        }
    }
    QFile::remove(file);
    return refused;
}

} // namespace neuraxis::study
