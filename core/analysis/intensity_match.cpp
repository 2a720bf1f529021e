#include "core/analysis/intensity_match.h"

#include "core/analysis/blur.h"
#include "core/analysis/median.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace neuraxis {

namespace {

constexpr double cellMm = 2;       ///< Of the grid the match is made on
constexpr double fluidShare = 0.5; ///< Of the brain's median brightness; fluid is darker in T1 and FLAIR
constexpr std::size_t fewestCells = 100;
constexpr double leastCorrelation = 0.2;
constexpr float greatestStep = 0.3F; ///< Of log brightness beside the median; more is a lesion or an edge

bool isBrain(const PairedSamples& s, std::size_t i) {
    return s.brain[i] > 0.5F && std::isfinite(s.first[i]) && std::isfinite(s.second[i]);
}

double correlationOf(const PairedSamples& s, const std::vector<float>& where) {
    double n = 0, a = 0, b = 0, aa = 0, bb = 0, ab = 0;
    for (std::size_t i = 0; i < where.size(); ++i) {
        if (where[i] == 0) continue;
        const double x = s.first[i], y = s.second[i];
        ++n;
        a += x;
        b += y;
        aa += x * x;
        bb += y * y;
        ab += x * y;
    }
    const double spread = (aa - a * a / n) * (bb - b * b / n);
    return spread > 0 ? (ab - a * b / n) / std::sqrt(spread) : 0;
}

} // namespace

QString IntensityMatch::inWords(const QString& secondVisit) const {
    if (!isMatched()) return {};
    return QCoreApplication::translate("IntensityMatch",
                                       "%1 is shown %2 times as bright, by the median over the brain.")
        .arg(secondVisit, QString::number(gain, 'f', 2));
}

std::vector<float> tissueOf(const PairedSamples& samples) {
    std::vector<float> first, second;
    for (std::size_t i = 0; i < samples.brain.size(); ++i)
        if (isBrain(samples, i)) {
            first.push_back(samples.first[i]);
            second.push_back(samples.second[i]);
        }
    std::vector<float> tissue(samples.brain.size());
    if (first.empty()) return tissue;
    const auto least = [](std::vector<float>& values) { return static_cast<float>(fluidShare) * medianOf(values); };
    const float leastFirst = std::max(least(first), 1e-6F), leastSecond = std::max(least(second), 1e-6F);
    for (std::size_t i = 0; i < tissue.size(); ++i)
        if (isBrain(samples, i) && samples.first[i] > leastFirst && samples.second[i] > leastSecond) tissue[i] = 1;
    return tissue;
}

IntensityMatch matchIntensity(const PairedSamples& samples) {
    IntensityMatch match;
    const std::vector<float> tissue = tissueOf(samples);
    std::vector<double> steps;
    for (std::size_t i = 0; i < tissue.size(); ++i)
        if (tissue[i] != 0) steps.push_back(std::log(double(samples.first[i]) / double(samples.second[i])));
    if (steps.size() < fewestCells) {
        match.refused = QCoreApplication::translate(
            "IntensityMatch", "The two visits have no brain in common where they are aligned, so their brightness "
                              "cannot be matched.");
        return match;
    }
    match.correlation = correlationOf(samples, tissue);
    if (match.correlation < leastCorrelation)
        match.refused =
            QCoreApplication::translate("IntensityMatch",
                                        "What is bright in one visit is not bright in the other (correlation %1): "
                                        "they have different contrasts or are not aligned.")
                .arg(QString::number(match.correlation, 'f', 2));
    // The middle of an even number of steps is between two, so that swapping gives exactly the inverse
    std::sort(steps.begin(), steps.end());
    const std::size_t half = steps.size() / 2;
    match.gain = std::exp(steps.size() % 2 ? steps[half] : (steps[half - 1] + steps[half]) / 2);
    return match;
}

IntensityMatch matchIntensity(const AlignedVisit& first, const AlignedVisit& second) {
    const MidwayGrid grid = gridOver(first, second, cellMm, 0);
    const auto image = [](const AlignedVisit& visit) {
        // As wide as the cells, so that noise does not decide
        std::array<double, 3> blurMm{};
        const auto mm = visit.image->header().voxelToLps.spacingMm();
        for (std::size_t axis = 0; axis < 3; ++axis) blurMm[axis] = mm[axis] < cellMm ? cellMm / 2 : 0;
        return NativeImage(*visit.image, blurMm);
    };
    return matchIntensity(PairedSamples{image(first).on(grid, first.fromMidway),
                                        image(second).on(grid, second.fromMidway), brainShare(first, second, grid)});
}

std::vector<float> localGain(const PairedSamples& samples, const IntensityMatch& match, const MidwayGrid& grid,
                             double sigmaMm) {
    std::vector<float> weight = tissueOf(samples), step(weight.size());
    const auto middle = static_cast<float>(std::log(match.gain));
    for (std::size_t i = 0; i < weight.size(); ++i) {
        if (weight[i] == 0) continue;
        const float beside = std::log(samples.first[i] / samples.second[i]) - middle;
        if (std::abs(beside) > greatestStep)
            weight[i] = 0;
        else
            step[i] = beside;
    }
    std::array<double, 3> sigma;
    const auto mm = grid.voxelToLps.spacingMm();
    for (std::size_t axis = 0; axis < 3; ++axis) sigma[axis] = sigmaMm / mm[axis];
    blur(weight, grid.size, sigma);
    blur(step, grid.size, sigma);
    for (std::size_t i = 0; i < weight.size(); ++i)
        step[i] = std::exp(middle + (weight[i] > 1e-4F ? step[i] / weight[i] : 0));
    return step;
}

} // namespace neuraxis
