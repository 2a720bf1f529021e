#include "app/rate_tables.h"

#include "app/text_table.h"
#include "core/model/region_groups.h"
#include "core/model/words.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <limits>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(RateTables)
};

QString number(double value, int decimals) {
    return std::isfinite(value) ? roundedInWords(value, decimals) : QStringLiteral("-");
}

} // namespace

QString ratesAsText(const RegionRates& rates) {
    const QString& unit = rates.heading.unit;
    std::vector<QStringList> rows{{Texts::tr("Region"), Texts::tr("side"), Texts::tr("visits"),
                                   withUnit(Texts::tr("first"), unit), withUnit(Texts::tr("last"), unit),
                                   withUnit(Texts::tr("change"), unit),
                                   unit.isEmpty() ? Texts::tr("per year") : Texts::tr("%1/year").arg(unit),
                                   Texts::tr("95 % from"), Texts::tr("to"), Texts::tr("%/year"), QStringLiteral("w")}};
    for (const RateRow& row : rates.rows) {
        const auto of = [&](double Trend::*part, int decimals) {
            return number(row.trend ? (*row.trend).*part : std::numeric_limits<double>::quiet_NaN(), decimals);
        };
        const int decimals = rates.heading.decimals;
        rows.push_back({regionTitle(row.region),
                        !row.side                ? QStringLiteral("-")
                        : row.side == Side::Left ? Texts::tr("left")
                                                 : Texts::tr("right"),
                        QString::number(row.visits), number(row.first, decimals), number(row.last, decimals),
                        of(&Trend::change, decimals), of(&Trend::perYear, decimals), of(&Trend::perYearLow, decimals),
                        of(&Trend::perYearHigh, decimals), of(&Trend::percentSymmetrised, 2), number(row.w, 2)});
    }
    return rates.title.arg(rates.participant) + u'\n' + alignedRows(rows) + u'\n' + rates.heading.notes.join(u'\n') +
           u'\n';
}

QString ratesAsTsv(const RegionRates& rates) {
    const QString unit = rates.heading.unit.isEmpty() ? QStringLiteral("n/a") : rates.heading.unit;
    QStringList lines = rateRowsAsTsv(rates.rows).split(u'\n', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < lines.size(); ++i)
        lines[i] = (i == 0 ? QStringLiteral("participant_id\tmeasure\tunit")
                           : rates.participant + u'\t' + rates.measure + u'\t' + unit) +
                   u'\t' + lines[i];
    return lines.join(u'\n') + u'\n';
}

} // namespace neuraxis
