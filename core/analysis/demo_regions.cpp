#include "core/analysis/demo_regions.h"

#include "core/analysis/surface_vectors.h"
#include "core/model/label_tables.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace neuraxis {

namespace {

struct Row {
    const char* name;
    // Plausible, nobody's. Means become more alike to those about: four small regions have here what gives them about
    // the means that the simulated study's table has (core/study/demo_regions.cpp); the others have the same.
    double thicknessMm;
};
constexpr Row rows[] = {{"unknown", 2.5},
                        {"bankssts", 2.5},
                        {"caudalanteriorcingulate", 2.65},
                        {"caudalmiddlefrontal", 2.55},
                        {"corpuscallosum", 2.5},
                        {"cuneus", 1.95},
                        {"entorhinal", 3.4},
                        {"fusiform", 2.75},
                        {"inferiorparietal", 2.45},
                        {"inferiortemporal", 2.8},
                        {"isthmuscingulate", 2.4},
                        {"lateraloccipital", 2.2},
                        {"lateralorbitofrontal", 2.7},
                        {"lingual", 2.05},
                        {"medialorbitofrontal", 2.5},
                        {"middletemporal", 2.85},
                        {"parahippocampal", 2.7},
                        {"paracentral", 2.45},
                        {"parsopercularis", 2.6},
                        {"parsorbitalis", 2.7},
                        {"parstriangularis", 2.5},
                        {"pericalcarine", 1.68},
                        {"postcentral", 2.1},
                        {"posteriorcingulate", 2.55},
                        {"precentral", 2.6},
                        {"precuneus", 2.4},
                        {"rostralanteriorcingulate", 2.8},
                        {"rostralmiddlefrontal", 2.4},
                        {"superiorfrontal", 2.75},
                        {"superiorparietal", 2.25},
                        {"superiortemporal", 2.8},
                        {"supramarginal", 2.55},
                        {"frontalpole", 2.7},
                        {"temporalpole", 3.4},
                        {"transversetemporal", 2.12},
                        {"insula", 3.0}};

/// What AAL calls by a number goes to a region; of rows with one number the first that fits.
struct Passage {
    int aal;
    const char* region;
    char axis = 0; ///< 'x' from the midline, 'y' to the front, 'z' up: only where it is at least ...
    double least = 0;
};
constexpr Passage passages[] = {{1, "precentral"},
                                {3, "frontalpole", 'y', 64},
                                {3, "superiorfrontal"},
                                {5, "frontalpole", 'y', 62},
                                {5, "medialorbitofrontal"},
                                {7, "rostralmiddlefrontal", 'y', 22},
                                {7, "caudalmiddlefrontal"},
                                {9, "frontalpole", 'y', 62},
                                {9, "lateralorbitofrontal"},
                                {11, "parsopercularis"},
                                {13, "parstriangularis"},
                                {15, "parsorbitalis", 'x', 38},
                                {15, "lateralorbitofrontal"},
                                {17, "precentral", 'y', -6},
                                {17, "postcentral", 'y', -22},
                                {17, "supramarginal"},
                                {19, "superiorfrontal", 'y', -12},
                                {19, "paracentral"},
                                {21, "medialorbitofrontal"},
                                {23, "frontalpole", 'y', 66},
                                {23, "superiorfrontal"},
                                {25, "medialorbitofrontal"},
                                {27, "medialorbitofrontal"},
                                {29, "insula"},
                                {31, "rostralanteriorcingulate", 'y', 32},
                                {31, "caudalanteriorcingulate"},
                                {33, "caudalanteriorcingulate", 'y', 2},
                                {33, "posteriorcingulate"},
                                {35, "isthmuscingulate"},
                                {39, "entorhinal", 'y', -14},
                                {39, "parahippocampal"},
                                {43, "pericalcarine"},
                                {45, "cuneus"},
                                {47, "lingual"},
                                {49, "superiorparietal", 'z', 30},
                                {49, "lateraloccipital"},
                                {51, "inferiorparietal", 'z', 24},
                                {51, "lateraloccipital"},
                                {53, "lateraloccipital"},
                                {55, "fusiform"},
                                {57, "postcentral"},
                                {59, "superiorparietal"},
                                {61, "supramarginal", 'y', -46},
                                {61, "superiorparietal", 'z', 52},
                                {61, "inferiorparietal"},
                                {63, "supramarginal"},
                                {65, "inferiorparietal"},
                                {67, "precuneus"},
                                {69, "paracentral"},
                                {79, "transversetemporal"},
                                {81, "superiortemporal", 'y', -38},
                                {81, "bankssts"},
                                {83, "temporalpole", 'y', 12},
                                {83, "superiortemporal"},
                                {85, "middletemporal", 'y', -44},
                                {85, "bankssts", 'z', 6},
                                {85, "middletemporal", 'y', -60},
                                {85, "inferiorparietal", 'z', 6},
                                {85, "middletemporal"},
                                {87, "temporalpole"},
                                {89, "inferiortemporal"}};

int regionAt(const DemoAtlas& atlas, const SurfacePoint& white, const SurfacePoint& way) {
    // Cut at the midline there is no cortex, but what connects the sides
    if (std::abs(white.x) < 1.8F && -white.y > -48 && -white.y < 42 && white.z > -16 && white.z < 32) return 0;
    const WorldPoint lps = toWorld(white + way);
    const DemoAtlas::Place place = atlas.at(lps);
    for (const Passage& p : passages) {
        if (p.aal != place.region) continue;
        const double along = p.axis == 'x' ? std::abs(lps.x) : p.axis == 'y' ? -lps.y : lps.z;
        if (p.axis == 0 || along >= p.least) return demoRegion(p.region);
    }
    return 0;
}

/// Each vertex takes what most about it are, itself counted twice.
void evenBorders(std::vector<std::int32_t>& regions, const VertexGraph& neighbours, int rounds) {
    for (int round = 0; round < rounds; ++round) {
        const std::vector<std::int32_t> before = regions;
        for (std::uint32_t v = 0; v < regions.size(); ++v) {
            std::array<int, std::size(rows)> votes{};
            votes[static_cast<std::size_t>(before[v])] = 2;
            for (const std::uint32_t n : neighbours.of(v)) ++votes[static_cast<std::size_t>(before[n])];
            const auto most = std::max_element(votes.begin(), votes.end());
            if (*most > votes[static_cast<std::size_t>(before[v])])
                regions[v] = static_cast<std::int32_t>(most - votes.begin());
        }
    }
}

/// Pieces with less than a fifth of their region's largest join what is about them; of what is no cortex all but the
/// largest.
void joinIslands(std::vector<std::int32_t>& regions, const VertexGraph& neighbours) {
    std::vector<std::int32_t> pieceOf(regions.size(), -1);
    std::vector<std::vector<std::uint32_t>> pieces;
    std::array<std::size_t, std::size(rows)> largest{};
    for (std::uint32_t start = 0; start < regions.size(); ++start) {
        if (pieceOf[start] >= 0) continue;
        std::vector<std::uint32_t> piece{start};
        pieceOf[start] = static_cast<std::int32_t>(pieces.size());
        for (std::size_t i = 0; i < piece.size(); ++i)
            for (const std::uint32_t to : neighbours.of(piece[i])) {
                if (pieceOf[to] >= 0 || regions[to] != regions[start]) continue;
                pieceOf[to] = pieceOf[start];
                piece.push_back(to);
            }
        std::size_t& most = largest[static_cast<std::size_t>(regions[start])];
        most = std::max(most, piece.size());
        pieces.push_back(std::move(piece));
    }
    constexpr std::int32_t nowhere = -1;
    std::size_t open = 0;
    for (const auto& piece : pieces) {
        const auto region = static_cast<std::size_t>(regions[piece.front()]);
        const bool isSmall = region == 0 ? piece.size() < largest[region] : piece.size() * 5 < largest[region];
        if (!isSmall) continue;
        for (const std::uint32_t v : piece) regions[v] = nowhere;
        open += piece.size();
    }
    while (open > 0) {
        const std::vector<std::int32_t> before = regions;
        for (std::uint32_t v = 0; v < regions.size(); ++v)
            for (const std::uint32_t n : neighbours.of(v))
                if (regions[v] == nowhere && before[n] != nowhere) {
                    regions[v] = before[n];
                    --open;
                }
    }
}

} // namespace

