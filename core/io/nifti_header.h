#pragma once

#include "core/io/byte_order.h"

#include <QByteArrayView>

namespace neuraxis::io {

/// Where the two versions keep their fields.
struct NiftiLayout {
    const char* format;
    const char* magicTail; ///< After "n+" or "ni"
    int headerBytes, magic, datatype, dim, pixdim, offset, slope, calMax, qformCode, quaternion, srow, units, intent;
    bool wide; ///< NIfTI-2: 64 bit sizes and doubles
};

/// What a file says that its numbers are, and VolumeHeader::component for it. Other codes say nothing of how to look at
/// them.
struct NiftiIntent {
    int code;
    const char* component;
};
inline constexpr NiftiIntent niftiIntents[] = {
    {3, "T_STATISTIC"}, {4, "F_STATISTIC"}, {5, "Z_SCORE"}, {22, "P_VALUE"}, {24, "LOG10_P"}, {1002, "LABELS"},
};

/// A NIfTI header's numbers, read by either at.
class NiftiFields {
  public:
    NiftiFields(QByteArrayView bytes, const NiftiLayout& layout, bool bigEndian)
        : bytes(bytes), at(layout), big(bigEndian) {}
    [[nodiscard]] qint64 size(int i) const {
        return at.wide ? load<qint64>(at.dim + 8 * i) : load<qint16>(at.dim + 2 * i);
    }
    [[nodiscard]] double real(int field, int i = 0) const {
        return at.wide ? load<double>(field + 8 * i) : load<float>(field + 4 * i);
    }
    [[nodiscard]] int code(int i) const {
        return at.wide ? load<qint32>(at.qformCode + 4 * i) : load<qint16>(at.qformCode + 2 * i);
    }
    [[nodiscard]] const NiftiLayout& layout() const { return at; }
    [[nodiscard]] int intent() const { return at.wide ? load<qint32>(at.intent) : load<qint16>(at.intent); }
    [[nodiscard]] int datatype() const { return load<qint16>(at.datatype); }
    [[nodiscard]] double offset() const {
        return at.wide ? static_cast<double>(load<qint64>(at.offset)) : load<float>(at.offset);
    }
    [[nodiscard]] int units() const { return at.wide ? load<qint32>(at.units) : bytes[at.units]; }

  private:
    template <class T> [[nodiscard]] T load(int place) const { return loadNumber<T>(bytes.data() + place, big); }
    QByteArrayView bytes;
    const NiftiLayout& at;
    bool big;
};

} // namespace neuraxis::io
