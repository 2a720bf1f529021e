#include "widgets/cortex_worker.h"

namespace neuraxis {

using render::CortexScene;

CortexWorker::CortexWorker(QObject* parent) : QObject(parent), worker(QStringLiteral("cortex")) {}

void CortexWorker::request(const ReviewState& state, const NavigationState& navigation,
                           const std::vector<render::CortexViewport>& views, int borderPixels) {
    // Without a view nothing is kept of a cortex but what the state has.
    if (views.empty() && !last) return;
    // Only what the pictures show: the crosshair is drawn over them.
    Request next;
    if (const CortexLayer* shown = state.shownCortex()) next.state.cortices = {*shown};
    next.state.cortex = state.cortex;
    next.navigation.cortexTurnDeg = navigation.cortexTurnDeg;
    next.navigation.cortexTiltDeg = navigation.cortexTiltDeg;
    next.navigation.volumeZoom = navigation.volumeZoom;
    next.navigation.volumePan = navigation.volumePan;
    next.views = views;
    next.borderPixels = borderPixels;
    if (last == next) return;
    last = views.empty() ? std::nullopt : std::optional(next);
    if (views.empty()) {
        next = {};
        newest.clear();
    }
    worker.request([this, next](bool fine, const std::atomic_bool& abort) -> PictureWorker::Deliver {
        if (fine && scene.isFine()) return {}; // only colours were wanted, and they are there
        auto pictures =
            scene.render(next.state, next.navigation, next.views,
                         fine ? CortexScene::Quality::Fine : CortexScene::Quality::Draft, next.borderPixels, &abort);
        if (pictures.empty() && !next.views.empty()) return {};
        return [this, pictures] {
            newest = pictures;
            Q_EMIT rendered();
        };
    });
}

render::CortexPicture CortexWorker::picture(std::size_t place, const CortexEye& eye, const ReviewState& state) const {
    const CortexLayer* shown = state.shownCortex();
    if (shown && place < newest.size() && newest[place].eye == eye && newest[place].sides == shown->cortex->sides)
        return newest[place];
    return {eye, {}, {}, nullptr};
}

} // namespace neuraxis
