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
    for (std::size_t i = 0; i < hemisphere.chunks.size(); ++i)
        hemisphere.chunks[i] = TriangleChunks(hemisphere.shapes[i], hemisphere.triangles);
    return std::make_shared<const Hemisphere>(std::move(hemisphere));
}

const CortexMap* Cortex::map(const QString& name) const { return named(maps, name); }
const Parcellation* Cortex::parcellation(const QString& name) const { return named(parcellations, name); }

bool Cortex::has(SurfaceShape shape) const {
    return std::all_of(sides.begin(), sides.end(), [&](const auto& side) { return !side || side->has(shape); });
}

std::optional<WorldPoint> placeOf(const Cortex& cortex, const VertexRef& ref) {
    const Hemisphere* hemisphere = cortex.side(ref.side);
    if (!hemisphere || ref.vertex >= hemisphere->vertices) return {};
    const auto [white, pial] = anatomical(*hemisphere);
    if (!white) return {};
    const SurfacePoint &a = (*white)[ref.vertex], &b = (*pial)[ref.vertex];
    return WorldPoint{(double(a.x) + b.x) / 2, (double(a.y) + b.y) / 2, (double(a.z) + b.z) / 2};
}

std::optional<VertexRef> nearestVertex(const Cortex& cortex, const WorldPoint& lps, double reachMm) {
    std::optional<VertexRef> best;
    // Twice the place is the sum of the two: squares of twice the distance are compared
    auto least = static_cast<float>(4 * reachMm * reachMm);
    const float x = static_cast<float>(2 * lps.x), y = static_cast<float>(2 * lps.y), z = static_cast<float>(2 * lps.z);
    for (const auto& hemisphere : cortex.sides) {
        if (!hemisphere) continue;
        const auto [white, pial] = anatomical(*hemisphere);
        if (!white) continue;
        const std::size_t count = white->size();
        for (std::size_t v = 0; v < count; ++v) {
            const SurfacePoint &a = (*white)[v], &b = (*pial)[v];
            const float dx = a.x + b.x - x, dy = a.y + b.y - y, dz = a.z + b.z - z;
            const float square = dx * dx + dy * dy + dz * dz;
            if (square >= least) continue;
            least = square;
            best = VertexRef{hemisphere->side, static_cast<std::uint32_t>(v)};
        }
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
