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
    Painter(const CortexLayer& layer, const CortexView& view) : layer(layer) {
        const Cortex& cortex = *layer.cortex;
        const CortexMap* curvature = view.curvature ? curvatureOf(cortex) : nullptr;
        const CortexMap* map = layer.map();
        if (const Display* display = layer.mapDisplay(); map && display && display->visible) scale.emplace(*display);
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
        float red = 0, green = 0, blue = 0;
        bool isNeutral = !side.hemisphere->isCortex(nearest);
        if (!isNeutral && side.values) isNeutral = !std::isfinite((*side.values)[nearest]);
        if (isNeutral)
            red = qRed(neutral), green = qGreen(neutral), blue = qBlue(neutral);
        else
            red = green = blue = grey(sample, side);
        const auto lay = [&](QRgb above) { // premultiplied
            const float rest = static_cast<float>(255 - qAlpha(above)) / 255;
            red = static_cast<float>(qRed(above)) + rest * red;
            green = static_cast<float>(qGreen(above)) + rest * green;
            blue = static_cast<float>(qBlue(above)) + rest * blue;
        };
        bool isGrey = true; // greys show the form, colours their values: these are lit less
        if (!isNeutral && side.values)
            if (const QRgb colour = scale->at(value(sample, *side.values, nearest)); qAlpha(colour) > 0) {
                lay(colour);
                isGrey = false;
            }
        if (fills)
            if (const Label* region = regionAt(side, nearest)) {
                const int alpha =
                    static_cast<int>(std::lround(std::clamp(layer.display.regionOpacity, 0.0, 1.0) * 255));
                lay(qPremultiply((region->colour & 0x00ffffffU) | static_cast<QRgb>(alpha) << 24));
                isGrey = false;
            }
        const float light = static_cast<float>(sample.light) / 255;
        const float lit = isGrey ? light : 0.45F + 0.55F * light;
        return pixel(red * lit, green * lit, blue * lit, sample.share);
    }

    /// A number that tells regions apart; -1 for none.
    [[nodiscard]] int region(const CortexRaster::Sample& sample) const {
        const SideData& side = data[sample.side];
        return side.regionOf ? (*side.regionOf)[sample.nearest()] : -1;
    }
    /// The region's colour, as light as the place it is drawn at.
    [[nodiscard]] QRgb borderColour(const CortexRaster::Sample& sample) const {
        const Label* label = regionAt(data[sample.side], sample.nearest());
        if (!label) return 0;
        // Readable on light and dark: of the table's colour, but never darker than a middle grey.
        const QRgb c = label->colour;
        const int darkest = 90;
        return pixel(static_cast<float>(std::max(qRed(c), darkest)), static_cast<float>(std::max(qGreen(c), darkest)),
                     static_cast<float>(std::max(qBlue(c), darkest)), sample.share);
    }

  private:
    static const CortexMap* curvatureOf(const Cortex& cortex) {
        for (const char* name : {"curv", "sulc"})
            if (const CortexMap* map = cortex.map(QLatin1String(name))) return map;
        return nullptr;
    }
    static QRgb pixel(float red, float green, float blue, std::uint8_t share) {
        const auto part = [&](float c) { return static_cast<int>(std::clamp(c, 0.0F, 255.0F) * share / 255 + 0.5F); };
        return qRgba(part(red), part(green), part(blue), share);
    }
    static const Label* regionAt(const SideData& side, std::uint32_t vertex) {
        if (!side.regionOf) return nullptr;
        const std::int32_t region = (*side.regionOf)[vertex];
        return region < 0 ? nullptr : &(*side.regions)[static_cast<std::size_t>(region)];
    }
    /// Between the vertices; where one has no value, the nearest one's.
    static float value(const CortexRaster::Sample& s, const std::vector<float>& values, std::uint32_t nearest) {
        const float mixed = values[s.vertices[0]] * (1 - s.second - s.third) + values[s.vertices[1]] * s.second +
                            values[s.vertices[2]] * s.third;
        return std::isfinite(mixed) ? mixed : values[nearest];
    }
    static float grey(const CortexRaster::Sample& sample, const SideData& side) {
        if (!side.curvature) return plainGrey;
        const float curvature = value(sample, *side.curvature, sample.nearest());
        // Positive in sulci. The border is as soft as a pixel, so that it has no steps.
        constexpr float soft = 0.03F;
        const float inSulcus = std::clamp(0.5F + curvature / soft, 0.0F, 1.0F);
        return std::isfinite(inSulcus) ? gyrusGrey + inSulcus * (sulcusGrey - gyrusGrey) : plainGrey;
    }

    const CortexLayer& layer;
    std::array<SideData, 2> data;
    std::optional<ColourScale> scale;
    bool fills = false, borders = false;
};

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
            for (int x = 0; x < width; ++x) {
                if (row[x].share == 0) {
                    line[x] = 0;
                    continue;
                }
                line[x] = painter.colour(row[x]);
            }
            if (!painter.hasBorders()) continue;
            for (int x = 0; x < width; ++x) {
                if (row[x].share == 0) continue;
                const int here = painter.region(row[x]);
                // On the side of the region that has a colour, against what lies to the right and below
                const auto differs = [&](int dx, int dy) {
                    if (x + dx < 0 || x + dx >= width || y + dy < 0 || y + dy >= height) return false;
                    const CortexRaster::Sample& other = raster.row(y + dy)[x + dx];
                    return other.share != 0 && other.side == row[x].side && painter.region(other) != here;
                };
                bool border = false;
                for (int d = 1; d <= borderPixels && !border; ++d)
                    border = differs(d, 0) || differs(0, d) || (here >= 0 && (differs(-d, 0) || differs(0, -d)));
                if (border && here >= 0) line[x] = painter.borderColour(row[x]);
            }
        }
    });
    return image;
}

} // namespace neuraxis::render
