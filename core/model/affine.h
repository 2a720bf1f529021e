#pragma once

#include <array>

namespace neuraxis {

/// A place in the patient, in millimetres: x to the Left, y to Posterior, z to Superior (DICOM's LPS).
struct WorldPoint {
    double x = 0, y = 0, z = 0;
    bool operator==(const WorldPoint&) const = default;
};

/// A direction or displacement in the patient, in millimetres, LPS.
struct WorldVector {
    double x = 0, y = 0, z = 0;
    bool operator==(const WorldVector&) const = default;
};

/// A place in a grid, in voxels; whole numbers are voxel centres, the first voxel is 0,0,0.
struct VoxelIndex {
    double i = 0, j = 0, k = 0;
    bool operator==(const VoxelIndex&) const = default;
};

WorldVector operator-(const WorldPoint& a, const WorldPoint& b);
WorldPoint operator+(const WorldPoint& p, const WorldVector& v);
WorldVector operator+(const WorldVector& a, const WorldVector& b);
WorldVector operator*(const WorldVector& v, double factor);
WorldVector operator-(const WorldVector& v);
double dot(const WorldVector& a, const WorldVector& b);
WorldVector cross(const WorldVector& a, const WorldVector& b);
double length(const WorldVector& v);
/// v scaled to length 1; a zero vector stays zero.
WorldVector unit(const WorldVector& v);

/// A 4x4 matrix from voxel indices to LPS millimetres, row by row; its last row is 0 0 0 1.
/// Shear is kept: it is never turned into an orthonormal guess.
class Affine {
  public:
    using Rows = std::array<std::array<double, 4>, 4>;

    /// The identity: 1 mm voxels along L, P and S, the first at the origin.
    Affine();
    explicit Affine(const Rows& rows);
    /// From the three voxel steps (columns) and the centre of the first voxel.
    Affine(const WorldVector& stepI, const WorldVector& stepJ, const WorldVector& stepK, const WorldPoint& origin);
    /// From the same matrix in RAS millimetres (NIfTI, FreeSurfer): the first two rows change sign.
    static Affine fromRas(const Rows& ras);

    [[nodiscard]] const Rows& rows() const { return m; }
    /// The matrix in RAS millimetres.
    [[nodiscard]] Rows ras() const;
    [[nodiscard]] WorldPoint toWorld(const VoxelIndex& v) const;
    [[nodiscard]] VoxelIndex toVoxel(const WorldPoint& p) const;
    /// The step of one voxel along grid axis 0, 1 or 2.
    [[nodiscard]] WorldVector step(int axis) const;
    [[nodiscard]] WorldPoint origin() const;
    /// Lengths of the three steps in millimetres.
    [[nodiscard]] std::array<double, 3> spacingMm() const;
    [[nodiscard]] double determinant() const;
    /// Whether the matrix can be inverted and all its numbers are finite.
    [[nodiscard]] bool isValid() const;
    /// LPS millimetres to voxel indices, row by row. Of an invalid matrix: the identity.
    [[nodiscard]] Rows inverse() const;

    bool operator==(const Affine&) const = default;

  private:
    Rows m;
};

} // namespace neuraxis
