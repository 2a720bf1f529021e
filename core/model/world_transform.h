#pragma once

#include "core/model/affine.h"

namespace neuraxis {

/// A way from the places of one space to those of another, both LPS millimetres: a 4x4 matrix, row by row, whose last
/// row is 0 0 0 1.
class WorldTransform {
  public:
    using Rows = Affine::Rows;

    /// The identity.
    WorldTransform();
    explicit WorldTransform(const Rows& rows);
    /// A turn about a centre, then a shift. The turn's direction is the axis, its length the angle in radians, by the
    /// right hand.
    static WorldTransform rigid(const WorldVector& turn, const WorldVector& shiftMm, const WorldPoint& centre = {});

    [[nodiscard]] const Rows& rows() const { return m; }
    [[nodiscard]] WorldPoint operator()(const WorldPoint& p) const;
    /// Of a direction or displacement: without the shift.
    [[nodiscard]] WorldVector operator()(const WorldVector& v) const;
    /// `first`, then this.
    [[nodiscard]] WorldTransform operator*(const WorldTransform& first) const;
    /// The grid, moved.
    [[nodiscard]] Affine operator*(const Affine& grid) const;
    /// Of a matrix that cannot be inverted: the identity.
    [[nodiscard]] WorldTransform inverse() const;
    /// The angle that its turn has, degrees; meant for rigid ones.
    [[nodiscard]] double angleDeg() const;
    /// Whether lengths and sides stay as they are, up to the tolerance in each number of the matrix.
    [[nodiscard]] bool isRigid(double tolerance = 1e-6) const;
    bool operator==(const WorldTransform&) const = default;

  private:
    Rows m;
};

} // namespace neuraxis
