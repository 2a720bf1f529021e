#include "core/analysis/median.h"
#include "core/analysis/midway_reader.h"
#include "core/analysis/pair_fit.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <map>

namespace neuraxis {

namespace {

constexpr double pieceMm = 25; // of which the shifts are told

double mostStretchPercent(const WorldTransform& transform) {
    const auto& m = transform.rows();
    Eigen::Matrix3d matrix;
    for (Eigen::Index i = 0; i < 3; ++i)
        for (Eigen::Index j = 0; j < 3; ++j) matrix(i, j) = m[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)];
    const Eigen::Vector3d lengths = Eigen::JacobiSVD<Eigen::Matrix3d>(matrix).singularValues();
    return 100 * (lengths.array() - 1).abs().maxCoeff();
}

} // namespace

PairFigures PairFit::glance(const WorldTransform& secondOfFirst) const {
    const MidwayHalves halves(secondOfFirst);
    const MidwayWeights weights(halves, reachOf(focus));
    const MidwayReader readFirst(first.levels()[level], halves.first),
        readSecond(second.levels()[level], halves.second);
    JointHistogram histogram;
    double inFirst = 0, inSecond = 0, inBoth = 0;
    for (const Point& p : ball) {
        const float weight = weights(p.x, p.y, p.z);
        if (weight <= leastWeight) continue;
        const float a = readFirst(p.x, p.y, p.z), b = readSecond(p.x, p.y, p.z);
        const bool one = std::isfinite(a), other = std::isfinite(b);
        inFirst += one ? double(weight) : 0;
        inSecond += other ? double(weight) : 0;
        if (!one || !other) continue;
        inBoth += double(weight);
        histogram.add(a, b, weight);
    }
    PairFigures figures;
    figures.overlap = inBoth / std::max(std::min(inFirst, inSecond), 1e-9);
    figures.overlapOfLarger = inBoth / std::max(std::max(inFirst, inSecond), 1e-9);
    figures.overlapMl = inBoth * pointMl;
    figures.information = histogram.mutualInformation();
    return figures;
}

PairFigures PairFit::figures(const PairPlace& place) {
    PairFigures figures = glance(place.secondOfFirst);
    choosePoints(place.secondOfFirst);
    look(place);
    figures.likeness = std::max(secondByFirst.explained(), firstBySecond.explained());
    JointHistogram histogram;
    double n = 0, a = 0, b = 0, aa = 0, bb = 0, ab = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Seen& s = seen[i];
        if (!s.inBoth()) continue;
        const double w = points[i].weight, x = s.first, y = s.second;
        histogram.add(s.first, s.second, points[i].weight);
        n += w, a += w * x, b += w * y, aa += w * x * x, bb += w * y * y, ab += w * x * y;
    }
    const double both = ab - a * b / n;
    figures.linear = both * both / std::max((aa - a * a / n) * (bb - b * b / n), 1e-12);
    figures.information = histogram.mutualInformation();
    figures.shiftMm = pieceShiftMm();
    figures.stretchPercent = mostStretchPercent(place.secondOfFirst);
    return figures;
}

double PairFit::pieceShiftMm() const {
    struct Piece {
        Eigen::Matrix3d matrix = Eigen::Matrix3d::Zero();
        Eigen::Vector3d right = Eigen::Vector3d::Zero();
        double weight = 0;
    };
    std::map<std::array<int, 3>, Piece> pieces;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Point& p = points[i];
        const Seen& s = seen[i];
        if (!s.inBoth() || p.weight < 0.5F) continue;
        const auto of = [](float at) { return static_cast<int>(std::floor(at / pieceMm)); };
        Piece& piece = pieces[{of(p.x), of(p.y), of(p.z)}];
        piece.weight += double(p.weight);
        for (const Difference& d : {differenceOfSecond(s), differenceOfFirst(s)}) {
            const double weight = double(p.weight * d.trust() / d.variance);
            const Eigen::Vector3d g(double(d.gradient[0]), double(d.gradient[1]), double(d.gradient[2]));
            piece.matrix += weight * g * g.transpose();
            piece.right -= weight * double(d.rest) * g;
        }
    }
    std::vector<double> shifts;
    double most = 0;
    for (const auto& [place, piece] : pieces) most = std::max(most, piece.matrix.trace());
    for (const auto& [place, piece] : pieces) {
        if (piece.matrix.trace() < 0.05 * most) continue;
        const Eigen::Matrix3d held = piece.matrix + 1e-3 * most * Eigen::Matrix3d::Identity();
        shifts.push_back(held.ldlt().solve(piece.right).norm());
    }
    return shifts.empty() ? 0 : medianOf(shifts);
}

} // namespace neuraxis
