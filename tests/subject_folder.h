#pragma once

#include "core/io/freesurfer_write.h"
#include "core/io/surface_space.h"
#include "core/io/write.h"
#include "tests/cortex_phantoms.h"
#include "tests/phantom.h"

#include <QDir>

namespace neuraxis::test {

/// What lies in a subject folder, in scanner space.
struct Subject {
    std::shared_ptr<const Cortex> truth;
    Affine grid; ///< Of its volume, whose voxels are (i + j + k) modulo 250
};

/// Writes twoBalls() as a FreeSurfer subject folder: white, pial, inflated, thickness of 2.5 mm + the direction's y,
/// aparc, and an orig.mgz whose slices are turned about all three axes.
inline Subject writeSubject(const QString& folder) {
    const WorldVector i = unit({-0.9, 0.3, 0.2});
    const WorldVector k = unit(cross(i, {0.1, 0.2, -0.95}));
    const WorldVector j = cross(k, i);
    Subject subject;
    subject.grid = Affine(i, j, k, WorldPoint{12, -7, 21} + i * -64 + j * -64 + k * -64);
    const auto volume = phantom({128, 128, 128}, subject.grid, [](int x, int y, int z) { return (x + y + z) % 250; });
    for (const char* part : {"surf", "label", "mri"}) QDir().mkpath(folder + u'/' + QLatin1String(part));
    io::Job job;
    io::write(*volume, folder + QStringLiteral("/mri/orig.mgz"), job);
    VolumeHeader orig = volume->header();
    orig.name = QStringLiteral("orig.mgz");

    subject.truth = twoBalls([](const WorldVector& d) { return 2.5 + d.y; });
    const Affine toTkr = io::lpsToSurfaceRas(io::gridOf(orig));
    for (const Side side : {Side::Left, Side::Right}) {
        const auto s = static_cast<std::size_t>(side);
        const Hemisphere& hemisphere = *subject.truth->sides[s];
        const QString stem = side == Side::Left ? QStringLiteral("lh.") : QStringLiteral("rh.");
        const QString surf = folder + QStringLiteral("/surf/") + stem;
        for (const auto& [shape, name] : {std::pair(SurfaceShape::White, "white"),
                                          {SurfaceShape::Pial, "pial"},
                                          {SurfaceShape::Inflated, "inflated"}}) {
            std::vector<SurfacePoint> points = hemisphere.points(shape);
            if (shape == SurfaceShape::Inflated)
                for (SurfacePoint& p : points) p = {-p.x, -p.y, p.z};
            else
                io::move(points, toTkr);
            io::writeFreeSurferSurface(surf + QLatin1String(name), points, hemisphere.triangles, orig);
        }
        io::writeFreeSurferCurv(surf + QStringLiteral("thickness"), *subject.truth->maps[0]->values[s],
                                hemisphere.triangles.size());
        io::writeFreeSurferAnnot(folder + QStringLiteral("/label/") + stem + QStringLiteral("aparc.annot"),
                                 subject.truth->parcellations[0]->regions[s],
                                 *subject.truth->parcellations[0]->regionOf[s]);
    }
    return subject;
}

} // namespace neuraxis::test
