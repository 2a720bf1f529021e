#pragma once

#include "core/model/cortex.h"
#include "core/study/intake_builder.h"
#include "core/study/intake_options.h"

#include <QHash>
#include <optional>

namespace neuraxis::study {

/// Whether a table's columns are measures of regions, as aparcstats2table and ENIGMA's scripts name them:
/// "lh_precentral_thickness", "R_precentral_surfavg".
bool isRegionTable(const QStringList& columns);
/// The same of a file, of any suffix that tables have.
bool isRegionTableFile(const QString& path);

/// Takes each row of such a table as an item of a visit: kind "thickness", format "region table", in "row" what the row
/// is called, or where patient numbers become pseudonyms a digest of the row. Participant and visit are those of the
/// table's columns where it has such; else the row's name is taken apart as that of a FreeSurfer subject, by the first of
/// `own` templates and the presets that fits. The other columns are taken as those of a clinical table, where one is
/// named like one of participants or there is a mapping. Throws io::Error, io::Cancelled.
void takeRegionTable(const QString& root, const QString& path, const std::vector<PathTemplate>& own,
                     const IntakeOptions& options, IntakeBuilder& builder, io::Job& job);

/// A part of the motor strip told as a region, "precentral.strip-01" the most medial: its place from 0. Nothing for
/// other regions.
std::optional<int> stripPartOf(const QString& region);
/// Whether a table of regions has such parts. Cheap.
bool hasMotorStrip(const QString& path);

/// Whether what an item has in "row" is a digest, which tells people nothing.
bool isDigest(const QString& row);
/// The measures of a table's rows.
struct RegionRows {
    std::vector<std::vector<RegionMeasures>> rows;
    QHash<QString, std::size_t> places; ///< In `rows`, by what an item may have in "row": a name or a digest
    /// Null where the table has no such row.
    [[nodiscard]] const std::vector<RegionMeasures>* find(const QString& row) const;
};
/// What a table does not tell is not a number; so is a thickness of zero, which tables have for regions that are missing.
/// Throws io::Error.
RegionRows readRegionTable(const QString& path);

} // namespace neuraxis::study
