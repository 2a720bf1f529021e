#include "core/analysis/motor_strip.h"

#include "core/analysis/vertex_graph.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <limits>
#include <queue>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(motorStrip)
};

constexpr double far = std::numeric_limits<double>::infinity();
constexpr double endShare = 0.01;

const std::vector<SurfacePoint>& pointsOf(const Hemisphere& hemisphere) {
    return hemisphere.points(hemisphere.has(SurfaceShape::White) ? SurfaceShape::White : SurfaceShape::Pial);
}

/// The place of a region in a parcellation's list; -1 for none.
std::int32_t regionNamed(const Parcellation& parcellation, std::size_t side, const QString& name) {
    const auto& regions = parcellation.regions[side];
    for (std::size_t r = 0; r < regions.size(); ++r)
        if (regions[r].name == name || regions[r].name.endsWith(u'-' + name)) return static_cast<std::int32_t>(r);
    return -1;
}

/// The mesh within the gyrus.
class Gyrus {
  public:
    Gyrus(const VertexGraph& graph, const std::vector<SurfacePoint>& points, const std::vector<std::int32_t>& regionOf,
          std::int32_t region)
        : graph(graph), points(points), inside(regionOf.size()) {
        for (std::size_t v = 0; v < regionOf.size(); ++v) inside[v] = regionOf[v] == region;
        keepGreatestPiece();
    }

    [[nodiscard]] const std::vector<std::uint32_t>& vertices() const { return members; }

    /// The lengths of the shortest ways from some vertices to each of the mesh, millimetres; infinite outside.
    [[nodiscard]] std::vector<double> waysMm(const std::vector<std::uint32_t>& from) const {
        std::vector<double> ways(inside.size(), far);
        using Step = std::pair<double, std::uint32_t>;
        std::priority_queue<Step, std::vector<Step>, std::greater<>> open;
        for (const std::uint32_t v : from) {
            ways[v] = 0;
            open.emplace(0, v);
        }
        while (!open.empty()) {
            const auto [way, at] = open.top();
            open.pop();
            if (way > ways[at]) continue;
            for (const std::uint32_t next : graph.of(at)) {
                if (!inside[next]) continue;
                const SurfacePoint &a = points[at], &b = points[next];
                const double longer = way + std::hypot(double(a.x) - b.x, double(a.y) - b.y, double(a.z) - b.z);
                if (longer >= ways[next]) continue;
                ways[next] = longer;
                open.emplace(longer, next);
            }
        }
        return ways;
    }

  private:
    void keepGreatestPiece() {
        std::vector<bool> seen(inside.size());
        std::vector<std::uint32_t> piece, open;
        for (std::uint32_t seed = 0; seed < inside.size(); ++seed) {
            if (!inside[seed] || seen[seed]) continue;
            piece.clear();
            open.assign(1, seed);
            seen[seed] = true;
            while (!open.empty()) {
                const std::uint32_t at = open.back();
                open.pop_back();
                piece.push_back(at);
                for (const std::uint32_t next : graph.of(at))
                    if (inside[next] && !seen[next]) {
                        seen[next] = true;
                        open.push_back(next);
                    }
            }
            if (piece.size() > members.size()) members = piece;
        }
        std::sort(members.begin(), members.end());
        inside.assign(inside.size(), false);
        for (const std::uint32_t v : members) inside[v] = true;
    }

    const VertexGraph& graph;
    const std::vector<SurfacePoint>& points;
    std::vector<bool> inside;
    std::vector<std::uint32_t> members;
};

/// The hundredth nearest the midline.
std::vector<std::uint32_t> nearestMidline(std::vector<std::uint32_t> vertices, const std::vector<SurfacePoint>& points,
                                          Side side) {
    const float outwards = side == Side::Left ? 1 : -1; // LPS: x grows to the left
    std::stable_sort(vertices.begin(), vertices.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return outwards * points[a].x < outwards * points[b].x; });
    vertices.resize(std::max<std::size_t>(1, static_cast<std::size_t>(endShare * double(vertices.size()))));
    return vertices;
}

} // namespace

