#pragma once

#include "core/model/review_state.h"

namespace neuraxis {

/// The unit vectors of a plane on the screen, LPS. `normal` points to where scrolling up goes:
/// superior in axial, anterior in coronal, the patient's right in sagittal planes.
struct PlaneBasis {
    WorldVector right, down, normal;
    bool operator==(const PlaneBasis&) const = default;
};

/// The plane's axes under the view's conventions. With PlaneFrame::Acquisition they follow the grid of `base`:
/// the plane lies through two of its axes, right along the one nearest the patient's, so a sheared grid is
/// drawn undistorted. Without a base, the patient's axes.
PlaneBasis planeBasis(Plane plane, const ViewOptions& options, const VolumeHeader* base);

/// Which grid axis (0 to 2) lies nearest the patient's left-right, posterior-anterior and inferior-superior axis.
/// Each axis is given once.
std::array<int, 3> nearestAxes(const Affine& voxelToLps);

/// Millimetres from one slice to the next when scrolling along `normal`: the grid's own step nearest to it,
/// measured along it.
double sliceStepMm(const VolumeHeader& base, const WorldVector& normal);

/// The cursor `steps` slices further along `normal` (up when positive), not beyond the ends of the grid. Where the
/// plane lies along two of the grid's axes it stops on slices, so that none is drawn as the mean of two.
WorldPoint scrolled(const VolumeHeader& base, const WorldVector& normal, const WorldPoint& cursorLps, int steps);

/// Letters of the side a direction points to: "L"; for an oblique direction the letters of every part over a
/// quarter, the greatest first: "LA".
QString directionLetters(const WorldVector& direction);

} // namespace neuraxis
