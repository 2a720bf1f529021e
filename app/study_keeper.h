#pragma once

#include "core/io/job.h"
#include "core/model/cohort.h"

#include <QObject>
#include <QStringList>
#include <QThread>
#include <deque>
#include <memory>

namespace neuraxis {

/// A study's database on a thread of its own. Tells of the cohort when it is opened and whenever anybody changes it.
class StudyKeeper : public QObject {
    Q_OBJECT
  public:
    /// `place` is a file, made where there is none, or a postgresql:// address.
    explicit StudyKeeper(const QString& place, QObject* parent = nullptr);
    /// Cancels and waits for the work in flight.
    ~StudyKeeper() override;

    /// Takes in what lies there, in the background; added() tells what that was.
    void add(const QStringList& paths);
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
    void added(int records, const QStringList& problems);

  private:
    class Worker;
    QThread thread;
    Worker* worker;
    std::deque<std::shared_ptr<io::Job>> jobs; ///< The first is being done
};

} // namespace neuraxis
