#pragma once

#include "core/io/vertex_data.h"

#include <optional>

namespace neuraxis::io {

/// The vertices of a label file as its only region; nothing when it names one that is not below `vertices`.
std::optional<RegionData> regionOfLabel(const LabelData& label, const QString& name, std::size_t vertices);
/// The warning of that.
Finding labelLeftOut(const QString& path);
/// The warning that vertices of a file have values that its table does not name.
Finding unknownRegions(std::size_t count, const QString& path);
/// Gives a parcellation its regions of one side, numbered as aparc+aseg does where it is aparc.
void putRegions(Parcellation& parcellation, Side side, RegionData data);

} // namespace neuraxis::io
