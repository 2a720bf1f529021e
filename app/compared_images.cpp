#include "app/compared_images.h"

#include "app/named_rows.h"
#include "app/study_visits.h"
#include "core/io/scan.h"
#include "core/model/comparable_series.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <algorithm>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ComparedImages)
};

/// A series that was found at a visit.
struct FoundSeries {
    io::Found found;
    const VisitImages::Image* image;
};

std::vector<FoundSeries> seriesOf(const VisitImages& images, io::Job& job, QStringList& problems) {
    const io::Scan scan = io::scan(images.paths(), job);
    // What is wrong with an image that the study knows; not with what else lies in its folder
    for (const io::Skipped& skipped : scan.skipped)
        for (const VisitImages::Image& image : images.images)
            if (image.path == skipped.path)
                problems << images.visits[image.visit].title + QStringLiteral(": ") + skipped.reason;
    std::vector<FoundSeries> all;
    for (const io::Found& found : scan.found)
        if (const auto* image = images.imageOf(found.header.series.uid, found.files.value(0)))
            all.push_back({found, image});
    return all;
}

/// The first series of the wanted kind; without a wish that of the first kind that two visits have, T1 before others.
int referenceAmong(const std::vector<FoundSeries>& series, const QString& kind) {
    const auto first = [&](const QString& wanted) {
        const auto here = std::find_if(series.begin(), series.end(),
                                       [&](const FoundSeries& one) { return one.image->kind == wanted; });
        return here == series.end() ? -1 : static_cast<int>(here - series.begin());
    };
    if (!kind.isEmpty()) return first(kind);
    for (const ItemKind& each : itemKinds()) {
        const int found = first(each.key);
        if (found < 0) continue;
        const std::size_t visit = series[static_cast<std::size_t>(found)].image->visit;
        if (std::any_of(series.begin(), series.end(), [&](const FoundSeries& one) {
                return one.image->kind == each.key && one.image->visit != visit;
            }))
            return found;
    }
    return series.empty() ? -1 : 0;
}

QString kindsOf(const VisitImages& images) {
    QStringList kinds;
    for (const VisitImages::Image& image : images.images)
        if (!kinds.contains(image.kind)) kinds << image.kind;
    return kinds.join(QStringLiteral(", "));
}

void place(ComparedImages& images, const std::vector<study::Remark>& remarks, const ImageWish& wish) {
    if (images.visits.size() < 2) return;
    bool allKnown = !wish.alignsAnew;
    for (std::size_t i = 0; i < images.visits.size() && allKnown; ++i) {
        const auto known =
            placeFrom(remarks, images.visits[i].uid, images.keys[static_cast<qsizetype>(i)], images.keys);
        if (known) images.visits[i].place = *known;
        allKnown = known.has_value();
    }
    if (!allKnown) {
        VisitImageSet set;
        for (const ComparedVisit& visit : images.visits) set.push_back(visit.volume);
        const std::vector<Placement> places = placeVisits(set, wish.alignment);
        for (std::size_t i = 0; i < places.size(); ++i) images.visits[i].place = places[i];
        images.isNew = true;
    }
    std::vector<Placement> places;
    std::vector<const VolumeHeader*> headers;
    for (const ComparedVisit& visit : images.visits) {
        places.push_back(visit.place);
        headers.push_back(&visit.volume->header());
    }
    placeByMiddle(places, headers);
    for (std::size_t i = 0; i < places.size(); ++i) images.visits[i].place = places[i];
}

} // namespace

