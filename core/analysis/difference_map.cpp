#include "core/analysis/difference_map.h"

#include "core/analysis/blur.h"
#include "core/analysis/in_slabs.h"
#include "core/analysis/islands.h"
#include "core/analysis/median.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <cmath>
#include <limits>

namespace neuraxis {

namespace {

constexpr float none = std::numeric_limits<float>::quiet_NaN();
constexpr double marginMm = 4;
constexpr std::size_t classes = 8;

class Cancelled {};

std::vector<float> gradientOf(const std::vector<float>& values, const MidwayGrid& grid) {
    const auto [nx, ny, nz] = grid.size;
    const double mm = grid.voxelToLps.spacingMm()[0];
    std::vector<float> length(values.size());
    inSlabs(nz, [&, nx = nx, ny = ny, nz = nz](int k) {
        const auto at = [&](int i, int j, int l) {
            return values[static_cast<std::size_t>(std::clamp(i, 0, nx - 1)) +
                          static_cast<std::size_t>(nx) *
                              (static_cast<std::size_t>(std::clamp(j, 0, ny - 1)) +
                               static_cast<std::size_t>(ny) * static_cast<std::size_t>(std::clamp(l, 0, nz - 1)))];
        };
        std::size_t index = static_cast<std::size_t>(k) * static_cast<std::size_t>(nx) * static_cast<std::size_t>(ny);
        for (int j = 0; j < ny; ++j)
            for (int i = 0; i < nx; ++i)
                length[index++] =
                    static_cast<float>(std::hypot(at(i + 1, j, k) - at(i - 1, j, k), at(i, j + 1, k) - at(i, j - 1, k),
                                                  at(i, j, k + 1) - at(i, j, k - 1)) /
                                       (2 * mm));
    });
    return length;
}

/// The standard deviation in tissue, in the images' unit, and edgeMm, by a line through the squares of the classes' deviations.
DifferenceNoise noiseOf(const std::vector<float>& difference, const std::vector<float>& gradient,
                        const std::vector<std::size_t>& brain) {
    std::vector<std::size_t> order = brain;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return gradient[a] < gradient[b]; });
    double n = 0, x = 0, y = 0, xx = 0, xy = 0, least = std::numeric_limits<double>::max();
    for (std::size_t c = 0; c < classes; ++c) {
        std::vector<float> sizes;
        double squares = 0;
        const std::size_t end = order.size() * (c + 1) / classes;
        for (std::size_t i = order.size() * c / classes; i < end; ++i) {
            sizes.push_back(std::abs(difference[order[i]]));
            squares += double(gradient[order[i]]) * gradient[order[i]];
        }
        if (sizes.empty()) continue;
        squares /= static_cast<double>(sizes.size());
        const double variance = std::pow(deviationOfMedian * medianOf(sizes), 2);
        least = std::min(least, variance);
        ++n;
        x += squares;
        y += variance;
        xx += squares * squares;
        xy += squares * variance;
    }
    const double spread = n * xx - x * x;
    const double slope = spread > 0 ? std::max(0.0, (n * xy - x * y) / spread) : 0;
    // Never below the quietest class: the line may cross zero
    return {std::sqrt(std::max(least, (y - slope * x) / n)), std::sqrt(slope)};
}

/// The median of the first visit's tissue.
double brightnessOf(const PairedSamples& samples) {
    const std::vector<float> tissue = tissueOf(samples);
    std::vector<float> values;
    for (std::size_t i = 0; i < tissue.size(); ++i)
        if (tissue[i] != 0) values.push_back(samples.first[i]);
    return values.empty() ? 0 : medianOf(values);
}

/// The first's brightness around each place, of tissue.
std::vector<float> brightnessAround(const PairedSamples& samples, const MidwayGrid& grid, double sigmaMm) {
    std::vector<float> weight = tissueOf(samples), bright(weight.size());
    for (std::size_t i = 0; i < weight.size(); ++i) bright[i] = weight[i] != 0 ? samples.first[i] : 0;
    const double sigma = sigmaMm / grid.voxelToLps.spacingMm()[0];
    blur(weight, grid.size, {sigma, sigma, sigma});
    blur(bright, grid.size, {sigma, sigma, sigma});
    for (std::size_t i = 0; i < weight.size(); ++i) bright[i] = weight[i] > 1e-4F ? bright[i] / weight[i] : none;
    return bright;
}

} // namespace

