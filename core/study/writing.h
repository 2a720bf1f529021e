#pragma once

#include "core/study/database.h"

/// What is written to a study's database.
namespace neuraxis::study {

/// The change as the database takes it: text and numbers by the kinds of the columns. Throws io::Error for a table, a
/// column or a value that a study does not have.
Change checked(const Change& change);

/// Writes checked changes and their log in one transaction; those that the log holds already are left out. Throws
/// io::Error, naming the record, and then nothing is written.
void write(Database& database, const std::vector<Change>& changes);

} // namespace neuraxis::study
