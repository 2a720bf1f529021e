#pragma once

#include "core/study/change.h"

#include <memory>

namespace neuraxis::study {

/// A transform, annotation or rating, kept as it came: a body of JSON with the record it belongs to.
struct Remark {
    QString uid;
    QString table; ///< "transform", "annotation", "rating"
    QString about; ///< uid of the visit or item
    QString kind;
    QByteArray body; ///< JSON
    QString who;
    QDateTime at;
    bool operator==(const Remark&) const = default;
};

/// A study's database, SQLite in one file or PostgreSQL shared by a group; one schema for both, of one version. To be
/// used on the thread that opened it; any number of Study objects may have the same database open.
/// Everything throws io::Error: which file or server, what is wrong, what to do.
class Study {
  public:
    struct Place {
        QString file;                        ///< Of SQLite; empty for a server
        QString url;                         ///< postgresql://[user[:password]@]host[:port]/database[?sslmode=...]
        [[nodiscard]] QString words() const; ///< To show and to log: no password, no folder
        /// Where a file or folder lies that goes with the study: "cohort.keys.tsv" beside "cohort.neuraxis"; of a
        /// server's study among this program's data on this machine.
        [[nodiscard]] QString companion(const QString& suffix) const;
    };
    /// A path or a postgresql:// address.
    static Place placeOf(const QString& words);

    enum class Mode { Create, Write, Read };
    /// Opens the study, or makes a new one with Create where there is none. An older schema is migrated forward after
    /// a copy of the file was kept beside it; a newer one is refused. Where the disk or the role only allows reading,
    /// the study is open for reading and isReadOnly() says so.
    static std::unique_ptr<Study> open(const Place& place, Mode mode = Mode::Write);
    virtual ~Study() = default;

    /// Of the study, at random when it was made.
    [[nodiscard]] virtual QString id() const = 0;
    [[nodiscard]] virtual bool isReadOnly() const = 0;
    /// A sentence while the server cannot be reached and changes go to the journal; else empty.
    [[nodiscard]] virtual QString problem() const = 0;

    /// Writes all changes and their log in one transaction, or none of them. Changes known already (by uid) are left
    /// out. While the server cannot be reached they go to a journal on this machine, which is applied on return.
    /// Refuses, naming them: a second participant with the same pseudonym, a second visit with the same label of one
    /// participant, records that belong to nothing.
    virtual void apply(const std::vector<Change>& changes) = 0;

    /// Everything that windows and tables show.
    [[nodiscard]] virtual Cohort cohort() = 0;
    /// A number that grows with every change, of anybody: another one means that cohort() has something new.
    [[nodiscard]] virtual qint64 revision() = 0;
    [[nodiscard]] virtual std::vector<Remark> remarks(const QString& about) = 0;
    /// The log, oldest first; of one record, or of all with an empty uid.
    [[nodiscard]] virtual std::vector<Change> log(const QString& record = {}, qint64 afterRevision = 0) = 0;
    /// Checks the database itself and that no record belongs to nothing; sentences of what is wrong, or none.
    [[nodiscard]] virtual QStringList check() = 0;
};

} // namespace neuraxis::study
