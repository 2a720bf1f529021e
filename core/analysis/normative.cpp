#include "core/analysis/normative.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <limits>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(scores)
};

constexpr double none = std::numeric_limits<double>::quiet_NaN();
const QString ageTerm = QStringLiteral("age"), sexTerm = QStringLiteral("sex");
/// So few of a sex tell nothing about it: its coefficient would be theirs alone.
constexpr int fewestOfSex = 2;

bool isMan(const Measured& one) { return one.sex == QStringLiteral("M"); }
bool isWoman(const Measured& one) { return one.sex == QStringLiteral("F"); }
bool hasSex(const Measured& one) { return isMan(one) || isWoman(one); }

QString number(double value) { return QString::number(value, 'g', 3); }

} // namespace

QString ScoreModel::inWords(const QString& unit) const {
    const auto amount = [&](double value) {
        return unit.isEmpty() ? QString() : QStringLiteral(" (%1 %2)").arg(number(value), unit);
    };
    const QString people =
        Texts::tr("%n control(s)", nullptr, controls) +
        (std::isfinite(ages.low) ? Texts::tr(" of %1 to %2 years")
                                       .arg(QString::number(ages.low, 'f', 0), QString::number(ages.high, 'f', 0))
                                 : QString());
    if (kind == ScoreKind::Z)
        return Texts::tr("z: the difference from the mean%1 of %2, divided by their standard deviation%3.")
            .arg(amount(intercept), people, amount(sd));
    const QString by = terms.size() == 2         ? Texts::tr("age and sex")
                       : terms.contains(ageTerm) ? Texts::tr("age")
                       : terms.contains(sexTerm) ? Texts::tr("sex")
                                                 : Texts::tr("the mean");
    QString words =
        Texts::tr("w: the difference from what %1 of %2 would predict, divided by the standard deviation of "
                  "their residuals%3.")
            .arg(by, people, amount(sd));
    if (dropped.contains(sexTerm))
        words += u' ' + Texts::tr("Sex is not in the model: the controls are of one sex, or too few are of the other.");
    if (dropped.contains(ageTerm))
        words += u' ' + Texts::tr("Age is not in the model: the controls are all of one age.");
    return words;
}

std::vector<double> NormativeModel::row(const Measured& person) const {
    std::vector<double> row{1};
    // From the controls' middle, which keeps the digits of the fit
    if (told.terms.contains(ageTerm)) row.push_back(person.ageYears - told.ages.centre());
    if (told.terms.contains(sexTerm)) row.push_back(isMan(person) ? 1 : 0);
    return row;
}

std::optional<NormativeModel> NormativeModel::fit(ScoreKind kind, const std::vector<Measured>& controls, int least) {
    NormativeModel made;
    ScoreModel& told = made.told;
    told.kind = kind;
    const bool needs = kind == ScoreKind::W;
    const bool sexes = needs && std::any_of(controls.begin(), controls.end(), hasSex);
    for (const Measured& one : controls) {
        const bool fits =
            std::isfinite(one.value) && (!needs || std::isfinite(one.ageYears)) && (!sexes || hasSex(one));
        made.placeOf.push_back(fits ? static_cast<std::ptrdiff_t>(made.used.size()) : -1);
        if (fits)
            made.used.push_back(one);
        else
            ++told.leftOut;
    }
    told.controls = static_cast<int>(made.used.size());
    if (told.controls < std::max(least, 2)) return {};
    told.women = static_cast<int>(std::count_if(made.used.begin(), made.used.end(), isWoman));
    told.men = static_cast<int>(std::count_if(made.used.begin(), made.used.end(), isMan));
    told.ages = {none, none};
    for (const Measured& one : made.used)
        if (std::isfinite(one.ageYears))
            told.ages = {std::fmin(told.ages.low, one.ageYears), std::fmax(told.ages.high, one.ageYears)};
    if (needs) {
        (told.ages.high > told.ages.low ? told.terms : told.dropped) << ageTerm;
        (told.women >= fewestOfSex && told.men >= fewestOfSex ? told.terms : told.dropped) << sexTerm;
    }

    std::vector<double> values;
    for (const Measured& one : made.used) values.push_back(one.value);
    const auto fitted = [&] {
        std::vector<std::vector<double>> design;
        for (const Measured& one : made.used) design.push_back(made.row(one));
        return fitLinear(design, values);
    };
    auto line = fitted();
    if (!line && told.terms.contains(sexTerm)) { // age tells the sex: all women of one age, all men of another
        told.terms.removeOne(sexTerm);
        told.dropped << sexTerm;
        line = fitted();
    }
    if (!line) return {};
    made.line = *std::move(line);
    const double scale =
        *std::max_element(values.begin(), values.end(), [](double a, double b) { return std::abs(a) < std::abs(b); });
    told.sd = std::sqrt(made.line.squares / (told.controls - 1));
    if (!(told.sd > 1e-12 * std::abs(scale))) return {};
    const auto& c = made.line.coefficients;
    told.perYear = told.terms.contains(ageTerm) ? c[1] : none;
    told.ofMen = told.terms.contains(sexTerm) ? c.back() : none;
    told.intercept = c[0] - (told.terms.contains(ageTerm) ? c[1] * told.ages.centre() : 0);
    return made;
}

