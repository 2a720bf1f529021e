#include "core/analysis/alignment_image.h"

#include "core/analysis/aligned_visit.h"
#include "core/analysis/on_all_cores.h"
#include "core/model/orientation.h"
#include "core/model/stored_type.h"

#include <algorithm>
#include <cmath>
#include <compare>
#include <limits>

namespace neuraxis {

namespace {

constexpr std::array<double, 4> resolutionsMm = {8, 4, 2, 1};
constexpr double reachMm = 120; // of what is looked at in detail, from the middle
constexpr double rangeMm = 100; // of what the brightest and darkest are taken from
constexpr double headMm = 150;  // from the vertex down to below the cerebellum
constexpr float nothing = std::numeric_limits<float>::quiet_NaN();

/// Some of a grid's voxels: from the first on, so many.
struct Window {
    std::array<int, 3> first{}, count{};
};

/// Cells of `per` voxels each way, as means; `at` gives the voxel at an index of the whole grid.
template <class At> AlignmentLevel means(const std::array<int, 3>& from, const Window& window, const Affine& grid,
                                         std::array<int, 3> per, const At& at) {
    AlignmentLevel level;
    std::array<double, 3> origin{};
    for (int axis = 0; axis < 3; ++axis) {
        per[axis] = std::clamp(per[axis], 1, window.count[axis]);
        level.size[axis] = window.count[axis] / per[axis];
        origin[axis] = window.first[axis] + (per[axis] - 1) / 2.0;
    }
    level.voxelToCentred = Affine(grid.step(0) * per[0], grid.step(1) * per[1], grid.step(2) * per[2],
                                  grid.toWorld({origin[0], origin[1], origin[2]}));
    const auto whole = [](const std::array<int, 3>& n) {
        return std::array{static_cast<std::size_t>(n[0]), static_cast<std::size_t>(n[1]),
                          static_cast<std::size_t>(n[2])};
    };
    const auto [nx, ny, nz] = whole(level.size);
    const auto [stepX, stepY, stepZ] = whole(per);
    const auto [firstX, firstY, firstZ] = whole(window.first);
    const auto [rowX, rowsY, slices] = whole(from);
    level.values.resize(nx * ny * nz);
    const float share = 1.F / static_cast<float>(stepX * stepY * stepZ);
    onAllCores(nz, [&, nx = nx, ny = ny, stepX = stepX, stepY = stepY, stepZ = stepZ, firstX = firstX, firstY = firstY,
                    firstZ = firstZ, rowX = rowX, rowsY = rowsY](std::size_t z) {
        for (std::size_t y = 0; y < ny; ++y) {
            float* row = level.values.data() + (z * ny + y) * nx;
            for (std::size_t k = 0; k < stepZ; ++k)
                for (std::size_t j = 0; j < stepY; ++j) {
                    std::size_t index = ((firstZ + z * stepZ + k) * rowsY + firstY + y * stepY + j) * rowX + firstX;
                    for (std::size_t x = 0; x < nx; ++x) {
                        float sum = 0;
                        for (std::size_t i = 0; i < stepX; ++i) sum += at(index++);
                        row[x] += sum;
                    }
                }
            for (std::size_t x = 0; x < nx; ++x) row[x] = std::isfinite(row[x]) ? row[x] * share : nothing;
        }
    });
    return level;
}

std::array<int, 3> voxelsPer(double mm, const Affine& grid) {
    std::array<int, 3> per{};
    for (int axis = 0; axis < 3; ++axis)
        per[axis] = static_cast<int>(std::clamp(std::round(mm / grid.spacingMm()[axis]), 1.0, 512.0));
    return per;
}

AlignmentLevel levelOf(const Volume& volume, const Window& window, double mm) {
    const VolumeHeader& header = volume.header();
    const auto per = voxelsPer(mm, header.voxelToLps);
    return withStoredType(header.type, [&](auto zero) {
        const auto* stored = reinterpret_cast<const decltype(zero)*>(volume.voxels(plainVolume(header)));
        if (header.type == StoredType::Rgb24)
            return means(header.size, window, header.voxelToLps, per, [stored](std::size_t i) {
                return 0.299F * static_cast<float>(stored[3 * i]) + 0.587F * static_cast<float>(stored[3 * i + 1]) +
                       0.114F * static_cast<float>(stored[3 * i + 2]);
            });
        return means(header.size, window, header.voxelToLps, per,
                     [stored](std::size_t i) { return static_cast<float>(stored[i]); });
    });
}

AlignmentLevel coarser(const AlignmentLevel& fine, double mm) {
    return means(fine.size, {{}, fine.size}, fine.voxelToCentred, voxelsPer(mm, fine.voxelToCentred),
                 [&](std::size_t i) { return fine.values[i]; });
}

/// The voxels in the box around a ball.
Window windowAround(const VolumeHeader& header, const WorldPoint& middle, double radiusMm) {
    const Affine::Rows toVoxel = header.voxelToLps.inverse();
    const VoxelIndex at = header.voxelToLps.toVoxel(middle);
    const std::array<double, 3> place = {at.i, at.j, at.k};
    Window window;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const double reach = radiusMm * std::hypot(toVoxel[axis][0], toVoxel[axis][1], toVoxel[axis][2]);
        const double last = header.size[axis] - 1;
        window.first[axis] = static_cast<int>(std::clamp(std::floor(place[axis] - reach), 0.0, last));
        window.count[axis] =
            static_cast<int>(std::clamp(std::ceil(place[axis] + reach), 0.0, last)) - window.first[axis] + 1;
    }
    return window;
}

/// By 1 2 1 along each axis whose voxels are as fine as the level; thick slices stay.
void smooth(AlignmentLevel& level, double mm) {
    const std::array<std::size_t, 3> stride = {1, static_cast<std::size_t>(level.size[0]),
                                               static_cast<std::size_t>(level.size[0]) *
                                                   static_cast<std::size_t>(level.size[1])};
    for (int axis = 0; axis < 3; ++axis) {
        if (level.voxelToCentred.spacingMm()[axis] > 1.5 * mm || level.size[axis] < 2) continue;
        const int across = axis == 2 ? 1 : 2; // the axis that the cores share
        const int inner = 3 - axis - across;
        onAllCores(static_cast<std::size_t>(level.size[across]), [&](std::size_t slab) {
            for (int line = 0; line < level.size[inner]; ++line) {
                float* value =
                    level.values.data() + slab * stride[across] + static_cast<std::size_t>(line) * stride[inner];
                float before = *value;
                for (int i = 0; i < level.size[axis]; ++i, value += stride[axis]) {
                    const float here = *value, after = i + 1 < level.size[axis] ? value[stride[axis]] : here;
                    *value = 0.25F * (before + 2 * here + after);
                    before = here;
                }
            }
        });
    }
}

Affine shifted(const Affine& grid, const WorldVector& by) {
    return {grid.step(0), grid.step(1), grid.step(2), grid.origin() + by};
}

template <class Visit> void eachVoxel(const AlignmentLevel& level, const Visit& visit) {
    std::size_t index = 0;
    for (int k = 0; k < level.size[2]; ++k)
        for (int j = 0; j < level.size[1]; ++j)
            for (int i = 0; i < level.size[0]; ++i, ++index)
                if (std::isfinite(level.values[index])) visit(i, j, k, level.values[index]);
}

std::pair<float, float> rangeOf(std::vector<float>& values) {
    if (values.empty()) return {0.F, 0.F};
    const auto at = [&](double share) {
        const auto place = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
        std::nth_element(values.begin(), place, values.end());
        return *place;
    };
    return {at(0.005), at(0.995)};
}

/// What there is of most at the image's outermost voxels: the brightness of air, where there is air.
float airOf(const AlignmentLevel& level, float low, float high) {
    constexpr int bins = 24;
    std::array<int, bins> count{};
    int all = 0;
    eachVoxel(level, [&](int i, int j, int k, float value) {
        const bool outermost =
            i == 0 || j == 0 || k == 0 || i == level.size[0] - 1 || j == level.size[1] - 1 || k == level.size[2] - 1;
        if (!outermost) return;
        ++all;
        ++count[static_cast<std::size_t>(
            std::clamp((value - low) / (high - low) * (bins - 1) + 0.5F, 0.F, bins - 1.F))];
    });
    const auto most = std::max_element(count.begin(), count.end());
    if (*most * 5 < all) return low;
    return low + (high - low) * static_cast<float>(most - count.begin()) / (bins - 1);
}

} // namespace

