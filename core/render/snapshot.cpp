#include "core/render/snapshot.h"

#include "core/render/cortex_picture.h"
#include "core/render/layouts.h"
#include "core/render/plane_view.h"
#include "core/render/slice_picture.h"
#include "core/render/volume_picture.h"
#include "core/render/volume_presets.h"
#include "core/render/volume_scene.h"

#include <cmath>

namespace neuraxis::render {

QImage snapshot(const ReviewState& state, const NavigationState& navigation, const SnapshotOptions& options) {
    const double scale = options.scale > 0 ? options.scale : 1;
    QImage image((QSizeF(options.size) * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    if (image.isNull()) return image;
    const QColor background = options.background == u"transparent" ? QColor(0, 0, 0, 0) : QColor(options.background);
    image.fill(background.isValid() ? background : QColor(Qt::black));
    QPainter painter(&image);
    painter.scale(scale, scale);

    const QRectF area({}, QSizeF(options.size));
    const Layout* layout = findLayout(state.layout);
    const std::vector<Cell> cells = (layout ? *layout : layouts().front()).cells(state, navigation, area);
    const std::vector<Plane> fitted = planesOf(cells);
    std::vector<CortexViewport> viewports;
    for (const Cell& cell : cells)
        if (cell.cortex) viewports.push_back({*cell.cortex, cell.place.size() * scale});
    CortexScene surfaces;
    const std::vector<CortexPicture> seen =
        surfaces.render(state, navigation, viewports, CortexScene::Quality::Fine, static_cast<int>(std::ceil(scale)));
    auto surface = seen.begin();
    for (std::size_t index = 0; index < cells.size(); ++index) {
        const Cell& cell = cells[index];
        Decor decor = decorOf(cells, index, options.text);
        decor.onLight = background.alpha() == 255 && background.lightnessF() > 0.5F;
        if (cell.plane) {
            PlaneView(state, navigation, cell, fitted).paint(painter, decor);
            continue;
        }
        if (cell.cortex) {
            paintCortex(painter, *surface++, state, navigation, cell.place, decor);
            continue;
        }
        // Maximum intensities are light: they are seen on black alone.
        const VolumePreset* preset = findVolumePreset(state.volume.preset);
        if (preset && preset->blend == VolumePreset::Blend::MaximumIntensity && background.alpha() == 255) {
            painter.fillRect(cell.place, Qt::black);
            decor.onLight = false;
        }
        VolumeScene scene;
        const QSize pixels = (cell.place.size() * scale).toSize();
        paintVolume(painter, scene.render(state, navigation, pixels, VolumeScene::Quality::Fine), state, navigation,
                    cell.place, decor);
    }
    painter.end();
    // Without alpha where there is none to keep: smaller files, written faster.
    if (background.alpha() == 255) image.convertTo(QImage::Format_RGB32);
    return image;
}

QImage thumbnail(const Layer& layer, int pixels) {
    ReviewState state;
    state.layers = {layer};
    state.layers.front().display.visible = true;
    state.layers.front().display.opacity = 1;
    state.view.frame = PlaneFrame::Acquisition;
    const VolumeHeader& header = layer.volume->header();
    const NavigationState navigation = NavigationState::at(header);
    // Slices lie across the grid's third axis.
    const auto nearest = nearestAxes(header.voxelToLps);
    const Plane plane = nearest[2] == 2 ? Plane::Axial : nearest[1] == 2 ? Plane::Coronal : Plane::Sagittal;
    const SliceGeometry geometry = sliceGeometry(state, navigation, plane, QRectF(0, 0, pixels, pixels), {plane});
    return sliceImage(state, navigation, geometry, {pixels, pixels});
}

} // namespace neuraxis::render
