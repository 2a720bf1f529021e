#pragma once

#include "tests/sheet_phantom.h"

#include <QFile>
#include <QHash>
#include <QtEndian>

namespace neuraxis::test {

/// FreeSurfer's files by their layouts (domain.md 1.1), numbers big-endian.
class Bytes {
  public:
    explicit Bytes(const QString& path) {
        QFile file(path);
        if (file.open(QFile::ReadOnly)) bytes = file.readAll();
    }
    std::int32_t whole() { return take<std::int32_t>(); }
    float real() { return take<float>(); }
    QString word(int length) {
        const QByteArray text = bytes.mid(at, length);
        at += length;
        return QString::fromLatin1(text.left(std::max<qsizetype>(0, text.indexOf('\0'))));
    }
    void skip(int count) { at += count; }
    void skipLines(int count) {
        while (count-- > 0) at = bytes.indexOf('\n', at) + 1;
    }

  private:
    template <class T> T take() {
        if (at + qsizetype{sizeof(T)} > bytes.size()) return {};
        const T value = qFromBigEndian<T>(bytes.constData() + at);
        at += sizeof(T);
        return value;
    }
    QByteArray bytes;
    qsizetype at = 0;
};

inline std::vector<float> curv(const QString& path) {
    Bytes bytes(path);
    bytes.skip(3);
    std::vector<float> values(static_cast<std::size_t>(bytes.whole()));
    bytes.skip(8);
    for (float& value : values) value = bytes.real();
    return values;
}

inline std::shared_ptr<const Parcellation> annotation(Side side, const QString& path) {
    Bytes bytes(path);
    std::vector<std::int32_t> colours(static_cast<std::size_t>(bytes.whole()));
    for (std::size_t i = 0; i < colours.size(); ++i) {
        const std::int32_t vertex = bytes.whole();
        colours[static_cast<std::size_t>(vertex)] = bytes.whole();
    }
    bytes.skip(12); // a table follows, version -2, its greatest index
    bytes.skip(bytes.whole());
    const std::int32_t entries = bytes.whole();
    QStringList names;
    QHash<std::int32_t, std::int32_t> regionOfColour;
    for (std::int32_t i = 0; i < entries; ++i) {
        bytes.skip(4);
        names << bytes.word(bytes.whole());
        const std::int32_t red = bytes.whole(), green = bytes.whole(), blue = bytes.whole();
        bytes.skip(4);
        regionOfColour[red + (green << 8) + (blue << 16)] = i;
    }
    std::vector<std::int32_t> regionOf;
    for (const std::int32_t colour : colours) regionOf.push_back(regionOfColour.value(colour, -1));
    return parcellationOf(side, names, regionOf);
}

/// A triangle surface's places and triangles, in the file's own RAS turned to LPS.
inline Hemisphere surface(Side side, const QString& path) {
    Bytes bytes(path);
    bytes.skip(3);
    bytes.skipLines(2);
    Hemisphere made;
    made.side = side;
    made.vertices = static_cast<std::size_t>(bytes.whole());
    made.triangles.resize(static_cast<std::size_t>(bytes.whole()));
    for (std::size_t v = 0; v < made.vertices; ++v) {
        const float x = bytes.real(), y = bytes.real(), z = bytes.real();
        made.shapes[0].push_back({-x, -y, z});
    }
    for (Triangle& triangle : made.triangles)
        for (std::uint32_t& vertex : triangle) vertex = static_cast<std::uint32_t>(bytes.whole());
    return made;
}

} // namespace neuraxis::test