AlignmentImage::AlignmentImage(const Volume& volume) : centre(volume.header().centreLps()) {
    const VolumeHeader& header = volume.header();
    if (!header.voxelToLps.isValid()) return;
    resolutions.resize(resolutionsMm.size());
    resolutions[2] = levelOf(volume, {{}, header.size}, resolutionsMm[2]);
    for (const std::size_t i : {1U, 0U}) resolutions[i] = coarser(resolutions[i + 1], resolutionsMm[i]);
    for (const std::size_t i : {0U, 1U, 2U}) smooth(resolutions[i], resolutionsMm[i]);
    findMiddle();
    resolutions[3] = levelOf(volume, windowAround(header, centre, reachMm), resolutionsMm[3]);
    measure();
}

void AlignmentImage::findMiddle() {
    const AlignmentLevel& level = resolutions[1];
    std::vector<float> values;
    eachVoxel(level, [&](int, int, int, float value) { values.push_back(value); });
    const auto [low, high] = rangeOf(values);
    if (!(high > low)) return;
    const float air = airOf(level, low, high), clear = 0.12F * (high - low);
    // Down from the highest place that is clearly head: 8 square centimetres of it
    const Affine& grid = level.voxelToCentred;
    const double voxelMm3 = std::abs(grid.determinant());
    constexpr double slabMm = 4;
    const auto [least, greatest] = std::pair(-2000.0, 2000.0);
    std::vector<double> volume(static_cast<std::size_t>((greatest - least) / slabMm));
    const auto slabOf = [&](double z) {
        return static_cast<std::size_t>(std::clamp((z - least) / slabMm, 0.0, static_cast<double>(volume.size() - 1)));
    };
    eachVoxel(level, [&](int i, int j, int k, float value) {
        if (std::abs(value - air) > clear)
            volume[slabOf(grid.toWorld({double(i), double(j), double(k)}).z)] += voxelMm3;
    });
    std::size_t vertex = volume.size() - 1;
    while (vertex > 0 && volume[vertex] < 800 * slabMm) --vertex;
    const double vertexMm = least + static_cast<double>(vertex + 1) * slabMm;
    WorldVector sum;
    double count = 0;
    eachVoxel(level, [&](int i, int j, int k, float value) {
        const WorldPoint p = grid.toWorld({double(i), double(j), double(k)});
        if (std::abs(value - air) <= clear || p.z < vertexMm - headMm) return;
        sum = sum + (p - WorldPoint{});
        ++count;
    });
    if (count > 0) centre = WorldPoint{} + sum * (1 / count);
}

