#include "core/analysis/pair_fit.h"

#include "core/analysis/midway_reader.h"
#include "core/analysis/on_all_cores.h"
#include "core/analysis/pair_shading.h"
#include "core/analysis/transform_logs.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>

namespace neuraxis {

namespace {

constexpr double radiusMm = 80;   // of a brain
constexpr double stillMm = 0.004; // a step that is too small for another
constexpr std::size_t chunks = 16;

/// A number between -0.5 and 0.5 that looks like chance and is the same each time.
float jitter(std::uint32_t seed) {
    seed = (seed ^ 61U) ^ (seed >> 16);
    seed *= 9U;
    seed ^= seed >> 4;
    seed *= 0x27d4eb2dU;
    seed ^= seed >> 15;
    return static_cast<float>(seed) / 4294967296.F - 0.5F;
}

/// Least squares for up to twelve numbers.
struct Normal {
    Eigen::Matrix<double, 12, 12> matrix = Eigen::Matrix<double, 12, 12>::Zero();
    Eigen::Matrix<double, 12, 1> right = Eigen::Matrix<double, 12, 1>::Zero();

    template <int Count>
    void add(const std::array<float, static_cast<std::size_t>(Count)>& row, float rest, float weight) {
        const Eigen::Map<const Eigen::Matrix<float, Count, 1>> j(row.data());
        const Eigen::Matrix<double, Count, 1> d = j.template cast<double>();
        matrix.topLeftCorner<Count, Count>().noalias() += (double(weight) * d) * d.transpose();
        right.head<Count>().noalias() -= (double(weight) * double(rest)) * d;
    }
    void operator+=(const Normal& more) {
        matrix += more.matrix;
        right += more.right;
    }
    [[nodiscard]] Eigen::VectorXd solution(int unknowns) const {
        return matrix.topLeftCorner(unknowns, unknowns).ldlt().solve(right.head(unknowns));
    }
};

} // namespace

PairFit::PairFit(const AlignmentImage& first, const AlignmentImage& second, std::size_t level, double pointsMm,
                 Focus focus, Cores cores)
    : first(first), second(second), level(level), focus(focus), cores(cores) {
    const double lookMm = double(reachOf(focus).noneMm);
    const int reach = static_cast<int>(lookMm / pointsMm);
    std::uint32_t seed = 0;
    for (int k = -reach; k <= reach; ++k)
        for (int j = -reach; j <= reach; ++j)
            for (int i = -reach; i <= reach; ++i) {
                const auto at = [&](int n) {
                    return (static_cast<float>(n) + jitter(++seed)) * static_cast<float>(pointsMm);
                };
                const Point p{at(i), at(j), at(k), 0};
                if (p.x * p.x + p.y * p.y + p.z * p.z < lookMm * lookMm) ball.push_back(p);
            }
    pointMl = pointsMm * pointsMm * pointsMm / 1000;
}

bool PairFit::Seen::inBoth() const { return std::isfinite(first + second); }

void PairFit::inChunks(const std::function<void(std::size_t, std::size_t, std::size_t)>& work) const {
    const auto part = [&](std::size_t chunk) {
        work(chunk, points.size() * chunk / chunks, points.size() * (chunk + 1) / chunks);
    };
    if (cores == Cores::All) return onAllCores(chunks, part);
    for (std::size_t chunk = 0; chunk < chunks; ++chunk) part(chunk);
}

void PairFit::choosePoints(const WorldTransform& secondOfFirst) {
    const MidwayWeights weights(MidwayHalves(secondOfFirst), reachOf(focus));
    points.clear();
    for (Point p : ball) {
        p.weight = weights(p.x, p.y, p.z);
        if (p.weight > leastWeight) points.push_back(p);
    }
    seen.assign(points.size(), {});
}

void PairFit::look(const PairPlace& place) {
    const MidwayHalves halves(place.secondOfFirst);
    const MidwayReader readFirst(first.levels()[level], halves.first),
        readSecond(second.levels()[level], halves.second);
    std::array<IntensityMap::Sums, chunks> forth{}, back{};
    inChunks([&](std::size_t chunk, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const Point& p = points[i];
            Seen& s = seen[i];
            s.first = readFirst(p.x, p.y, p.z, &s.firstGradient);
            s.second = readSecond(p.x, p.y, p.z, &s.secondGradient);
            if (!s.inBoth()) continue;
            const ShadingPowers powers = shadingPowers(p.x, p.y, p.z);
            const float evenFirst = evenness(place.firstShading, powers),
                        evenSecond = evenness(place.secondShading, powers);
            s.first *= evenFirst;
            s.second *= evenSecond;
            for (float& g : s.firstGradient) g *= evenFirst;
            for (float& g : s.secondGradient) g *= evenSecond;
            forth[chunk].add(s.first, s.second, p.weight * s.trustSecond);
            back[chunk].add(s.second, s.first, p.weight * s.trustFirst);
        }
    });
    for (std::size_t chunk = 1; chunk < chunks; ++chunk) {
        forth[0] += forth[chunk];
        back[0] += back[chunk];
    }
    secondByFirst = IntensityMap(forth[0]);
    firstBySecond = IntensityMap(back[0]);
}

