#pragma once

#include <QDate>
#include <QHash>
#include <QStringList>
#include <optional>

namespace neuraxis::study {

/// Makes tables agree with the pseudonymised copies of the same people: their real dates move as far as those of the
/// copies did, and patient numbers become pseudonyms.
class DateShift {
  public:
    /// For these names of a table. People who are not in the key table get an entry, so that copies made later agree.
    /// Without a key table, or where there is none yet, nothing is changed. Throws io::Error.
    DateShift(const QString& keyTable, const QStringList& names);

    /// Another name stays.
    [[nodiscard]] QString pseudonymOf(const QString& name) const { return pseudonyms.value(name, name); }
    /// Days to add; nothing where dates stay as they are.
    [[nodiscard]] std::optional<qint64> offsetOf(const QString& pseudonym) const;
    /// Whether a day is none that was shifted already: those lie in 1925 or before, by BIDS.
    static bool isReal(const QDate& day) { return day.isValid() && isReal(day.year()); }
    static bool isReal(double year) { return year >= 1926; }

  private:
    QHash<QString, QString> pseudonyms; ///< Of patient numbers and names
    QHash<QString, qint64> offsets;     ///< By pseudonym
};

} // namespace neuraxis::study
