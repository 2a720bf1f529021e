#pragma once

#include "core/io/hdf5_file.h"

namespace neuraxis::io {

/// No B-tree has more levels.
constexpr int hdf5DeepestTree = 16;

/// Little-endian numbers out of a piece of the file, never past its end.
class Hdf5File::Cursor {
  public:
    Cursor(const Hdf5File& file, const QByteArray& bytes) : file(file), bytes(bytes) {}
    quint64 number(int width) {
        quint64 value = 0;
        const char* from = take(static_cast<quint64>(width));
        for (int i = width - 1; i >= 0; --i) value = value << 8 | static_cast<quint8>(from[i]);
        return value;
    }
    int byte() { return static_cast<int>(number(1)); }
    quint64 offset() { return number(file.offsetBytes); }
    quint64 length() { return number(file.lengthBytes); }
    const char* take(quint64 count) {
        if (count > static_cast<quint64>(bytes.size() - at)) file.fail("end");
        const char* here = bytes.constData() + at;
        at += static_cast<qsizetype>(count);
        return here;
    }
    QByteArray part(quint64 count) {
        const char* from = take(count);
        return {from, static_cast<qsizetype>(count)};
    }
    void skip(quint64 count) { take(count); }
    [[nodiscard]] quint64 left() const { return static_cast<quint64>(bytes.size() - at); }
    [[nodiscard]] qsizetype position() const { return at; }

  private:
    const Hdf5File& file;
    QByteArray bytes;
    qsizetype at = 0;
};

} // namespace neuraxis::io
