#pragma once

#include "core/study/intake_builder.h"
#include "core/study/path_template.h"

namespace neuraxis::study {

/// A folder with FreeSurfer's surf and mri in it, or FastSurfer's.
bool isFreeSurferSubject(const QString& folder);

/// Takes subjects' folders, given by their paths from `root`, by the first of `own` templates and of the presets that
/// fits: cross-sectional ones and those of the longitudinal stream, <tp>.long.<base>, whose base is kept in "base". A
/// base itself and the template "fsaverage" are no visits.
void takeFreeSurfer(const QString& root, const QStringList& subjects, const std::vector<PathTemplate>& own,
                    IntakeBuilder& builder);

} // namespace neuraxis::study
