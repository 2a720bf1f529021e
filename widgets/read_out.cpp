#include "widgets/read_out.h"

#include "core/model/words.h"

#include <algorithm>

namespace neuraxis {

namespace {
constexpr double readOutReachMm = 3; ///< What is farther from the cortex than it is thick has no place on it
}

ReadOut::ReadOut(QWidget* parent) : QLabel(parent) {
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void ReadOut::showPlace(const ReviewState& state, const NavigationState& navigation, const WorldPoint& lps) {
    setText(readOutText(state, navigation, lps));
}

QString readOutText(const ReviewState& state, const NavigationState& navigation, const WorldPoint& lps) {
    if (state.isEmpty()) return {};
    QStringList parts{positionInWords(lps)};
    if (const CortexLayer* cortex = state.shownCortex())
        if (const auto vertex = nearestVertex(*cortex->cortex, lps, readOutReachMm))
            parts += vertexInWords(*cortex, *vertex);
    if (const int index = activeLayer(state, navigation); index >= 0) {
        const VolumeHeader& active = state.layers[static_cast<std::size_t>(index)].volume->header();
        if (active.contains(lps)) parts += ReadOut::tr("voxel %1").arg(voxelInWords(active.voxelToLps.toVoxel(lps)));
    }
    for (const Layer& layer : state.layers) {
        const VolumeHeader& header = layer.volume->header();
        if (!layer.display.visible) continue;
        const double value = layer.volume->value(header.voxelToLps.toVoxel(lps), volumeIndex(header, navigation));
        const QString words = valueInWords(value, header.unit, layer.display);
        if (state.layers.size() > 1)
            parts += QStringLiteral("%1: %2").arg(header.name, words);
        else
            parts += layer.display.labels ? words : ReadOut::tr("value %1").arg(words);
    }
    return parts.join(QStringLiteral("   ·   "));
}

} // namespace neuraxis
