#include "widgets/volume_worker.h"

#include "core/render/volume_scene.h"

namespace neuraxis {

using render::VolumeScene;

VolumeWorker::VolumeWorker(QObject* parent)
    : QObject(parent), scene(std::make_unique<VolumeScene>()), worker(QStringLiteral("volume")) {}

VolumeWorker::~VolumeWorker() = default;

void VolumeWorker::request(const ReviewState& state, const NavigationState& navigation, const QSize& devicePixels) {
    if (devicePixels.isEmpty()) return;
    // Only what the picture shows: scrolling the planes must not draw the volume anew.
    Request next;
    next.size = devicePixels;
    next.state.volume = state.volume;
    if (const Layer* shown = state.lowestVisible()) {
        next.state.layers = {*shown};
        next.navigation.volume = volumeIndex(shown->volume->header(), navigation);
    }
    const bool followsCursor = state.volume.clip || state.volume.cropMm;
    if (followsCursor) next.navigation.cursorLps = navigation.cursorLps;
    next.navigation.azimuthDeg = navigation.azimuthDeg;
    next.navigation.elevationDeg = navigation.elevationDeg;
    next.navigation.volumeZoom = navigation.volumeZoom;
    next.navigation.volumePan = navigation.volumePan;
    if (last == next) return;
    last = next;
    worker.request([this, next](bool fine, const std::atomic_bool& abort) -> PictureWorker::Deliver {
        const QImage image = scene->render(next.state, next.navigation, next.size,
                                           fine ? VolumeScene::Quality::Fine : VolumeScene::Quality::Draft, &abort);
        if (image.isNull()) return {};
        return [this, image] {
            newest = image;
            Q_EMIT rendered();
        };
    });
}

} // namespace neuraxis
