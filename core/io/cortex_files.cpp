#include "core/io/cortex_files.h"

#include "core/io/cortex_mask.h"
#include "core/io/parallel.h"
#include "core/io/region_stats.h"
#include "core/io/side_index.h"
#include "core/io/surface_placement.h"
#include "core/io/vertex_regions.h"

#include <QCoreApplication>
#include <algorithm>

namespace neuraxis::io {

namespace {

using Severity = Finding::Severity;

/// Whether two surfaces are no two sides of one cortex: of most vertices they are farther apart than cortex is thick.
bool liesElsewhere(const std::vector<SurfacePoint>& white, const std::vector<SurfacePoint>& pial) {
    constexpr float thickestMm = 12;
    if (white.empty() || pial.size() != white.size()) return false;
    std::size_t far = 0;
    for (std::size_t v = 0; v < white.size(); ++v) {
        const float x = pial[v].x - white[v].x, y = pial[v].y - white[v].y, z = pial[v].z - white[v].z;
        far += x * x + y * y + z * z > thickestMm * thickestMm;
    }
    return 2 * far > white.size();
}

/// What reading one cortex works with: its files' contents, and what is told of them.
class Reading {
  public:
    Reading(const CortexFiles& files, Job& job) : files(files), job(job), contents(files.parts.size()) {}

