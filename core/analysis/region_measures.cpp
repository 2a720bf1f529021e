#include "core/analysis/region_measures.h"

#include "core/analysis/surface_vectors.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace neuraxis {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t sides = 2;

/// Sums of a region's values.
struct Sums {
    int vertices = 0, valued = 0;
    double sum = 0, squares = 0; ///< Squares about the first value, which keeps their digits
    double first = 0;

    void add(double value) {
        if (!std::isfinite(value)) return;
        if (valued++ == 0) first = value;
        sum += value - first;
        squares += (value - first) * (value - first);
    }
    [[nodiscard]] double mean() const { return valued > 0 ? first + sum / valued : none; }
    [[nodiscard]] double sd() const {
        return valued > 0 ? std::sqrt(std::max(0.0, squares / valued - sum * sum / valued / valued)) : none;
    }
    [[nodiscard]] double total() const { return valued > 0 ? sum + valued * first : none; }
};

/// By region of a side, what value(vertex) has there.
template <class Value>
std::vector<Sums> sumsOf(const std::vector<std::int32_t>& regionOf, std::size_t regions, const Value& value) {
    std::vector<Sums> all(regions);
    for (std::size_t v = 0; v < regionOf.size(); ++v) {
        const auto region = static_cast<std::size_t>(regionOf[v]);
        if (regionOf[v] < 0 || region >= regions) continue;
        ++all[region].vertices;
        all[region].add(value(v));
    }
    return all;
}

/// A map's values of a side; null where there are none, or not as many as the parcellation has vertices.
const std::vector<float>* valuesOf(const CortexMap* map, std::size_t side, std::size_t vertices) {
    const auto* values = map ? map->values[side].get() : nullptr;
    return values && values->size() == vertices ? values : nullptr;
}

double tetrahedron(const SurfacePoint& a, const SurfacePoint& b, const SurfacePoint& c, const SurfacePoint& d) {
    return std::abs(dot(between(a, b), cross(between(a, c), between(a, d)))) / 6;
}

/// A third of each triangle's measure at each of its vertices.
template <class Measure> std::vector<double> onVertices(const Hemisphere& hemisphere, const Measure& measure) {
    std::vector<double> all(hemisphere.vertices, 0.0);
    for (const Triangle& triangle : hemisphere.triangles) {
        const double third = measure(triangle) / 3;
        for (const std::uint32_t vertex : triangle) all[vertex] += third;
    }
    return all;
}

} // namespace

std::vector<double> vertexAreasMm2(const Hemisphere& hemisphere, SurfaceShape shape) {
    const auto& points = hemisphere.points(shape);
    if (points.empty()) return {};
    return onVertices(hemisphere, [&](const Triangle& t) {
        return length(cross(between(points[t[0]], points[t[1]]), between(points[t[0]], points[t[2]]))) / 2;
    });
}

std::vector<double> vertexVolumesMm3(const Hemisphere& hemisphere) {
    const auto &white = hemisphere.points(SurfaceShape::White), &pial = hemisphere.points(SurfaceShape::Pial);
    if (white.empty() || pial.empty()) return {};
    return onVertices(hemisphere, [&](const Triangle& t) {
        const SurfacePoint &wa = white[t[0]], &wb = white[t[1]], &wc = white[t[2]];
        const SurfacePoint &pa = pial[t[0]], &pb = pial[t[1]], &pc = pial[t[2]];
        return tetrahedron(wa, wb, wc, pa) + tetrahedron(pa, pb, pc, wb) + tetrahedron(pa, pc, wc, wb);
    });
}

std::vector<RegionMean> regionMeans(const CortexMap& map, const Parcellation& parcellation) {
    std::vector<RegionMean> means;
    for (std::size_t side = 0; side < sides; ++side) {
        if (!parcellation.regionOf[side]) continue;
        const auto& regionOf = *parcellation.regionOf[side];
        const auto* values = valuesOf(&map, side, regionOf.size());
        if (!values) continue;
        const auto& regions = parcellation.regions[side];
        const auto all = sumsOf(regionOf, regions.size(), [&](std::size_t v) { return double((*values)[v]); });
        for (std::size_t r = 0; r < regions.size(); ++r)
            if (all[r].vertices > 0 && isCortexRegion(regions[r].name))
                means.push_back({regions[r].name, static_cast<Side>(side), all[r].valued, all[r].mean(), all[r].sd()});
    }
    return means;
}

std::vector<RegionMeasures> regionMeasures(const Cortex& cortex, const Parcellation& parcellation) {
    std::vector<RegionMeasures> measures;
    for (std::size_t side = 0; side < sides; ++side) {
        if (!parcellation.regionOf[side]) continue;
        const auto& regionOf = *parcellation.regionOf[side];
        const auto& regions = parcellation.regions[side];
        const std::size_t vertices = regionOf.size();
        const Hemisphere* hemisphere = cortex.side(static_cast<Side>(side));
        if (hemisphere && hemisphere->vertices != vertices) hemisphere = nullptr;

        const auto mapped = [&](const QString& name) {
            const auto* values = valuesOf(cortex.map(name), side, vertices);
            return sumsOf(regionOf, regions.size(),
                          [=](std::size_t v) { return values ? double((*values)[v]) : none; });
        };
        const auto computed = [&](const std::vector<double>& values) {
            return sumsOf(regionOf, regions.size(), [&](std::size_t v) { return values.empty() ? none : values[v]; });
        };
        const auto has = [&](const QString& name) { return valuesOf(cortex.map(name), side, vertices) != nullptr; };
        const QString area = QStringLiteral("area"), volume = QStringLiteral("volume");
        const auto thickness = mapped(QStringLiteral("thickness"));
        const auto areas =
            has(area) || !hemisphere ? mapped(area) : computed(vertexAreasMm2(*hemisphere, SurfaceShape::White));
        const auto volumes = has(volume) || !hemisphere ? mapped(volume) : computed(vertexVolumesMm3(*hemisphere));
        for (std::size_t r = 0; r < regions.size(); ++r)
            if (thickness[r].vertices > 0 && isCortexRegion(regions[r].name))
                measures.push_back({regions[r].name, static_cast<Side>(side), double(thickness[r].vertices),
                                    areas[r].total(), volumes[r].total(), thickness[r].mean(), thickness[r].sd()});
    }
    return measures;
}

CortexMap regionMap(const Parcellation& parcellation, const std::vector<RegionValue>& values, const QString& name,
                    const QString& unit) {
    CortexMap map{name, unit, {}};
    for (std::size_t side = 0; side < sides; ++side) {
        if (!parcellation.regionOf[side]) continue;
        const auto& regions = parcellation.regions[side];
        std::vector<float> ofRegion(regions.size(), std::numeric_limits<float>::quiet_NaN());
        for (std::size_t r = 0; r < regions.size(); ++r)
            for (const RegionValue& one : values)
                if (one.side == static_cast<Side>(side) && one.region == regions[r].name)
                    ofRegion[r] = static_cast<float>(one.value);
        const auto& regionOf = *parcellation.regionOf[side];
        auto onVertex = std::make_shared<std::vector<float>>(regionOf.size(), std::numeric_limits<float>::quiet_NaN());
        for (std::size_t v = 0; v < regionOf.size(); ++v)
            if (regionOf[v] >= 0) (*onVertex)[v] = ofRegion[static_cast<std::size_t>(regionOf[v])];
        map.values[side] = std::move(onVertex);
    }
    return map;
}

} // namespace neuraxis
