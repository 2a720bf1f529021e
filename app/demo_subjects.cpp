#include "app/demo_subjects.h"

#include "app/demo_stats.h"
#include "core/analysis/demo_cortex.h"
#include "core/analysis/region_measures.h"
#include "core/analysis/surface_vectors.h"
#include "core/io/freesurfer_stats_write.h"
#include "core/io/freesurfer_write.h"
#include "core/io/parallel.h"
#include "core/io/surface_space.h"
#include "core/io/write.h"
#include "core/model/side_name.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <cmath>

namespace neuraxis {

namespace {

/// By how much somebody's motor cortex has become thinner: everywhere, and at the centre of its hand's part beside that.
struct ThinningRow {
    const char *participant, *visit;
    Side side;
    double overallMm, atHandMm;
};
constexpr ThinningRow thinningRows[] = {
    {"DEMO-001", "ses-1", Side::Left, 0.15, 0.15},  {"DEMO-001", "ses-2", Side::Left, 0.21, 0.25},
    {"DEMO-001", "ses-3", Side::Left, 0.27, 0.40},  {"DEMO-003", "ses-2", Side::Left, 0, 0.09375},
    {"DEMO-003", "ses-2", Side::Right, 0, 0.09375},
};
constexpr double sigmaMm = 12;
constexpr WorldPoint leftHandLps{38, 22, 56}, rightHandLps{-38, 22, 56}; ///< In the template

constexpr const char* whatIsKnown =
    "Surfaces of a head template, nobody's. The parcellation is simulated: names of the atlas AAL at the cortex, "
    "carried over to the regions of Desikan and Killiany that lie there; no measurement of it holds. Thickness of a "
    "vertex in mm: 1 + the sum of share * sin(2 pi perMm . p + phase) over `variation` is its factor, where p is the "
    "vertex's place in the template (on the white surface of a visit without changes, turned back), LPS. Each vertex "
    "gets the value in regionsMm of its region in aparc.annot, divided by the mean of the factors of that region's "
    "vertices; then, `averagings` times, every vertex becomes half itself and half the mean of its neighbours; then it "
    "is multiplied by its factor; outside cortex.label it is 0. At a visit it is less by (overallMm + mm * exp(-|p - "
    "centreLps|^2 / (2 sigmaMm^2))) * s for each thinning on its side, where s is its region's value in `shares`, 0 in "
    "others, averaged likewise. The pial surface lies that far from the white one, but nearer where it would fold into "
    "itself and within a few sides of the cortex's edge: at shareNearer of the cortex's vertices.";

std::vector<DemoThinning> thinningsOf(const io::DemoVisit& visit, Side side) {
    std::vector<DemoThinning> thinnings;
    for (const ThinningRow& row : thinningRows)
        if (visit.participant == QLatin1String(row.participant) && visit.label == QLatin1String(row.visit) &&
            row.side == side)
            thinnings.push_back(
                {side == Side::Left ? leftHandLps : rightHandLps, sigmaMm, row.atHandMm, row.overallMm});
    return thinnings;
}

SurfacePoint seen(const io::DemoVisit& visit, const SurfacePoint& p) {
    const WorldPoint at = visit.seenAt(toWorld(p));
    return {static_cast<float>(at.x), static_cast<float>(at.y), static_cast<float>(at.z)};
}

/// The surfaces of one side in a visit's scanner space.
struct SeenHemisphere {
    SurfaceMesh white, pial;
    std::vector<float> thicknessMm;
};

SeenHemisphere seenAt(const DemoHemisphere& hemisphere, const VertexGraph& neighbours, const io::DemoVisit& visit) {
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

Hemisphere hemisphereOf(const SeenHemisphere& at, Side side) {
    Hemisphere made;
    made.side = side;
    made.vertices = at.white.points.size();
    made.triangles = at.white.triangles;
    made.shapes[static_cast<std::size_t>(SurfaceShape::White)] = at.white.points;
    made.shapes[static_cast<std::size_t>(SurfaceShape::Pial)] = at.pial.points;
    return made;
}

void writeHemisphere(const QDir& folder, const QString& subject, const DemoHemisphere& hemisphere,
                     const VertexGraph& neighbours, const io::DemoVisit& visit, const VolumeHeader& orig) {
    const SeenHemisphere at = seenAt(hemisphere, neighbours, visit);
    const auto& triangles = hemisphere.white.triangles;
    const QString prefix = shortSideName(hemisphere.side) + u'.';
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

    const auto seen = std::make_shared<const Hemisphere>(hemisphereOf(at, hemisphere.side));
    const std::vector<double> areasMm2 = vertexAreasMm2(*seen, SurfaceShape::White);
    SurfaceCurvature curvature = surfaceCurvature(at.white);
    curvature = {neighbours.averaged(std::move(curvature.mean), 5),
                 neighbours.averaged(std::move(curvature.gaussian), 5)};
    io::writeFreeSurferCurv(path("surf", "thickness"), at.thicknessMm, triangles.size());
    io::writeFreeSurferCurv(path("surf", "curv"), curvature.mean, triangles.size());
    io::writeFreeSurferCurv(path("surf", "sulc"), hemisphere.sulcMm, triangles.size());
    io::writeFreeSurferCurv(path("surf", "area"), {areasMm2.begin(), areasMm2.end()}, triangles.size());

    std::vector<Label> labels;
    for (const DemoRegion& region : demoRegions()) labels.push_back(region.label);
    std::vector<std::uint8_t> isCortex;
    for (const std::int32_t region : hemisphere.regionOf) isCortex.push_back(region != 0 ? 1 : 0);
    io::writeFreeSurferAnnot(path("label", "aparc.annot"), labels, hemisphere.regionOf);
    io::writeFreeSurferLabel(path("label", "cortex.label"), white, isCortex, subject);
    io::writeFreeSurferStats(path("stats", "aparc.stats"),
                             demoStats(seen, at.thicknessMm, hemisphere.regionOf, curvature, areasMm2), hemisphere.side,
                             subject);
}

QJsonObject known(const std::array<DemoHemisphere, 2>& sides, const std::vector<io::DemoVisit>& visits) {
    QJsonObject regions, thinnings;
    for (const DemoRegion& region : demoRegions()) regions[region.label.name] = region.thicknessMm;
    QJsonArray waves;
    for (const DemoWave& wave : demoWaves())
        waves.append(QJsonObject{{QStringLiteral("perMm"), QJsonArray{wave.perMm.x, wave.perMm.y, wave.perMm.z}},
                                 {QStringLiteral("phase"), wave.phase},
                                 {QStringLiteral("share"), wave.share}});
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
                ofVisit.append(
                    QJsonObject{{QStringLiteral("side"), shortSideName(side)},
                                {QStringLiteral("centreLps"), QJsonArray{t.centreLps.x, t.centreLps.y, t.centreLps.z}},
                                {QStringLiteral("sigmaMm"), t.sigmaMm},
                                {QStringLiteral("mm"), t.mm},
                                {QStringLiteral("overallMm"), t.overallMm}});
        thinnings[visit.subject()] = ofVisit;
    }
    return {{QStringLiteral("what"), QLatin1String(whatIsKnown)},
            {QStringLiteral("parcellation"), QStringLiteral("simulated from AAL")},
            {QStringLiteral("regionsMm"), regions},
            {QStringLiteral("averagings"), demoAveragings},
            {QStringLiteral("variation"), waves},
            {QStringLiteral("shares"),
             QJsonObject{{QStringLiteral("precentral"), 1}, {QStringLiteral("paracentral"), demoParacentralShare}}},
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
    const VertexGraph neighbours(sides[0].white.points.size(), sides[0].white.triangles);
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