void AlignmentImage::measure() {
    usable = true;
    for (std::size_t i = 0; i < resolutions.size(); ++i) {
        AlignmentLevel& level = resolutions[i];
        level.voxelToCentred = shifted(level.voxelToCentred, WorldPoint{} - centre);
        if (*std::min_element(level.size.begin(), level.size.end()) < 2) usable = false;
        if (i == 3) { // nearly the same as one coarser, and many voxels
            level.low = resolutions[2].low;
            level.high = resolutions[2].high;
            continue;
        }
        std::vector<float> values;
        eachVoxel(level, [&](int x, int y, int z, float value) {
            const WorldPoint p = level.voxelToCentred.toWorld({double(x), double(y), double(z)});
            if (length(p - WorldPoint{}) < rangeMm) values.push_back(value);
        });
        std::tie(level.low, level.high) = rangeOf(values);
        if (!(level.high > level.low)) usable = false;
    }
}

bool AlignmentImage::isBefore(const AlignmentImage& other) const {
    const AlignmentLevel &mine = resolutions.front(), &others = other.resolutions.front();
    if (mine.size != others.size) return mine.size < others.size;
    return std::lexicographical_compare(mine.values.begin(), mine.values.end(), others.values.begin(),
                                        others.values.end(),
                                        [](float a, float b) { return std::strong_order(a, b) < 0; });
}

} // namespace neuraxis
