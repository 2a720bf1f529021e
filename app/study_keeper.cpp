#include "app/study_keeper.h"

#include "core/io/error.h"
#include "core/study/intake_folder.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>
#include <QTimer>

namespace neuraxis {

namespace {
constexpr int betweenLooksMs = 2000; ///< Others may be changing the study too

QString notEnoughMemory() {
    return QCoreApplication::translate("StudyKeeper", "There is not enough memory for this study.");
}
} // namespace

bool TableQuestion::wait(const io::Job& job) {
    constexpr int betweenLooksMs = 100;
    while (!answered.tryAcquire(1, betweenLooksMs)) job.throwIfCancelled();
    return agreed;
}

void TableQuestion::answer(bool yes) {
    agreed = yes;
    answered.release();
}

/// Lives on the keeper's thread, as its connection does.
class StudyKeeper::Worker : public QObject {
  public:
    explicit Worker(StudyKeeper* keeper) : keeper(keeper) {}

    void begin() {
        openAndLook();
        auto* timer = new QTimer(this);
        connect(timer, &QTimer::timeout, this, &Worker::openAndLook);
        timer->start(betweenLooksMs);
    }

    void add(const QStringList& paths, Manner manner, const std::shared_ptr<io::Job>& job) {
        study::TakenIn taken; // what came before a failure stays
        try {
            job->throwIfCancelled();
            open();
            study::DateShift dateShift(keyTable, [this] { return study->cohort(); });
            study::IntakeOptions options = optionsFor(manner, *job);
            options.dateShift = &dateShift;
            const auto found = study::lookInto(paths, options, *job);
            dateShift.keep();
            study::takeIn(*study, found, study::accountName(), *job, taken);
        } catch (const io::Error& error) {
            taken.problems.prepend(error.sentence());
        } catch (const io::Cancelled&) {
            taken.problems.prepend(QCoreApplication::translate("StudyKeeper", "Cancelled: the rest was not taken in."));
        } catch (const std::bad_alloc&) {
            taken.problems.prepend(notEnoughMemory());
        }
        attempt([this] { look(); });
        tell([keeper = keeper, taken, manner] {
            keeper->jobs.pop_front();
            Q_EMIT keeper->busyChanged();
            if (manner == Manner::Add) Q_EMIT keeper->added(taken);
        });
    }

    void keep(const std::vector<study::Change>& changes) {
        attempt([&] {
            open();
            if (!study->isReadOnly()) study->apply(changes);
            look();
        });
    }

    void readRemarks(const QStringList& about) {
        std::vector<study::Remark> remarks;
        attempt([&] {
            open();
            for (const QString& one : about) {
                const auto found = study->remarks(one);
                remarks.insert(remarks.end(), found.begin(), found.end());
            }
        });
        tell([keeper = keeper, about, remarks] { Q_EMIT keeper->remarksRead(about, remarks); });
    }

  private:
    template <class Told> void tell(Told told) { QMetaObject::invokeMethod(keeper, std::move(told)); }

    void open() {
        if (study) return;
        const study::Study::Place at = study::Study::placeOf(keeper->place());
        if (keeper->isScratch()) QDir().mkpath(QFileInfo(at.file).path());
        study = study::Study::open(at, study::Study::Mode::Create);
        if (keeper->isScratch()) QFile::setPermissions(at.file, QFile::ReadOwner | QFile::WriteOwner);
        keyTable = at.companion(QStringLiteral(".keys.tsv"));
    }

    void openAndLook() {
        attempt([this] {
            open();
            look();
        });
    }

    study::IntakeOptions optionsFor(Manner manner, const io::Job& job) {
        study::IntakeOptions options;
        if (manner == Manner::Note) {
            options.nameKey = study->id().toUtf8();
            options.agree = [](const study::DelimitedTable&, study::TableMapping&) { return false; };
        } else {
            options.agree = [this, &job](const study::DelimitedTable& table, study::TableMapping& guess) {
                const auto question = std::make_shared<TableQuestion>(table, guess);
                tell([keeper = keeper, question] { Q_EMIT keeper->tableGuessed(question); });
                const bool yes = question->wait(job);
                guess = question->mapping;
                return yes;
            };
        }
        return options;
    }

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
        Cohort read = study->cohort();
        if (keeper->isScratch()) read.name = QCoreApplication::translate("StudyKeeper", "Scratch study");
        const auto cohort = std::make_shared<const Cohort>(std::move(read));
        revision = now;
        tell([keeper = keeper, cohort] {
            keeper->last = cohort;
            Q_EMIT keeper->cohortChanged(cohort);
        });
    }

    StudyKeeper* keeper;
    QString keyTable, told;
    std::unique_ptr<study::Study> study;
    qint64 revision = -1;
};

StudyKeeper::StudyKeeper(QString place, QObject* parent)
    : QObject(parent), where(std::move(place)), worker(new Worker(this)) {
    worker->moveToThread(&thread);
    connect(&thread, &QThread::finished, worker, &QObject::deleteLater);
    thread.start();
    QMetaObject::invokeMethod(worker, [worker = worker] { worker->begin(); });
}

QString StudyKeeper::scratch() {
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation))
        .filePath(QStringLiteral("scratch.neuraxis"));
}

StudyKeeper::~StudyKeeper() {
    cancel();
    thread.quit();
    thread.wait();
}

void StudyKeeper::add(const QStringList& paths) { begin(paths, Manner::Add); }

void StudyKeeper::note(const QStringList& paths) { begin(paths, Manner::Note); }

void StudyKeeper::begin(const QStringList& paths, Manner manner) {
    const auto job = std::make_shared<io::Job>();
    jobs.push_back(job);
    if (jobs.size() == 1) Q_EMIT busyChanged();
    QMetaObject::invokeMethod(worker, [worker = worker, paths, manner, job] { worker->add(paths, manner, job); });
}

void StudyKeeper::keep(const std::vector<study::Change>& changes) {
    QMetaObject::invokeMethod(worker, [worker = worker, changes] { worker->keep(changes); });
}

void StudyKeeper::readRemarks(const QStringList& about) {
    QMetaObject::invokeMethod(worker, [worker = worker, about] { worker->readRemarks(about); });
}

void StudyKeeper::cancel() {
    for (const auto& job : jobs) job->cancel();
}

} // namespace neuraxis
