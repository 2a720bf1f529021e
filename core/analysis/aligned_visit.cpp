#include "core/analysis/aligned_visit.h"

#include "core/analysis/blur.h"
#include "core/analysis/in_slabs.h"
#include "core/model/stored_type.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

namespace neuraxis {

namespace {

constexpr double widestMm = 400;
constexpr double leastBlurMm = 0.2; ///< Less is not seen
constexpr float outside = std::numeric_limits<float>::quiet_NaN();

/// The numbers of one volume in its unit; what is not finite counts as 0.
std::vector<float> numbersOf(const Volume& image) {
    const VolumeHeader& header = image.header();
    std::vector<float> values(header.voxelsPerVolume());
    withStoredType(header.type, [&](auto zero) {
        const auto* stored = reinterpret_cast<const decltype(zero)*>(image.voxels(plainVolume(header)));
        const bool colour = header.type == StoredType::Rgb24;
        const auto at = [&](std::size_t i) { return static_cast<double>(stored[i]); };
        inSlabs(header.size[2], [&](int k) {
            const std::size_t count = values.size() / static_cast<std::size_t>(header.size[2]);
            for (std::size_t i = static_cast<std::size_t>(k) * count, end = i + count; i < end; ++i) {
                const double number =
                    colour ? 0.299 * at(3 * i) + 0.587 * at(3 * i + 1) + 0.114 * at(3 * i + 2) : at(i);
                const double value = number * header.slope + header.intercept;
                values[i] = std::isfinite(value) ? static_cast<float>(value) : 0;
            }
        });
    });
    return values;
}

/// Where the mask is brain, in the midway space.
void extend(const AlignedVisit& visit, std::array<WorldPoint, 2>& bounds) {
    const WorldTransform toMidway = visit.fromMidway.inverse();
    const auto include = [&](const WorldPoint& inVisit) {
        const WorldPoint p = toMidway(inVisit);
        bounds[0] = {std::min(bounds[0].x, p.x), std::min(bounds[0].y, p.y), std::min(bounds[0].z, p.z)};
        bounds[1] = {std::max(bounds[1].x, p.x), std::max(bounds[1].y, p.y), std::max(bounds[1].z, p.z)};
    };
    const VolumeHeader& header = (visit.brain ? visit.brain : visit.image)->header();
    const float half = visit.brain ? static_cast<float>(visit.brain->extremes().second / 2) : 0;
    const std::vector<float> mask = visit.brain ? numbersOf(*visit.brain) : std::vector<float>();
    const auto [nx, ny, nz] = header.size;
    for (int k = 0; k < nz; ++k)
        for (int j = 0; j < ny; ++j) {
            // The first and the last of a row are enough
            int first = 0, last = nx - 1;
            if (visit.brain) {
                const float* row = mask.data() + (static_cast<std::size_t>(k) * static_cast<std::size_t>(ny) +
                                                  static_cast<std::size_t>(j)) *
                                                     static_cast<std::size_t>(nx);
                while (first < nx && !(row[first] > half)) ++first;
                while (last > first && !(row[last] > half)) --last;
                if (first == nx) continue;
            }
            include(header.voxelToLps.toWorld({double(first), double(j), double(k)}));
            include(header.voxelToLps.toWorld({double(last), double(j), double(k)}));
        }
}

} // namespace

int plainVolume(const VolumeHeader& header) {
    const auto& b = header.fourth.bValues;
    const auto least = std::min_element(b.begin(), b.end());
    return least == b.end() ? 0 : std::min(static_cast<int>(least - b.begin()), header.volumes - 1);
}

std::size_t MidwayGrid::voxels() const {
    return static_cast<std::size_t>(size[0]) * static_cast<std::size_t>(size[1]) * static_cast<std::size_t>(size[2]);
}

std::shared_ptr<const Volume> MidwayGrid::volume(const std::vector<float>& values, const QString& name,
                                                 const QString& unit) const {
    VolumeHeader header;
    header.name = name;
    header.unit = unit;
    header.size = size;
    header.voxelToLps = voxelToLps;
    header.type = StoredType::Float32;
    std::shared_ptr<std::byte[]> bytes(new std::byte[header.bytes()]);
    std::memcpy(bytes.get(), values.data(), header.bytes());
    return std::make_shared<const Volume>(header, std::shared_ptr<const std::byte>(bytes, bytes.get()));
}

MidwayGrid gridOver(const AlignedVisit& a, const AlignedVisit& b, double spacingMm, double marginMm) {
    constexpr double far = std::numeric_limits<double>::max();
    std::array<WorldPoint, 2> bounds{WorldPoint{far, far, far}, WorldPoint{-far, -far, -far}};
    extend(a, bounds);
    extend(b, bounds);
    MidwayGrid grid;
    const auto along = [&](double low, double high) {
        if (!(low <= high)) return 1; // nobody's brain
        const double wide = std::min(widestMm, high - low) + 2 * marginMm;
        return static_cast<int>(std::ceil(wide / spacingMm)) + 1;
    };
    grid.size = {along(bounds[0].x, bounds[1].x), along(bounds[0].y, bounds[1].y), along(bounds[0].z, bounds[1].z)};
    const auto first = [&](double low, double high, int count) {
        return low <= high ? (low + high) / 2 - spacingMm * (count - 1) / 2 : 0;
    };
    grid.voxelToLps =
        Affine({spacingMm, 0, 0}, {0, spacingMm, 0}, {0, 0, spacingMm},
               {first(bounds[0].x, bounds[1].x, grid.size[0]), first(bounds[0].y, bounds[1].y, grid.size[1]),
                first(bounds[0].z, bounds[1].z, grid.size[2])});
    return grid;
}

std::vector<float> brainShare(const AlignedVisit& a, const AlignedVisit& b, const MidwayGrid& grid) {
    std::vector<float> share(grid.voxels());
    for (const AlignedVisit* visit : {&a, &b}) {
        if (!visit->brain) {
            for (float& s : share) s += 0.5F;
            continue;
        }
        const NativeImage mask(*visit->brain);
        const double whole = visit->brain->extremes().second;
        const auto scale = static_cast<float>(whole > 0 ? 0.5 / whole : 0);
        const auto values = mask.on(grid, visit->fromMidway);
        for (std::size_t i = 0; i < share.size(); ++i)
            if (std::isfinite(values[i])) share[i] += scale * values[i];
    }
    return share;
}

NativeImage::NativeImage(const Volume& image, const std::array<double, 3>& blurMm)
    : extent(image.header().size), place(image.header().voxelToLps), values(numbersOf(image)) {
    const auto mm = place.spacingMm();
    blur(values, extent, {blurMm[0] / mm[0], blurMm[1] / mm[1], blurMm[2] / mm[2]});
}

bool NativeImage::holds(const VoxelIndex& v) const {
    return v.i >= -0.5 && v.j >= -0.5 && v.k >= -0.5 && v.i <= extent[0] - 0.5 && v.j <= extent[1] - 0.5 &&
           v.k <= extent[2] - 0.5;
}

float NativeImage::cubic(const VoxelIndex& v) const {
    if (!holds(v)) return outside;
    std::array<std::array<float, 4>, 3> weight;
    std::array<std::array<std::ptrdiff_t, 4>, 3> at;
    const std::array<double, 3> place{v.i, v.j, v.k};
    std::ptrdiff_t step = 1;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const double floor = std::floor(place[axis]);
        const auto t = static_cast<float>(place[axis] - floor);
        weight[axis] = {t * (-0.5F + t * (1 - 0.5F * t)), 1 + t * t * (1.5F * t - 2.5F),
                        t * (0.5F + t * (2 - 1.5F * t)), t * t * (0.5F * t - 0.5F)};
        for (int n = 0; n < 4; ++n)
            at[axis][static_cast<std::size_t>(n)] =
                std::clamp(static_cast<int>(floor) - 1 + n, 0, extent[axis] - 1) * step;
        step *= extent[axis];
    }
    float sum = 0;
    for (std::size_t k = 0; k < 4; ++k) {
        float plane = 0;
        for (std::size_t j = 0; j < 4; ++j) {
            const float* row = values.data() + at[2][k] + at[1][j];
            plane += weight[1][j] * (weight[0][0] * row[at[0][0]] + weight[0][1] * row[at[0][1]] +
                                     weight[0][2] * row[at[0][2]] + weight[0][3] * row[at[0][3]]);
        }
        sum += weight[2][k] * plane;
    }
    return sum;
}

