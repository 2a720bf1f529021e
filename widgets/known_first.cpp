#include "widgets/known_first.h"

#include <cmath>

namespace neuraxis {

bool KnownFirst::lessThan(const QModelIndex& a, const QModelIndex& b) const {
    const QVariant one = a.data(sortRole()), other = b.data(sortRole());
    if (one.typeId() == QMetaType::QString) return QString::localeAwareCompare(one.toString(), other.toString()) < 0;
    const double x = one.toDouble(), y = other.toDouble();
    if (std::isnan(x) || std::isnan(y))
        return sortOrder() == Qt::AscendingOrder ? !std::isnan(x) && std::isnan(y) : std::isnan(x) && !std::isnan(y);
    return x < y;
}

} // namespace neuraxis
