#include "core/render/cortex_scene.h"

#include "core/render/cortex_colours.h"

#include <algorithm>

namespace neuraxis::render {

namespace {
constexpr int fineSamples = 2; ///< In each direction, of a pixel
}

bool CortexScene::isFine() const {
    return std::all_of(seen.begin(), seen.end(), [](const Seen& one) { return one.look.samples == fineSamples; });
}

std::vector<CortexPicture> CortexScene::render(const ReviewState& state, const NavigationState& navigation,
                                               const std::vector<CortexViewport>& views, Quality quality,
                                               int borderPixels, const std::atomic_bool* abort) {
    std::vector<CortexPicture> pictures;
    const CortexLayer* layer = state.shownCortex();
    if (!layer) {
        for (const CortexViewport& view : views) pictures.push_back({view.eye, {}, {}, nullptr});
        form.reset();
        sides = {};
        seen.clear();
        return pictures;
    }
    if (!form || layer->cortex->sides != sides || state.cortex.shape != shape) {
        form = std::make_shared<const CortexForm>(*layer->cortex, state.cortex.shape);
        sides = layer->cortex->sides;
        shape = state.cortex.shape;
        seen.clear();
    }
    const double fitted = fittedMmPerPixel(*form, views);
    std::vector<Seen> now;
    for (const CortexViewport& view : views) {
        const QSize size = view.size.toSize();
        if (form->isEmpty() || size.isEmpty() || (view.eye.side && !form->side(*view.eye.side))) {
            pictures.push_back({view.eye, sides, {}, nullptr});
            continue;
        }
        const CortexCamera camera(*form, view.eye, navigation, view.size, fitted);
        const auto lookWith = [&](int samples) {
            return Look{view.eye, view.size, camera.mmPerPixel, camera.forward, camera.up, camera.centre, samples};
        };
        // What was seen finely need not be seen coarsely first.
        auto known = std::find_if(seen.begin(), seen.end(), [&](const Seen& one) {
            return one.look == lookWith(fineSamples) || (quality == Quality::Draft && one.look == lookWith(1));
        });
        if (known == seen.end()) {
            const int samples = quality == Quality::Fine ? fineSamples : 1;
            auto raster = CortexRaster::make(form, view.eye, camera, size, samples, abort);
            if (!raster) return {};
            seen.push_back({lookWith(samples), std::move(raster)});
            known = seen.end() - 1;
        }
        now.push_back(*known);
        pictures.push_back(
            {view.eye, sides, cortexImage(*known->raster, *layer, state.cortex, borderPixels), known->raster});
    }
    seen = std::move(now);
    return pictures;
}

} // namespace neuraxis::render