    std::shared_ptr<const Cortex> run() {
        loadAll();
        if (std::none_of(contents.begin(), contents.end(), [](const Loaded& l) { return l.content.has_value(); }))
            fail();
        auto cortex = std::make_shared<Cortex>();
        cortex->name = files.name;
        cortex->base = files.base;
        cortex->isStandard = files.isStandard;
        std::array<std::vector<Finding>, 2> told;
        inParallel(2, job, [&](int s) {
            const auto side = static_cast<Side>(s);
            Hemisphere h = hemisphere(side, told[at(side)]);
            if (h.vertices > 0) cortex->sides[at(side)] = ready(std::move(h));
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
        tellSubjects();
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
                if (vertices == 0) vertices = verticesBySome(*loaded.content, part);
                spread(*loaded.content, vertices, part.path);
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

    /// How many vertices there must be where no surface tells it. Throws Error when they are too many to believe.
    static std::size_t verticesBySome(const SurfaceContent& content, const SurfacePart& part) {
        std::size_t count = leastVertices(content.nodes);
        if (content.vertexSet) count = std::max(count, leastVertices(content.vertexSet->vertices));
        if (count > mostVertices)
            throw Error(QCoreApplication::translate("io",
                                                    "%1 is about vertex %2, and no surface beside it has as many. Open "
                                                    "it with its surface.")
                            .arg(fileName(part.path))
                            .arg(count - 1));
        return count;
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

    [[nodiscard]] bool isSurfaceOf(std::size_t i, Side side) const {
        return contents[i].content && contents[i].content->surface && files.parts[i]->side.value_or(Side::Left) == side;
    }
    [[nodiscard]] SurfaceShape shapeOf(std::size_t i) const {
        return files.parts[i]->name.shape.value_or(SurfaceShape::White);
    }

    /// Whether a side has a white or a pial surface, beside which one halfway between them is neither.
    [[nodiscard]] bool hasBorder(Side side) const {
        for (std::size_t i = 0; i < contents.size(); ++i)
            if (isSurfaceOf(i, side) && isReal(shapeOf(i)) && !files.parts[i]->name.isMiddle) return true;
        return false;
    }

    /// The best file for a shape; contents.size() when there is none.
    [[nodiscard]] std::size_t bestFor(Side side, SurfaceShape shape, std::vector<Finding>& told) const {
        std::size_t best = contents.size();
        for (std::size_t i = 0; i < contents.size(); ++i) {
            if (!isSurfaceOf(i, side) || shapeOf(i) != shape) continue;
            if (files.parts[i]->name.isMiddle && hasBorder(side)) {
                told.push_back({Severity::Note, QStringLiteral("surface-left-out"),
                                QCoreApplication::translate("io", "%1 is not shown: it lies halfway between the white "
                                                                  "and the pial surface and is neither.")
                                    .arg(fileName(files.parts[i]->path))});
                continue;
            }
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
            if (shape == SurfaceShape::White && files.parts[best]->name.isMiddle) {
                h.isMiddle = true;
                told.push_back({Severity::Note, QStringLiteral("middle-surface"),
                                QCoreApplication::translate("io", "%1 lies halfway between the white and the pial "
                                                                  "surface. It is shown in place of the white one.")
                                    .arg(fileName(path))});
            }
            if (isReal(shape))
                placeInScanner(data, path, files.isStandard, told);
            else
                move(data.points, rasToLps());
            if (first) {
                h.vertices = data.points.size();
                h.triangles = std::move(data.triangles);
                turnOutwards(data.points, h.triangles, path, told);
            }
            h.shapes[at(shape)] = std::move(data.points);
        }
        if (liesElsewhere(h.points(SurfaceShape::White), h.points(SurfaceShape::Pial))) {
            told.push_back(
                {Severity::Warning, QStringLiteral("surfaces-apart"),
                 QCoreApplication::translate("io", "The pial surface of the %1 hemisphere is left out: it lies "
                                                   "far from the white one. Is it of the other side, or of "
                                                   "somebody else?")
                     .arg(sideWord(side))});
            h.shapes[at(SurfaceShape::Pial)].clear();
        }
        if (h.vertices == 0) h.vertices = files.vertices[at(side)];
        if (h.vertices == 0) h.vertices = verticesOfContents(side);
        takeCortexLabel(h, told);
        if (h.cortex.empty()) h.cortex = cortexByOthers(h);
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
            if (content.vertexSet) most = std::max(most, leastVertices(content.vertexSet->vertices));
        }
        return most;
    }

    void takeCortexLabel(Hemisphere& h, std::vector<Finding>& told) const {
        for (std::size_t i = 0; i < contents.size(); ++i) {
            const SurfacePart& part = *files.parts[i];
            if (!contents[i].content || !contents[i].content->vertexSet || part.side.value_or(Side::Left) != h.side ||
                part.name.name != QStringLiteral("cortex"))
                continue;
            const auto& vertices = contents[i].content->vertexSet->vertices;
            if (std::any_of(vertices.begin(), vertices.end(), [&](std::uint32_t v) { return v >= h.vertices; })) {
                told.push_back(labelLeftOut(part.path));
                continue;
            }
            h.cortex.assign(h.vertices, 0);
            for (const std::uint32_t v : vertices) h.cortex[v] = 1;
        }
    }

    /// Without a label: by aparc, another parcellation or thickness, the best of what there is.
    [[nodiscard]] std::vector<std::uint8_t> cortexByOthers(const Hemisphere& h) const {
        std::vector<std::uint8_t> best;
        int bestRank = 3;
        const auto offer = [&](int rank, std::vector<std::uint8_t> isCortex) {
            if (rank >= bestRank || isCortex.size() != h.vertices) return;
            best = std::move(isCortex);
            bestRank = rank;
        };
        for (std::size_t i = 0; i < contents.size(); ++i) {
            const SurfacePart& part = *files.parts[i];
            if (!contents[i].content || part.side.value_or(Side::Left) != h.side) continue;
            if (const auto& regions = contents[i].content->regions)
                offer(part.name.name == QStringLiteral("aparc") ? 0 : 1, cortexByRegions(*regions));
            for (const auto& [name, values] : contents[i].content->maps) offer(2, cortexByThickness(name, values));
        }
        return best;
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
            if (data->unknown > 0) findings.push_back(unknownRegions(data->unknown, part.path));
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
        auto data = regionOfLabel(label, part.name.name, h ? h->vertices : 0);
        if (!data) findings.push_back(labelLeftOut(part.path));
        return data;
    }

    void addTables(Cortex& cortex) {
        for (std::size_t i = 0; i < contents.size(); ++i) {
            if (!contents[i].content || !contents[i].content->table) continue;
            const SurfacePart& part = *files.parts[i];
            RegionTable table = *contents[i].content->table;
            table.name = part.name.name;
            // 34 regions a side; FreeSurfer's first versions had a few less
            constexpr std::size_t fewestOfAparc = 30;
            if (part.side && table.name == QStringLiteral("aparc") && table.regions.size() < fewestOfAparc)
                warn(Severity::Warning, "table-cut-short",
                     QCoreApplication::translate("io", "%1 has only %2 of 34 regions; it seems to be cut short.")
                         .arg(fileName(part.path))
                         .arg(table.regions.size()));
            addStats(cortex.tables, std::move(table), part.side);
        }
    }

    /// Whether the files say that they are of different subjects, or of another than their folder's.
    void tellSubjects() {
        QMap<QString, QString> firstFile; // by the subject that it names
        const auto take = [&](auto subjectOf) {
            for (std::size_t i = 0; i < contents.size(); ++i) {
                const QString subject = contents[i].content ? subjectOf(*contents[i].content) : QString();
                if (!subject.isEmpty() && !firstFile.contains(subject))
                    firstFile[subject] = fileName(files.parts[i]->path);
            }
        };
        take([](const SurfaceContent& c) { return c.table ? c.table->subject : QString(); });
        take([](const SurfaceContent& c) { return c.vertexSet ? c.vertexSet->subject : QString(); });
        take([&](const SurfaceContent& c) {
            // A surface may tell the whole path of its volume: ".../bert/mri/orig.mgz"
            const QString volume = c.surface && c.surface->grid ? c.surface->grid->file : QString();
            const QString subject = volume.section(QStringLiteral("/mri/"), 0, -2).section(u'/', -1);
            // Of a longitudinal run it may be its template's
            const bool isToTell = !subject.startsWith(u'.') && subject != files.base && !files.isStandard;
            return isToTell ? subject : QString();
        });
        if (firstFile.size() > 1) {
            QStringList words;
            for (auto it = firstFile.cbegin(); it != firstFile.cend(); ++it)
                words << QCoreApplication::translate("io", "%1 (%2)").arg(it.key(), it.value());
            warn(Severity::Warning, "mixed-subjects",
                 QCoreApplication::translate("io", "The files of this folder are of different subjects: %1.")
                     .arg(words.join(QStringLiteral(", "))));
        } else if (firstFile.size() == 1 && !files.subjectFolder.isEmpty() &&
                   firstFile.firstKey() != fileName(files.subjectFolder)) {
            warn(Severity::Warning, "other-subject",
                 QCoreApplication::translate("io", "%1 is of the subject %2, and the folder is called %3.")
                     .arg(firstFile.first(), firstFile.firstKey(), fileName(files.subjectFolder)));
        }
    }

    void tellSides(const Cortex& cortex) {
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
                 QCoreApplication::translate("io",
                                             "The left hemisphere lies on the right. Check which files are which."));
    }

    /// Where no surface tells how many there are: seven times those of a fine one.
    static constexpr std::size_t mostVertices = 2'000'000;

    const CortexFiles& files;
    Job& job;
    std::vector<Loaded> contents;
    std::vector<Finding> findings;
};

} // namespace

std::shared_ptr<const Cortex> CortexFiles::read(Job& job) const { return Reading(*this, job).run(); }

std::shared_ptr<const Cortex> readCortex(const FoundCortex& found, Job& job) { return found.source->read(job); }

} // namespace neuraxis::io
