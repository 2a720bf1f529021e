#pragma once

#include "core/analysis/trend.h"
#include "core/model/cortex.h"

#include <QStringList>
#include <memory>
#include <optional>
#include <vector>

namespace neuraxis {

/// A visit's cortex and when it was scanned.
struct TimedCortex {
    std::shared_ptr<const Cortex> cortex;
    double years = 0; ///< As TimedValue has it
};

/// How the thickness of the cortex changes at each vertex, by the least squares line through the visits; of two visits
/// the line through both. Maps are on the base's vertices; not a number where a visit has no thickness (it is 0 outside
/// the cortex).
struct ThicknessChange {
    std::shared_ptr<const CortexMap> perYear;            ///< "thickness change", mm/yr
    std::shared_ptr<const CortexMap> percentToFirst;     ///< 100 perYear / thickness at the first visit, %/yr (pc1)
    std::shared_ptr<const CortexMap> percentSymmetrised; ///< 100 perYear / mean thickness, %/yr (spc)
    std::shared_ptr<const CortexMap> change;             ///< Last less first visit, mm
    std::shared_ptr<const CortexMap> changePercent;      ///< The same in % of the first
    double spanYears = 0;
    int visits = 0;
    bool tooShort = false;                  ///< The rate says little: grey it, and show the change
    double noiseMmPerYear = 0, noiseMm = 0; ///< Below them perYear and change are noise
    bool isOwnNoise = false;
    double shareAbove = 0; ///< Of the vertices with a value: |perYear| beyond the noise
    QString refused;       ///< Why there are no maps; "" where there are

    /// What was done, and by what noise was told, a sentence each.
    [[nodiscard]] QStringList inWords() const;
};
/// Only between longitudinal surfaces of one base, which share their vertices: else refused, with the reason. The noise
/// is `controlsMmPerYear` where the study has it, see thicknessNoise(); else three standard deviations of the map itself
/// about its median, by the median, so that change in less than half of the cortex does not count as noise; and at least
/// that of an error of 0.02 mm at each visit, one standard deviation.
ThicknessChange thicknessChange(const std::vector<TimedCortex>& visits,
                                std::optional<double> controlsMmPerYear = std::nullopt);

/// What 95 % of the vertices of people who should not change stay below, in mm/yr: 1.96 times the median deviation of their
/// rates from each person's own median, as a standard deviation. Nothing without any.
std::optional<double> thicknessNoise(const std::vector<std::shared_ptr<const CortexMap>>& controlsPerYear);

} // namespace neuraxis
