#pragma once

#include "core/io/job.h"
#include "core/model/volume.h"

#include <QDateTime>

namespace neuraxis::io {

/// What a scanner says of an MR series, beside its voxels.
struct MrSeries {
    QString participant; ///< A pseudonym; goes into the name and the identifier
    QString studyDescription, description;
    QString studyUid, seriesUid, frameOfReferenceUid;
    QDateTime acquired;
    int number = 1;
    double repetitionTimeMs = 0, echoTimeMs = 0, inversionTimeMs = 0, flipDegrees = 0, fieldTesla = 3;
    double windowCentre = 0, windowWidth = 1;
};

/// Writes a volume of uint16 as classic MR Image Storage, a file a slice, IM_0001 and on, into an existing folder.
/// The same input gives the same bytes. No birth date, no sex, no institution. Throws Error, Cancelled.
void writeMrSeries(const Volume& volume, const MrSeries& about, const QString& folder, Job& job);

/// An identifier under 2.25 that belongs to a text: the same text, the same identifier (PS3.5 B.2).
QString uidFor(const QString& text);

} // namespace neuraxis::io
