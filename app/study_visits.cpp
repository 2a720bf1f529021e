#include "app/study_visits.h"

#include "core/analysis/trend.h"

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

bool isStudy(const QString& word) { return word.startsWith(QStringLiteral("postgresql:")) || !studyIn(word).isEmpty(); }

study::Study::Place studyPlace(const QString& word) {
    const QString file = studyIn(word);
    return study::Study::placeOf(file.isEmpty() ? word : file);
}

QString visitName(const QString& label) { return QCoreApplication::translate("StudyVisits", "Visit %1").arg(label); }

ComparedVisit comparedVisit(const VisitImages::OfVisit& visit) {
    ComparedVisit made;
    made.uid = visit.uid;
    made.label = visit.label;
    made.name = visit.name;
    made.title = visit.title;
    made.quality = visit.quality;
    made.yearsSinceFirst = visit.yearsSinceFirst;
    return made;
}

VisitImages imagesOf(const CohortIndex& index, const QString& participantUid) {
    VisitImages all;
    const int row = index.rowOf(participantUid);
    if (row < 0) return all;
    all.participant = participantUid;
    all.line = timeLineOf(index, index.row(row));
    const QDate first = index.row(row).visits.empty() ? QDate() : index.row(row).visits.front().visit->date;
    for (const CohortIndex::VisitRow& visit : index.row(row).visits) {
        if (visit.images.empty()) continue;
        const QString name = visitName(visit.visit->label);
        QString title = name;
        if (visit.visit->date.isValid()) title += QStringLiteral(" · ") + visit.visit->date.toString(Qt::ISODate);
        std::optional<double> years;
        if (visit.visit->date.isValid()) years = daysToYears(static_cast<double>(first.daysTo(visit.visit->date)));
        all.visits.push_back({visit.visit->uid, visit.visit->label, name, title, visit.visit->quality, years});
        // The scanner's images before what was made of them
        std::vector<const Item*> items = visit.images;
        std::stable_partition(items.begin(), items.end(),
                              [](const Item* item) { return item->format != u"FreeSurfer"; });
        for (const Item* item : items)
            all.images.push_back({QDir::cleanPath(QDir(item->root).filePath(item->path)), all.visits.size() - 1,
                                  item->kind, item->format == u"DICOM" ? item->identity : QString()});
    }
    return all;
}

QStringList VisitImages::paths() const {
    QStringList paths;
    for (const Image& image : images)
        if (!paths.contains(image.path)) paths << image.path;
    return paths;
}

const VisitImages::Image* VisitImages::imageOf(const QString& seriesUid, const QString& file) const {
    const Image* best = nullptr;
    for (const Image& image : images) {
        if (!image.series.isEmpty() && image.series == seriesUid) return &image;
        if ((file == image.path || file.startsWith(image.path + u'/')) &&
            (!best || image.path.size() > best->path.size()))
            best = &image;
    }
    return best;
}

QString VisitImages::visitOf(const QString& seriesUid, const QString& file) const {
    const Image* image = imageOf(seriesUid, file);
    return image ? visits[image->visit].title : QString();
}

QString VisitImages::uidOf(const QString& title) const {
    const auto here = std::find_if(visits.begin(), visits.end(), [&](const OfVisit& v) { return v.title == title; });
    return here == visits.end() ? QString() : here->uid;
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
