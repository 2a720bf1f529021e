#include "core/model/window_level.h"

#include "core/model/fourth.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace neuraxis {

namespace {

Range between(const std::vector<double>& sorted, double lowPercent, double highPercent) {
    if (sorted.empty()) return {};
    const auto at = [&](double percent) {
        const double place = std::clamp(percent, 0.0, 100.0) / 100 * static_cast<double>(sorted.size() - 1);
        return sorted[static_cast<std::size_t>(std::lround(place))];
    };
    Range range{at(lowPercent), at(highPercent)};
    if (!(range.high > range.low)) range = {sorted.front(), sorted.back()};
    if (!(range.high > range.low)) range = {range.low - 0.5, range.low + 0.5};
    return range;
}

Range robust(const std::vector<double>& sorted) {
    const Range whole = between(sorted, 0.1, 99.9);
    if (whole.low < 0) return whole; // signed data: phase, statistics, field maps
    // Air is the low peak of a head scan: all below a tenth of the range. What is left is tissue.
    const double air = whole.low + 0.1 * whole.width();
    const auto tissue = std::upper_bound(sorted.begin(), sorted.end(), air);
    const std::vector<double> kept(tissue, sorted.end());
    if (kept.size() < sorted.size() / 50) return whole;
    return {whole.low, std::min(between(kept, 2, 95).high, whole.high)};
}

} // namespace

Range rangeOf(double centre, double width) { return {centre - width / 2, centre + width / 2}; }

Range percentileRange(const Volume& volume, double lowPercent, double highPercent, int index) {
    if (volume.header().type == StoredType::Rgb24) return {0, 255};
    return between(volume.sortedSample(index), lowPercent, highPercent);
}

Range robustRange(const Volume& volume, int index) {
    return volume.header().type == StoredType::Rgb24 ? Range{0, 255} : robust(volume.sortedSample(index));
}

std::vector<Range> openingWindows(const Volume& volume) {
    const std::vector<Shell> all = shells(volume.header().fourth);
    const std::size_t volumes = volume.header().fourth.bValues.size();
    if (all.size() < 2 || volumes != static_cast<std::size_t>(volume.header().volumes) ||
        volume.header().type == StoredType::Rgb24)
        return {robustRange(volume)};
    // As many values as for a single window, shared between them
    constexpr std::size_t values = 200000;
    std::vector<Range> windows;
    for (const Shell& shell : all) {
        const Range window = robust(volume.sortedSample(shell.volumes.front(), values / all.size()));
        if (windows.empty()) windows.resize(volumes, window); // what belongs to no shell looks as the lowest
        for (const int same : shell.volumes) windows[static_cast<std::size_t>(same)] = window;
    }
    return windows;
}

Range fullRange(const Volume& volume, int index) {
    if (volume.header().type == StoredType::Rgb24) return {0, 255};
    const auto [least, greatest] = volume.extremes(index);
    return greatest > least ? Range{least, greatest} : Range{least - 0.5, least + 0.5};
}

Range regionRange(const Volume& volume, const WorldPoint& cornerLps, const WorldVector& edgeA, const WorldVector& edgeB,
                  int index) {
    const auto spacing = volume.header().voxelToLps.spacingMm();
    const double finest = std::max(*std::min_element(spacing.begin(), spacing.end()), 1e-6) / 2;
    const auto places = [&](const WorldVector& edge) {
        return std::clamp(static_cast<int>(length(edge) / finest), 1, 199);
    };
    const int countA = places(edgeA), countB = places(edgeB);
    std::vector<double> values;
    for (int a = 0; a <= countA; ++a)
        for (int b = 0; b <= countB; ++b) {
            const WorldPoint place = cornerLps + edgeA * (double(a) / countA) + edgeB * (double(b) / countB);
            const double value = volume.value(volume.header().voxelToLps.toVoxel(place), index);
            if (std::isfinite(value)) values.push_back(value);
        }
    if (values.empty()) return robustRange(volume, index);
    std::sort(values.begin(), values.end());
    return between(values, 2, 98);
}

const std::vector<WindowChoice>& windowChoices() {
    static const std::vector<WindowChoice> table = {
        {"robust", QCoreApplication::translate("WindowChoice", "&Automatic (tissue)"), robustRange},
        {"percentile", QCoreApplication::translate("WindowChoice", "&2 to 98 % of the values"),
         [](const Volume& volume, int index) { return percentileRange(volume, 2, 98, index); }},
        {"all", QCoreApplication::translate("WindowChoice", "A&ll values"), fullRange},
    };
    return table;
}

} // namespace neuraxis
