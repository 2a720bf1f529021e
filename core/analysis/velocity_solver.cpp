#include "core/analysis/velocity_solver.h"

#include "core/analysis/in_slabs.h"

#include <numeric>

namespace neuraxis {

namespace {

constexpr double enough = 1e-6; ///< Of the squared residual at the start

/// The equations of one step.
class Equations {
  public:
    Equations(const Mismatch& mismatch, const MidwayGrid& grid, double stiffness)
        : mismatch(mismatch), size(grid.size), slice(size[0] * std::ptrdiff_t(size[1])), room(grid.voxels()) {
        const double mm = grid.voxelToLps.spacingMm()[0];
        stiff = static_cast<float>(stiffness / (mm * mm * mm * mm));
    }

    /// weight * gradient gradient' * x + stiffness * Laplacian² x
    void apply(const VectorField& x, VectorField& result) {
        bend(x, result);
        slabs([&](std::ptrdiff_t i) {
            const float along = mismatch.weight[index(i)] * dotAt(mismatch.gradient, x, i);
            for (std::size_t c = 0; c < 3; ++c) result[c][index(i)] += along * mismatch.gradient[c][index(i)];
        });
    }
    /// weight * difference * gradient - stiffness * Laplacian² velocity
    void rightSide(const VectorField& velocity, VectorField& result) {
        bend(velocity, result);
        slabs([&](std::ptrdiff_t i) {
            const float force = mismatch.weight[index(i)] * mismatch.difference[index(i)];
            for (std::size_t c = 0; c < 3; ++c)
                result[c][index(i)] = force * mismatch.gradient[c][index(i)] - result[c][index(i)];
        });
    }
    /// The equations of a voxel alone, solved.
    void precondition(const VectorField& x, VectorField& result) const {
        const float own = diagonal * stiff;
        slabs([&](std::ptrdiff_t i) {
            const float weight = mismatch.weight[index(i)];
            const float share = weight * dotAt(mismatch.gradient, x, i) /
                                (own + weight * dotAt(mismatch.gradient, mismatch.gradient, i));
            for (std::size_t c = 0; c < 3; ++c)
                result[c][index(i)] = (x[c][index(i)] - share * mismatch.gradient[c][index(i)]) / own;
        });
    }
    /// x += factor * y
    void add(VectorField& x, double factor, const VectorField& y) const {
        const auto f = static_cast<float>(factor);
        slabs([&](std::ptrdiff_t i) {
            for (std::size_t c = 0; c < 3; ++c) x[c][index(i)] += f * y[c][index(i)];
        });
    }
    /// x = y + factor * x
    void scaleAndAdd(VectorField& x, double factor, const VectorField& y) const {
        const auto f = static_cast<float>(factor);
        slabs([&](std::ptrdiff_t i) {
            for (std::size_t c = 0; c < 3; ++c) x[c][index(i)] = y[c][index(i)] + f * x[c][index(i)];
        });
    }
    /// Always summed in one order, so that the result does not depend on the cores.
    [[nodiscard]] double product(const VectorField& x, const VectorField& y) const {
        std::vector<double> sums(static_cast<std::size_t>(size[2]));
        inSlabs(size[2], [&](int k) {
            double sum = 0;
            for (std::ptrdiff_t i = k * slice; i < (k + 1) * slice; ++i) sum += double(dotAt(x, y, i));
            sums[static_cast<std::size_t>(k)] = sum;
        });
        return std::accumulate(sums.begin(), sums.end(), 0.0);
    }

  private:
    static constexpr float diagonal = 42; ///< Of the Laplacian of six neighbours, squared: 6² + 6

    [[nodiscard]] static std::size_t index(std::ptrdiff_t i) { return static_cast<std::size_t>(i); }
    [[nodiscard]] static float dotAt(const VectorField& x, const VectorField& y, std::ptrdiff_t i) {
        return x[0][index(i)] * y[0][index(i)] + x[1][index(i)] * y[1][index(i)] + x[2][index(i)] * y[2][index(i)];
    }
    template <class Each> void slabs(const Each& each) const {
        inSlabs(size[2], [&](int k) {
            for (std::ptrdiff_t i = k * slice; i < (k + 1) * slice; ++i) each(i);
        });
    }
    void bend(const VectorField& x, VectorField& result) {
        for (std::size_t c = 0; c < 3; ++c) {
            laplacian(x[c], room, 1);
            laplacian(room, result[c], stiff);
        }
    }
    void laplacian(const std::vector<float>& from, std::vector<float>& to, float factor) const {
        const std::ptrdiff_t nx = size[0], ny = size[1], nz = size[2];
        const std::vector<float> nothing(static_cast<std::size_t>(nx));
        inSlabs(size[2], [&](int k) {
            for (std::ptrdiff_t j = 0; j < ny; ++j) {
                const float* row = from.data() + k * slice + j * nx;
                const float* none = nothing.data();
                const float *before = j > 0 ? row - nx : none, *after = j + 1 < ny ? row + nx : none;
                const float *below = k > 0 ? row - slice : none, *above = k + 1 < nz ? row + slice : none;
                float* out = to.data() + k * slice + j * nx;
                for (std::ptrdiff_t i = 0; i < nx; ++i)
                    out[i] = factor * (before[i] + after[i] + below[i] + above[i] - 6 * row[i]);
                for (std::ptrdiff_t i = 1; i < nx; ++i) out[i] += factor * row[i - 1];
                for (std::ptrdiff_t i = 0; i + 1 < nx; ++i) out[i] += factor * row[i + 1];
            }
        });
    }

    const Mismatch& mismatch;
    std::array<int, 3> size;
    std::ptrdiff_t slice;
    std::vector<float> room;
    float stiff = 0;
};

} // namespace

void improve(VectorField& velocity, const Mismatch& mismatch, const MidwayGrid& grid, double stiffness,
             int iterations) {
    Equations equations(mismatch, grid, stiffness);
    VectorField residual = zeroField(grid), way = zeroField(grid), applied = zeroField(grid);
    equations.rightSide(velocity, residual);
    equations.precondition(residual, way);
    VectorField better = way;
    double size = equations.product(residual, better);
    const double atStart = size;
    for (int n = 0; n < iterations && size > enough * atStart; ++n) {
        equations.apply(way, applied);
        const double step = size / equations.product(way, applied);
        equations.add(velocity, step, way);
        equations.add(residual, -step, applied);
        equations.precondition(residual, better);
        const double next = equations.product(residual, better);
        equations.scaleAndAdd(way, next / size, better);
        size = next;
    }
}

} // namespace neuraxis
