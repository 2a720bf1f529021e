#include "core/io/par_geometry.h"

#include "core/io/slice_stack.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

namespace neuraxis::io {

namespace {

/// The table gives places with two decimals.
constexpr double roundingMm = 0.05;

WorldPoint fromApFhRl(double ap, double fh, double rl) { return {rl, ap, fh}; }

/// An angulation in degrees about the axes L, P and S.
struct Turn {
    double aboutL = 0, aboutP = 0, aboutS = 0;
};

WorldVector turnL(const WorldVector& v, double a) {
    return {v.x, std::cos(a) * v.y - std::sin(a) * v.z, std::sin(a) * v.y + std::cos(a) * v.z};
}
WorldVector turnP(const WorldVector& v, double a) {
    return {std::cos(a) * v.x + std::sin(a) * v.z, v.y, std::cos(a) * v.z - std::sin(a) * v.x};
}
WorldVector turnS(const WorldVector& v, double a) {
    return {std::cos(a) * v.x - std::sin(a) * v.y, std::sin(a) * v.x + std::cos(a) * v.y, v.z};
}

struct Axes {
    WorldVector along, down;
    [[nodiscard]] WorldVector normal() const { return cross(along, down); }
};

/// The image axes of slice orientations 1, 2 and 3 (transverse, sagittal, coronal) before they are angulated.
constexpr int orientations = 3;
Axes straightAxes(int orientation) {
    switch (orientation) {
    case 2: return {{0, 1, 0}, {0, 0, -1}};
    case 3: return {{1, 0, 0}, {0, 0, -1}};
    default: return {{1, 0, 0}, {0, 1, 0}};
    }
}

// About S before about P: so the angulations and the orientations in Philips' own DICOM files fit together. No file
// at hand has all three angles; the first order is nibabel's, the second dcm2niix's. They differ by a product of
// two angles, and the slices' places decide.
Axes angulated(int orientation, const Turn& t, bool lastAboutL) {
    const auto turned = [&](WorldVector v) {
        if (!lastAboutL) v = turnL(v, t.aboutL);
        v = turnP(turnS(v, t.aboutS), t.aboutP);
        return lastAboutL ? turnL(v, t.aboutL) : v;
    };
    const Axes straight = straightAxes(orientation);
    return {turned(straight.along), turned(straight.down)};
}

Turn turnOf(const std::vector<double>& apFhRl) {
    if (apFhRl.size() != 3) return {};
    constexpr double radian = std::numbers::pi / 180;
    return {apFhRl[2] * radian, apFhRl[0] * radian, apFhRl[1] * radian};
}

/// How far the slices' centres are from being stacked along a direction.
double strayMm(const std::vector<WorldPoint>& centres, const WorldVector& direction) {
    double worst = 0;
    for (const WorldPoint& p : centres) {
        const WorldVector from = p - centres.front();
        worst = std::max(worst, length(from + direction * -dot(from, direction)));
    }
    return worst;
}

} // namespace

ParGeometry layOutPar(const ParHeader& par, const std::vector<const ParImage*>& images, bool whole) {
    ParGeometry g;
    const ParImage& model = *images.front();
    std::map<int, WorldPoint> bySlice;
    for (const ParImage* image : images)
        bySlice.emplace(image->whole(ParImage::Slice),
                        fromApFhRl(image->at(ParImage::OffCentre), image->at(ParImage::OffCentre + 1),
                                   image->at(ParImage::OffCentre + 2)));
    std::vector<WorldPoint> centres;
    for (const auto& [slice, centre] : bySlice) centres.push_back(centre);
    const bool placed = centres.size() < 2 || length(centres.back() - centres.front()) > roundingMm;

    std::vector<double> angles;
    if (whole) angles = par.numbers("Angulation midslice");
    if (angles.size() != 3)
        angles = {model.at(ParImage::Angulation), model.at(ParImage::Angulation + 1),
                  model.at(ParImage::Angulation + 2)};
    const Turn turn = turnOf(angles);
    int orientation = model.whole(ParImage::Orientation);
    Axes axes = angulated(orientation, turn, false);
    if (placed && centres.size() > 1 && strayMm(centres, axes.normal()) > roundingMm) {
        if (const Axes other = angulated(orientation, turn, true); strayMm(centres, other.normal()) <= roundingMm)
            axes = other;
        else
            for (int candidate = 1; candidate <= orientations; ++candidate)
                for (const bool lastAboutL : {false, true})
                    if (const Axes o = angulated(candidate, turn, lastAboutL);
                        candidate != orientation && strayMm(centres, o.normal()) <= roundingMm) {
                        axes = o;
                        if (orientation != 0)
                            g.findings.push_back(
                                {Finding::Severity::Warning, QStringLiteral("header-position-differ"),
                                 QCoreApplication::translate(
                                     "io", "The file's slice orientation disagrees with where its slices lie; their "
                                           "positions are believed.")});
                        orientation = 0;
                    }
    }
    const WorldVector normal = axes.normal();

    std::vector<std::pair<double, int>> levels;
    for (const auto& [slice, centre] : bySlice)
        levels.emplace_back(placed ? dot(centre - WorldPoint(), normal) : static_cast<double>(slice), slice);
    std::stable_sort(levels.begin(), levels.end(), [](auto& a, auto& b) { return a.first < b.first; });
    centres.clear();
    for (const auto& [level, slice] : levels) {
        g.slices.push_back(slice);
        centres.push_back(bySlice[slice]);
    }
    const auto count = static_cast<int>(centres.size());
    double stepMm = model.at(ParImage::ThicknessMm) + model.at(ParImage::GapMm);
    if (!(stepMm > 0)) stepMm = 1;

    // The general part's centre and the even step, if the slices' own places bear them out.
    WorldVector step = normal * stepMm;
    const auto middle = par.numbers("Off Centre midslice");
    WorldPoint first = centres.front();
    bool even = true;
    if (whole && middle.size() == 3) first = fromApFhRl(middle[0], middle[1], middle[2]) + step * (-(count - 1) / 2.0);
    for (int i = 0; placed && i < count; ++i)
        if (length(centres[static_cast<std::size_t>(i)] - (first + step * i)) > 2 * roundingMm + 0.02 * stepMm)
            even = false;
    for (int i = 0; i < count; ++i) g.place.push_back(i);
    g.slicesOnGrid = count;
    if (!even) {
        std::vector<WorldPoint> apart = centres;
        for (int i = 1; i < count; ++i) // layOut wants positions that differ
            if (levels[static_cast<std::size_t>(i)].first - levels[static_cast<std::size_t>(i) - 1].first < 1e-3)
                apart.clear();
        if (!apart.empty()) {
            const SliceGrid grid = layOut(apart, normal, stepMm);
            g.place = grid.place;
            g.slicesOnGrid = grid.slices;
            step = count > 1 ? grid.step : step;
            first = grid.first;
            g.findings.insert(g.findings.end(), grid.findings.begin(), grid.findings.end());
        } else {
            first = centres.front();
        }
    }

    const double columnMm = model.at(ParImage::Spacing) > 0 ? model.at(ParImage::Spacing) : 1,
                 rowMm = model.at(ParImage::Spacing + 1) > 0 ? model.at(ParImage::Spacing + 1) : 1;
    const WorldVector i = axes.along * columnMm, j = axes.down * rowMm;
    const WorldPoint corner =
        first + i * (-(model.at(ParImage::Resolution) - 1) / 2) + j * (-(model.at(ParImage::Resolution + 1) - 1) / 2);
    g.voxelToLps = Affine(i, j, step, corner);
    return g;
}

} // namespace neuraxis::io
