#include "core/model/cortex_display.h"

#include "core/model/words.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <limits>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(CortexMap)
};

/// The values there are on both sides, ascending; a sample of them where there are many.
std::vector<float> sortedValues(const CortexMap& map) {
    constexpr std::size_t most = 20000;
    std::vector<float> values;
    for (const auto& side : map.values) {
        if (!side) continue;
        const std::size_t step = std::max<std::size_t>(1, (side->size() + most - 1) / most);
        for (std::size_t v = 0; v < side->size(); v += step)
            if (std::isfinite((*side)[v])) values.push_back((*side)[v]);
    }
    std::sort(values.begin(), values.end());
    return values;
}

double percentile(const std::vector<float>& ascending, double part) {
    return ascending[static_cast<std::size_t>(part * static_cast<double>(ascending.size() - 1))];
}

/// Named so by what makes them: FreeSurfer's sig.mgh, our own scores
bool isStatistic(const QString& name) {
    return name == u"sig" || name.startsWith(u"sig.") || name.startsWith(u"z-") || name.startsWith(u"w-") ||
           name.contains(u"score");
}

int placeIn(const auto& things, const QString& name) {
    const auto found =
        std::find_if(things.begin(), things.end(), [&](const auto& thing) { return thing->name == name; });
    return found == things.end() ? -1 : static_cast<int>(found - things.begin());
}

/// What FreeSurfer's maps are called; null for others.
const char* titleOf(const QString& name) {
    struct Row {
        const char *name, *title;
    };
    static constexpr Row titles[] = {
        {"thickness", QT_TRANSLATE_NOOP("CortexMap", "Thickness")},
        {"curv", QT_TRANSLATE_NOOP("CortexMap", "Curvature")},
        {"sulc", QT_TRANSLATE_NOOP("CortexMap", "Sulcal depth")},
        {"area", QT_TRANSLATE_NOOP("CortexMap", "Area")},
        {"volume", QT_TRANSLATE_NOOP("CortexMap", "Volume")},
        {"jacobian_white", QT_TRANSLATE_NOOP("CortexMap", "Stretch to the template")},
        {"thickness rate", QT_TRANSLATE_NOOP("CortexMap", "Thickness change a year")},
        {"thickness rate to first", QT_TRANSLATE_NOOP("CortexMap", "Thickness change a year, of the first")},
        {"thickness rate symmetrised", QT_TRANSLATE_NOOP("CortexMap", "Thickness change a year, of the mean")},
        {"thickness change", QT_TRANSLATE_NOOP("CortexMap", "Thickness change")},
        {"thickness change of first", QT_TRANSLATE_NOOP("CortexMap", "Thickness change, of the first")},
        {"w-g.pct", QT_TRANSLATE_NOOP("CortexMap", "White-grey contrast")},
    };
    for (const Row& row : titles)
        if (name == QLatin1String(row.name)) return row.title;
    return nullptr;
}

/// The map and the parcellation that a cortex opens with.
void takeUsual(const Cortex& cortex, CortexDisplay& display) {
    display.map = placeIn(cortex.maps, QStringLiteral("thickness"));
    display.parcellation = placeIn(cortex.parcellations, QStringLiteral("aparc"));
    if (display.parcellation < 0 && !cortex.parcellations.empty()) display.parcellation = 0;
}

} // namespace

const CortexMap* CortexLayer::map() const {
    const auto place = static_cast<std::size_t>(display.map);
    return display.map >= 0 && place < cortex->maps.size() ? cortex->maps[place].get() : nullptr;
}

const Display* CortexLayer::mapDisplay() const {
    const auto place = static_cast<std::size_t>(display.map);
    return map() && place < display.maps.size() ? &display.maps[place] : nullptr;
}

const Parcellation* CortexLayer::parcellation() const {
    const auto place = static_cast<std::size_t>(display.parcellation);
    return display.parcellation >= 0 && place < cortex->parcellations.size() ? cortex->parcellations[place].get()
                                                                             : nullptr;
}

bool CortexLayer::showsMap() const {
    return mapDisplay() && mapDisplay()->visible && !(parcellation() && display.regions == Drawn::Fill);
}

