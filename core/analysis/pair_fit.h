#pragma once

#include "core/analysis/alignment_image.h"
#include "core/analysis/alignment_kind.h"
#include "core/analysis/joint_intensities.h"
#include "core/analysis/pair_figures.h"
#include "core/model/world_transform.h"

#include <functional>

namespace neuraxis {

/// Where one image lies on another, from middle to middle, and how much brighter each is by place than the other says:
/// a share for each power of x, y and z up to the third.
struct PairPlace {
    static constexpr std::size_t powers = 19;

    WorldTransform secondOfFirst;
    std::array<float, powers> firstShading{}, secondShading{};
};

/// Lays two images over each other at one resolution. It looks at points of the space midway between them, so that
/// neither is favoured.
class PairFit {
  public:
    enum class Cores { One, All };
    /// What counts: the head, or little beyond the brain, since fat is shifted and faces are cut away. Never jaw and neck.
    enum class Focus { Head, Brain };

    /// pointsMm: from one point to the next.
    PairFit(const AlignmentImage& first, const AlignmentImage& second, std::size_t level, double pointsMm, Focus focus,
            Cores cores);

    /// A better place near this one. Gauss-Newton on what is left of each image when the other has explained it, by the
    /// correlation ratio (Roche et al., MICCAI 1998;1115), both ways, without outliers. `evenOut`: in turn with the
    /// shading that the coils leave.
    [[nodiscard]] PairPlace refined(const PairPlace& start, AlignmentKind kind, int steps, bool evenOut);
    /// Only overlap and information, without regard to shading.
    [[nodiscard]] PairFigures glance(const WorldTransform& secondOfFirst) const;
    [[nodiscard]] PairFigures figures(const PairPlace& place);

  private:
    struct Seen {
        float first = 0, second = 0;
        std::array<float, 3> firstGradient{}, secondGradient{}; // by millimetre in midway space
        float trustFirst = 1, trustSecond = 1;                  // 0 to 1, by the step before
        [[nodiscard]] bool inBoth() const;
    };
    /// What one image does not explain of the other at a point.
    struct Difference {
        float rest, variance;
        std::array<float, 3> gradient;
        [[nodiscard]] float trust() const; ///< 0 for an outlier, to 1 (Tukey)
    };
    static constexpr float leastWeight = 0.02F; // of a point that is looked at
    struct Point {
        float x, y, z, weight;
    };

    void choosePoints(const WorldTransform& secondOfFirst);
    void look(const PairPlace& place);
    /// Weights the differences of all points, and adds up the equations of a better transform.
    [[nodiscard]] WorldTransform moved(const PairPlace& place, AlignmentKind kind, double& stepMm);
    void evenOut(PairPlace& place) const;
    void inChunks(const std::function<void(std::size_t chunk, std::size_t begin, std::size_t end)>& work) const;
    [[nodiscard]] double pieceShiftMm() const;
    [[nodiscard]] Difference differenceOfSecond(const Seen& s) const;
    [[nodiscard]] Difference differenceOfFirst(const Seen& s) const;
    static Difference difference(const IntensityMap::Expected& expected, float value,
                                 const std::array<float, 3>& gradientFrom, const std::array<float, 3>& gradientOf,
                                 float share);

    const AlignmentImage &first, &second;
    std::size_t level;
    Focus focus;
    Cores cores;
    double pointMl = 0;
    std::vector<Point> ball, points; // all there are; those that count where the images lie now
    std::vector<Seen> seen;
    IntensityMap secondByFirst, firstBySecond;
};

} // namespace neuraxis
