#pragma once

#include <QString>
#include <QStringList>
#include <vector>

/// The tables of a study's database: what they are made by, version by version, and which names changes may use.
namespace neuraxis::study::schema {

enum class Dialect { Sqlite, Postgres };

/// The version that this program reads and writes.
inline constexpr int version = 2;

/// Statements that make the tables of a version out of those of the version before, in their order.
QStringList statements(int version, Dialect dialect);

struct Column {
    QString name;
    enum Kind { Text, Number } kind = Text;
    bool required = false; ///< A new record must have it
};
struct Table {
    QString name, key; ///< key: the column that holds a record's uid
    QString title;     ///< The column by which users know a record
    std::vector<Column> columns;
    [[nodiscard]] const Column* find(const QString& column) const;
};
/// The tables that changes may change: every table of the database but the log.
const std::vector<Table>& tables();
const Table* findTable(const QString& name);

/// A column that holds the uid of a record of another table, or of one of several.
struct Reference {
    QString table, column;
    QStringList to;
};
const std::vector<Reference>& references();

} // namespace neuraxis::study::schema
