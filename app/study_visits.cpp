#include "app/study_visits.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>

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

VisitImages imagesOf(const Cohort& cohort, const QString& participantUid) {
    std::vector<const Visit*> visits; // by date, as in a cohort
    QHash<QString, QString> names;
    for (const Visit& visit : cohort.visits) {
        if (visit.participant != participantUid) continue;
        visits.push_back(&visit);
        QString name = QCoreApplication::translate("StudyVisits", "Visit %1").arg(visit.label);
        if (visit.date.isValid()) name += QStringLiteral(" · ") + visit.date.toString(Qt::ISODate);
        names[visit.uid] = name;
    }
    QHash<QString, std::vector<const Item*>> items;
    for (const Item& item : cohort.items)
        if ((item.format == u"DICOM" || item.format == u"NIfTI") && !item.path.isEmpty() && names.contains(item.visit))
            items[item.visit].push_back(&item);
    VisitImages all;
    for (const Visit* visit : visits)
        for (const Item* item : items.value(visit->uid)) {
            const QString path = QDir::cleanPath(QDir(item->root).filePath(item->path));
            if (item->format == u"DICOM") all.bySeries[item->identity] = names[visit->uid];
            if (all.paths.contains(path)) continue;
            all.paths << path;
            all.visits << names[visit->uid];
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
