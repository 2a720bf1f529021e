#include "core/io/cortex_write.h"
#include "core/io/packed_file.h"

#include <QSysInfo>

namespace neuraxis::io {

namespace {

/// An array of the file: its length in bytes and its bytes, in base64.
template <class T> QByteArray array(const QByteArray& attributes, const std::vector<T>& numbers) {
    const std::uint64_t bytes = numbers.size() * sizeof(T);
    QByteArray raw(reinterpret_cast<const char*>(&bytes), sizeof bytes);
    raw.append(reinterpret_cast<const char*>(numbers.data()), static_cast<qsizetype>(bytes));
    return "<DataArray " + attributes + " format=\"binary\">" + raw.toBase64() + "</DataArray>\n";
}

QByteArray named(const char* type, const QString& name) {
    return QByteArray("type=\"") + type + "\" Name=\"" + name.toHtmlEscaped().toUtf8() + '"';
}

} // namespace

void writeVtp(const Cortex& cortex, SurfaceShape shape, const QString& path) {
    std::vector<float> points;
    std::vector<std::int64_t> corners, ends;
    std::vector<std::uint8_t> sides;
    std::vector<const Hemisphere*> written;
    for (const auto& hemisphere : cortex.sides) {
        if (!hemisphere || !hemisphere->has(shape)) continue;
        const auto first = static_cast<std::int64_t>(points.size() / 3);
        for (const SurfacePoint& p : hemisphere->points(shape)) points.insert(points.end(), {p.x, p.y, p.z});
        for (const Triangle& t : hemisphere->triangles) {
            for (const std::uint32_t v : t) corners.push_back(first + v);
            ends.push_back(static_cast<std::int64_t>(corners.size()));
        }
        sides.insert(sides.end(), hemisphere->vertices, static_cast<std::uint8_t>(hemisphere->side));
        written.push_back(hemisphere.get());
    }
    QByteArray text = "<?xml version=\"1.0\"?>\n<VTKFile type=\"PolyData\" version=\"1.0\" byte_order=\"";
    text += QSysInfo::ByteOrder == QSysInfo::BigEndian ? "BigEndian" : "LittleEndian";
    text += "\" header_type=\"UInt64\">\n<PolyData>\n<Piece NumberOfPoints=\"" +
            QByteArray::number(static_cast<qulonglong>(points.size() / 3)) +
            "\" NumberOfVerts=\"0\" NumberOfLines=\"0\" NumberOfStrips=\"0\" NumberOfPolys=\"" +
            QByteArray::number(static_cast<qulonglong>(ends.size())) + "\">\n<PointData>\n";
    for (const auto& map : cortex.maps) {
        std::vector<float> values;
        for (const Hemisphere* h : written)
            for (std::uint32_t v = 0; v < h->vertices; ++v)
                values.push_back(static_cast<float>(valueAt(*map, {h->side, v})));
        text += array(named("Float32", map->name), values);
    }
    for (const auto& parcellation : cortex.parcellations) {
        std::vector<std::int32_t> ids;
        for (const Hemisphere* h : written)
            for (std::uint32_t v = 0; v < h->vertices; ++v) {
                const auto* region = regionAt(*parcellation, {h->side, v});
                ids.push_back(region ? region->id : -1);
            }
        text += array(named("Int32", parcellation->name), ids);
    }
    text += array(named("UInt8", QStringLiteral("hemisphere")), sides);
    text += "</PointData>\n<Points>\n" + array("type=\"Float32\" NumberOfComponents=\"3\"", points) +
            "</Points>\n<Polys>\n" + array(named("Int64", QStringLiteral("connectivity")), corners) +
            array(named("Int64", QStringLiteral("offsets")), ends) + "</Polys>\n</Piece>\n</PolyData>\n</VTKFile>\n";
    writeWhole(path, text);
}

} // namespace neuraxis::io
