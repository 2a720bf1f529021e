#pragma once

#include "core/analysis/icosphere.h"

#include <vector>

namespace neuraxis {

/// Which triangles cut through others with which they share no corner: 1 for each that does, else 0. Only pairs of
/// which one is in `among` are looked at, when it is given.
std::vector<char> crossingTriangles(const SurfaceMesh& mesh, const std::vector<char>* among = nullptr);

/// Evens out the surface where it cuts through itself, until it does not or `rounds` are over.
void untangle(SurfaceMesh& mesh, int rounds);

} // namespace neuraxis
