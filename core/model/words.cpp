#include "core/model/words.h"

#include <QCoreApplication>
#include <cmath>

namespace neuraxis {

namespace {
QString side(double value, QChar positive, QChar negative) {
    const double rounded = std::round(value * 10) / 10;
    return (rounded < 0 ? negative : positive) + QStringLiteral(" %1").arg(std::abs(rounded), 0, 'f', 1);
}
} // namespace

QString positionInWords(const WorldPoint& p) {
    return side(p.x, u'L', u'R') + QStringLiteral("  ") + side(p.y, u'P', u'A') + QStringLiteral("  ") +
           side(p.z, u'S', u'I') + QStringLiteral(" mm");
}

QString voxelInWords(const VoxelIndex& v) {
    return QStringLiteral("%1, %2, %3").arg(std::lround(v.i)).arg(std::lround(v.j)).arg(std::lround(v.k));
}

QString valueInWords(double value, const QString& unit) {
    if (!std::isfinite(value)) return QCoreApplication::translate("Words", "no value");
    const double size = std::abs(value);
    const bool whole = size < 1e9 && (value == std::round(value) || size >= 1000);
    const QString number = whole ? QString::number(std::llround(value)) : QString::number(value, 'g', 4);
    return unit.isEmpty() ? number : number + u' ' + unit;
}

} // namespace neuraxis
