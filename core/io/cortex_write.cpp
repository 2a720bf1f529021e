#include "core/io/cortex_write.h"

#include "core/io/cortex_files.h"
#include "core/io/freesurfer_write.h"
#include "core/io/gifti.h"
#include "core/io/packed_file.h"
#include "core/io/side_index.h"
#include "core/io/surface_placement.h"
#include "core/model/side_name.h"

#include <QCoreApplication>
#include <QDir>
#include <QSet>
#include <algorithm>

namespace neuraxis::io {

namespace {

struct ShapeRow {
    SurfaceShape shape;
    const char* name;
    const char* geometricType; ///< GIFTI's words
    const char* secondary;
};
constexpr ShapeRow shapeRows[] = {{SurfaceShape::White, "white", "Anatomical", "GrayWhite"},
                                  {SurfaceShape::Pial, "pial", "Anatomical", "Pial"},
                                  {SurfaceShape::Inflated, "inflated", "Inflated", ""},
                                  {SurfaceShape::Sphere, "sphere", "Spherical", ""}};

constexpr ShapeRow middleRow{SurfaceShape::White, "midthickness", "Anatomical", "MidThickness"};

/// What a hemisphere's shape is called where it is written.
const ShapeRow& rowOf(const Hemisphere& hemisphere, const ShapeRow& row) {
    return row.shape == SurfaceShape::White && hemisphere.isMiddle ? middleRow : row;
}

GiftiContent surfaceContent(const Hemisphere& hemisphere, const ShapeRow& row) {
    GiftiContent content;
    content.side = hemisphere.side;
    content.pointsLps = hemisphere.points(row.shape);
    content.triangles = hemisphere.triangles;
    content.geometricType = QLatin1String(row.geometricType);
    content.secondary = QLatin1String(row.secondary);
    content.inScanner = isReal(row.shape);
    return content;
}

void writeSurface(const Hemisphere& hemisphere, SurfaceShape shape, const VolumeHeader& geometry, const QString& path) {
    std::vector<SurfacePoint> points = hemisphere.points(shape);
    move(points, isReal(shape) ? lpsToSurfaceRas(gridOf(geometry)) : rasToLps());
    writeFreeSurferSurface(path, points, hemisphere.triangles, geometry);
}

/// What a file of FreeSurfer's is of, and where the label of the cortex lies.
std::vector<SurfacePoint> surfaceRasOf(const Hemisphere& hemisphere, const VolumeHeader& geometry) {
    std::vector<SurfacePoint> points = hemisphere.points(SurfaceShape::White);
    move(points, lpsToSurfaceRas(gridOf(geometry)));
    return points;
}

/// A file name without what no system takes.
QString safe(QString name) {
    for (QChar& c : name)
        if (!c.isLetterOrNumber() && !QStringLiteral("._+-").contains(c)) c = u'_';
    return name.left(100);
}

/// Paths of new files in a folder, none of them twice, also where capitals count for nothing.
class FreeNames {
  public:
    explicit FreeNames(const QString& folder) : folder(folder) {}

    /// `name` + `suffix`, or with -2, -3 ... between them.
    QString take(const QString& name, const QString& suffix) {
        QString free = name + suffix;
        for (int n = 2; isTaken(free); ++n) free = name + QStringLiteral("-%1").arg(n) + suffix;
        taken.insert(free.toLower());
        paths << folder.filePath(free);
        return paths.last();
    }
    [[nodiscard]] bool isTaken(const QString& name) const { return taken.contains(name.toLower()); }
    [[nodiscard]] const QStringList& all() const { return paths; }

