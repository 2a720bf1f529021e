#pragma once

#include "core/model/label_table.h"
#include "core/model/triangle_chunks.h"
#include "core/model/volume.h"

#include <QMap>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace neuraxis {

enum class Side { Left, Right };
/// The forms in which a hemisphere's surface is seen, in the order in which one becomes the next.
enum class SurfaceShape { White, Pial, Inflated, Sphere };
inline constexpr std::size_t surfaceShapes = 4;

/// The triangulated cortex of one side. All shapes have the same vertices and triangles. Immutable and shared.
struct Hemisphere {
    Side side = Side::Left;
    std::size_t vertices = 0;        ///< Also where no surface is there, only what lies on it
    std::vector<Triangle> triangles; ///< Anticlockwise seen from outside; indices are below `vertices`
    /// Places by SurfaceShape, LPS millimetres in the scanner's space; empty where there is no such file. The inflated
    /// surface and the sphere lie in no real space: they keep the coordinates of their files, turned to LPS.
    std::array<std::vector<SurfacePoint>, surfaceShapes> shapes;
    /// There is but the surface halfway between white and pial; it stands in the place of the white one.
    bool isMiddle = false;
    std::vector<std::uint8_t> cortex; ///< 1 for each vertex that is cortex, 0 for the medial wall; empty: not told
    TriangleChunks chunks;            ///< Of the white and the pial triangles, as ready() made them

    [[nodiscard]] bool has(SurfaceShape shape) const { return !points(shape).empty(); }
    /// Whether there is a surface in any shape.
    [[nodiscard]] bool hasSurface() const;
    [[nodiscard]] const std::vector<SurfacePoint>& points(SurfaceShape shape) const {
        return shapes[static_cast<std::size_t>(shape)];
    }
    /// Whether it is cortex, or nothing tells that it is not.
    [[nodiscard]] bool isCortex(std::uint32_t vertex) const { return cortex.empty() || cortex[vertex] != 0; }
};
/// The hemisphere with its chunks made: what a reader or maker of one ends with.
std::shared_ptr<const Hemisphere> ready(Hemisphere hemisphere);

/// Values on the vertices of one side or both.
struct CortexMap {
    QString name; ///< "thickness", "curv", "sulc", "area", or the file's name without side and suffix
    QString unit; ///< "mm", "mm²", "1/mm"; "" where it is none or not known
    /// By Side, one value for each vertex, null where there is none for that side. Not a number: no data.
    std::array<std::shared_ptr<const std::vector<float>>, 2> values;
};

/// Which region each vertex of one side or both belongs to.
struct Parcellation {
    QString name; ///< "aparc", "aparc.DKTatlas", or the file's name without side and suffix
    /// By Side. Label::id is 1000 or 2000 plus its index in the table for aparc, so that it is the number of aparc+aseg;
    /// else the index.
    std::array<std::vector<Label>, 2> regions;
    /// By Side, for each vertex the place in `regions`, -1 for none; null where there is none for that side.
    std::array<std::shared_ptr<const std::vector<std::int32_t>>, 2> regionOf;
};

/// What recon-all's tables or we ourselves measured of one region. Not a number where it is not known.
struct RegionMeasures {
    QString region; ///< As the parcellation names it: "precentral"
    Side side = Side::Left;
    double vertices = 0, areaMm2 = 0, volumeMm3 = 0, thicknessMm = 0, thicknessSdMm = 0;
    bool isMidline = false; ///< On neither side, as the brain stem and the third ventricle; then `side` says nothing
};

/// One stats table of a subject folder.
struct RegionTable {
    QString name;    ///< "aparc", "aparc.DKTatlas", "aseg"
    QString subject; ///< Whom the table says it is of
    std::vector<RegionMeasures> regions;
    QMap<QString, double> measures; ///< Of the whole, by key: "eTIV", "MeanThickness", "NumVert", "WhiteSurfArea"
};

/// The cortex of one participant at one visit: surfaces and all that lies on them. Immutable and shared; one with
/// another map more is a copy, which costs no vertex.
struct Cortex {
    QString name;            ///< What to call it in a list: the subject folder's or the file's base name
    QString base;            ///< Of a longitudinal run, the template whose vertices it shares: "ALS001"; else ""
    bool isStandard = false; ///< On fsaverage's vertices: nobody's own anatomy
    std::array<std::shared_ptr<const Hemisphere>, 2> sides; ///< By Side; null where there is none
    std::vector<std::shared_ptr<const CortexMap>> maps;
    std::vector<std::shared_ptr<const Parcellation>> parcellations;
    std::vector<RegionTable> tables;
    std::vector<Finding> findings;

    [[nodiscard]] const Hemisphere* side(Side side) const { return sides[static_cast<std::size_t>(side)].get(); }
    /// The map or parcellation of that name; null when there is none.
    [[nodiscard]] const CortexMap* map(const QString& name) const;
    [[nodiscard]] const Parcellation* parcellation(const QString& name) const;
    /// Whether all sides that there are have the shape.
    [[nodiscard]] bool has(SurfaceShape shape) const;
};

/// Whether a region of that name is cortex: "unknown", "corpuscallosum" and "Medial_wall" are the medial wall.
bool isCortexRegion(const QString& name);
/// A copy with a map more, in place of one of the same name.
std::shared_ptr<const Cortex> withMap(const Cortex& cortex, std::shared_ptr<const CortexMap> map);
/// Whether any side has a surface in any shape.
bool hasSurface(const Cortex& cortex);

/// A vertex of a cortex.
struct VertexRef {
    Side side = Side::Left;
    std::uint32_t vertex = 0;
    bool operator==(const VertexRef&) const = default;
};

/// Where a vertex is in the patient, `depth` of the way from white (0) to pial (1), or on the one of them that there is.
/// Nothing where there is neither.
std::optional<WorldPoint> placeOf(const Cortex& cortex, const VertexRef& ref, double depth = 0.5);
/// The vertex whose way from white to pial passes nearest, within `reachMm`.
std::optional<VertexRef> nearestVertex(const Cortex& cortex, const WorldPoint& lps, double reachMm);
/// The places of a hemisphere between two shapes: 0 is white, 1 pial, 2 inflated, 3 the sphere; between whole numbers
/// they are mixed. A shape that there is not is replaced by the nearest that there is.
std::vector<SurfacePoint> shapedPoints(const Hemisphere& hemisphere, double shape);
/// The value at a vertex; not a number without one.
double valueAt(const CortexMap& map, const VertexRef& ref);
/// The region a vertex lies in; null for none.
const Label* regionAt(const Parcellation& parcellation, const VertexRef& ref);

} // namespace neuraxis