QStringList DifferenceMap::inWords() const {
    if (!refused.isEmpty()) return {refused};
    const auto words = [](const char* text) { return QCoreApplication::translate("DifferenceMap", text); };
    const auto number = [](double value) { return QString::number(value, 'g', 2); };
    QStringList lines{
        words(QT_TRANSLATE_NOOP("DifferenceMap", "Later less earlier visit, in the earlier one's brightness; the "
                                                 "later one is matched by %1 and, smoothly, within %2 mm."))
            .arg(QString::number(match.gain, 'f', 2), QString::number(biasMm, 'f', 0)),
        (isOwnNoise ? words(QT_TRANSLATE_NOOP(
                          "DifferenceMap", "Noise is that of the study's controls: %1 % in even tissue, and at edges "
                                           "as if they were %2 mm out of place; shown beyond %3 times that."))
                    : words(QT_TRANSLATE_NOOP("DifferenceMap",
                                              "Noise is this pair's own: %1 % in even tissue, and at edges "
                                              "as if they were %2 mm out of place; shown beyond %3 times that.")))
            .arg(number(100 * noise.inTissue), number(noise.edgeMm), number(threshold))};
    if (isOwnNoise && (ownNoise.inTissue > 1.5 * noise.inTissue || ownNoise.edgeMm > 1.5 * noise.edgeMm + 0.1))
        lines << words(QT_TRANSLATE_NOOP("DifferenceMap",
                                         "This pair is noisier: %1 % in even tissue and %2 mm at edges. Look at the "
                                         "images before you trust what is shown."))
                     .arg(number(100 * ownNoise.inTissue), number(ownNoise.edgeMm));
    return lines;
}

DifferenceMap differenceMap(const AlignedVisit& first, const AlignedVisit& second, const DifferenceOptions& options,
                            const std::function<bool(double)>& goOn) try {
    const auto step = [&](double share) {
        if (goOn && !goOn(share)) throw Cancelled();
    };
    step(0);
    DifferenceMap map;
    map.threshold = options.threshold;
    map.biasMm = options.biasMm;
    const MidwayGrid grid = gridOver(first, second, options.spacingMm, marginMm);
    const auto match = blurToMatch(first, second);
    const auto sampled = [&](const AlignedVisit& visit, std::array<double, 3> blurMm) {
        for (double& mm : blurMm) mm = std::hypot(mm, options.blurMm);
        return NativeImage(*visit.image, blurMm).on(grid, visit.fromMidway);
    };
    PairedSamples samples;
    samples.brain = brainShare(first, second, grid);
    step(0.1);
    samples.first = sampled(first, match[0]);
    step(0.3);
    samples.second = sampled(second, match[1]);
    step(0.5);
    map.match = matchIntensity(samples);
    map.refused = map.match.refused;
    if (!map.refused.isEmpty()) return map;
    {
        const auto gain = localGain(samples, map.match, grid, options.biasMm);
        for (std::size_t i = 0; i < gain.size(); ++i) samples.second[i] *= gain[i];
    }
    step(0.7);

    std::vector<std::size_t> brain;
    std::vector<float> difference(grid.voxels(), none), mean(grid.voxels());
    for (std::size_t i = 0; i < difference.size(); ++i) {
        if (std::isfinite(samples.first[i]) && std::isfinite(samples.second[i]))
            mean[i] = (samples.first[i] + samples.second[i]) / 2;
        else
            continue;
        if (samples.brain[i] <= 0.5F) continue;
        difference[i] = samples.second[i] - samples.first[i];
        brain.push_back(i);
    }
    const std::vector<float> gradient = gradientOf(mean, grid);
    map.brightness = brightnessOf(samples);
    map.ownNoise = noiseOf(difference, gradient, brain);
    if (map.brightness > 0) map.ownNoise.inTissue /= map.brightness;
    map.isOwnNoise = options.noise.has_value();
    map.noise = options.noise.value_or(map.ownNoise);
    step(0.8);

    std::vector<float> percent(grid.voxels(), none), score(grid.voxels(), none);
    const auto around = brightnessAround(samples, grid, options.biasMm);
    std::size_t above = 0;
    for (const std::size_t i : brain) {
        percent[i] = 100 * difference[i] / around[i];
        const double noise = std::hypot(map.noise.inTissue * map.brightness, map.noise.edgeMm * gradient[i]);
        score[i] = noise > 0 ? static_cast<float>(difference[i] / noise) : 0;
        above += std::abs(score[i]) >= options.threshold;
    }
    const double voxelMm3 = std::pow(options.spacingMm, 3);
    map.shareAbove = static_cast<double>(above) / static_cast<double>(std::max<std::size_t>(1, brain.size()));
    map.brainMm3 = static_cast<double>(brain.size()) * voxelMm3;
    step(0.9);
    const auto sign = islandsOf(score, grid.size, options.threshold, options.peak,
                                static_cast<std::size_t>(std::ceil(options.leastMm3 / voxelMm3)));
    std::vector<float> changed(grid.voxels());
    for (std::size_t i = 0; i < sign.size(); ++i) {
        changed[i] = sign[i];
        (sign[i] > 0 ? map.brighterMm3 : map.darkerMm3) += sign[i] != 0 ? voxelMm3 : 0;
    }
    const QString unit = first.image->header().unit;
    map.difference = grid.volume(difference, QStringLiteral("difference"), unit);
    map.percent = grid.volume(percent, QStringLiteral("difference"), QStringLiteral("%"));
    map.score = grid.volume(score, QStringLiteral("score"), {});
    map.changed = grid.volume(changed, QStringLiteral("changed"), {});
    return map;
} catch (const Cancelled&) {
    return {};
} catch (const std::exception&) { // no memory, or no thread to be had
    return {};
}

} // namespace neuraxis
