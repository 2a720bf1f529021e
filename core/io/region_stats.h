#pragma once

#include "core/io/packed_file.h"
#include "core/model/cortex.h"
#include "core/model/label_table.h"

namespace neuraxis::io {

/// recon-all's tables: ?h.aparc.stats, aseg.stats, wmparc.stats.
bool isStats(QByteArrayView firstBytes, const QString& lowerCaseName);
/// The measures' keys are as in the file, but for the intracranial volume, which is "eTIV" whatever the version; regions
/// of a volume's table are on the side that their names say, or of the midline. `side` is that of the file, null for tables of volumes.
RegionTable readStats(const FileHead& head, const std::optional<Side>& side);
/// Adds a table to those of a cortex: that of one side joins that of the other of the same name and subject, and its
/// measures of the whole are kept under the side's name too: "lh.NumVert".
void addStats(std::vector<RegionTable>& tables, RegionTable table, const std::optional<Side>& side);

/// A look-up table: lines of number, name, R, G, B and A (0: opaque, as FreeSurfer has it). Throws Error when there is
/// no such line.
LabelTable readLabelTable(const QString& path);

} // namespace neuraxis::io
