#include "core/analysis/linear_fit.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace neuraxis {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// The continued fraction of the incomplete beta function, by Lentz (Numerical Recipes, 6.4, has the terms).
double betaFraction(double a, double b, double x) {
    constexpr double tiny = 1e-300;
    const auto away = [](double v) { return std::abs(v) < tiny ? tiny : v; };
    double c = 1, d = 1 / away(1 - (a + b) * x / (a + 1)), result = d;
    for (int m = 1; m < 500; ++m) {
        const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        d = 1 / away(1 + even * d);
        c = away(1 + even / c);
        result *= d * c;
        const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / away(1 + odd * d);
        c = away(1 + odd / c);
        result *= d * c;
        if (std::abs(d * c - 1) < 1e-15) break;
    }
    return result;
}

/// The regularised incomplete beta function.
double betaShare(double a, double b, double x) {
    if (x <= 0) return 0;
    if (x >= 1) return 1;
    const double front =
        std::exp(std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) + a * std::log(x) + b * std::log1p(-x));
    return x < (a + 1) / (a + b + 2) ? front * betaFraction(a, b, x) / a : 1 - front * betaFraction(b, a, 1 - x) / b;
}

/// The indices of finite values in ascending order of them.
std::vector<std::size_t> ordered(const std::vector<double>& p) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < p.size(); ++i)
        if (std::isfinite(p[i])) order.push_back(i);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return p[a] < p[b]; });
    return order;
}

} // namespace

double LinearFit::predicted(const std::vector<double>& row) const {
    return std::inner_product(row.begin(), row.end(), coefficients.begin(), 0.0);
}

double LinearFit::leverage(const std::vector<double>& row) const {
    double sum = 0;
    for (std::size_t i = 0; i < row.size(); ++i)
        for (std::size_t j = 0; j < row.size(); ++j) sum += row[i] * inverse[i * row.size() + j] * row[j];
    return sum;
}

std::optional<LinearFit> fitLinear(const std::vector<std::vector<double>>& design, const std::vector<double>& values) {
    const auto n = static_cast<Eigen::Index>(design.size());
    const Eigen::Index p = n > 0 ? static_cast<Eigen::Index>(design.front().size()) : 0;
    if (n < p || p == 0 || values.size() != design.size()) return {};
    Eigen::MatrixXd x(n, p);
    for (Eigen::Index i = 0; i < n; ++i)
        for (Eigen::Index j = 0; j < p; ++j) x(i, j) = design[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)];
    // Columns of one length, so that units do not decide what is called dependent
    const Eigen::VectorXd scale = x.colwise().norm();
    if (!(scale.minCoeff() > 0)) return {};
    const Eigen::MatrixXd scaled = x * scale.cwiseInverse().asDiagonal();
    const Eigen::ColPivHouseholderQR<Eigen::MatrixXd> qr(scaled);
    if (qr.rank() < p) return {};

    const Eigen::Map<const Eigen::VectorXd> y(values.data(), n);
    const Eigen::VectorXd coefficients = scale.cwiseInverse().asDiagonal() * qr.solve(y);
    const Eigen::VectorXd residuals = y - x * coefficients;
    const Eigen::MatrixXd thin = qr.householderQ() * Eigen::MatrixXd::Identity(n, p);
    const Eigen::MatrixXd r = qr.matrixQR().topRows(p).triangularView<Eigen::Upper>();
    const Eigen::MatrixXd unmixed =
        qr.colsPermutation() * r.triangularView<Eigen::Upper>().solve(Eigen::MatrixXd::Identity(p, p));
    const Eigen::MatrixXd half = scale.cwiseInverse().asDiagonal() * unmixed;
    const Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor> inverse = half * half.transpose();
    const Eigen::VectorXd leverages = thin.rowwise().squaredNorm();
    const auto list = [](const auto& v) { return std::vector<double>(v.data(), v.data() + v.size()); };
    return LinearFit{list(coefficients), list(residuals), list(leverages), list(inverse), residuals.squaredNorm()};
}

double twoSidedT(double t, double degreesOfFreedom) {
    if (!(degreesOfFreedom > 0) || std::isnan(t)) return none;
    if (std::isinf(t)) return 0;
    return betaShare(degreesOfFreedom / 2, 0.5, degreesOfFreedom / (degreesOfFreedom + t * t));
}

double tOfTwoSided(double p, double degreesOfFreedom) {
    if (!(degreesOfFreedom > 0) || !(p > 0 && p <= 1)) return none;
    double low = 0, high = 1;
    while (twoSidedT(high, degreesOfFreedom) > p && high < 1e150) high *= 2;
    for (int step = 0; step < 200 && high - low > 1e-14 * high; ++step) {
        const double middle = (low + high) / 2;
        (twoSidedT(middle, degreesOfFreedom) > p ? low : high) = middle;
    }
    return (low + high) / 2;
}

std::vector<double> benjaminiHochberg(const std::vector<double>& p) {
    std::vector<double> q(p.size(), none);
    const auto order = ordered(p);
    double least = 1;
    for (std::size_t rank = order.size(); rank-- > 0;) {
        least = std::min(least, p[order[rank]] * static_cast<double>(order.size()) / static_cast<double>(rank + 1));
        q[order[rank]] = least;
    }
    return q;
}

double benjaminiHochbergLimit(const std::vector<double>& p, double level) {
    const auto order = ordered(p);
    for (std::size_t rank = order.size(); rank-- > 0;) {
        const double limit = level * static_cast<double>(rank + 1) / static_cast<double>(order.size());
        if (p[order[rank]] <= limit) return limit;
    }
    return order.empty() ? none : level / static_cast<double>(order.size());
}

} // namespace neuraxis
