#include "core/study/writing.h"

#include "core/study/migration.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <algorithm>

namespace neuraxis::study {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(study)
};

QString known(const schema::Table& table, Database& database, const std::vector<Change>& changes,
              const QString& record) {
    for (const Change& change : changes)
        if (change.record == record && change.table == table.name && change.fields.contains(table.title))
            return change.fields[table.title].toString();
    return database
        .value(QStringLiteral("SELECT %1 FROM %2 WHERE %3 = ?").arg(table.title, table.name, table.key), {record})
        .toString();
}

/// "visit 2": the record as users know it.
QString nameOf(const Change& change, Database& database, const std::vector<Change>& changes) {
    const schema::Table& table = *schema::findTable(change.table);
    const QString name = known(table, database, changes, change.record);
    static const char* const words[][2] = {
        {"participant", QT_TRANSLATE_NOOP("study", "participant %1")},
        {"visit", QT_TRANSLATE_NOOP("study", "visit %1")},
        {"item", QT_TRANSLATE_NOOP("study", "item %1")},
        {"event", QT_TRANSLATE_NOOP("study", "event %1")},
        {"transform", QT_TRANSLATE_NOOP("study", "transform %1")},
        {"annotation", QT_TRANSLATE_NOOP("study", "annotation %1")},
        {"rating", QT_TRANSLATE_NOOP("study", "rating %1")},
        {"study", QT_TRANSLATE_NOOP("study", "setting %1")},
    };
    for (const auto& [key, word] : words)
        if (change.table == QLatin1String(key)) return Texts::tr(word).arg(name);
    return name;
}

Failure refuse(const QString& sentence) { return {Fault::Refused, sentence}; }

/// What the database refused, named after the record that it was about.
Failure refusal(Fault fault, const Change& change, Database& database, const std::vector<Change>& changes) {
    const QString record = nameOf(change, database, changes);
    if (fault == Fault::Duplicate && change.table == QStringLiteral("visit")) {
        const QString owner = QStringLiteral("participant");
        const QString uid =
            change.fields.contains(owner)
                ? change.fields[owner].toString()
                : database.value(QStringLiteral("SELECT participant FROM visit WHERE uid = ?"), {change.record})
                      .toString();
        return refuse(Texts::tr("Participant %1 has a %2 already. Give the other visit a label of its own; nothing was "
                                "written.")
                          .arg(known(*schema::findTable(owner), database, changes, uid), record));
    }
    if (fault == Fault::Duplicate)
        return refuse(Texts::tr("The study has a %1 already. Give the other one a pseudonym of its own; nothing was "
                                "written.")
                          .arg(record));
    if (change.gone)
        return refuse(Texts::tr("Other records belong to %1. Take those out before; nothing was written.").arg(record));
    if (fault == Fault::Unattached)
        return refuse(Texts::tr("What %1 belongs to is not in the study. Bring that in before; nothing was written.")
                          .arg(record));
    return refuse(
        Texts::tr("A record of the table %1 that is to be changed (%2) is not in the study; somebody may have "
                  "taken it out. Nothing was written.")
            .arg(change.table, record));
}

/// Whether a record that others belong to by a column without a foreign key is there, or is still needed.
void requireAttached(Database& database, const Change& change) {
    for (const schema::Reference& reference : schema::references()) {
        if (reference.to.size() < 2) continue; // the database sees to it
        if (change.gone && reference.to.contains(change.table) &&
            database
                .value(QStringLiteral("SELECT 1 FROM %1 WHERE %2 = ?").arg(reference.table, reference.column),
                       {change.record})
                .isValid())
            throw Failure(Fault::Unattached, {});
        if (change.gone || reference.table != change.table || !change.fields.contains(reference.column)) continue;
        const QVariant about = change.fields[reference.column];
        if (std::none_of(reference.to.begin(), reference.to.end(), [&](const QString& to) {
                return database.value(QStringLiteral("SELECT 1 FROM %1 WHERE uid = ?").arg(to), {about}).isValid();
            }))
            throw Failure(Fault::Unattached, {});
    }
}

/// False where the log knows the change.
bool addToLog(Database& database, const Change& change) {
    return database.run(
               QStringLiteral("INSERT INTO change (uid, at, who, table_name, record, gone, fields)"
                              " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (uid) DO NOTHING"),
               {change.uid, change.at.toUTC().toString(Qt::ISODateWithMs), change.who, change.table, change.record,
                change.gone ? 1 : 0,
                QString::fromUtf8(
                    QJsonDocument(QJsonObject::fromVariantMap(change.fields)).toJson(QJsonDocument::Compact))}) > 0;
}

