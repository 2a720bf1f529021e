#include "core/io/scan.h"

#include "core/io/clipping.h"
#include "core/io/cortex_files.h"
#include "core/io/format.h"
#include "core/io/parallel.h"
#include "core/io/subject_folder.h"

#include <QCollator>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QLocale>
#include <QSet>
#include <algorithm>
#include <filesystem>
#include <optional>

namespace neuraxis::io {

namespace {

/// What looking at one file gave: a part of a volume, or why it is none.
struct Inspected {
    const Format* format = nullptr;
    std::shared_ptr<const Part> part;
    QString path, reason;
    bool isNoImage = false;     ///< It could be looked at, and is of no kind that is read
    std::size_t given = 0;      ///< The path given to scan() that led here
    bool isKnownBeside = false; ///< A file that belongs to a subject folder and is not to be shown
};

Inspected inspect(const QString& path) {
    Inspected result;
    result.path = path;
    try {
        const FileHead head = readHead(path);
        const QString name = fileName(path).toLower();
        for (const Format& format : formats())
            if (format.recognises(head.bytes, name)) {
                result.format = &format;
                result.part = format.inspect(head);
                return result;
            }
        result.isNoImage = true;
        result.reason =
            QCoreApplication::translate("io", "%1 is not an image of a kind Neuraxis reads.").arg(fileName(path));
    } catch (const Error& error) {
        result.reason = error.sentence();
    } catch (const std::bad_alloc&) {
        result.reason =
            QCoreApplication::translate("io", "%1 is too large for this machine's memory.").arg(fileName(path));
    }
    return result;
}

/// The folder of a medium's index, any other path as it is.
QString withoutIndex(const QString& path) {
    const QFileInfo info(path);
    return info.isFile() && info.fileName().compare(QStringLiteral("DICOMDIR"), Qt::CaseInsensitive) == 0 ? info.path()
                                                                                                          : path;
}

/// How many entries of a folder have names that are no text here, as old archives bring them: Qt leaves them out.
int namesWithoutText(const QString& folder) {
    std::error_code failed;
    int odd = 0;
    for (std::filesystem::directory_iterator entry(QFile::encodeName(folder).constData(), failed), end;
         !failed && entry != end; entry.increment(failed))
        if (!nameAsText(entry->path().filename())) ++odd;
    return odd;
}

/// All that the paths given to scan() lead to.
class PathScan {
  public:
    PathScan(Job& job, std::function<void(const Found&)> early) : job(job), early(std::move(early)) {}

    Scan run(const QStringList& paths) {
        for (given = 0; given < static_cast<std::size_t>(paths.size()); ++given)
            look(withoutIndex(paths[static_cast<qsizetype>(given)]));
        assemble(scan);
        sortByPath();
        tidy(paths);
        return std::move(scan);
    }

  private:
    void skip(const QString& path, const QString& reason) {
        if (!pathOf.contains(path)) pathOf[path] = given;
        scan.skipped.push_back({path, reason});
    }

    void look(const QString& path) {
        const QFileInfo info(path);
        if (!info.exists())
            skip(path, QCoreApplication::translate("io", "%1 does not exist. Check the name.").arg(fileName(path)));
        else if (info.isDir()) {
            const std::size_t before = inspected.size() + scan.skipped.size();
            walk(path, isInSubjectFolder(path));
            if (inspected.size() + scan.skipped.size() == before)
                skip(path, QCoreApplication::translate(
                               "io", "The folder %1 is empty. Choose the folder that holds the images.")
                               .arg(fileName(path)));
        } else if (info.isFile()) {
            named.insert(path);
            inspectAll({path});
        } else
            skip(path, QCoreApplication::translate("io", "%1 is neither a file nor a folder.").arg(fileName(path)));
    }

