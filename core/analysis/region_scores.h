#pragma once

#include "core/analysis/normative.h"
#include "core/model/cortex.h"
#include "core/model/region_groups.h"

namespace neuraxis {

/// "w", "z".
QString scoreName(ScoreKind kind);

/// What of a region is compared.
enum class RegionMeasure { Thickness, Area, Volume };
/// "thickness", "area", "volume"; the other way round nothing for another word.
QString measureName(RegionMeasure measure);
std::optional<RegionMeasure> measureNamed(const QString& name);
QString measureUnit(RegionMeasure measure);
double valueOf(const RegionMeasures& region, RegionMeasure measure);

/// One person at one visit. An age that is not known is not a number.
struct MeasuredCortex {
    double ageYears = 0;
    QString sex;
    std::vector<RegionMeasures> regions;
};
/// The person with the value of one region, or of a group of regions by its key; not a number without it. `atBest` as in
/// groupMeasures().
Measured measuredIn(const MeasuredCortex& person, const QString& region, Side side, RegionMeasure measure,
                    GroupWeight atBest = GroupWeight::Vertices);
/// The best weight of a group's regions that all have who have the group, so that they are compared in the same thing.
GroupWeight commonWeight(const std::vector<const MeasuredCortex*>& people, const QString& region, Side side,
                         RegionMeasure measure);

/// A region, or a group of them, of one person among the controls.
struct RegionScore {
    QString region; ///< Or the group's key
    Side side = Side::Left;
    double value = 0;
    std::optional<ScoreModel> model; ///< None: too few controls
    Score score;                     ///< Not numbers without a model
    double q = 0;     ///< Benjamini and Hochberg's, of all regions that have a p; not a number in groups of regions
    double limit = 0; ///< How great the score must be, without its sign, to be below the false discovery rate
};

struct RegionScores {
    ScoreKind kind = ScoreKind::W;
    RegionMeasure measure = RegionMeasure::Thickness;
    double level = 0.05;               ///< The false discovery rate
    int tested = 0;                    ///< Regions that have a p
    std::vector<RegionScore> regions;  ///< As the person has them
    std::vector<RegionScore> together; ///< Groups of regions, each a test by itself
    /// One sentence on the model, the numbers of controls and their ages over all regions; empty without any model.
    [[nodiscard]] QString modelInWords() const;
};
/// Everything about one person. `controls` are others: a control is left out of them before. Regions with fewer than
/// `least` controls have no score.
RegionScores scoreRegions(ScoreKind kind, RegionMeasure measure, const std::vector<MeasuredCortex>& controls,
                          const MeasuredCortex& person, int least = 20, double level = 0.05);

} // namespace neuraxis
