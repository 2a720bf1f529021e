#include "core/io/cortex_files.h"

#include "core/io/mgh.h"
#include "core/io/parallel.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <algorithm>
#include <cmath>
#include <limits>

namespace neuraxis::io {

namespace {

using Severity = Finding::Severity;

std::size_t at(Side side) { return static_cast<std::size_t>(side); }
std::size_t at(SurfaceShape shape) { return static_cast<std::size_t>(shape); }
bool isReal(SurfaceShape shape) { return shape == SurfaceShape::White || shape == SurfaceShape::Pial; }

/// The centre of points, millimetres.
WorldPoint centreOf(const std::vector<SurfacePoint>& points) {
    double x = 0, y = 0, z = 0;
    for (const SurfacePoint& p : points) {
        x += p.x;
        y += p.y;
        z += p.z;
    }
    const auto count = static_cast<double>(std::max<std::size_t>(1, points.size()));
    return {x / count, y / count, z / count};
}

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
            const auto part = std::static_pointer_cast<const WholeVolume>(inspectMgh(readHead(path)));
            const VolumeHeader& header = part->found.header;
            if (!header.voxelToLps.isValid()) continue;
            SurfaceGrid grid = gridOf(header);
            grid.file = QLatin1String(name);
            return grid;
        } catch (const Error&) {
        }
    }
    return {};
}

/// What reading one cortex works with: its files' contents, and what is told of them.
class Reading {
  public:
    Reading(const CortexFiles& files, Job& job) : files(files), job(job), contents(files.parts.size()) {}

    std::shared_ptr<const Cortex> run() {
        loadAll();
        auto cortex = std::make_shared<Cortex>();
        cortex->name = files.name;
        cortex->base = files.base;
        cortex->isStandard = files.isStandard;
        std::array<Hemisphere, 2> hemispheres;
        std::array<std::vector<Finding>, 2> told;
        inParallel(2, job, [&](int s) {
            const auto side = static_cast<Side>(s);
            hemispheres[at(side)] = hemisphere(side, told[at(side)]);
            cortex->sides[at(side)] =
                hemispheres[at(side)].vertices == 0 ? nullptr : ready(std::move(hemispheres[at(side)]));
        });
        for (auto& of : told)
            for (Finding& finding : of) {
                const bool again = finding.code == QStringLiteral("no-volume-geometry") &&
                                   std::any_of(findings.begin(), findings.end(),
                                               [&](const Finding& f) { return f.code == finding.code; });
                if (!again) findings.push_back(std::move(finding));
            }
        addMaps(*cortex);
        addParcellations(*cortex);
        addTables(*cortex);
        if (!cortex->sides[0] && !cortex->sides[1] && cortex->tables.empty()) fail();
        tellSides(*cortex);
        cortex->findings = files.findings;
        cortex->findings.insert(cortex->findings.end(), findings.begin(), findings.end());
        return cortex;
    }

  private:
    struct Loaded {
        std::optional<SurfaceContent> content;
        QString problem;
    };

    void loadAll() {
        job.expect(static_cast<int>(files.parts.size()));
        inParallel(static_cast<int>(files.parts.size()), job, [&](int i) {
            Loaded& loaded = contents[static_cast<std::size_t>(i)];
            const SurfacePart& part = *files.parts[static_cast<std::size_t>(i)];
            try {
                loaded.content = load(part);
                std::size_t vertices = files.vertices[at(part.side.value_or(Side::Left))];
                if (vertices == 0 && !loaded.content->nodes.empty())
                    vertices =
                        *std::max_element(loaded.content->nodes.begin(), loaded.content->nodes.end()) + std::size_t(1);
                spread(*loaded.content, std::min(vertices, mostVertices), part.path);
            } catch (const Error& error) {
                loaded.content.reset();
                loaded.problem = error.sentence();
            } catch (const std::bad_alloc&) {
                loaded.content.reset();
                loaded.problem = QCoreApplication::translate("io", "%1 is too large for this machine's memory.")
                                     .arg(fileName(part.path));
            }
            job.advance();
        });
        for (const Loaded& loaded : contents)
            if (!loaded.problem.isEmpty()) warn(Severity::Warning, "unreadable", loaded.problem);
    }

    [[noreturn]] void fail() const {
        for (const Loaded& loaded : contents)
            if (!loaded.problem.isEmpty()) throw Error(loaded.problem);
        throw Error(
            QCoreApplication::translate("io", "%1 holds no surface and nothing that lies on one.").arg(files.name));
    }