    /// `inSubject`: the folder is a FreeSurfer subject's or within one.
    void walk(const QString& folder, bool inSubject) {
        job.throwIfCancelled();
        const QString canonical = QFileInfo(folder).canonicalFilePath();
        if (visited.contains(canonical)) return; // a link back up
        visited.insert(canonical);
        const QDir dir(folder);
        if (!dir.isReadable()) {
            skip(folder, QCoreApplication::translate("io", "The folder %1 cannot be read. Check that you may open it.")
                             .arg(fileName(folder)));
            return;
        }
        if (const int odd = namesWithoutText(folder); odd > 0)
            skip(folder, QCoreApplication::translate("io",
                                                     "%n file(s) or folder(s) in %1 cannot be opened: their names are "
                                                     "not in UTF-8. Rename them.",
                                                     nullptr, odd)
                             .arg(fileName(folder)));
        QStringList files;
        for (const QString& name : dir.entryList(QDir::Files, QDir::Name)) files << dir.filePath(name);
        const bool isSubject = isSubjectFolder(folder);
        inSubject = inSubject || isSubject;
        if (inSubject) headFirst(files);
        const std::size_t before = inspected.size();
        inspectAll(files);
        // Its logs, tables of colours and transforms are known to be no images
        for (std::size_t i = before; inSubject && i < inspected.size(); ++i)
            inspected[i].isKnownBeside = inspected[i].isNoImage && !isNamedLikeShown(inspected[i].path);
        // Scanners number their folders: 5_T1 comes before 11_DWI.
        QStringList folders = dir.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        QCollator byNumber{QLocale(QLocale::English)};
        byNumber.setNumericMode(true);
        std::sort(folders.begin(), folders.end(), byNumber);
        for (const QString& name : folders)
            if (!isSubject || !isWorkFolder(name)) walk(dir.filePath(name), inSubject);
    }

    void inspectAll(const QStringList& files) {
        job.expect(static_cast<int>(files.size()));
        qsizetype atOnce = filesBeforeEarly;
        for (qsizetype done = 0; done < files.size(); atOnce *= 2) {
            // A large folder in parts, until a first volume has been told of
            const qsizetype count = std::min(early ? atOnce : files.size(), files.size() - done);
            inspectSome(files.sliced(done, count));
            done += count;
            if (early) tellEarly(done == files.size() ? QString() : files[done - 1]);
        }
    }

    void inspectSome(const QStringList& files) {
        const std::size_t before = inspected.size();
        inspected.resize(before + static_cast<std::size_t>(files.size()));
        inParallel(static_cast<int>(files.size()), job, [&](int i) {
            Inspected& one = inspected[before + static_cast<std::size_t>(i)];
            one = inspect(files[i]);
            one.given = given;
            job.advance();
        });
    }

    /// A volume is taken for complete when its folder has been read, or when the last file read is of another.
    void tellEarly(const QString& lastFile) {
        Scan soFar;
        assemble(soFar);
        const auto whole = std::find_if(soFar.found.begin(), soFar.found.end(), [&](const Found& found) {
            return lastFile.isEmpty() || !found.files.contains(lastFile);
        });
        if (whole == soFar.found.end()) return;
        early(*whole);
        early = nullptr;
    }

    void assemble(Scan& into) const {
        for (const Format& format : formats()) {
            Parts parts;
            for (const Inspected& i : inspected)
                if (i.format == &format && i.part) parts.push_back(i.part);
            if (!parts.empty() && !isOfSurfaces(format)) format.assemble(parts, into);
        }
        Parts ofSurfaces;
        for (const Inspected& i : inspected)
            if (i.part && isOfSurfaces(*i.format)) ofSurfaces.push_back(i.part);
        if (!ofSurfaces.empty()) assembleCortices(ofSurfaces, named, into);
    }

    /// Found volumes in the order of the paths that led to them.
    void sortByPath() {
        for (const Inspected& i : inspected)
            if (!pathOf.contains(i.path)) pathOf[i.path] = i.given;
        const auto place = [&](const auto& found) {
            std::size_t first = given;
            for (const QString& file : found.files)
                if (const auto path = pathOf.constFind(file); path != pathOf.cend()) first = std::min(first, *path);
            return first;
        };
        const auto earlier = [&](const auto& a, const auto& b) { return place(a) < place(b); };
        std::stable_sort(scan.found.begin(), scan.found.end(), earlier);
        std::stable_sort(scan.cortices.begin(), scan.cortices.end(), earlier);
    }

