#include "widgets/trajectory.h"

#include "core/model/cohort_index.h"
#include "core/model/words.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Trajectory)
};

using Point = Trajectory::Point;

/// With two digits that count, where values have them.
int rateDecimals(const Trajectory& of) {
    constexpr double twoDigits = 10;
    const bool isSmall = std::abs(of.trend->perYear) < twoDigits * std::pow(10, -of.decimals);
    return isSmall ? of.decimals + 1 : of.decimals;
}
QString rate(double perYear, const Trajectory& of) { return roundedInWords(perYear, rateDecimals(of)); }
/// Brightness has no unit.
QString withUnit(const QString& number, const Trajectory& of) {
    return of.unit.isEmpty() ? number : number + u' ' + of.unit;
}
QString value(double number, const Trajectory& of) { return withUnit(roundedInWords(number, of.decimals), of); }
QString percent(double number) { return Texts::tr("%1 % a year").arg(roundedInWords(number, 1)); }

} // namespace

std::optional<Trajectory::Spot> Trajectory::start() const {
    const auto first =
        std::find_if(points.begin(), points.end(), [](const Point& point) { return point.leftOut == LeftOut::No; });
    if (first == points.end()) return {};
    Spot from = first->at;
    if (!trend) return from;
    double sum = 0, count = 0;
    for (const Point& point : points)
        if (point.leftOut == LeftOut::No) {
            sum += point.at.years;
            ++count;
        }
    from.value = trend->level + trend->perYear * (from.years - sum / count);
    return from;
}

std::optional<Trajectory::Expected> Trajectory::expectedAt(double ageYears) const {
    const auto next = std::find_if(band.begin(), band.end(), [&](const Expected& e) { return e.ageYears >= ageYears; });
    if (next == band.end()) return {};
    if (next == band.begin()) return next->ageYears == ageYears ? std::optional(*next) : std::nullopt;
    const Expected &a = *(next - 1), &b = *next;
    const double share = (ageYears - a.ageYears) / (b.ageYears - a.ageYears);
    const auto between = [&](double from, double to) { return from + share * (to - from); };
    return Expected{ageYears, between(a.value, b.value), between(a.low, b.low), between(a.high, b.high)};
}

QString noTrendInWords(const std::vector<Trajectory::LeftOut>& visits) {
    if (visits.empty()) return Texts::tr("No visit has this measure.");
    const auto count = [&](Trajectory::LeftOut why) { return std::count(visits.begin(), visits.end(), why); };
    const auto used = count(Trajectory::LeftOut::No);
    if (used > 1) return Texts::tr("All visits are of one day: no change can be told.");
    if (used == 1 && visits.size() == 1) return Texts::tr("One visit: no change can be told yet.");
    if (used == 1) return Texts::tr("One visit that can be used: no change can be told.");
    if (count(Trajectory::LeftOut::NoDate) > 0)
        return Texts::tr("No visit that can be used has a date: no change can be told.");
    return Texts::tr("No visit that can be used: no change can be told.");
}

TrajectoryWords inWords(const Trajectory& of) {
    if (!of.trend) {
        std::vector<Trajectory::LeftOut> visits;
        for (const Point& point : of.points) visits.push_back(point.leftOut);
        return {noTrendInWords(visits), {}};
    }
    const Trend& trend = *of.trend;
    QString perYear = Texts::tr("%1 a year", "a value with its unit").arg(withUnit(rate(trend.perYear, of), of));
    if (std::isfinite(trend.perYearLow))
        perYear += QStringLiteral(" (") +
                   Texts::tr("95 % %1 to %2").arg(rate(trend.perYearLow, of), rate(trend.perYearHigh, of)) +
                   QStringLiteral(")");
    perYear += QStringLiteral(", ") + percent(trend.percentSymmetrised);
    if (trend.tooShort) {
        constexpr double monthsOfYear = 12;
        return {Texts::tr("Change %1 in %2 months, at a level of %3")
                    .arg(value(trend.change, of), roundedInWords(trend.spanYears * monthsOfYear, 1),
                         value(trend.level, of)),
                Texts::tr("too short a time for a rate: %1").arg(perYear)};
    }
    return {Texts::tr("mean %1").arg(value(trend.level, of)) + QStringLiteral(", ") + perYear,
            std::isfinite(trend.perYearLow) ? QString() : Texts::tr("of two visits: no interval")};
}

QString inWords(const Trajectory& of, const Point& point) {
    QStringList lines{Texts::tr("Visit %1", "label").arg(point.label)};
    if (point.date.isValid()) lines.back() += QStringLiteral("  ·  ") + point.date.toString(Qt::ISODate);
    lines += value(point.at.value, of);
    if (const auto expected = of.expectedAt(point.at.ageYears))
        lines += Texts::tr("Controls: %1, 95 % between %2 and %3")
                     .arg(value(expected->value, of), roundedInWords(expected->low, of.decimals),
                          roundedInWords(expected->high, of.decimals));
    if (!point.quality.isEmpty()) lines += Texts::tr("Quality: %1").arg(qualityInWords(point.quality));
    switch (point.leftOut) {
    case Trajectory::LeftOut::No: break;
    case Trajectory::LeftOut::Failed: lines += Texts::tr("Not in the rate: the visit failed quality."); break;
    case Trajectory::LeftOut::OtherKind:
        lines += Texts::tr("Not in the rate: measured in another way than the other visits.");
        break;
    case Trajectory::LeftOut::NotAligned: lines += Texts::tr("Not in the rate: the visit could not be aligned."); break;
    case Trajectory::LeftOut::NoDate: lines += Texts::tr("Not in the rate: the day is not known."); break;
    }
    return lines.join(u'\n');
}

} // namespace neuraxis
