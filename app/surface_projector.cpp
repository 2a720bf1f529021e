#include "app/surface_projector.h"

#include <algorithm>
#include <cmath>
#include <new>

namespace neuraxis {

namespace {

bool hasAnyValue(const CortexMap& map) {
    return std::any_of(map.values.begin(), map.values.end(), [](const auto& side) {
        return side && std::any_of(side->begin(), side->end(), [](float v) { return std::isfinite(v); });
    });
}

} // namespace

SurfaceProjector::SurfaceProjector(Review& review, Navigation& navigation, QObject* parent)
    : QObject(parent), review(review), navigation(navigation) {
    pool.setMaxThreadCount(1);
}

SurfaceProjector::~SurfaceProjector() { pool.waitForDone(); }

void SurfaceProjector::project(const SurfaceSampling& sampling) {
    const int index = activeLayer(review.state(), navigation.state());
    const CortexLayer* shown = review.state().shownCortex();
    if (index < 0 || !shown) return;
    const Layer& layer = review.state().layers[static_cast<std::size_t>(index)];
    SurfaceSampling how = sampling;
    if (layer.display.labels) how = SurfaceSampling::middle(Interpolation::Nearest);
    const int time = volumeIndex(layer.volume->header(), navigation.state());
    std::optional<Display> look;
    if (index > 0 && !layer.display.labels) {
        look = layer.display;
        look->visible = true;
        look->opacity = 1; // nothing that is looked for lies beneath
        look->windows = {layer.display.window(time)};
        look->drawn = Drawn::Fill;
    }
    pool.start([this, how, look, time, volume = layer.volume, cortex = shown->cortex] {
        std::shared_ptr<const CortexMap> map;
        try {
            map = std::make_shared<const CortexMap>(projectVolume(*volume, time, *cortex, how));
        } catch (const std::bad_alloc&) {
            QMetaObject::invokeMethod(this, [this] {
                Q_EMIT said(tr("There is not enough memory for another map. Close a series and try again."));
            });
            return;
        }
        const auto after = hasAnyValue(*map) ? withMap(*cortex, map) : nullptr;
        QMetaObject::invokeMethod(this, [this, cortex, after, how, look, name = map->name] {
            if (!after) return Q_EMIT said(tr("Nothing of this layer lies on the surface. Are both of the same scan?"));
            Q_EMIT projected(cortex, after, name, look);
            Q_EMIT said(samplingInWords(how, *cortex));
        });
    });
}

} // namespace neuraxis
