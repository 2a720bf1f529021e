#pragma once

#include "core/model/cohort_index.h"

namespace neuraxis {

/// What time is counted along.
enum class TimeAxis { Date, Onset, FirstVisit, Age };

/// When something was, as far as it is known. What is not known is not a number.
struct Moment {
    QDate date;
    double monthsSinceOnset = 0, monthsSinceFirst = 0, ageYears = 0;
    /// In days, months or years; nothing where it has no place there, as a shifted day along dates.
    [[nodiscard]] std::optional<double> along(TimeAxis axis) const;
    /// "2024-03-12", "14.2 months", "61.3 years"; empty where it has no place there.
    [[nodiscard]] QString inWords(TimeAxis axis) const;
};

/// A participant's visits and what happened, to be laid out along time. Tells nobody's name.
struct TimeLine {
    struct Visit {
        QString uid, label;
        Moment when;
        std::optional<int> alsfrs; ///< The total, where all items are known
        QString kings;             ///< Stage; empty where it is not known
        QString quality;           ///< A fixed word, as the study has it
        quint32 kinds = 0;         ///< Bit i: there is itemKinds()[i]
        bool hasImage = false;     ///< That can be opened
    };
    struct Event {
        QString kind;
        Moment when;
    };
    QRgb colour = 0;           ///< Of the participant's group
    std::vector<Visit> visits; ///< By date; those without one last
    std::vector<Event> events;

    /// Those along which any visit has a place.
    [[nodiscard]] std::vector<TimeAxis> axes() const;
};

/// Ages of dated visits follow from the first age that is told and the days since: whole years that were told would put
/// two visits at one place.
TimeLine timeLineOf(const CohortIndex& index, const CohortIndex::Row& row);

/// Translated: "Date", "Months since onset", "Months since first visit", "Age".
QString timeAxisInWords(TimeAxis axis);

} // namespace neuraxis
