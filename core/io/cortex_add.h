#pragma once

#include "core/io/job.h"
#include "core/model/cortex.h"

namespace neuraxis::io {

/// The cortex with what one more file holds: a map, an annotation, a label, a GIFTI or MGH file. Its side is the one
/// that the file or its name tells, else the only one with as many vertices. A second side of the same name joins the
/// first; what is there already of that name and side is replaced. Throws Error: nothing of that kind, or not as many
/// values as the side has vertices; Cancelled.
std::shared_ptr<const Cortex> withFile(const std::shared_ptr<const Cortex>& cortex, const QString& path, Job& job);

} // namespace neuraxis::io
