#include "core/study/folder_walk.h"

#include "core/io/packed_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSet>
#include <algorithm>
#include <filesystem>

namespace neuraxis::study {

namespace {

namespace fs = std::filesystem;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(study)
};

class Walk {
  public:
    Walk(io::Job& job, QStringList& problems, const std::function<bool(const WalkEntry&)>& visit)
        : job(job), problems(problems), visit(visit) {}

    void run(const QString& root) {
        std::error_code failed;
        const fs::path start = fs::canonical(QFile::encodeName(root).constData(), failed);
        if (failed) return tellUnreadable(root);
        way.insert(QFile::decodeName(start.c_str()));
        into(start, {});
        if (odd > 0)
            problems << Texts::tr("%n file(s) or folder(s) in %1 are left out: their names are not in UTF-8. Rename "
                                  "them.",
                                  nullptr, odd)
                            .arg(QDir(root).dirName());
        if (dangling > 0)
            problems << Texts::tr("%n file(s) in %1 are left out: they are links to nothing, the first of them %2. "
                                  "Fetch what they stand for.",
                                  nullptr, dangling)
                            .arg(QDir(root).dirName(), firstDangling);
    }

  private:
    struct Found {
        WalkEntry entry;
        fs::path place; ///< Where a folder really is
        bool isLink = false;
    };

    void tellUnreadable(const QString& path) {
        problems << Texts::tr("The folder %1 cannot be read. Check that you may open it.").arg(path);
    }

    std::vector<Found> list(const fs::path& folder, const QString& relative) {
        std::vector<Found> all;
        std::error_code failed;
        fs::directory_iterator entry(folder, failed);
        if (failed) tellUnreadable(relative.isEmpty() ? QFile::decodeName(folder.filename().c_str()) : relative);
        for (const fs::directory_iterator end; !failed && entry != end; entry.increment(failed)) {
            const std::optional<QString> name = io::nameAsText(entry->path().filename());
            if (!name) {
                ++odd;
                continue;
            }
            if (name->startsWith(u'.')) continue;
            const QString path = relative.isEmpty() ? *name : relative + u'/' + *name;
            std::error_code gone;
            const bool isLink = entry->is_symlink(gone), isFolder = entry->is_directory(gone);
            if (isLink && !entry->exists(gone)) {
                if (dangling++ == 0) firstDangling = path;
                continue;
            }
            all.push_back({{path, isFolder}, entry->path(), isLink});
        }
        std::sort(all.begin(), all.end(), [](const Found& a, const Found& b) { return a.entry.path < b.entry.path; });
        return all;
    }

    void into(const fs::path& folder, const QString& relative) {
        job.throwIfCancelled();
        job.expect(1);
        for (const Found& found : list(folder, relative)) {
            if (!found.entry.isFolder) {
                visit(found.entry);
                continue;
            }
            fs::path place = found.place;
            if (found.isLink) {
                std::error_code failed;
                place = fs::canonical(place, failed);
                const QString there = QFile::decodeName(place.c_str());
                if (failed || linked.contains(there)) continue;
                linked.insert(there);
            }
            const QString there = QFile::decodeName(place.c_str());
            if (way.contains(there)) continue; // a link back up
            if (!visit(found.entry)) continue;
            way.insert(there);
            into(place, found.entry.path);
            way.remove(there);
        }
        job.advance();
    }

    io::Job& job;
    QStringList& problems;
    const std::function<bool(const WalkEntry&)>& visit;
    QSet<QString> way;    ///< Folders we are in, from the root down
    QSet<QString> linked; ///< Where links led
    int odd = 0, dangling = 0;
    QString firstDangling;
};

} // namespace

void walkFolder(const QString& root, io::Job& job, QStringList& problems,
                const std::function<bool(const WalkEntry&)>& visit) {
    Walk(job, problems, visit).run(root);
}

QStringList foldersIn(const QString& folder) {
    return QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
}

QStringList filesIn(const QString& folder) { return QDir(folder).entryList(QDir::Files, QDir::Name); }

} // namespace neuraxis::study