    void warn(Severity severity, const char* code, const QString& text) {
        findings.push_back({severity, QLatin1String(code), text});
    }

    /// The best file for a shape; contents.size() when there is none.
    [[nodiscard]] std::size_t bestFor(Side side, SurfaceShape shape, std::vector<Finding>& told) const {
        std::size_t best = contents.size();
        for (std::size_t i = 0; i < contents.size(); ++i) {
            const SurfacePart& part = *files.parts[i];
            if (!contents[i].content || !contents[i].content->surface || part.side.value_or(Side::Left) != side ||
                part.name.shape.value_or(SurfaceShape::White) != shape)
                continue;
            const auto rank = [&](std::size_t at) {
                return files.parts[at]->name.shapeRank + (files.parts[at]->name.isRegistered ? 20 : 0);
            };
            if (best < contents.size() && files.subjectFolder.isEmpty())
                told.push_back(
                    {Severity::Note, QStringLiteral("surface-left-out"),
                     QCoreApplication::translate("io", "%1 is not shown: there is another file of this shape.")
                         .arg(fileName(files.parts[rank(i) < rank(best) ? best : i]->path))});
            if (best == contents.size() || rank(i) < rank(best)) best = i;
        }
        return best;
    }

    Hemisphere hemisphere(Side side, std::vector<Finding>& told) {
        Hemisphere h;
        h.side = side;
        for (const SurfaceShape shape :
             {SurfaceShape::White, SurfaceShape::Pial, SurfaceShape::Inflated, SurfaceShape::Sphere}) {
            const std::size_t best = bestFor(side, shape, told);
            if (best == contents.size()) continue;
            SurfaceData& data = *contents[best].content->surface;
            const QString& path = files.parts[best]->path;
            const bool first = h.triangles.empty() && h.vertices == 0;
            if (!first && (data.points.size() != h.vertices || data.triangles.size() != h.triangles.size())) {
                told.push_back({Severity::Warning, QStringLiteral("size-mismatch"),
                                QCoreApplication::translate("io", "%1 is left out: it has other vertices or triangles "
                                                                  "than the hemisphere's other surfaces.")
                                    .arg(fileName(path))});
                continue;
            }
            if (isReal(shape))
                place(data, path, told);
            else
                move(data.points, rasToLps());
            if (first) {
                h.vertices = data.points.size();
                h.triangles = std::move(data.triangles);
                turnOutwards(h, data.points, path, told);
            }
            h.shapes[at(shape)] = std::move(data.points);
        }
        if (h.vertices == 0) h.vertices = files.vertices[at(side)];
        if (h.vertices == 0) h.vertices = verticesOfContents(side);
        takeCortexLabel(h, told);
        return h;
    }

    /// Where only files are that do not tell it in their headers.
    [[nodiscard]] std::size_t verticesOfContents(Side side) const {
        std::size_t most = 0;
        for (std::size_t i = 0; i < contents.size(); ++i) {
            if (!contents[i].content || files.parts[i]->side.value_or(Side::Left) != side) continue;
            const SurfaceContent& content = *contents[i].content;
            for (const auto& [name, values] : content.maps) most = std::max(most, values.size());
            if (content.regions) most = std::max(most, content.regions->regionOf.size());
            if (content.vertexSet)
                for (const std::uint32_t vertex : content.vertexSet->vertices)
                    if (vertex < mostVertices) most = std::max(most, vertex + std::size_t(1));
        }
        return most;
    }

    void place(SurfaceData& data, const QString& path, std::vector<Finding>& told) const {
        if (data.inScanner) return move(data.points, rasToLps());
        const auto beside = gridBeside(path);
        if (data.grid && beside && apartMm(*data.grid, *beside) > 0.01)
            told.push_back(
                {Severity::Warning, QStringLiteral("surface-volume-mismatch"),
                 QCoreApplication::translate("io", "%1 says that its volume lies elsewhere than %2 does, by up "
                                                   "to %3 mm; the surface is placed as it says itself.")
                     .arg(fileName(path), beside->file)
                     .arg(apartMm(*data.grid, *beside), 0, 'g', 3)});
        if (!data.grid && !beside && !files.isStandard)
            told.push_back(
                {Severity::Note, QStringLiteral("no-volume-geometry"),
                 QCoreApplication::translate("io", "%1 does not say which volume it was made of, and there is "
                                                   "none beside it; it is taken as centred on the scanner's zero.")
                     .arg(fileName(path))});
        if (data.grid)
            move(data.points, surfaceRasToLps(*data.grid));
        else if (beside)
            move(data.points, surfaceRasToLps(*beside));
        else
            move(data.points, rasToLps());
    }

