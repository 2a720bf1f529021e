#include "core/model/navigation.h"

#include "core/model/review_state.h"

#include <algorithm>

namespace neuraxis {

NavigationState NavigationState::at(const VolumeHeader& header) {
    NavigationState state;
    // On a voxel, so that each plane shows one slice and not the mean of two.
    state.cursorLps =
        header.voxelToLps.toWorld({double(header.size[0] / 2), double(header.size[1] / 2), double(header.size[2] / 2)});
    state.centreLps = header.centreLps();
    return state;
}

int activeLayer(const ReviewState& state, const NavigationState& navigation) {
    const int count = static_cast<int>(state.layers.size());
    return count == 0 ? -1 : std::clamp(navigation.activeLayer, 0, count - 1);
}

int volumeIndex(const VolumeHeader& header, const NavigationState& navigation) {
    return std::clamp(navigation.volume, 0, header.volumes - 1);
}

void Navigation::set(const NavigationState& state) {
    if (state == now) return;
    now = state;
    Q_EMIT changed();
}

void Navigation::moveCursor(const WorldPoint& lps) {
    NavigationState next = now;
    next.cursorLps = lps;
    set(next);
}

} // namespace neuraxis
