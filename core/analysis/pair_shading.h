#pragma once

#include "core/analysis/pair_fit.h"

namespace neuraxis {

/// The powers of x, y and z up to the third at a place of the midway space, by which shading is told.
using ShadingPowers = std::array<float, PairPlace::powers>;

[[nodiscard]] ShadingPowers shadingPowers(float x, float y, float z);
/// What a brightness is multiplied with to be without its shading.
[[nodiscard]] float evenness(const ShadingPowers& shading, const ShadingPowers& at);

} // namespace neuraxis
