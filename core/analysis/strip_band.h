#pragma once

#include "core/analysis/normative.h"

namespace neuraxis {

/// A control's profile along the motor strip of one side.
struct StripControl {
    double ageYears = 0; ///< Not a number: not known
    QString sex;
    std::vector<double> means; ///< By bin; not a number: no data
};

/// Between what 95 of 100 controls of somebody's age and sex lie, by bin.
struct StripBand {
    std::vector<double> low, high; ///< Not numbers where too few controls have values
    int controls = 0;              ///< The most that any bin has; 0: there is no band
};
/// What the controls' regression on age and sex predicts for that person, and 1.96 standard deviations of its residuals
/// either way (w of -1.96 to 1.96); the controls' mean and deviation where the person's age or sex is not known.
StripBand stripBand(const std::vector<StripControl>& controls, std::size_t bins, double ageYears, const QString& sex,
                    int least = 20);

} // namespace neuraxis
