#pragma once

#include "core/analysis/visit_alignment.h"

namespace neuraxis {

/// Verdict and reason by the pair's figures, and its residual.
void judge(PairAlignment& pair);

} // namespace neuraxis
