#include "core/analysis/strip_band.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace neuraxis {

StripBand stripBand(const std::vector<StripControl>& controls, std::size_t bins, double ageYears, const QString& sex,
                    int least) {
    constexpr double reach = 1.96, none = std::numeric_limits<double>::quiet_NaN();
    StripBand band;
    for (std::size_t b = 0; b < bins; ++b) {
        std::vector<Measured> values;
        for (const StripControl& one : controls)
            values.push_back({one.ageYears, one.sex, b < one.means.size() ? one.means[b] : none});
        double middle = none, half = none;
        for (const ScoreKind kind : {ScoreKind::W, ScoreKind::Z}) {
            const auto model = NormativeModel::fit(kind, values, least);
            if (!model) continue;
            middle = model->of({ageYears, sex, 0}).predicted;
            half = reach * model->model().sd;
            if (!std::isfinite(middle)) continue;
            band.controls = std::max(band.controls, model->model().controls);
            break;
        }
        band.low.push_back(middle - half);
        band.high.push_back(middle + half);
    }
    return band;
}

} // namespace neuraxis
