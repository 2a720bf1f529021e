#pragma once

#include "core/study/intake_builder.h"

namespace neuraxis::study {

/// SUBJECT_connectivity_METHOD_TEMPLATE.mat and SUBJECT_fibers_METHOD.trk, as CATO names its matrices and tracts.
bool isCatoOutput(const QString& path);

/// Takes an output of CATO's structural or functional stream, given by its path from `root`; its method and template
/// are kept in "method" and "template". False when its name tells no subject.
bool takeCato(const QString& root, const QString& path, IntakeBuilder& builder);

} // namespace neuraxis::study
