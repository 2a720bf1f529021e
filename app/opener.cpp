#include "app/opener.h"

#include "core/model/compared_state.h"

#include <algorithm>

namespace neuraxis {

namespace {
constexpr double sameVertexReachMm = 5; ///< From the cortex; deeper in the brain there is no vertex to stay at

/// By what a series is known when it is shown again.
QString seriesKey(const VolumeHeader& header) { return header.series.uid + u'\n' + header.name; }
/// Files that name no series have nothing to do with each other.
bool isSameSeries(const VolumeHeader& a, const VolumeHeader& b) {
    return !a.series.uid.isEmpty() && seriesKey(a) == seriesKey(b);
}
/// A place on a cortex that is open by itself: the middle vertex of a side.
std::optional<WorldPoint> middleOf(const Cortex& cortex) {
    for (const Side side : {Side::Left, Side::Right})
        if (const Hemisphere* hemisphere = cortex.side(side); hemisphere && hemisphere->vertices > 0)
            return placeOf(cortex, {side, static_cast<std::uint32_t>(hemisphere->vertices / 2)});
    return {};
}
} // namespace

Opener::Opener(Review& review, Navigation& navigation, QObject* parent)
    : QObject(parent), review(review), navigation(navigation) {
    connect(&reader, &Loader::firstVolume, this, [this](const std::shared_ptr<const Volume>& volume, bool asOverlay) {
        early = volume;
        display(volume, asOverlay);
    });
    connect(&reader, &Loader::scanned, this, &Opener::takeScan);
    connect(&reader, &Loader::volumeRead, this, &Opener::takeVolume);
    connect(&reader, &Loader::cortexRead, this, &Opener::takeCortex);
    connect(&reader, &Loader::laid, this, &Opener::replaceCortex);
    connect(&reader, &Loader::failed, this, &Opener::takeFailure);
    connect(&reader, &Loader::finished, this, [this] { wanted.reset(); });
}

void Opener::open(const QStringList& paths, bool asOverlay) {
    if (!paths.isEmpty()) reader.open(paths, asOverlay);
}

void Opener::openVisits(const VisitImages& images) {
    reader.cancel();
    rememberLook();
    model.clear();
    notShown.clear();
    wanted.reset();
    early.reset();
    volumeInView.clear();
    cortices.clear();
    visits = images;
    isFresh = true;
    // Nothing of another participant is seen under this one's name.
    ReviewState empty = review.state();
    empty.layers.clear();
    empty.visits.clear();
    cortices.show(empty, nullptr);
    review.reset(empty);
    Q_EMIT scanned(false);
    reader.open(images.paths(), false);
}

void Opener::show(int id, bool asOverlay) {
    const SeriesModel::Entry* entry = model.entry(id);
    if (!entry) return;
    if (entry->volume) return display(entry->volume, asOverlay);
    wanted = Wanted{id, asOverlay};
    reader.readAgain(id, entry->found);
}

void Opener::fetch(int id) {
    if (const SeriesModel::Entry* entry = model.entry(id); entry && !entry->volume && entry->error.isEmpty())
        reader.readAgain(id, entry->found);
}

void Opener::showNeighbour(int by) {
    const int row = shownRow() + by;
    if (row >= 0 && row < model.rowCount()) show(model.at(row).id, false);
}

QString Opener::shownVisit() const {
    const Layer* base = review.state().base();
    const SeriesModel::Entry* entry = base ? entryOf(base->volume) : nullptr;
    return entry ? visits.uidOf(entry->visit) : QString();
}

std::vector<TimedCortex> Opener::timedCortices() const {
    std::vector<TimedCortex> all;
    for (const VisitImages::OfVisit& visit : visits.visits)
        if (auto cortex = cortices.ofVisit(visit.title); cortex && visit.quality != u"failed" && visit.yearsSinceFirst)
            all.push_back({std::move(cortex), *visit.yearsSinceFirst});
    return all;
}

int Opener::shownRow() const {
    const Layer* base = review.state().base();
    for (int row = 0; base && row < model.rowCount(); ++row)
        if (model.at(row).volume == base->volume) return row;
    return -1;
}

void Opener::takeScan(const io::Scan& scan, int firstId, bool asOverlay) {
    model.add(scan.found, firstId,
              [this](const io::Found& found) { return visits.visitOf(found.header.series.uid, found.files.value(0)); });
    notShown.insert(notShown.end(), scan.skipped.begin(), scan.skipped.end());
    requests.push_back(firstId);
    if (scan.found.empty() && scan.cortices.empty()) {
        Q_EMIT said(scan.skipped.empty() ? tr("Nothing was found there.") : scan.skipped.front().reason);
    } else {
        if (!early && !scan.found.empty()) wanted = Wanted{firstId, asOverlay};
        // What was shown early stays, unless more slices of it came from other folders.
        for (std::size_t i = 0; early && i < scan.found.size(); ++i)
            if (const VolumeHeader& header = scan.found[i].header;
                isSameSeries(header, early->header()) && header != early->header())
                wanted = Wanted{firstId + static_cast<int>(i), asOverlay};
    }
    if (early && asOverlay) placeEarlyLabels(scan, firstId);
    early.reset();
    Q_EMIT scanned(!scan.found.empty() || !scan.cortices.empty());
}

/// Labels that were shown before it was known of which visit they are.
void Opener::placeEarlyLabels(const io::Scan& scan, int firstId) {
    QString of;
    for (std::size_t i = 0; i < scan.found.size() && of.isEmpty(); ++i)
        if (const SeriesModel::Entry* entry = model.entry(firstId + static_cast<int>(i));
            entry && isSameSeries(scan.found[i].header, early->header()))
            of = visits.uidOf(entry->visit);
    const std::vector<Layer>& layers = review.state().layers;
    if (of.isEmpty() || layers.size() < 2 || layers.back().volume != early || !layers.back().display.labels) return;
    review.complete([&](ReviewState& state) { layOverCurrent(state, of, state.layers.back()); });
}

void Opener::takeCortex(const std::shared_ptr<const Cortex>& cortex, const QStringList& files, int request,
                        bool asOverlay) {
    const Layer* base = review.state().base();
    const SeriesModel::Entry* shown = base ? entryOf(base->volume) : nullptr;
    bool cameAlone = true;
    for (int row = 0; row < model.rowCount(); ++row) cameAlone = cameAlone && requestOf(model.at(row).id) != request;
    const CortexLayer* open = review.state().shownCortex();
    if (open && (cameAlone || asOverlay) && !hasSurface(*cortex)) {
        // Maps and regions without a surface are meant for the one that is open.
        return reader.lay(open->cortex, files);
    }
    // What comes alone, or as an overlay, belongs to what is shown.
    const bool belongsToShown = shown && (cameAlone || asOverlay);
    cortices.add(cortex, files, belongsToShown ? requestOf(shown->id) : request,
                 belongsToShown ? shown->visit : visits.visitOf({}, files.value(0)));
    if (base && !belongsToShown && cortexOf(base->volume) != cortex) return; // it comes with its own images
    showCortex(cortex);
    for (const Finding& finding : cortex->findings)
        if (finding.severity != Finding::Severity::Note) return Q_EMIT said(finding.text);
}

void Opener::replaceCortex(const std::shared_ptr<const Cortex>& before, const std::shared_ptr<const Cortex>& after,
                           const QString& map) {
    replaceCortexWith(before, after, map, {});
}

void Opener::replaceCortexWith(const std::shared_ptr<const Cortex>& before, const std::shared_ptr<const Cortex>& after,
                               const QString& map, const std::optional<Display>& look) {
    cortices.replace(before, after);
    const CortexLayer* open = review.state().shownCortex();
    if (!open || open->cortex != before) return;
    // Always a step, unlike what a session starts with: somebody asked for it.
    review.edit(tr("Show %1").arg(map.isEmpty() ? after->name : map),
                [&](ReviewState& state) { cortices.show(state, after, map, look); });
}

void Opener::showCortex(const std::shared_ptr<const Cortex>& cortex) {
    const auto change = [&](ReviewState& state) { cortices.show(state, cortex); };
    if (isFresh || review.undoStack()->count() == 0) {
        ReviewState first = review.state();
        change(first);
        review.reset(first);
    } else {
        review.edit(tr("Show %1").arg(cortex->name), change);
    }
    if (!review.state().base())
        if (const auto place = middleOf(*cortex)) navigation.moveCursor(*place);
}

int Opener::requestOf(int id) const {
    const auto after = std::upper_bound(requests.begin(), requests.end(), id);
    return after == requests.begin() ? -1 : *(after - 1);
}

const SeriesModel::Entry* Opener::entryOf(const std::shared_ptr<const Volume>& volume) const {
    for (int row = 0; row < model.rowCount(); ++row)
        if (model.at(row).volume == volume) return &model.at(row);
    return nullptr;
}

std::shared_ptr<const Cortex> Opener::cortexOf(const std::shared_ptr<const Volume>& volume) const {
    const SeriesModel::Entry* entry = entryOf(volume);
    return entry ? cortices.belongingTo(entry->found.files.value(0), requestOf(entry->id), entry->visit) : nullptr;
}

void Opener::takeVolume(int id, const std::shared_ptr<const Volume>& volume) {
    reader.forget(id);
    model.setVolume(id, volume);
    if (wanted && wanted->id == id) {
        const bool asOverlay = wanted->asOverlay;
        wanted.reset();
        display(volume, asOverlay);
    }
    model.release(memoryBudget(), review.state(), needed);
    Q_EMIT volumeRead();
}

void Opener::takeFailure(int id, const QString& sentence) {
    if (id >= 0) model.setFailed(id, sentence);
    Q_EMIT said(sentence);
    if (!wanted || wanted->id != id) return;
    // What was to be shown cannot be: the next one that was found with it takes its place.
    if (review.state().layers.empty() && model.entry(id + 1))
        wanted->id = id + 1;
    else
        wanted.reset();
}

void Opener::rememberLook() {
    const Layer* base = review.state().base();
    if (base && !looks.empty() && looks.front().series == seriesKey(base->volume->header()))
        looks.front().left = base->display;
}

void Opener::display(const std::shared_ptr<const Volume>& volume, bool asOverlay) {
    const VolumeHeader& header = volume->header();
    const Layer* base = review.state().base();
    const bool over = asOverlay && base;
    Layer layer = makeLayer(volume, over);
    if (!over) {
        rememberLook();
        const Display opened = layer.display;
        const auto isKin = [&](const Look& look) { return look.modality == header.series.modality; };
        auto look = std::find_if(looks.begin(), looks.end(),
                                 [&](const Look& one) { return isKin(one) && opensAlike(one.opened, opened); });
        if (look == looks.end()) look = std::find_if(looks.begin(), looks.end(), isKin); // its colours
        if (look != looks.end() && !visits.images.empty())
            layer.display = carriedDisplay(look->opened, look->left, opened);
        looks.push_front({seriesKey(header), header.series.modality, opened, layer.display});
        constexpr std::size_t mostLooks = 16;
        if (looks.size() > mostLooks) looks.pop_back();
    }
    const ReviewState& shown = review.state();
    if (over && layer.display.labels) {
        // Labels that the study knows as of another visit than that which is shown lie as the alignment says.
        const SeriesModel::Entry* entry = entryOf(volume);
        if (const QString of = entry ? visits.uidOf(entry->visit) : QString(); !of.isEmpty())
            layOverCurrent(shown, of, layer);
    }
    int visit = -1; // the compared one that is stepped to
    for (int i = 0; !over && isComparing(shown) && i < static_cast<int>(shown.visits.size()); ++i)
        if (shown.visits[static_cast<std::size_t>(i)].volume == volume) visit = i;
    NavigationState sameAnatomy = navigation.state();
    const auto cortex = cortexOf(volume);
    // Runs of one longitudinal base share their vertices: there the reader stays at the vertex.
    const CortexLayer* before = review.state().shownCortex();
    std::optional<WorldPoint> sameVertex;
    if (!over && before && cortex && cortex != before->cortex && !cortex->base.isEmpty() &&
        cortex->base == before->cortex->base)
        if (const auto vertex = nearestVertex(*before->cortex, navigation.state().cursorLps, sameVertexReachMm))
            sameVertex = placeOf(*cortex, *vertex);
    if (base && !over) volumeInView[seriesKey(base->volume->header())] = navigation.state().volume;
    // In the same space, as far as the files tell, the reader keeps the place; elsewhere it would mean nothing.
    const bool samePlace = base &&
                           base->volume->header().series.frameOfReferenceUid == header.series.frameOfReferenceUid &&
                           header.contains(navigation.state().cursorLps);
    const auto change = [&](ReviewState& state) {
        if (visit >= 0) {
            setCurrentVisit(state, sameAnatomy, visit);
            return cortices.show(state, cortex);
        }
        if (!over)
            state.layers.clear();
        else if (state.layers.size() > 1 && isSameSeries(state.layers.back().volume->header(), header))
            state.layers.pop_back();
        state.layers.push_back(layer);
        if (!over) cortices.show(state, cortex);
    };
    const bool more = base && isSameSeries(base->volume->header(), header);
    if (isFresh || (review.undoStack()->count() == 0 && (!base || more))) {
        // What a session starts with is no step: undo must not end in an empty window, nor at another participant.
        isFresh = false;
        ReviewState first = review.state();
        change(first);
        review.reset(first);
    } else {
        // The same series again with more slices, as its scan went on, takes its own place in the same step. A walk
        // through the visits is one step too.
        const QString sameSeries = header.series.uid.isEmpty()
                                       ? QString()
                                       : QStringLiteral("show %1 %2 %3").arg(over).arg(header.series.uid, header.name);
        review.edit(tr("Show %1").arg(header.name), change, visit >= 0 ? QStringLiteral("show a visit") : sameSeries);
    }
    NavigationState next = over || samePlace ? navigation.state() : NavigationState::at(header);
    next.pair = navigation.state().pair;
    if (!over) {
        next.pair.points.clear();
        next.pair.spaceOf = shownVisit();
    }
    if (visit >= 0) {
        next = sameAnatomy;
        next.volume = volumeIndex(header, next);
    } else if (!over) {
        next.volume = volumeInView.value(seriesKey(header), 0);
        next.volume = volumeIndex(header, next);
    }
    if (sameVertex) next.cursorLps = *sameVertex;
    next.activeLayer = visit >= 0 ? 0 : static_cast<int>(review.state().layers.size()) - 1;
    navigation.set(next);
    const auto worth = std::find_if(header.findings.begin(), header.findings.end(),
                                    [](const Finding& finding) { return finding.severity != Finding::Severity::Note; });
    Q_EMIT said(worth == header.findings.end() ? QString() : worth->text); // nothing: what was said before is past
}

} // namespace neuraxis
