#pragma once

#include "core/io/key_table.h"
#include "core/study/change.h"

#include <QSet>

namespace neuraxis::study {

/// Makes tables agree with the pseudonymised copies of the same people: their real dates move as far as those of the
/// copies did, and patient numbers become pseudonyms. Where there is no key table yet, nothing is changed. What needs
/// the key table throws io::Error when that cannot be read.
class DateShift {
  public:
    /// The dates of who is in `unshifted` and not in the key table stay as they are.
    explicit DateShift(const QString& keyTable, QSet<QString> unshifted = {});

    [[nodiscard]] bool isActive();
    /// Another name stays, and one that is a pseudonym.
    [[nodiscard]] QString pseudonymOf(const QString& name);
    /// Days to add; nothing where dates stay as they are. Who is not in the key table gets some.
    [[nodiscard]] std::optional<qint64> offsetOf(const QString& pseudonym);
    /// Enters who got some into the key table, so that copies made later agree. Before what they were used for is kept.
    void keep();

    /// Whether a day is none that was shifted already: those lie in 1925 or before, by BIDS.
    static bool isReal(const QDate& day) { return day.isValid() && day.year() > 1925; }

  private:
    void load();

    const QString path;
    const QSet<QString> unshifted;
    std::optional<io::KeyTable> keys;
    QHash<QString, qint64> known; ///< By pseudonym
    QMap<QString, qint64> made;
};

/// Pseudonyms of people with a date in the study that is real.
QSet<QString> peopleWithRealDates(const Cohort& study);
/// A year of birth so many days further; a year alone becomes some day of it.
double shiftedBirthYear(double year, qint64 days);
/// The changes by which a participant's real dates in the study move so many days; none where there are no such dates.
std::vector<Change> shiftingChanges(const Cohort& study, const QString& participant, qint64 days, const QString& who);
/// Whether two years of birth are not one person's. Years that were shifted may differ by rounding.
bool isOtherBirthYear(double a, double b);

} // namespace neuraxis::study
