#include "core/render/slice_sampler.h"

#include "core/render/stored_voxels.h"

#include <algorithm>
#include <cmath>
#include <type_traits>

namespace neuraxis::render {

namespace {

/// Which voxels a place along one axis lies between, and how far on.
struct Between {
    std::ptrdiff_t first;
    float part;
};
inline Between between(double place, int size) {
    const double inside = std::min(std::max(place, 0.0), size - 1.0);
    const int first = std::min(static_cast<int>(inside), std::max(size - 2, 0));
    return {first, static_cast<float>(inside - first)};
}
inline std::ptrdiff_t nearest(double place, int size) { return std::clamp(static_cast<int>(place + 0.5), 0, size - 1); }

/// Of a share as small as this a neighbour does not count, whatever it holds.
constexpr float noShare = 1e-4F;

/// Between a and b. Where voxels of type T may be no numbers, one with no share of the result does not spoil it.
template <class T> inline float mix(float a, float b, float t) {
    const float mixed = a + (b - a) * t;
    if constexpr (std::is_floating_point_v<T>)
        if (std::isnan(mixed)) return t < noShare ? a : t > 1 - noShare ? b : mixed;
    return mixed;
}

/// Weights of the four voxels around a place: R. Keys, IEEE Trans. Acoust. 29(6):1153-1160, 1981, with a = -1/2.
std::array<float, 4> cubicWeights(float t) {
    if (t < noShare) return {0, 1, 0, 0};
    if (t > 1 - noShare) return {0, 0, 1, 0};
    const float t2 = t * t, t3 = t2 * t;
    return {(-t3 + 2 * t2 - t) / 2, (3 * t3 - 5 * t2 + 2) / 2, (-3 * t3 + 4 * t2 + t) / 2, (t3 - t2) / 2};
}

} // namespace

SliceSampler::SliceSampler(const Volume& volume, int index, Interpolation interpolation, const PixelGrid& grid)
    : volume(volume), index(index), interpolation(interpolation), colours(volume.header().type == StoredType::Rgb24),
      size(volume.header().size) {
    const Affine::Rows toVoxel = volume.header().voxelToLps.inverse();
    const WorldVector first = grid.first - WorldPoint{};
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const auto& r = toVoxel[axis];
        const auto along = [&](const WorldVector& v) { return r[0] * v.x + r[1] * v.y + r[2] * v.z; };
        // Steps that are only rounding errors would hide that a row runs along one axis.
        const auto clean = [](double step) { return std::abs(step) < 1e-9 ? 0 : step; };
        origin[axis] = along(first) + r[3];
        perColumn[axis] = clean(along(grid.right));
        perRow[axis] = clean(along(grid.down));
    }
    const std::array<std::ptrdiff_t, 3> steps{1, size[0], static_cast<std::ptrdiff_t>(size[0]) * size[1]};
    for (std::size_t axis = 0; axis < 3; ++axis) stride[axis] = size[axis] > 1 ? steps[axis] : 0;
}

std::array<double, 3> SliceSampler::startOf(int y) const {
    return {origin[0] + y * perRow[0], origin[1] + y * perRow[1], origin[2] + y * perRow[2]};
}

SliceSampler::Span SliceSampler::span(int y, int width) const {
    const auto start = startOf(y);
    Span span{0, width};
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const double low = -0.5 - start[axis], high = size[axis] - 0.5 - start[axis], step = perColumn[axis];
        if (step == 0) {
            if (low > 0 || high <= 0) return {};
            continue;
        }
        const double a = (step > 0 ? low : high) / step, b = (step > 0 ? high : low) / step;
        const auto pixel = [&](double place) {
            return static_cast<int>(std::clamp(std::ceil(place - 1e-9), 0.0, double(width)));
        };
        span = {std::max(span.first, pixel(a)), std::min(span.last, pixel(b))};
    }
    return span.first < span.last ? span : Span{};
}

const float* SliceSampler::row(int y, const Span& span) {
    values.resize(static_cast<std::size_t>(span.last - span.first) * static_cast<std::size_t>(components()));
    if (values.empty()) return values.data();
    const auto start = startOf(y);
    const bool moves[] = {perColumn[0] != 0, perColumn[1] != 0, perColumn[2] != 0};
    withStoredVoxels(volume, index, [&](const auto& voxels) {
        if (moves[0] + moves[1] + moves[2] == 1 && interpolation == Interpolation::Linear && !colours)
            sampleLine(voxels, start, span, moves[0] ? 0 : moves[1] ? 1 : 2);
        else
            sample(voxels, start, span);
    });
    return values.data();
}

