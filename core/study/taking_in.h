#pragma once

#include "core/study/intake.h"
#include "core/study/study.h"

namespace neuraxis::study {

/// What became of things that were found.
struct TakenIn {
    int participants = 0, records = 0; ///< With something new or different; new or different
    int shiftedRows = 0;               ///< As in Intake
    QStringList problems;              ///< A sentence for each row or file that was not taken
    /// A sentence on rows that were shifted; empty where none were.
    [[nodiscard]] QString shiftedInWords() const;
};

/// Takes what was found into the study, a participant at a time; `taken` tells how far it came, also when this throws.
/// `who` is as in Change. Throws io::Error, and io::Cancelled between two participants.
void takeIn(Study& study, const std::vector<Intake>& found, const QString& who, const io::Job& job, TakenIn& taken);

/// What would become of it, each intake by itself; nothing is written.
TakenIn wouldTakeIn(const Cohort& study, const std::vector<Intake>& found);

/// What the log calls whoever works on this machine.
QString accountName();

} // namespace neuraxis::study
