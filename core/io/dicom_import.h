#pragma once

#include "core/io/pseudonym.h"
#include "core/io/scan.h"

namespace neuraxis::io {

/// DICOM images of one person that were found in some places.
struct DicomFiles {
    struct File {
        QString path;
        int series = 0;       ///< Its number
        QByteArray seriesUid; ///< As in the file, like the next
        QByteArray instanceUid;
        QByteArray place; ///< What tells it from others where careless software gave all files one identity
    };
    QString patientId;            ///< As in the files; empty where they have none
    QStringList names;            ///< The persons' as in the files; one, in a few spellings
    QDate day;                    ///< Of the earliest study in them; invalid where they do not say
    std::vector<File> files;      ///< By series, then in the order of paths
    std::vector<Skipped> refused; ///< What is no image, or damaged, and why
};

/// Looks at files and folders (downwards). Throws Error: images of several people; Cancelled.
DicomFiles findDicom(const QStringList& paths, Job& job);

/// What was copied and what was not.
struct DicomCopies {
    QStringList written;          ///< The new files
    int known = 0;                ///< Images that were there already, from an earlier time
    std::vector<Skipped> refused; ///< With what findDicom() refused
};

/// Throws Error: a pseudonym or label that cannot be used, or that is a word of the person's own. To be asked before
/// a key table is.
void checkPseudonym(const DicomFiles& found, const QString& participant, const QString& visit);

/// Copies them under a pseudonym into a folder, which is made: <series number>/<four digits>.dcm, in no name a word of
/// the originals. Images that are there already are not copied again, so that it can be done twice. Either all that
/// can be copied is, or, when cancelled or when the disk is full, nothing.
/// Throws Error: the pseudonym cannot be used or the folder not be written to; Cancelled.
DicomCopies copyDicom(const DicomFiles& found, const Pseudonym& pseudonym, const QString& folder, Job& job);

} // namespace neuraxis::io