ComparedImages comparedImages(study::Study& study, const CohortIndex& index, const CohortIndex::Row& row,
                              const ImageWish& wish, io::Job& job) {
    const QString& name = row.participant->name;
    const VisitImages images = imagesOf(index, row.participant->uid);
    QStringList wanted;
    for (const QString& label : wish.visits) wanted << visitNamed(row, label);
    const auto isWanted = [&](const QString& uid) { return wanted.isEmpty() || wanted.contains(uid); };
    if (images.images.empty())
        throw io::Error(index.cohort().simulated
                            ? Texts::tr("%1 is simulated and has no images. Those named DEMO have.").arg(name)
                            : Texts::tr("The study knows of no images of %1. Add their folder.").arg(name));
    ComparedImages made;
    const std::vector<FoundSeries> all = seriesOf(images, job, made.problems);
    const int reference = referenceAmong(all, wish.kind);
    if (reference < 0)
        throw io::Error(
            made.problems.isEmpty()
                ? Texts::tr("%1 has no images of the kind %2; there are: %3.").arg(name, wish.kind, kindsOf(images))
                : made.problems.first());
    std::vector<VisitSeries> series;
    for (const FoundSeries& one : all)
        series.push_back({static_cast<int>(one.image->visit), one.image->kind, &one.found.header});
    const std::vector<int> chosen = comparableSeries(series, reference, static_cast<int>(images.visits.size()));
    QStringList uids;
    for (std::size_t visit = 0; visit < chosen.size(); ++visit) {
        const VisitImages::OfVisit& of = images.visits[visit];
        if (!isWanted(of.uid)) continue;
        if (chosen[visit] < 0) {
            made.problems << Texts::tr("%1 has no image like those of the other visits and is left out.").arg(of.title);
            continue;
        }
        try {
            const auto volume = io::read(all[static_cast<std::size_t>(chosen[visit])].found, job);
            made.visits.push_back(comparedVisit(of));
            const FoundSeries& from = all[static_cast<std::size_t>(chosen[visit])];
            made.visits.back().contrast = contrastOf(from.image->kind, from.found.header);
            made.visits.back().setVolume(volume);
            made.keys << imageKey(volume->header());
            uids << of.uid;
        } catch (const io::Error& error) {
            made.problems << of.title + QStringLiteral(": ") + error.sentence();
        }
    }
    std::vector<study::Remark> remarks;
    for (const QString& uid : uids) {
        const auto found = study.remarks(uid);
        remarks.insert(remarks.end(), found.begin(), found.end());
    }
    place(made, remarks, wish);
    return made;
}

std::vector<TimedCortex> timedCortices(const VisitImages& images, bool withFailed, io::Job& job,
                                       QStringList& problems) {
    std::vector<TimedCortex> all;
    for (std::size_t visit = 0; visit < images.visits.size(); ++visit) {
        const VisitImages::OfVisit& of = images.visits[visit];
        if ((of.quality == u"failed" && !withFailed) || !of.yearsSinceFirst) continue;
        QStringList paths;
        for (const VisitImages::Image& image : images.images)
            if (image.visit == visit && image.kind == u"thickness") paths << image.path;
        if (paths.isEmpty()) continue;
        std::shared_ptr<const Cortex> found;
        for (const io::FoundCortex& one : io::scan(paths, job).cortices) {
            try {
                auto cortex = io::readCortex(one, job);
                if (!found || (found->base.isEmpty() && !cortex->base.isEmpty())) found = std::move(cortex);
            } catch (const io::Error& error) {
                problems << of.title + QStringLiteral(": ") + error.sentence();
            }
        }
        if (found) all.push_back({found, *of.yearsSinceFirst});
    }
    return all;
}

std::shared_ptr<const Volume> readImage(const QString& path, io::Job& job) {
    const io::Scan scan = io::scan({path}, job);
    if (scan.found.empty())
        throw io::Error(scan.skipped.empty() ? Texts::tr("There is no image in %1.").arg(path)
                                             : scan.skipped.front().reason);
    return io::read(scan.found.front(), job);
}

ComparedImages comparedFiles(const QStringList& paths, const ImageWish& wish, io::Job& job) {
    ComparedImages made;
    for (const QString& path : paths) {
        const auto volume = readImage(path, job);
        ComparedVisit& visit = made.visits.emplace_back();
        visit.uid = visit.label = QString::number(made.visits.size());
        visit.name = visit.title = visitName(visit.label);
        visit.setVolume(volume);
        made.keys << imageKey(volume->header());
    }
    place(made, {}, wish);
    return made;
}

} // namespace neuraxis
