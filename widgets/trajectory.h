#pragma once

#include "core/analysis/trend.h"

#include <QDate>
#include <QRgb>
#include <QString>
#include <vector>

namespace neuraxis {

/// One measure of one participant at all visits, ready to be drawn over time: of a region, an edge, a level of the cord.
/// What is not known is not a number.
struct Trajectory {
    /// Why a visit is in no rate.
    enum class LeftOut { No, Failed, OtherKind, NoDate, NotAligned };
    /// When and what somebody was measured.
    struct Spot {
        double years = 0; ///< Since their first scan
        double ageYears = 0;
        double value = 0;
        bool operator==(const Spot&) const = default;
    };
    struct Point {
        Spot at;
        QString visit, label; ///< visit: a uid
        QDate date;
        QString quality; ///< A fixed word, as the study has it
        LeftOut leftOut = LeftOut::No;
        bool operator==(const Point&) const = default;
    };
    /// What the controls of an age have.
    struct Expected {
        double ageYears = 0, value = 0, low = 0, high = 0;
    };
    struct Group {
        QString title;
        QRgb colour = 0;
        std::vector<std::vector<Spot>> people; ///< Each by time
    };
    QString title, unit;       ///< "precentral, left", "mm"
    int decimals = 2;          ///< With which values are told
    std::vector<Point> points; ///< By date; those without one last
    std::optional<Trend> trend;
    std::vector<Expected> band; ///< By age, joined by straight lines; empty where it is not known
    QString bandWords;          ///< "95 % of 48 controls of that sex", or why there is no band
    double ageingPerYear = 0;   ///< Of normal ageing; not a number: no line
    QString ageingWords;        ///< A sentence on where that is from
    std::vector<Group> groups;  ///< Everybody else

    /// Where normal ageing begins: the trend's line at the first of its visits, else that visit's value; nothing without.
    [[nodiscard]] std::optional<Spot> start() const;
    /// What the controls have at that age; nothing where the band does not reach.
    [[nodiscard]] std::optional<Expected> expectedAt(double ageYears) const;
};

/// Why visits that are left out so have no trend.
QString noTrendInWords(const std::vector<Trajectory::LeftOut>& visits);

/// What a trajectory tells, in two parts: what counts, and what is only to be read with care; either may be empty.
struct TrajectoryWords {
    QString told, quiet;
};
/// "mean 2.29 mm, -0.21 mm a year (95 % -0.35 to -0.07), -8.1 % a year"; of a short time the change first and the rate
/// quiet; without a trend why there is none.
TrajectoryWords inWords(const Trajectory& trajectory);
/// All of one visit in lines.
QString inWords(const Trajectory& trajectory, const Trajectory::Point& point);

} // namespace neuraxis
