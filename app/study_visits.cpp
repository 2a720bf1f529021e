#include "app/study_visits.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <algorithm>

namespace neuraxis {

namespace {
constexpr qint64 mostBytes = 1LL << 30; ///< Of one batch
}

QString studyIn(const QString& path) {
    const QFileInfo info(path);
    if (info.isFile() && info.suffix() == QStringLiteral("neuraxis")) return path;
    const QString within = QDir(path).filePath(QStringLiteral("study.neuraxis"));
    return info.isDir() && QFileInfo(within).isFile() ? within : QString();
}

VisitImages imagesOf(const CohortIndex& index, const QString& participantUid) {
    VisitImages all;
    const int row = index.rowOf(participantUid);
    if (row < 0) return all;
    all.participant = participantUid;
    for (const CohortIndex::VisitRow& visit : index.row(row).visits) {
        QString name = QCoreApplication::translate("StudyVisits", "Visit %1").arg(visit.visit->label);
        if (visit.visit->date.isValid()) name += QStringLiteral(" · ") + visit.visit->date.toString(Qt::ISODate);
        // The scanner's images before what was made of them
        std::vector<const Item*> items = visit.images;
        std::stable_partition(items.begin(), items.end(),
                              [](const Item* item) { return item->format != u"FreeSurfer"; });
        for (const Item* item : items) {
            const QString path = QDir::cleanPath(QDir(item->root).filePath(item->path));
            if (item->format == u"DICOM") all.bySeries[item->identity] = name;
            if (all.paths.contains(path)) continue;
            all.paths << path;
            all.visits << name;
            all.uids << visit.visit->uid;
        }
    }
    return all;
}

QString VisitImages::visitOf(const QString& seriesUid, const QString& file) const {
    if (const QString known = bySeries.value(seriesUid); !known.isEmpty()) return known;
    qsizetype longest = -1;
    for (qsizetype i = 0; i < paths.size(); ++i)
        if ((file == paths[i] || file.startsWith(paths[i] + u'/')) &&
            (longest < 0 || paths[i].size() > paths[longest].size()))
            longest = i;
    return longest < 0 ? QString() : visits[longest];
}

Prefetcher::~Prefetcher() {
    *cancelled = true;
    pool.waitForDone();
}

void Prefetcher::fetch(const QStringList& paths) {
    *cancelled = true;
    cancelled = std::make_shared<std::atomic_bool>(false);
    pool.start([paths, stop = cancelled] {
        qint64 bytes = 0;
        QByteArray block(1 << 20, '\0');
        const auto readFile = [&](const QString& path) {
            QFile file(path);
            if (!file.open(QIODevice::ReadOnly)) return;
            for (qint64 got = 1; got > 0 && !*stop && bytes < mostBytes; bytes += got)
                got = file.read(block.data(), block.size());
        };
        for (const QString& path : paths) {
            if (QFileInfo(path).isFile()) readFile(path);
            for (QDirIterator it(path, QDir::Files, QDirIterator::Subdirectories);
                 it.hasNext() && !*stop && bytes < mostBytes;)
                readFile(it.next());
        }
    });
}

} // namespace neuraxis
