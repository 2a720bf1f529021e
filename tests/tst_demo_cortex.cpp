#include "app/demo_subjects.h"
#include "core/analysis/demo_cortex.h"
#include "core/analysis/demo_white_matter.h"
#include "core/analysis/surface_crossings.h"
#include "core/analysis/surface_measures.h"
#include "core/analysis/surface_wrap.h"
#include "core/io/scan.h"
#include "test_main.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <set>

using namespace neuraxis;

namespace {

WorldVector vectorOf(const QJsonValue& three) {
    return {three[0].toDouble(), three[1].toDouble(), three[2].toDouble()};
}

WorldPoint worldOf(const SurfacePoint& p) { return {p.x, p.y, p.z}; }

double between(const Volume& volume, const WorldPoint& lps) {
    const VoxelIndex v = volume.header().voxelToLps.toVoxel(lps);
    const double i = std::floor(v.i), j = std::floor(v.j), k = std::floor(v.k);
    double sum = 0;
    for (const double a : {0.0, 1.0})
        for (const double b : {0.0, 1.0})
            for (const double c : {0.0, 1.0})
                sum += (a > 0 ? v.i - i : 1 - v.i + i) * (b > 0 ? v.j - j : 1 - v.j + j) *
                       (c > 0 ? v.k - k : 1 - v.k + k) * volume.value({i + a, j + b, k + c});
    return sum;
}

/// Where a place of a visit's scanner space lies in the template, by the formula in known_changes.json.
WorldPoint templatePlace(const WorldPoint& lps, const QJsonObject& visit) {
    const QJsonArray columns = visit[QStringLiteral("rotationColumns")].toArray();
    const WorldVector p = lps - (WorldPoint() + vectorOf(visit[QStringLiteral("shiftMm")]));
    const WorldPoint u =
        WorldPoint() + vectorOf(visit[QStringLiteral("headCentreLps")]) +
        WorldVector{dot(vectorOf(columns[0]), p), dot(vectorOf(columns[1]), p), dot(vectorOf(columns[2]), p)};
    WorldPoint t = u;
    for (const QJsonValue& change : visit[QStringLiteral("changes")].toArray()) {
        const WorldVector away = u - (WorldPoint() + vectorOf(change[QStringLiteral("centreLps")]));
        const double share = 1 - dot(away, away) / std::pow(change[QStringLiteral("radiusMm")].toDouble(), 2);
        if (share > 0) t = t + away * (change[QStringLiteral("shrink")].toDouble() * share * share);
    }
    return t;
}

const std::vector<float>& mapOf(const Cortex& cortex, const char* name, Side side) {
    return *cortex.map(QLatin1String(name))->values[static_cast<std::size_t>(side)];
}

bool same(const std::vector<SurfacePoint>& a, const std::vector<SurfacePoint>& b) { return a == b; }

} // namespace

/// The demo's cortex as its files have it, read by the program's own readers, and how it was made.
class TestDemoCortex : public QObject {
    Q_OBJECT

  private:
    QTemporaryDir dir;
    std::vector<io::DemoVisit> visits;
    QJsonObject known;
    std::vector<QJsonObject> knownVisits;
    std::vector<std::shared_ptr<const Cortex>> cortices; ///< Of the visits
    std::vector<std::shared_ptr<const Volume>> scans;
    std::shared_ptr<const Volume> brain, head, regions;

    [[nodiscard]] const Hemisphere& side(std::size_t visit, Side which) const { return *cortices[visit]->side(which); }

