#include "core/render/volume_grid.h"

#include "core/render/parallel.h"
#include "core/render/stored_voxels.h"
#include "core/render/tissue.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace neuraxis::render {

namespace {

/// Least and greatest finite stored value.
template <class V> std::pair<double, double> extremes(const V& voxels, const std::array<int, 3>& size) {
    const std::size_t slice = static_cast<std::size_t>(size[0]) * static_cast<std::size_t>(size[1]);
    std::vector<std::pair<double, double>> each(static_cast<std::size_t>(size[2]));
    inParallel(size[2], [&](int first, int last) {
        for (int k = first; k < last; ++k) {
            double least = std::numeric_limits<double>::infinity(), most = -least;
            for (std::size_t i = slice * static_cast<std::size_t>(k), end = i + slice; i < end; ++i) {
                const double value = voxels[i];
                if (!std::isfinite(value)) continue;
                least = std::min(least, value);
                most = std::max(most, value);
            }
            each[static_cast<std::size_t>(k)] = {least, most};
        }
    });
    auto range = each.front();
    for (const auto& [least, most] : each) range = {std::min(range.first, least), std::max(range.second, most)};
    return range;
}

VolumeGrid cropped(const VolumeGrid& grid, const VoxelBox& box) {
    VolumeGrid part;
    for (std::size_t axis = 0; axis < 3; ++axis) part.size[axis] = box[axis][1] - box[axis][0] + 1;
    if (part.size == grid.size) return grid;
    part.low = grid.low;
    part.step = grid.step;
    part.airCounts = grid.airCounts;
    const Affine& a = grid.gridToLps;
    part.gridToLps =
        Affine(a.step(0), a.step(1), a.step(2), a.toWorld({double(box[0][0]), double(box[1][0]), double(box[2][0])}));
    part.counts.resize(static_cast<std::size_t>(part.size[0]) * static_cast<std::size_t>(part.size[1]) *
                       static_cast<std::size_t>(part.size[2]));
    inParallel(part.size[2], [&](int first, int last) {
        for (int k = first; k < last; ++k)
            for (int j = 0; j < part.size[1]; ++j)
                std::copy_n(grid.counts.data() + grid.offset(box[0][0], box[1][0] + j, box[2][0] + k), part.size[0],
                            part.counts.data() + part.offset(0, j, k));
    });
    return part;
}

/// Weights 1 2 1 along each axis; the grid's edges count twice.
void smooth(VolumeGrid& grid) {
    const int n0 = grid.size[0], n1 = grid.size[1], n2 = grid.size[2];
    const auto mix = [](std::uint16_t* to, const std::uint16_t* a, const std::uint16_t* b, const std::uint16_t* c,
                        int n) {
        for (int i = 0; i < n; ++i) to[i] = static_cast<std::uint16_t>((a[i] + 2 * b[i] + c[i] + 2) >> 2);
    };
    std::vector<std::uint16_t> flat(grid.counts.size());
    inParallel(n2, [&](int first, int last) {
        std::vector<std::uint16_t> row(static_cast<std::size_t>(n0) + 2);
        for (int k = first; k < last; ++k)
            for (int j = 0; j < n1; ++j) {
                const auto line = [&](int other) {
                    return grid.counts.data() + grid.offset(0, std::clamp(other, 0, n1 - 1), k);
                };
                mix(row.data() + 1, line(j - 1), line(j), line(j + 1), n0);
                row.front() = row[1];
                row.back() = row[static_cast<std::size_t>(n0)];
                mix(flat.data() + grid.offset(0, j, k), row.data(), row.data() + 1, row.data() + 2, n0);
            }
    });
    inParallel(n2, [&](int first, int last) {
        const int slice = n0 * n1;
        const auto plane = [&](int k) { return flat.data() + grid.offset(0, 0, std::clamp(k, 0, n2 - 1)); };
        for (int k = first; k < last; ++k)
            mix(grid.counts.data() + grid.offset(0, 0, k), plane(k - 1), plane(k), plane(k + 1), slice);
    });
}

/// Counts are scaled by the mask (0 to its greatest value), which may lie on a coarser grid.
void mask(VolumeGrid& grid, const Volume& brain) {
    const VolumeHeader& header = brain.header();
    const auto& n = header.size;
    std::vector<float> weights(header.voxelsPerVolume());
    withStoredVoxels(brain, 0, [&](const auto& voxels) {
        for (std::size_t i = 0; i < weights.size(); ++i) weights[i] = static_cast<float>(voxels[i]);
    });
    const float most = weights.empty() ? 0 : *std::max_element(weights.begin(), weights.end());
    if (!(most > 0)) return;
    const auto weight = [&](const VoxelIndex& v) {
        const double place[] = {v.i, v.j, v.k};
        std::size_t at[3][2];
        float part[3];
        for (std::size_t axis = 0; axis < 3; ++axis) {
            if (place[axis] < -0.5 || place[axis] > n[axis] - 0.5) return 0.0F;
            const double inside = std::clamp(place[axis], 0.0, n[axis] - 1.0);
            at[axis][0] = static_cast<std::size_t>(inside);
            at[axis][1] = std::min<std::size_t>(at[axis][0] + 1, static_cast<std::size_t>(n[axis]) - 1);
            part[axis] = static_cast<float>(inside - static_cast<double>(at[axis][0]));
        }
        float sum = 0;
        for (std::size_t corner = 0; corner < 8; ++corner) {
            const std::size_t i = corner & 1, j = corner >> 1 & 1, k = corner >> 2;
            const auto share = [&](std::size_t axis, std::size_t side) { return side ? part[axis] : 1 - part[axis]; };
            sum += share(0, i) * share(1, j) * share(2, k) *
                   weights[at[0][i] +
                           static_cast<std::size_t>(n[0]) * (at[1][j] + static_cast<std::size_t>(n[1]) * at[2][k])];
        }
        return sum / most;
    };
    // From the grid to the mask is linear: one step along a row is the same everywhere.
    const VoxelIndex origin = header.voxelToLps.toVoxel(grid.gridToLps.toWorld({}));
    const auto step = [&](const VoxelIndex& to) {
        const VoxelIndex v = header.voxelToLps.toVoxel(grid.gridToLps.toWorld(to));
        return VoxelIndex{v.i - origin.i, v.j - origin.j, v.k - origin.k};
    };
    const VoxelIndex di = step({1, 0, 0}), dj = step({0, 1, 0}), dk = step({0, 0, 1});
    inParallel(grid.size[2], [&](int first, int last) {
        for (int k = first; k < last; ++k)
            for (int j = 0; j < grid.size[1]; ++j) {
                std::uint16_t* row = grid.counts.data() + grid.offset(0, j, k);
                for (int i = 0; i < grid.size[0]; ++i)
                    if (row[i])
                        row[i] =
                            static_cast<std::uint16_t>(row[i] * weight({origin.i + i * di.i + j * dj.i + k * dk.i,
                                                                        origin.j + i * di.j + j * dj.j + k * dk.j,
                                                                        origin.k + i * di.k + j * dj.k + k * dk.k}));
            }
    });
}

/// A grid of one slice becomes two of half the thickness, so that there is something between them.
void doubleSlice(VolumeGrid& grid, std::size_t axis) {
    VolumeGrid two = grid;
    two.size[axis] = 2;
    two.counts.resize(grid.counts.size() * 2);
    for (int k = 0; k < two.size[2]; ++k)
        for (int j = 0; j < two.size[1]; ++j)
            for (int i = 0; i < two.size[0]; ++i)
                two.counts[two.offset(i, j, k)] = grid.counts[grid.offset(
                    std::min(i, grid.size[0] - 1), std::min(j, grid.size[1] - 1), std::min(k, grid.size[2] - 1))];
    const WorldVector step = grid.gridToLps.step(static_cast<int>(axis));
    std::array<WorldVector, 3> steps{grid.gridToLps.step(0), grid.gridToLps.step(1), grid.gridToLps.step(2)};
    steps[axis] = step * 0.5;
    two.gridToLps = Affine(steps[0], steps[1], steps[2], grid.gridToLps.origin() + step * -0.25);
    grid = std::move(two);
}

} // namespace

