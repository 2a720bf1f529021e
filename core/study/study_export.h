#pragma once

#include "core/model/cohort.h"

#include <QByteArray>
#include <QStringList>

namespace neuraxis::study {

class Study;

/// Participants as a table of BIDS: participant_id, then what is known of everybody. UTF-8, tabs, n/a for what is not
/// known. `participants` are those to tell of, by uid, in this order.
QByteArray participantsTsv(const Cohort& cohort, const QStringList& participants);

/// Writes those participants as BIDS has them: participants.tsv, sub-<name>/sub-<name>_sessions.tsv with scores and
/// quality, events.tsv, items.tsv, remarks.json with annotations, ratings and transforms; a .json beside each table
/// tells its columns. The folder is made; files in it are replaced. Returns how many files. Throws io::Error.
int exportTables(Study& study, const Cohort& cohort, const QStringList& participants, const QString& folder);

} // namespace neuraxis::study
