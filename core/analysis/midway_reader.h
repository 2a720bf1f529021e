#pragma once

#include "core/analysis/pair_fit.h"
#include "core/analysis/transform_logs.h"

#include <algorithm>
#include <cmath>

namespace neuraxis {

/// A transform in single precision, for many points.
class QuickTransform {
  public:
    explicit QuickTransform(const WorldTransform& transform) {
        for (std::size_t row = 0; row < 3; ++row)
            for (std::size_t column = 0; column < 4; ++column)
                m[row][column] = static_cast<float>(transform.rows()[row][column]);
    }
    [[nodiscard]] std::array<float, 3> operator()(float x, float y, float z) const {
        return {m[0][0] * x + m[0][1] * y + m[0][2] * z + m[0][3], m[1][0] * x + m[1][1] * y + m[1][2] * z + m[1][3],
                m[2][0] * x + m[2][1] * y + m[2][2] * z + m[2][3]};
    }
    /// What a gradient in the space that it goes to is in the space that it comes from.
    [[nodiscard]] std::array<float, 3> gradient(float x, float y, float z) const {
        return {m[0][0] * x + m[1][0] * y + m[2][0] * z, m[0][1] * x + m[1][1] * y + m[2][1] * z,
                m[0][2] * x + m[1][2] * y + m[2][2] * z};
    }

  private:
    float m[3][4];
};

/// Reads a level at places of the midway space.
class MidwayReader {
  public:
    MidwayReader(const AlignmentLevel& level, const WorldTransform& imageOfMidway)
        : values(level.values.data()), size(level.size), strideY(static_cast<std::size_t>(size[0])),
          strideZ(strideY * static_cast<std::size_t>(size[1])), low(level.low), scale(1 / (level.high - level.low)),
          voxelOfMidway(WorldTransform(level.voxelToCentred.inverse()) * imageOfMidway) {}

    /// Not-a-number outside; else 0 to 1 for nearly all. `gradient` by millimetre of midway space, where asked for.
    [[nodiscard]] float operator()(float x, float y, float z, std::array<float, 3>* gradient = nullptr) const {
        const auto [i, j, k] = voxelOfMidway(x, y, z);
        const auto within = [](float at, int count) { return at >= 0 && at < static_cast<float>(count - 1); };
        if (!within(i, size[0]) || !within(j, size[1]) || !within(k, size[2])) return std::nanf("");
        const auto wholeI = static_cast<int>(i), wholeJ = static_cast<int>(j), wholeK = static_cast<int>(k);
        const float u = i - static_cast<float>(wholeI), v = j - static_cast<float>(wholeJ),
                    w = k - static_cast<float>(wholeK);
        const float* p = values + static_cast<std::size_t>(wholeI) + static_cast<std::size_t>(wholeJ) * strideY +
                         static_cast<std::size_t>(wholeK) * strideZ;
        const float* q = p + strideZ;
        const float a = p[0], b = p[1], c = p[strideY], d = p[strideY + 1];
        const float e = q[0], f = q[1], g = q[strideY], h = q[strideY + 1];
        const float ab = a + u * (b - a), cd = c + u * (d - c), ef = e + u * (f - e), gh = g + u * (h - g);
        const float near = ab + v * (cd - ab), far = ef + v * (gh - ef);
        if (gradient) {
            const float di = (1 - w) * ((1 - v) * (b - a) + v * (d - c)) + w * ((1 - v) * (f - e) + v * (h - g));
            const float dj = (1 - w) * (cd - ab) + w * (gh - ef), dk = far - near;
            *gradient = voxelOfMidway.gradient(scale * di, scale * dj, scale * dk);
        }
        return scale * (near + w * (far - near) - low);
    }

  private:
    const float* values;
    std::array<int, 3> size;
    std::size_t strideY, strideZ;
    float low, scale;
    QuickTransform voxelOfMidway;
};

/// The two halves of a transform: where a place of the midway space lies in each image.
struct MidwayHalves {
    explicit MidwayHalves(const WorldTransform& secondOfFirst)
        : second(halfOf(secondOfFirst)), first(second.inverse()) {}
    WorldTransform second, first;
};

/// How far from the middle all counts, and nothing any more.
struct FocusReach {
    float wholeMm, noneMm;
};

inline FocusReach reachOf(PairFit::Focus focus) {
    return focus == PairFit::Focus::Head ? FocusReach{80, 120} : FocusReach{55, 75};
}

/// How much a place of the midway space counts by both images.
class MidwayWeights {
  public:
    MidwayWeights(const MidwayHalves& halves, FocusReach reach)
        : toFirst(halves.first), toSecond(halves.second), reach(reach) {}
    [[nodiscard]] float operator()(float x, float y, float z) const {
        return std::sqrt(weight(toFirst(x, y, z)) * weight(toSecond(x, y, z)));
    }

  private:
    [[nodiscard]] float weight(const std::array<float, 3>& p) const {
        const float mm = std::sqrt(p[0] * p[0] + p[1] * p[1] + p[2] * p[2]);
        const float far = std::clamp((mm - reach.wholeMm) / (reach.noneMm - reach.wholeMm), 0.F, 1.F);
        return 1 - far * far * (3 - 2 * far);
    }

    QuickTransform toFirst, toSecond;
    FocusReach reach;
};

} // namespace neuraxis
