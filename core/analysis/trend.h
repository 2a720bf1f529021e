#pragma once

#include <optional>
#include <vector>

namespace neuraxis {

/// A value measured at a time; which time is year 0 does not matter.
struct TimedValue {
    double years = 0; ///< daysToYears() of real days
    double value = 0;
};
/// Days in years of 365.25 days.
constexpr double daysToYears(double days) { return days / 365.25; }

/// Between first and last visit; where it is less, a rate says more of the noise than of the change.
inline constexpr double shortestRateYears = 0.25;

/// How a value goes over real time, by the ordinary least squares line; of two values the line through both. Not a
/// number where it cannot be told.
struct Trend {
    double perYear = 0;                     ///< The slope
    double perYearLow = 0, perYearHigh = 0; ///< Its 95 % confidence interval by Student's t; of two values none
    double level = 0;                       ///< The line at the mean time, which is the values' mean
    double percentToFirst = 0;              ///< 100 * slope / first value, by year (pc1)
    double percentSymmetrised = 0;          ///< 100 * slope / level, by year (spc)
    double spanYears = 0;                   ///< From the first to the last
    double change = 0;                      ///< The last value less the first, as measured
    double changePercent = 0;               ///< The change in % of the first value
    int visits = 0;                         ///< Values used
    bool tooShort = false;                  ///< The span is below shortestRateYears: show the change, not the rate
};
/// In any order of time. Values that are not finite are left out; nothing where fewer than two times are left. Values of
/// one time count each for the line; as first or last value they count with their mean.
std::optional<Trend> trendOf(const std::vector<TimedValue>& values);

/// The trend of many values measured at the same times, as of the vertices of a surface.
class TrendOver {
  public:
    /// At least two different times, all finite, in any order.
    explicit TrendOver(std::vector<double> years);
    /// Of as many values as times, all finite.
    [[nodiscard]] Trend of(const std::vector<double>& values) const;
    /// The sum of the squares of the times' distances from their mean, years².
    [[nodiscard]] double spread() const { return squares; }

  private:
    std::vector<double> times;
    double mean = 0, squares = 0, first = 0, last = 0;
    double t = 0; ///< Student's, for the interval
};

} // namespace neuraxis
