#include "app/opener.h"

#include <algorithm>

namespace neuraxis {

namespace {
/// By what a series is known when it is shown again.
QString seriesKey(const VolumeHeader& header) { return header.series.uid + u'\n' + header.name; }
/// Files that name no series have nothing to do with each other.
bool isSameSeries(const VolumeHeader& a, const VolumeHeader& b) {
    return !a.series.uid.isEmpty() && seriesKey(a) == seriesKey(b);
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
    visits = images;
    isFresh = true;
    // Nothing of another participant is seen under this one's name.
    ReviewState empty = review.state();
    empty.layers.clear();
    review.reset(empty);
    Q_EMIT scanned(false);
    reader.open(images.paths, false);
}

void Opener::show(int id, bool asOverlay) {
    const SeriesModel::Entry* entry = model.entry(id);
    if (!entry) return;
    if (entry->volume) return display(entry->volume, asOverlay);
    wanted = Wanted{id, asOverlay};
    reader.readAgain(id, entry->found);
}

void Opener::showNeighbour(int by) {
    const int row = shownRow() + by;
    if (row >= 0 && row < model.rowCount()) show(model.at(row).id, false);
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
    if (scan.found.empty()) {
        Q_EMIT said(scan.skipped.empty() ? tr("Nothing was found there.") : scan.skipped.front().reason);
    } else {
        if (!early) wanted = Wanted{firstId, asOverlay};
        // What was shown early stays, unless more slices of it came from other folders.
        for (std::size_t i = 0; early && i < scan.found.size(); ++i)
            if (const VolumeHeader& header = scan.found[i].header;
                isSameSeries(header, early->header()) && header != early->header())
                wanted = Wanted{firstId + static_cast<int>(i), asOverlay};
    }
    early.reset();
    Q_EMIT scanned(!scan.found.empty());
}

void Opener::takeVolume(int id, const std::shared_ptr<const Volume>& volume) {
    reader.forget(id);
    model.setVolume(id, volume);
    if (wanted && wanted->id == id) {
        const bool asOverlay = wanted->asOverlay;
        wanted.reset();
        display(volume, asOverlay);
    }
    model.release(memoryBudget(), review.state());
    Q_EMIT volumeRead();
}

void Opener::takeFailure(int id, const QString& sentence) {
    model.setFailed(id, sentence);
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
        if (look != looks.end() && !visits.paths.isEmpty())
            layer.display = carriedDisplay(look->opened, look->left, opened);
        looks.push_front({seriesKey(header), header.series.modality, opened, layer.display});
        constexpr std::size_t mostLooks = 16;
        if (looks.size() > mostLooks) looks.pop_back();
    }
    if (base && !over) volumeInView[seriesKey(base->volume->header())] = navigation.state().volume;
    // In the same space, as far as the files tell, the reader keeps the place; elsewhere it would mean nothing.
    const bool samePlace = base &&
                           base->volume->header().series.frameOfReferenceUid == header.series.frameOfReferenceUid &&
                           header.contains(navigation.state().cursorLps);
    const auto change = [&](ReviewState& state) {
        if (!over)
            state.layers.clear();
        else if (state.layers.size() > 1 && isSameSeries(state.layers.back().volume->header(), header))
            state.layers.pop_back();
        state.layers.push_back(layer);
    };
    const bool more = base && isSameSeries(base->volume->header(), header);
    if (isFresh || (review.undoStack()->count() == 0 && (!base || more))) {
        // What a session starts with is no step: undo must not end in an empty window, nor at another participant.
        isFresh = false;
        ReviewState first = review.state();
        change(first);
        review.reset(first);
    } else {
        // The same series again with more slices, as its scan went on, takes its own place in the same step.
        review.edit(tr("Show %1").arg(header.name), change,
                    header.series.uid.isEmpty()
                        ? QString()
                        : QStringLiteral("show %1 %2 %3").arg(over).arg(header.series.uid, header.name));
    }
    NavigationState next = over || samePlace ? navigation.state() : NavigationState::at(header);
    if (!over) {
        next.volume = volumeInView.value(seriesKey(header), 0);
        next.volume = volumeIndex(header, next);
    }
    next.activeLayer = static_cast<int>(review.state().layers.size()) - 1;
    navigation.set(next);
    const auto worth = std::find_if(header.findings.begin(), header.findings.end(),
                                    [](const Finding& finding) { return finding.severity != Finding::Severity::Note; });
    Q_EMIT said(worth == header.findings.end() ? QString() : worth->text); // nothing: what was said before is past
}

} // namespace neuraxis
