#pragma once

#include "core/analysis/aligned_visit.h"

#include <functional>
#include <optional>

namespace neuraxis {

/// How the brightness of a second visit follows that of a first. Values of the second times `gain` are on the first's
/// scale; swapping the visits gives 1 / gain.
struct IntensityMatch {
    double gain = 1;
    double correlation = 0; ///< Of brightness in brain tissue, voxel by voxel, after alignment
    QString refused;        ///< Why they cannot be matched, one sentence; "" where they can

    [[nodiscard]] bool isMatched() const { return refused.isEmpty(); }
    /// "Visit 2 is shown 1.07 times as bright, by the median over the brain." "" where refused.
    [[nodiscard]] QString inWords(const QString& secondVisit) const;
};
/// exp of the median of log(first / second) over the voxels that are tissue in both: a few bright or dark lesions do not
/// pull, and neither visit is favoured. Refused where the brightness of one does not rise with the other's (another
/// contrast, or not aligned) and where the brains do not overlap. Sampled every 2 mm; about half a second.
IntensityMatch matchIntensity(const AlignedVisit& first, const AlignedVisit& second);

/// What two visits have on one grid of the midway space.
struct PairedSamples {
    std::vector<float> first, second; ///< Not a number outside an image
    std::vector<float> brain;         ///< 0 to 1, as brainShare()
};
/// Where both are brain and no fluid: 1, else 0. Fluid is what is below half the median of the brain.
std::vector<float> tissueOf(const PairedSamples& samples);
IntensityMatch matchIntensity(const PairedSamples& samples);
/// What the second is multiplied by at each place: the match, and how coils made one brighter than the other nearby -
/// the mean of log(first / second) of tissue within a normal distribution of `sigmaMm`, steps of more than 30 % left out.
std::vector<float> localGain(const PairedSamples& samples, const IntensityMatch& match, const MidwayGrid& grid,
                             double sigmaMm);

} // namespace neuraxis
