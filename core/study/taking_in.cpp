#include "core/study/taking_in.h"

#include <utility>

namespace neuraxis::study {

void takeIn(Study& study, const std::vector<Intake>& found, const QString& who, const io::Job& job, TakenIn& taken) {
    Cohort cohort;
    bool isNew = true; // what the study has is read again once something was written
    for (const Intake& intake : found) {
        taken.problems << intake.problems;
        taken.shiftedRows += intake.shiftedRows;
        if (std::exchange(isNew, false)) cohort = study.cohort();
        for (const std::vector<Change>& unit : changesFor(cohort, intake, who, taken.problems)) {
            job.throwIfCancelled();
            study.apply(unit);
            isNew = true;
            ++taken.participants;
            taken.records += static_cast<int>(unit.size());
        }
    }
}

TakenIn wouldTakeIn(const Cohort& study, const std::vector<Intake>& found) {
    TakenIn taken;
    for (const Intake& intake : found) {
        taken.problems << intake.problems;
        taken.shiftedRows += intake.shiftedRows;
        for (const std::vector<Change>& unit : changesFor(study, intake, {}, taken.problems)) {
            ++taken.participants;
            taken.records += static_cast<int>(unit.size());
        }
    }
    return taken;
}

QString accountName() {
    const QString name = qEnvironmentVariable("USER");
    return name.isEmpty() ? QStringLiteral("?") : name;
}

} // namespace neuraxis::study
