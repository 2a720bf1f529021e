#include "core/render/volume_picture.h"

#include "core/render/corner_text.h"
#include "core/render/orientation_cube.h"
#include "core/render/volume_presets.h"

#include <QCoreApplication>

namespace neuraxis::render {

void paintVolume(QPainter& painter, const QImage& picture, const ReviewState& state, const NavigationState& navigation,
                 const QRectF& view, const Decor& decor) {
    painter.save();
    painter.setClipRect(view, Qt::IntersectClip);
    const VolumePreset* preset = findVolumePreset(state.volume.preset);
    if (!picture.isNull()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(view, picture, QRectF(picture.rect()));
    }
    if (decor.marks) {
        if (state.view.letters) paintOrientationCube(painter, navigation, view, decor);
        const MarkColours colours(decor);
        std::vector<CornerLine> lines;
        if (preset && state.view.cornerText)
            lines = {{QCoreApplication::translate("Layout", "3-D"), {}, colours.volume, true},
                     {preset->title, {}, colours.text}};
        if (decor.text) {
            paintCorner(painter, view, decor, Qt::TopLeftCorner, lines);
            if (decor.notice) paintCorner(painter, view, decor, Qt::BottomLeftCorner, {researchUseLine(decor)});
        }
    }
    painter.restore();
}

} // namespace neuraxis::render
