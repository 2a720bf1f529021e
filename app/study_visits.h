#pragma once

#include "core/model/cohort_index.h"

#include <QHash>
#include <QThreadPool>
#include <atomic>

namespace neuraxis {

/// The images of a participant, visit after visit, with what to call each visit.
struct VisitImages {
    QString participant;              ///< uid
    QStringList paths, visits, uids;  ///< Equal in length: "Visit 2 · 2024-07-16" of each path, and the visit's uid
    QHash<QString, QString> bySeries; ///< The same by series UID, for visits that lie in one folder
    /// What to call the visit of a series with this UID and first file; "" where it is not known.
    [[nodiscard]] QString visitOf(const QString& seriesUid, const QString& file) const;
    /// The uid of a visit that is called so; "" for another.
    [[nodiscard]] QString uidOf(const QString& visit) const { return uids.value(visits.indexOf(visit)); }
};
/// In order of date; what is no image, or lies nowhere, is left out.
VisitImages imagesOf(const CohortIndex& index, const QString& participantUid);

/// The study file of a path: itself, or the one in a folder; empty where there is none. Study files end in .neuraxis.
QString studyIn(const QString& path);

/// Reads files so that the system has them in memory when they are opened. One batch at a time: a new one ends the one
/// before.
class Prefetcher {
  public:
    Prefetcher() { pool.setMaxThreadCount(1); }
    ~Prefetcher();
    void fetch(const QStringList& paths);

  private:
    QThreadPool pool;
    std::shared_ptr<std::atomic_bool> cancelled = std::make_shared<std::atomic_bool>(false);
};

} // namespace neuraxis