    static void turnOutwards(Hemisphere& h, std::vector<SurfacePoint> points, const QString& path,
                             std::vector<Finding>& told) {
        const WorldPoint centre = centreOf(points);
        for (SurfacePoint& p : points) {
            p.x -= static_cast<float>(centre.x);
            p.y -= static_cast<float>(centre.y);
            p.z -= static_cast<float>(centre.z);
        }
        if (sixfoldVolume(points, h.triangles) >= 0) return;
        for (Triangle& t : h.triangles) std::swap(t[1], t[2]);
        told.push_back({Severity::Note, QStringLiteral("turned-inside-out"),
                        QCoreApplication::translate("io", "The triangles of %1 face inwards; they were turned.")
                            .arg(fileName(path))});
    }

    void takeCortexLabel(Hemisphere& h, std::vector<Finding>& told) const {
        for (std::size_t i = 0; i < contents.size(); ++i) {
            const SurfacePart& part = *files.parts[i];
            if (!contents[i].content || !contents[i].content->vertexSet || part.side.value_or(Side::Left) != h.side ||
                part.name.name != QStringLiteral("cortex"))
                continue;
            const auto& vertices = contents[i].content->vertexSet->vertices;
            if (std::any_of(vertices.begin(), vertices.end(), [&](std::uint32_t v) { return v >= h.vertices; })) {
                told.push_back(
                    {Severity::Warning, QStringLiteral("size-mismatch"),
                     QCoreApplication::translate("io", "%1 is left out: it names vertices that the hemisphere "
                                                       "does not have.")
                         .arg(fileName(part.path))});
                continue;
            }
            h.cortex.assign(h.vertices, 0);
            for (const std::uint32_t v : vertices) h.cortex[v] = 1;
        }
    }

    [[nodiscard]] bool fits(std::size_t values, const Cortex& cortex, const SurfacePart& part) {
        const Hemisphere* h = cortex.side(part.side.value_or(Side::Left));
        if (h && h->vertices == values) return true;
        warn(Severity::Warning, "size-mismatch",
             QCoreApplication::translate("io", "%1 is left out: it is for %2 vertices, and the hemisphere has %3.")
                 .arg(fileName(part.path))
                 .arg(values)
                 .arg(h ? h->vertices : 0));
        return false;
    }

