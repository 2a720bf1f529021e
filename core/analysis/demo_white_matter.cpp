#include "core/analysis/demo_white_matter.h"

#include <algorithm>
#include <cmath>

namespace neuraxis {

namespace {

// Of this template: grey matter has its most frequent brightness at 86, white matter at 110.
constexpr float greyMost = 88, whiteLeast = 108;

/// A box in the template, for both sides: millimetres from the midline, and to the front and the top.
struct Box {
    double inner, outer, back, front, bottom, top;
    [[nodiscard]] bool holds(const WorldPoint& lps) const {
        const double x = std::abs(lps.x), y = -lps.y;
        return x >= inner && x <= outer && y >= back && y <= front && lps.z >= bottom && lps.z <= top;
    }
};
constexpr Box brainStem{0, 18, -46, -4, -80, -6};
/// Where all that the atlas gives no name is filled: the ventricles and what lies between the deep grey matter.
constexpr Box ventricles[] = {{0, 25, -32, 28, -3, 22}, {3, 25, -32, 28, -3, 27}, {14, 36, -58, -28, -4, 24}};

bool isFilled(const WorldPoint& lps, const DemoAtlas::Place& place) {
    if (place.distance == 0 && place.region != 0)
        return DemoAtlas::isDeepGrey(place.region) || DemoAtlas::isMedialTemporal(place.region);
    return std::any_of(std::begin(ventricles), std::end(ventricles), [&](const Box& box) { return box.holds(lps); });
}

/// Marks the voxels with `of` that hang together by their faces with `start`.
void flood(const ScalarGrid& grid, const std::vector<char>& of, std::size_t start, char with, std::vector<char>& mark) {
    const auto nx = static_cast<std::ptrdiff_t>(grid.size()[0]), nxy = nx * grid.size()[1];
    std::vector<std::size_t> open{start};
    mark[start] = with;
    while (!open.empty()) {
        const std::size_t from = open.back();
        open.pop_back();
        for (const std::ptrdiff_t step : {std::ptrdiff_t(-1), std::ptrdiff_t(1), -nx, nx, -nxy, nxy}) {
            const auto to = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(from) + step);
            if (to >= of.size() || of[to] != of[start] || mark[to] != 0) continue;
            mark[to] = with;
            open.push_back(to);
        }
    }
}

/// Keeps the largest piece and fills its cavities.
void makeOnePiece(ScalarGrid& grid) {
    std::vector<float>& values = grid.values();
    std::vector<char> isWhite(values.size()), mark(values.size());
    std::transform(values.begin(), values.end(), isWhite.begin(), [](float v) { return v > 0.5F ? 1 : 0; });
    flood(grid, isWhite, 0, 1, mark); // the outside
    std::size_t most = 0;
    std::vector<char> largest;
    for (std::size_t i = 0; i < mark.size(); ++i) {
        if (mark[i] != 0 || isWhite[i] == 0) continue;
        std::vector<char> piece(values.size());
        flood(grid, isWhite, i, 1, piece);
        std::size_t count = 0;
        for (std::size_t v = 0; v < piece.size(); ++v)
            if (piece[v] != 0) {
                mark[v] = 2;
                ++count;
            }
        if (count > most) {
            most = count;
            largest = std::move(piece);
        }
        if (most > values.size() / 20) break; // no other is that large
    }
    for (std::size_t i = 0; i < values.size(); ++i)
        if (mark[i] == 0 && isWhite[i] == 0)
            values[i] = 1;
        else if (isWhite[i] != 0 && largest[i] == 0)
            values[i] = 0;
}

} // namespace

ScalarGrid demoWhiteMatter(const Volume& brain, const DemoAtlas& atlas, Side side) {
    const VolumeHeader& head = brain.header();
    const auto* voxels = reinterpret_cast<const std::uint8_t*>(brain.voxels());
    const auto bounds = head.boundsLps();
    constexpr int margin = 14;
    const int inner = -margin, outer = static_cast<int>(bounds[1].x) - 8;
    const int back = static_cast<int>(bounds[0].y), bottom = static_cast<int>(bounds[0].z);
    ScalarGrid grid({outer - inner, static_cast<int>(bounds[1].y) - back, static_cast<int>(bounds[1].z) - bottom},
                    {side == Side::Left ? inner : -outer + 1, back, bottom});
    std::size_t at = 0;
    for (int k = 0; k < grid.size()[2]; ++k)
        for (int j = 0; j < grid.size()[1]; ++j)
            for (int i = 0; i < grid.size()[0]; ++i, ++at) {
                const WorldPoint lps{static_cast<double>(grid.firstLpsMm()[0] + i),
                                     static_cast<double>(grid.firstLpsMm()[1] + j),
                                     static_cast<double>(grid.firstLpsMm()[2] + k)};
                if (side == Side::Left ? lps.x < 1 : lps.x > -1) continue;
                const DemoAtlas::Place place = atlas.at(lps);
                const bool isNamed = place.region != 0 && place.distance == 0;
                if (DemoAtlas::isCerebellum(place.region) || (!isNamed && brainStem.holds(lps))) continue;
                const std::ptrdiff_t voxel = atlas.voxelAt(lps);
                if (voxel < 0) continue;
                const float bright = voxels[voxel];
                grid.values()[at] =
                    isFilled(lps, place) ? 1.F : std::clamp((bright - greyMost) / (whiteLeast - greyMost), 0.F, 1.F);
            }
    makeOnePiece(grid);
    return grid;
}

} // namespace neuraxis
