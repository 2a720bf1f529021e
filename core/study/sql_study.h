#pragma once

#include "core/study/database.h"
#include "core/study/journal.h"

#include <QElapsedTimer>
#include <QHash>
#include <optional>

namespace neuraxis::study {

/// A study in a database, and on this machine while its server cannot be reached.
class SqlStudy : public Study {
  public:
    SqlStudy(const Place& place, Mode mode);

    [[nodiscard]] QString id() const override { return ownId; }
    [[nodiscard]] bool isReadOnly() const override { return onlyReads; }
    [[nodiscard]] QString problem() const override { return trouble.isEmpty() ? refused : trouble; }
    void apply(const std::vector<Change>& changes) override;
    [[nodiscard]] Cohort cohort() override;
    [[nodiscard]] qint64 revision() override;
    [[nodiscard]] std::vector<Remark> remarks(const QString& about) override;
    [[nodiscard]] std::vector<Change> log(const QString& record, qint64 afterRevision) override;
    [[nodiscard]] QStringList check() override;

  private:
    void connect(Mode mode);
    bool reach();
    bool online(const std::function<void(Database&)>& work);
    void lose(const QString& sentence);
    void mergeJournal();
    void remember(const std::vector<Change>& changes);

    Place place;
    QString ownId;
    bool onlyReads = false;
    QString trouble, refused; // sentences
    std::unique_ptr<Database> database;
    std::unique_ptr<Journal> journal; // of a server's study
    QElapsedTimer sinceAttempt;
    qint64 attemptMs = 0;

    // What was last read from the server, to go on with while it cannot be reached.
    std::optional<Cohort> lastCohort;
    std::vector<Change> sinceCohort; // own ones, written after it was read
    qint64 lastRevision = 0;
    QHash<QString, std::vector<Remark>> lastRemarks;
};

} // namespace neuraxis::study