PairPlace PairFit::refined(const PairPlace& start, AlignmentKind kind, int steps, bool even) {
    PairPlace place = start;
    for (int step = 0; step < steps; ++step) {
        if (step % 5 == 0) choosePoints(place.secondOfFirst);
        look(place);
        double stepMm = 0;
        const WorldTransform next = moved(place, kind, stepMm);
        if (even) evenOut(place);
        place.secondOfFirst = next;
        if (stepMm < stillMm) break;
    }
    return place;
}

WorldTransform PairFit::moved(const PairPlace& place, AlignmentKind kind, double& stepMm) {
    std::array<Normal, chunks> normals;
    inChunks([&](std::size_t chunk, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const Point& p = points[i];
            Seen& s = seen[i];
            if (!s.inBoth()) continue;
            const auto add = [&](const Difference& d, float& trust) {
                trust = d.trust();
                if (trust <= 0) return;
                const auto& g = d.gradient;
                const float weight = p.weight * trust / d.variance;
                if (kind == AlignmentKind::Rigid)
                    normals[chunk].add<6>(
                        {p.y * g[2] - p.z * g[1], p.z * g[0] - p.x * g[2], p.x * g[1] - p.y * g[0], g[0], g[1], g[2]},
                        d.rest, weight);
                else
                    normals[chunk].add<12>({g[0] * p.x, g[0] * p.y, g[0] * p.z, g[1] * p.x, g[1] * p.y, g[1] * p.z,
                                            g[2] * p.x, g[2] * p.y, g[2] * p.z, g[0], g[1], g[2]},
                                           d.rest, weight);
            };
            add(differenceOfSecond(s), s.trustSecond);
            add(differenceOfFirst(s), s.trustFirst);
        }
    });
    for (std::size_t chunk = 1; chunk < chunks; ++chunk) normals[0] += normals[chunk];
    const int unknowns = kind == AlignmentKind::Rigid ? 6 : 12;
    Eigen::VectorXd m = normals[0].solution(unknowns);
    if (!m.allFinite()) m.setZero();
    const double turn = m.head(unknowns - 3).norm(), shift = m.tail(3).norm();
    stepMm = std::max(turn * radiusMm, shift);
    m *= std::min({1.0, 0.2 / std::max(turn, 1e-12), 15 / std::max(shift, 1e-12)});
    TransformLog log{};
    if (kind == AlignmentKind::Rigid)
        log = {{{0, -m[2], m[1], m[3]}, {m[2], 0, -m[0], m[4]}, {-m[1], m[0], 0, m[5]}, {0, 0, 0, 0}}};
    else
        log = {{{m[0], m[1], m[2], m[9]}, {m[3], m[4], m[5], m[10]}, {m[6], m[7], m[8], m[11]}, {0, 0, 0, 0}}};
    const WorldTransform half = halfOf(place.secondOfFirst), next = half * expOf(log) * half;
    return kind == AlignmentKind::Rigid ? nearestRigid(next) : next;
}

float PairFit::Difference::trust() const {
    constexpr float tukey = 3.5F; // deviations from which on a difference counts for nothing
    const float far = rest * rest / (variance * tukey * tukey);
    return far < 1 ? (1 - far) * (1 - far) : 0;
}

PairFit::Difference PairFit::differenceOfSecond(const Seen& s) const {
    return difference(secondByFirst(s.first), s.second, s.firstGradient, s.secondGradient, 0.5F);
}

PairFit::Difference PairFit::differenceOfFirst(const Seen& s) const {
    return difference(firstBySecond(s.second), s.first, s.secondGradient, s.firstGradient, -0.5F);
}

PairFit::Difference PairFit::difference(const IntensityMap::Expected& expected, float value,
                                        const std::array<float, 3>& gradientFrom,
                                        const std::array<float, 3>& gradientOf, float share) {
    Difference d{value - expected.value, expected.variance, {}};
    for (std::size_t n = 0; n < 3; ++n) d.gradient[n] = share * (gradientOf[n] + expected.slope * gradientFrom[n]);
    return d;
}

} // namespace neuraxis