  private:
    QDir folder;
    QSet<QString> taken;
    QStringList paths;
};

Error twoSides(const QString& path) {
    return Error(
        QCoreApplication::translate("io", "There are two hemispheres, too many for one file. Name a folder instead of "
                                          "%1.")
            .arg(fileName(path)));
}

Error nothingFor(const QString& path) {
    return Error(QCoreApplication::translate("io", "There is nothing that %1 could hold.").arg(fileName(path)));
}

/// The only side that there is. Throws Error.
const Hemisphere& onlySide(const Cortex& cortex, const QString& path) {
    if (cortex.sides[0] && cortex.sides[1]) throw twoSides(path);
    if (!cortex.sides[0] && !cortex.sides[1]) throw nothingFor(path);
    return cortex.sides[0] ? *cortex.sides[0] : *cortex.sides[1];
}

const ShapeRow* firstShape(const Hemisphere& hemisphere) {
    const auto row = std::find_if(std::begin(shapeRows), std::end(shapeRows),
                                  [&](const ShapeRow& r) { return hemisphere.has(r.shape); });
    return row == std::end(shapeRows) ? nullptr : &rowOf(hemisphere, *row);
}

void writeOneGifti(const Cortex& cortex, const QString& path) {
    const Hemisphere& hemisphere = onlySide(cortex, path);
    GiftiContent content;
    content.side = hemisphere.side;
    if (const ShapeRow* row = firstShape(hemisphere)) content = surfaceContent(hemisphere, *row);
    for (const auto& map : cortex.maps)
        if (const auto& values = map->values[at(hemisphere.side)]) content.maps.emplace_back(map->name, values.get());
    if (!cortex.parcellations.empty() && cortex.parcellations.front()->regionOf[at(hemisphere.side)]) {
        content.regions = &cortex.parcellations.front()->regions[at(hemisphere.side)];
        content.regionOf = cortex.parcellations.front()->regionOf[at(hemisphere.side)].get();
    }
    writeGifti(content, path);
}

/// The map or shape that a name like lh.thickness or lh.pial asks for; false when it asks for none. Throws Error when
/// there is no such thing.
bool writeByName(const Cortex& cortex, const Hemisphere& hemisphere, const VolumeHeader& geometry,
                 const QString& path) {
    const SurfaceName name = surfaceName(path);
    const CortexMap* map = cortex.map(name.name);
    if (map && map->values[at(hemisphere.side)]) {
        writeFreeSurferCurv(path, *map->values[at(hemisphere.side)], hemisphere.triangles.size());
        return true;
    }
    if (isShownMap(name.name)) throw nothingFor(path);
    if (!name.shape || name.shapeRank > 4) return false;
    const bool isMiddle = *name.shape == SurfaceShape::White && hemisphere.isMiddle;
    if (!hemisphere.has(*name.shape) || name.isMiddle != isMiddle) throw nothingFor(path);
    writeSurface(hemisphere, *name.shape, geometry, path);
    return true;
}

/// What the name asks for, else the first of surface, map and parcellation that there is: a file of FreeSurfer's holds
/// one.
void writeOneFreeSurfer(const Cortex& cortex, const QString& path, const VolumeHeader& geometry) {
    const Hemisphere& hemisphere = onlySide(cortex, path);
    const std::size_t side = at(hemisphere.side);
    const Parcellation* parcellation = cortex.parcellations.empty() ? nullptr : cortex.parcellations.front().get();
    const bool hasRegions = parcellation && parcellation->regionOf[side];
    if (path.endsWith(QStringLiteral(".annot"))) {
        if (!hasRegions) throw nothingFor(path);
        writeFreeSurferAnnot(path, parcellation->regions[side], *parcellation->regionOf[side]);
    } else if (path.endsWith(QStringLiteral(".label"))) {
        std::vector<std::uint8_t> isIn = hemisphere.cortex;
        if (hasRegions) {
            isIn.assign(hemisphere.vertices, 0);
            for (std::size_t v = 0; v < isIn.size(); ++v) isIn[v] = (*parcellation->regionOf[side])[v] >= 0;
        }
        if (isIn.empty()) throw nothingFor(path);
        writeFreeSurferLabel(path, surfaceRasOf(hemisphere, geometry), isIn, cortex.name);
    } else if (writeByName(cortex, hemisphere, geometry, path)) {
        return;
    } else if (const ShapeRow* row = firstShape(hemisphere)) {
        writeSurface(hemisphere, row->shape, geometry, path);
    } else if (!cortex.maps.empty() && cortex.maps.front()->values[side]) {
        writeFreeSurferCurv(path, *cortex.maps.front()->values[side], hemisphere.triangles.size());
    } else {
        throw nothingFor(path);
    }
}

/// A file for everything of one side.
void writeSide(const Cortex& cortex, const Hemisphere& hemisphere, const QString& suffix, const VolumeHeader& geometry,
               FreeNames& names, Job& job) {
    const std::size_t side = at(hemisphere.side);
    const bool isGifti = suffix.startsWith(QStringLiteral(".gii"));
    const auto path = [&](const QString& name, const char* giftiKind, const char* freeSurferKind) {
        job.throwIfCancelled();
        return names.take(shortSideName(hemisphere.side) + u'.' + safe(name),
                          isGifti ? QLatin1String(giftiKind) + suffix : QLatin1String(freeSurferKind));
    };
    for (const ShapeRow& plain : shapeRows) {
        if (!hemisphere.has(plain.shape)) continue;
        const ShapeRow& row = rowOf(hemisphere, plain);
        const QString to = path(QLatin1String(row.name), ".surf", "");
        if (isGifti)
            writeGifti(surfaceContent(hemisphere, row), to);
        else
            writeSurface(hemisphere, row.shape, geometry, to);
    }
    for (const auto& map : cortex.maps) {
        const auto& values = map->values[side];
        if (!values) continue;
        const QString to = path(map->name, ".shape", "");
        GiftiContent content;
        content.side = hemisphere.side;
        content.maps = {{map->name, values.get()}};
        if (isGifti)
            writeGifti(content, to);
        else
            writeFreeSurferCurv(to, *values, hemisphere.triangles.size());
    }
    for (const auto& parcellation : cortex.parcellations) {
        if (!parcellation->regionOf[side]) continue;
        const QString to = path(parcellation->name, ".label", ".annot");
        GiftiContent content;
        content.side = hemisphere.side;
        content.regions = &parcellation->regions[side];
        content.regionOf = parcellation->regionOf[side].get();
        if (isGifti)
            writeGifti(content, to);
        else
            writeFreeSurferAnnot(to, *content.regions, *content.regionOf);
    }
    if (!isGifti && !hemisphere.cortex.empty())
        writeFreeSurferLabel(path(QStringLiteral("cortex"), "", ".label"), surfaceRasOf(hemisphere, geometry),
                             hemisphere.cortex, cortex.name);
}

} // namespace

QStringList surfaceSuffixes() {
    return {QStringLiteral(".gii"), QStringLiteral(".gii.gz"), QStringLiteral(".vtp"), QStringLiteral(".tsv"),
            QStringLiteral(".freesurfer")};
}

QString surfaceSuffix(const QString& path) {
    const QString name = fileName(path).toLower();
    for (const char* suffix : {".gii.gz", ".gii", ".vtp", ".tsv"})
        if (name.endsWith(QLatin1String(suffix))) return QLatin1String(suffix);
    const bool isVolume = name.endsWith(QStringLiteral(".mgz")) || name.endsWith(QStringLiteral(".mgh")) ||
                          name.endsWith(QStringLiteral(".nii")) || name.endsWith(QStringLiteral(".gz"));
    return (beginsWithSide(name) && !isVolume) || name.endsWith(QStringLiteral(".annot")) ||
                   name.endsWith(QStringLiteral(".label"))
               ? QStringLiteral(".freesurfer")
               : QString();
}

VolumeHeader surfaceGeometry(const QStringList& files) {
    for (const QString& file : files)
        if (const auto grid = surfaceGrid(file)) {
            VolumeHeader header;
            header.name = grid->file;
            header.size = grid->size;
            header.voxelToLps = grid->voxelToLps;
            return header;
        }
    VolumeHeader centred;
    centred.size = {256, 256, 256};
    centred.voxelToLps = Affine::fromRas({{{-1, 0, 0, 128}, {0, 0, 1, -128}, {0, -1, 0, 128}, {0, 0, 0, 1}}});
    return centred;
}

void writeCortex(const Cortex& cortex, const QString& path, const VolumeHeader& geometry, Job& job) {
    job.throwIfCancelled();
    const QString suffix = surfaceSuffix(path);
    if (suffix.startsWith(QStringLiteral(".gii"))) return writeOneGifti(cortex, path);
    const bool tableOnly = !cortex.sides[0] && !cortex.sides[1] && !cortex.tables.empty();
    if (suffix == QStringLiteral(".tsv"))
        return tableOnly ? writeRegionTable(cortex.tables.front(), path) : writeVertexTable(cortex, path);
    if (suffix == QStringLiteral(".freesurfer")) return writeOneFreeSurfer(cortex, path, geometry);
    for (const ShapeRow& row : shapeRows)
        if (cortex.has(row.shape)) return writeVtp(cortex, row.shape, path);
    throw nothingFor(path);
}

QStringList writeCortexInto(const Cortex& cortex, const QString& folder, const QString& suffix,
                            const VolumeHeader& geometry, Job& job) {
    FreeNames names(folder);
    if (suffix == QStringLiteral(".vtp")) {
        for (const ShapeRow& row : shapeRows) {
            const auto any = std::find_if(cortex.sides.begin(), cortex.sides.end(),
                                          [&](const auto& side) { return side && side->has(row.shape); });
            if (any == cortex.sides.end()) continue;
            job.throwIfCancelled();
            writeVtp(cortex, row.shape, names.take(QLatin1String(rowOf(**any, row).name), suffix));
        }
    } else if (suffix == QStringLiteral(".tsv") && (cortex.sides[0] || cortex.sides[1])) {
        writeVertexTable(cortex, names.take(QStringLiteral("vertices"), suffix));
    } else {
        for (const auto& side : cortex.sides)
            if (side) writeSide(cortex, *side, suffix, geometry, names, job);
    }
    for (const RegionTable& table : cortex.tables) {
        const QString ending = QStringLiteral(".regions.tsv"), name = safe(table.name);
        const bool needsSubject = names.isTaken(name + ending) && !table.subject.isEmpty();
        writeRegionTable(table, names.take(needsSubject ? name + u'-' + safe(table.subject) : name, ending));
    }
    if (names.all().isEmpty()) throw nothingFor(folder);
    return names.all();
}

} // namespace neuraxis::io
