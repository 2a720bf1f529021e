#include "core/model/orientation.h"

#include <algorithm>
#include <cmath>

namespace neuraxis {

namespace {

// What lies to the right and below in each plane, as patient axis (0 = x, 1 = y, 2 = z, LPS) and sign,
// in the radiological convention with the nose to the left; and where scrolling up goes.
struct PlaneRow {
    int right, rightSign, down, downSign, normal, normalSign;
};
constexpr PlaneRow planeTable[] = {
    {0, +1, 1, +1, 2, +1}, // axial: left is right of screen, posterior below; up to superior
    {0, +1, 2, -1, 1, -1}, // coronal: left is right of screen, inferior below; up to anterior
    {1, +1, 2, -1, 0, -1}, // sagittal: posterior is right of screen, inferior below; up to the right
};

WorldVector patientAxis(int axis) { return {axis == 0 ? 1.0 : 0.0, axis == 1 ? 1.0 : 0.0, axis == 2 ? 1.0 : 0.0}; }
double part(const WorldVector& v, int axis) { return axis == 0 ? v.x : axis == 1 ? v.y : v.z; }

} // namespace

std::array<int, 3> nearestAxes(const Affine& voxelToLps) {
    std::array<int, 3> order{0, 1, 2}, best = order;
    double greatest = -1;
    do {
        double sum = 0;
        for (int axis = 0; axis < 3; ++axis) sum += std::abs(part(unit(voxelToLps.step(order[axis])), axis));
        if (sum > greatest + 1e-12) {
            greatest = sum;
            best = order;
        }
    } while (std::next_permutation(order.begin(), order.end()));
    return best;
}

PlaneBasis planeBasis(Plane plane, const ViewOptions& options, const VolumeHeader* base) {
    const PlaneRow& row = planeTable[static_cast<int>(plane)];
    const bool mirrored = plane == Plane::Sagittal ? !options.noseLeft : !options.radiological;
    const double rightSign = mirrored ? -row.rightSign : row.rightSign;
    std::array<WorldVector, 3> axes{patientAxis(0), patientAxis(1), patientAxis(2)};
    if (options.frame == PlaneFrame::Acquisition && base && base->voxelToLps.isValid()) {
        const auto nearest = nearestAxes(base->voxelToLps);
        for (int axis = 0; axis < 3; ++axis) {
            const WorldVector step = unit(base->voxelToLps.step(nearest[axis]));
            axes[axis] = part(step, axis) < 0 ? -step : step;
        }
    }
    PlaneBasis basis;
    basis.right = axes[row.right] * rightSign;
    const WorldVector along = axes[row.down] * row.downSign;
    basis.down = unit(along + basis.right * -dot(along, basis.right));
    basis.normal = unit(cross(basis.right, basis.down));
    if (dot(basis.normal, patientAxis(row.normal) * row.normalSign) < 0) basis.normal = -basis.normal;
    return basis;
}

namespace {

/// The grid axis that points most along the normal.
int axisAlong(const Affine& grid, const WorldVector& normal) {
    int nearest = 0;
    double most = -1;
    for (int axis = 0; axis < 3; ++axis) {
        const double along = std::abs(dot(unit(grid.step(axis)), normal));
        if (along > most + 1e-9) {
            most = along;
            nearest = axis;
        }
    }
    return nearest;
}

} // namespace

double sliceStepMm(const VolumeHeader& base, const WorldVector& normal) {
    const double along = std::abs(dot(base.voxelToLps.step(axisAlong(base.voxelToLps, normal)), normal));
    return along > 0 ? along : 1;
}

WorldPoint scrolled(const VolumeHeader& base, const WorldVector& normal, const WorldPoint& cursorLps, int steps) {
    const Affine& grid = base.voxelToLps;
    const int axis = axisAlong(grid, normal);
    const double step = sliceStepMm(base, normal);
    double reach = -step / 2, first = 0;
    bool onSlices = true;
    for (int other = 0; other < 3; ++other) {
        const double along = std::abs(dot(grid.step(other), normal));
        reach += along * base.size[static_cast<std::size_t>(other)] / 2;
        if (other != axis) onSlices = onSlices && along < 1e-3 * length(grid.step(other));
    }
    double at = dot(cursorLps - base.centreLps(), normal);
    if (onSlices) {
        first = base.size[static_cast<std::size_t>(axis)] % 2 == 0 ? step / 2 : 0; // the middle lies between two slices
        at = std::round((at - first) / step) * step + first;
    }
    const double to = std::clamp(at + steps * step, std::min(at, -reach), std::max(at, reach));
    return cursorLps + normal * (to - dot(cursorLps - base.centreLps(), normal));
}

QString directionLetters(const WorldVector& direction) {
    const WorldVector d = unit(direction);
    std::array<std::pair<double, QChar>, 3> parts{
        {{d.x, d.x > 0 ? u'L' : u'R'}, {d.y, d.y > 0 ? u'P' : u'A'}, {d.z, d.z > 0 ? u'S' : u'I'}}};
    std::stable_sort(parts.begin(), parts.end(),
                     [](const auto& a, const auto& b) { return std::abs(a.first) > std::abs(b.first); });
    QString letters;
    for (const auto& [size, letter] : parts)
        if (std::abs(size) > 0.25) letters += letter;
    return letters;
}

} // namespace neuraxis
