#include "core/render/cortex_colours.h"

#include "core/model/colour_scale.h"
#include "core/render/parallel.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace neuraxis::render {

namespace {

constexpr float gyrusGrey = 184, sulcusGrey = 118, plainGrey = 168; ///< As FreeSurfer's binary curvature
constexpr QRgb neutral = 0xff8e8c90;                                ///< No data

/// What a side's vertices carry, borrowed from the cortex.
struct SideData {
    const Hemisphere* hemisphere = nullptr;
    const std::vector<float>* curvature = nullptr;
    const std::vector<float>* values = nullptr;
    const std::vector<std::int32_t>* regionOf = nullptr;
    const std::vector<Label>* regions = nullptr;
};

/// Values on a side, if they are as many as its vertices.
template <class T>
const std::vector<T>* fitting(const std::shared_ptr<const std::vector<T>>& values, const Hemisphere& side) {
    return values && values->size() == side.vertices ? values.get() : nullptr;
}

class Painter {
  public:
    Painter(const CortexLayer& layer, const CortexView& view) {
        for (uint i = 0; i < 256; ++i) {
            lightOfGreys[i] = i * 256 / 255;
            lightOfColours[i] = 115 + i * 141 / 255; // from 0.45
        }
        const Cortex& cortex = *layer.cortex;
        const CortexMap* curvature = view.curvature ? curvatureOf(cortex) : nullptr;
        const CortexMap* map = layer.map();
        if (layer.showsMap()) scale.emplace(*layer.mapDisplay());
        const Parcellation* parcellation = layer.parcellation();
        for (std::size_t i = 0; i < 2; ++i) {
            if (!cortex.sides[i]) continue;
            const Hemisphere& side = *cortex.sides[i];
            data[i].hemisphere = &side;
            if (curvature) data[i].curvature = fitting(curvature->values[i], side);
            if (scale) data[i].values = fitting(map->values[i], side);
            if (!parcellation) continue;
            data[i].regionOf = fitting(parcellation->regionOf[i], side);
            data[i].regions = &parcellation->regions[i];
        }
        fills = parcellation && layer.display.regions == Drawn::Fill;
        borders = parcellation && layer.display.regions == Drawn::Outline;
    }

    [[nodiscard]] bool hasBorders() const { return borders; }

    [[nodiscard]] QRgb colour(const CortexRaster::Sample& sample) const {
        const SideData& side = data[sample.side];
        const std::uint32_t nearest = sample.nearest();
        const bool hasData =
            side.hemisphere->isCortex(nearest) && (!scale || (side.values && std::isfinite((*side.values)[nearest])));
        const QRgb map = hasData && scale ? scale->at(value(sample, side, *side.values, nearest)) : 0;
        const Label* region = fills ? regionAt(side, nearest) : nullptr;
        QRgb seen = map;
        if (qAlpha(map) < 255) seen = over(map, hasData ? grey(sample, side) : neutral);
        if (region) seen = 0xff000000 | region->colour;
        // Greys show the form, colours their values: these are lit less.
        return dimmed(seen, (qAlpha(map) || region ? lightOfColours : lightOfGreys)[sample.light], sample.share);
    }

    /// A number that tells the regions of both sides apart; -1 for none.
    [[nodiscard]] int region(const CortexRaster::Sample& sample) const {
        const SideData& side = data[sample.side];
        const int region = side.regionOf ? (*side.regionOf)[sample.nearest()] : -1;
        return region < 0 ? -1 : 2 * region + sample.side;
    }
    [[nodiscard]] QRgb borderColour(const CortexRaster::Sample& sample) const {
        const Label* label = regionAt(data[sample.side], sample.nearest());
        if (!label) return 0;
        // Readable on light and dark: of the table's colour, but never darker than a middle grey.
        constexpr int darkest = 90;
        const QRgb c = label->colour;
        const QRgb seen = qRgb(std::max(qRed(c), darkest), std::max(qGreen(c), darkest), std::max(qBlue(c), darkest));
        return dimmed(seen, 256, sample.share);
    }

