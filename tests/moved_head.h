#pragma once

#include "core/analysis/on_all_cores.h"
#include "core/io/scan.h"
#include "core/model/world_transform.h"

#include <QFile>
#include <algorithm>
#include <cmath>
#include <cstring>
#include <numbers>
#include <random>

namespace neuraxis::test {

/// A head of 1 mm voxels from a Debian package (mricron-data); null where it is not installed.
inline std::shared_ptr<const Volume> templateHead(const char* name = "ch2.nii.gz") {
    const QString path = QStringLiteral("/usr/share/mricron/templates/%1").arg(QString::fromLatin1(name));
    if (!QFile::exists(path)) return nullptr;
    io::Job job;
    return io::read(io::scan({path}, job).found.at(0), job);
}

/// What another scanner or another sequence makes of a head whose values run from 0 to 255.
struct Look {
    QString name = QStringLiteral("same");
    std::function<double(double)> contrast = [](double value) { return value; };
    double noise = 0;   ///< Standard deviation
    double shading = 0; ///< How much brighter one side is than the other, as a share
    unsigned seed = 1;
};

inline const std::vector<Look>& contrasts() {
    static const std::vector<Look> table = {
        {QStringLiteral("same"), [](double v) { return v; }},
        {QStringLiteral("gamma 0.6"), [](double v) { return 255 * std::pow(v / 255, 0.6); }},
        {QStringLiteral("gamma 1.6"), [](double v) { return 255 * std::pow(v / 255, 1.6); }},
        {QStringLiteral("inverted"), [](double v) { return 255 - v; }},
        // Air dark, fluid brightest, white matter darker than grey
        {QStringLiteral("like T2"),
         [](double v) { return v < 30 ? v / 30 * 220 : std::max(220 - (v - 30) * 1.1, 20.0); }},
        // Fluid dark, grey matter brightest, white matter darker
        {QStringLiteral("like FLAIR"), [](double v) { return v < 90 ? v * 2 : std::max(180 - (v - 90) * 1.4, 40.0); }},
    };
    return table;
}

/// The value at a place between voxels by Catmull-Rom's cubic along each axis; beyond the grid as at its edge, 0 far out.
class CubicHead {
  public:
    explicit CubicHead(const Volume& head) : size(head.header().size), fromLps(head.header().voxelToLps.inverse()) {
        values.resize(head.header().voxelsPerVolume());
        std::size_t index = 0;
        for (int k = 0; k < size[2]; ++k)
            for (int j = 0; j < size[1]; ++j)
                for (int i = 0; i < size[0]; ++i)
                    values[index++] = static_cast<float>(head.value({double(i), double(j), double(k)}));
    }

    [[nodiscard]] double operator()(const WorldPoint& lps) const {
        const WorldPoint at = WorldTransform(fromLps)(lps);
        std::array<int, 3> first{};
        std::array<std::array<double, 4>, 3> weight{};
        const std::array<double, 3> place = {at.x, at.y, at.z};
        for (std::size_t a = 0; a < 3; ++a) {
            if (!(place[a] > -1 && place[a] < size[a])) return 0;
            first[a] = static_cast<int>(std::floor(place[a])) - 1;
            const double t = place[a] - std::floor(place[a]);
            weight[a] = {((-0.5 * t + 1) * t - 0.5) * t, (1.5 * t - 2.5) * t * t + 1, ((-1.5 * t + 2) * t + 0.5) * t,
                         (0.5 * t - 0.5) * t * t};
        }
        double sum = 0;
        for (int k = 0; k < 4; ++k)
            for (int j = 0; j < 4; ++j) {
                double row = 0;
                for (int i = 0; i < 4; ++i)
                    row += weight[0][static_cast<std::size_t>(i)] * voxel(first[0] + i, first[1] + j, first[2] + k);
                sum += row * weight[1][static_cast<std::size_t>(j)] * weight[2][static_cast<std::size_t>(k)];
            }
        return sum;
    }

  private:
    [[nodiscard]] double voxel(int i, int j, int k) const {
        const auto inside = [](int n, int count) { return static_cast<std::size_t>(std::clamp(n, 0, count - 1)); };
        return double(values[inside(i, size[0]) +
                             static_cast<std::size_t>(size[0]) *
                                 (inside(j, size[1]) + static_cast<std::size_t>(size[1]) * inside(k, size[2]))]);
    }