std::optional<MotorStrip> motorStrip(const Hemisphere& hemisphere, const Parcellation& parcellation) {
    const auto side = static_cast<std::size_t>(hemisphere.side);
    const auto& points = pointsOf(hemisphere);
    const auto* regionOf = parcellation.regionOf[side].get();
    const std::int32_t precentral = regionNamed(parcellation, side, QStringLiteral("precentral")),
                       paracentral = regionNamed(parcellation, side, QStringLiteral("paracentral"));
    if (points.empty() || !regionOf || regionOf->size() != points.size() || precentral < 0) return {};

    const VertexGraph graph(hemisphere);
    const Gyrus gyrus(graph, points, *regionOf, precentral);
    MotorStrip strip;
    strip.side = hemisphere.side;
    strip.vertices = gyrus.vertices();
    std::vector<std::uint32_t> medial, lateral;
    for (const std::uint32_t v : strip.vertices) {
        const auto around = graph.of(v);
        if (paracentral >= 0 && std::any_of(around.begin(), around.end(),
                                            [&](std::uint32_t next) { return (*regionOf)[next] == paracentral; }))
            medial.push_back(v);
    }
    strip.fromParacentral = !medial.empty();
    if (medial.empty() && !strip.vertices.empty()) medial = nearestMidline(strip.vertices, points, strip.side);
    const auto fromMedial = gyrus.waysMm(medial);
    for (const std::uint32_t v : strip.vertices) strip.lengthMm = std::max(strip.lengthMm, fromMedial[v]);
    if (!(strip.lengthMm > 0)) return {};
    for (const std::uint32_t v : strip.vertices)
        if (fromMedial[v] >= (1 - endShare) * strip.lengthMm) lateral.push_back(v);
    const auto fromLateral = gyrus.waysMm(lateral);
    for (const std::uint32_t v : strip.vertices)
        strip.places.push_back(static_cast<float>(fromMedial[v] / (fromMedial[v] + fromLateral[v])));
    return strip;
}

QString motorStripInWords() {
    return Texts::tr(
        "The axis runs along the precentral gyrus of the parcellation, from 0 where it borders on the paracentral "
        "lobule "
        "to 1 at its far end at the Sylvian fissure. A vertex's place is the length of the shortest way to the medial "
        "end along the white surface within the gyrus, divided by the sum of the ways to both ends.");
}

const std::vector<StripSegment>& stripSegments() {
    static const std::vector<StripSegment> segments = {
        {QStringLiteral("leg"), Texts::tr("Leg"), 0, 0.1},
        {QStringLiteral("trunk"), Texts::tr("Trunk"), 0.1, 0.18},
        {QStringLiteral("hand"), Texts::tr("Arm and hand"), 0.18, 0.42},
        {QStringLiteral("face"), Texts::tr("Face"), 0.42, 1},
    };
    return segments;
}

QString stripSegmentsInWords() {
    return Texts::tr("Where leg, trunk, arm and hand, and face begin and end is an assumption: rough proportions after "
                     "Penfield and Boldrey (1937), the same for everybody. Most of the leg lies in the paracentral "
                     "lobule, which is not part of this profile.");
}

std::vector<StripBin> stripProfile(const MotorStrip& strip, const Hemisphere& hemisphere, const CortexMap& map,
                                   int bins) {
    std::vector<StripBin> profile(static_cast<std::size_t>(std::max(1, bins)));
    const auto count = static_cast<double>(profile.size());
    std::vector<std::vector<std::uint32_t>> members(profile.size());
    for (std::size_t i = 0; i < strip.vertices.size(); ++i)
        members[static_cast<std::size_t>(std::min(count - 1, std::floor(strip.places[i] * count)))].push_back(
            strip.vertices[i]);
    const auto& points = pointsOf(hemisphere);
    for (std::size_t b = 0; b < profile.size(); ++b) {
        StripBin& bin = profile[b];
        bin.place = (static_cast<double>(b) + 0.5) / count;
        double sum = 0, x = 0, y = 0, z = 0;
        for (const std::uint32_t v : members[b]) {
            if (const double value = valueAt(map, {strip.side, v}); std::isfinite(value)) {
                sum += value;
                ++bin.vertices;
            }
            x += points[v].x, y += points[v].y, z += points[v].z;
        }
        bin.mean = bin.vertices > 0 ? sum / bin.vertices : std::numeric_limits<double>::quiet_NaN();
        const auto n = static_cast<double>(members[b].size());
        double least = far;
        for (const std::uint32_t v : members[b]) {
            const double off = std::hypot(points[v].x - x / n, points[v].y - y / n, points[v].z - z / n);
            if (off >= least) continue;
            least = off;
            bin.middle = v;
        }
    }
    return profile;
}

} // namespace neuraxis
