#include "core/render/volume_scene.h"

#include "core/model/colour_map.h"
#include "core/model/orientation.h"
#include "core/render/volume_ray_caster.h"

#include <QElapsedTimer>
#include <algorithm>
#include <cmath>

namespace neuraxis::render {

namespace {

constexpr std::size_t mostVoxels = 40'000'000, mostDraftVoxels = 2'500'000;
constexpr double draftMs = 28, fewestDraftPixels = 40'000, firstDraftPixels = 120'000;

const Layer* lowestVisible(const ReviewState& state) {
    for (const Layer& layer : state.layers)
        if (layer.display.visible && layer.volume->header().voxelToLps.isValid()) return &layer;
    return nullptr;
}

/// What is kept of space: behind the clipping plane as seen from the eye, and inside the cube around the crosshair.
std::vector<HalfSpace> keptSpace(const ReviewState& state, const NavigationState& navigation,
                                 const VolumeCamera& camera) {
    std::vector<HalfSpace> kept;
    const WorldPoint& at = navigation.cursorLps;
    if (state.volume.cropMm)
        for (const WorldVector& axis : {WorldVector{1, 0, 0}, WorldVector{0, 1, 0}, WorldVector{0, 0, 1}})
            for (const double side : {-1.0, 1.0})
                kept.push_back({at + axis * (side * *state.volume.cropMm / 2), axis * -side});
    if (state.volume.clip) {
        const VolumeHeader& base = state.base()->volume->header();
        const WorldVector normal = planeBasis(*state.volume.clip, state.view, &base).normal;
        const bool towardsEye = camera.faces(at, normal) != state.volume.clipOtherSide;
        kept.push_back({at, towardsEye ? -normal : normal});
    }
    return kept;
}

constexpr double airPlace = 0.06; ///< In the window of a head; below it is noise of the air

VolumeLook lookOf(const Layer& layer, int volume, const VolumePreset& preset, const VolumeView& view) {
    const Display& display = layer.display;
    // The curve never comes down to the air, or the whole grid would be drawn as a block.
    const auto firstSeen =
        std::find_if(preset.opacity.begin(), preset.opacity.end(), [](const auto& point) { return point.opacity > 0; });
    const bool isSurface = preset.blend == VolumePreset::Blend::Composite && firstSeen != preset.opacity.begin() &&
                           firstSeen != preset.opacity.end();
    const double shift = isSurface ? std::max(view.opacityShift, std::min(0.0, airPlace - std::prev(firstSeen)->place))
                                   : view.opacityShift;
    const Range& window = display.window(volume);
    VolumeLook look{&preset, window.low, window.high, shift, view.shading, colourMap(display.colourMap).colours};
    if (display.inverted) std::reverse(look.cutColours.begin(), look.cutColours.end());
    return look;
}

} // namespace

class VolumeScene::Private {
  public:
    /// What the prepared casters were made from.
    struct Source {
        std::shared_ptr<const Volume> volume, brain;
        int index = 0, smoothings = 0;
        bool operator==(const Source&) const = default;
    };
    Source source;
    std::unique_ptr<VolumeRayCaster> fine, draft;
    double draftPixels = firstDraftPixels; ///< As many as this machine casts in draftMs

    void prepare(const Layer& layer, const VolumePreset& preset, int index) {
        const VolumeHeader& header = layer.volume->header();
        const auto spacing = header.voxelToLps.spacingMm();
        const double finest = *std::min_element(spacing.begin(), spacing.end());
        const Source wanted{layer.volume, preset.brainOnly ? layer.brain : nullptr,
                            std::clamp(index, 0, header.volumes - 1), preset.smoothingMm > finest * 0.7 ? 1 : 0};
        if (wanted == source && fine) return;
        source = wanted;
        draft.reset();
        fine = std::make_unique<VolumeRayCaster>(
            volumeGrid(*wanted.volume, wanted.index, wanted.brain.get(), wanted.smoothings, mostVoxels));
    }

    VolumeRayCaster& draftCaster() {
        if (!draft) {
            VolumeGrid grid = halved(fine->grid());
            while (grid.counts.size() > mostDraftVoxels) grid = halved(grid);
            draft = std::make_unique<VolumeRayCaster>(std::move(grid));
        }
        return *draft;
    }
};

VolumeScene::VolumeScene() : d(std::make_unique<Private>()) {}
VolumeScene::~VolumeScene() = default;

QImage VolumeScene::render(const ReviewState& state, const NavigationState& navigation, const QSize& devicePixels,
                           Quality quality, const std::atomic_bool* abort) {
    if (devicePixels.isEmpty() || (abort && *abort)) return {};
    QImage empty(devicePixels, QImage::Format_ARGB32_Premultiplied);
    empty.fill(Qt::transparent);
    const Layer* layer = lowestVisible(state);
    if (!layer) return empty;
    const VolumePreset* preset = findVolumePreset(state.volume.preset);
    if (!preset) preset = &volumePresets().front();
    d->prepare(*layer, *preset, navigation.volume);
    if (abort && *abort) return {};
    if (d->fine->grid().isEmpty()) return empty;

    const bool isDraft = quality == Quality::Draft;
    VolumeRayCaster& caster = isDraft ? d->draftCaster() : *d->fine;
    QSize pixels = devicePixels;
    const double all = static_cast<double>(pixels.width()) * pixels.height();
    if (isDraft && all > d->draftPixels)
        pixels = (QSizeF(pixels) * std::sqrt(d->draftPixels / all)).toSize().expandedTo({1, 1});
    const VolumeGrid& whole = d->fine->grid();
    const VolumeCamera camera(navigation, whole.centreLps(), whole.radiusMm() * 0.86, devicePixels);
    const auto spacing = caster.grid().gridToLps.spacingMm();
    const double sampleMm = 0.5 * *std::min_element(spacing.begin(), spacing.end());
    QElapsedTimer timer;
    timer.start();
    const QImage picture = caster.cast(camera, pixels, lookOf(*layer, navigation.volume, *preset, state.volume),
                                       keptSpace(state, navigation, camera), sampleMm, abort);
    if (isDraft && !picture.isNull()) {
        // Half way towards what would have taken the time allowed: one slow picture does not make the next one coarse.
        const double fitting =
            d->draftPixels * draftMs / std::max(1.0, static_cast<double>(timer.nsecsElapsed()) / 1e6);
        d->draftPixels =
            std::clamp((d->draftPixels + fitting) / 2, fewestDraftPixels, std::max(all, fewestDraftPixels));
    }
    return picture;
}

} // namespace neuraxis::render