  private:
    static const CortexMap* curvatureOf(const Cortex& cortex) {
        for (const char* name : {"curv", "sulc"})
            if (const CortexMap* map = cortex.map(QLatin1String(name))) return map;
        return nullptr;
    }
    static QRgb over(QRgb above, QRgb below) { // above is premultiplied, below opaque
        const uint rest = 256 - static_cast<uint>(qAlpha(above));
        const uint rb = ((below & 0x00ff00ff) * rest >> 8) & 0x00ff00ff;
        const uint g = ((below & 0x0000ff00) * rest >> 8) & 0x0000ff00;
        return 0xff000000 | (above + (rb | g));
    }
    /// An opaque colour in a light from 0 to 256, covering `share` of a pixel; premultiplied.
    static QRgb dimmed(QRgb colour, uint light, std::uint8_t share) {
        if (share < 255) light = light * share / 255;
        const uint rb = ((colour & 0x00ff00ff) * light >> 8) & 0x00ff00ff;
        const uint g = ((colour & 0x0000ff00) * light >> 8) & 0x0000ff00;
        return static_cast<QRgb>(share) << 24 | rb | g;
    }
    static const Label* regionAt(const SideData& side, std::uint32_t vertex) {
        if (!side.regionOf) return nullptr;
        const std::int32_t region = (*side.regionOf)[vertex];
        return region < 0 ? nullptr : &(*side.regions)[static_cast<std::size_t>(region)];
    }
    /// Between the vertices; where one has no value or is no cortex, the nearest one's.
    static float value(const CortexRaster::Sample& s, const SideData& side, const std::vector<float>& values,
                       std::uint32_t nearest) {
        const Hemisphere& of = *side.hemisphere;
        if (!of.isCortex(s.vertices[0]) || !of.isCortex(s.vertices[1]) || !of.isCortex(s.vertices[2]))
            return values[nearest];
        const float mixed = values[s.vertices[0]] * (1 - s.second - s.third) + values[s.vertices[1]] * s.second +
                            values[s.vertices[2]] * s.third;
        return std::isfinite(mixed) ? mixed : values[nearest];
    }
    static QRgb grey(const CortexRaster::Sample& sample, const SideData& side) {
        float level = plainGrey;
        if (side.curvature) {
            // Positive in sulci. The border is as soft as a pixel, so that it has no steps.
            constexpr float soft = 0.03F;
            const float curvature = value(sample, side, *side.curvature, sample.nearest());
            if (std::isfinite(curvature))
                level = gyrusGrey + std::clamp(0.5F + curvature / soft, 0.0F, 1.0F) * (sulcusGrey - gyrusGrey);
        }
        const int grey = static_cast<int>(level + 0.5F);
        return qRgb(grey, grey, grey);
    }

    std::array<SideData, 2> data;
    std::optional<ColourScale> scale;
    bool fills = false, borders = false;
    std::array<uint, 256> lightOfGreys, lightOfColours; ///< By Sample::light, 0 to 256
};

/// Draws the borders of regions into some rows: on the side of the region that has a colour, where another one lies
/// within `thick` pixels.
void paintBorders(const Painter& painter, const CortexRaster& raster, int top, int bottom, int thick, QRgb* pixels,
                  qsizetype stride) {
    constexpr int beside = -2; // no surface there
    const int width = raster.size().width(), height = raster.size().height();
    const int first = std::max(0, top - thick), last = std::min(height, bottom + thick);
    // Each place's region once, with a margin at the sides: it is compared with many neighbours.
    const int step = width + 2 * thick;
    std::vector<int> regions(static_cast<std::size_t>(step) * static_cast<std::size_t>(last - first), beside);
    const auto at = [&](int y) { return regions.data() + static_cast<std::ptrdiff_t>(y - first) * step + thick; };
    for (int y = first; y < last; ++y) {
        const CortexRaster::Sample* row = raster.row(y);
        int* to = at(y);
        for (int x = 0; x < width; ++x)
            if (row[x].share != 0) to[x] = painter.region(row[x]);
    }
    for (int y = top; y < bottom; ++y) {
        const int* here = at(y);
        const int above = std::max(first, y - thick), below = std::min(last - 1, y + thick);
        for (int x = 0; x < width; ++x) {
            const int region = here[x];
            if (region < 0) continue;
            const auto differs = [&](int other) { return other != region && other != beside; };
            bool border = false;
            for (int d = 1; d <= thick; ++d) border = border || differs(here[x - d]) || differs(here[x + d]);
            for (int other = above; other <= below; ++other) border = border || differs(at(other)[x]);
            if (border) pixels[y * stride + x] = painter.borderColour(raster.row(y)[x]);
        }
    }
}

} // namespace

QColor noDataColour() { return QColor(neutral); }

QImage cortexImage(const CortexRaster& raster, const CortexLayer& layer, const CortexView& view, int borderPixels) {
    const int width = raster.size().width(), height = raster.size().height();
    QImage image(raster.size(), QImage::Format_ARGB32_Premultiplied);
    if (image.isNull()) return image;
    const Painter painter(layer, view);
    auto* pixels = reinterpret_cast<QRgb*>(image.bits());
    const qsizetype stride = image.bytesPerLine() / 4;
    inParallel(height, [&](int top, int bottom) {
        for (int y = top; y < bottom; ++y) {
            const CortexRaster::Sample* row = raster.row(y);
            QRgb* line = pixels + y * stride;
            for (int x = 0; x < width; ++x) line[x] = row[x].share == 0 ? 0 : painter.colour(row[x]);
        }
        if (painter.hasBorders()) paintBorders(painter, raster, top, bottom, borderPixels, pixels, stride);
    });
    return image;
}

} // namespace neuraxis::render
