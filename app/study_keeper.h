#pragma once

#include "core/io/job.h"
#include "core/study/table_mapping.h"
#include "core/study/taking_in.h"

#include <QObject>
#include <QSemaphore>
#include <QStringList>
#include <QThread>
#include <deque>
#include <memory>

namespace neuraxis {

/// A clinical table without a mapping, that waits on the keeper's thread until somebody says what its columns mean.
class TableQuestion {
  public:
    TableQuestion(study::DelimitedTable table, study::TableMapping guess)
        : table(std::move(table)), mapping(std::move(guess)) {}
    const study::DelimitedTable table;
    study::TableMapping mapping; ///< To be changed before agree()
    void agree() { answer(true); }
    void leaveOut() { answer(false); }
    /// Whether the table is to be taken. Throws io::Cancelled.
    bool wait(const io::Job& job);

  private:
    void answer(bool yes);
    bool agreed = false;
    QSemaphore answered;
};

/// A study's database on a thread of its own. Tells of the cohort when it is opened and whenever anybody changes it.
class StudyKeeper : public QObject {
    Q_OBJECT
  public:
    /// `place` is a file, made where there is none, or a postgresql:// address.
    explicit StudyKeeper(QString place, QObject* parent = nullptr);
    /// The study that there is on this machine until one is made.
    static QString scratch();
    /// Cancels and waits for the work in flight.
    ~StudyKeeper() override;

    [[nodiscard]] const QString& place() const { return where; }
    [[nodiscard]] bool isScratch() const { return where == scratch(); }
    /// As it was told of last; null before the first time.
    [[nodiscard]] const std::shared_ptr<const Cohort>& cohort() const { return last; }

    /// Takes in what lies there, in the background; added() tells what that was. tableGuessed() asks on the way, and
    /// is to be connected.
    void add(const QStringList& paths);
    /// The same of what somebody looked at, without a question or a word; people without a pseudonym get one.
    void note(const QStringList& paths);
    /// Writes what somebody did, in the background; troubled() tells where that fails.
    void keep(const std::vector<study::Change>& changes);
    /// Asks for what is remarked on those visits and items: remarksRead() answers.
    void readRemarks(const QStringList& about);
    void cancel();
    [[nodiscard]] bool isBusy() const { return !jobs.empty(); }
    [[nodiscard]] const io::Job* job() const {
        return jobs.empty() ? nullptr : jobs.front().get();
    } ///< Of what is being added

  Q_SIGNALS:
    void cohortChanged(const std::shared_ptr<const neuraxis::Cohort>& cohort);
    /// The study cannot be opened, written to or reached, in a sentence; empty when all is well again.
    void troubled(const QString& sentence);
    void busyChanged();
    /// How much was new, and a sentence for each row or file that was not taken.
    void added(const neuraxis::study::TakenIn& taken);
    void tableGuessed(const std::shared_ptr<neuraxis::TableQuestion>& question);
    /// All of them; none where the study cannot be read.
    void remarksRead(const QStringList& about, const std::vector<neuraxis::study::Remark>& remarks);

  private:
    class Worker;
    enum class Manner { Add, Note };
    void begin(const QStringList& paths, Manner manner);

    const QString where; ///< Read by the worker too
    std::shared_ptr<const Cohort> last;
    QThread thread;
    Worker* worker;
    std::deque<std::shared_ptr<io::Job>> jobs; ///< The first is being done
};

} // namespace neuraxis
