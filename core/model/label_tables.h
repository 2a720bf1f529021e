#pragma once

#include "core/model/label_table.h"

namespace neuraxis {

/// FreeSurfer's numbers: aseg, aparc+aseg (1000 and 2000), wmparc (3000 and 4000). Its names are display texts, which
/// differ between FreeSurfer's versions.
const LabelTable& freeSurferLabels();

/// A colour that a number always has, unlike those of the numbers near it. Opaque.
QRgb paletteColour(int id);
/// How a label map shows a number: in its table's colour, or, so that nothing is silently missing, in the palette's
/// where the table has it not. Opaque; 0 for 0, which stands for no label.
QRgb labelColour(const LabelTable& table, int id);

} // namespace neuraxis
