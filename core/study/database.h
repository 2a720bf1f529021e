#pragma once

#include "core/io/error.h"
#include "core/study/schema.h"
#include "core/study/study.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>
#include <functional>
#include <map>

namespace neuraxis::study {

/// What a database says no with, whichever it is; Refused is ours, of a change that can never be written.
enum class Fault {
    Other,
    Refused,
    Duplicate,
    Unattached,
    Incomplete,
    DiskFull,
    DiskError,
    ReadOnly,
    Busy,
    Damaged,
    Lost
};

/// A statement or connection that failed, in the user's words and for the caller to tell apart.
class Failure : public io::Error {
  public:
    Failure(Fault fault, const QString& sentence) : io::Error(sentence), kind(fault) {}
    [[nodiscard]] Fault fault() const { return kind; }

  private:
    Fault kind;
};

/// One connection to SQLite or PostgreSQL. Statements are prepared once, and values always bound.
class Database {
  public:
    /// Connects; a file is made where there is none. Only for reading where `readOnly`, the file's disk, its
    /// permissions or the server say so. TLS is asked for unless the server is on this machine or the address says
    /// otherwise. Throws Failure.
    explicit Database(const Study::Place& place, bool readOnly = false);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    [[nodiscard]] schema::Dialect dialect() const { return speech; }
    [[nodiscard]] const Study::Place& place() const { return where; }
    [[nodiscard]] bool isReadOnly() const { return onlyReads; }
    void setReadOnly() { onlyReads = true; }

    /// Runs a statement with ? for each value; how many rows it changed.
    int run(const QString& sql, const QVariantList& values = {});
    /// Asks, and calls `row` for each row of the answer; nothing else is asked meanwhile.
    void each(const QString& sql, const QVariantList& values, const std::function<void(const QSqlQuery&)>& row);
    /// The first value of the answer's first row, invalid where there is none.
    QVariant value(const QString& sql, const QVariantList& values = {});
    /// Runs a statement without preparing it: tables, transactions, settings.
    void execute(const QString& sql);

  private:
    QSqlQuery& start(const QString& sql, const QVariantList& values);
    void openFile();
    void openServer();
    void close();
    [[nodiscard]] Failure failure(const QSqlError& error) const;

    Study::Place where;
    schema::Dialect speech;
    bool onlyReads;
    QString name; // of Qt's connection
    QSqlDatabase connection;
    std::map<QString, QSqlQuery> prepared;
};

/// All or nothing: what was not committed is undone. A writing transaction waits until no other writes; a reading one
/// sees one state throughout.
class Transaction {
  public:
    enum Kind { Read, Write };
    Transaction(Database& database, Kind kind);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();
    void rollBack();

  private:
    Database& database;
    bool open = true;
};

} // namespace neuraxis::study
