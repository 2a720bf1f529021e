#include "core/io/freesurfer_write.h"

#include "core/io/packed_file.h"
#include "core/io/ras_words.h"
#include "core/io/surface_names.h"
#include "core/io/vertex_data.h"

#include <QCoreApplication>
#include <QSet>
#include <QtEndian>
#include <algorithm>
#include <cmath>
#include <limits>

namespace neuraxis::io {

namespace {

template <class T> void put(QByteArray& bytes, T number) {
    char raw[sizeof(T)];
    qToBigEndian(number, raw);
    bytes.append(raw, sizeof raw);
}

QByteArray line(const char* key, std::initializer_list<double> numbers) {
    QByteArray text(key);
    text += " =";
    for (const double number : numbers) text += ' ' + QByteArray::number(number, 'e', 15);
    return text + '\n';
}

QByteArray footer(const VolumeHeader& geometry) {
    const auto& size = geometry.size;
    const auto [spacingMm, directions, centre] = rasWords(geometry.voxelToLps, size);
    QByteArray bytes;
    for (const qint32 tag : {2, 0, 20}) put(bytes, tag);
    bytes += "valid = 1  # volume info valid\n";
    // Without its folders, which tell of whose disk it came from
    const QString volume = fileName(QString(geometry.name).replace(u'\\', u'/'));
    bytes += "filename = " + volume.toUtf8().replace('\n', ' ') + '\n';
    bytes += "volume = " + QByteArray::number(size[0]) + ' ' + QByteArray::number(size[1]) + ' ' +
             QByteArray::number(size[2]) + '\n';
    bytes += line("voxelsize", {spacingMm[0], spacingMm[1], spacingMm[2]});
    const char* const axes[] = {"xras  ", "yras  ", "zras  "};
    for (std::size_t a = 0; a < 3; ++a)
        bytes += line(axes[a], {directions[3 * a], directions[3 * a + 1], directions[3 * a + 2]});
    return bytes + line("cras  ", {centre[0], centre[1], centre[2]});
}

void putName(QByteArray& bytes, const QByteArray& name) {
    put(bytes, static_cast<qint32>(name.size() + 1));
    bytes += name + '\0';
}

/// The colour, or one near it that no region before has; never black, whose value means no region.
QRgb freeColour(QRgb colour, QSet<quint32>& taken) {
    quint32 value = annotValue(colour);
    while (value == 0 || taken.contains(value)) value = (value + 1) & 0xffffff;
    taken.insert(value);
    return qRgba(static_cast<int>(value & 255), static_cast<int>(value >> 8 & 255), static_cast<int>(value >> 16),
                 qAlpha(colour));
}

} // namespace

std::vector<std::int32_t> regionIndices(const std::vector<Label>& regions) {
    std::vector<qint32> indices;
    QSet<qint32> taken;
    const auto allFrom = [&](int least) {
        return std::all_of(regions.begin(), regions.end(),
                           [&](const Label& l) { return l.id >= least && l.id < least + 1000; });
    };
    const int base = allFrom(1000) ? 1000 : allFrom(2000) ? 2000 : 0;
    for (const Label& region : regions) {
        indices.push_back(region.id - base);
        taken.insert(indices.back());
    }
    const bool usable = taken.size() == static_cast<qsizetype>(regions.size()) &&
                        std::all_of(indices.begin(), indices.end(), [](qint32 i) { return i >= 0 && i < 1 << 24; });
    if (!usable)
        for (std::size_t i = 0; i < indices.size(); ++i) indices[i] = static_cast<qint32>(i);
    return indices;
}

void writeFreeSurferSurface(const QString& path, const std::vector<SurfacePoint>& tkrRas,
                            const std::vector<Triangle>& triangles, const VolumeHeader& geometry) {
    if (triangles.empty())
        throw Error(QCoreApplication::translate("io",
                                                "%1 cannot be written: FreeSurfer's surfaces need triangles, and there "
                                                "are none. Write a .gii file.")
                        .arg(fileName(path)));
    QByteArray bytes("\xff\xff\xfe"
                     "created by neuraxis\n\n");
    bytes.reserve(static_cast<qsizetype>(12 * (tkrRas.size() + triangles.size()) + 1000));
    put(bytes, static_cast<qint32>(tkrRas.size()));
    put(bytes, static_cast<qint32>(triangles.size()));
    for (const SurfacePoint& p : tkrRas)
        for (const float x : {p.x, p.y, p.z}) put(bytes, x);
    for (const Triangle& t : triangles)
        for (const std::uint32_t v : t) put(bytes, static_cast<qint32>(v));
    writeWhole(path, bytes + footer(geometry));
}

void writeFreeSurferCurv(const QString& path, const std::vector<float>& values, std::size_t triangles) {
    QByteArray bytes("\xff\xff\xff");
    bytes.reserve(static_cast<qsizetype>(4 * values.size() + 15));
    put(bytes, static_cast<qint32>(values.size()));
    put(bytes, static_cast<qint32>(triangles));
    put(bytes, qint32(1));
    static const QStringList zeroIsNone{QStringLiteral("thickness"), QStringLiteral("area"), QStringLiteral("volume"),
                                        QStringLiteral("curv"), QStringLiteral("sulc")};
    const float noData = zeroIsNone.contains(surfaceName(path).name) ? 0.0F : std::numeric_limits<float>::quiet_NaN();
    for (const float value : values) put(bytes, std::isfinite(value) ? value : noData);
    writeWhole(path, bytes);
}

void writeFreeSurferAnnot(const QString& path, const std::vector<Label>& regions,
                          const std::vector<std::int32_t>& regionOf) {
    const std::vector<qint32> indices = regionIndices(regions);
    QSet<quint32> taken;
    std::vector<QRgb> colours;
    for (const Label& region : regions) colours.push_back(freeColour(region.colour, taken));
    QByteArray bytes;
    put(bytes, static_cast<qint32>(regionOf.size()));
    for (std::size_t v = 0; v < regionOf.size(); ++v) {
        const std::int32_t region = regionOf[v];
        put(bytes, static_cast<qint32>(v));
        put(bytes, region < 0 ? quint32(0) : annotValue(colours[static_cast<std::size_t>(region)]));
    }
    put(bytes, qint32(1));  // a colour table follows
    put(bytes, qint32(-2)); // of version 2
    put(bytes, indices.empty() ? 0 : *std::max_element(indices.begin(), indices.end()) + 1);
    putName(bytes, "neuraxis");
    put(bytes, static_cast<qint32>(regions.size()));
    for (std::size_t i = 0; i < regions.size(); ++i) {
        put(bytes, indices[i]);
        putName(bytes, regions[i].name.toUtf8());
        for (const int part : {qRed(colours[i]), qGreen(colours[i]), qBlue(colours[i])}) put(bytes, qint32(part));
        put(bytes, qint32(255 - qAlpha(colours[i])));
    }
    writeWhole(path, bytes);
}

void writeFreeSurferLabel(const QString& path, const std::vector<SurfacePoint>& tkrRas,
                          const std::vector<std::uint8_t>& isIn, const QString& subject) {
    QByteArray rows;
    int count = 0;
    for (std::size_t v = 0; v < isIn.size(); ++v) {
        if (!isIn[v]) continue;
        ++count;
        const SurfacePoint p = v < tkrRas.size() ? tkrRas[v] : SurfacePoint{};
        rows += QByteArray::number(static_cast<qulonglong>(v));
        for (const float x : {p.x, p.y, p.z}) rows += "  " + QByteArray::number(static_cast<double>(x), 'f', 3);
        rows += " 0.0000000000\n";
    }
    writeWhole(path, "#!ascii label  , from subject " + subject.toUtf8().replace('\n', ' ') + " vox2ras=TkReg\n" +
                         QByteArray::number(count) + '\n' + rows);
}

} // namespace neuraxis::io
