#include "core/analysis/trend.h"

#include "core/analysis/linear_fit.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace neuraxis {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr double outsideInterval = 0.05; ///< 95 % confidence

double percent(double part, double whole) { return whole != 0 ? 100 * part / whole : none; }

double meanAt(const std::vector<TimedValue>& values, double years) {
    double sum = 0, count = 0;
    for (const TimedValue& v : values)
        if (v.years == years) {
            sum += v.value;
            ++count;
        }
    return sum / count;
}

} // namespace

std::optional<Trend> trendOf(const std::vector<TimedValue>& values) {
    std::vector<TimedValue> used;
    for (const TimedValue& v : values)
        if (std::isfinite(v.years) && std::isfinite(v.value)) used.push_back(v);
    if (used.empty()) return {};
    const auto [first, last] = std::minmax_element(
        used.begin(), used.end(), [](const TimedValue& a, const TimedValue& b) { return a.years < b.years; });
    if (first->years == last->years) return {};

    const auto count = static_cast<double>(used.size());
    double meanYears = 0;
    for (const TimedValue& v : used) meanYears += v.years / count;
    std::vector<std::vector<double>> design;
    std::vector<double> measured;
    double spread = 0;
    for (const TimedValue& v : used) {
        const double away = v.years - meanYears;
        design.push_back({1, away});
        measured.push_back(v.value);
        spread += away * away;
    }
    const auto line = fitLinear(design, measured);
    if (!line) return {};

    Trend trend;
    trend.level = line->coefficients[0];
    trend.perYear = line->coefficients[1];
    const double freedom = count - 2;
    const double reach = tOfTwoSided(outsideInterval, freedom) * std::sqrt(line->squares / freedom / spread);
    trend.perYearLow = trend.perYear - reach;
    trend.perYearHigh = trend.perYear + reach;
    const double firstValue = meanAt(used, first->years);
    trend.percentToFirst = percent(trend.perYear, firstValue);
    trend.percentSymmetrised = percent(trend.perYear, trend.level);
    trend.spanYears = last->years - first->years;
    trend.change = meanAt(used, last->years) - firstValue;
    trend.visits = static_cast<int>(used.size());
    trend.tooShort = trend.spanYears < shortestRateYears;
    return trend;
}

} // namespace neuraxis
