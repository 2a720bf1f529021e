#include "core/model/window_level.h"

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

} // namespace

Range rangeOf(double centre, double width) { return {centre - width / 2, centre + width / 2}; }

Range percentileRange(const Volume& volume, double lowPercent, double highPercent, int index) {
    if (volume.header().type == StoredType::Rgb24) return {0, 255};
    return between(volume.sortedSample(index), lowPercent, highPercent);
}

Range robustRange(const Volume& volume, int index) {
    if (volume.header().type == StoredType::Rgb24) return {0, 255};
    std::vector<double> sorted = volume.sortedSample(index);
    const Range whole = between(sorted, 0.1, 99.9);
    if (whole.low < 0) return whole; // signed data: phase, statistics, field maps
    // Air is the low peak of a head scan: all below a tenth of the range. What is left is tissue.
    const double air = whole.low + 0.1 * whole.width();
    const auto tissue = std::upper_bound(sorted.begin(), sorted.end(), air);
    const std::vector<double> kept(tissue, sorted.end());
    if (kept.size() < sorted.size() / 50) return whole;
    return {whole.low, std::max(between(kept, 2, 98).high, whole.low + 1e-12)};
}

Range regionRange(const Volume& volume, const VoxelIndex& a, const VoxelIndex& b, int index) {
    const auto& size = volume.header().size;
    const auto span = [](double p, double q, int n) {
        const int first = std::max(0, static_cast<int>(std::ceil(std::clamp(std::min(p, q), -1.0, n + 0.0) - 0.5)));
        const int last =
            std::min(n - 1, static_cast<int>(std::floor(std::clamp(std::max(p, q), -1.0, n + 0.0) + 0.5)));
        return std::pair{first, last};
    };
    const auto [i0, i1] = span(a.i, b.i, size[0]);
    const auto [j0, j1] = span(a.j, b.j, size[1]);
    const auto [k0, k1] = span(a.k, b.k, size[2]);
    std::vector<double> values;
    for (int k = k0; k <= k1; ++k)
        for (int j = j0; j <= j1; ++j)
            for (int i = i0; i <= i1; ++i) {
                const double value = volume.value({double(i), double(j), double(k)}, index);
                if (std::isfinite(value)) values.push_back(value);
            }
    if (values.empty()) return robustRange(volume, index);
    std::sort(values.begin(), values.end());
    return between(values, 2, 98);
}

} // namespace neuraxis