const std::vector<DemoRegion>& demoRegions() {
    static const std::vector<DemoRegion> all = [] {
        std::vector<DemoRegion> made;
        for (const Row& row : rows) {
            const int id = static_cast<int>(made.size());
            constexpr int firstOfLeft = 1000; // where FreeSurfer's table has the left cortex
            made.push_back(
                {{id, QLatin1String(row.name), labelColour(freeSurferLabels(), firstOfLeft + id)}, row.thicknessMm});
        }
        return made;
    }();
    return all;
}

int demoRegion(const char* name) {
    const auto* const at = std::find_if(std::begin(rows), std::end(rows),
                                        [&](const Row& row) { return std::strcmp(row.name, name) == 0; });
    return static_cast<int>(at - std::begin(rows));
}

std::vector<std::int32_t> demoParcellation(const SurfaceMesh& white, const std::vector<SurfacePoint>& ways,
                                           const VertexGraph& neighbours, const DemoAtlas& atlas) {
    std::vector<std::int32_t> regions;
    regions.reserve(white.points.size());
    for (std::size_t v = 0; v < white.points.size(); ++v) regions.push_back(regionAt(atlas, white.points[v], ways[v]));
    evenBorders(regions, neighbours, 6);
    joinIslands(regions, neighbours);
    evenBorders(regions, neighbours, 6);
    joinIslands(regions, neighbours);
    return regions;
}

} // namespace neuraxis
