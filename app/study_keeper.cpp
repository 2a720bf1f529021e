#include "app/study_keeper.h"

#include "core/io/error.h"
#include "core/study/intake_folder.h"
#include "core/study/taking_in.h"

#include <QCoreApplication>
#include <QTimer>

namespace neuraxis {

namespace {
constexpr int betweenLooksMs = 2000; ///< Others may be changing the study too

QString notEnoughMemory() {
    return QCoreApplication::translate("StudyKeeper", "There is not enough memory for this study.");
}
} // namespace

/// Lives on the keeper's thread, as its connection does.
class StudyKeeper::Worker : public QObject {
  public:
    Worker(StudyKeeper* keeper, QString place) : keeper(keeper), place(std::move(place)) {}

    void open() {
        const auto openAndLook = [this] {
            attempt([this] {
                if (!study) study = study::Study::open(study::Study::placeOf(place), study::Study::Mode::Create);
                look();
            });
        };
        openAndLook();
        auto* timer = new QTimer(this);
        connect(timer, &QTimer::timeout, this, openAndLook);
        timer->start(betweenLooksMs);
    }

    void add(const QStringList& paths, const std::shared_ptr<io::Job>& job) {
        study::TakenIn taken; // what came before a failure stays
        try {
            job->throwIfCancelled();
            if (!study) study = study::Study::open(study::Study::placeOf(place), study::Study::Mode::Create);
            study::takeIn(*study, study::lookInto(paths, {}, *job), study::accountName(), *job, taken);
        } catch (const io::Error& error) {
            taken.problems.prepend(error.sentence());
        } catch (const io::Cancelled&) {
            taken.problems.prepend(QCoreApplication::translate("StudyKeeper", "Cancelled: the rest was not taken in."));
        } catch (const std::bad_alloc&) {
            taken.problems.prepend(notEnoughMemory());
        }
        attempt([this] { look(); });
        tell([keeper = keeper, taken] {
            keeper->jobs.pop_front();
            Q_EMIT keeper->busyChanged();
            Q_EMIT keeper->added(taken.records, taken.problems);
        });
    }

  private:
    template <class Told> void tell(Told told) { QMetaObject::invokeMethod(keeper, std::move(told)); }

    /// Does it, and tells what goes wrong.
    template <class Work> void attempt(Work work) {
        QString sentence;
        try {
            work();
            if (study) sentence = study->problem();
        } catch (const io::Error& error) {
            sentence = error.sentence();
        } catch (const io::Cancelled&) {
        } catch (const std::bad_alloc&) {
            sentence = notEnoughMemory();
        }
        if (sentence == told) return;
        told = sentence;
        tell([keeper = keeper, sentence] { Q_EMIT keeper->troubled(sentence); });
    }

    /// Reads the study anew when it has changed.
    void look() {
        const qint64 now = study->revision();
        if (now == revision) return;
        const auto cohort = std::make_shared<const Cohort>(study->cohort());
        revision = now;
        tell([keeper = keeper, cohort] { Q_EMIT keeper->cohortChanged(cohort); });
    }

    StudyKeeper* keeper;
    QString place, told;
    std::unique_ptr<study::Study> study;
    qint64 revision = -1;
};

StudyKeeper::StudyKeeper(const QString& place, QObject* parent) : QObject(parent), worker(new Worker(this, place)) {
    worker->moveToThread(&thread);
    connect(&thread, &QThread::finished, worker, &QObject::deleteLater);
    thread.start();
    QMetaObject::invokeMethod(worker, [worker = worker] { worker->open(); });
}

StudyKeeper::~StudyKeeper() {
    cancel();
    thread.quit();
    thread.wait();
}

void StudyKeeper::add(const QStringList& paths) {
    const auto job = std::make_shared<io::Job>();
    jobs.push_back(job);
    if (jobs.size() == 1) Q_EMIT busyChanged();
    QMetaObject::invokeMethod(worker, [worker = worker, paths, job] { worker->add(paths, job); });
}

void StudyKeeper::cancel() {
    for (const auto& job : jobs) job->cancel();
}

} // namespace neuraxis
