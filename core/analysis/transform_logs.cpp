#include "core/analysis/transform_logs.h"

#include <Eigen/Dense>
#include <unsupported/Eigen/MatrixFunctions>

namespace neuraxis {

namespace {

using RowMajor = Eigen::Matrix<double, 4, 4, Eigen::RowMajor>;

Eigen::Matrix4d matrixOf(const Affine::Rows& rows) { return Eigen::Map<const RowMajor>(rows[0].data()); }

Affine::Rows rowsOf(const Eigen::Matrix4d& matrix) {
    Affine::Rows rows;
    Eigen::Map<RowMajor>(rows[0].data()) = matrix;
    return rows;
}

} // namespace

TransformLog logOf(const WorldTransform& transform) { return rowsOf(matrixOf(transform.rows()).log()); }

WorldTransform expOf(const TransformLog& log) { return WorldTransform(rowsOf(matrixOf(log).exp())); }

WorldTransform halfOf(const WorldTransform& transform) {
    return WorldTransform(rowsOf(matrixOf(transform.rows()).sqrt()));
}

WorldTransform nearestRigid(const WorldTransform& transform) {
    Eigen::Matrix4d matrix = matrixOf(transform.rows());
    const Eigen::JacobiSVD<Eigen::Matrix3d> svd(matrix.topLeftCorner<3, 3>(),
                                                Eigen::ComputeFullU | Eigen::ComputeFullV);
    matrix.topLeftCorner<3, 3>() = svd.matrixU() * svd.matrixV().transpose();
    return WorldTransform(rowsOf(matrix));
}

} // namespace neuraxis
