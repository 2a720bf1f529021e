#pragma once

#include <QString>
#include <QStringList>
#include <vector>

namespace neuraxis::study {

/// A table as CSV or TSV files hold it, in any dialect: UTF-8 or UTF-16 with or without its mark, else Latin 1; cells
/// in quotes; separated by tabs, semicolons or commas.
struct DelimitedTable {
    struct Row {
        int number = 0; ///< As a spreadsheet counts it: the columns' names are row 1
        QStringList cells;
    };
    QString name; ///< The file's
    QStringList columns;
    std::vector<Row> rows; ///< Without empty ones; may have more or fewer cells than there are columns
    QChar separator;
};

/// Throws io::Error when the file cannot be read, is no text or has no columns, or two of one name.
DelimitedTable readDelimited(const QString& path);
/// Only the columns' names; empty where that is no table. Cheap.
QStringList columnsOf(const QString& path);

/// Whether a cell says that there is no value: empty, "n/a", "NA", "NaN", "null", "-", "." ...
bool isMissing(const QString& cell);

} // namespace neuraxis::study
