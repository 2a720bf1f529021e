#include "core/io/slice_stack.h"

#include "core/model/words.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <cmath>
#include <numbers>

namespace neuraxis::io {

namespace {

constexpr double shearDegrees = 0.1;

/// Where a slice lies along the patient's axis nearest to the normal: "S 28.8".
QString levelInWords(const WorldPoint& p, const WorldVector& normal) {
    const double parts[] = {std::abs(normal.x), std::abs(normal.y), std::abs(normal.z)};
    const auto axis = std::max_element(std::begin(parts), std::end(parts)) - std::begin(parts);
    return positionInWords(p).chopped(3).split(QStringLiteral("  "))[axis];
}

Finding unevenFinding(const std::vector<double>& gaps, double worstMm) {
    const auto [least, greatest] = std::minmax_element(gaps.begin(), gaps.end());
    const auto mm = [](double value) { return QString::number(value, 'f', 2); };
    return {Finding::Severity::Warning, QStringLiteral("uneven-spacing"),
            QCoreApplication::translate(
                "io", "Slices are not evenly spaced (%1 to %2 mm apart): positions are off by up to %3 mm.")
                .arg(mm(*least), mm(*greatest), mm(worstMm))};
}

} // namespace

double median(std::vector<double> numbers) {
    const auto middle = numbers.begin() + static_cast<std::ptrdiff_t>(numbers.size() / 2);
    std::nth_element(numbers.begin(), middle, numbers.end());
    return *middle;
}

SliceGrid layOut(const std::vector<WorldPoint>& positions, const WorldVector& normal, double singleStepMm) {
    SliceGrid grid;
    grid.first = positions.front();
    grid.place.assign(positions.size(), 0);
    grid.step = normal * singleStepMm;
    if (positions.size() < 2) return grid;

    const auto along = [&](std::size_t i) { return dot(positions[i] - positions[0], normal); };
    std::vector<double> gaps;
    for (std::size_t i = 1; i < positions.size(); ++i) gaps.push_back(along(i) - along(i - 1));
    const double usual = median(gaps), tolerance = std::max(0.01, 0.01 * usual);

    // Whole numbers of the usual gap; the grid may not grow far beyond what is there.
    bool fits = true;
    for (std::size_t i = 1; i < positions.size(); ++i) {
        const double steps = gaps[i - 1] / usual, whole = std::max(1.0, std::round(steps));
        if (std::abs(steps - whole) > 0.2 || whole > 1000) fits = false;
        grid.place[i] = grid.place[i - 1] + static_cast<int>(std::min(whole, 1000.0));
    }
    const int last = grid.place.back();
    if (last + 1 > 4 * static_cast<int>(positions.size()) + 8) fits = false;
    if (!fits)
        for (std::size_t i = 0; i < positions.size(); ++i) grid.place[i] = static_cast<int>(i);
    grid.slices = grid.place.back() + 1;
    grid.step = (positions.back() - positions.front()) * (1.0 / grid.place.back());

    double worst = 0;
    for (std::size_t i = 1; i < positions.size(); ++i)
        worst = std::max(worst, length(positions[i] - (grid.first + grid.step * grid.place[i])));
    const bool even = std::all_of(gaps.begin(), gaps.end(), [&](double gap) {
        return std::abs(gap - usual * std::max(1.0, std::round(gap / usual))) <= tolerance;
    });
    if (!fits || (!even && worst > tolerance)) grid.findings.push_back(unevenFinding(gaps, worst));

    if (const int missing = grid.slices - static_cast<int>(positions.size()); missing > 0) {
        std::size_t before = positions.size(), after = 0;
        for (std::size_t i = 1; i < positions.size(); ++i)
            if (grid.place[i] > grid.place[i - 1] + 1) {
                before = std::min(before, i - 1);
                after = i;
            }
        grid.findings.push_back(
            {Finding::Severity::Warning, QStringLiteral("missing-slice"),
             QCoreApplication::translate(
                 "io", "Slices are missing: %1 of %2 are not there, between %3 and %4. They are shown empty.")
                 .arg(missing)
                 .arg(grid.slices)
                 .arg(levelInWords(positions[before], normal), levelInWords(positions[after], normal))});
    }
    const double degrees = std::acos(std::clamp(dot(unit(grid.step), normal), -1.0, 1.0)) * 180 / std::numbers::pi;
    if (degrees > shearDegrees)
        grid.findings.push_back(
            {Finding::Severity::Note, QStringLiteral("sheared-grid"),
             QCoreApplication::translate("io", "Slices are shifted against each other (a grid sheared by %1°); they "
                                               "are shown at their true positions.")
                 .arg(QLocale::c().toString(degrees, 'f', 1))});
    return grid;
}

} // namespace neuraxis::io
