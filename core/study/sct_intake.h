#pragma once

#include "core/study/intake_builder.h"

namespace neuraxis::study {

/// By its columns: what the Spinal Cord Toolbox measures along the cord, of sct_process_segmentation or
/// sct_extract_metric.
bool isSctTable(const QStringList& columns);

/// Takes a table of the toolbox, given by its path from `root`, for each participant and visit that its rows' files
/// name, or its own path; else for `participant` and `visit`. Says what was left out. Throws io::Error.
void takeSct(const QString& root, const QString& path, const QString& participant, const QString& visit,
             IntakeBuilder& builder);

} // namespace neuraxis::study
