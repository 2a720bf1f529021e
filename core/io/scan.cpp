#include "core/io/scan.h"

#include "core/io/format.h"
#include "core/io/parallel.h"

#include <QCollator>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QSet>
#include <algorithm>
#include <optional>

namespace neuraxis::io {

namespace {

/// What looking at one file gave: a part of a volume, or why it is none.
struct Inspected {
    const Format* format = nullptr;
    std::shared_ptr<const Part> part;
    QString path, reason;
};

Inspected inspect(const QString& path) {
    Inspected result{nullptr, nullptr, path, {}};
    try {
        const FileHead head = readHead(path);
        const QString name = fileName(path).toLower();
        for (const Format& format : formats())
            if (format.recognises(head.bytes, name)) {
                result.format = &format;
                result.part = format.inspect(head);
                return result;
            }
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

/// All that one path given to scan() leads to.
class PathScan {
  public:
    PathScan(Job& job, std::function<void(const Found&)> early) : job(job), early(std::move(early)) {}

    Scan run(const QString& path) {
        const QFileInfo info(path);
        if (!info.exists()) {
            skip(path, QCoreApplication::translate("io", "%1 does not exist. Check the name.").arg(fileName(path)));
        } else if (info.isDir()) {
            walk(path);
            if (inspected.empty() && scan.skipped.empty())
                skip(path, QCoreApplication::translate(
                               "io", "The folder %1 is empty. Choose the folder that holds the images.")
                               .arg(fileName(path)));
        } else if (info.isFile())
            inspectAll({path});
        else
            skip(path, QCoreApplication::translate("io", "%1 is neither a file nor a folder.").arg(fileName(path)));
        assemble(scan);
        tidy();
        if (scan.found.empty() && info.isDir() && !inspected.empty())
            scan.skipped.insert(scan.skipped.begin(),
                                {path, QCoreApplication::translate(
                                           "io", "The folder %1 holds no images. Choose the folder that holds them.")
                                           .arg(fileName(path))});
        return std::move(scan);
    }

  private:
    void skip(const QString& path, const QString& reason) { scan.skipped.push_back({path, reason}); }

    void walk(const QString& folder) {
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
        QStringList files;
        for (const QString& name : dir.entryList(QDir::Files, QDir::Name)) files << dir.filePath(name);
        inspectAll(files);
        // Scanners number their folders: 5_T1 comes before 11_DWI.
        QStringList folders = dir.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        QCollator byNumber{QLocale(QLocale::English)};
        byNumber.setNumericMode(true);
        std::sort(folders.begin(), folders.end(), byNumber);
        for (const QString& name : folders) walk(dir.filePath(name));
    }

    void inspectAll(const QStringList& files) {
        if (files.isEmpty()) return;
        job.expect(static_cast<int>(files.size()));
        const std::size_t before = inspected.size();
        inspected.resize(before + static_cast<std::size_t>(files.size()));
        inParallel(static_cast<int>(files.size()), job, [&](int i) {
            inspected[before + static_cast<std::size_t>(i)] = inspect(files[i]);
            job.advance();
        });
        if (!early) return;
        Scan soFar;
        assemble(soFar);
        if (soFar.found.empty()) return;
        early(soFar.found.front());
        early = nullptr;
    }

    void assemble(Scan& into) const {
        for (const Format& format : formats()) {
            Parts parts;
            for (const Inspected& i : inspected)
                if (i.format == &format && i.part) parts.push_back(i.part);
            if (!parts.empty()) format.assemble(parts, into);
        }
    }

    /// The files that are nothing, but for those that are the other half of something.
    void tidy() {
        QSet<QString> used;
        for (const Found& found : scan.found)
            for (const QString& file : found.files) used.insert(QFileInfo(file).absoluteFilePath());
        for (const Inspected& i : inspected)
            if (!i.part && !used.contains(QFileInfo(i.path).absoluteFilePath())) skip(i.path, i.reason);
    }

    Job& job;
    std::function<void(const Found&)> early;
    std::vector<Inspected> inspected;
    QSet<QString> visited;
    Scan scan;
};

} // namespace

Scan scan(const QStringList& paths, Job& job, const std::function<void(const Found&)>& early) {
    Scan all;
    bool told = false;
    const auto once = [&](const Found& found) {
        if (!told) early(found);
        told = true;
    };
    for (const QString& path : paths) {
        Scan one = PathScan(job, early ? std::function<void(const Found&)>(once) : nullptr).run(path);
        std::move(one.found.begin(), one.found.end(), std::back_inserter(all.found));
        std::move(one.skipped.begin(), one.skipped.end(), std::back_inserter(all.skipped));
    }
    return all;
}

std::shared_ptr<const Volume> read(const Found& found, Job& job) {
    return std::make_shared<const Volume>(found.header, found.source->read(found.header, job));
}

} // namespace neuraxis::io
