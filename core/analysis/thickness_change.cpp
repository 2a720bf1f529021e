#include "core/analysis/thickness_change.h"

#include "core/analysis/median.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <limits>

namespace neuraxis {

namespace {

constexpr float none = std::numeric_limits<float>::quiet_NaN();
constexpr double deviations = 1.96;   ///< 95 % of a normal distribution
constexpr double ownDeviations = 3;   ///< Of a map whose noise is told by itself
constexpr double leastErrorMm = 0.02; ///< Of one measurement at a vertex: less is not to be trusted in any surface

QString words(const char* text) { return QCoreApplication::translate("ThicknessChange", text); }

using Values = std::shared_ptr<const std::vector<float>>;
Values thicknessOf(const TimedCortex& visit, Side side) {
    const CortexMap* map = visit.cortex->map(QStringLiteral("thickness"));
    return map ? map->values[static_cast<std::size_t>(side)] : nullptr;
}

/// Why visits cannot be compared vertex by vertex; "" where they can.
QString whyNot(const std::vector<TimedCortex>& visits) {
    if (visits.empty())
        return words(QT_TRANSLATE_NOOP("ThicknessChange", "A change needs two visits with a cortex; there is none."));
    if (visits.size() < 2)
        return words(QT_TRANSLATE_NOOP("ThicknessChange", "A change needs two visits with a cortex; there is one."));
    for (const TimedCortex& visit : visits) {
        if (visit.cortex->base.isEmpty())
            return words(QT_TRANSLATE_NOOP("ThicknessChange",
                                           "%1 was processed on its own, so its vertices are not those of the other "
                                           "visits. Only longitudinal surfaces of one base can be compared vertex by "
                                           "vertex; regions can be compared always."))
                .arg(visit.cortex->name);
        if (visit.cortex->base != visits.front().cortex->base)
            return words(QT_TRANSLATE_NOOP("ThicknessChange",
                                           "%1 is of the base %2 and %3 of %4. Only surfaces of one base share their "
                                           "vertices."))
                .arg(visits.front().cortex->name, visits.front().cortex->base, visit.cortex->name, visit.cortex->base);
        if (!std::isfinite(visit.years))
            return words(QT_TRANSLATE_NOOP("ThicknessChange", "The date of %1 is not known, so there is no rate."))
                .arg(visit.cortex->name);
        if (!thicknessOf(visit, Side::Left) && !thicknessOf(visit, Side::Right))
            return words(QT_TRANSLATE_NOOP("ThicknessChange", "%1 has no thickness.")).arg(visit.cortex->name);
    }
    bool anySide = false;
    for (const Side side : {Side::Left, Side::Right}) {
        const bool inAll = std::all_of(visits.begin(), visits.end(),
                                       [&](const TimedCortex& visit) { return thicknessOf(visit, side) != nullptr; });
        anySide = anySide || inAll;
        if (!inAll) continue;
        for (const TimedCortex& visit : visits)
            if (thicknessOf(visit, side)->size() != thicknessOf(visits.front(), side)->size())
                return words(
                           QT_TRANSLATE_NOOP("ThicknessChange",
                                             "%1 has %2 vertices with thickness and %3 has %4, so they are not of one "
                                             "base after all."))
                    .arg(visits.front().cortex->name)
                    .arg(thicknessOf(visits.front(), side)->size())
                    .arg(visit.cortex->name)
                    .arg(thicknessOf(visit, side)->size());
    }
    if (!anySide)
        return words(QT_TRANSLATE_NOOP("ThicknessChange", "No side of the cortex has thickness at all visits."));
    const auto [first, last] = std::minmax_element(
        visits.begin(), visits.end(), [](const TimedCortex& a, const TimedCortex& b) { return a.years < b.years; });
    if (first->years == last->years)
        return words(QT_TRANSLATE_NOOP("ThicknessChange", "All visits are of one day, so there is no rate."));
    return {};
}

/// How far each vertex's value is from the map's median.
std::vector<double> distancesFromMedian(const CortexMap& map) {
    std::vector<double> values;
    for (const auto& side : map.values)
        if (side)
            for (const float value : *side)
                if (std::isfinite(value)) values.push_back(double(value));
    if (values.empty()) return values;
    const double middle = medianOf(values);
    for (double& value : values) value = std::abs(value - middle);
    return values;
}

/// One standard deviation by the median of such distances; 0 without any.
double deviationOf(std::vector<double> distances) {
    return distances.empty() ? 0 : deviationOfMedian * medianOf(distances);
}

double shareBeyond(const CortexMap& map, double noise) {
    std::size_t beyond = 0, count = 0;
    for (const auto& side : map.values)
        if (side)
            for (const float value : *side)
                if (std::isfinite(value)) {
                    ++count;
                    beyond += std::abs(double(value)) > noise ? 1 : 0;
                }
    return count ? static_cast<double>(beyond) / static_cast<double>(count) : 0;
}

} // namespace

QStringList ThicknessChange::inWords() const {
    if (!refused.isEmpty()) return {refused};
    const auto mm = [](double value) { return QString::number(value, 'f', 2); };
    QStringList sentences;
    sentences +=
        visits == 2
            ? words(QT_TRANSLATE_NOOP("ThicknessChange", "Change of thickness between two visits, %1 years apart, "
                                                         "at the same vertices of one base."))
                  .arg(mm(spanYears))
            : words(QT_TRANSLATE_NOOP("ThicknessChange", "Slope of thickness over %1 visits in %2 years, at the "
                                                         "same vertices of one base."))
                  .arg(visits)
                  .arg(mm(spanYears));
    sentences +=
        (isOwnNoise
             ? words(QT_TRANSLATE_NOOP("ThicknessChange", "Noise is that of the study's controls: %1 mm a year."))
             : words(QT_TRANSLATE_NOOP("ThicknessChange",
                                       "Noise is taken as %1 mm a year, for want of the study's own: three "
                                       "standard deviations of what most of this cortex has, or of an error of "
                                       "0.02 mm at each visit.")))
            .arg(mm(noiseMmPerYear));
    if (tooShort)
        sentences +=
            words(QT_TRANSLATE_NOOP("ThicknessChange", "The visits are less than three months apart: look at the "
                                                       "change, not at the rate."));
    return sentences;
}

ThicknessChange thicknessChange(const std::vector<TimedCortex>& visits, std::optional<double> controlsMmPerYear) {
    ThicknessChange result;
    result.refused = whyNot(visits);
    if (!result.refused.isEmpty()) return result;

    std::vector<double> years;
    for (const TimedCortex& visit : visits) years.push_back(visit.years);
    const TrendOver line(years);
    result.visits = static_cast<int>(visits.size());
    const auto [first, last] = std::minmax_element(years.begin(), years.end());
    result.spanYears = *last - *first;
    result.tooShort = result.spanYears < shortestRateYears;
    result.isOwnNoise = controlsMmPerYear.has_value();

    struct Row {
        const char *name, *unit;
        double Trend::*of;
        std::shared_ptr<const CortexMap> ThicknessChange::*to;
    };
    static constexpr Row rows[] = {
        {"thickness rate", "mm/yr", &Trend::perYear, &ThicknessChange::perYear},
        {"thickness rate to first", "%/yr", &Trend::percentToFirst, &ThicknessChange::percentToFirst},
        {"thickness rate symmetrised", "%/yr", &Trend::percentSymmetrised, &ThicknessChange::percentSymmetrised},
        {"thickness change", "mm", &Trend::change, &ThicknessChange::change},
        {"thickness change of first", "%", &Trend::changePercent, &ThicknessChange::changePercent},
    };
    std::array<CortexMap, std::size(rows)> maps;
    for (std::size_t row = 0; row < maps.size(); ++row) {
        maps[row].name = QLatin1String(rows[row].name);
        maps[row].unit = QLatin1String(rows[row].unit);
    }
    for (const std::size_t side : {0, 1}) {
        std::vector<Values> thickness;
        for (const TimedCortex& visit : visits) thickness.push_back(thicknessOf(visit, static_cast<Side>(side)));
        if (std::find(thickness.begin(), thickness.end(), nullptr) != thickness.end()) continue;
        const std::size_t count = thickness.front()->size();
        std::array<std::shared_ptr<std::vector<float>>, std::size(rows)> values;
        for (auto& list : values) list = std::make_shared<std::vector<float>>(count, none);
        std::vector<double> series(visits.size());
        for (std::size_t vertex = 0; vertex < count; ++vertex) {
            bool isCortex = true;
            for (std::size_t v = 0; v < visits.size(); ++v) {
                series[v] = double((*thickness[v])[vertex]);
                isCortex = isCortex && std::isfinite(series[v]) && series[v] > 0;
            }
            if (!isCortex) continue;
            const Trend trend = line.of(series);
            for (std::size_t row = 0; row < values.size(); ++row)
                (*values[row])[vertex] = static_cast<float>(trend.*rows[row].of);
        }
        for (std::size_t row = 0; row < values.size(); ++row) maps[row].values[side] = values[row];
    }
    for (std::size_t row = 0; row < maps.size(); ++row)
        result.*rows[row].to = std::make_shared<const CortexMap>(std::move(maps[row]));
    if (controlsMmPerYear) {
        result.noiseMmPerYear = *controlsMmPerYear;
        result.noiseMm = *controlsMmPerYear * result.spanYears;
    } else {
        const auto own = [](const CortexMap& map, double leastDeviation) {
            return ownDeviations * std::max(deviationOf(distancesFromMedian(map)), leastDeviation);
        };
        result.noiseMmPerYear = own(*result.perYear, leastErrorMm / std::sqrt(line.spread()));
        result.noiseMm = own(*result.change, std::sqrt(2.0) * leastErrorMm);
    }
    result.shareAbove = shareBeyond(*result.perYear, result.noiseMmPerYear);
    return result;
}

std::optional<double> thicknessNoise(const std::vector<std::shared_ptr<const CortexMap>>& controlsPerYear) {
    std::vector<double> away;
    for (const auto& map : controlsPerYear) {
        const std::vector<double> distances = distancesFromMedian(*map);
        away.insert(away.end(), distances.begin(), distances.end());
    }
    if (away.empty()) return {};
    return deviations * deviationOf(std::move(away));
}

} // namespace neuraxis
