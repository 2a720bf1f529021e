#pragma once

#include "core/model/cohort.h"

#include <QStringList>

namespace neuraxis::study {

class Study;

/// Writes the participants with these uids, in this order, as BIDS has them, UTF-8 with tabs and n/a for what is not
/// known: participants.tsv, sub-<name>/sub-<name>_sessions.tsv with scores and quality, events.tsv, items.tsv,
/// remarks.json with annotations, ratings and transforms; a .json beside each table tells its columns. Ages end at 89;
/// who was seen when older has no year of birth there. The folder is made; files in it are replaced. Returns how many
/// files. Throws io::Error.
int exportTables(Study& study, const Cohort& cohort, const QStringList& participants, const QString& folder);

} // namespace neuraxis::study