void changeRecord(Database& database, const Change& change) {
    const schema::Table& table = *schema::findTable(change.table);
    requireAttached(database, change);
    if (change.gone) {
        database.run(QStringLiteral("DELETE FROM %1 WHERE %2 = ?").arg(table.name, table.key), {change.record});
        return;
    }
    const QStringList names = change.fields.keys();
    QVariantList values = change.fields.values();
    const bool whole = std::all_of(table.columns.begin(), table.columns.end(), [&](const schema::Column& column) {
        return !column.required || change.fields.contains(column.name);
    });
    if (!whole) {
        if (database.run(QStringLiteral("UPDATE %1 SET %2 = ? WHERE %3 = ?")
                             .arg(table.name, names.join(QStringLiteral(" = ?, ")), table.key),
                         values << change.record) == 0)
            throw Failure(Fault::Incomplete, {});
        return;
    }
    QStringList places, updates;
    for (const QString& name : names) {
        places += QStringLiteral("?");
        updates += QStringLiteral("%1 = excluded.%1").arg(name);
    }
    database.run(QStringLiteral("INSERT INTO %1 (%2, %3) VALUES (?, %4) ON CONFLICT (%2) DO UPDATE SET %5")
                     .arg(table.name, table.key, names.join(QStringLiteral(", ")), places.join(QStringLiteral(", ")),
                          updates.join(QStringLiteral(", "))),
                 QVariantList{change.record} + values);
}

QString plainText(const QString& text, const Change& change) {
    if (text.contains(QChar::Null))
        throw io::Error(
            Texts::tr("A value for the table %1 holds a character that is no text (0). Correct where it came "
                      "from; nothing was written.")
                .arg(change.table));
    return text.isNull() ? QStringLiteral("") : text;
}

} // namespace

Change checked(const Change& change) {
    const schema::Table* table = schema::findTable(change.table);
    if (!table)
        throw io::Error(
            Texts::tr("A change is of a table \"%1\", which studies do not have. It was not written; a newer "
                      "version of Neuraxis may know it.")
                .arg(change.table));
    static const QStringList fixed = {QStringLiteral("schema"), QStringLiteral("id")};
    if (table->name == QStringLiteral("study") && fixed.contains(change.record))
        throw io::Error(Texts::tr("\"%1\" of a study stays as it is. It was not changed.").arg(change.record));
    if (change.uid.isEmpty() || change.record.isEmpty() || (change.fields.isEmpty() && !change.gone))
        throw io::Error(
            Texts::tr("A change of the table %1 says not what it changes. It was not written.").arg(change.table));
    Change clean = change;
    clean.who = plainText(change.who, change);
    clean.uid = plainText(change.uid, change);
    clean.record = plainText(change.record, change);
    for (auto it = clean.fields.begin(); it != clean.fields.end(); ++it) {
        const schema::Column* column = table->find(it.key());
        if (!column)
            throw io::Error(
                Texts::tr("A change is of a column \"%1\", which the table %2 of studies does not have. It was "
                          "not written; a newer version of Neuraxis may know it.")
                    .arg(it.key(), change.table));
        if (column->kind == schema::Column::Text) {
            *it = plainText(it->toString(), change);
            continue;
        }
        const QString text = it->toString();
        bool ok = true;
        const double number = it->toDouble(&ok);
        if (it->isNull() || text.isEmpty())
            *it = QVariant();
        else if (ok && qIsFinite(number))
            *it = number;
        else
            throw io::Error(
                Texts::tr("\"%1\" is no number, which the column %2 of the table %3 holds. Correct it; nothing "
                          "was written.")
                    .arg(text, it.key(), change.table));
    }
    return clean;
}

void write(Database& database, const std::vector<Change>& changes) {
    Transaction transaction(database, Transaction::Write);
    requireVersion(database);
    for (const Change& change : changes) {
        try {
            if (addToLog(database, change)) changeRecord(database, change);
        } catch (const Failure& failure) {
            if (failure.fault() != Fault::Duplicate && failure.fault() != Fault::Unattached &&
                failure.fault() != Fault::Incomplete)
                throw;
            transaction.rollBack();
            throw refusal(failure.fault(), change, database, changes);
        }
    }
    transaction.commit();
}

} // namespace neuraxis::study
