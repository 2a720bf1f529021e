#pragma once

#include "core/study/database.h"

/// What is asked of a study's database.
namespace neuraxis::study {

/// All participants, visits, items and events, of one moment, in their order.
Cohort readCohort(Database& database);
/// Tables of what is remarked on visits and items.
const QStringList& remarkTables();
/// Transforms, annotations and ratings of a visit or item, or all with an empty uid; the last changed one last.
std::vector<Remark> readRemarks(Database& database, const QString& about);
std::vector<Change> readLog(Database& database, const QString& record, qint64 afterRevision);
qint64 readRevision(Database& database);
/// Sentences of what is wrong: the database's pages, records that belong to nothing, records without a change.
QStringList findFaults(Database& database);

} // namespace neuraxis::study
