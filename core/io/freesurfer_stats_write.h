#pragma once

#include "core/model/cortex.h"

namespace neuraxis::io {

/// A row of FreeSurfer's aparc.stats.
struct StatsRow {
    RegionMeasures measures; ///< Their side is the table's
    double meanCurvature = 0, gaussianCurvature = 0, foldingIndex = 0, curvatureIndex = 0;
};

/// A table of one side's regions as ?h.aparc.stats has it, with the whole cortex's vertices, white area and mean
/// thickness, which is weighted by vertices. Throws Error.
void writeFreeSurferStats(const QString& path, const std::vector<StatsRow>& rows, Side side, const QString& subject);

} // namespace neuraxis::io
