#pragma once

#include "core/study/database.h"

namespace neuraxis::study {

/// Makes the tables of an empty database with Mode::Create, and brings those of an older version up to date after a
/// copy of them was kept: FILE.vN.bak beside the file, schema "vN_bak" on a server. Throws io::Error for a newer
/// version, a database without a study, and one to migrate that can only be read.
void bringUpToDate(Database& database, Study::Mode mode);

/// Throws io::Error unless the tables are of this program's version, as each transaction that writes must know.
void requireVersion(Database& database);

} // namespace neuraxis::study
