#pragma once

#include "phantom.h"

#include <algorithm>
#include <cmath>

namespace neuraxis::test {

/// A head of ellipsoids around the patient's origin: skin, skull, brain, ventricles, a nose and, at the
/// patient's left, an ear. Voxels of 2.5 mm, a little turned.
inline std::shared_ptr<const Volume> headPhantom() {
    const double c = std::cos(0.1), s = std::sin(0.1);
    const Affine affine({2.5 * c, 2.5 * s, 0}, {-2.5 * s, 2.5 * c, 0}, {0, 0, 2.5},
                        {-100 * c + 120 * s, -100 * s - 120 * c, -115});
    const auto made = phantom({81, 97, 93}, affine, [&](int i, int j, int k) {
        const WorldPoint p = affine.toWorld({double(i), double(j), double(k)});
        // How far inside an ellipsoid: 1 at its middle, 0 on its surface
        const auto inside = [&](WorldPoint at, double x, double y, double z) {
            return 1 - std::hypot((p.x - at.x) / x, (p.y - at.y) / y, (p.z - at.z) / z);
        };
        const auto edge = [](double depth) { return std::clamp(depth * 25 + 0.5, 0.0, 1.0); };
        double value = 0;
        const auto put = [&](double depth, double level) { value += (level - value) * edge(depth); };
        put(inside({0, -92, -20}, 14, 22, 22), 600); // nose
        put(inside({80, 8, -20}, 9, 18, 28), 600);   // left ear
        put(inside({0, 0, 0}, 78, 96, 100), 620);
        put(inside({0, 0, 5}, 70, 88, 91), 90);
        put(inside({0, 2, 10}, 65, 82, 82),
            430 + 60 * std::sin(p.x * 0.22) * std::sin(p.y * 0.2) * std::sin(p.z * 0.21));
        put(inside({14, 5, 18}, 8, 26, 12), 120);
        put(inside({-14, 5, 18}, 8, 26, 12), 120);
        return static_cast<int>(value + (i * 7 + j * 13 + k * 5) % 9);
    });
    VolumeHeader header = made->header();
    header.series.description = QStringLiteral("T1 phantom");
    header.series.number = 4;
    header.series.protocol = QStringLiteral("TR 6.5 ms · TE 2.9 ms · flip 9°");
    return std::make_shared<const Volume>(header, std::shared_ptr<const std::byte>(made, made->voxels()));
}

/// What an analysis might lay over it: a hot spot at the patient's left.
inline std::shared_ptr<const Volume> spotPhantom() {
    const Affine affine({5, 0, 0}, {0, 5, 0}, {0, 0, 5}, {-50, -50, -50});
    const auto made = phantom({24, 24, 24}, affine, [&](int i, int j, int k) {
        const WorldPoint p = affine.toWorld({double(i), double(j), double(k)});
        return static_cast<int>(
            800 * std::exp(-(std::pow(p.x - 35, 2) + std::pow(p.y - 10, 2) + std::pow(p.z - 20, 2)) / 800));
    });
    VolumeHeader header = made->header();
    header.slope = 0.01;
    header.unit = QStringLiteral("z");
    return std::make_shared<const Volume>(header, std::shared_ptr<const std::byte>(made, made->voxels()));
}

} // namespace neuraxis::test
