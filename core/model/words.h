#pragma once

#include "core/model/display.h"
#include "core/model/volume.h"

#include <QString>

namespace neuraxis {

/// A position as readers say it: "R 17.6  A 35.3  S 12.1 mm".
QString positionInWords(const WorldPoint& lps);
/// The nearest voxel, counted from 0 as in the affine: "120, 88, 64".
QString voxelInWords(const VoxelIndex& voxel);
/// A value with its unit, in four significant digits, or as a whole number when it is one or has four digits
/// before the point: "812", "0.4321 Hz", "12346".
QString valueInWords(double value, const QString& unit);
/// "Change (mm)"; without a unit the title alone.
QString withUnit(const QString& title, const QString& unit);
/// In so many decimals; what rounds to zero has no sign.
QString roundedInWords(double value, int decimals);
/// A number of a label map with its name: "Left-Hippocampus (17)", "label 93" where the table has it not, "no label".
QString regionInWords(double value, const LabelTable& table);
/// A value of a layer that looks so: of a label map the label, else with its unit.
QString valueInWords(double value, const QString& unit, const Display& display);
/// A direction of length 1: "R 0.77  A 0.40  S 0.50"; "" for none (0, 0, 0).
QString directionInWords(const WorldVector& lps);
/// What a volume of ASL is, "label" or "control", as a reader says it; other words as they are.
QString labelInWords(const QString& label);
/// What one volume of a series is, as far as the files say: "b 1000 s/mm²  ·  direction R 0.77  A 0.40  S 0.50",
/// "TE 4.6 ms", "control  ·  t = 12.4 s"; "" where they say nothing.
QString volumeInWords(const VolumeHeader& header, int index);
/// The same without direction and without the unit of the b-value: "b 1000".
QString volumeInBrief(const VolumeHeader& header, int index);

} // namespace neuraxis
