#pragma once

#include "app/placed_visits.h"
#include "app/study_visits.h"
#include "core/analysis/thickness_change.h"
#include "core/io/job.h"
#include "core/model/cohort_index.h"

namespace neuraxis {

/// Which of a participant's images are compared without a window.
struct ImageWish {
    QString kind;       ///< A key of itemKinds(); "": T1, else the first that two visits have
    QStringList visits; ///< Labels; empty: all
    AlignmentKind alignment = AlignmentKind::Rigid;
    bool alignsAnew = false; ///< Also where the study knows how they lie
};

/// The images of a participant's visits, by date, of one kind, read and placed.
struct ComparedImages {
    std::vector<ComparedVisit> visits;
    QStringList keys;     ///< imageKey() of each
    bool isNew = false;   ///< The places were found now: to be kept
    QStringList problems; ///< A sentence for each visit that is left out
};
/// Throws io::Error: an unknown visit, no images of that kind. One visit alone has no place.
ComparedImages comparedImages(study::Study& study, const CohortIndex& index, const CohortIndex::Row& row,
                              const ImageWish& wish, io::Job& job);
/// The cortex of each visit that has one and a date, by date; longitudinal runs before others. Those of failed quality only
/// with `withFailed`. What cannot be read goes to `problems`.
std::vector<TimedCortex> timedCortices(const VisitImages& images, bool withFailed, io::Job& job, QStringList& problems);
/// The first image of a file or folder. Throws io::Error.
std::shared_ptr<const Volume> readImage(const QString& path, io::Job& job);
/// Images of files that are named one by one, each a visit, in that order.
ComparedImages comparedFiles(const QStringList& paths, const ImageWish& wish, io::Job& job);

} // namespace neuraxis
