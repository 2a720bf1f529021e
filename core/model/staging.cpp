#include "core/model/staging.h"

#include <QCoreApplication>
#include <QHash>
#include <array>
#include <cmath>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Staging)
};

constexpr double daysOfMonth = 30.4375;
constexpr int itemCount = 12, fullScore = 48;

/// The items as they are told, 1 to 12; 5 is 5a or 5b.
struct Items {
    std::array<std::optional<int>, itemCount + 1> scores;
    bool cutsWithGastrostomy = false;

    explicit Items(const QMap<QString, double>& told) {
        const auto score = [&](const QString& key) -> std::optional<int> {
            const auto at = told.constFind(key);
            if (at == told.constEnd() || !(*at >= 0 && *at <= 4) || *at != std::floor(*at)) return std::nullopt;
            return static_cast<int>(*at);
        };
        for (int item = 1; item <= itemCount; ++item)
            scores[static_cast<std::size_t>(item)] = score(QStringLiteral("alsfrs-r.%1").arg(item));
        const auto withGastrostomy = score(QStringLiteral("alsfrs-r.5b"));
        cutsWithGastrostomy = withGastrostomy.has_value();
        if (cutsWithGastrostomy) scores[5] = withGastrostomy;
    }
    int operator[](int item) const { return *scores[static_cast<std::size_t>(item)]; }

    /// Why nothing can be told without these items; "" where all are there.
    [[nodiscard]] QString missing(std::initializer_list<int> needed) const {
        QStringList lacking;
        for (const int item : needed)
            if (!scores[static_cast<std::size_t>(item)]) lacking += QString::number(item);
        if (lacking.isEmpty()) return {};
        bool any = false;
        for (const auto& score : scores) any = any || score;
        if (!any) return Texts::tr("No ALSFRS-R items.");
        return Texts::tr("Items missing: %1.").arg(lacking.join(QStringLiteral(", ")));
    }
};

enum class Happened { No, Yes, Unknown };

Happened happened(const QString& kind, const Visit& visit, const std::vector<StudyEvent>& events) {
    Happened answer = Happened::No;
    for (const StudyEvent& event : events) {
        if (event.participant != visit.participant || event.kind.compare(kind, Qt::CaseInsensitive) != 0) continue;
        if (!event.date.isValid() || !visit.date.isValid())
            answer = Happened::Unknown;
        else if (event.date <= visit.date)
            return Happened::Yes;
    }
    return answer;
}

Staged<QString> kingsOf(const Items& items, Happened gastrostomyEvent) {
    const bool knownGastrostomy = items.cutsWithGastrostomy || gastrostomyEvent == Happened::Yes;
    // With a gastrostomy the stage does not hang on cutting food.
    const QString missing =
        knownGastrostomy ? items.missing({1, 2, 3, 4, 8, 10, 12}) : items.missing({1, 2, 3, 4, 5, 8, 10, 12});
    if (!missing.isEmpty()) return {{}, missing};
    const bool nutrition = knownGastrostomy || items[3] == 0;
    if (!nutrition && gastrostomyEvent == Happened::Unknown)
        return {{}, Texts::tr("Without dates it is not known whether the PEG came before this visit.")};
    const bool breathing = items[10] == 0 || items[12] < 4;
    if (nutrition && breathing) return {QStringLiteral("4A+4B"), {}};
    if (nutrition) return {QStringLiteral("4A"), {}};
    if (breathing) return {QStringLiteral("4B"), {}};
    const int bulbar = items[1] < 4 || items[2] < 4 || items[3] < 4;
    const int upperLimb = items[4] < 4 || items[5] < 4;
    const int lowerLimb = items[8] < 4;
    const int regions = bulbar + upperLimb + lowerLimb;
    if (regions == 0) return {{}, Texts::tr("No region is involved.")};
    return {QString::number(regions), {}};
}

Staged<QString> mitosOf(const Items& items) {
    const QString missing = items.missing({1, 3, 4, 6, 8, 10, 12});
    if (!missing.isEmpty()) return {{}, missing};
    const int movement = items[8] <= 1 || items[6] <= 1;
    const int swallowing = items[3] <= 1;
    const int communicating = items[1] <= 1 && items[4] <= 1;
    const int breathing = items[10] <= 1 || items[12] <= 2;
    return {QString::number(movement + swallowing + communicating + breathing), {}};
}

} // namespace

QString scoreItemInWords(const QString& item) {
    static const QHash<QString, QString> words = {
        {QStringLiteral("1"), Texts::tr("speech")},
        {QStringLiteral("2"), Texts::tr("salivation")},
        {QStringLiteral("3"), Texts::tr("swallowing")},
        {QStringLiteral("4"), Texts::tr("handwriting")},
        {QStringLiteral("5"), Texts::tr("cutting food")},
        {QStringLiteral("5b"), Texts::tr("cutting food, with gastrostomy")},
        {QStringLiteral("6"), Texts::tr("dressing and hygiene")},
        {QStringLiteral("7"), Texts::tr("turning in bed")},
        {QStringLiteral("8"), Texts::tr("walking")},
        {QStringLiteral("9"), Texts::tr("climbing stairs")},
        {QStringLiteral("10"), Texts::tr("dyspnoea")},
        {QStringLiteral("11"), Texts::tr("orthopnoea")},
        {QStringLiteral("12"), Texts::tr("respiratory insufficiency")},
    };
    return words.value(item);
}

double monthsBetween(const QDate& from, const QDate& to) { return static_cast<double>(from.daysTo(to)) / daysOfMonth; }

Staging stagingOf(const Visit& visit, const QDate& onset, const std::vector<StudyEvent>& events) {
    Staging staging;
    const Items items(visit.scores);
    staging.total.reason = items.missing({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
    if (staging.total.reason.isEmpty()) {
        int sum = 0;
        for (int item = 1; item <= itemCount; ++item) sum += items[item];
        staging.total.value = sum;
    }
    if (!staging.total.value)
        staging.slope.reason = staging.total.reason;
    else if (!onset.isValid())
        staging.slope.reason = Texts::tr("The date of onset is not known.");
    else if (!visit.date.isValid())
        staging.slope.reason = Texts::tr("The date of the visit is not known.");
    else if (visit.date <= onset)
        staging.slope.reason = Texts::tr("The visit is not after the onset.");
    else
        staging.slope.value = (fullScore - *staging.total.value) / monthsBetween(onset, visit.date);

    // Who was seen on a day that is not known was alive.
    if (happened(QStringLiteral("death"), visit, events) == Happened::Yes) {
        staging.kings.value = staging.mitos.value = QStringLiteral("5");
        return staging;
    }
    staging.kings = kingsOf(items, happened(QStringLiteral("PEG"), visit, events));
    staging.mitos = mitosOf(items);
    return staging;
}

} // namespace neuraxis
