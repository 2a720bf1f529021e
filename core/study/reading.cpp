#include "core/study/reading.h"

#include "core/study/record_fields.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace neuraxis::study {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(study)
};

template <class Record> std::vector<Record> readTable(Database& database, const char* table) {
    const auto& columns = fields<Record>();
    QString sql = QStringLiteral("SELECT uid");
    for (const Field<Record>& field : columns) sql += QStringLiteral(", ") + field.column;
    std::vector<Record> records;
    database.each(sql + QStringLiteral(" FROM ") + QString::fromLatin1(table), {}, [&](const QSqlQuery& row) {
        Record& record = records.emplace_back();
        record.uid = row.value(0).toString();
        for (std::size_t i = 0; i < columns.size(); ++i) set(record, columns[i], row.value(static_cast<int>(i) + 1));
    });
    return records;
}

} // namespace

const QStringList& remarkTables() {
    static const QStringList all{QStringLiteral("transform"), QStringLiteral("annotation"), QStringLiteral("rating")};
    return all;
}

Cohort readCohort(Database& database) {
    Transaction moment(database, Transaction::Read);
    const auto setting = [&](const QString& key) {
        return database.value(QStringLiteral("SELECT value FROM study WHERE key = ?"), {key}).toString();
    };
    Cohort cohort;
    cohort.name = setting(QStringLiteral("name"));
    cohort.simulated = setting(QStringLiteral("simulated")) == QStringLiteral("true");
    cohort.participants = readTable<Participant>(database, "participant");
    cohort.visits = readTable<Visit>(database, "visit");
    cohort.items = readTable<Item>(database, "item");
    cohort.events = readTable<StudyEvent>(database, "event");
    moment.commit();
    sort(cohort);
    return cohort;
}

std::vector<Remark> readRemarks(Database& database, const QString& about) {
    // Who and when are the log's to tell.
    const QString sql = QStringLiteral(
        "SELECT r.uid, r.about, r.kind, r.body, c.who, c.at, c.revision FROM %1 r JOIN change c ON c.revision ="
        " (SELECT max(revision) FROM change WHERE record = r.uid) WHERE r.about = ? OR ? = ''");
    std::vector<std::pair<qint64, Remark>> found;
    for (const QString& table : remarkTables()) {
        database.each(sql.arg(table), {about, about}, [&](const QSqlQuery& row) {
            found.emplace_back(row.value(6).toLongLong(),
                               Remark{row.value(0).toString(), table, row.value(1).toString(), row.value(2).toString(),
                                      row.value(3).toString().toUtf8(), row.value(4).toString(),
                                      QDateTime::fromString(row.value(5).toString(), Qt::ISODateWithMs)});
        });
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Remark> remarks;
    for (auto& [revision, remark] : found) remarks.push_back(std::move(remark));
    return remarks;
}

std::vector<Change> readLog(Database& database, const QString& record, qint64 afterRevision) {
    QString sql =
        QStringLiteral("SELECT uid, at, who, table_name, record, gone, fields FROM change WHERE revision > ?");
    QVariantList values{afterRevision};
    if (!record.isEmpty()) {
        sql += QStringLiteral(" AND record = ?");
        values += record;
    }
    std::vector<Change> changes;
    database.each(sql + QStringLiteral(" ORDER BY revision"), values, [&](const QSqlQuery& row) {
        changes.push_back({row.value(0).toString(), QDateTime::fromString(row.value(1).toString(), Qt::ISODateWithMs),
                           row.value(2).toString(), row.value(3).toString(), row.value(4).toString(),
                           row.value(5).toInt() != 0,
                           fieldsOf(QJsonDocument::fromJson(row.value(6).toString().toUtf8()).object())});
    });
    return changes;
}

qint64 readRevision(Database& database) {
    return database.value(QStringLiteral("SELECT max(revision) FROM change")).toLongLong();
}

QStringList findFaults(Database& database) {
    QStringList faults;
    Transaction moment(database, Transaction::Read);
    if (database.dialect() == schema::Dialect::Sqlite) {
        database.each(QStringLiteral("PRAGMA quick_check"), {}, [&](const QSqlQuery& row) {
            if (const QString said = row.value(0).toString(); said != QStringLiteral("ok"))
                faults += Texts::tr("The file is damaged: %1. Open a copy that was kept of it.").arg(said);
        });
    }
    const auto count = [&](const QString& sql, const QVariantList& values = {}) {
        return database.value(sql, values).toInt();
    };
    for (const schema::Reference& reference : schema::references()) {
        QString sql = QStringLiteral("SELECT count(*) FROM %1 r WHERE true").arg(reference.table);
        for (const QString& to : reference.to)
            sql += QStringLiteral(" AND NOT EXISTS (SELECT 1 FROM %1 t WHERE t.uid = r.%2)").arg(to, reference.column);
        if (const int alone = count(sql))
            faults += Texts::tr("%n record(s) of the table %1 belong to nothing.", nullptr, alone).arg(reference.table);
        if (const int unknown =
                count(QStringLiteral(
                          "SELECT count(*) FROM %1 r WHERE NOT EXISTS (SELECT 1 FROM change c WHERE c.record = r.uid)")
                          .arg(reference.table)))
            faults += Texts::tr("%n record(s) of the table %1 are not in the log of changes.", nullptr, unknown)
                          .arg(reference.table);
    }
    moment.commit();
    return faults;
}

} // namespace neuraxis::study
