#pragma once

#include "core/io/scan.h"

#include <QJsonObject>

namespace neuraxis {

/// What `neuraxis info` tells of a cortex, for programs and for readers. A cortex that could not be read is null.
QJsonObject cortexJson(const io::FoundCortex& found, const Cortex* cortex);
QString cortexText(const io::FoundCortex& found, const Cortex* cortex);

/// Thickness, area and volume of the regions of each parcellation, as the surfaces and maps say: "aparc.measured".
std::vector<RegionTable> measuredTables(const Cortex& cortex);

} // namespace neuraxis
