#include "core/analysis/volume_to_surface.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <limits>
#include <thread>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(projection)
};

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// A volume's values at places.
class Sampler {
  public:
    Sampler(const Volume& volume, int index, Interpolation interpolation)
        : volume(volume), index(index), lpsToVoxel(volume.header().voxelToLps.inverse()),
          isNearest(interpolation == Interpolation::Nearest) {}

    [[nodiscard]] double at(double x, double y, double z) const {
        const auto along = [&](std::size_t r) {
            const auto& row = lpsToVoxel[r];
            return row[0] * x + row[1] * y + row[2] * z + row[3];
        };
        const VoxelIndex v{along(0), along(1), along(2)};
        return isNearest ? volume.value(v, index) : linear({v.i, v.j, v.k});
    }

  private:
    /// Between the eight voxels around; in the outermost half voxel as at its centre.
    [[nodiscard]] double linear(const std::array<double, 3>& v) const {
        std::array<double, 3> first{}, share{};
        for (std::size_t axis = 0; axis < 3; ++axis) {
            const double last = volume.header().size[axis] - 1;
            if (!(v[axis] >= -0.5 && v[axis] <= last + 0.5)) return none;
            const double place = std::clamp(v[axis], 0.0, last);
            first[axis] = std::floor(place);
            share[axis] = place - first[axis];
        }
        double sum = 0;
        for (int corner = 0; corner < 8; ++corner) {
            double weight = 1;
            std::array<double, 3> at = first;
            for (std::size_t axis = 0; axis < 3; ++axis) {
                const bool isNext = (corner >> axis) & 1;
                weight *= isNext ? share[axis] : 1 - share[axis];
                if (isNext) at[axis] += 1;
            }
            if (weight > 0) sum += weight * volume.value({at[0], at[1], at[2]}, index);
        }
        return sum;
    }

    const Volume& volume;
    int index;
    Affine::Rows lpsToVoxel;
    bool isNearest;
};

/// Calls work(begin, end) for parts of 0 to count on all cores.
template <class Work> void inParts(std::size_t count, const Work& work) {
    const std::size_t parts = std::max(1u, std::thread::hardware_concurrency());
    std::vector<std::jthread> helpers;
    for (std::size_t part = 1; part < parts; ++part)
        helpers.emplace_back([&, part] { work(count * part / parts, count * (part + 1) / parts); });
    work(0, count / parts);
}

bool hasBoth(const Hemisphere& hemisphere) {
    return hemisphere.has(SurfaceShape::White) && hemisphere.has(SurfaceShape::Pial);
}

} // namespace

CortexMap projectVolume(const Volume& volume, int index, const Cortex& cortex, const SurfaceSampling& sampling) {
    CortexMap map{volume.header().name, volume.header().unit, {}};
    const Sampler sampler(volume, index, sampling.interpolation);
    for (std::size_t side = 0; side < 2; ++side) {
        const Hemisphere* hemisphere = cortex.sides[side].get();
        if (!hemisphere) continue;
        const auto& white =
            hemisphere->points(hemisphere->has(SurfaceShape::White) ? SurfaceShape::White : SurfaceShape::Pial);
        const auto& pial = hasBoth(*hemisphere) ? hemisphere->points(SurfaceShape::Pial) : white;
        if (white.empty()) continue;
        const int samples = hasBoth(*hemisphere) ? std::max(1, sampling.samples) : 1;
        auto values = std::make_shared<std::vector<float>>(white.size());
        inParts(white.size(), [&](std::size_t begin, std::size_t end) {
            for (std::size_t v = begin; v < end; ++v) {
                double sum = 0;
                int counted = 0;
                for (int s = 0; s < samples; ++s) {
                    const double at =
                        samples > 1 ? sampling.from + (sampling.to - sampling.from) * s / (samples - 1) : sampling.from;
                    const auto mixed = [at](float a, float b) { return a + at * (double(b) - a); };
                    const SurfacePoint &a = white[v], &b = pial[v];
                    const double value = sampler.at(mixed(a.x, b.x), mixed(a.y, b.y), mixed(a.z, b.z));
                    if (!std::isfinite(value)) continue;
                    sum += value;
                    ++counted;
                }
                (*values)[v] = static_cast<float>(counted > 0 ? sum / counted : none);
            }
        });
        map.values[side] = std::move(values);
    }
    return map;
}

QString samplingInWords(const SurfaceSampling& sampling, const Cortex& cortex) {
    const auto has = [&](SurfaceShape shape) {
        return std::any_of(cortex.sides.begin(), cortex.sides.end(), [=](const auto& h) { return h && h->has(shape); });
    };
    const QString how = sampling.interpolation == Interpolation::Nearest ? Texts::tr("from the nearest voxel")
                                                                         : Texts::tr("linearly between voxels");
    if (!has(SurfaceShape::Pial)) return Texts::tr("Sampled on the white surface, %1.").arg(how);
    if (!has(SurfaceShape::White)) return Texts::tr("Sampled on the pial surface, %1.").arg(how);
    const auto percent = [](double share) { return QString::number(std::lround(100 * share)); };
    if (sampling.samples > 1)
        return Texts::tr("Mean of %1 places from %2 to %3 % of the way from white to pial surface, sampled %4.")
            .arg(QString::number(sampling.samples), percent(sampling.from), percent(sampling.to), how);
    if (sampling.from == 0.5) return Texts::tr("Sampled halfway between white and pial surface, %1.").arg(how);
    return Texts::tr("Sampled at %1 % of the way from white to pial surface, %2.").arg(percent(sampling.from), how);
}

} // namespace neuraxis
