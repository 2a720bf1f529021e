#include "core/analysis/jacobian_map.h"

#include "core/analysis/blur.h"
#include "core/analysis/in_slabs.h"
#include "core/analysis/median.h"
#include "core/analysis/velocity_solver.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <limits>

namespace neuraxis {

namespace {

constexpr double biasMm = 25;
constexpr double marginMm = 12;
constexpr double aroundMm = 5; ///< How far beyond the brain its edge is looked at, softly
constexpr double noiseDeviations = 3;
constexpr double leastNoise = 0.02;        ///< Less is not to be trusted in any scanner
constexpr double mostNoise = 0.18;         ///< With more there is nothing to be seen but noise
constexpr double quietNoise = 0.008;       ///< Of the tissue's brightness: for images so quiet the stiffness is meant
constexpr float greatestDifference = 0.5F; ///< Of the tissue's brightness

/// From coarse to fine; the spacing in units of the finest.
struct Stage {
    double coarser;
    int steps, iterations;
    double blur;  ///< In spacings, of what is finer than the grid and would be taken for motion
    double share; ///< Of the time
};
constexpr Stage stages[] = {{4, 3, 40, 0.7, 0.03}, {2, 3, 40, 0.7, 0.15}, {1, 2, 40, 0.5, 0.70}};

class Cancelled {};

/// The standard deviation of a normal distribution about 0 with as great a median of |x|; what is not a number is left out.
double deviationOf(const std::vector<float>& values) {
    std::vector<float> sizes;
    for (const float value : values)
        if (std::isfinite(value)) sizes.push_back(std::abs(value));
    return sizes.empty() ? 0 : deviationOfMedian * double(medianOf(sizes));
}

/// The images at one level, as they lie on its grid when each has gone half the way.
class Level {
  public:
    Level(const AlignedVisit& first, const AlignedVisit& second, MidwayGrid on, double blurSpacings)
        : grid(std::move(on)), toMidway{first.fromMidway, second.fromMidway},
          images(imagesOf(first, second, blurSpacings)), brain(brainShare(first, second, grid)), around(brain) {
        const double sigma = aroundMm / spacingMm();
        blur(around, grid.size, {sigma, sigma, sigma});
        for (float& share : around) share = std::min(1.F, 4 * share);
    }

    [[nodiscard]] PairedSamples samples(const VectorField& velocity) const {
        return {sampled(0, velocity), sampled(1, velocity), brain};
    }
    /// Makes brightness alike: half of the gain for each, so that neither visit is the measure, and tissue about 1.
    IntensityMatch matchBrightness(const PairedSamples& samples) {
        IntensityMatch match = matchIntensity(samples);
        if (!match.isMatched()) return match;
        halfGain = localGain(samples, match, grid, biasMm);
        for (float& gain : halfGain) gain = std::sqrt(gain);
        double sum = 0, count = 0;
        const auto tissue = tissueOf(samples);
        for (std::size_t i = 0; i < tissue.size(); ++i)
            if (tissue[i] != 0) {
                sum += std::sqrt(double(samples.first[i]) * double(samples.second[i]));
                ++count;
            }
        bright = static_cast<float>(sum / count);
        return match;
    }

    [[nodiscard]] Mismatch mismatch(const PairedSamples& samples) const {
        Mismatch m{std::vector<float>(grid.voxels()), zeroField(grid), around};
        std::vector<float> mean(grid.voxels());
        for (std::size_t i = 0; i < mean.size(); ++i) {
            const float a = samples.first[i] / (halfGain[i] * bright), b = samples.second[i] * halfGain[i] / bright;
            if (std::isfinite(a) && std::isfinite(b)) {
                mean[i] = (a + b) / 2;
                m.difference[i] = std::clamp(a - b, -greatestDifference, greatestDifference);
            } else
                m.weight[i] = 0;
        }
        gradientOf(mean, m.gradient);
        return m;
    }
    /// By how much the two still differ in the brain, as a share of its brightness: a standard deviation, by the median.
    [[nodiscard]] double noise(const Mismatch& mismatch) const {
        std::vector<float> differences;
        for (std::size_t i = 0; i < brain.size(); ++i)
            if (brain[i] > 0.5F) differences.push_back(mismatch.difference[i]);
        return deviationOf(differences);
    }
    [[nodiscard]] const std::vector<float>& brainShares() const { return brain; }

