#include "core/io/surface_part.h"

#include "core/io/gifti.h"
#include "core/io/mgh.h"
#include "core/io/region_stats.h"
#include "core/io/subject_folder.h"

#include <QCoreApplication>
#include <cmath>
#include <limits>

namespace neuraxis::io {

namespace {

constexpr std::size_t mostFrames = 200;
constexpr std::size_t mostSpreadValues = 1U << 28;

std::shared_ptr<SurfacePart> partOf(const FileHead& head, SurfacePart::Kind kind, std::size_t vertices = 0) {
    auto part = std::make_shared<SurfacePart>();
    part->kind = kind;
    part->hasSurface = kind == SurfacePart::Kind::Surface;
    part->hasMaps = kind == SurfacePart::Kind::Map;
    part->hasRegions = kind == SurfacePart::Kind::Regions;
    part->vertices = vertices;
    part->path = head.path;
    part->name = surfaceName(head.path);
    part->side = part->name.side;
    return part;
}

/// Intents whose numbers are no values to colour a surface by.
bool isNoMap(const QString& intent) {
    for (const char* other : {"POINTSET", "TRIANGLE", "LABEL", "NODE_INDEX", "GENMATRIX", "VECTOR", "RGB_VECTOR",
                              "RGBA_VECTOR", "SYMMATRIX", "DISPVECT", "QUATERNION"})
        if (intent == QLatin1String(other)) return true;
    return false;
}

void addFrames(SurfaceContent& content, const QString& name, Frames frames) {
    const std::size_t before = content.maps.size();
    for (std::vector<float>& frame : frames) {
        if (content.maps.size() >= mostFrames) {
            ++content.framesLeftOut;
            continue;
        }
        for (float& value : frame)
            if (!std::isfinite(value)) value = std::numeric_limits<float>::quiet_NaN();
        content.maps.emplace_back(name, std::move(frame));
    }
    if (frames.size() < 2) return;
    for (std::size_t i = before; i < content.maps.size(); ++i)
        content.maps[i].first += QStringLiteral(" %1").arg(i - before + 1);
}

SurfaceContent loadGifti(const SurfacePart& part, const FileHead& head) {
    const GiftiFile file = openGifti(head);
    SurfaceContent content;
    if (file.array("POINTSET")) content.surface = giftiSurface(file);
    content.nodes = giftiNodes(file);
    if (const GiftiArray* labels = file.array("LABEL")) content.regions = giftiRegions(file, *labels);
    const auto maps =
        std::count_if(file.arrays.begin(), file.arrays.end(), [](const GiftiArray& a) { return !isNoMap(a.intent); });
    int number = 0;
    for (const GiftiArray& array : file.arrays) {
        if (isNoMap(array.intent)) continue;
        ++number;
        // FreeSurfer names the file it came from, with its folders
        const QString own = array.meta.value(QStringLiteral("Name")).section(u'/', -1);
        QString name = part.name.name;
        if (maps > 1) name = own.isEmpty() ? QStringLiteral("%1 %2").arg(name).arg(number) : own;
        if (content.maps.size() >= mostFrames)
            ++content.framesLeftOut;
        else
            addFrames(content, name, giftiFrames(file, array));
    }
    return content;
}

} // namespace

std::size_t leastVertices(const std::vector<std::uint32_t>& some) {
    return some.empty() ? 0 : *std::max_element(some.begin(), some.end()) + std::size_t(1);
}

SurfaceContent load(const SurfacePart& part) {
    const FileHead head = readHead(part.path);
    SurfaceContent content;
    switch (part.kind) {
    case SurfacePart::Kind::Surface: content.surface = readFreeSurferSurface(head); break;
    case SurfacePart::Kind::Map:
        addFrames(content, part.name.name,
                  isMgh(head.bytes, fileName(part.path).toLower()) ? readMghMap(head)
                                                                   : Frames{readFreeSurferCurv(head)});
        break;
    case SurfacePart::Kind::Regions: content.regions = readFreeSurferAnnot(head); break;
    case SurfacePart::Kind::VertexSet: content.vertexSet = readFreeSurferLabel(head); break;
    case SurfacePart::Kind::Stats: content.table = readStats(head, part.side); break;
    case SurfacePart::Kind::Gifti: content = loadGifti(part, head); break;
    }
    return content;
}

void spread(SurfaceContent& content, std::size_t vertices, const QString& path) {
    if (content.nodes.empty()) return;
    // A name of a far vertex costs a few bytes in the file and all of the vertices before it here
    if (content.maps.size() * vertices > mostSpreadValues)
        throw Error(
            QCoreApplication::translate("io", "%1 is too large for this machine's memory.").arg(fileName(path)));
    for (const std::uint32_t node : content.nodes)
        if (node >= vertices)
            throw Error(QCoreApplication::translate("io",
                                                    "%1 has a value for vertex %2, and the surface has %3. Choose the "
                                                    "surface that it belongs to.")
                            .arg(fileName(path))
                            .arg(node)
                            .arg(vertices));
    for (auto& [name, values] : content.maps) {
        std::vector<float> all(vertices, std::numeric_limits<float>::quiet_NaN());
        for (std::size_t i = 0; i < std::min(values.size(), content.nodes.size()); ++i)
            all[content.nodes[i]] = values[i];
        values = std::move(all);
    }
    if (content.regions) {
        std::vector<std::int32_t> all(vertices, -1);
        const auto& some = content.regions->regionOf;
        for (std::size_t i = 0; i < std::min(some.size(), content.nodes.size()); ++i) all[content.nodes[i]] = some[i];
        content.regions->regionOf = std::move(all);
    }
    content.nodes.clear();
}

std::shared_ptr<const Part> inspectSurface(const FileHead& head) {
    return partOf(head, SurfacePart::Kind::Surface, surfaceVertices(head));
}

std::shared_ptr<const Part> inspectCurv(const FileHead& head) {
    return partOf(head, SurfacePart::Kind::Map, curvVertices(head));
}

std::shared_ptr<const Part> inspectMghMap(const FileHead& head) {
    return partOf(head, SurfacePart::Kind::Map, mghMapVertices(head));
}

std::shared_ptr<const Part> inspectAnnot(const FileHead& head) {
    return partOf(head, SurfacePart::Kind::Regions, annotVertices(head));
}

std::shared_ptr<const Part> inspectLabel(const FileHead& head) {
    auto part = partOf(head, SurfacePart::Kind::VertexSet);
    // In its subject's folder it is known what it belongs to
    if (subjectFolderOf(head.path).isEmpty()) part->leastVertices = leastVertices(readFreeSurferLabel(head).vertices);
    return part;
}

std::shared_ptr<const Part> inspectStats(const FileHead& head) {
    if (!head.bytes.contains("ColHeaders"))
        throw Error(QCoreApplication::translate("io", "%1 has no table of regions.").arg(fileName(head.path)));
    return partOf(head, SurfacePart::Kind::Stats);
}

std::shared_ptr<const Part> inspectGifti(const FileHead& head) {
    auto part = partOf(head, SurfacePart::Kind::Gifti);
    const GiftiFile file = openGifti(head);
    part->hasSurface = file.array("POINTSET") != nullptr;
    part->hasRegions = file.array("LABEL") != nullptr;
    part->hasMaps =
        std::any_of(file.arrays.begin(), file.arrays.end(), [](const GiftiArray& a) { return !isNoMap(a.intent); });
    if (!part->hasSurface && !part->hasRegions && !part->hasMaps)
        throw Error(QCoreApplication::translate("io", "%1 holds neither a surface nor values on one.")
                        .arg(fileName(head.path)));
    part->vertices = file.vertices();
    if (part->vertices == 0) part->leastVertices = leastVertices(giftiNodes(file));
    if (const auto side = file.side()) part->side = side;
    if (!part->name.shape && (part->name.shape = file.shape())) part->name.shapeRank = 5;
    if (!part->name.shape && file.isMiddle()) {
        part->name.shape = SurfaceShape::White;
        part->name.shapeRank = 5;
        part->name.isMiddle = true;
    }
    return part;
}

std::shared_ptr<const SurfacePart> inspectAnySurface(const QString& path) {
    const FileHead head = readHead(path);
    const QString name = fileName(path).toLower();
    for (const Format& format : formats()) {
        if (!format.recognises(head.bytes, name)) continue;
        return std::dynamic_pointer_cast<const SurfacePart>(format.inspect(head));
    }
    return nullptr;
}

} // namespace neuraxis::io
