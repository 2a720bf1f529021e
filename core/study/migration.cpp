#include "core/study/migration.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QUrl>

namespace neuraxis::study {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(study)
};

constexpr int noTables = 0;

bool hasTable(Database& database, const QString& name) {
    // to_regclass() would answer from before the wait for another program that makes the tables.
    const QString sql = database.dialect() == schema::Dialect::Sqlite
                            ? QStringLiteral("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?")
                            : QStringLiteral("SELECT 1 FROM pg_class WHERE relname = ? AND pg_table_is_visible(oid)");
    return database.value(sql, {name}).isValid();
}

bool isEmpty(Database& database) {
    // A server's database may hold tables of others beside the study's.
    if (database.dialect() == schema::Dialect::Postgres) return !hasTable(database, QStringLiteral("study"));
    return database.value(QStringLiteral("SELECT count(*) FROM sqlite_master")).toInt() == 0;
}

int storedVersion(Database& database) {
    return database.value(QStringLiteral("SELECT value FROM study WHERE key = ?"), {QStringLiteral("schema")}).toInt();
}

int versionOf(Database& database) {
    if (isEmpty(database)) return noTables;
    const int version = hasTable(database, QStringLiteral("study")) && hasTable(database, QStringLiteral("change"))
                            ? storedVersion(database)
                            : 0;
    if (version < 1)
        throw io::Error(Texts::tr("%1 is a database of something else than a study. Choose another one.")
                            .arg(database.place().words()));
    if (version > schema::version)
        throw io::Error(Texts::tr("%1 was written by a newer version of Neuraxis (its tables have version %2, this "
                                  "program knows %3). Open it with that version; nothing was changed.")
                            .arg(database.place().words())
                            .arg(version)
                            .arg(schema::version));
    return version;
}

void setValue(Database& database, const QString& key, const QString& value) {
    database.run(QStringLiteral("INSERT INTO study (key, value) VALUES (?, ?)"
                                " ON CONFLICT (key) DO UPDATE SET value = excluded.value"),
                 {key, value});
}

/// What a new study is called until somebody names it.
QString nameFor(const Study::Place& place) {
    return place.url.isEmpty() ? QFileInfo(place.file).completeBaseName() : QUrl(place.url).path().mid(1);
}

void migrate(Database& database, int from) {
    for (int version = from + 1; version <= schema::version; ++version)
        for (const QString& sql : schema::statements(version, database.dialect())) database.execute(sql);
    setValue(database, QStringLiteral("schema"), QString::number(schema::version));
}

/// Beside the file, while the writing lock is held: what others read and write meanwhile is not half copied.
void keepCopyOfFile(const Study::Place& place, int version) {
    const QString first = QStringLiteral("%1.v%2.bak").arg(place.file).arg(version);
    QString copy = first;
    for (int number = 2; QFileInfo::exists(copy); ++number) copy = QStringLiteral("%1.%2").arg(first).arg(number);
    const QString unfinished = copy + QStringLiteral(".part");
    QFile::remove(unfinished);
    try {
        Database(place).run(QStringLiteral("VACUUM INTO ?"), {unfinished});
    } catch (...) {
        QFile::remove(unfinished);
        throw;
    }
    QFile::setPermissions(unfinished, QFile::permissions(place.file));
    if (!QFile::rename(unfinished, copy))
        throw io::Error(Texts::tr("The copy of %1 that is kept before it is brought up to date cannot be written. "
                                  "Nothing was changed; check its folder.")
                            .arg(place.words()));
}

void keepCopyOnServer(Database& database, int version) {
    const QString first = QStringLiteral("v%1_bak").arg(version);
    QString copy = first;
    for (int number = 2;
         database.value(QStringLiteral("SELECT count(*) FROM pg_namespace WHERE nspname = ?"), {copy}).toInt();
         ++number)
        copy = QStringLiteral("%1_%2").arg(first).arg(number);
    database.execute(QStringLiteral("CREATE SCHEMA %1").arg(copy));
    for (const schema::Table& table : schema::tables())
        if (hasTable(database, table.name))
            database.execute(QStringLiteral("CREATE TABLE %1.%2 AS TABLE %2").arg(copy, table.name));
    database.execute(QStringLiteral("CREATE TABLE %1.change AS TABLE change").arg(copy));
}

} // namespace

void requireVersion(Database& database) {
    if (storedVersion(database) != schema::version)
        throw io::Error(
            Texts::tr("%1 was changed to another version meanwhile. Open it again.").arg(database.place().words()));
}

void bringUpToDate(Database& database, Study::Mode mode) {
    int version = versionOf(database);
    if (version == schema::version) return;
    if (version == noTables && mode != Study::Mode::Create)
        throw io::Error(
            Texts::tr("%1 holds no study. Choose another one, or make a study there.").arg(database.place().words()));
    if (database.isReadOnly())
        throw io::Error(
            version == noTables
                ? Texts::tr("%1 can only be read, so no study can be made there.").arg(database.place().words())
                : Texts::tr("%1 is of an earlier version and has to be brought up to date, but can only be "
                            "read. Open it once where it can be written, or work in a copy.")
                      .arg(database.place().words()));
    Transaction transaction(database, Transaction::Write);
    version = versionOf(database); // another program may have been first
    if (version == schema::version) return;
    if (version != noTables && database.dialect() == schema::Dialect::Sqlite) keepCopyOfFile(database.place(), version);
    if (version != noTables && database.dialect() == schema::Dialect::Postgres) keepCopyOnServer(database, version);
    migrate(database, version);
    if (version == noTables) {
        setValue(database, QStringLiteral("id"), newUid());
        setValue(database, QStringLiteral("name"), nameFor(database.place()));
    }
    transaction.commit();
}

} // namespace neuraxis::study
