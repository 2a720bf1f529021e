#pragma once

#include "core/analysis/aligned_visit.h"
#include "core/analysis/alignment_kind.h"
#include "core/model/compared_visit.h"
#include "core/study/study.h"

#include <functional>
#include <optional>

namespace neuraxis {

using VisitImageSet = std::vector<std::shared_ptr<const Volume>>; ///< By date, one image a visit

/// Where each image lies in the space midway between them, and how their brightness compares. `goOn` is told the share
/// done; once it says false nothing is returned. Takes a second or more for each pair; called from any thread.
std::vector<Placement> placeVisits(const VisitImageSet& images, AlignmentKind kind,
                                   const std::function<bool(double)>& goOn = {});
/// Images that are not aligned lie with their middles on that of the first one that is, or of the first.
void placeByMiddle(std::vector<Placement>& places, const std::vector<const VolumeHeader*>& headers);
/// A visit's image as maps of change are made of it, with its brain. Takes half a second.
AlignedVisit alignedVisit(const std::shared_ptr<const Volume>& image, const Placement& place);
/// What a visit's image is told apart by from others in a study, with no name of anybody.
QString imageKey(const VolumeHeader& header);
/// As a study keeps it: a change of the transform about that visit. `set` are the keys of all images it was made among.
study::Change placeChange(const QString& visitUid, const QString& key, const QStringList& set, const Placement& place,
                          const QString& who);
/// What a study keeps of that image among those; nothing where it keeps none of them.
std::optional<Placement> placeFrom(const std::vector<study::Remark>& remarks, const QString& visitUid,
                                   const QString& key, const QStringList& set);
/// "good", "doubtful", "failed", "by-hand", "waiting".
QString alignmentName(Alignment alignment);

} // namespace neuraxis
