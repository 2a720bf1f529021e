#pragma once

#include "core/model/cortex.h"

namespace neuraxis {

/// FreeSurfer's word for a side, with which its files' names begin: "lh", "rh".
inline QString shortSideName(Side side) { return side == Side::Left ? QStringLiteral("lh") : QStringLiteral("rh"); }

} // namespace neuraxis
