#pragma once

#include "core/model/navigation.h"
#include "core/model/review_state.h"

#include <QString>
#include <vector>

namespace neuraxis {

/// Volumes of diffusion that were scanned with the same b-value, near enough.
struct Shell {
    double b = 0;             ///< s/mm², as people say it: 0, 1000
    std::vector<int> volumes; ///< Indices, ascending
    bool operator==(const Shell&) const = default;
};

/// The b-values of a series, ascending. Those within 5 %, or 50 s/mm² of each other where that is more, are one; below
/// 200 s/mm² only within 10, so that the small steps of perfusion studies stay apart. Below 10 it is called 0.
/// What is not a number or negative belongs to none.
std::vector<Shell> shells(const FourthDimension& fourth);

/// A number that each volume of a series has, and that the volumes can be put in order by.
struct VolumeProperty {
    QString name;   ///< Fixed word: "volume", "b", "echo-time", "inversion-time", "time"
    QString title;  ///< Translated: "Time"
    QString symbol; ///< As short as people write it: "TE"
    QString unit;   ///< "s"; "" for the volume's number
    /// One number for each volume, or none where the files say nothing. The volume's number counts from 1.
    std::vector<double> (*values)(const VolumeHeader& header);
    QString (*words)(double value); ///< "TE 4.6 ms"; null for the volume's number
};
/// Every such property, the volume's number first.
const std::vector<VolumeProperty>& volumeProperties();
/// The property's numbers where they tell the volumes apart, else none.
std::vector<double> tellingValues(const VolumeProperty& property, const VolumeHeader& header);

/// The layer whose volumes are walked through: the active one, or where that has a single volume, as a mean laid over
/// its series has, the nearest below it with more, then the nearest above. -1 when no layer has more than one.
int seriesLayer(const ReviewState& state, const NavigationState& navigation);
/// The volumes that slider, keys and cine walk: all, or those of the navigation's shell where the series has it.
std::vector<int> walkedVolumes(const VolumeHeader& header, const NavigationState& navigation);
/// The shell that walkedVolumes() keeps to; null where it keeps to none. `all` are the series' shells.
const Shell* chosenShell(const std::vector<Shell>& all, const NavigationState& navigation);
/// The navigation at the walked volume `by` places further than now; at most at their ends.
NavigationState stepped(const ReviewState& state, const NavigationState& navigation, int by);
/// The navigation with another shell (none: all volumes) and at the volume of it that is nearest.
NavigationState withShell(const VolumeHeader& header, const NavigationState& navigation, std::optional<double> shell);

} // namespace neuraxis
