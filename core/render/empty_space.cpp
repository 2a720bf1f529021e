#include "core/render/empty_space.h"

#include "core/render/parallel.h"

#include <algorithm>

namespace neuraxis::render {

EmptySpace::EmptySpace(const VolumeGrid& grid) {
    for (std::size_t axis = 0; axis < 3; ++axis) bricks[axis] = (grid.size[axis] + edge - 1) / edge;
    const std::size_t count =
        static_cast<std::size_t>(bricks[0]) * static_cast<std::size_t>(bricks[1]) * static_cast<std::size_t>(bricks[2]);
    ranges.resize(count);
    distance.resize(count);
    const auto& n = grid.size;
    inParallel(bricks[2], [&](int first, int last) {
        // Interpolation in a brick reaches to the first voxels of the next ones.
        std::vector<Range> row(static_cast<std::size_t>(n[0]));
        for (int k = first; k < last; ++k)
            for (int j = 0; j < bricks[1]; ++j) {
                std::fill(row.begin(), row.end(), Range{0xffff, 0});
                for (int z = k * edge; z <= std::min(n[2] - 1, (k + 1) * edge); ++z)
                    for (int y = j * edge; y <= std::min(n[1] - 1, (j + 1) * edge); ++y) {
                        const std::uint16_t* voxel = grid.counts.data() + grid.offset(0, y, z);
                        for (std::size_t x = 0; x < row.size(); ++x)
                            row[x] = {std::min(row[x].least, voxel[x]), std::max(row[x].greatest, voxel[x])};
                    }
                for (int i = 0; i < bricks[0]; ++i) {
                    Range range{0xffff, 0};
                    for (int x = i * edge; x <= std::min(n[0] - 1, (i + 1) * edge); ++x) {
                        const Range& r = row[static_cast<std::size_t>(x)];
                        range = {std::min(range.least, r.least), std::max(range.greatest, r.greatest)};
                    }
                    ranges[index(i, j, k)] = range;
                }
            }
    });
}

void EmptySpace::update(const std::function<bool(int, int)>& isDrawn) {
    constexpr std::uint8_t far = 200;
    for (std::size_t i = 0; i < ranges.size(); ++i)
        distance[i] = isDrawn(ranges[i].least, ranges[i].greatest) ? 0 : far;
    // Chessboard distance in two passes: A. Rosenfeld, J. Pfaltz, Pattern Recognition 1(1):33-61, 1968.
    const auto pass = [&](int sign) {
        const auto at = [&](int axis, int step) {
            const int size = bricks[static_cast<std::size_t>(axis)];
            return sign > 0 ? step : size - 1 - step;
        };
        for (int c = 0; c < bricks[2]; ++c)
            for (int b = 0; b < bricks[1]; ++b)
                for (int a = 0; a < bricks[0]; ++a) {
                    const int i = at(0, a), j = at(1, b), k = at(2, c);
                    std::uint8_t& here = distance[index(i, j, k)];
                    if (here == 0) continue;
                    int nearest = here;
                    const auto look = [&](int di, int dj, int dk) {
                        const int x = i + di * sign, y = j + dj * sign, z = k + dk * sign;
                        if (x < 0 || y < 0 || z < 0 || x >= bricks[0] || y >= bricks[1] || z >= bricks[2]) return;
                        nearest = std::min(nearest, distance[index(x, y, z)] + 1);
                    };
                    for (int dj = -1; dj <= 1; ++dj)
                        for (int di = -1; di <= 1; ++di) look(di, dj, -1);
                    for (int di = -1; di <= 1; ++di) look(di, -1, 0);
                    look(-1, 0, 0);
                    here = static_cast<std::uint8_t>(nearest);
                }
    };
    pass(+1);
    pass(-1);
}

} // namespace neuraxis::render
