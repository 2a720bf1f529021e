#include "app/roi_keeper.h"

#include "core/model/compared_state.h"

#include <algorithm>

namespace neuraxis {

RoiKeeper::RoiKeeper(Review& review, QObject* parent) : QObject(parent), review(review) {
    connect(&review, &Review::changed, this, &RoiKeeper::look);
}

void RoiKeeper::setCohort(const std::shared_ptr<const Cohort>& next) {
    if (next == cohort) return;
    cohort = next;
    if (!made) return;
    auto again = std::make_shared<RoisOverTime>(*made);
    tellVisits(*again, asked.visits, cohort.get());
    made = std::move(again);
    Q_EMIT changed();
}

/// A label image is of the visit that was the current one when it came.
void RoiKeeper::look() {
    const ReviewState& state = review.state();
    const int current = isComparing(state) ? currentVisit(state) : -1;
    std::vector<RoiImage> now;
    for (std::size_t i = 1; current >= 0 && i < state.layers.size(); ++i) {
        const Layer& layer = state.layers[i];
        if (!layer.display.labels) continue;
        const auto before = std::find_if(known.begin(), known.end(), [&](const RoiImage& one) {
            return one.labels->voxels() == layer.volume->voxels() && visitOf(state, one.visit) >= 0;
        });
        RoiImage image = before != known.end() ? *before
                                               : RoiImage{layer.volume,
                                                          {},
                                                          layer.volume->header().name,
                                                          state.visits[static_cast<std::size_t>(current)].uid};
        image.table = layer.display.labels;
        now.push_back(std::move(image));
    }
    if (now != known) {
        known = std::move(now);
        Q_EMIT imagesChanged();
    }
    work();
}

void RoiKeeper::follow(const RoiImage& image, RoiMeasure measure) {
    if (image == asked.rois && measure == asked.measure && image.labels) return work();
    worker.cancel();
    isStopped = false;
    asked = {};
    asked.rois = image;
    asked.measure = measure;
    made.reset();
    work();
}

void RoiKeeper::cancel() {
    if (!worker.isBusy()) return;
    worker.cancel();
    isStopped = true;
    why = tr("Cancelled. Choose it again to work it out.");
    Q_EMIT changed();
}

void RoiKeeper::resume() {
    if (!isStopped) return;
    isStopped = false;
    asked.visits.clear();
}

void RoiKeeper::say(const QString& sentence) {
    worker.cancel();
    asked.visits.clear();
    made.reset();
    if (sentence == why) return;
    why = sentence;
    Q_EMIT changed();
}

void RoiKeeper::work() {
    if (isStopped) return;
    if (!asked.rois.labels) return say({});
    const ReviewState& state = review.state();
    if (visitOf(state, asked.rois.visit) < 0)
        return say(tr("The regions of interest belong to visits that are no longer shown."));
    RoiWish wish = asked;
    wish.visits = state.visits;
    for (ComparedVisit& visit : wish.visits) {
        if (!visit.volume || visit.place.alignment == Alignment::Waiting)
            return say(tr("Once all visits are read and aligned…"));
        visit.shown = true; // how they are shown does not matter
        visit.opened = {};
    }
    if (wish == asked) return;
    asked = wish;
    made.reset();
    why = tr("Working it out…");
    worker.start([this, wish, people = cohort](io::Job&, const BackgroundTask::GoOn& goOn) -> std::function<void()> {
        auto found = std::make_shared<RoisOverTime>(roisOverTime(wish, people.get(), goOn));
        return [this, found, wish, people] {
            if (found->rois.empty()) {
                why = !found->refused.isEmpty() ? found->refused
                                                : tr("There is not enough memory. Close other programs and try again.");
                return Q_EMIT changed();
            }
            if (people != cohort) tellVisits(*found, wish.visits, cohort.get());
            made = found;
            Q_EMIT changed();
            Q_EMIT measured(*found);
        };
    });
    Q_EMIT changed();
}

std::optional<WorldPoint> RoiKeeper::placeOf(const QString& name) const {
    const ReviewState& state = review.state();
    const int current = currentVisit(state), drawn = visitOf(state, asked.rois.visit);
    if (!made || current < 0 || drawn < 0) return {};
    const auto at = made->names.indexOf(name);
    if (at < 0) return {};
    return visitOfCurrent(state, drawn).inverse()(made->rois[static_cast<std::size_t>(at)].place);
}

} // namespace neuraxis
