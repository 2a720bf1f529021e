#include "app/score_tables.h"

#include "app/text_table.h"
#include "core/model/region_groups.h"
#include "core/model/side_name.h"
#include "core/model/words.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ScoreTables)
};

QString number(double value, int decimals, const QString& without) {
    return std::isfinite(value) ? roundedInWords(value, decimals) : without;
}

/// p and q, which are often small.
QString share(double value, const QString& without) {
    if (!std::isfinite(value)) return without;
    return value > 0 && value < 0.001 ? QString::number(value, 'e', 1) : QString::number(value, 'f', 4);
}

int decimalsOf(RegionMeasure measure) { return measure == RegionMeasure::Thickness ? 3 : 0; }

/// Fixed words for programs.
QStringList flagsOf(const RegionScore& one) {
    QStringList flags;
    if (!one.model) flags << QStringLiteral("too-few-controls");
    if (one.score.outsideAges) flags << QStringLiteral("outside-ages");
    if (one.score.otherSex) flags << QStringLiteral("other-sex");
    if (one.score.leftOneOut) flags << QStringLiteral("control-left-out");
    return flags;
}

QString measureInWords(RegionMeasure measure) {
    switch (measure) {
    case RegionMeasure::Thickness: return Texts::tr("thickness");
    case RegionMeasure::Area: return Texts::tr("area");
    case RegionMeasure::Volume: return Texts::tr("volume");
    }
    return {};
}

} // namespace

QString flagsInWords(const Score& score) {
    QStringList words;
    if (score.outsideAges) words << Texts::tr("older or younger than all controls");
    if (score.otherSex) words << Texts::tr("of a sex that the controls are not");
    if (score.leftOneOut) words << Texts::tr("a control, compared with the others");
    return words.join(QStringLiteral("; "));
}

QString scoresAsText(const RegionStudy::Person& person, const RegionScores& scores) {
    const QString by = scoreName(scores.kind);
    const QString none = QStringLiteral("-");
    std::vector<QStringList> rows{{Texts::tr("Region"), Texts::tr("side"), measureUnit(scores.measure), by,
                                   QStringLiteral("p"), QStringLiteral("q"), QStringLiteral("n")}};
    QString flags;
    const auto add = [&](const RegionScore& one, const QString& title) {
        rows.push_back({title, one.side == Side::Left ? Texts::tr("left") : Texts::tr("right"),
                        number(one.value, decimalsOf(scores.measure), none), number(one.score.score, 2, none),
                        share(one.score.p, none), share(one.q, none),
                        one.model ? QString::number(one.model->controls) : none});
        if (flags.isEmpty()) flags = flagsInWords(one.score);
    };
    for (const RegionScore& one : scores.together) add(one, regionTitle(one.region));
    for (const RegionScore& one : scores.regions) add(one, one.region);
    QString text = Texts::tr("%1, visit %2: %3 of cortical regions")
                       .arg(person.participant->name, person.visit->label, measureInWords(scores.measure)) +
                   u'\n' + alignedRows(rows) + u'\n';
    if (const QString model = scores.modelInWords(); !model.isEmpty())
        text +=
            model + u'\n' +
            Texts::tr("p is two-sided, of Student's t distribution; q is Benjamini and Hochberg's, of %n region(s). "
                      "Groups of regions are tests by themselves.",
                      nullptr, scores.tested) +
            u'\n';
    else
        text += Texts::tr("There are too few controls with these regions, or this participant's age or sex is not "
                          "known: there are no scores.") +
                u'\n';
    if (!flags.isEmpty()) text += Texts::tr("To be read with care: %1.").arg(flags) + u'\n';
    return text;
}

QString scoresAsTsv(const RegionStudy::Person& person, const RegionScores& scores) {
    const QString by = scoreName(scores.kind);
    const QString none = QStringLiteral("n/a");
    QString text = QStringList{QStringLiteral("participant_id"),
                               QStringLiteral("session_id"),
                               QStringLiteral("region"),
                               QStringLiteral("side"),
                               measureName(scores.measure),
                               QStringLiteral("predicted"),
                               by,
                               QStringLiteral("p"),
                               QStringLiteral("q"),
                               QStringLiteral("controls"),
                               QStringLiteral("controls_age_from"),
                               QStringLiteral("controls_age_to"),
                               QStringLiteral("model"),
                               QStringLiteral("sd"),
                               QStringLiteral("flags")}
                       .join(u'\t') +
                   u'\n';
    const auto add = [&](const RegionScore& one) {
        const auto precise = [&](double value) { return std::isfinite(value) ? QString::number(value, 'g', 6) : none; };
        const QStringList flags = flagsOf(one);
        text += QStringList{person.participant->name,
                            person.visit->label,
                            one.region,
                            shortSideName(one.side),
                            precise(one.value),
                            precise(one.score.predicted),
                            precise(one.score.score),
                            precise(one.score.p),
                            precise(one.q),
                            one.model ? QString::number(one.model->controls) : none,
                            one.model ? number(one.model->ages.low, 1, none) : none,
                            one.model ? number(one.model->ages.high, 1, none) : none,
                            !one.model                   ? none
                            : one.model->terms.isEmpty() ? QStringLiteral("mean")
                                                         : one.model->terms.join(u'+'),
                            one.model ? precise(one.model->sd) : none,
                            flags.isEmpty() ? none : flags.join(u',')}
                    .join(u'\t') +
                u'\n';
    };
    for (const RegionScore& one : scores.together) add(one);
    for (const RegionScore& one : scores.regions) add(one);
    return text;
}

} // namespace neuraxis
