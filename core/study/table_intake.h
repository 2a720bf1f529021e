#pragma once

#include "core/study/intake_builder.h"
#include "core/study/intake_options.h"

namespace neuraxis::study {

/// What a table's place says of its rows.
struct TableContext {
    QString participant;            ///< Whose all rows are, whatever the table says: of a sessions.tsv
    QString prefix;                 ///< Put before the names of columns that are kept by their names: "ace."
    bool onlyVisit = false;         ///< A date without a label is of the participant's only visit, where they have one
    DateShift* dateShift = nullptr; ///< As in IntakeOptions
};

/// Takes a table's rows. A row that contradicts itself or others is left out, with a sentence that names it; so is one
/// whose dates or ages cannot be read. A score that cannot be read is left out of its row, with a sentence too.
/// Throws io::Error when the table names no participants; io::Cancelled.
void takeTable(const DelimitedTable& table, const TableMapping& mapping, const TableContext& context,
               IntakeBuilder& builder, io::Job& job);

/// A guess that the options agree to, with what they changed, which is written to lie by the table; nothing where they
/// leave the table out. A mapping that cannot be written is told and used all the same. Throws io::Cancelled.
std::optional<TableMapping> agreedMapping(const QString& path, const DelimitedTable& table, TableMapping guess,
                                          const IntakeOptions& options, IntakeBuilder& builder);

/// A clinical table by the mapping that lies beside it, or in the options' folder; without one it is guessed, and
/// written when the options agree. Throws io::Error, io::Cancelled.
Intake tableIntake(const QString& path, const IntakeOptions& options, io::Job& job);

} // namespace neuraxis::study