/// A row along one axis of the grid: its line of voxels is made once, then read between two of them.
template <class Voxels> void SliceSampler::sampleLine(const Voxels& voxels, const std::array<double, 3>& start,
                                                      const Span& span, std::size_t axis) {
    using T = std::remove_cvref_t<decltype(*voxels.first)>;
    const std::size_t b = (axis + 1) % 3, c = (axis + 2) % 3;
    const Between atB = between(start[b], size[b]), atC = between(start[c], size[c]);
    const auto* corner = voxels.first + atB.first * stride[b] + atC.first * stride[c];
    const auto place = [&](int x) { return start[axis] + x * perColumn[axis]; };
    const auto ends =
        std::minmax({between(place(span.first), size[axis]).first, between(place(span.last - 1), size[axis]).first});
    line.resize(static_cast<std::size_t>(size[axis]) + 1);
    const std::ptrdiff_t last = std::min<std::ptrdiff_t>(ends.second + 1, size[axis] - 1);
    for (std::ptrdiff_t i = ends.first; i <= last; ++i) {
        const auto* v = corner + i * stride[axis];
        const auto at = [&](std::ptrdiff_t offset) { return static_cast<float>(v[offset]); };
        line[static_cast<std::size_t>(i)] =
            mix<T>(mix<T>(at(0), at(stride[b]), atB.part), mix<T>(at(stride[c]), at(stride[b] + stride[c]), atB.part),
                   atC.part);
    }
    line[static_cast<std::size_t>(last) + 1] = line[static_cast<std::size_t>(last)];
    float* to = values.data();
    for (int x = span.first; x < span.last; ++x) {
        const Between at = between(place(x), size[axis]);
        const float* v = line.data() + at.first;
        *to++ = mix<T>(v[0], v[1], at.part);
    }
}

template <class Voxels>
void SliceSampler::sample(const Voxels& voxels, const std::array<double, 3>& start, const Span& span) {
    using T = std::remove_cvref_t<decltype(*voxels.first)>;
    constexpr int parts = Voxels::components;
    const auto* first = voxels.first;
    float* to = values.data();
    const auto place = [&](int x, std::size_t axis) { return start[axis] + x * perColumn[axis]; };
    const std::ptrdiff_t si = stride[0] * parts, sj = stride[1] * parts, sk = stride[2] * parts;
    switch (interpolation) {
    case Interpolation::Nearest:
        for (int x = span.first; x < span.last; ++x) {
            const auto* v = first + nearest(place(x, 0), size[0]) * si + nearest(place(x, 1), size[1]) * sj +
                            nearest(place(x, 2), size[2]) * sk;
            for (int part = 0; part < parts; ++part) *to++ = static_cast<float>(v[part]);
        }
        break;
    case Interpolation::Linear: {
        // First where each pixel lies, in a loop that the compiler makes fast, then the voxels.
        const std::size_t count = static_cast<std::size_t>(span.last - span.first);
        for (std::size_t axis = 0; axis < 3; ++axis) {
            cells[axis].resize(count);
            fractions[axis].resize(count);
            const auto from = static_cast<float>(place(span.first, axis)), step = static_cast<float>(perColumn[axis]);
            const auto most = static_cast<float>(size[axis] - 1);
            const int last = std::max(size[axis] - 2, 0);
            int* cell = cells[axis].data();
            float* fraction = fractions[axis].data();
            for (int x = 0; x < static_cast<int>(count); ++x) {
                const float inside = std::min(std::max(from + static_cast<float>(x) * step, 0.0F), most);
                const int at = std::min(static_cast<int>(inside), last);
                cell[x] = at;
                fraction[x] = inside - static_cast<float>(at);
            }
        }
        constexpr std::size_t ahead = 12; // voxels across slices lie far apart in memory: ask for them early
        const int *i = cells[0].data(), *j = cells[1].data(), *k = cells[2].data();
        const float *fi = fractions[0].data(), *fj = fractions[1].data(), *fk = fractions[2].data();
        for (std::size_t x = 0; x < count; ++x) {
            const auto* v = first + i[x] * si + j[x] * sj + k[x] * sk;
            if (x + ahead < count) {
                const auto* next = first + i[x + ahead] * si + j[x + ahead] * sj + k[x + ahead] * sk;
                __builtin_prefetch(next);
                __builtin_prefetch(next + sk);
            }
            for (int part = 0; part < parts; ++part, ++v) {
                const auto along = [&](std::ptrdiff_t offset) {
                    return mix<T>(static_cast<float>(v[offset]), static_cast<float>(v[offset + si]), fi[x]);
                };
                *to++ = mix<T>(mix<T>(along(0), along(sj), fj[x]), mix<T>(along(sk), along(sj + sk), fj[x]), fk[x]);
            }
        }
        break;
    }
    case Interpolation::Cubic:
        for (int x = span.first; x < span.last; ++x) {
            const Between at[] = {between(place(x, 0), size[0]), between(place(x, 1), size[1]),
                                  between(place(x, 2), size[2])};
            const auto wi = cubicWeights(at[0].part), wj = cubicWeights(at[1].part), wk = cubicWeights(at[2].part);
            const auto voxel = [&](std::size_t axis, std::size_t tap) {
                return std::clamp<std::ptrdiff_t>(at[axis].first + static_cast<std::ptrdiff_t>(tap) - 1, 0,
                                                  size[axis] - 1);
            };
            std::array<float, 3> sums{};
            for (std::size_t c = 0; c < 4; ++c)
                for (std::size_t b = 0; b < 4; ++b)
                    for (std::size_t a = 0; a < 4; ++a) {
                        const float weight = wi[a] * wj[b] * wk[c];
                        if (weight == 0) continue; // what is there may be no number
                        const auto* v = first + voxel(0, a) * si + voxel(1, b) * sj + voxel(2, c) * sk;
                        for (std::size_t part = 0; part < parts; ++part)
                            sums[part] += weight * static_cast<float>(v[part]);
                    }
            for (std::size_t part = 0; part < parts; ++part) *to++ = sums[part];
        }
        break;
    }
}

} // namespace neuraxis::render
