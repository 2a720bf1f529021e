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
constexpr double lookMm = 120;    // from the middle outwards
constexpr double pieceMm = 25;    // of which the shifts are told
constexpr float tukey = 3.5F;     // deviations from which on a difference counts for nothing
constexpr double stillMm = 0.002; // a step that is too small for another
constexpr std::size_t chunks = 16;

/// Reads a level at places of the midway space.
class Reader {
  public:
    Reader(const AlignmentLevel& level, const WorldTransform& imageOfMidway)
        : values(level.values.data()), size(level.size),
          strideY(static_cast<std::size_t>(size[0])), strideZ(strideY * static_cast<std::size_t>(size[1])),
          low(level.low), scale(1 / (level.high - level.low)) {
        const WorldTransform voxel = WorldTransform(level.voxelToCentred.inverse()) * imageOfMidway;
        for (std::size_t row = 0; row < 3; ++row)
            for (std::size_t column = 0; column < 4; ++column)
                m[row][column] = static_cast<float>(voxel.rows()[row][column]);
    }

    /// Not-a-number outside; else 0 to 1 for nearly all. `gradient` by millimetre of midway space, where asked for.
    [[nodiscard]] float operator()(float x, float y, float z, std::array<float, 3>* gradient = nullptr) const {
        const float i = m[0][0] * x + m[0][1] * y + m[0][2] * z + m[0][3];
        const float j = m[1][0] * x + m[1][1] * y + m[1][2] * z + m[1][3];
        const float k = m[2][0] * x + m[2][1] * y + m[2][2] * z + m[2][3];
        const auto within = [](float at, int count) { return at >= 0 && at < static_cast<float>(count - 1); };
        if (!within(i, size[0]) || !within(j, size[1]) || !within(k, size[2])) return std::nanf("");
        const auto wholeI = static_cast<int>(i), wholeJ = static_cast<int>(j), wholeK = static_cast<int>(k);
        const float u = i - static_cast<float>(wholeI), v = j - static_cast<float>(wholeJ), w = k - static_cast<float>(wholeK);
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
            for (std::size_t n = 0; n < 3; ++n)
                (*gradient)[n] = scale * (di * m[0][n] + dj * m[1][n] + dk * m[2][n]);
        }
        return scale * (near + w * (far - near) - low);
    }

  private:
    const float* values;
    std::array<int, 3> size;
    std::size_t strideY, strideZ;
    float low, scale;
    float m[3][4];
};

/// The two halves of a transform: where a place of the midway space lies in each image.
struct Halves {
    explicit Halves(const WorldTransform& secondOfFirst)
        : second(halfOf(secondOfFirst)), first(second.inverse()) {}
    WorldTransform second, first;
};

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

/// Least squares for up to twelve numbers.
struct Normal {
    Eigen::Matrix<double, 12, 12> matrix = Eigen::Matrix<double, 12, 12>::Zero();
    Eigen::Matrix<double, 12, 1> right = Eigen::Matrix<double, 12, 1>::Zero();

    template <int Count> void add(const std::array<float, static_cast<std::size_t>(Count)>& row, float rest, float weight) {
        const Eigen::Map<const Eigen::Matrix<float, Count, 1>> j(row.data());
        const Eigen::Matrix<double, Count, 1> d = j.template cast<double>();
        matrix.topLeftCorner<Count, Count>().noalias() += (double(weight) * d) * d.transpose();
        right.head<Count>().noalias() -= (double(weight) * double(rest)) * d;
    }
};

} // namespace

PairFit::PairFit(const AlignmentImage& first, const AlignmentImage& second, std::size_t level, double pointsMm,
                 Cores cores)
    : first(first), second(second), level(level), cores(cores) {
    const int reach = static_cast<int>(lookMm / pointsMm);
    std::uint32_t seed = 0;
    for (int k = -reach; k <= reach; ++k)
        for (int j = -reach; j <= reach; ++j)
            for (int i = -reach; i <= reach; ++i) {
                const auto at = [&](int n) { return (static_cast<float>(n) + jitter(++seed)) * static_cast<float>(pointsMm); };
                const Point p{at(i), at(j), at(k), 0};
                if (p.x * p.x + p.y * p.y + p.z * p.z < lookMm * lookMm) ball.push_back(p);
            }
    pointMl = pointsMm * pointsMm * pointsMm / 1000;
}

