#pragma once

#include "core/study/change.h"

namespace neuraxis::study {

/// A participant of the demo whose images exist, with the days they were scanned on.
struct DemoImages {
    struct OfVisit {
        QString label;
        QDate date;
        QString path;      ///< Of the series' folder, from the demo's folder
        QString seriesUid; ///< By which the series is known
        QString subject;   ///< Of the FreeSurfer folder, from the demo's folder; "" where there is none
        QString base;      ///< Whose vertices its surfaces have
    };
    QString name, group; ///< group: a key of studyGroups()
    std::vector<OfVisit> visits;
};

/// A simulated cohort with the published sizes of the study's groups (721 ALS, 137 PSMA, 99 PLS, 109 mimics, 396
/// controls, 260 familial controls), visits 3 to 6 months apart in ALS and PSMA and years apart in others, at most six,
/// scores, events and what was made at each visit. Always the same. Nobody's data: `simulated` is set, and what has no
/// images says so. `images` take the first places of their groups; `root` is the demo's folder.
Cohort demoCohort(const std::vector<DemoImages>& images, const QString& root);

/// All records of a cohort as changes of an empty study.
std::vector<Change> recordsOf(const Cohort& cohort, const QString& who);

} // namespace neuraxis::study
