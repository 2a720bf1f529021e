#include "app/surface_projector.h"

#include <algorithm>
#include <cmath>

namespace neuraxis {

namespace {

/// The cortex with a map more, in place of one of that name.
std::shared_ptr<const Cortex> withMap(const Cortex& cortex, CortexMap map) {
    auto with = std::make_shared<Cortex>(cortex);
    std::erase_if(with->maps, [&](const auto& one) { return one->name == map.name; });
    with->maps.push_back(std::make_shared<const CortexMap>(std::move(map)));
    return with;
}

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
    pool.start([this, how, volume = layer.volume, cortex = shown->cortex,
                time = volumeIndex(layer.volume->header(), navigation.state())] {
        CortexMap map = projectVolume(*volume, time, *cortex, how);
        const bool any = hasAnyValue(map);
        const auto after = any ? withMap(*cortex, std::move(map)) : nullptr;
        QMetaObject::invokeMethod(this, [this, cortex, after, how] {
            if (!after) return Q_EMIT said(tr("Nothing of this layer lies on the surface. Are both of the same scan?"));
            Q_EMIT projected(cortex, after);
            Q_EMIT said(samplingInWords(how, *cortex));
        });
    });
}

} // namespace neuraxis