    void addMaps(Cortex& cortex) {
        std::vector<std::shared_ptr<CortexMap>> maps;
        for (std::size_t i = 0; i < contents.size(); ++i) {
            if (!contents[i].content) continue;
            const SurfacePart& part = *files.parts[i];
            const Side side = part.side.value_or(Side::Left);
            if (contents[i].content->framesLeftOut > 0)
                warn(Severity::Note, "frames-left-out",
                     QCoreApplication::translate("io", "%1 holds %2 more maps, which are not read.")
                         .arg(fileName(part.path))
                         .arg(contents[i].content->framesLeftOut));
            for (auto& frame : contents[i].content->maps) {
                QString name = frame.first;
                std::vector<float>& values = frame.second;
                if (!fits(values.size(), cortex, part)) continue;
                // Of two files of one name, the second is told by its whole name
                if (std::any_of(maps.begin(), maps.end(),
                                [&](const auto& map) { return map->name == name && map->values[at(side)]; }))
                    name = fileName(part.path);
                const auto same = std::find_if(maps.begin(), maps.end(), [&](const auto& map) {
                    return map->name == name && !map->values[at(side)];
                });
                CortexMap& map = same != maps.end() ? **same : *maps.emplace_back(std::make_shared<CortexMap>());
                map.name = name;
                map.unit = unitOfMap(name);
                map.values[at(side)] = std::make_shared<const std::vector<float>>(std::move(values));
                hideMedialWall(map, side, cortex.side(side)->cortex);
            }
        }
        static const QStringList order{QStringLiteral("thickness"), QStringLiteral("curv"), QStringLiteral("sulc"),
                                       QStringLiteral("area"), QStringLiteral("volume")};
        const auto place = [](const auto& map) {
            const qsizetype found = order.indexOf(map->name);
            return found < 0 ? order.size() : found;
        };
        std::stable_sort(maps.begin(), maps.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); });
        cortex.maps.assign(maps.begin(), maps.end());
    }

    void addParcellations(Cortex& cortex) {
        std::vector<std::shared_ptr<Parcellation>> all;
        for (std::size_t i = 0; i < contents.size(); ++i) {
            if (!contents[i].content) continue;
            const SurfacePart& part = *files.parts[i];
            SurfaceContent& content = *contents[i].content;
            const Side side = part.side.value_or(Side::Left);
            std::optional<RegionData> data = std::move(content.regions);
            if (content.vertexSet && part.name.name != QStringLiteral("cortex"))
                data = regionOf(*content.vertexSet, cortex, part);
            if (!data || !fits(data->regionOf.size(), cortex, part)) continue;
            if (data->unknown > 0)
                warn(Severity::Warning, "unknown-regions",
                     QCoreApplication::translate("io",
                                                 "%n vertex/vertices of %1 have a value that its table does not "
                                                 "name; they are in no region.",
                                                 nullptr, static_cast<int>(data->unknown))
                         .arg(fileName(part.path)));
            const auto same = std::find_if(all.begin(), all.end(), [&](const auto& p) {
                return p->name == part.name.name && !p->regionOf[at(side)];
            });
            Parcellation& into = same != all.end() ? **same : *all.emplace_back(std::make_shared<Parcellation>());
            into.name = part.name.name;
            putRegions(into, side, std::move(*data));
        }
        std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
            return (a->name == QStringLiteral("aparc")) > (b->name == QStringLiteral("aparc"));
        });
        cortex.parcellations.assign(all.begin(), all.end());
    }

    std::optional<RegionData> regionOf(const LabelData& label, const Cortex& cortex, const SurfacePart& part) {
        const Hemisphere* h = cortex.side(part.side.value_or(Side::Left));
        RegionData data;
        data.regions = {labelRegion(part.name.name)};
        data.regionOf.assign(h ? h->vertices : 0, -1);
        for (const std::uint32_t v : label.vertices) {
            if (v >= data.regionOf.size()) {
                warn(Severity::Warning, "size-mismatch",
                     QCoreApplication::translate("io",
                                                 "%1 is left out: it names vertices that the hemisphere does not have.")
                         .arg(fileName(part.path)));
                return {};
            }
            data.regionOf[v] = 0;
        }
        return data;
    }

    void addTables(Cortex& cortex);
    void tellSides(const Cortex& cortex);

    static constexpr std::size_t mostVertices = 1U << 26;

    const CortexFiles& files;
    Job& job;
    std::vector<Loaded> contents;
    std::vector<Finding> findings;
};

/// Adds the table of one side to that of both. What is counted adds up; a thickness is the mean over the vertices.
void join(RegionTable& both, const RegionTable& other) {
    both.regions.insert(both.regions.end(), other.regions.begin(), other.regions.end());
    const double ownCount = both.measures.value(QStringLiteral("NumVert")),
                 otherCount = other.measures.value(QStringLiteral("NumVert"));
    for (auto it = other.measures.cbegin(); it != other.measures.cend(); ++it) {
        if (!both.measures.contains(it.key())) {
            both.measures[it.key()] = it.value();
        } else if (it.key() == QStringLiteral("NumVert") || it.key().endsWith(QStringLiteral("SurfArea"))) {
            both.measures[it.key()] += it.value();
        } else if (it.key() == QStringLiteral("MeanThickness") && ownCount + otherCount > 0) {
            double& mean = both.measures[it.key()];
            mean = (mean * ownCount + it.value() * otherCount) / (ownCount + otherCount);
        }
    }
}

