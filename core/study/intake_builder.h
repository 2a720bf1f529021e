#pragma once

#include "core/study/intake.h"

#include <map>
#include <utility>

namespace neuraxis::study {

/// A pseudonym or a visit's label as all places have it: without the "sub-" and "ses-" that BIDS puts before them.
QString plainName(const QString& participant);
QString plainLabel(const QString& visit);

/// What to call a file: its name without ".nii.gz" and the like.
QString itemName(const QString& path);

/// An intake as it grows: each participant once, each visit of theirs once.
class IntakeBuilder {
  public:
    explicit IntakeBuilder(const QString& kind) { intake.kind = kind; }

    /// By name, or a new one that `from` told of.
    Intake::FoundParticipant& participant(const QString& name, const QString& from = {});
    [[nodiscard]] const Intake::FoundParticipant* find(const QString& name) const;
    /// By label, without one by date; or a new one. The reference holds until the next is made.
    Intake::FoundVisit& visit(const QString& participant, const QString& label, const QDate& date = {},
                              const QString& from = {});
    /// Adds an item to a visit. Without a label it is of the participant's only visit, or of visit "1" where there is
    /// none; that is told when all is known, in take().
    void item(const QString& participant, const QString& label, Item item);
    /// Forgets all others.
    void keepOnly(const QString& participant);
    void problem(const QString& sentence) { intake.problems << sentence; }
    void countShifted() { ++intake.shiftedRows; }
    QStringList& problems() { return intake.problems; }

    /// All that was found, participants by name, visits by date and label; what items are known by is worked out from
    /// their files on all cores, where it is not yet. Throws io::Cancelled.
    Intake take(io::Job& job);

  private:
    void placeItems();

    Intake intake;
    std::map<QString, Intake::FoundParticipant> participants;
    std::vector<std::pair<QString, Item>> unplaced; ///< With their participants
};

} // namespace neuraxis::study