    /// The files that are nothing, but for those that are the other half of something; and folders without any images.
    void tidy(const QStringList& paths) {
        QSet<QString> used;
        std::vector<bool> hasImages(given), hasFiles(given);
        const auto use = [&](const QStringList& files) {
            for (const QString& file : files) {
                used.insert(QFileInfo(file).absoluteFilePath());
                if (const auto path = pathOf.constFind(file); path != pathOf.cend()) hasImages[*path] = true;
            }
        };
        for (const Found& found : scan.found) use(found.files);
        for (const FoundCortex& cortex : scan.cortices) use(cortex.files);
        for (const Inspected& i : inspected) {
            hasFiles[i.given] = true;
            if (!i.part && !i.isKnownBeside && !used.contains(QFileInfo(i.path).absoluteFilePath()))
                skip(i.path, i.reason);
        }
        for (std::size_t p = 0; p < given; ++p) {
            const QString path = withoutIndex(paths[static_cast<qsizetype>(p)]);
            if (hasImages[p] || !hasFiles[p]) continue;
            if (QFileInfo(path).isFile()) {
                if (pathOf.value(path) != p) continue; // it came with a path before
                const bool told = std::any_of(scan.skipped.begin(), scan.skipped.end(),
                                              [&](const Skipped& s) { return s.path == path; });
                if (!told)
                    skip(path, QCoreApplication::translate(
                                   "io", "%1 is the index of a DICOM disc, not an image. Open the folder it lies in.")
                                   .arg(fileName(path)));
                continue;
            }
            pathOf[path] = p;
            scan.skipped.insert(scan.skipped.begin(),
                                {path, QCoreApplication::translate(
                                           "io", "The folder %1 holds no images. Choose the folder that holds them.")
                                           .arg(fileName(path))});
        }
        std::stable_sort(scan.skipped.begin(), scan.skipped.end(), [&](const Skipped& a, const Skipped& b) {
            return pathOf.value(a.path) < pathOf.value(b.path);
        });
    }

    static constexpr qsizetype filesBeforeEarly = 1000;

    Job& job;
    std::function<void(const Found&)> early;
    std::vector<Inspected> inspected;
    QSet<QString> visited;
    QSet<QString> named;                ///< The files among the paths given
    QHash<QString, std::size_t> pathOf; ///< The first path given that led to a file
    std::size_t given = 0;              ///< The path now looked at; in the end their number
    Scan scan;
};

} // namespace

Scan scan(const QStringList& paths, Job& job, const std::function<void(const Found&)>& early) {
    return PathScan(job, early).run(paths);
}

std::shared_ptr<const Volume> read(const Found& found, Job& job) {
    VolumeHeader header = found.header;
    auto voxels = found.source->read(header, job);
    if (const auto ceiling = found.source->ceiling(header))
        if (const auto finding = clippedFinding(
                header, voxels.get(), header.voxelsPerVolume() * static_cast<std::size_t>(header.volumes), *ceiling))
            header.findings.push_back(*finding);
    return std::make_shared<const Volume>(std::move(header), std::move(voxels));
}

std::vector<Finding> lookAtVoxels(const Found& found, Job& job) {
    const auto ceiling = found.source->ceiling(found.header);
    const auto sample = ceiling ? found.source->sample(found.header) : std::nullopt;
    if (!sample) return {};
    try {
        const auto voxels = sample->second->read(sample->first, job);
        if (const auto finding = clippedFinding(found.header, voxels.get(), sample->first.voxelsPerVolume(), *ceiling))
            return {*finding};
    } catch (const Error&) {
    }
    return {};
}

} // namespace neuraxis::io
