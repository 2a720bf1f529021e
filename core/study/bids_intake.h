#pragma once

#include "core/study/date_shift.h"
#include "core/study/intake_builder.h"
#include "core/study/path_template.h"

namespace neuraxis::study {

/// By dataset_description.json, or folders sub-* with sessions or data in them.
bool isBids(const QString& folder);

/// A BIDS data set: its images and those of derivatives by `own` templates and the presets, FreeSurfer's, CATO's and
/// the Spinal Cord Toolbox's output within; participants.tsv, sessions.tsv, scans.tsv and phenotype. A participant
/// without sessions has one visit, "1". Throws io::Cancelled; what cannot be read is in the problems.
/// Real dates are shifted, where that is given. With `only`, "sub-01" or "sub-01/ses-02", just that of it.
Intake bidsIntake(const QString& folder, const std::vector<PathTemplate>& own, DateShift* dateShift, io::Job& job,
                  const QString& only = {});

} // namespace neuraxis::study
