#pragma once

#include "core/model/display.h"
#include "core/model/volume.h"

namespace neuraxis {

/// How a volume opens as the lowest layer: in greys with the robust window, of diffusion one for each b-value; a label
/// map in its labels' colours.
Display openingBase(const Volume& volume);

/// How a volume opens over another: at half opacity and by what it is. Label maps have their labels' colours,
/// statistical maps and others of both signs two scales around zero, probabilities and PET what readers of those are
/// used to, everything else a hot colour map; the lowest values are hidden.
Display openingOverlay(const Volume& volume);

} // namespace neuraxis
