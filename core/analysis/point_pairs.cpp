#include "core/analysis/point_pairs.h"

#include <Eigen/Dense>

namespace neuraxis {

namespace {

constexpr double leastWidth = 0.02; // of points nearly in a line, by their length

Eigen::Matrix3Xd columns(const std::vector<WorldPoint>& points) {
    Eigen::Matrix3Xd matrix(3, static_cast<Eigen::Index>(points.size()));
    for (std::size_t i = 0; i < points.size(); ++i)
        matrix.col(static_cast<Eigen::Index>(i)) << points[i].x, points[i].y, points[i].z;
    return matrix;
}

bool inALine(const Eigen::Matrix3Xd& centred) {
    const Eigen::Vector3d extents = Eigen::JacobiSVD<Eigen::Matrix3Xd>(centred).singularValues();
    return !(extents[0] > 0) || extents[1] < leastWidth * extents[0];
}

} // namespace

std::optional<PointPairsFit> rigidFromPoints(const std::vector<WorldPoint>& first,
                                             const std::vector<WorldPoint>& second) {
    if (first.size() != second.size() || first.size() < 3) return {};
    const Eigen::Matrix3Xd from = columns(first), to = columns(second);
    if (!from.allFinite() || !to.allFinite()) return {};
    const Eigen::Vector3d fromMiddle = from.rowwise().mean(), toMiddle = to.rowwise().mean();
    const Eigen::Matrix3Xd a = from.colwise() - fromMiddle, b = to.colwise() - toMiddle;
    if (inALine(a) || inALine(b)) return {};
    const Eigen::JacobiSVD<Eigen::Matrix3d> svd(b * a.transpose(), Eigen::ComputeFullU | Eigen::ComputeFullV);
    Eigen::Vector3d sides = Eigen::Vector3d::Ones(); // never a mirror
    sides[2] = (svd.matrixU() * svd.matrixV().transpose()).determinant() < 0 ? -1 : 1;
    const Eigen::Matrix3d turn = svd.matrixU() * sides.asDiagonal() * svd.matrixV().transpose();
    const Eigen::Vector3d shift = toMiddle - turn * fromMiddle;
    Affine::Rows rows{};
    for (Eigen::Index i = 0; i < 3; ++i) {
        for (Eigen::Index j = 0; j < 3; ++j)
            rows[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)] = turn(i, j);
        rows[static_cast<std::size_t>(i)][3] = shift[i];
    }
    rows[3][3] = 1;
    return PointPairsFit{WorldTransform(rows), (turn * a - b).norm() / std::sqrt(static_cast<double>(first.size()))};
}

} // namespace neuraxis
