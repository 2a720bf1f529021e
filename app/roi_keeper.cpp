#include "app/roi_keeper.h"

#include "core/model/compared_state.h"

#include <algorithm>

namespace neuraxis {

namespace {

/// The image as it lies over the visit that it was laid over first: the current one, or that which the layer tells.
/// Without labels where there is no such visit.
RoiImage imageOf(const ReviewState& state, const Layer& layer) {
    const int of = layer.labelsOf.isEmpty() ? currentVisit(state) : visitOf(state, layer.labelsOf);
    if (of < 0 || !layer.display.labels) return {};
    return {moved(layer.volume, visitOfCurrent(state, of)), layer.display.labels, layer.volume->header().name,
            state.visits[static_cast<std::size_t>(of)].uid};
}

bool isSame(const RoiImage& one, const RoiImage& other) {
    return one.visit == other.visit && one.labels->voxels() == other.labels->voxels();
}

} // namespace

RoiKeeper::RoiKeeper(Review& review, QObject* parent) : QObject(parent), review(review) {
    connect(&review, &Review::changed, this, &RoiKeeper::look);
    settle.setSingleShot(true);
    settle.setInterval(700); // what is put by hand has come to rest
    connect(&settle, &QTimer::timeout, this, &RoiKeeper::work);
}

void RoiKeeper::change(const std::function<void(RoisOverTime&)>& how) {
    if (!made) return;
    auto again = std::make_shared<RoisOverTime>(*made);
    how(*again);
    made = std::move(again);
    Q_EMIT changed();
}

void RoiKeeper::setCohort(const std::shared_ptr<const Cohort>& next) {
    if (next == cohort) return;
    cohort = next;
    change([&](RoisOverTime& rois) { tellVisits(rois, asked.visits, cohort.get()); });
}

void RoiKeeper::look() {
    const ReviewState& state = review.state();
    std::vector<RoiImage> now;
    for (std::size_t i = 1; isComparing(state) && i < state.layers.size(); ++i) {
        RoiImage image = imageOf(state, state.layers[i]);
        if (!image.labels) continue;
        const auto before =
            std::find_if(known.begin(), known.end(), [&](const RoiImage& one) { return isSame(one, image); });
        if (before != known.end()) image.labels = before->labels;
        now.push_back(std::move(image));
    }
    if (now != known) {
        known = std::move(now);
        std::erase_if(before, [&](const auto& one) {
            return std::none_of(known.begin(), known.end(),
                                [&](const RoiImage& image) { return isSame(image, one.first.rois); });
        });
        if (followed.labels) {
            const auto here =
                std::find_if(known.begin(), known.end(), [&](const RoiImage& one) { return isFollowed(one); });
            if (here == known.end()) {
                followed = {};              // before anybody asks for what is no longer there
            } else if (*here != followed) { // other names of labels
                followed = *here;
                change([&](RoisOverTime& rois) { nameRois(rois, followed); });
            }
        }
        Q_EMIT imagesChanged();
    }
    prepare();
}

void RoiKeeper::follow(const RoiImage& image, RoiMeasure next) {
    if (image == followed && next == measure) return;
    followed = image;
    measure = next;
    isStopped = false;
    say({});
    prepare();
    if (settle.isActive()) work(); // a choice needs no time to settle
}

bool RoiKeeper::isFollowed(const RoiImage& image) const { return followed.labels && isSame(image, followed); }

void RoiKeeper::cancel() {
    if (!worker.isBusy()) return;
    say(tr("Cancelled. Choose it again to work it out."));
    isStopped = true;
}

void RoiKeeper::resume() {
    if (made || worker.isBusy() || settle.isActive()) return;
    isStopped = false;
    asked = {}; // also what there was no memory for
    prepare();
    if (settle.isActive()) work();
}

/// Nothing is there, and this is why.
void RoiKeeper::say(const QString& sentence) {
    settle.stop();
    worker.cancel();
    asked = {};
    if (!made && sentence == why) return;
    made.reset();
    why = sentence;
    Q_EMIT changed();
}

/// What is to be worked out; nothing where that is known, or is being done.
void RoiKeeper::prepare() {
    if (isStopped) return;
    if (!followed.labels) return say({});
    RoiWish wish{followed, measure, review.state().visits};
    wish.rois.table.reset(); // names do not matter
    for (ComparedVisit& visit : wish.visits) {
        if (!visit.volume || visit.place.alignment == Alignment::Waiting)
            return say(tr("Once all visits are read and aligned. If that was cancelled, align them again."));
        visit.shown = true; // how they are shown does not matter either
        visit.opened = {};
    }
    if (wish == asked) return;
    const auto done = std::find_if(before.begin(), before.end(), [&](const auto& one) { return one.first == wish; });
    say(tr("Working it out…"));
    if (done != before.end()) {
        asked = std::move(wish);
        made = done->second;
        return change([&](RoisOverTime& rois) {
            nameRois(rois, followed);
            tellVisits(rois, asked.visits, cohort.get());
        });
    }
    asked = std::move(wish);
    settle.start();
}

void RoiKeeper::work() {
    settle.stop();
    worker.start([this, wish = asked, named = followed,
                  people = cohort](io::Job&, const BackgroundTask::GoOn& goOn) -> std::function<void()> {
        RoiWish all = wish;
        all.rois.table = named.table;
        auto found = std::make_shared<RoisOverTime>(roisOverTime(all, people.get(), goOn));
        return [this, found, wish, people] {
            if (found->rois.empty()) {
                why = !found->refused.isEmpty() ? found->refused
                                                : tr("There is not enough memory. Close other programs and try again.");
                return Q_EMIT changed();
            }
            if (people != cohort) tellVisits(*found, wish.visits, cohort.get());
            nameRois(*found, followed);
            made = found;
            constexpr std::size_t most = 8;
            if (before.size() >= most) before.erase(before.begin());
            before.emplace_back(wish, made);
            Q_EMIT changed();
            Q_EMIT measured(*found);
        };
    });
}

std::optional<WorldPoint> RoiKeeper::placeOf(const QString& name) const {
    const ReviewState& state = review.state();
    const int current = currentVisit(state), drawn = visitOf(state, followed.visit);
    if (!made || current < 0 || drawn < 0) return {};
    const auto at = made->names.indexOf(name);
    if (at < 0) return {};
    return visitOfCurrent(state, drawn).inverse()(made->rois[static_cast<std::size_t>(at)].place);
}

} // namespace neuraxis