QString cortexMapTitle(const QString& name) {
    const char* title = titleOf(name);
    return title ? QCoreApplication::translate("CortexMap", title) : name;
}

bool isKnownMap(const QString& name) {
    static const QStringList scores{QStringLiteral("w-thickness"), QStringLiteral("w-area"),
                                    QStringLiteral("w-volume"),    QStringLiteral("z-thickness"),
                                    QStringLiteral("z-area"),      QStringLiteral("z-volume")};
    return titleOf(name) || scores.contains(name);
}

double depthOf(double shape) { return shape <= 1 ? std::max(0.0, shape) : 0.5; }

Display openingDisplay(const CortexMap& map) {
    Display display;
    display.colourMap = QStringLiteral("viridis");
    if (map.name.contains(QStringLiteral("thickness"), Qt::CaseInsensitive) && map.unit == QStringLiteral("mm") &&
        map.name != u"thickness change") {
        display.windows = {thicknessWindowMm};
        return display;
    }
    const std::vector<float> values = sortedValues(map);
    if (values.empty()) return display;
    const double low = percentile(values, 0.02), high = percentile(values, 0.98);
    const double reach = std::max(std::abs(low), std::abs(high));
    if ((low < 0 && high > 0) || isStatistic(map.name)) {
        display.colourMap = QStringLiteral("red-yellow");
        display.windows = {isStatistic(map.name) ? Range{1.96, 5} : Range{0, reach > 0 ? reach : 1}};
        display.negative = NegativeScale{QStringLiteral("blue-lightblue"), display.windows.front()};
        if (isStatistic(map.name)) display.hideBelow = 1.96;
        return display;
    }
    display.windows = {high > low ? Range{low, high} : Range{low - 0.5, low + 0.5}};
    return display;
}

CortexLayer makeCortexLayer(std::shared_ptr<const Cortex> cortex) {
    CortexLayer layer;
    for (const auto& map : cortex->maps) layer.display.maps.push_back(openingDisplay(*map));
    takeUsual(*cortex, layer.display);
    layer.cortex = std::move(cortex);
    return layer;
}

QString vertexInWords(const CortexLayer& layer, const VertexRef& vertex) {
    const QString side = vertex.side == Side::Left ? Texts::tr("left") : Texts::tr("right");
    const Hemisphere* hemisphere = layer.cortex->side(vertex.side);
    if (hemisphere && !hemisphere->isCortex(vertex.vertex))
        return side + u' ' + Texts::tr("medial wall") + QStringLiteral("  ·  ") +
               Texts::tr("vertex %1").arg(vertex.vertex);
    const Label* region = layer.parcellation() ? regionAt(*layer.parcellation(), vertex) : nullptr;
    QStringList parts{region ? side + u' ' + region->name : side, Texts::tr("vertex %1").arg(vertex.vertex)};
    if (const CortexMap* map = layer.map()) {
        const double value = valueAt(*map, vertex);
        parts += cortexMapTitle(map->name) + u' ' +
                 (std::isfinite(value) ? valueInWords(value, map->unit) : Texts::tr("no data"));
    }
    return parts.join(QStringLiteral("  ·  "));
}

CortexLayer carriedCortexLayer(const CortexLayer& left, std::shared_ptr<const Cortex> next) {
    CortexLayer layer;
    layer.display = left.display;
    layer.display.maps.clear();
    for (const auto& map : next->maps) {
        const int before = placeIn(left.cortex->maps, map->name);
        layer.display.maps.push_back(before >= 0 ? left.display.maps[static_cast<std::size_t>(before)]
                                                 : openingDisplay(*map));
    }
    // What the next one has not is replaced by what it would open with; what was switched off stays off.
    CortexDisplay usual;
    takeUsual(*next, usual);
    const auto carried = [](const auto* shown, const auto& things, int otherwise) {
        if (!shown) return -1;
        const int place = placeIn(things, shown->name);
        return place >= 0 ? place : otherwise;
    };
    layer.display.map = carried(left.map(), next->maps, usual.map);
    layer.display.parcellation = carried(left.parcellation(), next->parcellations, usual.parcellation);
    layer.cortex = std::move(next);
    return layer;
}

} // namespace neuraxis