void NormativeModel::flag(const Measured& person, Score& score) const {
    if (told.kind == ScoreKind::Z) return;
    score.outsideAges = !(person.ageYears >= told.ages.low && person.ageYears <= told.ages.high);
    score.otherSex = (isMan(person) && told.men < fewestOfSex) || (isWoman(person) && told.women < fewestOfSex);
}

std::optional<NormativeModel::Prediction> NormativeModel::predict(const Measured& person) const {
    const bool usesSex = told.terms.contains(sexTerm), usesAge = told.terms.contains(ageTerm);
    if ((usesSex && !hasSex(person)) || (usesAge && !std::isfinite(person.ageYears))) return {};
    const auto x = row(person);
    const double freedom = told.controls - static_cast<double>(x.size());
    return Prediction{line.predicted(x), std::sqrt(line.squares / freedom * (1 + line.leverage(x))), freedom};
}

Score NormativeModel::of(const Measured& person) const {
    Score score{none, none, none, false, false, false};
    flag(person, score);
    const auto predicted = predict(person);
    if (!predicted) return score;
    score.predicted = predicted->value;
    score.score = (person.value - predicted->value) / told.sd;
    score.p = twoSidedT((person.value - predicted->value) / predicted->error, predicted->freedom);
    return score;
}

Score NormativeModel::ofControl(std::size_t place) const {
    Score score{none, none, none, false, false, true};
    const std::ptrdiff_t at = place < placeOf.size() ? placeOf[place] : -1;
    if (at < 0) return score;
    const auto i = static_cast<std::size_t>(at);
    const Measured& one = used[i];
    flag(one, score);
    const double left = 1 - line.leverages[i];
    if (left < 1e-9) return score;
    // Exactly what a fit without this control gives, by the hat matrix
    const double residual = line.residuals[i] / left;
    const double squares = line.squares - line.residuals[i] * line.residuals[i] / left;
    const double freedom = told.controls - 1 - static_cast<double>(line.coefficients.size());
    if (!(squares > 0) || freedom <= 0) return score;
    score.predicted = one.value - residual;
    score.score = residual / std::sqrt(squares / (told.controls - 2));
    // 1 + its leverage in the fit without it is 1 / (1 - h)
    score.p = twoSidedT(residual / std::sqrt(squares / freedom / left), freedom);
    // The range of the others: the youngest and the oldest lie outside it
    const auto isNoOlder = [&](const Measured& c) { return c.ageYears <= one.ageYears; };
    const auto isNoYounger = [&](const Measured& c) { return c.ageYears >= one.ageYears; };
    score.outsideAges = told.terms.contains(ageTerm) && (std::count_if(used.begin(), used.end(), isNoOlder) == 1 ||
                                                         std::count_if(used.begin(), used.end(), isNoYounger) == 1);
    return score;
}

std::vector<double> NormativeModel::ownScores() const {
    std::vector<double> scores;
    for (const double residual : line.residuals) scores.push_back(residual / told.sd);
    return scores;
}

double NormativeModel::scoreAt(double p, const Measured& person) const {
    const auto predicted = predict(person);
    return predicted ? tOfTwoSided(p, predicted->freedom) * predicted->error / told.sd : none;
}

} // namespace neuraxis
