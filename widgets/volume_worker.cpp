#include "widgets/volume_worker.h"

#include "core/render/volume_scene.h"

namespace neuraxis {

using render::VolumeScene;

VolumeWorker::VolumeWorker(QObject* parent)
    : QObject(parent), thread(std::make_unique<QThread>()), scene(std::make_unique<VolumeScene>()) {
    inThread = new QObject;
    inThread->moveToThread(thread.get());
    thread->setObjectName(QStringLiteral("volume"));
    thread->start();
}

VolumeWorker::~VolumeWorker() {
    stopping = true;
    abort = true;
    thread->quit();
    thread->wait();
    delete inThread;
}

void VolumeWorker::request(const ReviewState& state, const NavigationState& navigation, const QSize& devicePixels) {
    if (devicePixels.isEmpty()) return;
    // Only what the picture shows: scrolling the planes must not draw the volume anew.
    Request next{{{}, {}, state.volume, {}}, {}, devicePixels};
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
    {
        const std::scoped_lock lock(mutex);
        waiting = next;
        abort = true;
    }
    QMetaObject::invokeMethod(inThread, [this] { work(); });
}

void VolumeWorker::work() {
    std::optional<Request> request;
    {
        const std::scoped_lock lock(mutex);
        request.swap(waiting);
        abort = stopping.load();
    }
    if (!request) return;
    // The coarse picture is always finished: a drag that asks faster than it is drawn must still move.
    const QImage draft =
        scene->render(request->state, request->navigation, request->size, VolumeScene::Quality::Draft, &stopping);
    if (stopping) return;
    QMetaObject::invokeMethod(this, [this, draft] { deliver(draft); });
    const QImage full =
        scene->render(request->state, request->navigation, request->size, VolumeScene::Quality::Fine, &abort);
    if (!full.isNull() && !abort) QMetaObject::invokeMethod(this, [this, full] { deliver(full); });
}

void VolumeWorker::deliver(const QImage& image) {
    newest = image;
    Q_EMIT rendered();
}

} // namespace neuraxis