void Reading::addTables(Cortex& cortex) {
    QMap<QString, QStringList> filesOf; // by the subject they name
    for (std::size_t i = 0; i < contents.size(); ++i) {
        if (!contents[i].content || !contents[i].content->table) continue;
        const SurfacePart& part = *files.parts[i];
        RegionTable table = std::move(*contents[i].content->table);
        table.name = part.name.name;
        if (!table.subject.isEmpty()) filesOf[table.subject] << fileName(part.path);
        if (part.side) {
            // The measures of one side are kept under its name too
            const QString prefix = *part.side == Side::Left ? QStringLiteral("lh.") : QStringLiteral("rh.");
            for (const char* key : {"NumVert", "WhiteSurfArea", "PialSurfArea", "MeanThickness"})
                if (table.measures.contains(QLatin1String(key)))
                    table.measures[prefix + QLatin1String(key)] = table.measures[QLatin1String(key)];
        }
        const auto same = std::find_if(cortex.tables.begin(), cortex.tables.end(), [&](const RegionTable& other) {
            return part.side && other.name == table.name && other.subject == table.subject;
        });
        if (same != cortex.tables.end())
            join(*same, table);
        else
            cortex.tables.push_back(std::move(table));
    }
    for (std::size_t i = 0; i < contents.size(); ++i)
        if (contents[i].content && contents[i].content->vertexSet && !contents[i].content->vertexSet->subject.isEmpty())
            filesOf[contents[i].content->vertexSet->subject] << fileName(files.parts[i]->path);
    if (filesOf.size() > 1) {
        QStringList words;
        for (auto it = filesOf.cbegin(); it != filesOf.cend(); ++it)
            words << QCoreApplication::translate("io", "%1 (%2)").arg(it.key(), it->first());
        warn(Severity::Warning, "mixed-subjects",
             QCoreApplication::translate("io", "The files of this folder are of different subjects: %1.")
                 .arg(words.join(QStringLiteral(", "))));
    } else if (filesOf.size() == 1 && !files.subjectFolder.isEmpty() &&
               filesOf.firstKey() != fileName(files.subjectFolder)) {
        warn(Severity::Warning, "other-subject",
             QCoreApplication::translate("io", "%1 is of the subject %2, and the folder is called %3.")
                 .arg(filesOf.first().first(), filesOf.firstKey(), fileName(files.subjectFolder)));
    }
}

void Reading::tellSides(const Cortex& cortex) {
    std::array<std::optional<double>, 2> centreX; // LPS: left is positive
    for (const Side side : {Side::Left, Side::Right}) {
        const Hemisphere* h = cortex.side(side);
        if (!h) continue;
        for (const SurfaceShape shape : {SurfaceShape::Pial, SurfaceShape::White})
            if (h->has(shape)) centreX[at(side)] = centreOf(h->points(shape)).x;
    }
    constexpr double clearlyMm = 10; // from the middle of a head that is not centred on the scanner's zero
    const bool swapped = centreX[0] && centreX[1] ? *centreX[0] < *centreX[1]
                                                  : (centreX[0] && *centreX[0] < -clearlyMm && files.isStandard) ||
                                                        (centreX[1] && *centreX[1] > clearlyMm && files.isStandard);
    if (swapped)
        warn(Severity::Warning, "sides-swapped",
             QCoreApplication::translate("io", "The left hemisphere lies on the right. Check which files are which."));
}

} // namespace

void hideMedialWall(CortexMap& map, Side side, const std::vector<std::uint8_t>& isCortex) {
    auto& shared = map.values[at(side)];
    if (!shared || !map.name.startsWith(QStringLiteral("thickness"))) return;
    auto values = std::make_shared<std::vector<float>>(*shared);
    // Without the label of the cortex nothing tells the medial wall but its thickness of zero
    for (std::size_t v = 0; v < values->size(); ++v)
        if (isCortex.empty() ? (*values)[v] == 0 : isCortex[v] == 0)
            (*values)[v] = std::numeric_limits<float>::quiet_NaN();
    shared = std::move(values);
}

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

neuraxis::Label labelRegion(const QString& name) { return {1, name, qRgb(226, 96, 32)}; }

void putRegions(Parcellation& parcellation, Side side, RegionData data) {
    // The index in these tables is what aparc+aseg adds 1000 or 2000 to
    const bool asInAseg =
        parcellation.name == QStringLiteral("aparc") || parcellation.name.startsWith(QStringLiteral("aparc.DKTatlas"));
    if (asInAseg)
        for (Label& region : data.regions) region.id += side == Side::Left ? 1000 : 2000;
    parcellation.regions[at(side)] = std::move(data.regions);
    parcellation.regionOf[at(side)] = std::make_shared<const std::vector<std::int32_t>>(std::move(data.regionOf));
}

std::shared_ptr<const Cortex> CortexFiles::read(Job& job) const { return Reading(*this, job).run(); }

std::shared_ptr<const Cortex> readCortex(const FoundCortex& found, Job& job) { return found.source->read(job); }

} // namespace neuraxis::io
