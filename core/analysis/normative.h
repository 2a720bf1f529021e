#pragma once

#include "core/analysis/linear_fit.h"
#include "core/model/window_level.h"

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace neuraxis {

/// Whom a value was measured in. An age that is not known is not a number.
struct Measured {
    double ageYears = 0;
    QString sex; ///< "F", "M"; other words are none
    double value = 0;
};

enum class ScoreKind { W, Z };

/// By what somebody is compared with the controls, for showing.
struct ScoreModel {
    ScoreKind kind = ScoreKind::W;
    QStringList terms;      ///< What the value was predicted by: "age", "sex"; empty for z
    QStringList dropped;    ///< Terms that the controls do not differ in, or that they have not
    int controls = 0;       ///< Those used to fit
    int leftOut = 0;        ///< Controls without the value, or without the age or the sex that the model needs
    int women = 0, men = 0; ///< Among those used
    Range ages;             ///< Of those used, years; the ages are not numbers when nobody's is known
    double intercept = 0;   ///< Of z: the mean
    double perYear = 0;     ///< Not a number where age is no term
    double ofMen = 0;       ///< What men have more than women; not a number where sex is no term
    double sd = 0;          ///< Of the controls' residuals (of z: values), n - 1
    /// One sentence on what is divided by what, and one on each term that was dropped. With a unit also by how much.
    [[nodiscard]] QString inWords(const QString& unit = {}) const;
    bool operator==(const ScoreModel&) const = default;
};

/// Where somebody stands among the controls.
struct Score {
    double score = 0;                           ///< w or z; not a number where it cannot be told
    double predicted = 0;                       ///< What the controls of that age and sex have
    double p = 0;                               ///< Two-sided, see NormativeModel
    bool outsideAges = false, otherSex = false; ///< The controls have nobody like that: an extrapolation
    bool leftOneOut = false;                    ///< A control, compared with the others
    [[nodiscard]] bool isExtrapolated() const { return outsideAges || otherSex; }
};

/// Controls that people are compared with.
///
/// w = (value - predicted) / SD, where an ordinary least squares regression with intercept on age and sex predicts, and
/// SD is the controls' residuals' standard deviation with n - 1: so the controls' own w have mean 0 and SD 1.
/// z = (value - mean) / SD of the controls, n - 1.
/// p is of Student's t distribution: for w of the difference by its standard error of prediction,
/// s sqrt(1 + h), s² = squares / (n - terms - 1), h the leverage of the person; for z of
/// z / sqrt(1 + 1/n), n - 1 degrees of freedom (Crawford and Howell, Clin Neuropsychol 1998;12:482-486; Crawford and
/// Garthwaite, Neuropsychology 2006;20:695-707). So few controls make p greater, as they should.
class NormativeModel {
  public:
    /// Nothing where there are fewer than `least` controls that can be used, or their values do not differ.
    static std::optional<NormativeModel> fit(ScoreKind kind, const std::vector<Measured>& controls, int least = 20);

    [[nodiscard]] const ScoreModel& model() const { return told; }
    /// Of somebody who is none of the controls.
    [[nodiscard]] Score of(const Measured& person) const;
    /// Of a control, by its place in what fit() was given, compared with all other controls: what fitting without it
    /// would give. Not a number for one who was not used, or without whom the model would not stand.
    [[nodiscard]] Score ofControl(std::size_t place) const;
    /// The scores of the controls by the model that they were used to fit: mean 0, SD 1.
    [[nodiscard]] std::vector<double> ownScores() const;
    /// How great, without its sign, a score of that person must be for p.
    [[nodiscard]] double scoreAt(double p, const Measured& person) const;

  private:
    /// What the fit tells of somebody.
    struct Prediction {
        double value, error, freedom; ///< error: the standard error of prediction
    };
    /// Nothing where the person's age or sex is not known and the model needs it.
    [[nodiscard]] std::optional<Prediction> predict(const Measured& person) const;
    [[nodiscard]] std::vector<double> row(const Measured& person) const;
    void flag(const Measured& person, Score& score) const;

    ScoreModel told;
    LinearFit line;
    std::vector<Measured> used;
    std::vector<std::ptrdiff_t> placeOf; ///< In `used`, -1 for none, by the place in what was given
};

} // namespace neuraxis
