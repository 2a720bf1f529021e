#pragma once

#include "core/study/date_shift.h"
#include "core/study/path_template.h"
#include "core/study/table_mapping.h"

#include <functional>

namespace neuraxis::study {

/// How things are brought in.
struct IntakeOptions {
    QString participant;   ///< Whose the images and cord tables are that name nobody; else the folder's name
    QString visit;         ///< Label of their visit; else DICOM's days
    QString mappingFolder; ///< Of clinical tables' mappings; empty: beside each table
    /// Asked about a clinical table that has no mapping, on the thread that looks; it may change what was guessed. The
    /// mapping is written then, to be read the next time; on false the table is left out. Without it the guess is
    /// taken and not written.
    std::function<bool(const DelimitedTable& table, TableMapping& guess)> agree;
    DateShift* dateShift = nullptr; ///< For tables; none: their dates stay
    /// People whose pseudonym nothing tells are called by a hash under this key, the same each time; empty: they are
    /// not taken.
    QByteArray nameKey;
    std::vector<PathTemplate> templates; ///< Of the data sets themselves; before the presets
};

} // namespace neuraxis::study
