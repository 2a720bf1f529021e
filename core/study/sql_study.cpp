#include "core/study/sql_study.h"

#include "core/study/migration.h"
#include "core/study/reading.h"
#include "core/study/writing.h"

#include <QCoreApplication>
#include <algorithm>

namespace neuraxis::study {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(study)
};

/// Does to remarks of one visit or item, or of all, what the change does to the study.
void putRemark(std::vector<Remark>& remarks, const QString& about, const Change& change) {
    if (!remarkTables().contains(change.table)) return;
    Remark remark{change.record, change.table, {}, {}, {}, {}, {}};
    const auto it =
        std::find_if(remarks.begin(), remarks.end(), [&](const Remark& r) { return r.uid == change.record; });
    if (it != remarks.end()) {
        remark = *it;
        remarks.erase(it);
    }
    if (change.gone) return;
    const auto take = [&](const char* name, const auto& set) {
        if (const auto found = change.fields.find(QString::fromLatin1(name)); found != change.fields.end())
            set(found->toString());
    };
    take("about", [&](const QString& value) { remark.about = value; });
    take("kind", [&](const QString& value) { remark.kind = value; });
    take("body", [&](const QString& value) { remark.body = value.toUtf8(); });
    remark.who = change.who;
    remark.at = change.at;
    if (about.isEmpty() || remark.about == about) remarks.push_back(remark);
}

} // namespace

SqlStudy::SqlStudy(const Place& place, Mode mode) : place(place) {
    connect(mode);
    if (place.url.isEmpty()) return;
    journal = std::make_unique<Journal>(ownId);
    mergeJournal();
}

void SqlStudy::connect(Mode mode) {
    auto opened = std::make_unique<Database>(place, mode == Mode::Read);
    bringUpToDate(*opened, mode);
    const QString found =
        opened->value(QStringLiteral("SELECT value FROM study WHERE key = ?"), {QStringLiteral("id")}).toString();
    if (!ownId.isEmpty() && found != ownId)
        throw io::Error(Texts::tr("There is another study at %1 now. Open it again.").arg(place.words()));
    ownId = found;
    const bool mayWrite = opened->dialect() == schema::Dialect::Sqlite ||
                          opened
                              ->value(QStringLiteral("SELECT current_setting('transaction_read_only') = 'off'"
                                                     " AND has_table_privilege('change', 'INSERT')"))
                              .toBool();
    onlyReads = opened->isReadOnly() || !mayWrite;
    database = std::move(opened);
}

/// Whether there is a connection, after an attempt to make one. What waited in the journal is then written.
bool SqlStudy::reach() {
    if (!database) {
        // An attempt that takes its time is made the more seldom.
        if (sinceAttempt.isValid() && sinceAttempt.elapsed() < 10 * attemptMs) return false;
        sinceAttempt.start();
        try {
            connect(onlyReads ? Mode::Read : Mode::Write);
            trouble.clear();
        } catch (const io::Error& error) {
            attemptMs = sinceAttempt.elapsed();
            sinceAttempt.start();
            lose(error.sentence());
            return false;
        }
    }
    mergeJournal();
    return true;
}

void SqlStudy::mergeJournal() {
    if (!journal || onlyReads || journal->isEmpty()) return;
    const QStringList sentences = journal->merge([&](const std::vector<Change>& unit) { write(*database, unit); });
    if (!sentences.isEmpty())
        refused = Texts::tr("%n change(s) made while the server could not be reached were refused and set aside: %1",
                            nullptr, static_cast<int>(sentences.size()))
                      .arg(sentences.join(u' '));
}

void SqlStudy::lose(const QString& sentence) {
    database.reset();
    trouble =
        onlyReads
            ? sentence
            : Texts::tr("%1 Your changes are kept on this machine and written when it is there again.").arg(sentence);
}

/// Does the work on the database, once more where its connection turned out to be lost; false while there is none.
bool SqlStudy::online(const std::function<void(Database&)>& work) {
    for (int attempt = 0; attempt < 2; ++attempt) {
        try {
            if (!reach()) return false;
            work(*database);
            return true;
        } catch (const Failure& failure) {
            if (failure.fault() != Fault::Lost || !journal) throw;
            lose(failure.sentence());
        }
    }
    return false;
}

void SqlStudy::apply(const std::vector<Change>& changes) {
    if (onlyReads)
        throw Failure(Fault::ReadOnly,
                      Texts::tr("%1 can only be read from here, so nothing was changed. Ask for the right "
                                "to write, or work in a copy.")
                          .arg(place.words()));
    std::vector<Change> clean;
    clean.reserve(changes.size());
    for (const Change& change : changes) clean.push_back(checked(change));
    if (clean.empty()) return;
    if (!online([&](Database& db) { write(db, clean); }))
        journal->append(clean);
    else if (journal)
        remember(clean);
}

void SqlStudy::remember(const std::vector<Change>& changes) {
    if (lastCohort) sinceCohort.insert(sinceCohort.end(), changes.begin(), changes.end());
    for (auto it = lastRemarks.begin(); it != lastRemarks.end(); ++it)
        for (const Change& change : changes) putRemark(it.value(), it.key(), change);
}

Cohort SqlStudy::cohort() {
    Cohort cohort;
    if (online([&](Database& db) { cohort = readCohort(db); })) {
        if (journal) lastCohort = cohort;
        sinceCohort.clear();
        return cohort;
    }
    if (!lastCohort) throw Failure(Fault::Lost, trouble);
    cohort = *lastCohort;
    for (const Change& change : sinceCohort) put(cohort, change);
    for (const Change& change : journal->changes()) put(cohort, change);
    sort(cohort);
    return cohort;
}

qint64 SqlStudy::revision() {
    if (online([&](Database& db) { lastRevision = readRevision(db); })) return lastRevision;
    return lastRevision + static_cast<qint64>(journal->changes().size());
}

std::vector<Remark> SqlStudy::remarks(const QString& about) {
    std::vector<Remark> remarks;
    if (online([&](Database& db) { remarks = readRemarks(db, about); })) {
        if (journal) lastRemarks[about] = remarks;
        return remarks;
    }
    remarks = lastRemarks.value(about);
    for (const Change& change : journal->changes()) putRemark(remarks, about, change);
    return remarks;
}

std::vector<Change> SqlStudy::log(const QString& record, qint64 afterRevision) {
    std::vector<Change> changes;
    if (!online([&](Database& db) { changes = readLog(db, record, afterRevision); }))
        throw Failure(Fault::Lost, trouble);
    return changes;
}

QStringList SqlStudy::check() {
    QStringList faults;
    if (!online([&](Database& db) { faults = findFaults(db); })) throw Failure(Fault::Lost, trouble);
    return faults;
}

} // namespace neuraxis::study