void PairFit::inChunks(const std::function<void(std::size_t, std::size_t, std::size_t)>& work) const {
    const auto part = [&](std::size_t chunk) {
        work(chunk, points.size() * chunk / chunks, points.size() * (chunk + 1) / chunks);
    };
    if (cores == Cores::All) return onAllCores(chunks, part);
    for (std::size_t chunk = 0; chunk < chunks; ++chunk) part(chunk);
}

void PairFit::choosePoints(const WorldTransform& secondOfFirst) {
    const Halves halves(secondOfFirst);
    points.clear();
    for (Point p : ball) {
        const WorldPoint place{p.x, p.y, p.z};
        p.weight = std::sqrt(first.weight(halves.first(place) - WorldPoint{}) *
                             second.weight(halves.second(place) - WorldPoint{}));
        if (p.weight > 0.02F) points.push_back(p);
    }
    seen.assign(points.size(), {});
}

void PairFit::look(const WorldTransform& secondOfFirst) {
    const Halves halves(secondOfFirst);
    const Reader readFirst(first.levels()[level], halves.first), readSecond(second.levels()[level], halves.second);
    std::array<IntensityMap::Sums, chunks> forth{}, back{};
    inChunks([&](std::size_t chunk, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const Point& p = points[i];
            Seen& s = seen[i];
            s.first = readFirst(p.x, p.y, p.z, &s.firstGradient);
            s.second = readSecond(p.x, p.y, p.z, &s.secondGradient);
            if (!std::isfinite(s.first + s.second)) continue;
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

WorldTransform PairFit::refined(const WorldTransform& start, AlignmentKind kind, int steps) {
    WorldTransform transform = start;
    for (int step = 0; step < steps; ++step) {
        if (step % 5 == 0) choosePoints(transform);
        look(transform);
        std::array<Normal, chunks> normals;
        inChunks([&](std::size_t chunk, std::size_t begin, std::size_t end) {
            Normal& normal = normals[chunk];
            for (std::size_t i = begin; i < end; ++i) {
                const Point& p = points[i];
                Seen& s = seen[i];
                if (!std::isfinite(s.first + s.second)) continue;
                const auto add = [&](const IntensityMap::Expected& expected, float from, float to, const auto& gradientFrom,
                                     const auto& gradientTo, float sign, float& trust) {
                    const float rest = to - expected.value;
                    trust = trustOf(rest, expected.variance);
                    if (trust <= 0) return;
                    std::array<float, 3> g{};
                    for (std::size_t n = 0; n < 3; ++n)
                        g[n] = sign * 0.5F * (gradientTo[n] + expected.slope * gradientFrom[n]);
                    const float weight = p.weight * trust / expected.variance;
                    if (kind == AlignmentKind::Rigid)
                        normal.add<6>({p.y * g[2] - p.z * g[1], p.z * g[0] - p.x * g[2], p.x * g[1] - p.y * g[0], g[0],
                                       g[1], g[2]},
                                      rest, weight);
                    else
                        normal.add<12>({g[0] * p.x, g[0] * p.y, g[0] * p.z, g[1] * p.x, g[1] * p.y, g[1] * p.z,
                                        g[2] * p.x, g[2] * p.y, g[2] * p.z, g[0], g[1], g[2]},
                                       rest, weight);
                    (void)from;
                };
                add(secondByFirst(s.first), s.first, s.second, s.firstGradient, s.secondGradient, 1, s.trustSecond);
                add(firstBySecond(s.second), s.second, s.first, s.secondGradient, s.firstGradient, -1, s.trustFirst);
            }
        });
        for (std::size_t chunk = 1; chunk < chunks; ++chunk) {
            normals[0].matrix += normals[chunk].matrix;
            normals[0].right += normals[chunk].right;
        }
        const int unknowns = kind == AlignmentKind::Rigid ? 6 : 12;
        const Eigen::VectorXd move = normals[0]
                                         .matrix.topLeftCorner(unknowns, unknowns)
                                         .ldlt()
                                         .solve(normals[0].right.head(unknowns));
        if (!move.allFinite()) return start;
        const double turn = move.head(unknowns - 3).norm(), shift = move.tail(3).norm();
        const double part = std::min({1.0, 0.2 / std::max(turn, 1e-12), 15 / std::max(shift, 1e-12)});
        const Eigen::VectorXd m = move * part;
        TransformLog log{};
        if (kind == AlignmentKind::Rigid)
            log = {{{0, -m[2], m[1], m[3]}, {m[2], 0, -m[0], m[4]}, {-m[1], m[0], 0, m[5]}, {0, 0, 0, 0}}};
        else
            log = {{{m[0], m[1], m[2], m[9]}, {m[3], m[4], m[5], m[10]}, {m[6], m[7], m[8], m[11]}, {0, 0, 0, 0}}};
        const WorldTransform half = halfOf(transform);
        transform = half * expOf(log) * half;
        if (kind == AlignmentKind::Rigid) transform = nearestRigid(transform);
        if (turn * radiusMm < stillMm && shift < stillMm) break;
    }
    return transform;
}

PairFigures PairFit::glance(const WorldTransform& secondOfFirst) const {
    const Halves halves(secondOfFirst);
    const Reader readFirst(first.levels()[level], halves.first), readSecond(second.levels()[level], halves.second);
    JointHistogram histogram;
    double inFirst = 0, inSecond = 0, inBoth = 0;
    for (const Point& p : ball) {
        const WorldPoint place{p.x, p.y, p.z};
        const float weight = std::sqrt(first.weight(halves.first(place) - WorldPoint{}) *
                                       second.weight(halves.second(place) - WorldPoint{}));
        if (weight <= 0.02F) continue;
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
    figures.overlapMl = inBoth * pointMl;
    figures.information = histogram.mutualInformation() * figures.overlapMl / 1000;
    return figures;
}

PairFigures PairFit::figures(const WorldTransform& secondOfFirst) {
    PairFigures figures = glance(secondOfFirst);
    choosePoints(secondOfFirst);
    look(secondOfFirst);
    figures.likeness = std::max(secondByFirst.explained(), firstBySecond.explained());
    double n = 0, a = 0, b = 0, aa = 0, bb = 0, ab = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Seen& s = seen[i];
        if (!std::isfinite(s.first + s.second)) continue;
        const double w = points[i].weight, x = s.first, y = s.second;
        n += w, a += w * x, b += w * y, aa += w * x * x, bb += w * y * y, ab += w * x * y;
    }
    const double both = ab - a * b / n;
    figures.linear = both * both / std::max((aa - a * a / n) * (bb - b * b / n), 1e-12);
    figures.shiftMm = pieceShiftMm();
    return figures;
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
        if (!std::isfinite(s.first + s.second) || p.weight < 0.5F) continue;
        const auto of = [](float at) { return static_cast<int>(std::floor(at / pieceMm)); };
        Piece& piece = pieces[{of(p.x), of(p.y), of(p.z)}];
        piece.weight += double(p.weight);
        const auto add = [&](const IntensityMap::Expected& expected, float to, const auto& gradientFrom,
                             const auto& gradientTo, float sign) {
            const float rest = to - expected.value;
            const double weight = double(p.weight * trustOf(rest, expected.variance) / expected.variance);
            Eigen::Vector3d g;
            for (std::size_t n = 0; n < 3; ++n)
                g[static_cast<Eigen::Index>(n)] = double(sign * 0.5F * (gradientTo[n] + expected.slope * gradientFrom[n]));
            piece.matrix += weight * g * g.transpose();
            piece.right -= weight * double(rest) * g;
        };
        add(secondByFirst(s.first), s.second, s.firstGradient, s.secondGradient, 1);
        add(firstBySecond(s.second), s.first, s.secondGradient, s.firstGradient, -1);
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
