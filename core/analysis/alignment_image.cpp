#include "core/analysis/alignment_image.h"

#include "core/analysis/on_all_cores.h"
#include "core/model/orientation.h"
#include "core/model/stored_type.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace neuraxis {

namespace {

constexpr std::array<double, 3> resolutionsMm = {8, 4, 2};
constexpr double headMm = 150; // from the vertex down to below the cerebellum
constexpr float nothing = std::numeric_limits<float>::quiet_NaN();

/// Cells of `per` voxels each way, as means; `at` gives the voxel at an index.
template <class At>
AlignmentLevel means(const std::array<int, 3>& from, const Affine& grid, std::array<int, 3> per, const At& at) {
    AlignmentLevel level;
    for (int axis = 0; axis < 3; ++axis) {
        per[axis] = std::clamp(per[axis], 1, from[axis]);
        level.size[axis] = from[axis] / per[axis];
    }
    level.voxelToCentred = Affine(grid.step(0) * per[0], grid.step(1) * per[1], grid.step(2) * per[2],
                                  grid.toWorld({(per[0] - 1) / 2.0, (per[1] - 1) / 2.0, (per[2] - 1) / 2.0}));
    const auto nx = static_cast<std::size_t>(level.size[0]), ny = static_cast<std::size_t>(level.size[1]);
    const std::array<std::size_t, 3> step = {static_cast<std::size_t>(per[0]), static_cast<std::size_t>(per[1]),
                                             static_cast<std::size_t>(per[2])};
    level.values.resize(nx * ny * static_cast<std::size_t>(level.size[2]));
    const float share = 1.F / static_cast<float>(per[0] * per[1] * per[2]);
    onAllCores(static_cast<std::size_t>(level.size[2]), [&](std::size_t z) {
        for (std::size_t y = 0; y < ny; ++y) {
            float* row = level.values.data() + (z * ny + y) * nx;
            for (std::size_t k = 0; k < step[2]; ++k)
                for (std::size_t j = 0; j < step[1]; ++j) {
                    std::size_t index = ((z * step[2] + k) * static_cast<std::size_t>(from[1]) + y * step[1] + j) *
                                        static_cast<std::size_t>(from[0]);
                    for (std::size_t x = 0; x < nx; ++x) {
                        float sum = 0;
                        for (std::size_t i = 0; i < step[0]; ++i) sum += at(index++);
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

AlignmentLevel finest(const Volume& volume) {
    const VolumeHeader& header = volume.header();
    const auto per = voxelsPer(resolutionsMm.back(), header.voxelToLps);
    return withStoredType(header.type, [&](auto zero) {
        const auto* stored = reinterpret_cast<const decltype(zero)*>(volume.voxels());
        if (header.type == StoredType::Rgb24)
            return means(header.size, header.voxelToLps, per, [stored](std::size_t i) {
                return 0.299F * static_cast<float>(stored[3 * i]) + 0.587F * static_cast<float>(stored[3 * i + 1]) +
                       0.114F * static_cast<float>(stored[3 * i + 2]);
            });
        return means(header.size, header.voxelToLps, per,
                     [stored](std::size_t i) { return static_cast<float>(stored[i]); });
    });
}

AlignmentLevel coarser(const AlignmentLevel& fine, double mm) {
    return means(fine.size, fine.voxelToCentred, voxelsPer(mm, fine.voxelToCentred),
                 [&](std::size_t i) { return fine.values[i]; });
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
        const bool outermost = i == 0 || j == 0 || k == 0 || i == level.size[0] - 1 || j == level.size[1] - 1 ||
                               k == level.size[2] - 1;
        if (!outermost) return;
        ++all;
        ++count[static_cast<std::size_t>(std::clamp((value - low) / (high - low) * (bins - 1) + 0.5F, 0.F, bins - 1.F))];
    });
    const auto most = std::max_element(count.begin(), count.end());
    if (*most * 5 < all) return low;
    return low + (high - low) * static_cast<float>(most - count.begin()) / (bins - 1);
}

} // namespace

AlignmentImage::AlignmentImage(const Volume& volume) : centre(volume.header().centreLps()) {
    if (!volume.header().voxelToLps.isValid()) return;
    resolutions.push_back(finest(volume));
    for (auto mm = resolutionsMm.rbegin() + 1; mm != resolutionsMm.rend(); ++mm)
        resolutions.insert(resolutions.begin(), coarser(resolutions.front(), *mm));
    for (std::size_t i = 0; i < resolutionsMm.size(); ++i) smooth(resolutions[i], resolutionsMm[i]);
    findMiddle();
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
        if (std::abs(value - air) > clear) volume[slabOf(grid.toWorld({double(i), double(j), double(k)}).z)] += voxelMm3;
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
    for (AlignmentLevel& level : resolutions) {
        level.voxelToCentred = shifted(level.voxelToCentred, WorldPoint{} - centre);
        std::vector<float> values;
        eachVoxel(level, [&](int i, int j, int k, float value) {
            if (weight(level.voxelToCentred.toWorld({double(i), double(j), double(k)}) - WorldPoint{}) > 0.5F)
                values.push_back(value);
        });
        std::tie(level.low, level.high) = rangeOf(values);
        const bool flat = *std::min_element(level.size.begin(), level.size.end()) < 2;
        if (flat || !(level.high > level.low)) usable = false;
    }
}

float AlignmentImage::weight(const WorldVector& fromMiddleMm) const {
    constexpr double whole = 80, none = 120;
    const double far = std::clamp((length(fromMiddleMm) - whole) / (none - whole), 0.0, 1.0);
    return static_cast<float>(1 - far * far * (3 - 2 * far));
}

} // namespace neuraxis
