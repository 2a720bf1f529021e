#include "core/analysis/blur.h"

#include "core/analysis/in_slabs.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace neuraxis {

namespace {

/// Half a kernel from its middle, the whole having sum 1.
std::vector<float> halfKernel(double sigma) {
    const int reach = std::max(1, static_cast<int>(std::ceil(3 * sigma)));
    std::vector<float> kernel;
    double sum = 0;
    for (int i = 0; i <= reach; ++i) {
        kernel.push_back(static_cast<float>(std::exp(-i * i / (2 * sigma * sigma))));
        sum += kernel.back() * (i == 0 ? 1.0 : 2.0);
    }
    for (float& weight : kernel) weight = static_cast<float>(weight / sum);
    return kernel;
}

void blurLine(float* to, std::ptrdiff_t count, const std::vector<float>& kernel, std::vector<float>& line) {
    const auto reach = static_cast<std::ptrdiff_t>(kernel.size()) - 1;
    line.resize(static_cast<std::size_t>(count + 2 * reach));
    std::fill_n(line.begin(), reach, to[0]);
    std::copy_n(to, count, line.begin() + reach);
    std::fill_n(line.begin() + reach + count, reach, to[count - 1]);
    const float* middle = line.data() + reach;
    for (std::ptrdiff_t i = 0; i < count; ++i) to[i] = kernel[0] * middle[i];
    for (std::ptrdiff_t d = 1; d <= reach; ++d) {
        const float weight = kernel[static_cast<std::size_t>(d)];
        for (std::ptrdiff_t i = 0; i < count; ++i) to[i] += weight * (middle[i - d] + middle[i + d]);
    }
}

/// Rows of nx numbers, `step` apart, blurred across: whole rows are added up, which the compiler does eight at a time.
void blurRows(float* first, std::ptrdiff_t nx, std::ptrdiff_t rows, std::ptrdiff_t step,
              const std::vector<float>& kernel, std::vector<float>& plane) {
    const auto reach = static_cast<std::ptrdiff_t>(kernel.size()) - 1;
    plane.resize(static_cast<std::size_t>(nx * rows));
    for (std::ptrdiff_t row = 0; row < rows; ++row) std::copy_n(first + row * step, nx, plane.begin() + row * nx);
    const auto from = [&](std::ptrdiff_t row) {
        return plane.data() + std::clamp<std::ptrdiff_t>(row, 0, rows - 1) * nx;
    };
    for (std::ptrdiff_t row = 0; row < rows; ++row) {
        float* to = first + row * step;
        const float* same = from(row);
        for (std::ptrdiff_t i = 0; i < nx; ++i) to[i] = kernel[0] * same[i];
        for (std::ptrdiff_t d = 1; d <= reach; ++d) {
            const float weight = kernel[static_cast<std::size_t>(d)];
            const float *before = from(row - d), *after = from(row + d);
            for (std::ptrdiff_t i = 0; i < nx; ++i) to[i] += weight * (before[i] + after[i]);
        }
    }
}

} // namespace

void blur(std::vector<float>& values, const std::array<int, 3>& size, const std::array<double, 3>& sigmaVoxels) {
    const std::ptrdiff_t nx = size[0], ny = size[1], nz = size[2];
    const auto slabs = [&](std::size_t axis, int count, const auto& each) {
        if (!(sigmaVoxels[axis] > 0) || size[axis] < 2) return;
        const auto kernel = halfKernel(sigmaVoxels[axis]);
        inSlabs(count, [&](int index) {
            std::vector<float> room;
            each(index, kernel, room);
        });
    };
    slabs(0, size[2], [&](int k, const auto& kernel, auto& room) {
        for (std::ptrdiff_t j = 0; j < ny; ++j) blurLine(values.data() + (k * ny + j) * nx, nx, kernel, room);
    });
    slabs(1, size[2], [&](int k, const auto& kernel, auto& room) {
        blurRows(values.data() + k * ny * nx, nx, ny, nx, kernel, room);
    });
    slabs(2, size[1], [&](int j, const auto& kernel, auto& room) {
        blurRows(values.data() + j * nx, nx, nz, nx * ny, kernel, room);
    });
}

} // namespace neuraxis
