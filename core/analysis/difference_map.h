#pragma once

#include "core/analysis/intensity_match.h"

namespace neuraxis {

/// By what a change between two images is told from noise.
struct DifferenceNoise {
    double inTissue = 0; ///< Standard deviation away from edges, as a share of the tissue's brightness
    double edgeMm = 0;   ///< At edges as if one image were out of place by so much, standard deviation
};

struct DifferenceOptions {
    double spacingMm = 1; ///< Of the grid the map is on
    double blurMm = 0.5;  ///< Of both images before they are compared, a normal distribution
    double biasMm = 25;   ///< Within which one gain is taken for both images, see localGain()
    double threshold = 4; ///< How many standard deviations of the noise are a change
    /// Islands beyond the threshold count in `changed` where they reach so many, and are so large.
    double peak = 8, leastMm3 = 30;
    /// The study's own noise, of its controls or people scanned twice; without it, that of this pair.
    std::optional<DifferenceNoise> noise;
};

/// The later visit less the earlier one, in the space midway between them.
struct DifferenceMap {
    std::shared_ptr<const Volume> difference; ///< In the first visit's unit; not a number outside the brain
    std::shared_ptr<const Volume> percent;    ///< Of the brightness of the tissue around, see biasMm
    std::shared_ptr<const Volume> score;      ///< The difference in standard deviations of the noise
    std::shared_ptr<const Volume>
        changed;           ///< 1, -1: brighter, darker than the threshold, in islands that count; else 0
    double shareAbove = 0; ///< Of the brain: beyond the threshold
    double brainMm3 = 0, brighterMm3 = 0, darkerMm3 = 0; ///< The latter two of `changed`
    IntensityMatch match;
    DifferenceNoise noise;            ///< By which the map is masked
    DifferenceNoise ownNoise;         ///< That of this pair
    bool isOwnNoise = false;          ///< The study's own is used
    double brightness = 0;            ///< Of tissue at the first visit, in its unit: the median
    double threshold = 0, biasMm = 0; ///< As the options had them
    QString refused;                  ///< Why there is no map; "" where there is

    /// What was done, and by what the noise was told, a sentence each.
    [[nodiscard]] QStringList inWords() const;
};
/// d = second * gain - first, each sampled once, cubically, from its own voxels, which are blurred so that both show edges
/// alike (blurToMatch()). The noise's variance is (inTissue brightness)² + edgeMm² |gradient|²; of a pair it is fitted to the median
/// |d| in eight classes of |gradient|, so that what changes in less than half of the brain does not count as noise.
/// `goOn` is told the share done; once it says false, or without memory, all volumes are null. About 4 s for two heads of
/// 256 x 256 x 176 on two cores; called from any thread.
DifferenceMap differenceMap(const AlignedVisit& first, const AlignedVisit& second,
                            const DifferenceOptions& options = {}, const std::function<bool(double)>& goOn = {});

} // namespace neuraxis
