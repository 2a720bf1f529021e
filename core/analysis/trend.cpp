#include "core/analysis/trend.h"

#include "core/analysis/linear_fit.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace neuraxis {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr double outsideInterval = 0.05; ///< 95 % confidence

double percent(double part, double whole) { return whole != 0 ? 100 * part / whole : none; }

double meanAt(const std::vector<double>& years, const std::vector<double>& values, double when) {
    double sum = 0, count = 0;
    for (std::size_t i = 0; i < years.size(); ++i)
        if (years[i] == when) {
            sum += values[i];
            ++count;
        }
    return sum / count;
}

} // namespace

TrendOver::TrendOver(std::vector<double> years) : times(std::move(years)) {
    const auto count = static_cast<double>(times.size());
    for (const double year : times) mean += year / count;
    for (const double year : times) squares += (year - mean) * (year - mean);
    const auto [least, greatest] = std::minmax_element(times.begin(), times.end());
    first = *least;
    last = *greatest;
    t = tOfTwoSided(outsideInterval, count - 2);
}

Trend TrendOver::of(const std::vector<double>& values) const {
    const auto count = static_cast<double>(times.size());
    Trend trend;
    for (const double value : values) trend.level += value / count;
    for (std::size_t i = 0; i < times.size(); ++i)
        trend.perYear += (times[i] - mean) * (values[i] - trend.level) / squares;
    double residuals = 0;
    for (std::size_t i = 0; i < times.size(); ++i) {
        const double off = values[i] - trend.level - trend.perYear * (times[i] - mean);
        residuals += off * off;
    }
    const double reach = t * std::sqrt(residuals / (count - 2) / squares);
    trend.perYearLow = trend.perYear - reach;
    trend.perYearHigh = trend.perYear + reach;
    const double firstValue = meanAt(times, values, first);
    trend.percentToFirst = percent(trend.perYear, firstValue);
    trend.percentSymmetrised = percent(trend.perYear, trend.level);
    trend.spanYears = last - first;
    trend.change = meanAt(times, values, last) - firstValue;
    trend.changePercent = percent(trend.change, firstValue);
    trend.visits = static_cast<int>(times.size());
    trend.tooShort = trend.spanYears < shortestRateYears;
    return trend;
}

std::optional<Trend> trendOf(const std::vector<TimedValue>& values) {
    std::vector<double> years, measured;
    for (const TimedValue& v : values)
        if (std::isfinite(v.years) && std::isfinite(v.value)) {
            years.push_back(v.years);
            measured.push_back(v.value);
        }
    if (std::adjacent_find(years.begin(), years.end(), std::not_equal_to<>()) == years.end()) return {};
    return TrendOver(years).of(measured);
}

} // namespace neuraxis