    const MidwayGrid grid;

  private:
    [[nodiscard]] double spacingMm() const { return grid.voxelToLps.spacingMm()[0]; }

    [[nodiscard]] std::array<NativeImage, 2> imagesOf(const AlignedVisit& first, const AlignedVisit& second,
                                                      double blurSpacings) const {
        const auto match = blurToMatch(first, second);
        const auto image = [&](const AlignedVisit& visit, std::array<double, 3> blurMm) {
            const auto mm = visit.image->header().voxelToLps.spacingMm();
            for (std::size_t axis = 0; axis < 3; ++axis) {
                const double finer = spacingMm() * spacingMm() - mm[axis] * mm[axis];
                blurMm[axis] = std::hypot(blurMm[axis], finer > 0 ? blurSpacings * std::sqrt(finer) : 0);
            }
            return NativeImage(*visit.image, blurMm);
        };
        return {image(first, match[0]), image(second, match[1])};
    }

    /// From the visit's own voxels, where half the flow ends: backwards for the first.
    [[nodiscard]] std::vector<float> sampled(std::size_t visit, const VectorField& velocity) const {
        const VectorField way = flow(velocity, grid, visit == 0 ? -0.5 : 0.5);
        const Affine::Rows toVoxel = images[visit].voxelToLps().inverse();
        const WorldTransform placeToVoxel = WorldTransform(toVoxel) * toMidway[visit];
        std::vector<float> values(grid.voxels());
        const auto [nx, ny, nz] = grid.size;
        inSlabs(nz, [&, nx = nx, ny = ny](int k) {
            std::size_t index =
                static_cast<std::size_t>(k) * static_cast<std::size_t>(nx) * static_cast<std::size_t>(ny);
            const auto& m = placeToVoxel.rows();
            for (int j = 0; j < ny; ++j) {
                const WorldPoint first = grid.voxelToLps.toWorld({0, double(j), double(k)});
                for (int i = 0; i < nx; ++i, ++index) {
                    const double x = first.x + i * spacingMm() + double(way[0][index]),
                                 y = first.y + double(way[1][index]), z = first.z + double(way[2][index]);
                    values[index] = images[visit].cubic({m[0][0] * x + m[0][1] * y + m[0][2] * z + m[0][3],
                                                         m[1][0] * x + m[1][1] * y + m[1][2] * z + m[1][3],
                                                         m[2][0] * x + m[2][1] * y + m[2][2] * z + m[2][3]});
                }
            }
        });
        return values;
    }

    void gradientOf(const std::vector<float>& values, VectorField& gradient) const {
        const auto mm = static_cast<float>(spacingMm());
        const std::array<int, 3> size = grid.size;
        const std::array<std::ptrdiff_t, 3> step{1, size[0], std::ptrdiff_t(size[0]) * size[1]};
        inSlabs(size[2], [&](int k) {
            std::ptrdiff_t index = k * step[2];
            for (int j = 0; j < size[1]; ++j)
                for (int i = 0; i < size[0]; ++i, ++index) {
                    const std::array<int, 3> at{i, j, k};
                    for (std::size_t axis = 0; axis < 3; ++axis) {
                        if (at[axis] < 2 || at[axis] + 2 >= size[axis]) continue;
                        // Of five points: too small a gradient at fine folds lets the steps overshoot
                        const float* v = values.data() + index;
                        const std::ptrdiff_t one = step[axis], two = 2 * one;
                        gradient[axis][static_cast<std::size_t>(index)] =
                            (8 * (v[one] - v[-one]) - (v[two] - v[-two])) / (12 * mm);
                    }
                }
        });
    }

