#pragma once

#include "core/model/cohort.h"

namespace neuraxis {

/// A number or a stage, or why there is none.
template <class Value> struct Staged {
    std::optional<Value> value;
    QString reason; ///< A sentence where there is no value: "Items missing: 3, 8."
    bool operator==(const Staged&) const = default;
};

/// What the raw ALSFRS-R items of a visit say. Derived anew each time it is shown; only the items are kept.
struct Staging {
    static constexpr int version = 1; ///< Of the rules below
    Staged<int> total;                ///< ALSFRS-R, 0 to 48
    Staged<double> slope;             ///< (48 - total) / months since onset: points lost a month
    Staged<QString> kings;            ///< "1", "2", "3", "4A", "4B", "4A+4B", "5"
    Staged<QString> mitos;            ///< "0" to "4", "5"
    bool operator==(const Staging&) const = default;
};

/// What an item of the ALSFRS-R, "1" to "12" or "5b", asks of, translated; empty for another.
QString scoreItemInWords(const QString& item);

/// A month of 30.4375 days, the mean of the calendar.
double monthsBetween(const QDate& from, const QDate& to);

/// King's after Balendra 2014: regions involved, gastrostomy or no swallowing 4A, respiratory failure 4B. MiToS after
/// Chio 2015: domains lost. Item 5b takes the place of 5a and says that there is a gastrostomy, as does a PEG event up
/// to the day of the visit; a death event up to that day is stage 5. Items outside 0 to 4 or with a fraction count as
/// missing. `events` may hold other participants' too.
Staging stagingOf(const Visit& visit, const QDate& onset, const std::vector<StudyEvent>& events);

} // namespace neuraxis
