#include "core/io/surface_placement.h"

#include "core/io/mgh.h"
#include "core/io/surface_part.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <algorithm>

namespace neuraxis::io {

namespace {

using Severity = Finding::Severity;

/// How far two grids would put the same place of a surface apart, at the corners of a head.
double apartMm(const SurfaceGrid& a, const SurfaceGrid& b) {
    const Affine one = surfaceRasToLps(a), other = surfaceRasToLps(b);
    double most = 0;
    for (int corner = 0; corner < 8; ++corner) {
        const VoxelIndex p{corner & 1 ? 80.0 : -80, corner & 2 ? 80.0 : -80, corner & 4 ? 80.0 : -80};
        most = std::max(most, length(one.toWorld(p) - other.toWorld(p)));
    }
    return most;
}

/// Where the volumes of a surface's subject are: beside the folder it lies in.
std::optional<SurfaceGrid> gridBeside(const QString& surfacePath) {
    const QDir folder = QFileInfo(surfacePath).absoluteDir();
    for (const char* name : {"orig.mgz", "T1.mgz", "brain.mgz"}) {
        const QString path = folder.filePath(QStringLiteral("../mri/") + QLatin1String(name));
        if (!QFileInfo(path).isFile()) continue;
        try {
            // From its head alone: to inspect one is to unpack it, for what follows its voxels
            const FileHead head = readHead(path);
            if (head.bytes.size() < static_cast<qsizetype>(mghGridBytes)) continue;
            const auto [size, words] = mghGrid(head.bytes);
            if (auto grid = gridFromRas(size, words)) {
                grid->file = QLatin1String(name);
                return grid;
            }
        } catch (const Error&) {
        }
    }
    return {};
}

} // namespace

std::optional<SurfaceGrid> surfaceGrid(const QString& path) {
    try {
        const auto part = inspectAnySurface(path);
        if (!part) return {};
        if (part->hasSurface)
            if (const SurfaceContent content = load(*part); content.surface && content.surface->grid)
                return content.surface->grid;
    } catch (const Error&) {
    }
    return gridBeside(path);
}

void placeInScanner(SurfaceData& surface, const QString& path, bool isStandard, std::vector<Finding>& told) {
    if (surface.inScanner) return move(surface.points, rasToLps());
    const auto beside = gridBeside(path);
    if (surface.grid && beside && !isStandard)
        if (const double apart = apartMm(*surface.grid, *beside); apart > 0.01)
            told.push_back({Severity::Warning, QStringLiteral("surface-volume-mismatch"),
                            QCoreApplication::translate(
                                "io", "%1 says that its volume lies elsewhere than %2 does, by up to %3 mm; "
                                      "the surface is placed as it says itself.")
                                .arg(fileName(path), beside->file)
                                .arg(apart, 0, 'g', 3)});
    if (!surface.grid && !beside && !isStandard)
        told.push_back(
            {Severity::Note, QStringLiteral("no-volume-geometry"),
             QCoreApplication::translate("io", "%1 does not say which volume it was made of, and there is none "
                                               "beside it; it is taken as centred on the scanner's zero.")
                 .arg(fileName(path))});
    if (surface.grid)
        move(surface.points, surfaceRasToLps(*surface.grid));
    else if (beside)
        move(surface.points, surfaceRasToLps(*beside));
    else
        move(surface.points, rasToLps());
}

void turnOutwards(const std::vector<SurfacePoint>& points, std::vector<Triangle>& triangles, const QString& path,
                  std::vector<Finding>& told) {
    // About its middle, so that the sign holds for a surface with a hole too
    const WorldPoint centre = centreOf(points);
    std::vector<SurfacePoint> centred = points;
    for (SurfacePoint& p : centred) {
        p.x -= static_cast<float>(centre.x);
        p.y -= static_cast<float>(centre.y);
        p.z -= static_cast<float>(centre.z);
    }
    if (sixfoldVolume(centred, triangles) >= 0) return;
    for (Triangle& t : triangles) std::swap(t[1], t[2]);
    told.push_back(
        {Severity::Note, QStringLiteral("turned-inside-out"),
         QCoreApplication::translate("io", "The triangles of %1 face inwards; they were turned.").arg(fileName(path))});
}

WorldPoint centreOf(const std::vector<SurfacePoint>& points) {
    double x = 0, y = 0, z = 0;
    for (const SurfacePoint& p : points) {
        x += static_cast<double>(p.x);
        y += static_cast<double>(p.y);
        z += static_cast<double>(p.z);
    }
    const auto count = static_cast<double>(std::max<std::size_t>(1, points.size()));
    return {x / count, y / count, z / count};
}

} // namespace neuraxis::io
