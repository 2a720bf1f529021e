#pragma once

#include "core/model/affine.h"
#include <QString>

namespace neuraxis {

/// A position as readers say it: "R 17.6  A 35.3  S 12.1 mm".
QString positionInWords(const WorldPoint& lps);
/// The nearest voxel, counted from 0 as in the affine: "120, 88, 64".
QString voxelInWords(const VoxelIndex& voxel);
/// A value with its unit, in four significant digits, or as a whole number when it is one or has four digits
/// before the point: "812", "0.4321 Hz", "12346".
QString valueInWords(double value, const QString& unit);

} // namespace neuraxis
