#include "core/analysis/pair_fit.h"

#include "core/analysis/on_all_cores.h"
#include "core/analysis/transform_logs.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <map>

namespace neuraxis {

namespace {

constexpr double radiusMm = 80;   // of a brain
constexpr double shadingMm = 100; // from the middle outwards, where a power of x is 1
constexpr double pieceMm = 25;    // of which the shifts are told
constexpr float tukey = 3.5F;     // deviations from which on a difference counts for nothing
constexpr double stillMm = 0.004; // a step that is too small for another
constexpr float leastWeight = 0.02F;
constexpr std::size_t chunks = 16, shadingPoints = 5000;

/// A transform in single precision, for many points.
class Quick {
  public:
    explicit Quick(const WorldTransform& transform) {
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
class Reader {
  public:
    Reader(const AlignmentLevel& level, const WorldTransform& imageOfMidway)
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
    Quick voxelOfMidway;
};

/// The two halves of a transform: where a place of the midway space lies in each image.
struct Halves {
    explicit Halves(const WorldTransform& secondOfFirst) : second(halfOf(secondOfFirst)), first(second.inverse()) {}
    WorldTransform second, first;
};

/// How far from the middle all counts, and nothing any more.
struct Reach {
    float wholeMm, noneMm;
};

Reach reachOf(PairFit::Focus focus) { return focus == PairFit::Focus::Head ? Reach{80, 120} : Reach{55, 75}; }

/// How much a place of the midway space counts by both images.
class Weights {
  public:
    Weights(const Halves& halves, Reach reach) : toFirst(halves.first), toSecond(halves.second), reach(reach) {}
    [[nodiscard]] float operator()(float x, float y, float z) const {
        return std::sqrt(weight(toFirst(x, y, z)) * weight(toSecond(x, y, z)));
    }

  private:
    [[nodiscard]] float weight(const std::array<float, 3>& p) const {
        const float mm = std::sqrt(p[0] * p[0] + p[1] * p[1] + p[2] * p[2]);
        const float far = std::clamp((mm - reach.wholeMm) / (reach.noneMm - reach.wholeMm), 0.F, 1.F);
        return 1 - far * far * (3 - 2 * far);
    }

    Quick toFirst, toSecond;
    Reach reach;
};

using Powers = std::array<float, PairPlace::powers>;

Powers powersAt(float x, float y, float z) {
    constexpr float unit = 1 / static_cast<float>(shadingMm);
    x *= unit, y *= unit, z *= unit;
    return {x,         y,         z,         x * x,     y * y,     z * z,     x * y,     y * z,     z * x,    x * x * x,
            y * y * y, z * z * z, x * x * y, x * x * z, y * y * x, y * y * z, z * z * x, z * z * y, x * y * z};
}

float shade(const Powers& shading, const Powers& powers) {
    float sum = 0;
    for (std::size_t i = 0; i < powers.size(); ++i) sum += shading[i] * powers[i];
    return std::clamp(1 - sum, 0.3F, 3.F);
}

/// A number between -0.5 and 0.5 that looks like chance and is the same each time.
float jitter(std::uint32_t seed) {
    seed = (seed ^ 61U) ^ (seed >> 16);
    seed *= 9U;
    seed ^= seed >> 4;
    seed *= 0x27d4eb2dU;
    seed ^= seed >> 15;
    return static_cast<float>(seed) / 4294967296.F - 0.5F;
}

float trustOf(float difference, float variance) {
    const float far = difference * difference / (variance * tukey * tukey);
    return far < 1 ? (1 - far) * (1 - far) : 0;
}

double mostStretchPercent(const WorldTransform& transform) {
    const auto& m = transform.rows();
    Eigen::Matrix3d matrix;
    for (Eigen::Index i = 0; i < 3; ++i)
        for (Eigen::Index j = 0; j < 3; ++j) matrix(i, j) = m[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)];
    const Eigen::Vector3d lengths = Eigen::JacobiSVD<Eigen::Matrix3d>(matrix).singularValues();
    return 100 * (lengths.array() - 1).abs().maxCoeff();
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
    const Weights weights(Halves(secondOfFirst), reachOf(focus));
    points.clear();
    for (Point p : ball) {
        p.weight = weights(p.x, p.y, p.z);
        if (p.weight > leastWeight) points.push_back(p);
    }
    seen.assign(points.size(), {});
}

void PairFit::look(const PairPlace& place) {
    const Halves halves(place.secondOfFirst);
    const Reader readFirst(first.levels()[level], halves.first), readSecond(second.levels()[level], halves.second);
    std::array<IntensityMap::Sums, chunks> forth{}, back{};
    inChunks([&](std::size_t chunk, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const Point& p = points[i];
            Seen& s = seen[i];
            s.first = readFirst(p.x, p.y, p.z, &s.firstGradient);
            s.second = readSecond(p.x, p.y, p.z, &s.secondGradient);
            if (!s.inBoth()) continue;
            const Powers powers = powersAt(p.x, p.y, p.z);
            const float evenFirst = shade(place.firstShading, powers), evenSecond = shade(place.secondShading, powers);
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
                trust = trustOf(d.rest, d.variance);
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

void PairFit::evenOut(PairPlace& place) const {
    constexpr int count = PairPlace::powers;
    Eigen::Matrix<double, 2 * count, 2 * count> matrix = Eigen::Matrix<double, 2 * count, 2 * count>::Zero();
    Eigen::Matrix<double, 2 * count, 1> right = Eigen::Matrix<double, 2 * count, 1>::Zero(), row;
    const std::size_t stride = std::max<std::size_t>(points.size() / shadingPoints, 1);
    for (std::size_t i = 0; i < points.size(); i += stride) {
        const Point& p = points[i];
        const Seen& s = seen[i];
        if (!s.inBoth()) continue;
        const Powers powers = powersAt(p.x, p.y, p.z);
        const auto add = [&](const Difference& d, float byFirst, float bySecond, float trust) {
            if (trust <= 0) return;
            for (int n = 0; n < count; ++n) {
                row[n] = double(byFirst * powers[static_cast<std::size_t>(n)]);
                row[n + count] = double(bySecond * powers[static_cast<std::size_t>(n)]);
            }
            const double weight = double(p.weight * trust / d.variance);
            matrix.selfadjointView<Eigen::Lower>().rankUpdate(row, weight);
            right += weight * double(d.rest) * row;
        };
        add(differenceOfSecond(s), -secondByFirst(s.first).slope * s.first, s.second, s.trustSecond);
        add(differenceOfFirst(s), s.first, -firstBySecond(s.second).slope * s.second, s.trustFirst);
    }
    // Held, since both may share what one has
    const double hold = 1e-2 * matrix.trace() / (2 * count);
    matrix.diagonal().array() += hold;
    for (int n = 0; n < count; ++n) {
        right[n] -= hold * double(place.firstShading[static_cast<std::size_t>(n)]);
        right[n + count] -= hold * double(place.secondShading[static_cast<std::size_t>(n)]);
    }
    const Eigen::VectorXd more = matrix.selfadjointView<Eigen::Lower>().ldlt().solve(right);
    if (!more.allFinite()) return;
    for (int n = 0; n < count; ++n) {
        place.firstShading[static_cast<std::size_t>(n)] += static_cast<float>(more[n]);
        place.secondShading[static_cast<std::size_t>(n)] += static_cast<float>(more[n + count]);
    }
}

PairFigures PairFit::glance(const WorldTransform& secondOfFirst) const {
    const Halves halves(secondOfFirst);
    const Weights weights(halves, reachOf(focus));
    const Reader readFirst(first.levels()[level], halves.first), readSecond(second.levels()[level], halves.second);
    JointHistogram histogram;
    double inFirst = 0, inSecond = 0, inBoth = 0;
    for (const Point& p : ball) {
        const float weight = weights(p.x, p.y, p.z);
        if (weight <= leastWeight) continue;
        const float a = readFirst(p.x, p.y, p.z), b = readSecond(p.x, p.y, p.z);
        const bool one = std::isfinite(a), other = std::isfinite(b);
        inFirst += one ? double(weight) : 0;
        inSecond += other ? double(weight) : 0;
        if (!one || !other) continue;
        inBoth += double(weight);
        histogram.add(a, b, weight);
    }
    PairFigures figures;
    figures.overlap = inBoth / std::max(std::min(inFirst, inSecond), 1e-9);
    figures.overlapOfLarger = inBoth / std::max(std::max(inFirst, inSecond), 1e-9);
    figures.overlapMl = inBoth * pointMl;
    figures.information = histogram.mutualInformation();
    return figures;
}

PairFigures PairFit::figures(const PairPlace& place) {
    PairFigures figures = glance(place.secondOfFirst);
    choosePoints(place.secondOfFirst);
    look(place);
    figures.likeness = std::max(secondByFirst.explained(), firstBySecond.explained());
    JointHistogram histogram;
    double n = 0, a = 0, b = 0, aa = 0, bb = 0, ab = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Seen& s = seen[i];
        if (!s.inBoth()) continue;
        const double w = points[i].weight, x = s.first, y = s.second;
        histogram.add(s.first, s.second, points[i].weight);
        n += w, a += w * x, b += w * y, aa += w * x * x, bb += w * y * y, ab += w * x * y;
    }
    const double both = ab - a * b / n;
    figures.linear = both * both / std::max((aa - a * a / n) * (bb - b * b / n), 1e-12);
    figures.information = histogram.mutualInformation();
    figures.shiftMm = pieceShiftMm();
    figures.stretchPercent = mostStretchPercent(place.secondOfFirst);
    return figures;
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

double PairFit::pieceShiftMm() const {
    struct Piece {
        Eigen::Matrix3d matrix = Eigen::Matrix3d::Zero();
        Eigen::Vector3d right = Eigen::Vector3d::Zero();
        double weight = 0;
    };
    std::map<std::array<int, 3>, Piece> pieces;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Point& p = points[i];
        const Seen& s = seen[i];
        if (!s.inBoth() || p.weight < 0.5F) continue;
        const auto of = [](float at) { return static_cast<int>(std::floor(at / pieceMm)); };
        Piece& piece = pieces[{of(p.x), of(p.y), of(p.z)}];
        piece.weight += double(p.weight);
        for (const Difference& d : {differenceOfSecond(s), differenceOfFirst(s)}) {
            const double weight = double(p.weight * trustOf(d.rest, d.variance) / d.variance);
            const Eigen::Vector3d g(double(d.gradient[0]), double(d.gradient[1]), double(d.gradient[2]));
            piece.matrix += weight * g * g.transpose();
            piece.right -= weight * double(d.rest) * g;
        }
    }
    std::vector<double> shifts;
    double most = 0;
    for (const auto& [place, piece] : pieces) most = std::max(most, piece.matrix.trace());
    for (const auto& [place, piece] : pieces) {
        if (piece.matrix.trace() < 0.05 * most) continue;
        const Eigen::Matrix3d held = piece.matrix + 1e-3 * most * Eigen::Matrix3d::Identity();
        shifts.push_back(held.ldlt().solve(piece.right).norm());
    }
    if (shifts.empty()) return 0;
    const auto middle = shifts.begin() + static_cast<std::ptrdiff_t>(shifts.size() / 2);
    std::nth_element(shifts.begin(), middle, shifts.end());
    return *middle;
}

} // namespace neuraxis
