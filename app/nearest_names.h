#pragma once

#include <QStringList>

namespace neuraxis {

/// What may have been meant by a name that there is not: the same but for capital letters and signs, else what begins
/// with it, else what differs by a letter or two. At most three, all equally near, in their order.
QStringList nearestNames(const QString& name, const QStringList& names);

} // namespace neuraxis
