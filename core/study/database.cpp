#include "core/study/database.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSqlError>
#include <QUrl>
#include <QUrlQuery>
#include <span>

namespace neuraxis::study {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(study)
};

/// Codes of SQLite (sqlite.org/rescode.html, whole or their lowest byte) and of PostgreSQL (its Appendix A, whole or
/// the class that their first two characters are).
struct Code {
    const char* code;
    Fault fault;
};
constexpr Code sqliteCodes[] = {
    {"2067", Fault::Duplicate}, {"1555", Fault::Duplicate}, {"787", Fault::Unattached}, {"1299", Fault::Incomplete},
    {"13", Fault::DiskFull},    {"10", Fault::DiskError},   {"8", Fault::ReadOnly},     {"3", Fault::ReadOnly},
    {"5", Fault::Busy},         {"6", Fault::Busy},         {"11", Fault::Damaged},     {"26", Fault::Damaged},
};
constexpr Code postgresCodes[] = {
    {"23505", Fault::Duplicate}, {"23503", Fault::Unattached}, {"23502", Fault::Incomplete}, {"53100", Fault::DiskFull},
    {"58", Fault::DiskError},    {"42501", Fault::ReadOnly},   {"25006", Fault::ReadOnly},   {"55P03", Fault::Busy},
    {"XX001", Fault::Damaged},   {"XX002", Fault::Damaged},    {"08", Fault::Lost},          {"57P", Fault::Lost},
};

Fault faultOf(const QString& code, schema::Dialect dialect) {
    const bool sqlite = dialect == schema::Dialect::Sqlite;
    for (const Code& row : sqlite ? std::span<const Code>(sqliteCodes) : std::span<const Code>(postgresCodes)) {
        const auto known = QLatin1String(row.code);
        if (sqlite ? code == known || QString::number(code.toInt() & 0xff) == known : code.startsWith(known))
            return row.fault;
    }
    return Fault::Other;
}

QString sentenceOf(Fault fault, const QString& place, const QString& said) {
    switch (fault) {
    case Fault::DiskFull:
        return Texts::tr(
                   "There is no room left on the disk for %1. Nothing of this was written; make room and try again.")
            .arg(place);
    case Fault::DiskError:
        return Texts::tr("The disk of %1 reports an error (%2). Nothing of this was written; check the disk, then try "
                         "again.")
            .arg(place, said);
    case Fault::ReadOnly:
        return Texts::tr(
                   "%1 can only be read from here, so nothing was changed. Ask for the right to write, or work in a "
                   "copy.")
            .arg(place);
    case Fault::Busy: return Texts::tr("Another program is writing to %1. Try again when it is done.").arg(place);
    case Fault::Damaged:
        return Texts::tr("%1 is damaged or is no study (%2). Open a copy that was kept of it.").arg(place, said);
    case Fault::Lost:
        return Texts::tr("The server of %1 cannot be reached (%2). Check the network, and whether the server runs.")
            .arg(place, said);
    default: return Texts::tr("The database of %1 answers: %2. Nothing of this was written.").arg(place, said);
    }
}

bool isThisMachine(const QString& host) {
    return host.isEmpty() || host.startsWith(u'/') || host == QStringLiteral("localhost") ||
           host == QStringLiteral("127.0.0.1") || host == QStringLiteral("::1");
}

} // namespace

Database::Database(const Study::Place& place, bool readOnly)
    : where(place), speech(place.url.isEmpty() ? schema::Dialect::Sqlite : schema::Dialect::Postgres),
      onlyReads(readOnly), name(newUid()) {
    const bool sqlite = speech == schema::Dialect::Sqlite;
    const QString driver = sqlite ? QStringLiteral("QSQLITE") : QStringLiteral("QPSQL");
    if (!QSqlDatabase::isDriverAvailable(driver))
        throw Failure(Fault::Other, Texts::tr("Qt's driver %1 is missing. Install the package %2.")
                                        .arg(driver, sqlite ? QStringLiteral("libqt6sql6-sqlite")
                                                            : QStringLiteral("libqt6sql6-psql")));
    connection = QSqlDatabase::addDatabase(driver, name);
    try {
        sqlite ? openFile() : openServer();
    } catch (...) {
        close();
        throw;
    }
}

Database::~Database() { close(); }

void Database::close() {
    // The driver goes before its statements: they would try to tell a lost server that they are no longer needed.
    connection = {};
    QSqlDatabase::removeDatabase(name);
    prepared.clear();
}

void Database::openFile() {
    const QFileInfo file(where.file), folder(file.path());
    constexpr auto anyone = QFile::WriteOwner | QFile::WriteGroup | QFile::WriteOther;
    const bool locked = file.exists() && (!file.isWritable() || !(file.permissions() & anyone) || !folder.isWritable());
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=30000"), path = where.file;
    if (locked) {
        onlyReads = true;
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
        // SQLite keeps a list of readers beside the file, which a read-only disk refuses; nobody writes there either.
        if (!folder.isWritable() && QFileInfo(where.file + QStringLiteral("-wal")).size() == 0) {
            options += QStringLiteral(";QSQLITE_OPEN_URI");
            path = QString::fromLatin1(QUrl::fromLocalFile(file.absoluteFilePath()).toEncoded()) +
                   QStringLiteral("?immutable=1");
        }
    }
    connection.setConnectOptions(options);
    connection.setDatabaseName(path);
    if (!connection.open()) throw failure(connection.lastError());
    execute(QStringLiteral("PRAGMA foreign_keys = ON"));
    if (onlyReads) {
        execute(QStringLiteral("PRAGMA query_only = ON"));
        return;
    }
    // Readers and a writer at once; and what was committed outlives a power cut, not only the program.
    execute(QStringLiteral("PRAGMA journal_mode = WAL"));
    execute(QStringLiteral("PRAGMA synchronous = FULL"));
    execute(QStringLiteral("PRAGMA cache_size = -65536")); // KiB; with 2 MiB a whole study's import takes twice as long
}

