#pragma once

#include "core/model/display.h"
#include "core/model/volume.h"
#include "core/model/world_transform.h"

#include <optional>

namespace neuraxis {

/// How far a visit's alignment with the others can be trusted.
enum class Alignment {
    Waiting, ///< Not known yet: placed by its middle
    Good,
    Doubtful,
    Failed, ///< Not used: placed by its middle
    ByHand  ///< As somebody put it
};

/// Where a visit's image lies in the space that the visits of a participant share, midway between them.
struct Placement {
    WorldTransform visitOfShared; ///< From that space to where it was scanned
    Alignment alignment = Alignment::Waiting;
    QString reason;        ///< Why the alignment is doubtful or failed: one sentence
    double residualMm = 0; ///< By how much ways around over other visits disagree
    QString method;        ///< One sentence
    double gain = 0; ///< value * gain is comparable between the visits; 0 where it is not known: windows are their own

    [[nodiscard]] bool isAligned() const { return alignment != Alignment::Waiting && alignment != Alignment::Failed; }
    bool operator==(const Placement&) const = default;
};

/// A visit's image beside those of other visits of the same participant.
struct ComparedVisit {
    QString uid;                           ///< Of the visit, as the study has it
    QString label;                         ///< "2"
    QString name;                          ///< "Visit 2"
    QString title;                         ///< "Visit 2 · 2024-07-16"
    QString contrast;                      ///< Of the image, see contrastOf(); "" where it is not known
    QString quality;                       ///< As in Visit: "", "good", "doubtful", "failed"
    std::optional<double> yearsSinceFirst; ///< None where the date is not known
    std::shared_ptr<const Volume> volume;  ///< As it was scanned; null until it is read
    Display opened;                        ///< How the image opens by itself
    Placement place;
    bool shown = true; ///< In layouts that show every visit

    /// Takes an image that was read.
    void setVolume(std::shared_ptr<const Volume> read);
    bool operator==(const ComparedVisit&) const = default;
};

/// How two visits are laid over one another in a plane.
enum class Blend { None, Wipe, Checkerboard, Fusion, Difference };

/// The same voxels, moved. Copies none of them.
std::shared_ptr<const Volume> moved(const std::shared_ptr<const Volume>& volume, const WorldTransform& by);

} // namespace neuraxis
