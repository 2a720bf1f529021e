#include "app/demo_subjects.h"

#include "core/analysis/demo_cortex.h"
#include "core/analysis/surface_region_stats.h"
#include "core/analysis/surface_vectors.h"
#include "core/io/freesurfer_stats_write.h"
#include "core/io/freesurfer_write.h"
#include "core/io/parallel.h"
#include "core/io/surface_space.h"
#include "core/io/write.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <cmath>

namespace neuraxis {

namespace {

constexpr double sigmaMm = 12;
constexpr double thinningPerShrink = 1.875; // mm: 2.60, 2.45 and 2.30 at the visits of DEMO-001

constexpr const char* whatIsKnown =
    "Surfaces of a head template, nobody's. The parcellation is simulated: names of the atlas AAL at the cortex, "
    "carried "
    "over to the regions of Desikan and Killiany that lie there; no measurement of it holds. Thickness of a vertex in "
    "mm: "
    "each gets the value in regionsMm of its region in aparc.annot, then, `averagings` times, every vertex becomes "
    "half "
    "itself and half the mean of its neighbours; outside cortex.label it is 0. At a visit it is less by mm * exp(-|p - "
    "centreLps|^2 / (2 sigmaMm^2)) * s for each thinning on its side, where p is the vertex's place in the template "
    "(on "
    "the white surface of a visit without changes, turned back) and s is 1 in precentral and 0 elsewhere, averaged "
    "likewise. The pial surface lies that far from the white one, but nearer where it would fold into itself and "
    "within "
    "a few sides of the cortex's edge: at shareNearer of the cortex's vertices.";

Side sideOf(const io::DemoChange& change) { return change.centreLps.x > 0 ? Side::Left : Side::Right; }

std::vector<DemoThinning> thinningsOf(const io::DemoVisit& visit, Side side) {
    std::vector<DemoThinning> thinnings;
    for (const io::DemoChange& change : visit.changes)
        if (sideOf(change) == side) thinnings.push_back({change.centreLps, sigmaMm, thinningPerShrink * change.shrink});
    return thinnings;
}

SurfacePoint seen(const io::DemoVisit& visit, const SurfacePoint& p) {
    const WorldPoint at = visit.seenAt({p.x, p.y, p.z});
    return {static_cast<float>(at.x), static_cast<float>(at.y), static_cast<float>(at.z)};
}

/// The surfaces of one side in a visit's scanner space.
struct SeenHemisphere {
    SurfaceMesh white, pial;
    std::vector<float> thicknessMm;
};

SeenHemisphere seenAt(const DemoHemisphere& hemisphere, const Neighbours& neighbours, const io::DemoVisit& visit) {
    SurfaceMesh white{{}, hemisphere.white.triangles};
    std::vector<SurfacePoint> ways;
    for (std::size_t v = 0; v < hemisphere.ways.size(); ++v) {
        const SurfacePoint& p = hemisphere.white.points[v];
        white.points.push_back(seen(visit, p));
        ways.push_back(unit(seen(visit, p + hemisphere.ways[v]) - white.points.back()));
    }
    std::vector<float> thickness = hemisphere.thinned(thinningsOf(visit, hemisphere.side)), room = thickness;
    for (std::size_t v = 0; v < room.size(); ++v) room[v] = std::min(room[v], hemisphere.roomMm[v]);
    SurfaceMesh pial = demoPial(white, ways, room, neighbours);
    return {std::move(white), std::move(pial), std::move(thickness)};
}

std::vector<io::StatsRow> statsOf(const SeenHemisphere& at, const DemoHemisphere& hemisphere,
                                  const SurfaceCurvature& curvature, const std::vector<float>& areas) {
    const auto stats = surfaceRegionStats(at.white, areas, vertexAreas(at.pial), curvature, at.thicknessMm,
                                          hemisphere.regionOf, demoRegions().size());
    std::vector<io::StatsRow> rows;
    for (std::size_t region = 1; region < stats.size(); ++region) {
        const SurfaceRegionStats& s = stats[region];
        if (s.vertices > 0)
            rows.push_back({{demoRegions()[region].label.name, hemisphere.side, s.vertices, s.areaMm2, s.volumeMm3,
                             s.thicknessMm, s.thicknessSdMm},
                            s.meanCurvature,
                            s.gaussianCurvature,
                            s.foldingIndex,
                            s.curvatureIndex});
    }
    return rows;
}

void writeHemisphere(const QDir& folder, const QString& subject, const DemoHemisphere& hemisphere,
                     const Neighbours& neighbours, const io::DemoVisit& visit, const VolumeHeader& orig) {
    const SeenHemisphere at = seenAt(hemisphere, neighbours, visit);
    const auto& triangles = hemisphere.white.triangles;
    const QString prefix = hemisphere.side == Side::Left ? QStringLiteral("lh.") : QStringLiteral("rh.");
    const auto path = [&](const char* where, const char* what) {
        return folder.filePath(QLatin1String(where) + u'/' + prefix + QLatin1String(what));
    };
    const Affine toSurface = io::lpsToSurfaceRas(io::gridOf(orig)), toRas = io::rasToLps();
    const auto moved = [](std::vector<SurfacePoint> points, const Affine& by) {
        io::move(points, by);
        return points;
    };
    const std::vector<SurfacePoint> white = moved(at.white.points, toSurface);
    io::writeFreeSurferSurface(path("surf", "white"), white, triangles, orig);
    io::writeFreeSurferSurface(path("surf", "pial"), moved(at.pial.points, toSurface), triangles, orig);
    io::writeFreeSurferSurface(path("surf", "inflated"), moved(hemisphere.inflated, toRas), triangles, orig);
    io::writeFreeSurferSurface(path("surf", "sphere"), moved(hemisphere.sphere, toRas), triangles, orig);

    const std::vector<float> areas = vertexAreas(at.white);
    SurfaceCurvature curvature = surfaceCurvature(at.white);
    curvature = {neighbours.averaged(std::move(curvature.mean), 5),
                 neighbours.averaged(std::move(curvature.gaussian), 5)};
    io::writeFreeSurferCurv(path("surf", "thickness"), at.thicknessMm, triangles.size());
    io::writeFreeSurferCurv(path("surf", "curv"), curvature.mean, triangles.size());
    io::writeFreeSurferCurv(path("surf", "sulc"), hemisphere.sulcMm, triangles.size());
    io::writeFreeSurferCurv(path("surf", "area"), areas, triangles.size());

    std::vector<Label> labels;
    for (const DemoRegion& region : demoRegions()) labels.push_back(region.label);
    std::vector<std::uint8_t> isCortex;
    for (const std::int32_t region : hemisphere.regionOf) isCortex.push_back(region != 0 ? 1 : 0);
    io::writeFreeSurferAnnot(path("label", "aparc.annot"), labels, hemisphere.regionOf);
    io::writeFreeSurferLabel(path("label", "cortex.label"), white, isCortex, subject);
    io::writeFreeSurferStats(path("stats", "aparc.stats"), statsOf(at, hemisphere, curvature, areas), hemisphere.side,
                             subject);
}

QJsonObject known(const std::array<DemoHemisphere, 2>& sides, const std::vector<io::DemoVisit>& visits) {
    QJsonObject regions, thinnings;
    for (const DemoRegion& region : demoRegions()) regions[region.label.name] = region.thicknessMm;
    int cortex = 0, nearer = 0;
    for (const DemoHemisphere& side : sides)
        for (std::size_t v = 0; v < side.regionOf.size(); ++v) {
            cortex += side.regionOf[v] != 0 ? 1 : 0;
            nearer += side.regionOf[v] != 0 && side.roomMm[v] < side.thicknessMm[v] ? 1 : 0;
        }
    for (const io::DemoVisit& visit : visits) {
        QJsonArray ofVisit;
        for (const Side side : {Side::Left, Side::Right})
            for (const DemoThinning& t : thinningsOf(visit, side))
                ofVisit.append(QJsonObject{
                    {QStringLiteral("side"), side == Side::Left ? QStringLiteral("lh") : QStringLiteral("rh")},
                    {QStringLiteral("centreLps"), QJsonArray{t.centreLps.x, t.centreLps.y, t.centreLps.z}},
                    {QStringLiteral("sigmaMm"), t.sigmaMm},
                    {QStringLiteral("mm"), t.mm}});
        thinnings[visit.subject()] = ofVisit;
    }
    return {{QStringLiteral("what"), QLatin1String(whatIsKnown)},
            {QStringLiteral("parcellation"), QStringLiteral("simulated from AAL")},
            {QStringLiteral("regionsMm"), regions},
            {QStringLiteral("averagings"), demoAveragings},
            {QStringLiteral("shareNearer"), std::round(1000.0 * nearer / cortex) / 1000},
            {QStringLiteral("thinning"), thinnings}};
}

} // namespace

QString demoSubjectPath(const io::DemoVisit& visit) { return QStringLiteral("freesurfer/") + visit.subject(); }

QJsonObject writeDemoSubjects(const QString& folder, const std::vector<io::DemoVisit>& visits, io::Job& job) {
    const auto brain = io::readDemoTemplate(io::DemoTemplate::Brain, job);
    const auto head = io::readDemoTemplate(io::DemoTemplate::Head, job);
    const DemoAtlas atlas(*io::readDemoTemplate(io::DemoTemplate::Regions, job));
    std::array<DemoHemisphere, 2> sides;
    io::inParallel(2, job, [&](int side) {
        sides[static_cast<std::size_t>(side)] = demoHemisphere(*brain, atlas, side == 0 ? Side::Left : Side::Right);
    });
    const Neighbours neighbours(sides[0].white);
    for (const io::DemoVisit& visit : visits) {
        const QDir into(QDir(folder).filePath(demoSubjectPath(visit)));
        for (const char* part : {"mri", "surf", "label", "stats"})
            if (!into.mkpath(QLatin1String(part)))
                throw io::Error(
                    QCoreApplication::translate("DemoCommand", "The folder %1 cannot be made. Choose another place.")
                        .arg(QDir(folder).dirName()));
        const auto orig = io::conformedHead(*head, visit, job);
        io::write(*orig, into.filePath(QStringLiteral("mri/orig.mgz")), job);
        io::inParallel(2, job, [&](int side) {
            writeHemisphere(into, visit.subject(), sides[static_cast<std::size_t>(side)], neighbours, visit,
                            orig->header());
        });
    }
    return known(sides, visits);
}

} // namespace neuraxis
