#pragma once

#include "core/io/packed_file.h"
#include "core/io/surface_space.h"

namespace neuraxis::io {

/// What a surface file holds, its coordinates as they stand in it: RAS millimetres.
struct SurfaceData {
    std::vector<SurfacePoint> points;
    std::vector<Triangle> triangles;
    std::optional<SurfaceGrid> grid; ///< The volume it was made of, where it says so
    bool inScanner = false;          ///< Scanner RAS already, rather than surface RAS
};

/// Triangles (FF FF FE), quadrangles (FF FF FF, FF FF FD) or text (#!ascii). Curv files, which begin with
/// FF FF FF too, must have been asked for before.
bool isFreeSurferSurface(QByteArrayView firstBytes, const QString& lowerCaseName);
/// The number of vertices. Throws Error when the file cannot hold what its header promises.
std::size_t surfaceVertices(const FileHead& head);
/// Throws Error: cut short, an index that is no vertex, a coordinate that is no number.
SurfaceData readFreeSurferSurface(const FileHead& head);

/// Throws Error unless there are vertices, all finite, and every index is one of them.
void checkSurface(const SurfaceData& surface, const QString& path);

} // namespace neuraxis::io