std::vector<float> NativeImage::on(const MidwayGrid& grid, const WorldTransform& fromMidway) const {
    std::vector<float> sampled(grid.voxels());
    const auto voxelOf = [&](const VoxelIndex& v) { return place.toVoxel(fromMidway(grid.voxelToLps.toWorld(v))); };
    const auto [nx, ny, nz] = grid.size;
    inSlabs(nz, [&, nx = nx, ny = ny](int k) {
        float* to =
            sampled.data() + static_cast<std::size_t>(k) * static_cast<std::size_t>(ny) * static_cast<std::size_t>(nx);
        for (int j = 0; j < ny; ++j) {
            const VoxelIndex first = voxelOf({0, double(j), double(k)}), next = voxelOf({1, double(j), double(k)});
            const VoxelIndex by{next.i - first.i, next.j - first.j, next.k - first.k};
            for (int i = 0; i < nx; ++i) *to++ = cubic({first.i + by.i * i, first.j + by.j * i, first.k + by.k * i});
        }
    });
    return sampled;
}

std::array<std::array<double, 3>, 2> blurToMatch(const AlignedVisit& a, const AlignedVisit& b) {
    const std::array<const AlignedVisit*, 2> visits{&a, &b};
    // Voxel steps in the midway space
    std::array<std::array<WorldVector, 3>, 2> steps;
    for (std::size_t v = 0; v < 2; ++v)
        for (int axis = 0; axis < 3; ++axis)
            steps[v][static_cast<std::size_t>(axis)] =
                visits[v]->fromMidway.inverse()(visits[v]->image->header().voxelToLps.step(axis));
    const auto variance = [&](std::size_t visit, const WorldVector& along) {
        double sum = 0;
        for (const WorldVector& step : steps[visit]) sum += dot(step, along) * dot(step, along) / 12;
        return sum;
    };
    std::array<std::array<double, 3>, 2> blurMm{};
    for (std::size_t v = 0; v < 2; ++v)
        for (std::size_t axis = 0; axis < 3; ++axis) {
            const WorldVector along = unit(steps[v][axis]);
            const double more = variance(1 - v, along) - variance(v, along);
            if (more > leastBlurMm * leastBlurMm) blurMm[v][axis] = std::sqrt(more);
        }
    return blurMm;
}

} // namespace neuraxis