double VolumeGrid::radiusMm() const {
    const WorldVector a = gridToLps.step(0) * size[0], b = gridToLps.step(1) * size[1], c = gridToLps.step(2) * size[2];
    double most = 0;
    for (const WorldVector& diagonal : {a + b + c, a + b + -c, a + -b + c, -a + b + c})
        most = std::max(most, length(diagonal));
    return most / 2;
}

WorldPoint VolumeGrid::centreLps() const {
    return gridToLps.toWorld({(size[0] - 1) / 2.0, (size[1] - 1) / 2.0, (size[2] - 1) / 2.0});
}

VolumeGrid halved(const VolumeGrid& grid) {
    VolumeGrid half;
    std::array<int, 3> stepOf;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        stepOf[axis] = grid.size[axis] >= 8 ? 2 : 1; // thin stacks keep their slices
        half.size[axis] = grid.size[axis] / stepOf[axis];
    }
    half.low = grid.low;
    half.step = grid.step;
    half.airCounts = grid.airCounts;
    const Affine& a = grid.gridToLps;
    half.gridToLps = Affine(a.step(0) * stepOf[0], a.step(1) * stepOf[1], a.step(2) * stepOf[2],
                            a.toWorld({(stepOf[0] - 1) / 2.0, (stepOf[1] - 1) / 2.0, (stepOf[2] - 1) / 2.0}));
    half.counts.resize(static_cast<std::size_t>(half.size[0]) * static_cast<std::size_t>(half.size[1]) *
                       static_cast<std::size_t>(half.size[2]));
    const unsigned samples = static_cast<unsigned>(stepOf[0] * stepOf[1] * stepOf[2]);
    inParallel(half.size[2], [&](int first, int last) {
        for (int k = first; k < last; ++k)
            for (int j = 0; j < half.size[1]; ++j)
                for (int i = 0; i < half.size[0]; ++i) {
                    unsigned sum = 0;
                    for (int dk = 0; dk < stepOf[2]; ++dk)
                        for (int dj = 0; dj < stepOf[1]; ++dj)
                            for (int di = 0; di < stepOf[0]; ++di)
                                sum += grid.counts[grid.offset(i * stepOf[0] + di, j * stepOf[1] + dj,
                                                               k * stepOf[2] + dk)];
                    half.counts[half.offset(i, j, k)] = static_cast<std::uint16_t>(sum / samples);
                }
    });
    return half;
}

