#include "app/brain_masker.h"

#include "core/analysis/brain_mask.h"
#include "core/render/volume_presets.h"

namespace neuraxis {

BrainMasker::BrainMasker(Review& review, QObject* parent) : QObject(parent), review(review) {
    pool.setMaxThreadCount(1);
    connect(&review, &Review::changed, this, &BrainMasker::look);
}

BrainMasker::~BrainMasker() {
    stopping = true;
    pool.waitForDone();
}

void BrainMasker::look() {
    const ReviewState& state = review.state();
    const render::VolumePreset* preset = render::findVolumePreset(state.volume.preset);
    const Layer* shown = state.lowestVisible();
    if (!preset || !preset->brainOnly || !shown || shown->brain) return;
    if (shown->volume == sought) {
        if (brain) QMetaObject::invokeMethod(this, &BrainMasker::give, Qt::QueuedConnection); // undo took it away
        return;
    }
    sought = shown->volume;
    brain.reset();
    pool.start([this, volume = sought] {
        const auto mask = brainMask(*volume, [this] { return stopping.load(); });
        QMetaObject::invokeMethod(this, [this, volume, mask] {
            if (volume != sought) return;
            brain = mask;
            give();
        });
    });
}

void BrainMasker::give() {
    review.complete([&](ReviewState& state) {
        for (Layer& layer : state.layers)
            if (brain && layer.volume == sought) layer.brain = brain;
    });
}

} // namespace neuraxis
