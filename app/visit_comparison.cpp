#include "app/visit_comparison.h"

#include "app/study_keeper.h"
#include "core/model/comparable_series.h"
#include "core/model/compared_state.h"
#include "core/render/layouts.h"
#include "core/study/taking_in.h"

#include <algorithm>
#include <utility>

namespace neuraxis {

VisitComparison::VisitComparison(Review& review, Navigation& navigation, Opener& opener, QObject* parent)
    : QObject(parent), review(review), navigation(navigation), opener(opener) {
    settle.setSingleShot(true);
    settle.setInterval(600);
    connect(&settle, &QTimer::timeout, this, &VisitComparison::keep);
    // What is shown is completed after it has been shown: handlers of changes only read.
    connect(&opener, &Opener::volumeRead, this, &VisitComparison::look, Qt::QueuedConnection);
    connect(&opener, &Opener::scanned, this, &VisitComparison::look, Qt::QueuedConnection);
    connect(&opener.loader(), &Loader::busyChanged, this, &VisitComparison::look, Qt::QueuedConnection);
    connect(&review, &Review::changed, this, &VisitComparison::look, Qt::QueuedConnection);
}

void VisitComparison::setStudy(StudyKeeper* next) {
    if (study) disconnect(study, nullptr, this, nullptr);
    study = next;
    if (study) connect(study, &StudyKeeper::remarksRead, this, &VisitComparison::takeRemarks);
}

std::vector<VisitComparison::Candidate> VisitComparison::candidates() const {
    const VisitImages& images = opener.visitImages();
    const int shown = opener.shownRow();
    if (images.visits.size() < 2 || shown < 0) return {};
    std::vector<VisitSeries> series;
    std::vector<int> rows;
    int reference = -1;
    for (int row = 0; row < opener.series().rowCount(); ++row) {
        const SeriesModel::Entry& entry = opener.series().at(row);
        const auto* image = images.imageOf(entry.found.header.series.uid, entry.found.files.value(0));
        if (!image || !entry.error.isEmpty()) continue;
        if (row == shown) reference = static_cast<int>(series.size());
        series.push_back({static_cast<int>(image->visit), image->kind, &entry.found.header});
        rows.push_back(row);
    }
    if (reference < 0) return {};
    std::vector<Candidate> all;
    const std::vector<int> chosen = comparableSeries(series, reference, static_cast<int>(images.visits.size()));
    for (std::size_t visit = 0; visit < chosen.size(); ++visit) {
        if (chosen[visit] < 0) continue;
        const SeriesModel::Entry& entry = opener.series().at(rows[static_cast<std::size_t>(chosen[visit])]);
        all.push_back({&images.visits[visit], entry.id, imageKey(entry.found.header),
                       contrastOf(series[static_cast<std::size_t>(chosen[visit])].kind, entry.found.header)});
    }
    return all.size() < 2 ? std::vector<Candidate>() : all;
}

std::vector<ComparedVisit> VisitComparison::visitsOf(const std::vector<Candidate>& found) const {
    std::vector<const VolumeHeader*> headers;
    for (const Candidate& one : found) headers.push_back(&opener.series().entry(one.id)->found.header);
    std::vector<Placement> lying = places;
    placeByMiddle(lying, headers);
    std::vector<ComparedVisit> made;
    for (std::size_t i = 0; i < found.size(); ++i) {
        const SeriesModel::Entry& entry = *opener.series().entry(found[i].id);
        ComparedVisit one = comparedVisit(*found[i].visit);
        one.contrast = found[i].contrast;
        one.place = lying[i];
        if (const int at = visitOf(review.state(), one.uid); at >= 0) {
            const ComparedVisit& now = review.state().visits[static_cast<std::size_t>(at)];
            one.shown = now.shown;
            const bool isLetGo = !entry.volume && now.volume && imageKey(now.volume->header()) == found[i].key;
            if (isLetGo || (entry.volume && entry.volume == now.volume)) {
                one.volume = now.volume;
                one.opened = now.opened;
            }
        }
        if (entry.volume && !one.volume) one.setVolume(entry.volume);
        made.push_back(std::move(one));
    }
    return made;
}

void VisitComparison::look() {
    if (opener.visitImages().participant != participant) {
        participant = opener.visitImages().participant;
        laysOut = !hasLaidOut;
    }
    const std::vector<Candidate> found = candidates();
    QStringList nowVisits, nowKeys;
    ids.clear();
    for (const Candidate& one : found) {
        nowVisits << one.visit->uid;
        nowKeys << one.key;
        ids.push_back(one.id);
    }
    if (nowVisits != visits || nowKeys != keys) {
        keep();
        worker.cancel();
        visits = nowVisits;
        keys = nowKeys;
        places.assign(found.size(), {});
        kept = places;
        isStopped = isRecalled = false;
        opener.need(ids);
        if (!visits.isEmpty()) recall();
    } else {
        takeHandwork();
    }
    give(found);
    NavigationState same = navigation.state();
    followVisit(review.state(), same);
    navigation.set(same);
}

/// What the reader put by hand, or took back, is how it is; what only an undo lost comes back.
void VisitComparison::takeHandwork() {
    for (std::size_t i = 0; i < places.size(); ++i) {
        const int at = visitOf(review.state(), visits[static_cast<qsizetype>(i)]);
        if (at < 0) continue;
        const Placement& now = review.state().visits[static_cast<std::size_t>(at)].place;
        const bool isBack = places[i].alignment == Alignment::ByHand && now.alignment != Alignment::Waiting;
        if (now == places[i] || (now.alignment != Alignment::ByHand && !isBack)) continue;
        places[i] = now;
        settle.start();
    }
}

void VisitComparison::give(const std::vector<Candidate>& found) {
    const std::vector<ComparedVisit> now = visitsOf(found);
    const bool lays = laysOut && now.size() > 1;
    if (lays) {
        laysOut = false;
        hasLaidOut = true; // from now on the reader chooses
    }
    if (now != review.state().visits || lays)
        review.complete([&](ReviewState& state) {
            replaceVisits(state, now);
            if (lays) state.layout = render::visitsLayout(state.layout);
        });
    if (!now.empty()) fetchOrAlign(now);
}

void VisitComparison::fetchOrAlign(const std::vector<ComparedVisit>& now) {
    if (opener.loader().isBusy() || isStopped) return;
    bool all = true;
    for (std::size_t i = 0; i < now.size() && all; ++i)
        if (!now[i].volume) {
            opener.fetch(ids[i]);
            all = false;
        }
    if (!all || !isRecalled || worker.isBusy()) return;
    if (std::any_of(places.begin(), places.end(), [](const Placement& p) { return p.alignment == Alignment::Waiting; }))
        align(AlignmentKind::Rigid);
}

void VisitComparison::alignAgain(AlignmentKind kind) {
    isStopped = false;
    keepsHandwork = false;
    align(kind);
}

void VisitComparison::align(AlignmentKind kind) {
    VisitImageSet images;
    for (const ComparedVisit& visit : review.state().visits) {
        if (!visit.volume) return look(); // to be read first
        images.push_back(visit.volume);
    }
    if (images.size() < 2) return;
    worker.start([this, images, kind](io::Job&, const BackgroundTask::GoOn& goOn) -> std::function<void()> {
        try {
            const std::vector<Placement> found = placeVisits(images, kind, goOn);
            if (!found.empty()) return [this, images, found] { takePlaces(images, found); };
        } catch (const std::bad_alloc&) {
        }
        return [this] {
            isStopped = true;
            Q_EMIT said(tr("There is not enough memory to align the visits."));
        };
    });
}

void VisitComparison::cancel() {
    isStopped = true;
    worker.cancel();
}

void VisitComparison::takePlaces(const VisitImageSet& images, const std::vector<Placement>& found) {
    const bool keepsHand = std::exchange(keepsHandwork, true);
    const auto& now = review.state().visits;
    const int current = currentVisit(review.state());
    if (current < 0 || !std::equal(now.begin(), now.end(), images.begin(), images.end(),
                                   [](const ComparedVisit& visit, const auto& image) { return visit.volume == image; }))
        return look();
    const WorldTransform& ofCurrent = found[static_cast<std::size_t>(current)].visitOfShared;
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (keepsHand && now[i].place.alignment == Alignment::ByHand) {
            // As it lies to the current visit
            places[i] = now[i].place;
            if (static_cast<int>(i) != current && found[static_cast<std::size_t>(current)].isAligned())
                places[i].visitOfShared = visitOfCurrent(review.state(), static_cast<int>(i)) * ofCurrent;
        } else {
            places[i] = found[i];
        }
    }
    review.complete([&](ReviewState& state) {
        std::vector<ComparedVisit> visits = state.visits;
        for (std::size_t i = 0; i < places.size(); ++i) visits[i].place = places[i];
        replaceVisits(state, std::move(visits));
        dropChangeMaps(state);
    });
    NavigationState without = navigation.state();
    without.pair.points.clear();
    navigation.set(without);
    keep();
    for (std::size_t i = 0; i < found.size(); ++i)
        if (!found[i].reason.isEmpty()) Q_EMIT said(now[i].name + QStringLiteral(": ") + found[i].reason);
    look();
}

