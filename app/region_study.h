#pragma once

#include "core/analysis/region_scores.h"
#include "core/study/region_values.h"

#include <QHash>
#include <memory>
#include <optional>

namespace neuraxis {

/// Everybody's cortical regions in a study, ready to compare people: what the command line and the window share. Immutable
/// once made; made off the GUI thread, since it reads files.
class RegionStudy {
  public:
    /// Throws io::Cancelled.
    RegionStudy(std::shared_ptr<const Cohort> cohort, io::Job& job);

    struct Person {
        const Participant* participant = nullptr;
        const Visit* visit = nullptr;
        MeasuredCortex cortex;
        QString group;               ///< A key of studyGroups(), or another word
        bool isLongitudinal = false; ///< Measured in FreeSurfer's longitudinal stream
    };
    [[nodiscard]] const std::vector<Person>& people() const { return all; } ///< All visits that have regions
    [[nodiscard]] const QStringList& problems() const { return told; }
    /// A participant's visit of that uid, or with none the last that has regions; null without any.
    [[nodiscard]] const Person* find(const QString& participant, const QString& visit = {}) const;

    /// The same, and somebody at a visit of which the study has no regions, without any; nothing for who is not in it.
    [[nodiscard]] std::optional<Person> personOf(const QString& participant, const QString& visit) const;

    /// The controls: of everybody in the group "control" the first visit with regions whose quality has not failed.
    [[nodiscard]] std::vector<MeasuredCortex> controlsWithout(const QString& participant) const;
    /// A person among the controls; a control among all others.
    [[nodiscard]] RegionScores scores(const Person& person, ScoreKind kind, RegionMeasure measure,
                                      int least = 20) const;

    /// A score of everybody at their first visit, for a plot of the groups: by key of studyGroups(), in that order.
    struct GroupScores {
        QString group;
        std::vector<double> scores;
    };
    /// Controls are left out of the model that they are compared by. Empty with too few controls.
    [[nodiscard]] std::vector<GroupScores> groupScores(const QString& region, Side side, ScoreKind kind,
                                                       RegionMeasure measure, int least = 20) const;

  private:
    std::shared_ptr<const Cohort> cohort;
    std::vector<Person> all;
    std::vector<std::size_t> first; ///< Places in `all` of everybody's first usable visit
    QStringList told;
};

} // namespace neuraxis
