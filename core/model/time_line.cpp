#include "core/model/time_line.h"

#include "core/model/staging.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <cmath>
#include <limits>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(TimeLine)
};

constexpr double unknown = std::numeric_limits<double>::quiet_NaN(), monthsOfYear = 12;

/// From when a participant's time is counted.
struct Origin {
    QDate onset, first;
    QDate agedOn; ///< A day on which the age is known
    double age = unknown;

    [[nodiscard]] Moment at(const QDate& date, double toldAge) const {
        Moment when{date, unknown, unknown, toldAge};
        if (!date.isValid()) return when;
        if (onset.isValid()) when.monthsSinceOnset = monthsBetween(onset, date);
        if (first.isValid()) when.monthsSinceFirst = monthsBetween(first, date);
        if (agedOn.isValid()) when.ageYears = age + monthsBetween(agedOn, date) / monthsOfYear;
        return when;
    }
};

Origin originOf(const CohortIndex::Row& row) {
    Origin from;
    from.onset = row.participant->onset;
    for (const CohortIndex::VisitRow& visit : row.visits) {
        const QDate& date = visit.visit->date;
        if (!date.isValid()) continue;
        if (!from.first.isValid()) from.first = date;
        if (from.agedOn.isValid() || !std::isfinite(visit.ageYears)) continue;
        from.agedOn = date;
        from.age = visit.ageYears;
    }
    return from;
}

QString number(double value) { return QLocale().toString(value, 'f', 1); }

} // namespace

std::optional<double> Moment::along(TimeAxis axis) const {
    const auto known = [](double value) { return std::isfinite(value) ? std::optional(value) : std::nullopt; };
    switch (axis) {
    case TimeAxis::Date: return isRealDay(date) ? std::optional(static_cast<double>(date.toJulianDay())) : std::nullopt;
    case TimeAxis::Onset: return known(monthsSinceOnset);
    case TimeAxis::FirstVisit: return known(monthsSinceFirst);
    case TimeAxis::Age: return known(ageYears);
    }
    return {};
}

QString Moment::inWords(TimeAxis axis) const {
    const auto value = along(axis);
    if (!value) return {};
    switch (axis) {
    case TimeAxis::Date: return date.toString(Qt::ISODate);
    case TimeAxis::Onset:
    case TimeAxis::FirstVisit: return Texts::tr("%1 months").arg(number(*value));
    case TimeAxis::Age: return Texts::tr("%1 years").arg(number(*value));
    }
    return {};
}

std::vector<TimeAxis> TimeLine::axes() const {
    std::vector<TimeAxis> offered;
    for (const TimeAxis axis : {TimeAxis::Date, TimeAxis::Onset, TimeAxis::FirstVisit, TimeAxis::Age})
        if (std::any_of(visits.begin(), visits.end(),
                        [&](const Visit& visit) { return visit.when.along(axis).has_value(); }))
            offered.push_back(axis);
    return offered;
}

TimeLine timeLineOf(const CohortIndex& index, const CohortIndex::Row& row) {
    TimeLine line;
    line.colour = index.groupOf(row).colour;
    const Origin from = originOf(row);
    for (const CohortIndex::VisitRow& one : row.visits) {
        const Staging staging = stagingOf(*one.visit, row.participant->onset, row.events);
        line.visits.push_back({one.visit->uid, one.visit->label, from.at(one.visit->date, one.ageYears),
                               staging.total.value, staging.kings.value.value_or(QString()), one.visit->quality,
                               one.kinds, !one.images.empty()});
    }
    for (const StudyEvent& event : row.events) line.events.push_back({event.kind, from.at(event.date, unknown)});
    return line;
}

QString timeAxisInWords(TimeAxis axis) {
    switch (axis) {
    case TimeAxis::Date: return Texts::tr("Date");
    case TimeAxis::Onset: return Texts::tr("Months since onset");
    case TimeAxis::FirstVisit: return Texts::tr("Months since first visit");
    case TimeAxis::Age: return Texts::tr("Age");
    }
    return {};
}

} // namespace neuraxis
