#pragma once

#include "core/io/key_table.h"
#include "core/study/change.h"

#include <QSet>
#include <functional>

namespace neuraxis::study {

/// Makes tables agree with the pseudonymised copies of the same people: their real dates move as far as those of the
/// copies did, and patient numbers become pseudonyms. Where there is no key table yet, nothing is changed. What needs
/// the key table throws io::Error when that cannot be read.
class DateShift {
  public:
    /// Who has real dates in the study and is not in the key table keeps them; `study` is asked only where there is a
    /// key table.
    explicit DateShift(QString keyTable, std::function<Cohort()> study = {});

    [[nodiscard]] bool isActive();
    /// Another name stays, and one that is a pseudonym.
    [[nodiscard]] QString pseudonymOf(const QString& name);
    /// Days to add; nothing where dates stay as they are. Who is not in the key table gets some.
    [[nodiscard]] std::optional<qint64> offsetOf(const QString& pseudonym);
    /// Enters who got some into the key table, so that copies made later agree. Before what they were used for is kept.
    void keep();

  private:
    const QString path;
    const std::function<Cohort()> study;
    bool isLoaded = false;
    std::optional<io::KeyTable> keys;
    QSet<QString> unshifted;
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
