#pragma once

#include <QStringList>
#include <vector>

namespace neuraxis {

/// Rows of cells with columns as wide as they need; the first is flush left, the others right.
QString alignedRows(const std::vector<QStringList>& rows);

} // namespace neuraxis