void Database::openServer() {
    const QUrl url(where.url);
    const QUrlQuery query(url);
    static const QStringList modes = {QStringLiteral("disable"),   QStringLiteral("allow"),
                                      QStringLiteral("prefer"),    QStringLiteral("require"),
                                      QStringLiteral("verify-ca"), QStringLiteral("verify-full")};
    const QString host =
        url.host().isEmpty() ? query.queryItemValue(QStringLiteral("host"), QUrl::FullyDecoded) : url.host();
    QString mode = query.queryItemValue(QStringLiteral("sslmode"));
    if (!mode.isEmpty() && !modes.contains(mode))
        throw Failure(Fault::Other, Texts::tr("The address of %1 asks for sslmode=%2. Use one of: %3.")
                                        .arg(where.words(), mode, modes.join(QStringLiteral(", "))));
    if (mode.isEmpty()) mode = isThisMachine(host) ? QStringLiteral("prefer") : QStringLiteral("require");

    connection.setHostName(host);
    connection.setPort(url.port(5432));
    connection.setUserName(url.userName(QUrl::FullyDecoded));
    connection.setPassword(url.password(QUrl::FullyDecoded));
    connection.setDatabaseName(url.path(QUrl::FullyDecoded).mid(1));
    // A cable that was pulled out is noticed in seconds, not after the quarter of an hour that TCP waits.
    connection.setConnectOptions(
        QStringLiteral("sslmode=%1;connect_timeout=5;application_name=neuraxis;keepalives_idle=5;keepalives_interval=2;"
                       "keepalives_count=3;tcp_user_timeout=10000")
            .arg(mode));
    if (!connection.open()) throw failure(connection.lastError());
    execute(QStringLiteral("SET client_min_messages = warning"));
    if (onlyReads) execute(QStringLiteral("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY"));
}

Failure Database::failure(const QSqlError& error) const {
    Fault fault = faultOf(error.nativeErrorCode(), speech);
    if (speech == schema::Dialect::Postgres && !connection.isOpen()) fault = Fault::Lost;
    const QString said = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    return {fault, sentenceOf(fault, where.words(), said.section(u'\n', 0, 0).trimmed())};
}

QSqlQuery& Database::start(const QString& sql, const QVariantList& values) {
    auto it = prepared.find(sql);
    if (it == prepared.end()) {
        QSqlQuery query(connection);
        query.setForwardOnly(true);
        if (!query.prepare(sql)) throw failure(query.lastError());
        it = prepared.emplace(sql, std::move(query)).first;
    }
    QSqlQuery& query = it->second;
    for (int i = 0; i < values.size(); ++i) {
        // Qt takes a null string for NULL, which text never is here
        const bool isNullText = values[i].userType() == QMetaType::QString && values[i].toString().isNull();
        query.bindValue(i, isNullText ? QVariant(QStringLiteral("")) : values[i]);
    }
    if (query.exec()) return query;
    const QSqlError error = query.lastError();
    query.finish();
    throw failure(error);
}

int Database::run(const QString& sql, const QVariantList& values) { return start(sql, values).numRowsAffected(); }

void Database::each(const QString& sql, const QVariantList& values, const std::function<void(const QSqlQuery&)>& row) {
    QSqlQuery& query = start(sql, values);
    while (query.next()) row(query);
    const QSqlError error = query.lastError(); // a damaged page or a lost connection ends the rows early
    query.finish();
    if (error.isValid()) throw failure(error);
}

QVariant Database::value(const QString& sql, const QVariantList& values) {
    QVariant first;
    each(sql, values, [&](const QSqlQuery& row) {
        if (!first.isValid()) first = row.value(0);
    });
    return first;
}

void Database::execute(const QString& sql) {
    QSqlQuery query(connection);
    if (!query.exec(sql)) throw failure(query.lastError());
}

Transaction::Transaction(Database& database, Kind kind) : database(database) {
    const bool sqlite = database.dialect() == schema::Dialect::Sqlite;
    if (kind == Read) {
        database.execute(sqlite ? QStringLiteral("BEGIN")
                                : QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"));
        return;
    }
    database.execute(sqlite ? QStringLiteral("BEGIN IMMEDIATE") : QStringLiteral("BEGIN"));
    // Revisions become visible in their order, so that who reads on from the last one misses none.
    if (!sqlite) database.execute(QStringLiteral("SELECT pg_advisory_xact_lock(%1)").arg(0x6e7578));
}

Transaction::~Transaction() { rollBack(); }

void Transaction::commit() {
    database.execute(QStringLiteral("COMMIT"));
    open = false;
}

void Transaction::rollBack() {
    if (!open) return;
    open = false;
    try {
        database.execute(QStringLiteral("ROLLBACK"));
    } catch (const Failure&) { // SQLite undid it by itself on a full disk; a lost server does
    }
}

} // namespace neuraxis::study
