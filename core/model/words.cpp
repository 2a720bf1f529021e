#include "core/model/words.h"

#include "core/model/fourth.h"

#include <QCoreApplication>
#include <QStringList>
#include <cmath>
#include <limits>

namespace neuraxis {

namespace {

QString side(double value, QChar positive, QChar negative, int decimals = 1) {
    const double shift = std::pow(10, decimals), rounded = std::round(value * shift) / shift;
    return (rounded < 0 ? negative : positive) + QStringLiteral(" %1").arg(std::abs(rounded), 0, 'f', decimals);
}

QStringList volumeParts(const VolumeHeader& header, int index, bool brief) {
    const FourthDimension& fourth = header.fourth;
    const auto i = static_cast<std::size_t>(index), count = static_cast<std::size_t>(header.volumes);
    QStringList parts;
    const bool isDiffusion = fourth.bValues.size() == count && std::isfinite(fourth.bValues[i]);
    if (isDiffusion) {
        const QString b = QStringLiteral("b %1").arg(fourth.bValues[i], 0, 'f', 0);
        parts += brief ? b : b + QStringLiteral(" s/mm²");
        if (!brief && fourth.bVectors.size() == count)
            if (const QString direction = directionInWords(fourth.bVectors[i]); !direction.isEmpty())
                parts += QCoreApplication::translate("Words", "direction %1").arg(direction);
    }
    if (fourth.labels.size() == count && !fourth.labels[i].isEmpty()) parts += labelInWords(fourth.labels[i]);
    for (const VolumeProperty& property : volumeProperties()) {
        // Of diffusion the b-value is said above, and when a volume was scanned is no help.
        if (!property.words || property.name == u"b" || (isDiffusion && property.name == u"time")) continue;
        if (const auto values = tellingValues(property, header); !values.empty()) parts += property.words(values[i]);
    }
    return parts;
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

QString withUnit(const QString& title, const QString& unit) {
    return unit.isEmpty() ? title : QStringLiteral("%1 (%2)").arg(title, unit);
}

QString roundedInWords(double value, int decimals) {
    const QString number = QString::number(value, 'f', decimals);
    return number.startsWith(u'-') && number.toDouble() == 0 ? number.mid(1) : number;
}

QString regionInWords(double value, const LabelTable& table) {
    if (!std::isfinite(value)) return QCoreApplication::translate("Words", "no value");
    if (value == 0) return QCoreApplication::translate("Words", "no label");
    const bool isNumber = value == std::round(value) && std::abs(value) <= std::numeric_limits<int>::max();
    const Label* label = isNumber ? table.find(static_cast<int>(value)) : nullptr;
    return label && !label->name.isEmpty()
               ? QStringLiteral("%1 (%2)").arg(label->name).arg(label->id)
               : QCoreApplication::translate("Words", "label %1").arg(valueInWords(value, {}));
}

QString valueInWords(double value, const QString& unit, const Display& display) {
    return display.labels ? regionInWords(value, *display.labels) : valueInWords(value, unit);
}

QString labelInWords(const QString& label) {
    if (label == u"label") return QCoreApplication::translate("Words", "label");
    if (label == u"control") return QCoreApplication::translate("Words", "control");
    if (label == u"m0") return QCoreApplication::translate("Words", "M0");
    return label;
}

QString directionInWords(const WorldVector& v) {
    if (!(length(v) > 1e-6)) return {};
    return side(v.x, u'L', u'R', 2) + QStringLiteral("  ") + side(v.y, u'P', u'A', 2) + QStringLiteral("  ") +
           side(v.z, u'S', u'I', 2);
}

QString volumeInWords(const VolumeHeader& header, int index) {
    return volumeParts(header, index, false).join(QStringLiteral("  ·  "));
}

QString volumeInBrief(const VolumeHeader& header, int index) {
    return volumeParts(header, index, true).join(QStringLiteral("  ·  "));
}

} // namespace neuraxis
