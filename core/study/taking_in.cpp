#include "core/study/taking_in.h"

#include <QCoreApplication>
#include <functional>
#include <utility>

namespace neuraxis::study {

namespace {

/// Hands each participant's changes to `keep`, which says whether the study has them now; then it is read again.
void take(const std::function<Cohort()>& study, const std::vector<Intake>& found, const QString& who,
          const std::function<bool(const std::vector<Change>&)>& keep, TakenIn& taken) {
    Cohort cohort;
    bool isNew = true;
    for (const Intake& intake : found) {
        taken.problems << intake.problems;
        taken.shiftedRows += intake.shiftedRows;
        if (std::exchange(isNew, false)) cohort = study();
        for (const std::vector<Change>& unit : changesFor(cohort, intake, who, taken.problems)) {
            if (keep(unit)) isNew = true;
            ++taken.participants;
            taken.records += static_cast<int>(unit.size());
        }
    }
}

} // namespace

void takeIn(Study& study, const std::vector<Intake>& found, const QString& who, const io::Job& job, TakenIn& taken) {
    const auto keep = [&](const std::vector<Change>& unit) {
        job.throwIfCancelled();
        study.apply(unit);
        return true;
    };
    take([&] { return study.cohort(); }, found, who, keep, taken);
}

TakenIn wouldTakeIn(const Cohort& study, const std::vector<Intake>& found) {
    TakenIn taken;
    take([&] { return study; }, found, {}, [](const std::vector<Change>&) { return false; }, taken);
    return taken;
}

QString TakenIn::shiftedInWords() const {
    if (shiftedRows == 0) return {};
    return QCoreApplication::translate(
        "study", "The dates of %n row(s) were shifted as those of the pseudonymised copies.", nullptr, shiftedRows);
}

QString accountName() {
    const QString name = qEnvironmentVariable("USER");
    return name.isEmpty() ? QStringLiteral("?") : name;
}

} // namespace neuraxis::study