    std::array<int, 3> size;
    Affine::Rows fromLps;
    std::vector<float> values;
};

/// The head moved and seen on another grid, as int16. Each voxel is the mean of `slices` along the grid's third axis.
inline std::shared_ptr<const Volume> movedHead(const std::function<double(const WorldPoint&)>& head,
                                               const WorldTransform& movedOfHead, const std::array<int, 3>& size,
                                               const Affine& grid, const Look& look, int slices = 1) {
    VolumeHeader header;
    header.format = QStringLiteral("phantom");
    header.size = size;
    header.voxelToLps = grid;
    header.type = StoredType::Int16;
    std::shared_ptr<std::byte[]> voxels(new std::byte[header.bytes()]);
    const WorldTransform back = movedOfHead.inverse();
    onAllCores(static_cast<std::size_t>(size[2]), [&](std::size_t slice) {
        std::mt19937 random(look.seed * 10007 + static_cast<unsigned>(slice));
        std::normal_distribution<double> normal;
        std::byte* to =
            voxels.get() + slice * 2 * static_cast<std::size_t>(size[0]) * static_cast<std::size_t>(size[1]);
        for (int j = 0; j < size[1]; ++j)
            for (int i = 0; i < size[0]; ++i, to += 2) {
                double value = 0;
                for (int part = 0; part < slices; ++part) {
                    const double k = static_cast<double>(slice) + (part + 0.5) / slices - 0.5;
                    value +=
                        look.contrast(std::clamp(head(back(grid.toWorld({double(i), double(j), k}))), 0.0, 255.0)) /
                        slices;
                }
                value *= 1 + look.shading * (double(i) / size[0] - 0.5 + 0.5 * std::sin(3.0 * j / size[1]));
                const auto stored =
                    static_cast<std::int16_t>(std::lround(std::max(value + look.noise * normal(random), 0.0) * 8));
                std::memcpy(to, &stored, 2);
            }
    });
    return std::make_shared<Volume>(header, std::shared_ptr<const std::byte>(voxels, voxels.get()));
}

/// One case of many: a head and the same moved by up to 30 degrees and 40 mm, as another scan might see it.
struct MovedCase {
    WorldTransform secondOfFirst;
    std::shared_ptr<const Volume> second;
    QString words;
};

inline MovedCase randomCase(unsigned number, const CubicHead& head, const VolumeHeader& first) {
    std::mt19937 random(number);
    const auto between = [&](double low, double high) {
        return std::uniform_real_distribution<double>(low, high)(random);
    };
    const auto direction = [&] {
        std::normal_distribution<double> normal;
        const double x = normal(random), y = normal(random), z = normal(random);
        return unit({x, y, z});
    };
    MovedCase made;
    const double degrees = between(0, 30), mm = between(0, 40);
    made.secondOfFirst =
        WorldTransform::rigid(direction() * (degrees * std::numbers::pi / 180), direction() * mm, first.centreLps());
    Look look = contrasts()[number % contrasts().size()];
    look.noise = between(0, 12);
    look.shading = number % 4 < 2 ? between(0, 0.4) : 0;
    look.seed = number;
    std::array<int, 3> size = first.size;
    Affine grid = first.voxelToLps;
    made.words = QStringLiteral("%1° %2 mm, %3, noise %4")
                     .arg(degrees, 4, 'f', 1)
                     .arg(mm, 4, 'f', 1)
                     .arg(look.name)
                     .arg(look.noise, 0, 'f', 1);
    if (look.shading > 0) made.words += QStringLiteral(", shading %1 %").arg(100 * look.shading, 0, 'f', 0);
    // A third each: with half the slices, with a cropped view, with neither
    const auto axis = static_cast<std::size_t>(random() % 3);
    int slices = 1;
    const auto scanned = random() % 3;
    if (scanned == 0) {
        const int third = 2;
        std::array<WorldVector, 3> step = {grid.step(0), grid.step(1), grid.step(2)};
        std::array<int, 3> turned = size;
        std::swap(step[axis], step[third]);
        std::swap(turned[axis], turned[third]);
        turned[third] /= 2;
        grid = Affine(step[0], step[1], step[2] * 2, grid.origin() + step[2] * 0.5);
        size = turned;
        slices = random() % 2 ? 2 : 1; // thick, or with gaps
        made.words += slices == 2 ? QStringLiteral(", thick slices") : QStringLiteral(", slices with gaps");
    } else if (scanned == 1) {
        const auto cut = static_cast<int>(between(0.05, 0.3) * size[axis]);
        const bool front = random() % 2;
        std::array<double, 3> origin{};
        if (front) origin[axis] = cut;
        size[axis] -= cut;
        grid = Affine(grid.step(0), grid.step(1), grid.step(2), grid.toWorld({origin[0], origin[1], origin[2]}));
        made.words += QStringLiteral(", %1 slices cut off").arg(cut);
    }
    made.second = movedHead(head, made.secondOfFirst, size, grid, look, slices);
    return made;
}

/// Places all over a brain about its middle.
inline std::vector<WorldPoint> brainPlaces(const WorldPoint& middle) {
    std::vector<WorldPoint> places;
    for (int k = -60; k <= 60; k += 10)
        for (int j = -80; j <= 80; j += 10)
            for (int i = -65; i <= 65; i += 10)
                if (std::hypot(i / 65.0, j / 80.0, k / 60.0) <= 1)
                    places.push_back(middle + WorldVector{double(i), double(j), double(k)});
    return places;
}

struct Misses {
    double meanMm = 0, mostMm = 0, degrees = 0;
};

inline Misses misses(const WorldTransform& found, const WorldTransform& truth, const WorldPoint& middle) {
    Misses result;
    const auto places = brainPlaces(middle);
    for (const WorldPoint& p : places) {
        const double mm = length(found(p) - truth(p));
        result.meanMm += mm / static_cast<double>(places.size());
        result.mostMm = std::max(result.mostMm, mm);
    }
    result.degrees = (found * truth.inverse()).angleDeg();
    return result;
}

} // namespace neuraxis::test
