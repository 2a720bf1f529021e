#include "core/model/header_tree.h"

namespace neuraxis {

QString tagText(quint32 tag) {
    if (tag == 0 || tag >> 16 == 0xfffe) return {};
    return QStringLiteral("(%1,%2)")
        .arg(tag >> 16, 4, 16, QLatin1Char('0'))
        .arg(tag & 0xffff, 4, 16, QLatin1Char('0'))
        .toUpper();
}

QString shownValue(const HeaderNode& node, bool identifying) {
    return node.identifying && !identifying && !node.value.isEmpty() ? QStringLiteral("•••••") : node.value;
}

} // namespace neuraxis
