#pragma once

#include "core/model/cortex_display.h"

#include <array>
#include <memory>
#include <vector>

namespace neuraxis::render {

/// One side of a cortex in the form in which it is seen.
struct HemisphereForm {
    std::shared_ptr<const Hemisphere> hemisphere;
    std::vector<SurfacePoint>
        points; ///< LPS millimetres; of forms without a place in the patient, beside the other side
    std::vector<SurfacePoint> normals; ///< Outwards, of length 1
    SurfaceBounds bounds;
};

/// A cortex in a form between two shapes: see shapedPoints(). Sides without surfaces are left out.
class CortexForm {
  public:
    CortexForm(const Cortex& cortex, double shape);
    /// Null for a side that there is not.
    [[nodiscard]] const HemisphereForm* side(Side side) const;
    [[nodiscard]] bool isEmpty() const { return !side(Side::Left) && !side(Side::Right); }

  private:
    std::array<HemisphereForm, 2> sides;
};

} // namespace neuraxis::render