    std::array<WorldTransform, 2> toMidway;
    std::array<NativeImage, 2> images;
    std::vector<float> brain, around, halfGain;
    float bright = 1;
};

} // namespace

QStringList JacobianMap::inWords() const {
    if (!refused.isEmpty()) return {refused};
    const auto words = [](const char* text) { return QCoreApplication::translate("JacobianMap", text); };
    const QString percent = QString::number(100 * (std::exp(noise) - 1), 'f', 1);
    return {
        words(QT_TRANSLATE_NOOP("JacobianMap",
                                "How much more or less room tissue takes, as the logarithm of the later volume by "
                                "the earlier one, from a smooth registration halfway between the visits.")),
        (isOwnNoise
             ? words(QT_TRANSLATE_NOOP("JacobianMap", "Noise is the study's own: changes below %1 % are not shown."))
             : words(QT_TRANSLATE_NOOP("JacobianMap", "Noise is taken as %1 %, three standard deviations of what "
                                                      "most of this brain has: changes below it are not shown.")))
            .arg(percent)};
}

std::optional<double> jacobianNoise(const std::vector<std::shared_ptr<const Volume>>& controlsLog) {
    std::vector<double> sizes;
    for (const auto& map : controlsLog)
        for (const double value : map->sortedSample()) sizes.push_back(std::abs(value));
    if (sizes.empty()) return {};
    const auto place = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() * 95 / 100);
    std::nth_element(sizes.begin(), place, sizes.end());
    return *place;
}

JacobianMap jacobianMap(const AlignedVisit& first, const AlignedVisit& second, const JacobianOptions& options,
                        const std::function<bool(double)>& goOn) try {
    double done = 0;
    const auto step = [&](double share) {
        done += share;
        if (goOn && !goOn(std::min(1.0, done))) throw Cancelled();
    };
    step(0);
    JacobianMap map;
    map.isOwnNoise = options.noise.has_value();
    MidwayGrid grid;
    VectorField velocity;
    std::vector<float> brain;
    for (const Stage& stage : stages) {
        Level level(first, second, gridOver(first, second, stage.coarser * options.spacingMm, marginMm), stage.blur);
        velocity = velocity[0].empty() ? zeroField(level.grid) : onGrid(velocity, grid, level.grid);
        grid = level.grid;
        step(0.04);
        Mismatch mismatch;
        {
            const PairedSamples samples = level.samples(velocity);
            map.match = level.matchBrightness(samples);
            map.refused = map.match.refused;
            if (!map.refused.isEmpty()) return map;
            mismatch = level.mismatch(samples);
        }
        // The noisier the images, the less they say against a field that bends little
        const double noise = level.noise(mismatch) / quietNoise,
                     stiffness = options.stiffness * std::max(1.0, noise * noise);
        for (int n = 0; n < stage.steps; ++n) {
            if (n > 0) mismatch = level.mismatch(level.samples(velocity));
            improve(velocity, mismatch, grid, stiffness, stage.iterations);
            step(stage.share / stage.steps);
        }
        brain = level.brainShares();
    }

    constexpr float none = std::numeric_limits<float>::quiet_NaN();
    std::vector<float> change = logJacobian(flow(velocity, grid, 0.5), grid);
    const std::vector<float> back = logJacobian(flow(velocity, grid, -0.5), grid);
    for (std::size_t i = 0; i < change.size(); ++i) change[i] = brain[i] > 0.5F ? change[i] - back[i] : none;
    const double own = std::max(leastNoise, noiseDeviations * deviationOf(change));
    map.noise = options.noise.value_or(own);
    if (own > mostNoise) {
        map.refused = QCoreApplication::translate("JacobianMap", "The images differ too much everywhere for a map of "
                                                                 "volume: its noise would be %1 %.")
                          .arg(100 * std::expm1(own), 0, 'f', 0);
        return map;
    }
    std::vector<float> percent(change.size(), none);
    double above = 0, voxels = 0;
    for (std::size_t i = 0; i < change.size(); ++i) {
        if (!std::isfinite(change[i])) continue;
        percent[i] = 100 * std::expm1(change[i]);
        ++voxels;
        above += std::abs(change[i]) > map.noise ? 1 : 0;
    }
    map.shareAbove = above / std::max(1.0, voxels);
    if (options.onFirst) {
        std::vector<float> onFirst = logJacobian(flow(velocity, grid, 1), grid);
        for (std::size_t i = 0; i < onFirst.size(); ++i)
            onFirst[i] = brain[i] > 0.5F ? 100 * std::expm1(onFirst[i]) : none;
        map.onFirst = grid.volume(onFirst, QStringLiteral("volume change"), QStringLiteral("%"));
    }
    map.logJacobian = grid.volume(change, QStringLiteral("logJacobian"), {});
    map.percent = grid.volume(percent, QStringLiteral("volume change"), QStringLiteral("%"));
    return map;
} catch (const Cancelled&) {
    return {};
} catch (const std::exception&) { // no memory, or no thread to be had
    return {};
}

} // namespace neuraxis
