#pragma once

#include "widgets/tool.h"

namespace neuraxis {

// Drags that put the visit that is compared where it belongs, each an undoable step. Its place is by hand from then on.

/// Moves it with the pointer, in the plane.
void moveVisit(Review& review, Navigation& navigation, const PointerEvent& event);
/// Turns it with the pointer, in the plane, about the crosshair.
void turnVisit(Review& review, Navigation& navigation, const PointerEvent& event);
/// Takes a place in the current visit, then the same place in the other, from views of each. From three pairs on that do
/// not lie in a line the other visit is put so that they agree.
void pointAtPair(Review& review, Navigation& navigation, const PointerEvent& event);

} // namespace neuraxis
