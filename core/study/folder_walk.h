#pragma once

#include "core/io/job.h"

#include <QStringList>
#include <functional>

namespace neuraxis::study {

/// A file or folder below the one that is walked through.
struct WalkEntry {
    QString path; ///< From the folder that is walked through, with slashes
    bool isFolder = false;
};

/// Calls `visit` for all files and folders below `root`, by name, each folder before what is in it; its answer tells
/// whether to go into a folder. Hidden ones are passed over, links followed once, so that loops end. What cannot be
/// read, has no name in UTF-8 or is a link to nothing gets a sentence in `problems`. Throws io::Cancelled.
void walkFolder(const QString& root, io::Job& job, QStringList& problems,
                const std::function<bool(const WalkEntry&)>& visit);

/// Names of the folders in a folder, or of its files, sorted; empty where it cannot be read.
QStringList foldersIn(const QString& folder);
QStringList filesIn(const QString& folder);

} // namespace neuraxis::study
