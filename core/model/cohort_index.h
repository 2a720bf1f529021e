#pragma once

#include "core/model/cohort.h"

#include <QHash>
#include <memory>

namespace neuraxis {

/// How a participant's time in the study ends.
enum class FollowUp { Ongoing, Stopped, Died, NotKnown };

/// A cohort made ready for windows: visits, items and events by participant, and what follows from them. Immutable, so
/// that any thread may read it; to be built off the GUI thread.
class CohortIndex {
  public:
    /// Of whom nothing was seen so long before the study's last date, follow-up has stopped.
    static constexpr double silentMonths = 18;

    struct Group {
        QString key, title;
        QRgb colour = 0;
        quint32 usualKinds = 0; ///< What at least half of the group's visits have
    };
    struct VisitRow {
        const Visit* visit = nullptr;
        // Not a number where it is not known.
        double monthsSinceOnset = 0, monthsSinceFirst = 0, ageYears = 0;
        quint32 kinds = 0;               ///< Bit i: there is itemKinds()[i]
        quint32 gaps = 0;                ///< Usual in the group and not here
        std::vector<const Item*> images; ///< That can be opened
    };
    struct Row {
        const Participant* participant = nullptr;
        int group = 0;                ///< Place in groups()
        std::vector<VisitRow> visits; ///< By date; those without one last
        std::vector<StudyEvent> events;
        double followUpMonths = 0; ///< First to last visit; not a number with fewer than two dates
        FollowUp end = FollowUp::NotKnown;
        QString quality;             ///< The worst of the visits
        quint32 kinds = 0, gaps = 0; ///< Of any visit
        bool hasImages = false;      ///< That can be opened, at any visit
        QDate from, to;              ///< First and last day of visits and events
        int nameRank = 0;            ///< Order of names, digits as numbers
        QString words;               ///< Lower case: where a search looks
        QString sexWords;            ///< Lower case, found by their beginning only: "male" is not "female"
    };

    explicit CohortIndex(std::shared_ptr<const Cohort> cohort);

    [[nodiscard]] const Cohort& cohort() const { return *source; }
    [[nodiscard]] const std::vector<Row>& rows() const { return all; }
    [[nodiscard]] const Row& row(int number) const { return all[static_cast<std::size_t>(number)]; }
    [[nodiscard]] const std::vector<Group>& groups() const { return groupList; }
    [[nodiscard]] const Group& groupOf(const Row& row) const { return groupList[static_cast<std::size_t>(row.group)]; }
    /// Number of the row, or -1.
    [[nodiscard]] int rowOf(const QString& participantUid) const { return byUid.value(participantUid, -1); }
    [[nodiscard]] int mostVisits() const { return most; }
    /// What occurs anywhere: bits of itemKinds().
    [[nodiscard]] quint32 kinds() const { return used; }
    [[nodiscard]] QDate lastDate() const { return last; }

  private:
    void takeParticipants();
    void takeVisits();
    void findGaps();
    void finish(Row& row) const;

    std::shared_ptr<const Cohort> source;
    std::vector<Row> all;
    std::vector<Group> groupList;
    QHash<QString, int> byUid;
    int most = 0;
    quint32 used = 0;
    QDate last;
};

/// Whether it can be shown as an image: a format that is opened, lying somewhere.
bool canBeOpened(const Item& item);
/// Whether one name stands before another, digits compared as numbers: "sub-9" before "sub-10".
bool namesInOrder(const QString& one, const QString& other);
/// Translated: "Good", "Doubtful", "Failed", "Not rated"; another word as it is.
QString qualityInWords(const QString& quality);
/// Translated: "Female", "Male"; another word as it is.
QString sexInWords(const QString& sex);
/// Translated: "Still followed", "Follow-up stopped", "Died", "No dates".
QString followUpInWords(FollowUp end);

} // namespace neuraxis
