#pragma once

#include "app/study_tables.h"

namespace neuraxis {

/// The participant of that name in a study; throws io::Error, a sentence that names who may have been meant.
const CohortIndex::Row& rowNamed(const FilteredStudy& all, const QString& name, const QString& study);
/// The uid of a participant's visit of that label; empty where none was given. Throws io::Error.
QString visitNamed(const CohortIndex::Row& row, const QString& label);

} // namespace neuraxis
