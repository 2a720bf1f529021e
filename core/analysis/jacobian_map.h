#pragma once

#include "core/analysis/intensity_match.h"

#include <QStringList>
#include <functional>
#include <optional>

namespace neuraxis {

struct JacobianOptions {
    double spacingMm = 1.25; ///< Of the finest grid, which the map is on
    double stiffness = 0.01; ///< See velocity_solver.h, with tissue of brightness 1
    /// What of the logarithm is noise: the study's own, of its controls or people scanned twice, see jacobianNoise();
    /// without it, three standard deviations of the map itself, by its median, and 0.02 at least: so change in less than
    /// half of the brain does not count as noise.
    std::optional<double> noise;
    bool onFirst = false; ///< Makes JacobianMap::onFirst too
};

/// How much tissue has become more or less, in the space midway between two visits.
struct JacobianMap {
    std::shared_ptr<const Volume> logJacobian; ///< ln(volume at the second visit / at the first); not a number outside
    std::shared_ptr<const Volume> percent;     ///< 100 (second / first - 1)
    /// The same in percent at the places that tissue had at the first visit, which is what regions drawn there need; the
    /// others have it where tissue lay halfway. Null unless asked for.
    std::shared_ptr<const Volume> onFirst;
    double shareAbove = 0; ///< Of the brain: beyond the noise
    double noise = 0;      ///< Of the logarithm
    bool isOwnNoise = false;
    IntensityMatch match;
    QString refused; ///< Why there is no map; "" where there is

    /// What was done, and by what noise was told, a sentence each.
    [[nodiscard]] QStringList inWords() const;
};
/// By a diffeomorphic registration, symmetric in the midway space: a velocity that does not change over time is sought
/// (Ashburner, NeuroImage 2007;38:95-113) along which half the way from the first image and half the way back from the
/// second look alike, with least bending. Both images are blurred so that they show edges alike, and their brightness is
/// matched within 25 mm; each is sampled from its own voxels at every step. Swapping the visits changes the sign.
/// `goOn` is told the share done; once it says false, or without memory, the volumes are null. About 15 s for two heads
/// of 256 x 256 x 176 on two cores, with 450 MB; called from any thread.
JacobianMap jacobianMap(const AlignedVisit& first, const AlignedVisit& second, const JacobianOptions& options = {},
                        const std::function<bool(double)>& goOn = {});

/// What 95 % of the brain of people who should not change stays below: of their maps' logarithms. Nothing without any.
std::optional<double> jacobianNoise(const std::vector<std::shared_ptr<const Volume>>& controlsLog);

} // namespace neuraxis
