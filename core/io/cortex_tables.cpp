#include "core/io/cortex_write.h"
#include "core/io/packed_file.h"

#include <cmath>

namespace neuraxis::io {

namespace {

QByteArray cell(double number) {
    return std::isfinite(number) ? QByteArray::number(number, 'g', 7) : QByteArrayLiteral("n/a");
}

QByteArray word(const QString& text) {
    QString plain = text;
    return plain.replace(u'\t', u' ').replace(u'\n', u' ').toUtf8();
}

const char* hemisphereWord(Side side) { return side == Side::Left ? "left" : "right"; }

} // namespace

void writeRegionTable(const RegionTable& table, const QString& path) {
    QByteArray text = "hemisphere\tregion\tvertices\tarea_mm2\tvolume_mm3\tthickness_mm\tthickness_sd_mm\n";
    for (const RegionMeasures& r : table.regions)
        text += QByteArray(r.isMidline ? "n/a" : hemisphereWord(r.side)) + '\t' + word(r.region) + '\t' +
                cell(r.vertices) + '\t' + cell(r.areaMm2) + '\t' + cell(r.volumeMm3) + '\t' + cell(r.thicknessMm) +
                '\t' + cell(r.thicknessSdMm) + '\n';
    writeWhole(path, text);
}

void writeVertexTable(const Cortex& cortex, const QString& path) {
    NewFile file(path, false);
    QByteArray text = "hemisphere\tvertex\tx\ty\tz";
    for (const auto& map : cortex.maps) text += '\t' + word(map->name);
    for (const auto& parcellation : cortex.parcellations) text += '\t' + word(parcellation->name);
    text += '\n';
    for (const auto& hemisphere : cortex.sides) {
        if (!hemisphere) continue;
        const std::vector<SurfacePoint>* points = nullptr;
        for (std::size_t shape = surfaceShapes; shape-- > 0;)
            if (!hemisphere->shapes[shape].empty()) points = &hemisphere->shapes[shape];
        for (std::uint32_t v = 0; v < hemisphere->vertices; ++v) {
            text += QByteArray(hemisphereWord(hemisphere->side)) + '\t' + QByteArray::number(v);
            if (points) {
                const SurfacePoint& p = (*points)[v];
                // From LPS to RAS
                for (const float x : {-p.x, -p.y, p.z}) text += '\t' + cell(static_cast<double>(x));
            } else {
                text += "\tn/a\tn/a\tn/a";
            }
            const VertexRef ref{hemisphere->side, v};
            for (const auto& map : cortex.maps) text += '\t' + cell(valueAt(*map, ref));
            for (const auto& parcellation : cortex.parcellations) {
                const auto* region = regionAt(*parcellation, ref);
                text += '\t' + (region ? word(region->name) : QByteArrayLiteral("n/a"));
            }
            text += '\n';
            if (text.size() < 1 << 20) continue;
            file.write(text.constData(), static_cast<std::size_t>(text.size()));
            text.clear();
        }
    }
    file.write(text.constData(), static_cast<std::size_t>(text.size()));
    file.finish();
}

} // namespace neuraxis::io