void VisitComparison::recall() {
    isRecalled = !study;
    if (study) study->readRemarks(visits);
}

void VisitComparison::takeRemarks(const QStringList& about, const std::vector<study::Remark>& remarks) {
    if (about != visits) return;
    isRecalled = true;
    for (qsizetype i = 0; i < visits.size(); ++i)
        if (const auto place = placeFrom(remarks, visits[i], keys[i], keys))
            places[static_cast<std::size_t>(i)] = kept[static_cast<std::size_t>(i)] = *place;
    look();
}

void VisitComparison::keep() {
    settle.stop();
    std::vector<study::Change> changes;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i] == kept[i] || places[i].alignment == Alignment::Waiting) continue;
        const auto at = static_cast<qsizetype>(i);
        changes.push_back(placeChange(visits[at], keys[at], keys, places[i], study::accountName()));
    }
    kept = places;
    if (study && !changes.empty()) study->keep(changes);
}

void VisitComparison::showVisit(int visit) {
    if (visit >= 0 && visit < static_cast<int>(ids.size())) opener.show(ids[static_cast<std::size_t>(visit)], false);
}

void VisitComparison::stepVisit(int by) { showVisit(currentVisit(review.state()) + by); }

void VisitComparison::showVisitOf(const QString& uid) {
    const auto at = visits.indexOf(uid);
    if (at >= 0) return showVisit(static_cast<int>(at));
    const VisitImages& images = opener.visitImages();
    for (int row = 0; row < opener.series().rowCount(); ++row)
        if (const SeriesModel::Entry& entry = opener.series().at(row); images.uidOf(entry.visit) == uid)
            return opener.show(entry.id, false);
    Q_EMIT said(tr("The study knows of no image of this visit."));
}

void VisitComparison::compareWithVisitOf(const QString& uid) {
    if (!visits.contains(uid)) return Q_EMIT said(tr("This visit has no image like the one that is shown."));
    NavigationState next = navigation.state();
    next.pair.other = uid;
    next.pair.points.clear();
    navigation.set(next);
}

} // namespace neuraxis
