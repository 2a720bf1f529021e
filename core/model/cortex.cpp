#include "core/model/cortex.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace neuraxis {

namespace {

template <class Things> auto named(const Things& things, const QString& name) -> decltype(things.front().get()) {
    const auto found =
        std::find_if(things.begin(), things.end(), [&](const auto& thing) { return thing->name == name; });
    return found == things.end() ? nullptr : found->get();
}

/// The shapes that make up a vertex's place: white and pial, or the one that there is twice; null for neither.
std::array<const std::vector<SurfacePoint>*, 2> anatomical(const Hemisphere& hemisphere) {
    const auto* white = &hemisphere.points(SurfaceShape::White);
    const auto* pial = &hemisphere.points(SurfaceShape::Pial);
    if (white->empty()) white = pial;
    if (pial->empty()) pial = white;
    if (white->empty()) return {nullptr, nullptr};
    return {white, pial};
}

/// The square of the distance from a place to the way between two others.
float squareToWay(const SurfacePoint& from, const SurfacePoint& to, const WorldPoint& place) {
    const float x = static_cast<float>(place.x) - from.x, y = static_cast<float>(place.y) - from.y,
                z = static_cast<float>(place.z) - from.z;
    const float ex = to.x - from.x, ey = to.y - from.y, ez = to.z - from.z;
    const float way = ex * ex + ey * ey + ez * ez;
    const float t = way > 0 ? std::clamp((x * ex + y * ey + z * ez) / way, 0.0F, 1.0F) : 0;
    const float dx = x - t * ex, dy = y - t * ey, dz = z - t * ez;
    return dx * dx + dy * dy + dz * dz;
}

/// The shape nearest to one that may not be there; the earlier of two. Null for a hemisphere without any.
const std::vector<SurfacePoint>* nearestShape(const Hemisphere& hemisphere, int wanted) {
    const std::vector<SurfacePoint>* best = nullptr;
    int bestStep = static_cast<int>(surfaceShapes);
    for (int shape = 0; shape < static_cast<int>(surfaceShapes); ++shape) {
        const auto& points = hemisphere.points(static_cast<SurfaceShape>(shape));
        if (points.empty() || std::abs(shape - wanted) >= bestStep) continue;
        best = &points;
        bestStep = std::abs(shape - wanted);
    }
    return best;
}

} // namespace

std::shared_ptr<const Hemisphere> ready(Hemisphere hemisphere) {
    hemisphere.chunks = TriangleChunks(
        {&hemisphere.points(SurfaceShape::White), &hemisphere.points(SurfaceShape::Pial)}, hemisphere.triangles);
    return std::make_shared<const Hemisphere>(std::move(hemisphere));
}

bool Hemisphere::hasSurface() const {
    return std::any_of(shapes.begin(), shapes.end(), [](const auto& points) { return !points.empty(); });
}

const CortexMap* Cortex::map(const QString& name) const { return named(maps, name); }
const Parcellation* Cortex::parcellation(const QString& name) const { return named(parcellations, name); }

bool Cortex::has(SurfaceShape shape) const {
    return std::all_of(sides.begin(), sides.end(), [&](const auto& side) { return !side || side->has(shape); });
}

bool isCortexRegion(const QString& region) {
    const QString name = region.toLower().remove(u'_').remove(u'-').remove(u' ');
    return name != u"unknown" && name != u"corpuscallosum" && name != u"medialwall" && name != u"???";
}

std::shared_ptr<const Cortex> withMap(const Cortex& cortex, std::shared_ptr<const CortexMap> map) {
    auto with = std::make_shared<Cortex>(cortex);
    const auto same =
        std::find_if(with->maps.begin(), with->maps.end(), [&](const auto& one) { return one->name == map->name; });
    if (same == with->maps.end())
        with->maps.push_back(std::move(map));
    else
        *same = std::move(map);
    return with;
}

bool hasSurface(const Cortex& cortex) {
    return std::any_of(cortex.sides.begin(), cortex.sides.end(),
                       [](const auto& side) { return side && side->hasSurface(); });
}

std::optional<WorldPoint> placeOf(const Cortex& cortex, const VertexRef& ref, double depth) {
    const Hemisphere* hemisphere = cortex.side(ref.side);
    if (!hemisphere || ref.vertex >= hemisphere->vertices) return {};
    const auto [white, pial] = anatomical(*hemisphere);
    if (!white) return {};
    const SurfacePoint &a = (*white)[ref.vertex], &b = (*pial)[ref.vertex];
    const auto between = [depth](double from, double to) { return from + depth * (to - from); };
    return WorldPoint{between(a.x, b.x), between(a.y, b.y), between(a.z, b.z)};
}

std::optional<VertexRef> nearestVertex(const Cortex& cortex, const WorldPoint& lps, double reachMm) {
    std::optional<VertexRef> best;
    constexpr double firstReachMm = 2; // wider only where nothing is that near
    for (double reach = std::min(firstReachMm, reachMm); !best; reach = std::min(2 * reach, reachMm)) {
        auto least = static_cast<float>(reach * reach);
        for (const auto& hemisphere : cortex.sides) {
            if (!hemisphere) continue;
            const auto [white, pial] = anatomical(*hemisphere);
            if (!white) continue;
            hemisphere->chunks.near(lps, reach, [&](std::uint32_t triangle) {
                for (const std::uint32_t vertex : hemisphere->triangles[triangle]) {
                    const float square = squareToWay((*white)[vertex], (*pial)[vertex], lps);
                    if (square > least || (best && square == least)) continue;
                    least = square;
                    best = VertexRef{hemisphere->side, vertex};
                }
            });
        }
        if (reach >= reachMm) break;
    }
    return best;
}

std::vector<SurfacePoint> shapedPoints(const Hemisphere& hemisphere, double shape) {
    const double last = static_cast<double>(surfaceShapes) - 1;
    const double place = std::isfinite(shape) ? std::clamp(shape, 0.0, last) : 0;
    const int from = static_cast<int>(std::min(std::floor(place), last - 1));
    const auto share = static_cast<float>(place - from);
    const auto *one = nearestShape(hemisphere, from), *other = nearestShape(hemisphere, from + 1);
    if (!one) return {};
    if (one == other || share <= 0) return *one;
    if (share >= 1) return *other;
    std::vector<SurfacePoint> mixed(one->size());
    for (std::size_t v = 0; v < mixed.size(); ++v) {
        const SurfacePoint &a = (*one)[v], &b = (*other)[v];
        mixed[v] = {a.x + share * (b.x - a.x), a.y + share * (b.y - a.y), a.z + share * (b.z - a.z)};
    }
    return mixed;
}

double valueAt(const CortexMap& map, const VertexRef& ref) {
    const auto& values = map.values[static_cast<std::size_t>(ref.side)];
    return values && ref.vertex < values->size() ? (*values)[ref.vertex] : std::numeric_limits<double>::quiet_NaN();
}

const Label* regionAt(const Parcellation& parcellation, const VertexRef& ref) {
    const auto side = static_cast<std::size_t>(ref.side);
    const auto& regionOf = parcellation.regionOf[side];
    if (!regionOf || ref.vertex >= regionOf->size()) return nullptr;
    const std::int32_t region = (*regionOf)[ref.vertex];
    return region < 0 ? nullptr : &parcellation.regions[side][static_cast<std::size_t>(region)];
}

} // namespace neuraxis
