#include "app/timed_visits.h"

#include "app/control_visits.h"
#include "core/model/words.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <limits>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(TimedVisits)
};

using LeftOut = Trajectory::LeftOut;

constexpr double none = std::numeric_limits<double>::quiet_NaN();

double lossOf(const RateRow& row) {
    return row.trend && std::isfinite(row.trend->percentSymmetrised) ? row.trend->percentSymmetrised
                                                                     : std::numeric_limits<double>::infinity();
}

} // namespace

TimedVisit timedVisit(const Participant& participant, const Visit& visit) {
    return {visit.uid, visit.label, visit.date, visit.quality, none, comparedAge(participant, visit), LeftOut::No};
}

bool isEarlier(const Visit& visit, const Visit& other) {
    const QDate &one = visit.date, &two = other.date;
    return one.isValid() != two.isValid() ? one.isValid() : one < two;
}

void tellTimes(std::vector<TimedVisit>& visits) {
    const auto aged = std::find_if(visits.begin(), visits.end(), [](const TimedVisit& one) {
        return one.date.isValid() && std::isfinite(one.ageYears);
    });
    const TimedVisit anchor = aged == visits.end() ? TimedVisit{} : *aged;
    for (TimedVisit& one : visits) {
        one.years = none;
        if (!one.date.isValid()) continue;
        const auto yearsAfter = [&](const QDate& before) {
            return daysToYears(static_cast<double>(before.daysTo(one.date)));
        };
        one.years = yearsAfter(visits.front().date);
        if (anchor.date.isValid()) one.ageYears = anchor.ageYears + yearsAfter(anchor.date);
    }
}

std::optional<Trend> trendIn(const std::vector<TimedVisit>& visits, const std::vector<double>& values) {
    std::vector<TimedValue> used;
    for (std::size_t i = 0; i < visits.size(); ++i)
        if (visits[i].leftOut == LeftOut::No) used.push_back({visits[i].years, values[i]});
    return trendOf(used);
}

RateRow rateRow(const std::vector<TimedVisit>& visits, const std::vector<double>& values, const QString& region,
                std::optional<Side> side) {
    RateRow row{region, side, 0, none, none, trendIn(visits, values), none};
    for (std::size_t i = 0; i < visits.size(); ++i) {
        if (visits[i].leftOut != LeftOut::No || !std::isfinite(values[i])) continue;
        if (row.visits++ == 0) row.first = values[i];
        row.last = values[i];
    }
    return row;
}

void putFastestLossFirst(std::vector<RateRow>& rows) {
    std::stable_sort(rows.begin(), rows.end(),
                     [](const RateRow& a, const RateRow& b) { return lossOf(a) < lossOf(b); });
}

Trajectory::Point pointOf(const TimedVisit& visit, double value) {
    return {{visit.years, visit.ageYears, value}, visit.uid, visit.label, visit.date, visit.quality, visit.leftOut};
}

QString labelsOf(const std::vector<TimedVisit>& visits, LeftOut leftOut) {
    QStringList labels;
    for (const TimedVisit& one : visits)
        if (one.leftOut == leftOut) labels += one.label;
    return labels.join(QStringLiteral(", "));
}

QStringList notesOn(const std::vector<TimedVisit>& visits) {
    QStringList notes;
    std::vector<TimedValue> times;
    QStringList failed;
    std::vector<LeftOut> leftOut;
    for (const TimedVisit& one : visits) {
        leftOut.push_back(one.leftOut);
        if (one.leftOut != LeftOut::No) continue;
        times.push_back({one.years, 0});
        if (one.quality == u"failed") failed += one.label;
    }
    const auto trend = trendOf(times);
    if (trend)
        notes += Texts::tr("Fastest loss first, by % a year. Visits %1, over %2 years.")
                     .arg(labelsOf(visits, LeftOut::No), roundedInWords(trend->spanYears, 2));
    else
        notes += noTrendInWords(leftOut);
    if (trend && trend->tooShort) notes += Texts::tr("Less than three months: look at the change, not at the rate.");
    if (trend && trend->visits == 2) notes += Texts::tr("Of two visits there is no interval.");
    if (const QString labels = labelsOf(visits, LeftOut::Failed); !labels.isEmpty())
        notes += Texts::tr("Left out, since they failed quality: visits %1.").arg(labels);
    if (!failed.isEmpty())
        notes += Texts::tr("Used though they failed quality: visits %1.").arg(failed.join(QStringLiteral(", ")));
    if (const QString labels = labelsOf(visits, LeftOut::NoDate); !labels.isEmpty())
        notes += Texts::tr("Left out, since their days are not known: visits %1.").arg(labels);
    if (const QString labels = labelsOf(visits, LeftOut::NotAligned); !labels.isEmpty())
        notes += Texts::tr("Left out, since they could not be aligned: visits %1.").arg(labels);
    return notes;
}

} // namespace neuraxis
