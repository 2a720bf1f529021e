#include "core/analysis/scalar_grid.h"

#include <algorithm>
#include <cmath>

namespace neuraxis {

ScalarGrid::ScalarGrid(std::array<int, 3> size, std::array<int, 3> firstLpsMm)
    : extent(size), first(firstLpsMm),
      data(static_cast<std::size_t>(size[0]) * static_cast<std::size_t>(size[1]) * static_cast<std::size_t>(size[2])) {}

ScalarGrid::Sample ScalarGrid::at(const SurfacePoint& lps) const {
    const float x = lps.x - static_cast<float>(first[0]), y = lps.y - static_cast<float>(first[1]),
                z = lps.z - static_cast<float>(first[2]);
    if (!(x >= 0 && y >= 0 && z >= 0)) return {};
    const auto i = static_cast<int>(x), j = static_cast<int>(y), k = static_cast<int>(z);
    if (i + 1 >= extent[0] || j + 1 >= extent[1] || k + 1 >= extent[2]) return {};
    const std::ptrdiff_t nx = extent[0], nxy = nx * extent[1];
    const float* p = data.data() + i + nx * j + nxy * k;
    const float u = x - static_cast<float>(i), v = y - static_cast<float>(j), w = z - static_cast<float>(k);
    const auto mix = [](float a, float b, float t) { return a + (b - a) * t; };
    const float* q = p + nxy;
    const float a0 = mix(p[0], p[1], u), a1 = mix(p[nx], p[nx + 1], u), b0 = mix(q[0], q[1], u),
                b1 = mix(q[nx], q[nx + 1], u);
    const float a = mix(a0, a1, v), b = mix(b0, b1, v);
    return {mix(a, b, w),
            {mix(mix(p[1] - p[0], p[nx + 1] - p[nx], v), mix(q[1] - q[0], q[nx + 1] - q[nx], v), w),
             mix(a1 - a0, b1 - b0, w), b - a}};
}

ScalarGrid ScalarGrid::smoothed(double sigmaMm) const {
    const int reach = static_cast<int>(std::ceil(3 * sigmaMm));
    std::vector<float> kernel;
    float sum = 0;
    for (int i = 0; i <= reach; ++i) {
        kernel.push_back(static_cast<float>(std::exp(-i * i / (2 * sigmaMm * sigmaMm))));
        sum += kernel.back() * (i == 0 ? 1.F : 2.F);
    }
    for (float& weight : kernel) weight /= sum;

    ScalarGrid out = *this;
    const auto nx = static_cast<std::size_t>(extent[0]), nxy = nx * static_cast<std::size_t>(extent[1]);
    const std::size_t all = data.size();
    std::vector<float> line;
    // Along x in lines; along y and z whole rows are added up, which the compiler does eight at a time
    for (std::size_t row = 0; row < all; row += nx) {
        line.assign(nx + 2 * static_cast<std::size_t>(reach), 0);
        std::copy_n(out.data.begin() + static_cast<std::ptrdiff_t>(row), nx, line.begin() + reach);
        float* to = out.data.data() + row;
        const float* middle = line.data() + reach;
        for (std::size_t i = 0; i < nx; ++i) to[i] = kernel[0] * middle[i];
        for (int d = 1; d <= reach; ++d)
            for (std::size_t i = 0; i < nx; ++i)
                to[i] +=
                    kernel[static_cast<std::size_t>(d)] * (middle[i + static_cast<std::size_t>(d)] + *(middle + i - d));
    }
    for (const int axis : {1, 2}) {
        const std::vector<float> from = out.data;
        const std::size_t step = axis == 1 ? nx : nxy;
        const int count = extent[static_cast<std::size_t>(axis)];
        for (std::size_t row = 0; row < all; row += nx) {
            const int at = static_cast<int>(row / step) % count;
            float* to = out.data.data() + row;
            for (std::size_t i = 0; i < nx; ++i) to[i] = kernel[0] * from[row + i];
            for (int d = 1; d <= reach; ++d)
                for (const int side : {-1, 1}) {
                    if (at + side * d < 0 || at + side * d >= count) continue;
                    const float* other =
                        from.data() + static_cast<std::ptrdiff_t>(row) + side * d * static_cast<std::ptrdiff_t>(step);
                    for (std::size_t i = 0; i < nx; ++i) to[i] += kernel[static_cast<std::size_t>(d)] * other[i];
                }
        }
    }
    return out;
}

} // namespace neuraxis