  private Q_SLOTS:
    void initTestCase() {
        if (!QFileInfo::exists(QStringLiteral("/usr/share/mricron/templates/ch2bet.nii.gz")))
            QSKIP("mricron-data is not installed");
        io::Job job;
        brain = io::readDemoTemplate(io::DemoTemplate::Brain, job);
        head = io::readDemoTemplate(io::DemoTemplate::Head, job);
        regions = io::readDemoTemplate(io::DemoTemplate::Regions, job);
        // The first and the last visit of DEMO-001
        visits = {io::demoVisits()[0], io::demoVisits()[2]};
        known = writeDemoSubjects(dir.path(), visits, job);
        io::writeDemo(dir.path(), visits, job, {{QStringLiteral("cortex"), known}});
        QFile file(dir.filePath(QStringLiteral("known_changes.json")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject all = QJsonDocument::fromJson(file.readAll()).object();
        known = all[QStringLiteral("cortex")].toObject();
        for (const QJsonValue& visit : all[QStringLiteral("visits")].toArray()) knownVisits.push_back(visit.toObject());
        for (const io::DemoVisit& visit : visits) {
            const io::Scan subject = io::scan({dir.filePath(demoSubjectPath(visit))}, job);
            QCOMPARE(subject.cortices.size(), 1U);
            cortices.push_back(subject.cortices[0].source->read(job));
            scans.push_back(io::read(io::scan({dir.filePath(visit.path())}, job).found.at(0), job));
        }
    }

    void icosphereIsRound_data() {
        QTest::addColumn<int>("subdivisions");
        QTest::addColumn<int>("vertices"); // fsaverage3 to 6: FreeSurfer wiki "SurfaceRegAndTemplates"
        QTest::newRow("3") << 3 << 642;
        QTest::newRow("4") << 4 << 2562;
        QTest::newRow("6") << 6 << 40962;
    }
    void icosphereIsRound() {
        QFETCH(int, subdivisions);
        QFETCH(int, vertices);
        SurfaceMesh mesh = icosphere(subdivisions);
        QCOMPARE(static_cast<int>(mesh.points.size()), vertices);
        QCOMPARE(mesh.triangles.size(), mesh.points.size() * 2 - 4);
        for (SurfacePoint& p : mesh.points) p = {p.x * 10, p.y * 10, p.z * 10};
        // Of a sphere of 10 mm: 4 pi r^2, 1/r (a gyrus, so negative) and 1/r^2
        double area = 0;
        for (const auto& [a, b, c] : mesh.triangles)
            area += length(cross(worldOf(mesh.points[b]) - worldOf(mesh.points[a]),
                                 worldOf(mesh.points[c]) - worldOf(mesh.points[a]))) /
                    2;
        QVERIFY(std::abs(area / (400 * std::numbers::pi) - 1) < 0.02);
        const SurfaceCurvature curvature = surfaceCurvature(mesh);
        for (std::size_t v = 0; v < mesh.points.size(); ++v) {
            QVERIFY2(std::abs(curvature.mean[v] + 0.1F) < 0.004F,
                     qPrintable(QStringLiteral("%1 %2").arg(v).arg(curvature.mean[v])));
            QVERIFY(std::abs(curvature.gaussian[v] - 0.01F) < 0.002F);
        }
    }

    void crossingsAreFoundAndUndone() {
        SurfaceMesh mesh = icosphere(4);
        QCOMPARE(std::ranges::count(crossingTriangles(mesh), 1), 0);
        for (SurfacePoint& p : mesh.points) p = {p.x * 20, p.y * 20, p.z * 20};
        mesh.points[0] = {-1.6F * mesh.points[0].x, -1.6F * mesh.points[0].y, -1.6F * mesh.points[0].z};
        QVERIFY(std::ranges::count(crossingTriangles(mesh), 1) > 6);
        untangle(mesh, 40);
        QCOMPARE(std::ranges::count(crossingTriangles(mesh), 1), 0);
    }

    void surfacesAreSpheresWithoutCrossings() {
        for (std::size_t visit = 0; visit < cortices.size(); ++visit)
            for (const Side which : {Side::Left, Side::Right}) {
                const Hemisphere& h = side(visit, which);
                QCOMPARE(h.vertices, 40962U);
                QCOMPARE(h.triangles, side(0, Side::Left).triangles);
                std::set<std::pair<std::uint32_t, std::uint32_t>> sides;
                for (const Triangle& t : h.triangles)
                    for (std::size_t i = 0; i < 3; ++i) {
                        // Each side once in each direction: closed, and turned one way
                        QVERIFY(sides.insert({t[i], t[(i + 1) % 3]}).second);
                    }
                for (const auto& [a, b] : sides) QVERIFY(sides.contains({b, a}));
                QCOMPARE(int(h.vertices) - int(sides.size() / 2) + int(h.triangles.size()), 2);
                std::array<double, 2> volumes{};
                for (const SurfaceShape shape : {SurfaceShape::White, SurfaceShape::Pial}) {
                    const SurfaceMesh mesh{h.points(shape), h.triangles};
                    QCOMPARE(std::ranges::count(crossingTriangles(mesh), 1), 0);
                    const auto& p = mesh.points;
                    double& volume = volumes[shape == SurfaceShape::White ? 0 : 1];
                    for (const auto& [a, b, c] : h.triangles) {
                        const WorldVector u = worldOf(p[b]) - worldOf(p[a]), v = worldOf(p[c]) - worldOf(p[a]);
                        QVERIFY(length(cross(u, v)) > 1e-4);
                        volume += dot(worldOf(p[a]) - WorldPoint(), cross(u, v)) / 6;
                    }
                }
                // Outwards, and of a size: a hemisphere has 200 to 350 ml of white matter and deep nuclei and about as
                // much cortex (Allen and others 2002, NeuroImage)
                QVERIFY2(volumes[0] > 200e3 && volumes[0] < 400e3, qPrintable(QString::number(volumes[0])));
                QVERIFY2(volumes[1] - volumes[0] > 150e3 && volumes[1] - volumes[0] < 350e3,
                         qPrintable(QString::number(volumes[1] - volumes[0])));
            }
    }

    void whiteLiesWhereWhiteMatterEnds() {
        const DemoAtlas atlas(*regions);
        for (const Side which : {Side::Left, Side::Right}) {
            const ScalarGrid field = demoWhiteMatter(*brain, atlas, which).smoothed(wrapSigmaMm);
            const Hemisphere& h = side(0, which);
            SurfaceMesh white{{}, h.triangles};
            for (const SurfacePoint& p : h.points(SurfaceShape::White)) {
                const WorldPoint t = templatePlace(worldOf(p), knownVisits[0]);
                white.points.push_back({float(t.x), float(t.y), float(t.z)});
            }
            const std::vector<SurfacePoint> normals = vertexNormals(white);
            int cortex = 0, near = 0;
            for (std::uint32_t v = 0; v < h.vertices; ++v) {
                if (!h.isCortex(v)) continue;
                ++cortex;
                const auto at = [&](float mm) {
                    return field
                        .at({white.points[v].x + mm * normals[v].x, white.points[v].y + mm * normals[v].y,
                             white.points[v].z + mm * normals[v].z})
                        .value;
                };
                near += at(-1) > wrapLevel && at(1) < wrapLevel;
            }
            QVERIFY2(near > 0.95 * cortex, qPrintable(QStringLiteral("%1 of %2").arg(near).arg(cortex)));
        }
    }

    void surfacesLieWhereTheScanShowsThem() {
        for (std::size_t visit = 0; visit < cortices.size(); ++visit)
            for (const Side which : {Side::Left, Side::Right}) {
                const auto& points = side(visit, which).points(SurfaceShape::White);
                // One vertex is one place of the template at every visit
                for (std::size_t v = 0; v < points.size(); v += 7) {
                    const WorldPoint first =
                        templatePlace(worldOf(side(0, which).points(SurfaceShape::White)[v]), knownVisits[0]);
                    QVERIFY(length(templatePlace(worldOf(points[v]), knownVisits[visit]) - first) < 0.001);
                }
                // Moved by a tenth of a millimetre any way, the scan agrees less with the template.
                const auto disagreement = [&](const WorldVector& by) {
                    double sum = 0;
                    for (std::size_t v = 0; v < points.size(); v += 3) {
                        const WorldPoint p = worldOf(points[v]);
                        const double is = between(*scans[visit], p + by) / 11,
                                     should = between(*head, templatePlace(p, knownVisits[visit]));
                        sum += (is - should) * (is - should);
                    }
                    return sum;
                };
                const double here = disagreement({});
                for (const WorldVector& by : {WorldVector{.1, 0, 0}, WorldVector{0, .1, 0}, WorldVector{0, 0, .1}}) {
                    QVERIFY(here < disagreement(by));
                    QVERIFY(here < disagreement(-by));
                }
            }
    }

    void thicknessIsAsToldAndPialConsistent() {
        const QJsonObject mm = known[QStringLiteral("regionsMm")].toObject();
        const QJsonObject shares = known[QStringLiteral("shares")].toObject();
        const QJsonArray waves = known[QStringLiteral("variation")].toArray();
        for (std::size_t visit = 0; visit < cortices.size(); ++visit)
            for (const Side which : {Side::Left, Side::Right}) {
                const Hemisphere& h = side(visit, which);
                const Parcellation& aparc = *cortices[visit]->parcellation(QStringLiteral("aparc"));
                const auto& labels = aparc.regions[static_cast<std::size_t>(which)];
                std::vector<std::set<std::uint32_t>> about(h.vertices);
                for (const Triangle& t : h.triangles)
                    for (const std::uint32_t a : t)
                        for (const std::uint32_t b : t)
                            if (a != b) about[a].insert(b);
                std::vector<WorldPoint> places;
                for (const SurfacePoint& p : h.points(SurfaceShape::White))
                    places.push_back(templatePlace(worldOf(p), knownVisits[visit]));
                std::vector<double> factor, base, share;
                for (const WorldPoint& p : places) {
                    double at = 1;
                    for (const QJsonValue& wave : waves)
                        at += wave[QStringLiteral("share")].toDouble() *
                              std::sin(2 * std::numbers::pi *
                                           dot(vectorOf(wave[QStringLiteral("perMm")]), p - WorldPoint()) +
                                       wave[QStringLiteral("phase")].toDouble());
                    factor.push_back(at);
                }
                std::vector<QString> names;
                std::map<QString, std::pair<double, int>> factors;
                for (std::uint32_t v = 0; v < h.vertices; ++v) {
                    const std::int32_t region = (*aparc.regionOf[static_cast<std::size_t>(which)])[v];
                    names.push_back(region < 0 ? QStringLiteral("unknown")
                                               : labels[static_cast<std::size_t>(region)].name);
                    auto& [sum, count] = factors[names.back()];
                    sum += factor[v];
                    ++count;
                }
                for (const QString& name : names) {
                    const auto& [sum, count] = factors[name];
                    base.push_back(mm[name].toDouble() * count / sum);
                    share.push_back(shares[name].toDouble());
                }
                for (int round = 0; round < known[QStringLiteral("averagings")].toInt(); ++round)
                    for (auto* values : {&base, &share}) {
                        const std::vector<double> before = *values;
                        for (std::size_t v = 0; v < before.size(); ++v) {
                            double sum = 0;
                            for (const std::uint32_t n : about[v]) sum += before[n];
                            (*values)[v] = (before[v] + sum / double(about[v].size())) / 2;
                        }
                    }
                const auto& thickness = mapOf(*cortices[visit], "thickness", which);
                int cortex = 0, whole = 0;
                for (std::uint32_t v = 0; v < h.vertices; ++v) {
                    // What is no cortex has no thickness to the reader
                    if (!h.isCortex(v)) continue;
                    const WorldPoint white = worldOf(h.points(SurfaceShape::White)[v]);
                    double told = base[v] * factor[v];
                    for (const QJsonValue& t : known[QStringLiteral("thinning")][visits[visit].subject()].toArray()) {
                        if (t[QStringLiteral("side")].toString() != (which == Side::Left ? u"lh" : u"rh")) continue;
                        const WorldVector d = places[v] - (WorldPoint() + vectorOf(t[QStringLiteral("centreLps")]));
                        const double nearness =
                            std::exp(-dot(d, d) / (2 * std::pow(t[QStringLiteral("sigmaMm")].toDouble(), 2)));
                        told -= (t[QStringLiteral("overallMm")].toDouble() +
                                 t[QStringLiteral("mm")].toDouble() * nearness) *
                                share[v];
                    }
                    QVERIFY2(std::abs(thickness[v] - told) < 1e-4,
                             qPrintable(QStringLiteral("%1 %2").arg(thickness[v]).arg(told)));
                    const double apart = length(worldOf(h.points(SurfaceShape::Pial)[v]) - white);
                    QVERIFY(apart < thickness[v] + 1e-3);
                    ++cortex;
                    whole += apart > thickness[v] - 1e-3;
                }
                QVERIFY2(whole > 0.75 * cortex, qPrintable(QStringLiteral("%1 of %2").arg(whole).arg(cortex)));
            }
    }

    void variationIsAsInPeople() {
        // The standard deviation within a region is 0.3 to 0.8 mm in fs_subject1's aparc.stats; its mean is the region's
        const QJsonObject mm = known[QStringLiteral("regionsMm")].toObject();
        const auto& table = *std::ranges::find(cortices[0]->tables, QStringLiteral("aparc"), &RegionTable::name);
        for (const RegionMeasures& row : table.regions) {
            const QString name = row.region + QString::number(static_cast<int>(row.side));
            QVERIFY2(row.thicknessSdMm > 0.2 && row.thicknessSdMm < 0.65,
                     qPrintable(name + u' ' + QString::number(row.thicknessSdMm)));
            if (row.side == Side::Right && row.vertices > 1000) {
                const double off = row.thicknessMm - mm[row.region].toDouble();
                QVERIFY2(std::abs(off) < 0.08, qPrintable(name + u' ' + QString::number(off)));
            }
        }
    }

    void leftMotorCortexBecomesThinner() {
        // Left precentral cortex is 0.15 mm thinner at the first visit and 0.27 at the last, and in its hand's part more;
        // a right one has nothing of that.
        std::array<double, 2> left{}, right{};
        for (std::size_t visit = 0; visit < 2; ++visit) {
            const auto& tables = cortices[visit]->tables;
            for (const RegionMeasures& row :
                 std::ranges::find(tables, QStringLiteral("aparc"), &RegionTable::name)->regions)
                if (row.region == u"precentral") (row.side == Side::Left ? left : right)[visit] = row.thicknessMm;
        }
        QVERIFY2(right[0] - left[0] > 0.1 && right[0] - left[0] < 0.25,
                 qPrintable(QString::number(right[0] - left[0])));
        QVERIFY2(right[1] - left[1] > 0.25 && right[1] - left[1] < 0.45,
                 qPrintable(QString::number(right[1] - left[1])));
        QCOMPARE(right[0], right[1]);
        // From the first visit to the last 0.27 - 0.15 everywhere and at most 0.40 - 0.15 beside that
        double most = 0;
        for (std::uint32_t v = 0; v < side(0, Side::Left).vertices; ++v)
            if (side(0, Side::Left).isCortex(v))
                most = std::max(most, double(mapOf(*cortices[0], "thickness", Side::Left)[v]) -
                                          mapOf(*cortices[1], "thickness", Side::Left)[v]);
        QVERIFY2(most > 0.3 && most < 0.37, qPrintable(QString::number(most)));
    }

    void tablesTellWhatTheMapsDo() {
        for (const auto& cortex : cortices) {
            const auto& table = *std::ranges::find(cortex->tables, QStringLiteral("aparc"), &RegionTable::name);
            const Parcellation& aparc = *cortex->parcellation(QStringLiteral("aparc"));
            int compared = 0;
            for (const RegionMeasures& row : table.regions) {
                const auto which = static_cast<std::size_t>(row.side);
                double count = 0, thickness = 0, area = 0;
                for (std::size_t v = 0; v < aparc.regionOf[which]->size(); ++v) {
                    const std::int32_t region = (*aparc.regionOf[which])[v];
                    if (region < 0 || aparc.regions[which][static_cast<std::size_t>(region)].name != row.region)
                        continue;
                    ++count;
                    thickness += mapOf(*cortex, "thickness", row.side)[v];
                    area += mapOf(*cortex, "area", row.side)[v];
                }
                QCOMPARE(row.vertices, count);
                QVERIFY(std::abs(row.thicknessMm - thickness / count) < 0.0006);
                QVERIFY(std::abs(row.areaMm2 - area) < 0.6);
                ++compared;
            }
            QCOMPARE(compared, 68); // all of Desikan and Killiany, both sides
        }
    }

    void mapsHaveTheirSigns() {
        // The central sulcus lies deep and gyri above it (FreeSurfer: positive in sulci): the insula, buried under the
        // opercula, is deep; gyri and sulci are about one to one.
        const auto& sulc = mapOf(*cortices[0], "sulc", Side::Left);
        const auto& curv = mapOf(*cortices[0], "curv", Side::Left);
        double both = 0, one = 0, other = 0;
        int sulci = 0;
        for (std::size_t v = 0; v < sulc.size(); ++v) {
            both += double(sulc[v]) * curv[v];
            one += double(sulc[v]) * sulc[v];
            other += double(curv[v]) * curv[v];
            sulci += curv[v] > 0;
        }
        QVERIFY(both / std::sqrt(one * other) > 0.4);
        QVERIFY(sulci > 0.35 * double(sulc.size()) && sulci < 0.65 * double(sulc.size()));
    }

    void itIsTheSameOnEveryRun() {
        const DemoAtlas atlas(*regions);
        const DemoHemisphere one = demoHemisphere(*brain, atlas, Side::Right, 4),
                             other = demoHemisphere(*brain, atlas, Side::Right, 4);
        QVERIFY(same(one.white.points, other.white.points));
        QVERIFY(same(one.inflated, other.inflated));
        QCOMPARE(one.roomMm, other.roomMm);
        QCOMPARE(one.regionOf, other.regionOf);
        QCOMPARE(one.thicknessMm, other.thicknessMm);
    }
};

NEURAXIS_TEST_MAIN(TestDemoCortex)
#include "tst_demo_cortex.moc"
