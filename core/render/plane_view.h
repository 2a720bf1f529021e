#pragma once

#include "core/render/decorations.h"

namespace neuraxis::render {

/// One plane of a layout: of the layers, of the two visits that are compared over one another, or of one visit.
class PlaneView {
  public:
    /// At zoom 1 the lowest layer fits the view in each of the `fitted` planes. Both states must outlive the view.
    PlaneView(const ReviewState& state, const NavigationState& navigation, const Cell& cell,
              const std::vector<Plane>& fitted);

    /// How it lies on the screen, in the space of the lowest layer, where navigation is.
    [[nodiscard]] const SliceGeometry& geometry() const { return inCurrent; }
    /// Where the other visit begins, from the view's left edge, in the view's units; nothing where none is wiped in.
    [[nodiscard]] std::optional<double> wipeAt() const;
    /// Draws it with its marks. `swapped`: the two visits that are compared change places.
    void paint(QPainter& painter, Decor decor, bool swapped = false) const;

  private:
    void paintVisit(QPainter& painter, Decor decor, int visit) const;
    void paintPoints(QPainter& painter, const Decor& decor, int visit) const;
    void paintBlend(QPainter& painter, const Decor& decor, int other) const;

    const ReviewState& state;
    const NavigationState& navigation;
    Cell cell;
    SliceGeometry inCurrent;
};

} // namespace neuraxis::render
