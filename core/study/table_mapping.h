#pragma once

#include "core/study/delimited_table.h"

#include <QDate>
#include <optional>

namespace neuraxis::study {

/// What a table's column means to a study.
struct TableColumn {
    QString column;
    /// A fixed word of meanings(), "of the participant" or "of the visit" for what is kept under the column's name, or
    /// "left out".
    QString meaning;
    QString note; ///< Of dates their format, "dd-MM-yyyy"; else for people
    bool operator==(const TableColumn&) const = default;
};
using TableMapping = std::vector<TableColumn>;
inline const QString ofParticipant = QStringLiteral("of the participant"), ofVisit = QStringLiteral("of the visit"),
                     leftOut = QStringLiteral("left out");

/// All fixed words for what a column may mean.
QStringList meanings();

/// Whether a column is named like one of participants.
bool namesParticipants(const QStringList& columns);
/// A guess by the columns' names and by what stands in them.
TableMapping guessMapping(const DelimitedTable& table);

/// Gives date columns without a format the one in which the most of their values are days.
void findDateFormats(const DelimitedTable& table, TableMapping& mapping);
/// A meaning in words that users see.
QString meaningInWords(const QString& meaning);
/// A sentence on why a table cannot be taken so: no participants, one thing told by two columns; else empty.
QString mappingFault(const TableMapping& mapping);

/// Where a table's mapping lies: beside it, or in `folder` where one is given.
QString mappingFile(const QString& table, const QString& folder = {});
/// A TSV of column, meaning and note. Throws io::Error.
void writeMapping(const TableMapping& mapping, const QString& path);
/// Throws io::Error when it is damaged, names a column that the table lacks or a meaning that there is not; columns
/// that it does not name are left out.
TableMapping readMapping(const QString& path, const DelimitedTable& table);

/// The day that a cell tells in a format of QDate, of which a time of day behind it is no part; invalid when it does
/// not.
QDate dayOf(const QString& cell, const QString& format);
/// The same in whichever of the usual formats it is a day in.
QDate dayOf(const QString& cell);
/// Whether the most of a column's values are days.
bool holdsDays(const DelimitedTable& table, qsizetype column);
/// A number with a point or, where `comma`, with a comma; nothing for anything else, or an infinite one.
std::optional<double> numberOf(const QString& cell, bool comma);

} // namespace neuraxis::study
