#include "core/model/colour_map.h"

#include <QColor>
#include <QCoreApplication>
#include <algorithm>

namespace neuraxis {

namespace {

// Colours at their places from 0 to 1; between them RGB is linear.
struct MapRow {
    const char* name;
    const char* group;
    std::vector<std::pair<double, QRgb>> stops;
};

std::vector<std::pair<double, QRgb>> even(std::initializer_list<QRgb> colours) {
    std::vector<std::pair<double, QRgb>> stops;
    for (QRgb colour : colours)
        stops.emplace_back(static_cast<double>(stops.size()) / static_cast<double>(colours.size() - 1), colour);
    return stops;
}

constexpr const char* perceptual = QT_TRANSLATE_NOOP("ColourMap", "Perceptual");
constexpr const char* classic = QT_TRANSLATE_NOOP("ColourMap", "Classic");
constexpr const char* overlays = QT_TRANSLATE_NOOP("ColourMap", "Overlays");
constexpr const char* diverging = QT_TRANSLATE_NOOP("ColourMap", "Diverging");

std::vector<MapRow> mapTable() {
    return {
        {"gray", classic, even({0x000000, 0xffffff})},
        {"hot", overlays, {{0, 0x0a0000}, {0.365, 0xff0000}, {0.746, 0xffff00}, {1, 0xffffff}}},
        {"red-yellow", overlays, even({0xff0000, 0xffff00})},
        {"blue-lightblue", overlays, even({0x0000ff, 0x00ffff})},
        {"cool", overlays, even({0x00ffff, 0xff00ff})},
        {"winter", overlays, even({0x0000ff, 0x00ff80})},
        {"warm", overlays, even({0xff7f00, 0xc4c400, 0xffff00})},
        {"green", overlays, even({0x003c00, 0x50ff50})},
        {"freesurfer-heat", overlays, even({0xff0000, 0xff8000, 0xffff00})},
        {"viridis", perceptual,
         even({0x440154, 0x482878, 0x3e4989, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6ece58, 0xb5de2b, 0xfde725})},
        {"inferno", perceptual,
         even({0x000004, 0x1b0c41, 0x4a0c6b, 0x781c6d, 0xa52c60, 0xcf4446, 0xed6925, 0xfb9b06, 0xf7d13d, 0xfcffa4})},
        {"magma", perceptual,
         even({0x000004, 0x180f3d, 0x440f76, 0x721f81, 0x9e2f7f, 0xcd4071, 0xf1605d, 0xfd9668, 0xfeca8d, 0xfcfdbf})},
        {"plasma", perceptual,
         even({0x0d0887, 0x46039f, 0x7201a8, 0x9c179e, 0xbd3786, 0xd8576b, 0xed7953, 0xfb9f3a, 0xfdca26, 0xf0f921})},
        {"cividis", perceptual,
         even({0x00224e, 0x123570, 0x3b496c, 0x575d6d, 0x707173, 0x8a8678, 0xa59c74, 0xc3b369, 0xe1cc55, 0xfee838})},
        {"jet",
         classic,
         {{0, 0x000080}, {0.125, 0x0000ff}, {0.375, 0x00ffff}, {0.625, 0xffff00}, {0.875, 0xff0000}, {1, 0x800000}}},
        {"spectral", classic,
         even({0x5e4fa2, 0x3288bd, 0x66c2a5, 0xabdda4, 0xe6f598, 0xfee08b, 0xfdae61, 0xf46d43, 0xd53e4f, 0x9e0142})},
        {"pet-hot-iron", classic, {{0, 0x000000}, {0.5, 0xff0000}, {0.75, 0xff8000}, {1, 0xffffff}}},
        {"pet-hot-metal-blue",
         classic,
         {{0, 0x000000}, {0.25, 0x00006e}, {0.45, 0x6a1280}, {0.62, 0xd8305a}, {0.8, 0xff8c28}, {1, 0xffffff}}},
        {"pet",
         classic,
         {{0, 0x000000}, {0.25, 0x007f7f}, {0.5, 0x0040ff}, {0.65, 0x9d3fff}, {0.8, 0xff8000}, {1, 0xffffff}}},
        {"videen-style", classic,
         even({0x000000, 0xbbbbbb, 0x202080, 0x0000ff, 0x00c8c8, 0x00ff00, 0xc8c800, 0xff8000, 0xff0000})},
        {"roy-big-bl", diverging,
         even({0x00ffff, 0x0064ff, 0x0000c8, 0x4b0082, 0x000000, 0x8c0000, 0xff3200, 0xff9600, 0xffff00})},
        {"blue-red", diverging, even({0x0000ff, 0xffffff, 0xff0000})},
        {"cool-warm", diverging, even({0x3b4cc0, 0x7b9ff9, 0xc0d4f5, 0xdddddd, 0xf5c4ad, 0xee8468, 0xb40426})},
    };
}

std::array<QRgb, 256> ramp(const std::vector<std::pair<double, QRgb>>& stops) {
    std::array<QRgb, 256> colours{};
    std::size_t next = 1;
    for (int index = 0; index < 256; ++index) {
        const double place = index / 255.0;
        while (next + 1 < stops.size() && place > stops[next].first) ++next;
        const auto& [p0, c0] = stops[next - 1];
        const auto& [p1, c1] = stops[next];
        const double t = std::clamp((place - p0) / (p1 - p0), 0.0, 1.0);
        const auto mix = [t](int a, int b) { return static_cast<int>(a + t * (b - a) + 0.5); };
        colours[index] = qRgb(mix(qRed(c0), qRed(c1)), mix(qGreen(c0), qGreen(c1)), mix(qBlue(c0), qBlue(c1)));
    }
    return colours;
}

} // namespace

const std::vector<ColourMap>& colourMaps() {
    static const std::vector<ColourMap> maps = [] {
        std::vector<ColourMap> made;
        for (const MapRow& row : mapTable())
            made.push_back(
                {QString::fromLatin1(row.name), QCoreApplication::translate("ColourMap", row.group), ramp(row.stops)});
        return made;
    }();
    return maps;
}

const ColourMap& colourMap(const QString& name) {
    const auto& maps = colourMaps();
    const auto found = std::find_if(maps.begin(), maps.end(), [&](const ColourMap& map) { return map.name == name; });
    return found == maps.end() ? maps.front() : *found;
}

} // namespace neuraxis
