#pragma once

namespace neuraxis {

/// What a visit may do to lie on another.
enum class AlignmentKind {
    Rigid, ///< Turn and shift: six degrees of freedom
    Affine ///< Stretch and shear too: twelve
};

} // namespace neuraxis
