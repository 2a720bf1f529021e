#include "widgets/read_out.h"

#include "core/model/words.h"

#include <algorithm>

namespace neuraxis {

ReadOut::ReadOut(QWidget* parent) : QLabel(parent) {
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void ReadOut::showPlace(const ReviewState& state, const NavigationState& navigation, const WorldPoint& lps) {
    setText(readOutText(state, navigation, lps));
}

QString readOutText(const ReviewState& state, const NavigationState& navigation, const WorldPoint& lps) {
    if (state.layers.empty()) return {};
    QStringList parts{positionInWords(lps)};
    const VolumeHeader& active =
        state.layers[static_cast<std::size_t>(activeLayer(state, navigation))].volume->header();
    if (active.contains(lps)) parts += ReadOut::tr("voxel %1").arg(voxelInWords(active.voxelToLps.toVoxel(lps)));
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
