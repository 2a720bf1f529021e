#include "core/analysis/pair_shading.h"

#include <Eigen/Dense>
#include <algorithm>

namespace neuraxis {

namespace {

constexpr double shadingMm = 100; // from the middle outwards, where a power of x is 1
constexpr std::size_t shadingPoints = 5000;

} // namespace

ShadingPowers shadingPowers(float x, float y, float z) {
    constexpr float unit = 1 / static_cast<float>(shadingMm);
    x *= unit, y *= unit, z *= unit;
    return {x,         y,         z,         x * x,     y * y,     z * z,     x * y,     y * z,     z * x,    x * x * x,
            y * y * y, z * z * z, x * x * y, x * x * z, y * y * x, y * y * z, z * z * x, z * z * y, x * y * z};
}

float evenness(const ShadingPowers& shading, const ShadingPowers& at) {
    float sum = 0;
    for (std::size_t i = 0; i < at.size(); ++i) sum += shading[i] * at[i];
    return std::clamp(1 - sum, 0.3F, 3.F);
}

void PairFit::evenOut(PairPlace& place) const {
    constexpr int count = PairPlace::powers;
    Eigen::Matrix<double, 2 * count, 2 * count> matrix = Eigen::Matrix<double, 2 * count, 2 * count>::Zero();
    Eigen::Matrix<double, 2 * count, 1> right = Eigen::Matrix<double, 2 * count, 1>::Zero(), row;
    const std::size_t stride = std::max<std::size_t>(points.size() / shadingPoints, 1);
    for (std::size_t i = 0; i < points.size(); i += stride) {
        const Point& p = points[i];
        const Seen& s = seen[i];
        if (!s.inBoth()) continue;
        const ShadingPowers powers = shadingPowers(p.x, p.y, p.z);
        const auto add = [&](const Difference& d, float byFirst, float bySecond, float trust) {
            if (trust <= 0) return;
            for (int n = 0; n < count; ++n) {
                row[n] = double(byFirst * powers[static_cast<std::size_t>(n)]);
                row[n + count] = double(bySecond * powers[static_cast<std::size_t>(n)]);
            }
            const double weight = double(p.weight * trust / d.variance);
            matrix.selfadjointView<Eigen::Lower>().rankUpdate(row, weight);
            right += weight * double(d.rest) * row;
        };
        add(differenceOfSecond(s), -secondByFirst(s.first).slope * s.first, s.second, s.trustSecond);
        add(differenceOfFirst(s), s.first, -firstBySecond(s.second).slope * s.second, s.trustFirst);
    }
    // Held, since both may share what one has
    const double hold = 1e-2 * matrix.trace() / (2 * count);
    matrix.diagonal().array() += hold;
    for (int n = 0; n < count; ++n) {
        right[n] -= hold * double(place.firstShading[static_cast<std::size_t>(n)]);
        right[n + count] -= hold * double(place.secondShading[static_cast<std::size_t>(n)]);
    }
    const Eigen::VectorXd more = matrix.selfadjointView<Eigen::Lower>().ldlt().solve(right);
    if (!more.allFinite()) return;
    for (int n = 0; n < count; ++n) {
        place.firstShading[static_cast<std::size_t>(n)] += static_cast<float>(more[n]);
        place.secondShading[static_cast<std::size_t>(n)] += static_cast<float>(more[n + count]);
    }
}

} // namespace neuraxis
