#include "core/model/navigation.h"

#include "core/model/volume.h"

namespace neuraxis {

NavigationState NavigationState::at(const VolumeHeader& header) {
    NavigationState state;
    state.cursorLps = state.centreLps = header.centreLps();
    return state;
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
