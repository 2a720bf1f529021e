#pragma once

#include "core/io/packed_file.h"
#include "core/io/scan.h"
#include "core/model/header_tree.h"

#include <QStringList>
#include <memory>
#include <span>
#include <vector>

namespace neuraxis::io {

/// What one file brings to a scan. Files of one format are put together into volumes afterwards.
class Part {
  public:
    virtual ~Part() = default;
};
using Parts = std::vector<std::shared_ptr<const Part>>;

/// A file format, one row of the table that scans, dialogs, the command line and the tests walk.
struct Format {
    const char* name;
    std::vector<const char*> suffixes; ///< Lower case with their dot, the usual one first; DICOM often has none
    bool (*recognises)(QByteArrayView firstBytes, const QString& lowerCaseName);
    /// Reads one file's headers; called from many threads. Throws Error when the file holds no image.
    std::shared_ptr<const Part> (*inspect)(const FileHead& head);
    /// Makes volumes of the parts, in the order they are listed in. A part that cannot be used goes to `skipped`.
    void (*assemble)(const Parts& parts, Scan& scan);
    /// Null where the format is only read. Throws Error.
    void (*write)(const Volume& volume, const QString& path, Job& job);
    std::vector<const char*> writableSuffixes; ///< As offered when saving; part of suffixes
    /// What the file's header says, to be shown. Null where that is not known. Throws Error.
    HeaderTree (*describe)(const FileHead& head) = nullptr;
};

/// All formats, in the order in which a file is offered to them.
std::span<const Format> formats();
/// Suffixes with their dot, without repetition, in the table's order.
QStringList openableSuffixes();
QStringList writableSuffixes();
/// The longest writable suffix that `path` ends with, in lower case; empty when there is none.
QString writableSuffix(const QString& path);
/// A file name without folder and without any openable suffix.
QString baseName(const QString& path);

/// A part that is a volume by itself, or several (magnitude and phase).
struct WholeVolume : Part {
    Found found;
    std::vector<Found> others;
};
void assembleWholeVolumes(const Parts& parts, Scan& scan);

/// Whether a format's parts are of surfaces: they are put together with those of all others that are.
bool isOfSurfaces(const Format& format);

} // namespace neuraxis::io
