#pragma once

#include "core/io/format.h"
#include "core/io/freesurfer_surface.h"
#include "core/io/surface_names.h"
#include "core/io/vertex_data.h"

namespace neuraxis::io {

/// A file of a surface or of what lies on one, as far as its header and its name tell.
struct SurfacePart : Part {
    enum class Kind { Surface, Map, Regions, VertexSet, Stats, Gifti };
    Kind kind = Kind::Surface;
    QString path;
    SurfaceName name;
    std::optional<Side> side; ///< By its metadata or its name
    bool hasSurface = false, hasMaps = false, hasRegions = false;
    std::size_t vertices = 0;      ///< 0: not told, as of a set of some vertices
    std::size_t leastVertices = 0; ///< Of a set: what the surface must have at least
};

/// How many vertices there must be at least where there are these.
std::size_t leastVertices(const std::vector<std::uint32_t>& some);

/// All that one file brings, read.
struct SurfaceContent {
    std::optional<SurfaceData> surface;
    std::vector<std::pair<QString, std::vector<float>>> maps;
    std::optional<RegionData> regions;
    std::optional<LabelData> vertexSet;
    std::optional<RegionTable> table;
    /// Of a sparse file: the vertices that the values of maps and regions are of
    std::vector<std::uint32_t> nodes;
    std::size_t framesLeftOut = 0;
};
/// Throws Error.
SurfaceContent load(const SurfacePart& part);
/// Spreads the values of a sparse file over all vertices. Throws Error when one of them is none.
void spread(SurfaceContent& content, std::size_t vertices, const QString& path);

// For the rows of the table of formats.
std::shared_ptr<const Part> inspectSurface(const FileHead& head);
std::shared_ptr<const Part> inspectCurv(const FileHead& head);
std::shared_ptr<const Part> inspectAnnot(const FileHead& head);
std::shared_ptr<const Part> inspectLabel(const FileHead& head);
std::shared_ptr<const Part> inspectStats(const FileHead& head);
std::shared_ptr<const Part> inspectMghMap(const FileHead& head);
std::shared_ptr<const Part> inspectGifti(const FileHead& head);

/// Any one of the files above, looked at: null when it is none of them. Throws Error.
std::shared_ptr<const SurfacePart> inspectAnySurface(const QString& path);

} // namespace neuraxis::io
