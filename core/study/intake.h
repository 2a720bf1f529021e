#pragma once

#include "core/io/job.h"
#include "core/model/cohort.h"
#include "core/study/change.h"

#include <functional>

namespace neuraxis::study {

/// What was found in a place and may be taken into a study. Records belong together by names, not by uids, which are
/// empty: participants by their pseudonyms, visits by labels.
struct Intake {
    struct FoundVisit {
        Visit visit; ///< Its label tells it; may be empty where only a date is known
        std::vector<Item> items;
        QString from; ///< File, or row of a table, that told of it: for sentences
    };
    struct FoundParticipant {
        Participant participant;
        std::vector<FoundVisit> visits;
        std::vector<StudyEvent> events;
        bool isNameGuessed = false; ///< From a folder: what the study knows of the images is better
        QString from;               ///< File, or row of a table, that told of it: for sentences
    };
    std::vector<FoundParticipant> participants;
    QStringList problems; ///< A sentence for each row or file that was not taken, naming it and what to do
    QString kind;         ///< "BIDS", "FreeSurfer", "CATO", "SCT", "DICOM", "table", "regions", "files" by templates of its own
    int shiftedRows = 0;  ///< Of a table, whose real dates were shifted as a key table says
};

/// Turns what was found into the changes that a study needs: new records, and fields that are set and differ. What is
/// the same already, or would only empty a field, gives no change; an item whose identity is known moves to its new
/// place. One list for each participant, to be applied one after another: whoever stops in between has lost one.
/// `problems` gets a sentence for what contradicts itself: one pseudonym for two sexes, a date before birth ...
std::vector<std::vector<Change>> changesFor(const Cohort& study, const Intake& found, const QString& who,
                                            QStringList& problems);

} // namespace neuraxis::study
