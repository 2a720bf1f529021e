#pragma once

#include "core/model/compared_visit.h"
#include "core/model/time_line.h"
#include "core/study/study.h"

#include <QHash>
#include <QThreadPool>
#include <atomic>
#include <optional>

namespace neuraxis {

/// The images of a participant, visit after visit.
struct VisitImages {
    struct OfVisit {
        QString uid, label;                    ///< "2"
        QString name;                          ///< "Visit 2"
        QString title;                         ///< "Visit 2 · 2024-07-16"
        QString quality;                       ///< As in Visit
        std::optional<double> yearsSinceFirst; ///< None without a date
    };
    struct Image {
        QString path;
        std::size_t visit = 0; ///< Place in `visits`
        QString kind;          ///< A key of itemKinds(), or "other"
        QString series;        ///< UID, by which it is known among others in one folder; "" where files have none
    };
    QString participant;         ///< uid
    std::vector<OfVisit> visits; ///< By date; those that have images
    std::vector<Image> images;
    TimeLine line; ///< Of all visits, with images or without

    [[nodiscard]] QStringList paths() const; ///< Each once
    /// That of a series with this UID and first file; null where it is not known.
    [[nodiscard]] const Image* imageOf(const QString& seriesUid, const QString& file) const;
    /// What to call the visit of such a series; "" where it is not known.
    [[nodiscard]] QString visitOf(const QString& seriesUid, const QString& file) const;
    /// The uid of a visit that is called so; "" for another.
    [[nodiscard]] QString uidOf(const QString& title) const;
};
/// A visit to be compared with others, without an image so far.
ComparedVisit comparedVisit(const VisitImages::OfVisit& visit);
/// In order of date; what is no image, or lies nowhere, is left out.
VisitImages imagesOf(const CohortIndex& index, const QString& participantUid);

/// The study file of a path: itself, or the one in a folder; empty where there is none. Study files end in .neuraxis.
QString studyIn(const QString& path);

/// "Visit 2".
QString visitName(const QString& label);
/// Whether a word names a study: a file of one, a folder with one, or a server's address.
bool isStudy(const QString& word);
/// Where the study lies that such a word names.
study::Study::Place studyPlace(const QString& word);

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