VolumeGrid volumeGrid(const Volume& volume, int index, const Volume* brain, int smoothings, std::size_t mostVoxels) {
    const VolumeHeader& header = volume.header();
    VolumeGrid grid;
    grid.size = header.size;
    grid.gridToLps = header.voxelToLps;
    if (header.voxelsPerVolume() == 0 || !header.voxelToLps.isValid()) return {};
    grid.counts.resize(header.voxelsPerVolume());
    withStoredVoxels(volume, index, [&](const auto& voxels) {
        auto [least, most] = extremes(voxels, header.size);
        if (!(most > least)) most = least + 1;
        if (!std::isfinite(least)) least = 0, most = 1;
        const double scale = VolumeGrid::greatest / (most - least);
        const bool flipped = header.slope < 0;
        grid.low = (flipped ? most : least) * header.slope + header.intercept;
        grid.step = std::abs(header.slope != 0 ? header.slope : 1) / scale;
        const std::size_t slice = static_cast<std::size_t>(header.size[0]) * static_cast<std::size_t>(header.size[1]);
        const auto fScale = static_cast<float>(flipped ? -scale : scale);
        const auto fShift = static_cast<float>(flipped ? most * scale : -least * scale);
        inParallel(header.size[2], [&](int first, int last) {
            for (std::size_t i = slice * static_cast<std::size_t>(first); i < slice * static_cast<std::size_t>(last);
                 ++i) {
                const float count = static_cast<float>(voxels[i]) * fScale + fShift + 0.5F;
                // The greatest may round beyond; what is no number is 0.
                grid.counts[i] =
                    static_cast<std::uint16_t>(count > 0 ? std::min<float>(count, VolumeGrid::greatest) : 0);
            }
        });
    });
    if (brain) mask(grid, *brain);
    const int air = airThreshold(grid.counts);
    grid.airCounts = noiseCounts(grid.counts, air);
    grid = cropped(grid, tissueBox(grid, air / 2));
    while (grid.counts.size() > mostVoxels) {
        const std::size_t before = grid.counts.size();
        grid = halved(grid);
        if (grid.counts.size() == before) break;
    }
    for (int pass = 0; pass < smoothings; ++pass) smooth(grid);
    for (std::size_t axis = 0; axis < 3; ++axis)
        if (grid.size[axis] == 1) doubleSlice(grid, axis);
    return grid;
}

} // namespace neuraxis::render
