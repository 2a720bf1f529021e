#pragma once

#include "core/model/cohort.h"
#include "widgets/rates_table.h"
#include "widgets/trajectory.h"

namespace neuraxis {

/// A participant's visit at which something was measured, and when it was. What is not known is not a number.
struct TimedVisit {
    QString uid, label;
    QDate date;
    QString quality; ///< As in Visit
    double years = 0, ageYears = 0;
    Trajectory::LeftOut leftOut = Trajectory::LeftOut::No;
};

/// How all that is measured of a participant changes: cortical regions and groups of them, or regions of interest.
struct RegionRates {
    QString participant;       ///< Pseudonym
    QString measure;           ///< A fixed word for tables: "thickness"
    QString title;             ///< What it is, with %1 for the participant
    std::vector<RateRow> rows; ///< See putFastestLossFirst()
    RatesHeading heading;
};

/// As the study knows it; its years are not told yet.
TimedVisit timedVisit(const Participant& participant, const Visit& visit);
/// By date; those without one last.
bool isEarlier(const Visit& visit, const Visit& other);
/// Tells each visit's time: years since the first of them, and the age. They come by date, those without one last. The
/// first age and the days since tell the others: an age that was told once for all visits, or in whole years, does not.
void tellTimes(std::vector<TimedVisit>& visits);

/// The trend of one value of each visit, over those that are not left out.
std::optional<Trend> trendIn(const std::vector<TimedVisit>& visits, const std::vector<double>& values);
/// A row of the table of rates, without a w-score.
RateRow rateRow(const std::vector<TimedVisit>& visits, const std::vector<double>& values, const QString& region,
                std::optional<Side> side);
/// Fastest loss first: by the rate as a share of the mean value, the most negative first; those without a rate last.
void putFastestLossFirst(std::vector<RateRow>& rows);
/// A visit with its value as a trajectory has it.
Trajectory::Point pointOf(const TimedVisit& visit, double value);

/// "1, 3": the labels of visits left out so.
QString labelsOf(const std::vector<TimedVisit>& visits, Trajectory::LeftOut leftOut);
/// What is to be known of the rates of these visits, a sentence each.
QStringList notesOn(const std::vector<TimedVisit>& visits);

} // namespace neuraxis
