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
    const auto index = static_cast<std::size_t>(std::clamp(navigation.activeLayer, 0, static_cast<int>(state.layers.size()) - 1));
    const VolumeHeader& active = state.layers[index].volume->header();
    if (active.contains(lps))
        parts += ReadOut::tr("voxel %1").arg(voxelInWords(active.voxelToLps.toVoxel(lps)));
    for (const Layer& layer : state.layers) {
        const VolumeHeader& header = layer.volume->header();
        if (!layer.display.visible) continue;
        const double value = layer.volume->value(header.voxelToLps.toVoxel(lps), std::clamp(navigation.volume, 0, header.volumes - 1));
        const QString words = valueInWords(value, header.unit);
        parts += state.layers.size() == 1 ? ReadOut::tr("value %1").arg(words) : QStringLiteral("%1: %2").arg(header.name, words);
    }
    return parts.join(QStringLiteral("   ·   "));
}

} // namespace neuraxis
