#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace neuraxis {

/// An ordinary least squares fit.
struct LinearFit {
    std::vector<double> coefficients; ///< As many as a row of the design has
    std::vector<double> residuals;    ///< By observation
    std::vector<double> leverages;    ///< Diagonal of the hat matrix
    std::vector<double> inverse;      ///< Of the design's cross product, row by row
    double squares = 0;               ///< Sum of the squared residuals

    [[nodiscard]] double predicted(const std::vector<double>& row) const;
    /// How far a row of the design lies from those fitted: row (X'X)^-1 row'.
    [[nodiscard]] double leverage(const std::vector<double>& row) const;
};
/// Fits values by the design's rows, all equally long; nothing where the design does not determine the coefficients.
std::optional<LinearFit> fitLinear(const std::vector<std::vector<double>>& design, const std::vector<double>& values);

/// The share of Student's t distribution farther from zero than |t|, on both sides; not a number without freedom.
double twoSidedT(double t, double degreesOfFreedom);
/// The t that twoSidedT() gives p for, zero or more.
double tOfTwoSided(double p, double degreesOfFreedom);

/// Benjamini and Hochberg's q-values, q_i = min over j >= i of p_(j) m / j (J R Stat Soc B 1995;57:289-300). A p that
/// is not a number stays so and is not counted among the m.
std::vector<double> benjaminiHochberg(const std::vector<double>& p);
/// The p up to which tests are below the false discovery rate `level`; where none is, the p that the least would have to
/// reach, level / m. Not a number without any p.
double benjaminiHochbergLimit(const std::vector<double>& p, double level);

} // namespace neuraxis
