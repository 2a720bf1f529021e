#include "core/io/cortex_add.h"
#include "core/io/cortex_write.h"
#include "core/io/format.h"
#include "core/io/freesurfer_write.h"
#include "core/io/gifti.h"
#include "core/io/region_stats.h"
#include "core/io/surface_names.h"
#include "core/io/surface_space.h"
#include "tests/cortex_check.h"
#include "tests/format_test.h"
#include "tests/sample_data.h"
#include "tests/subject_folder.h"
#include "tests/surface_phantoms.h"
#include "tests/test_main.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <cmath>
#include <functional>
#include <limits>
#include <map>

using namespace neuraxis;
using namespace neuraxis::test;

namespace {

/// A folder with files in it.
class Folder {
  public:
    void put(const char* name, const QByteArray& bytes) const {
        const QString path = dir.filePath(QLatin1String(name));
        QDir().mkpath(QFileInfo(path).path());
        putFile(path, bytes);
    }
    [[nodiscard]] QString path(const char* name = ".") const { return dir.filePath(QLatin1String(name)); }

  private:
    QTemporaryDir dir;
};

std::shared_ptr<const Cortex> cortexOf(const io::FoundCortex& found) {
    io::Job job;
    return io::readCortex(found, job);
}

std::shared_ptr<const Cortex> onlyCortex(const QStringList& paths) {
    io::Job job;
    const io::Scan scan = io::scan(paths, job);
    for (const auto& skipped : scan.skipped) qInfo("%s", qPrintable(skipped.reason));
    if (scan.cortices.size() != 1) qFatal("%zu cortices", scan.cortices.size());
    auto cortex = cortexOf(scan.cortices[0]);
    mustBeWhole(*cortex);
    return cortex;
}

QStringList codesOf(const Cortex& cortex) {
    QStringList all;
    for (const Finding& finding : cortex.findings) all << finding.code;
    return all;
}

/// "-32.98 4.00 13.00" in RAS.
QString ras(const SurfacePoint& lps) {
    return QStringLiteral("%1 %2 %3")
        .arg(-static_cast<double>(lps.x), 0, 'f', 3)
        .arg(-static_cast<double>(lps.y), 0, 'f', 3)
        .arg(static_cast<double>(lps.z), 0, 'f', 3);
}

/// Mean over the vertices of a region, and how many they are.
struct RegionSum {
    std::size_t vertices = 0;
    double sum = 0, squares = 0;
    [[nodiscard]] double mean() const { return sum / static_cast<double>(vertices); }
    [[nodiscard]] double sd() const { return std::sqrt((squares - sum * mean()) / static_cast<double>(vertices)); }
};
std::map<QString, RegionSum> byRegion(const Cortex& cortex, const QString& map, const QString& parcellation,
                                      Side side) {
    std::map<QString, RegionSum> sums;
    for (std::uint32_t v = 0; v < cortex.side(side)->vertices; ++v) {
        const auto* region = regionAt(*cortex.parcellation(parcellation), {side, v});
        const double value = valueAt(*cortex.map(map), {side, v});
        if (!region || std::isnan(value)) continue;
        RegionSum& sum = sums[region->name];
        ++sum.vertices;
        sum.sum += value;
        sum.squares += value * value;
    }
    return sums;
}

QString errorOf(const std::function<void()>& what) {
    try {
        what();
    } catch (const io::Error& error) {
        return error.sentence();
    }
    return {};
}

QByteArray freeSurferMeta() {
    QByteArray meta;
    const std::pair<const char*, const char*> words[] = {
        {"VolGeomWidth", "100"}, {"VolGeomHeight", "110"},    {"VolGeomDepth", "120"},      {"VolGeomXsize", "1"},
        {"VolGeomYsize", "1.5"}, {"VolGeomZsize", "2"},       {"VolGeomX_R", "-0.8660254"}, {"VolGeomX_A", "-0.5"},
        {"VolGeomX_S", "0"},     {"VolGeomY_R", "0"},         {"VolGeomY_A", "0"},          {"VolGeomY_S", "-1"},
        {"VolGeomZ_R", "-0.5"},  {"VolGeomZ_A", "0.8660254"}, {"VolGeomZ_S", "0"},          {"VolGeomC_R", "7"},
        {"VolGeomC_A", "-11"},   {"VolGeomC_S", "13"}};
    for (const auto& [key, value] : words)
        meta += QByteArray("<MD><Name>") + key + "</Name><Value>" + value + "</Value></MD>";
    return meta;
}

} // namespace

/// Surfaces, maps, annotations, labels and tables, from phantoms written byte by byte and from real ones.
class SurfacesTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void readsSurfaces_data();
    void readsSurfaces();
    void placesInObliqueVolumes_data();
    void placesInObliqueVolumes();
    void tellsDisagreement();
    void splitsQuadrangles();
    void readsMaps_data();
    void readsMaps();
    void hidesTheMedialWall();
    void readsAnnotations_data();
    void readsAnnotations();
    void readsGifti();
    void readsSubjectFolders();
    void tellsDamagedFilesOfASubject();
    void putsFilesTogether_data();
    void putsFilesTogether();
    void mixesNoParticipants_data();
    void mixesNoParticipants();
    void takesNoMiddleForWhite();
    void tellsMisfits();
    void laysFilesOnACortex();
    void writesWhatItReads();
    void tellsNoFolders();
    void overwritesNothingOfItsOwn();
    void keepsNoData();
    void writesWhatCanBeRead();
    void writesWhatTheNameAsksFor();
    void rejects_data();
    void rejects();
    void asksForNoMemoryInVain();
    void takesNoFarVertexForACount();
    void readsNames_data();
    void readsNames();
    void readsLookUpTables();
    void realSubject();
    void realTables();
    void tellsAPialSurfaceOfTheOtherSide();
    void realFsaverage5();
};

void SurfacesTest::readsSurfaces_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("vertices");
    QTest::addColumn<int>("triangles");
    QTest::addColumn<QString>("second"); ///< Vertex 1, RAS
    const auto row = [](const char* what, const char* name, const QByteArray& bytes, int vertices, int triangles,
                        const char* second) {
        QTest::newRow(what) << QString::fromLatin1(name) << bytes << vertices << triangles
                            << QString::fromLatin1(second);
    };
    row("triangles without a footer", "lh.white", triangleSurface({}), 6, 8, "30.000 0.000 0.000");
    row("triangles", "lh.white", triangleSurface(), 6, 8, "32.981 4.000 13.000");
    row("scanner RAS already", "lh.white", triangleSurface(big(qint32(2)) + big(qint32(1))), 6, 8,
        "30.000 0.000 0.000");
    row("text", "lh.white.asc", asciiSurface(), 6, 8, "30.000 0.000 0.000");
    row("quadrangles, int16", "lh.orig", quadSurface(false), 8, 12, "12.500 -12.500 -12.500");
    row("quadrangles, float", "lh.orig", quadSurface(true), 8, 12, "12.500 -12.500 -12.500");
    const auto surface = [](GiftiEncoding encoding, bool bigEndian, bool columns) {
        return gifti(giftiSurfaceArrays(), encoding, nullptr, bigEndian, columns);
    };
    row("GIFTI, text", "lh.a.gii", surface(GiftiEncoding::Ascii, false, false), 6, 8, "30.000 0.000 0.000");
    row("GIFTI, text by columns", "lh.a.gii", surface(GiftiEncoding::Ascii, false, true), 6, 8, "30.000 0.000 0.000");
    row("GIFTI, base64", "lh.a.gii", surface(GiftiEncoding::Base64, false, false), 6, 8, "30.000 0.000 0.000");
    row("GIFTI, base64, big-endian", "lh.a.gii", surface(GiftiEncoding::Base64, true, true), 6, 8,
        "30.000 0.000 0.000");
    row("GIFTI, packed", "lh.a.gii", surface(GiftiEncoding::GzipBase64, false, true), 6, 8, "30.000 0.000 0.000");
    row("GIFTI, packed twice", "lh.a.gii.gz", gzipPacked(surface(GiftiEncoding::GzipBase64, true, false)), 6, 8,
        "30.000 0.000 0.000");
    row("GIFTI of FreeSurfer", "lh.a.gii", gifti(giftiSurfaceArrays(freeSurferMeta()), GiftiEncoding::GzipBase64), 6, 8,
        "32.981 4.000 13.000");
}

void SurfacesTest::readsSurfaces() {
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(int, vertices);
    QFETCH(int, triangles);
    const Folder folder;
    folder.put(qPrintable(name), bytes);
    const auto cortex = onlyCortex({folder.path(qPrintable(name))});
    const Hemisphere& left = *cortex->side(Side::Left);
    QCOMPARE(left.vertices, std::size_t(vertices));
    QCOMPARE(left.triangles.size(), std::size_t(triangles));
    QTEST(ras(left.points(SurfaceShape::White)[1]), "second");
    QVERIFY(io::sixfoldVolume(left.points(SurfaceShape::White), left.triangles) > 0);
    QVERIFY(!codesOf(*cortex).contains(QStringLiteral("unreadable")));
    // Surface RAS without any volume is a guess
    QCOMPARE(codesOf(*cortex).contains(QStringLiteral("no-volume-geometry")), name == QStringLiteral("lh.white.asc") ||
                                                                                  name == QStringLiteral("lh.orig") ||
                                                                                  bytes == triangleSurface({}));
}

void SurfacesTest::placesInObliqueVolumes_data() {
    QTest::addColumn<bool>("withFooter");
    QTest::addColumn<bool>("withVolume");
    QTest::newRow("by the footer") << true << false;
    QTest::newRow("by the volume beside it") << false << true;
    QTest::newRow("by both") << true << true;
}

/// scanner = c - x xras - z yras + y zras, from vox2ras and vox2ras-tkr by hand; and the voxel that shows it is there.
void SurfacesTest::placesInObliqueVolumes() {
    QFETCH(bool, withFooter);
    QFETCH(bool, withVolume);
    const Folder folder;
    folder.put("s/surf/lh.white", triangleSurface(withFooter ? obliqueFooter() : QByteArray()));
    folder.put("s/label/lh.cortex.label", label({0, 1, 2}));
    folder.put("s/mri/orig.mgz", withVolume ? obliqueMgh() : mghMap({2, 2, 2}));
    if (!withVolume) QVERIFY(QFile::remove(folder.path("s/mri/orig.mgz")));
    const io::Scan scan = scanned(folder.path("s"));
    QCOMPARE(scan.cortices.size(), std::size_t(1));
    const auto cortex = cortexOf(scan.cortices[0]);
    const auto& white = cortex->side(Side::Left)->points(SurfaceShape::White);
    QCOMPARE(ras(white[1]), QStringLiteral("32.981 4.000 13.000"));
    QCOMPARE(ras(white[3]), QStringLiteral("-3.000 6.321 13.000"));
    QCOMPARE(ras(white[5]), QStringLiteral("7.000 -11.000 28.000"));
    QVERIFY(!codesOf(*cortex).contains(QStringLiteral("surface-volume-mismatch")));
    QVERIFY(!codesOf(*cortex).contains(QStringLiteral("turned-inside-out")));
    QVERIFY(!codesOf(*cortex).contains(QStringLiteral("no-volume-geometry")));
    if (!withVolume) return;
    // Surface RAS (0, 20, 0) is 10 voxels of 2 mm along k from the middle
    const WorldPoint place = scan.found[0].header.voxelToLps.toWorld({50, 55, 70});
    QVERIFY(std::hypot(place.x - white[3].x, place.y - white[3].y, place.z - white[3].z) < 0.01);
}

void SurfacesTest::tellsDisagreement() {
    const Folder folder;
    folder.put("s/surf/lh.white", triangleSurface());
    folder.put("s/label/lh.cortex.label", label({0, 1, 2}));
    folder.put("s/mri/orig.mgz", obliqueMgh(9));
    const auto cortex = onlyCortex({folder.path("s")});
    QVERIFY(codesOf(*cortex).contains(QStringLiteral("surface-volume-mismatch")));
    QCOMPARE(ras(cortex->side(Side::Left)->points(SurfaceShape::White)[1]), QStringLiteral("32.981 4.000 13.000"));
}

/// Every edge of the two triangles of a quadrangle but the diagonal is one of its sides.
void SurfacesTest::splitsQuadrangles() {
    const Folder folder;
    folder.put("lh.orig", quadSurface(true));
    const auto cortex = onlyCortex({folder.path("lh.orig")});
    const Hemisphere& left = *cortex->side(Side::Left);
    // A cube of 25 mm is 15625 mm³
    QCOMPARE(io::sixfoldVolume(left.points(SurfaceShape::White), left.triangles), 6 * 15625.0);
}

void SurfacesTest::readsMaps_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("maps");
    QTest::addColumn<double>("second"); ///< Of the first map
    const auto row = [](const char* what, const char* file, const QByteArray& bytes, const QStringList& maps,
                        double second) { QTest::newRow(what) << QString::fromLatin1(file) << bytes << maps << second; };
    const auto area = QStringLiteral("area");
    row("curv", "lh.area", curv({1, 2.25F, 3, 4, 5, 6}), {area}, 2.25);
    row("old curv", "lh.area", oldCurv({1, 2.25F, 3, 4, 5, 6}), {area}, 2.25);
    row("MGH", "lh.area.mgh", mghMap({6, 1, 1}), {area}, 0.5);
    row("MGH split over sizes", "lh.area.mgh", mghMap({2, 1, 3}), {area}, 0.5);
    row("MGH of frames", "lh.area.mgz", gzipPacked(mghMap({6, 1, 1}, 2)),
        {area + QStringLiteral(" 1"), area + QStringLiteral(" 2")}, 0.5);
    row("GIFTI", "lh.area.shape.gii", gifti({giftiMap("SHAPE", {1, 2.25F, 3, 4, 5, 6})}, GiftiEncoding::Ascii), {area},
        2.25);
    row("GIFTI of time points", "lh.x.func.gii",
        gifti({giftiMap("TIME_SERIES", {1, 2, 3, 4, 5, 6}), giftiMap("TIME_SERIES", {1, 2, 3, 4, 5, 7})},
              GiftiEncoding::Base64, nullptr, true),
        {QStringLiteral("x 1"), QStringLiteral("x 2")}, 2);
    row("GIFTI of some vertices", "lh.x.gii",
        gifti({giftiIndices("NODE_INDEX", {5, 1}), giftiMap("ZSCORE", {7, 8})}, GiftiEncoding::GzipBase64),
        {QStringLiteral("x")}, 8);
}

void SurfacesTest::readsMaps() {
    QFETCH(QString, file);
    QFETCH(QByteArray, bytes);
    QFETCH(QStringList, maps);
    QFETCH(double, second);
    const Folder folder;
    folder.put("lh.white", triangleSurface());
    folder.put(qPrintable(file), bytes);
    const auto cortex = onlyCortex({folder.path()});
    QStringList names;
    for (const auto& map : cortex->maps) names << map->name;
    QCOMPARE(names, maps);
    QCOMPARE(valueAt(*cortex->maps[0], {Side::Left, 1}), second);
    QCOMPARE(cortex->maps[0]->unit, maps[0].startsWith(QStringLiteral("area")) ? QStringLiteral("mm²") : QString());
    QVERIFY(!cortex->maps[0]->values[1]);
}

void SurfacesTest::hidesTheMedialWall() {
    const std::vector<float> thickness{2.5F, 0, 1.25F, std::numeric_limits<float>::infinity(), 4.5F, 2};
    for (const bool labelled : {false, true}) {
        const Folder folder;
        folder.put("s/surf/lh.white", triangleSurface());
        folder.put("s/surf/lh.thickness", curv(thickness));
        folder.put("s/surf/lh.sulc", curv(thickness));
        folder.put("s/mri/orig.mgz", obliqueMgh());
        if (labelled) folder.put("s/label/lh.cortex.label", label({1, 2, 3, 4}));
        const auto cortex = onlyCortex({folder.path("s")});
        QString isCortex;
        for (std::uint32_t v = 0; v < 6; ++v) isCortex += cortex->side(Side::Left)->isCortex(v) ? u'+' : u'-';
        // Without the label a thickness of 0 is no thickness; with it, what is not in it
        QCOMPARE(isCortex, labelled ? QStringLiteral("-++++-") : QStringLiteral("+-++++"));
        // Values stay as they are: regions' means count them all, as recon-all's do
        QCOMPARE(valueAt(*cortex->map(QStringLiteral("thickness")), {Side::Left, 1}), 0.0);
        QVERIFY(std::isnan(valueAt(*cortex->map(QStringLiteral("thickness")), {Side::Left, 3}))); // was infinite
    }
}

void SurfacesTest::readsAnnotations_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("id"); ///< Of precentral
    QTest::newRow("version 2") << "lh.aparc.annot" << annot(true) << 1024;
    QTest::newRow("old") << "lh.aparc.annot" << annot(false) << 1001;
    QTest::newRow("right") << "rh.aparc.annot" << annot(true) << 2024;
    QTest::newRow("another atlas") << "lh.other.annot" << annot(true) << 24;
    QTest::newRow("GIFTI") << "lh.aparc.label.gii"
                           << gifti({giftiIndices("LABEL", {24, 0, 24, 0, 7, 24})}, GiftiEncoding::Base64) << 1024;
}

void SurfacesTest::readsAnnotations() {
    QFETCH(QString, file);
    QFETCH(QByteArray, bytes);
    QFETCH(int, id);
    const Folder folder;
    folder.put(qPrintable(file), bytes);
    const auto cortex = onlyCortex({folder.path(qPrintable(file))});
    const Side side = file.startsWith(u'l') ? Side::Left : Side::Right;
    const Parcellation& parcellation = *cortex->parcellations[0];
    QCOMPARE(parcellation.name,
             file.contains(QStringLiteral("other")) ? QStringLiteral("other") : QStringLiteral("aparc"));
    QString regions;
    for (std::uint32_t v = 0; v < 6; ++v) {
        const auto* region = regionAt(parcellation, {side, v});
        regions += region ? region->name.left(1) : QStringLiteral("-");
    }
    QCOMPARE(regions, file.endsWith(QStringLiteral("gii")) ? QStringLiteral("p-p--p") : QStringLiteral("pup--p"));
    const auto* precentral = regionAt(parcellation, {side, 0});
    QCOMPARE(precentral->id, id);
    QCOMPARE(precentral->colour, qRgb(60, 20, 220));
    QVERIFY(codesOf(*cortex).contains(QStringLiteral("unknown-regions")));
}

void SurfacesTest::readsGifti() {
    const Folder folder;
    QByteArray external;
    folder.put("a.gii", gifti(giftiSurfaceArrays(), GiftiEncoding::External, &external));
    folder.put("data.bin", external);
    const auto cortex = onlyCortex({folder.path("a.gii")});
    QCOMPARE(ras(cortex->side(Side::Left)->points(SurfaceShape::White)[3]), QStringLiteral("0.000 20.000 0.000"));
    QVERIFY(QFile::remove(folder.path("data.bin")));
    // A file elsewhere is not looked at, wherever the name leads
    folder.put("elsewhere/data.bin", external);
    folder.put("b.gii",
               gifti(giftiSurfaceArrays(), GiftiEncoding::External, nullptr, false, false, "elsewhere/data.bin"));
    const io::Scan scan = scanned(folder.path("b.gii"));
    QCOMPARE(errorOf([&] { cortexOf(scan.cortices.at(0)); }),
             QStringLiteral("b.gii keeps its numbers in data.bin, which is not beside it. Copy both files."));
    // The metadata's side wins over the name's
    folder.put("lh.c.gii",
               gifti(giftiSurfaceArrays(), GiftiEncoding::Base64, nullptr, false, false, "", "CortexRight"));
    QVERIFY(onlyCortex({folder.path("lh.c.gii")})->side(Side::Right));
}

void SurfacesTest::readsSubjectFolders() {
    const Folder folder;
    const char* const subject = "ALS001_m06.long.ALS001";
    const auto put = [&](const char* name, const QByteArray& bytes) {
        folder.put(qPrintable(QStringLiteral("%1/%2").arg(QLatin1String(subject), QLatin1String(name))), bytes);
    };
    for (const char* hemisphere : {"lh", "rh"}) {
        const QByteArray h(hemisphere);
        for (const char* shape : {"white", "pial", "inflated", "sphere", "sphere.reg", "orig.nofix", "smoothwm"})
            put(("surf/" + h + "." + shape).constData(), triangleSurface());
        for (const char* map : {"thickness", "curv", "sulc", "area", "volume", "area.pial", "avg_curv"})
            put(("surf/" + h + "." + map).constData(), curv({1, 2, 3, 4, 5, 6}));
        put(("surf/" + h + ".thickness.fsaverage.mgz").constData(), gzipPacked(mghMap({10242, 1, 1})));
        put(("label/" + h + ".cortex.label").constData(),
            label({0, 1, 2, 3, 4}).replace("nobody", "ALS001_m06.long.ALS001"));
        put(("label/" + h + ".BA1.label").constData(), label({0}));
        put(("label/" + h + ".aparc.annot").constData(), annot(true));
        put(("label/" + h + ".aparc.DKTatlas.mapped.annot").constData(), annot(true));
        put(("stats/" + h + ".aparc.stats").constData(), aparcStats("ALS001_m06.long.ALS001", h));
    }
    put("mri/aseg.mgz", obliqueMgh());
    put("mri/orig.mgz", obliqueMgh());
    put("mri/T1.mgz", obliqueMgh());
    put("mri/transforms/talairach.xfm", "MNI Transform File\n");
    put("scripts/recon-all.log", "a long story\n");
    put("touch/done.touch", "x");
    put("label/aparc.annot.ctab", "24 precentral 60 20 220 0\n");
    const io::Scan scan = scanned(folder.path(subject));
    for (const auto& skipped : scan.skipped) QFAIL(qPrintable(skipped.reason));
    QCOMPARE(io::fileName(scan.found.at(0).files[0]), QStringLiteral("T1.mgz"));
    QCOMPARE(scan.found.size(), std::size_t(3));
    QCOMPARE(scan.cortices.size(), std::size_t(1));
    QCOMPARE(scan.cortices[0].vertices, (std::array<std::size_t, 2>{6, 6}));
    const auto cortex = cortexOf(scan.cortices[0]);
    mustBeWhole(*cortex);
    QCOMPARE(cortex->name, QString::fromLatin1(subject));
    QCOMPARE(cortex->base, QStringLiteral("ALS001"));
    QVERIFY(!cortex->isStandard);
    for (const SurfaceShape shape :
         {SurfaceShape::White, SurfaceShape::Pial, SurfaceShape::Inflated, SurfaceShape::Sphere})
        QVERIFY(cortex->has(shape));
    // The sphere lies in no real space
    QCOMPARE(ras(cortex->side(Side::Left)->points(SurfaceShape::Sphere)[1]), QStringLiteral("30.000 0.000 0.000"));
    QStringList maps, parcellations;
    for (const auto& map : cortex->maps) maps << map->name + u' ' + map->unit;
    for (const auto& parcellation : cortex->parcellations) parcellations << parcellation->name;
    QCOMPARE(maps.join(u','), QStringLiteral("thickness mm,curv 1/mm,sulc mm,area mm²,volume mm³,area.pial mm²"));
    QCOMPARE(parcellations, (QStringList{QStringLiteral("aparc"), QStringLiteral("aparc.DKTatlas.mapped")}));
    for (const auto& map : cortex->maps) QVERIFY(map->values[0] && map->values[1]);
    QCOMPARE(cortex->tables.size(), std::size_t(1));
    QCOMPARE(cortex->tables[0].regions.size(), std::size_t(2));
    QCOMPARE(cortex->tables[0].measures.value(QStringLiteral("eTIV")), 1500000.0);
    QCOMPARE(cortex->tables[0].measures.value(QStringLiteral("NumVert")), 10.0);
    QVERIFY(codesOf(*cortex).contains(QStringLiteral("on-fsaverage")));
    QVERIFY(!codesOf(*cortex).contains(QStringLiteral("missing-file")));
    QVERIFY(!codesOf(*cortex).contains(QStringLiteral("other-subject")));
}

/// What a subject folder has of files that would be shown is told of where it cannot be; the rest is passed over.
void SurfacesTest::tellsDamagedFilesOfASubject() {
    const Folder folder;
    folder.put("s/surf/lh.white", triangleSurface());
    folder.put("s/surf/lh.sulc", "");
    folder.put("s/surf/rh.inflated", triangleSurface().replace(0, 3, "abc"));
    folder.put("s/surf/rh.inflated.H.crv.log", "a story\n");
    folder.put("s/label/lh.aparc.annot", "");
    folder.put("s/label/rh.cortex.label", "hello\n");
    folder.put("s/label/aparc.annot.ctab", "24 precentral 60 20 220 0\n");
    folder.put("s/mri/orig.mgz", "");
    folder.put("s/mri/T1.mgz", "hello");
    folder.put("s/mri/transforms/talairach.xfm", "MNI Transform File\n");
    QStringList told;
    for (const auto& skipped : scanned(folder.path("s")).skipped) told << io::fileName(skipped.path);
    told.sort();
    QCOMPARE(told, (QStringList{QStringLiteral("T1.mgz"), QStringLiteral("lh.aparc.annot"), QStringLiteral("lh.sulc"),
                                QStringLiteral("orig.mgz"), QStringLiteral("rh.cortex.label"),
                                QStringLiteral("rh.inflated")}));
}

void SurfacesTest::putsFilesTogether_data() {
    QTest::addColumn<QStringList>("surfaces");
    QTest::addColumn<QStringList>("maps");
    QTest::addColumn<int>("cortices");
    const auto row = [](const char* what, std::initializer_list<const char*> surfaces,
                        std::initializer_list<const char*> maps, int cortices) {
        QStringList s, m;
        for (const char* name : surfaces) s << QLatin1String(name);
        for (const char* name : maps) m << QLatin1String(name);
        QTest::newRow(what) << s << m << cortices;
    };
    row("plain", {"white_left.gii", "white_right.gii", "pial_left.gii", "pial_right.gii"}, {"thick_left.gii"}, 1);
    row("HCP",
        {"100307.L.white.32k_fs_LR.surf.gii", "100307.R.white.32k_fs_LR.surf.gii", "100307.L.pial.32k_fs_LR.surf.gii"},
        {"100307.L.thickness.32k_fs_LR.shape.gii"}, 1);
    row("fMRIPrep", {"sub-01_hemi-L_white.surf.gii", "sub-01_hemi-R_white.surf.gii", "sub-01_hemi-L_pial.surf.gii"},
        {"sub-01_hemi-L_thickness.shape.gii"}, 1);
    row("two participants", {"sub-01_hemi-L_white.surf.gii", "sub-02_hemi-L_white.surf.gii"},
        {"sub-01_hemi-L_thickness.shape.gii", "sub-02_hemi-L_thickness.shape.gii"}, 2);
}

void SurfacesTest::putsFilesTogether() {
    QFETCH(QStringList, surfaces);
    QFETCH(QStringList, maps);
    QFETCH(int, cortices);
    const Folder folder;
    const auto side = [](const QString& name) {
        const bool right = name.contains(QStringLiteral("right")) || name.contains(QStringLiteral(".R.")) ||
                           name.contains(QStringLiteral("hemi-R"));
        return QByteArray(right ? "CortexRight" : "CortexLeft");
    };
    for (const QString& name : surfaces)
        folder.put(qPrintable(name),
                   gifti(giftiSurfaceArrays(), GiftiEncoding::Base64, nullptr, false, false, "", side(name)));
    for (const QString& name : maps)
        folder.put(qPrintable(name), gifti({giftiMap("SHAPE", {1, 2, 3, 4, 5, 6})}, GiftiEncoding::Base64));
    const io::Scan scan = scanned(folder.path());
    QCOMPARE(scan.cortices.size(), std::size_t(cortices));
    for (const io::FoundCortex& found : scan.cortices) {
        const auto cortex = cortexOf(found);
        QVERIFY(cortex->map(QStringLiteral("thickness")));
        QVERIFY(cortex->side(Side::Left)->has(SurfaceShape::White));
        if (cortices > 1) continue;
        QVERIFY(cortex->side(Side::Left)->has(SurfaceShape::Pial));
        QVERIFY(cortex->side(Side::Right)->has(SurfaceShape::White));
        QCOMPARE(codesOf(*cortex).filter(QStringLiteral("left-out")), QStringList());
    }
}

void SurfacesTest::mixesNoParticipants_data() {
    QTest::addColumn<QString>("surface");
    QTest::addColumn<QString>("map");
    QTest::addColumn<bool>("named"); ///< Both files are asked for, not their folder
    QTest::addColumn<bool>("together");
    QTest::addColumn<bool>("told");
    const auto row = [](const char* what, const char* surface, const char* map, bool named, bool together, bool told) {
        QTest::newRow(what) << QString::fromLatin1(surface) << QString::fromLatin1(map) << named << together << told;
    };
    row("two participants", "sub-01/anat/sub-01_hemi-L_space-fsLR_white.surf.gii",
        "sub-02/anat/sub-02_hemi-L_space-fsLR_thickness.shape.gii", false, false, false);
    row("two participants in one folder", "sub-01_hemi-L_space-fsLR_white.surf.gii",
        "sub-02_hemi-L_space-fsLR_thickness.shape.gii", false, false, false);
    row("two participants, asked for", "sub-01_hemi-L_white.surf.gii", "sub-02_hemi-L_thickness.shape.gii", true, false,
        false);
    row("two sessions", "sub-01_ses-1_hemi-L_white.surf.gii", "sub-01_ses-2_hemi-L_thickness.shape.gii", false, false,
        false);
    row("two people without BIDS", "ann_lh_white.gii", "bob_lh_thickness.gii", false, false, false);
    row("two folders of FreeSurfer's names", "a/lh.white.gii", "b/lh.thickness.gii", false, false, false);
    row("the same, asked for", "a/lh.white.gii", "b/lh.thickness.gii", true, true, true);
    row("one participant in two folders", "sub-01/anat/sub-01_hemi-L_white.surf.gii",
        "sub-01/func/sub-01_task-rest_hemi-L_space-fsnative_bold.func.gii", false, true, false);
    row("a map's own name", "100307.L.white.32k_fs_LR.surf.gii", "100307.L.MyelinMap.32k_fs_LR.func.gii", false, true,
        false);
    row("a name that may be a map's", "cube_lh.gii", "tstat_lh.gii", false, true, true);
    row("a template", "fsaverage5/lh.white.gii", "results/sub-01_hemi-L_space-fsaverage5_bold.func.gii", false, true,
        true);
    row("a template by its name", "tpl-fsLR_hemi-L_white.surf.gii", "sub-01_hemi-L_space-fsLR_thickness.shape.gii",
        false, true, true);
}

void SurfacesTest::mixesNoParticipants() {
    QFETCH(QString, surface);
    QFETCH(QString, map);
    QFETCH(bool, named);
    QFETCH(bool, together);
    const Folder folder;
    const QString files[] = {QStringLiteral("d/") + surface, QStringLiteral("d/") + map};
    folder.put(qPrintable(files[0]), gifti(giftiSurfaceArrays(), GiftiEncoding::Base64));
    folder.put(qPrintable(files[1]), gifti({giftiMap("SHAPE", {1, 2, 3, 4, 5, 6})}, GiftiEncoding::Base64));
    io::Job job;
    const QStringList both{folder.path(qPrintable(files[0])), folder.path(qPrintable(files[1]))};
    const io::Scan scan = io::scan(named ? both : QStringList{folder.path("d")}, job);
    QCOMPARE(scan.cortices.size(), std::size_t(together ? 1 : 2));
    QString words;
    for (const Finding& finding : scan.cortices[0].findings)
        if (finding.code == QStringLiteral("by-vertices")) words = finding.text;
    QTEST(!words.isEmpty(), "told");
    // Both files are named
    QCOMPARE(words.contains(io::fileName(surface)) && words.contains(io::fileName(map)), !words.isEmpty());
}

/// Beside white or pial, the surface halfway between them is neither; alone it is shown and called what it is.
void SurfacesTest::takesNoMiddleForWhite() {
    const Folder folder;
    const QByteArray surface = gifti(giftiSurfaceArrays(), GiftiEncoding::Base64);
    folder.put("pial/sub-01_hemi-L_midthickness.surf.gii", surface);
    folder.put("pial/sub-01_hemi-L_pial.surf.gii", surface);
    const auto withPial = onlyCortex({folder.path("pial")});
    QVERIFY(!withPial->side(Side::Left)->has(SurfaceShape::White));
    QVERIFY(withPial->side(Side::Left)->has(SurfaceShape::Pial));
    QCOMPARE(codesOf(*withPial).count(QStringLiteral("surface-left-out")), 1);
    folder.put("s/surf/lh.graymid", triangleSurface());
    folder.put("s/surf/lh.pial", triangleSurface());
    folder.put("s/label/lh.cortex.label", label({0, 1}));
    const auto subject = onlyCortex({folder.path("s")});
    QVERIFY(!subject->side(Side::Left)->has(SurfaceShape::White));
    QStringList missing;
    for (const Finding& finding : subject->findings)
        if (finding.code == QStringLiteral("missing-file")) missing << finding.text;
    QVERIFY(missing.contains(QStringLiteral("lh.white is missing.")));

    folder.put("alone/sub-01_hemi-L_midthickness.surf.gii", surface);
    folder.put("metadata/a.gii", gifti(giftiSurfaceArrays("<MD><Name>AnatomicalStructureSecondary</Name>"
                                                          "<Value>MidThickness</Value></MD>"),
                                       GiftiEncoding::Base64));
    io::Job job;
    for (const char* where : {"alone", "metadata"}) {
        const auto alone = onlyCortex({folder.path(where)});
        QVERIFY(alone->side(Side::Left)->has(SurfaceShape::White));
        QVERIFY(alone->side(Side::Left)->isMiddle);
        QVERIFY(codesOf(*alone).contains(QStringLiteral("middle-surface")));
        const QString out = folder.path("out");
        QDir().mkpath(out);
        QStringList names;
        for (const char* suffix : {".freesurfer", ".gii", ".vtp"})
            for (const QString& path :
                 io::writeCortexInto(*alone, out, QLatin1String(suffix), io::surfaceGeometry({}), job))
                names << io::fileName(path);
        QCOMPARE(names, (QStringList{QStringLiteral("lh.midthickness"), QStringLiteral("lh.midthickness.surf.gii"),
                                     QStringLiteral("midthickness.vtp")}));
        // Also under another name it is read for what it is
        QVERIFY(QFile::rename(out + QStringLiteral("/lh.midthickness.surf.gii"), out + QStringLiteral("/lh.b.gii")));
        QVERIFY(onlyCortex({folder.path("out/lh.b.gii")})->side(Side::Left)->isMiddle);
        QVERIFY(QDir(out).removeRecursively());
    }
}

void SurfacesTest::tellsMisfits() {
    const Folder folder;
    folder.put("s/surf/lh.white", triangleSurface());
    folder.put("s/surf/rh.white", quadSurface(true));
    folder.put("s/surf/rh.thickness", curv({1, 2, 3, 4, 5, 6})); // the left side has six
    folder.put("s/surf/lh.curv", curv({1, 2, 3}));
    folder.put("s/surf/lh.sulc", curv({1, 2, 3, 4, 5, 6}).chopped(3)); // cut
    folder.put("s/stats/lh.aparc.stats", aparcStats("Pitt_50038"));
    folder.put("s/stats/rh.aparc.stats", aparcStats("Yale_50570", "rh"));
    folder.put("s/mri/orig.mgz", obliqueMgh());
    const io::Scan scan = scanned(folder.path("s"));
    QCOMPARE(scan.skipped.size(), std::size_t(1));
    QVERIFY(scan.skipped[0].reason.startsWith(QStringLiteral("lh.sulc is cut short")));
    const auto cortex = cortexOf(scan.cortices.at(0));
    QVERIFY(cortex->maps.empty());
    const QStringList codes = codesOf(*cortex);
    QVERIFY(codes.contains(QStringLiteral("other-hemisphere")));
    QVERIFY(codes.contains(QStringLiteral("size-mismatch")));
    QVERIFY(codes.contains(QStringLiteral("mixed-subjects")));
    QCOMPARE(codes.count(QStringLiteral("missing-file")), 4); // pial and thickness of both sides
    folder.put("plain/lh.white", triangleSurface());
    folder.put("plain/rh.white", quadSurface(true));
    folder.put("plain/rh.thickness", curv({1, 2, 3, 4, 5, 6}));
    QVERIFY(codesOf(*onlyCortex({folder.path("plain")})).contains(QStringLiteral("other-hemisphere")));
    // The same with one subject, that the folder is not called after
    folder.put("t/surf/lh.white", triangleSurface());
    folder.put("t/stats/lh.aparc.stats", aparcStats("Pitt_50038"));
    QVERIFY(codesOf(*onlyCortex({folder.path("t")})).contains(QStringLiteral("other-subject")));
    // Or of the other side than its name says
    folder.put("h/surf/lh.white", triangleSurface());
    folder.put("h/stats/lh.aparc.stats", aparcStats("h", "rh"));
    const auto otherSide = onlyCortex({folder.path("h")});
    QVERIFY(codesOf(*otherSide).contains(QStringLiteral("unreadable")));
    QVERIFY(otherSide->tables.empty());
    // Or a surface that tells whose volume it was made of
    folder.put("w/surf/lh.white", triangleSurface(obliqueFooter().replace("../mri", "/data/Yale_50570/mri")));
    folder.put("w/stats/lh.aparc.stats", aparcStats("w"));
    QVERIFY(codesOf(*onlyCortex({folder.path("w")})).contains(QStringLiteral("mixed-subjects")));
    // The left on the right: FreeSurfer's left is R < 0
    const auto moved = [](float x) {
        QByteArray bytes = triangleSurface({});
        const qsizetype at = bytes.indexOf("\n\n") + 10;
        for (int v = 0; v < 6; ++v)
            bytes.replace(at + 12 * v, 4, big(octahedronPoints()[static_cast<std::size_t>(v)][0] + x));
        return bytes;
    };
    folder.put("u/lh.white", moved(40));
    folder.put("u/rh.white", moved(-40));
    QVERIFY(codesOf(*onlyCortex({folder.path("u")})).contains(QStringLiteral("sides-swapped")));
    folder.put("v/lh.white", moved(-40));
    folder.put("v/rh.white", moved(40));
    QVERIFY(!codesOf(*onlyCortex({folder.path("v")})).contains(QStringLiteral("sides-swapped")));
}

void SurfacesTest::laysFilesOnACortex() {
    const Folder folder;
    folder.put("s/lh.white", triangleSurface());
    folder.put("s/rh.white", quadSurface(true));
    const auto bare = onlyCortex({folder.path("s")});
    folder.put("x/lh.thickness", curv({1, 2, 3, 4, 5, 6}));
    folder.put("x/rh.thickness", curv({1, 2, 3, 4, 5, 6, 7, 8}));
    folder.put("x/thickness.mgh", mghMap({6, 1, 1}));
    folder.put("x/wrong/rh.thickness", curv({1, 2, 3, 4, 5, 6}));
    folder.put("x/other.mgh", mghMap({7, 1, 1}));
    folder.put("x/lh.aparc.annot", annot(true));
    folder.put("x/lh.motor.label", label({1, 2}));
    folder.put("x/lh.far.label", label({1, 200}));
    io::Job job;
    const auto with = [&](const std::shared_ptr<const Cortex>& cortex, const char* name) {
        return io::withFile(cortex, folder.path(name), job);
    };
    auto cortex = with(bare, "x/lh.thickness");
    QVERIFY(bare->maps.empty());
    QCOMPARE(cortex->sides, bare->sides);
    cortex = with(cortex, "x/rh.thickness");
    QCOMPARE(cortex->maps.size(), std::size_t(1));
    QCOMPARE(valueAt(*cortex->maps[0], {Side::Left, 5}), 6.0);
    QCOMPARE(valueAt(*cortex->maps[0], {Side::Right, 7}), 8.0);
    // Without a side in its name it is the left's by its number; it takes the place of the one there is
    cortex = with(cortex, "x/thickness.mgh");
    QCOMPARE(cortex->maps.size(), std::size_t(1));
    QCOMPARE(valueAt(*cortex->maps[0], {Side::Left, 5}), 2.5);
    QCOMPARE(valueAt(*cortex->maps[0], {Side::Right, 7}), 8.0);
    cortex = with(cortex, "x/lh.aparc.annot");
    QCOMPARE(regionAt(*cortex->parcellations[0], {Side::Left, 0})->id, 1024);
    cortex = with(cortex, "x/lh.motor.label");
    QCOMPARE(regionAt(*cortex->parcellation(QStringLiteral("motor")), {Side::Left, 2})->name, QStringLiteral("motor"));
    QVERIFY(!regionAt(*cortex->parcellation(QStringLiteral("motor")), {Side::Left, 3}));
    mustBeWhole(*cortex);
    QCOMPARE(errorOf([&] { with(bare, "x/other.mgh"); }),
             QStringLiteral(
                 "other.mgh is for 7 vertices, and s has 6 on the left, 8 on the right. Choose a file of the same "
                 "surface."));
    QCOMPARE(
        errorOf([&] { with(bare, "x/wrong/rh.thickness"); }),
        QStringLiteral("rh.thickness is called a file of the right hemisphere, but has as many values, 6, as the other "
                       "one has vertices. Choose the file of this side."));
    QVERIFY(
        errorOf([&] { with(bare, "x/lh.far.label"); }).startsWith(QStringLiteral("lh.far.label has the vertex 200")));
    QVERIFY(errorOf([&] { with(bare, "s/lh.white"); }).startsWith(QStringLiteral("lh.white holds nothing to lay")));
}

void SurfacesTest::writesWhatItReads() {
    const Folder folder;
    folder.put("s/surf/lh.white", triangleSurface());
    folder.put("s/surf/lh.inflated", triangleSurface());
    folder.put("s/surf/lh.thickness", curv({1, 2, 3, 4, 5, 6}));
    folder.put("s/label/lh.cortex.label", label({0, 1, 2, 3}));
    folder.put("s/label/lh.aparc.annot", annot(true));
    folder.put("s/stats/lh.aparc.stats", aparcStats("s"));
    const auto original = onlyCortex({folder.path("s")});
    io::Job job;
    for (const char* suffix : {".gii", ".gii.gz", ".freesurfer"}) {
        const QString out = folder.path(qPrintable(QStringLiteral("out") + QLatin1String(suffix)));
        QDir().mkpath(out);
        const VolumeHeader geometry = io::surfaceGeometry({folder.path("s/surf/lh.white")});
        const QStringList written = io::writeCortexInto(*original, out, QLatin1String(suffix), geometry, job);
        const auto again = onlyCortex({out});
        for (const SurfaceShape shape : {SurfaceShape::White, SurfaceShape::Inflated}) {
            const auto &one = original->side(Side::Left)->points(shape),
                       &other = again->side(Side::Left)->points(shape);
            QCOMPARE(other.size(), one.size());
            for (std::size_t v = 0; v < one.size(); ++v) QCOMPARE(ras(other[v]), ras(one[v]));
        }
        QCOMPARE(again->side(Side::Left)->triangles, original->side(Side::Left)->triangles);
        QCOMPARE(valueAt(*again->map(QStringLiteral("thickness")), {Side::Left, 3}), 4.0);
        QCOMPARE(*again->parcellations[0]->regionOf[0], *original->parcellations[0]->regionOf[0]);
        QVERIFY(again->parcellations[0]->regions[0] == original->parcellations[0]->regions[0]);
        QFile table(written.last());
        QVERIFY(table.open(QFile::ReadOnly));
        QCOMPARE(table.readAll().split('\n').at(1), QByteArray("left\tprecentral\t3\t120\t300\t2.75\t0.5"));
    }
    io::writeCortex(*original, folder.path("v.tsv"), {}, job);
    QFile tsv(folder.path("v.tsv"));
    QVERIFY(tsv.open(QFile::ReadOnly));
    const auto lines = tsv.readAll().split('\n');
    QCOMPARE(lines[0], QByteArray("hemisphere\tvertex\tx\ty\tz\tthickness\taparc"));
    QCOMPARE(lines[2], QByteArray("left\t1\t32.98076\t4\t13\t2\tunknown"));
    QCOMPARE(lines[6].split('\t').at(5), QByteArray("6")); // as it was read, also where the label says no cortex
    io::writeCortex(*original, folder.path("v.vtp"), {}, job);
    QFile vtp(folder.path("v.vtp"));
    QVERIFY(vtp.open(QFile::ReadOnly));
    const QByteArray xml = vtp.readAll();
    QVERIFY(xml.contains("NumberOfPoints=\"6\"") && xml.contains("NumberOfPolys=\"8\"") &&
            xml.contains("Name=\"thickness\""));
    // The length in eight bytes, then x, y and z of the first point, LPS
    const qsizetype at = xml.indexOf('>', xml.indexOf("NumberOfComponents=\"3\"")) + 1;
    const QByteArray points = QByteArray::fromBase64(xml.mid(at, xml.indexOf('<', at) - at));
    QCOMPARE(points.size(), qsizetype(8 + 6 * 12));
    QCOMPARE(qFromLittleEndian<quint64>(points.constData()), quint64(72));
    QCOMPARE(qFromLittleEndian<float>(points.constData() + 8 + 12),
             original->side(Side::Left)->points(SurfaceShape::White)[1].x);
}

/// The path of the volume is not carried from the footer of one file into that of another.
void SurfacesTest::tellsNoFolders() {
    const Folder folder;
    folder.put("lh.white",
               triangleSurface(obliqueFooter().replace("../mri/orig.mgz", "/home/ann/MUSTER/mri/orig.mgz")));
    io::Job job;
    io::writeCortex(*onlyCortex({folder.path("lh.white")}), folder.path("lh.out"),
                    io::surfaceGeometry({folder.path("lh.white")}), job);
    QFile out(folder.path("lh.out"));
    QVERIFY(out.open(QFile::ReadOnly));
    const QByteArray bytes = out.readAll();
    QVERIFY(!bytes.contains("MUSTER"));
    QVERIFY(bytes.contains("filename = orig.mgz\n"));
}

namespace {

/// A left octahedron with maps of those names.
Cortex octahedronWith(const QStringList& maps, bool withTriangles = true) {
    Cortex cortex;
    Hemisphere left;
    left.vertices = octahedronPoints().size();
    for (const auto& p : octahedronPoints()) left.shapes[0].push_back({-p[0], -p[1], p[2]});
    for (const auto& t : octahedronTriangles())
        if (withTriangles) left.triangles.push_back({std::uint32_t(t[0]), std::uint32_t(t[1]), std::uint32_t(t[2])});
    cortex.sides[0] = ready(std::move(left));
    float first = 1;
    for (const QString& name : maps) {
        CortexMap map{name, {}, {}};
        map.values[0] = std::make_shared<const std::vector<float>>(
            std::vector<float>{first, std::numeric_limits<float>::quiet_NaN(), 3, 4, 5, 6});
        first += 10;
        cortex.maps.push_back(std::make_shared<const CortexMap>(map));
    }
    return cortex;
}

} // namespace

void SurfacesTest::overwritesNothingOfItsOwn() {
    Cortex cortex = octahedronWith({QStringLiteral("age (t)"), QStringLiteral("age [t]"), QStringLiteral("white")});
    for (const char* subject : {"", "ann", "ann"}) {
        RegionTable table;
        table.name = QStringLiteral("aparc");
        table.subject = QLatin1String(subject);
        cortex.tables.push_back(table);
    }
    io::Job job;
    const QStringList tables{QStringLiteral("aparc.regions.tsv"), QStringLiteral("aparc-ann.regions.tsv"),
                             QStringLiteral("aparc-ann-2.regions.tsv")};
    const std::pair<const char*, QStringList> kinds[] = {
        {".freesurfer",
         {QStringLiteral("lh.white"), QStringLiteral("lh.age__t_"), QStringLiteral("lh.age__t_-2"),
          QStringLiteral("lh.white-2")}},
        {".gii",
         {QStringLiteral("lh.white.surf.gii"), QStringLiteral("lh.age__t_.shape.gii"),
          QStringLiteral("lh.age__t_-2.shape.gii"), QStringLiteral("lh.white.shape.gii")}}};
    for (const auto& [suffix, own] : kinds) {
        const Folder folder;
        QStringList names;
        for (const QString& path :
             io::writeCortexInto(cortex, folder.path(), QLatin1String(suffix), io::surfaceGeometry({}), job)) {
            names << io::fileName(path);
            QVERIFY(QFile::exists(path));
        }
        QCOMPARE(names, own + tables);
    }
}

/// 0 is what FreeSurfer takes for no thickness; of a score it is a value.
void SurfacesTest::keepsNoData() {
    const Folder folder;
    const Cortex cortex = octahedronWith({QStringLiteral("thickness"), QStringLiteral("score")});
    io::Job job;
    io::writeCortexInto(cortex, folder.path(), QStringLiteral(".freesurfer"), io::surfaceGeometry({}), job);
    const auto again = onlyCortex({folder.path()});
    QCOMPARE(valueAt(*again->map(QStringLiteral("thickness")), {Side::Left, 1}), 0.0);
    QVERIFY(std::isnan(valueAt(*again->map(QStringLiteral("score")), {Side::Left, 1})));
    QCOMPARE(valueAt(*again->map(QStringLiteral("score")), {Side::Left, 2}), 3.0);
}

/// A surface of points alone.
void SurfacesTest::writesWhatCanBeRead() {
    const Folder folder;
    const Cortex points = octahedronWith({}, false);
    io::Job job;
    io::writeCortex(points, folder.path("lh.a.gii"), {}, job);
    QCOMPARE(onlyCortex({folder.path("lh.a.gii")})->side(Side::Left)->points(SurfaceShape::White),
             points.side(Side::Left)->points(SurfaceShape::White));
    QCOMPARE(errorOf([&] { io::writeCortex(points, folder.path("lh.white"), io::surfaceGeometry({}), job); }),
             QStringLiteral("lh.white cannot be written: FreeSurfer's surfaces need triangles, and there are none. "
                            "Write a .gii file."));
    QVERIFY(!QFile::exists(folder.path("lh.white")));
}

void SurfacesTest::writesWhatTheNameAsksFor() {
    const Folder folder;
    const Cortex cortex = octahedronWith({QStringLiteral("thickness"), QStringLiteral("score")});
    io::Job job;
    const auto beginOf = [&](const char* name) {
        io::writeCortex(cortex, folder.path(name), io::surfaceGeometry({}), job);
        QFile file(folder.path(name));
        return file.open(QFile::ReadOnly) ? file.read(3).toHex() : QByteArray();
    };
    QCOMPARE(beginOf("lh.thickness"), QByteArray("ffffff")); // a map
    QCOMPARE(beginOf("lh.score"), QByteArray("ffffff"));
    QCOMPARE(beginOf("lh.white"), QByteArray("fffffe")); // a surface
    QCOMPARE(beginOf("lh.out"), QByteArray("fffffe"));
    QCOMPARE(valueAt(*onlyCortex({folder.path("lh.score")})->maps[0], {Side::Left, 0}), 11.0); // the second map
    for (const char* name : {"lh.pial", "lh.sulc", "lh.midthickness"})
        QCOMPARE(errorOf([&] { beginOf(name); }),
                 QStringLiteral("There is nothing that %1 could hold.").arg(QLatin1String(name)));
}

void SurfacesTest::rejects_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* what, const char* name, const QByteArray& bytes, const char* sentence) {
        QTest::newRow(what) << QString::fromLatin1(name) << bytes << QString::fromLatin1(sentence);
    };
    const auto changed = [](QByteArray bytes, qsizetype at, const QByteArray& by) {
        return bytes.replace(at, by.size(), by);
    };
    const qsizetype begin = triangleSurface().indexOf("\n\n") + 2; // of the counts
    row("NaN", "lh.white", changed(triangleSurface(), begin + 8 + 4, big(std::numeric_limits<float>::quiet_NaN())),
        "Vertex 0 of lh.white lies nowhere: a coordinate is no number or is beyond a kilometre. Copy it again from its "
        "source.");
    row("infinite", "lh.white", changed(triangleSurface(), begin + 8 + 12, big(std::numeric_limits<float>::infinity())),
        "Vertex 1 of lh.white lies nowhere: a coordinate is no number or is beyond a kilometre. Copy it again from its "
        "source.");
    row("index out of range", "lh.white", changed(triangleSurface(), begin + 8 + 72, big(qint32(6))),
        "A triangle of lh.white has the vertex 6, and there are 6. Copy it again from its source.");
    row("negative index", "lh.white", changed(triangleSurface(), begin + 8 + 72, big(qint32(-1))),
        "A triangle of lh.white has the vertex 4294967295, and there are 6. Copy it again from its source.");
    row("no vertices", "lh.white", changed(triangleSurface(), begin, big(qint32(0))),
        "lh.white has a damaged header (0 vertices, 8 triangles). Copy it again from its source.");
    row("10^9 vertices", "lh.white", changed(triangleSurface(), begin, big(qint32(1'000'000'000))),
        "lh.white is cut short: its header promises 11.18 GiB, and its 686 bytes on disk cannot hold them. Copy it "
        "again "
        "from its source.");
    row("10^9 values", "lh.thickness", changed(curv({1, 2, 3}), 3, big(qint32(1'000'000'000))),
        "lh.thickness is cut short: its header promises 3.73 GiB, and its 27 bytes on disk cannot hold them. Copy it "
        "again "
        "from its source.");
    row("10^9 vertices in an annotation", "lh.aparc.annot", changed(annot(true), 0, big(qint32(1'000'000'000))),
        "lh.aparc.annot is cut short: its header promises 7.45 GiB, and its 145 bytes on disk cannot hold them. Copy "
        "it "
        "again from its source.");
    row("an annotation without a table", "lh.aparc.annot", annot(true).left(52),
        "lh.aparc.annot has no colour table, so its regions have no names. Write it again with its table.");
    row("GIFTI of 10^9 vertices", "lh.a.gii",
        gifti(giftiSurfaceArrays(), GiftiEncoding::Base64).replace("Dim0=\"6\"", "Dim0=\"1000000000\""),
        "lh.a.gii is cut short: it ends before its voxels do. Copy it again from its source.");
    row("text as .gii", "lh.a.gii", "hello",
        "lh.a.gii is named like a GIFTI file but is none. Check where it comes from.");
    row("another XML", "lh.a.gii", "<svg/>",
        "lh.a.gii is named like a GIFTI file but is none. Check where it comes from.");
    row("GIFTI with an index out of range", "lh.a.gii",
        gifti(giftiSurfaceArrays(), GiftiEncoding::Ascii).replace("1 3 5 3 0 5", "1 3 5 3 9 5"),
        "A triangle of lh.a.gii has the vertex 9, and there are 6. Copy it again from its source.");
}

void SurfacesTest::rejects() {
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    const Folder folder;
    folder.put(qPrintable(name), bytes);
    const io::Scan scan = scanned(folder.path(qPrintable(name)));
    const QString said =
        !scan.skipped.empty() ? scan.skipped[0].reason : errorOf([&] { cortexOf(scan.cortices.at(0)); });
    QTEST(said, "sentence");
}

/// A few bytes that promise gigabytes are refused when the file is looked at, before memory is asked for.
void SurfacesTest::asksForNoMemoryInVain() {
    const Folder folder;
    const auto reasonFor = [&](const char* dims, const char* encoding) {
        folder.put("lh.a.gii",
                   QByteArray("<GIFTI><DataArray Intent=\"NIFTI_INTENT_SHAPE\" DataType=\"NIFTI_TYPE_UINT8\" "
                              "ArrayIndexingOrder=\"RowMajorOrder\" ExternalFileName=\"data.bin\" ") +
                       dims + " Encoding=\"" + encoding + "\"><Data></Data></DataArray></GIFTI>");
        const io::Scan scan = scanned(folder.path("lh.a.gii"));
        return scan.skipped.empty() ? QString() : scan.skipped[0].reason;
    };
    const QByteArray one = "Dimensionality=\"1\" Dim0=\"60000000\"";
    QCOMPARE(reasonFor(one, "Base85"),
             QStringLiteral("lh.a.gii has a damaged header (Encoding Base85). Copy it again from its source."));
    folder.put("data.bin", "123");
    QCOMPARE(reasonFor(one, "ExternalFileBinary"),
             QStringLiteral("data.bin is cut short: it ends before its voxels do. Copy it again from its source."));
    // Files of holes: as long as is promised, and of no size on disk
    QVERIFY(QFile::resize(folder.path("data.bin"), (1 << 26) + 1));
    QCOMPARE(reasonFor("Dimensionality=\"1\" Dim0=\"67108865\"", "ExternalFileBinary"),
             QStringLiteral("lh.a.gii has a damaged header (Dim0 67108865). Copy it again from its source."));
    const auto columns = static_cast<qint64>(io::physicalMemory() / 16 / 1000 + 1); // bytes that become floats
    QVERIFY(QFile::resize(folder.path("data.bin"), 1000 * columns));
    const QByteArray two = "Dimensionality=\"2\" Dim0=\"1000\" Dim1=\"" + QByteArray::number(columns) + '"';
    QCOMPARE(reasonFor(two, "ExternalFileBinary"), QStringLiteral("lh.a.gii is too large for this machine's memory."));
}

/// Where no surface tells how many vertices there are, one named far away is no count to make room for.
void SurfacesTest::takesNoFarVertexForACount() {
    const Folder folder;
    folder.put("lh.a.gii",
               gifti({giftiIndices("NODE_INDEX", {67108862}), giftiMap("SHAPE", {1})}, GiftiEncoding::Ascii));
    const auto sentenceFor = [&](const char* name) {
        const io::Scan scan = scanned(folder.path(name));
        return errorOf([&] { cortexOf(scan.cortices.at(0)); });
    };
    QCOMPARE(sentenceFor("lh.a.gii"), QStringLiteral("lh.a.gii is about vertex 67108862, and no surface beside it has "
                                                     "as many. Open it with its surface."));
    QList<GiftiPhantomArray> arrays{giftiIndices("NODE_INDEX", {1'999'999})};
    for (int i = 0; i < 200; ++i) arrays << giftiMap("SHAPE", {1});
    folder.put("lh.b.gii", gifti(arrays, GiftiEncoding::Ascii));
    QCOMPARE(sentenceFor("lh.b.gii"), QStringLiteral("lh.b.gii is too large for this machine's memory."));
    folder.put("lh.c.label", label({67108860}));
    QCOMPARE(sentenceFor("lh.c.label"), QStringLiteral("lh.c.label is about vertex 67108860, and no surface beside it "
                                                       "has as many. Open it with its surface."));
    folder.put("lh.d.label", label({1'999'999}));
    QCOMPARE(onlyCortex({folder.path("lh.d.label")})->side(Side::Left)->vertices, std::size_t(2'000'000));
}

void SurfacesTest::readsNames_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("words"); ///< Side, name, shape, stem
    QTest::newRow("FreeSurfer") << "lh.white"
                                << "L white 0 ()";
    QTest::newRow("FreeSurfer 7") << "rh.pial.T1"
                                  << "R pial.T1 1 ()";
    QTest::newRow("map") << "rh.area.pial"
                         << "R area.pial - ()";
    QTest::newRow("annotation") << "lh.aparc.DKTatlas.annot"
                                << "L aparc.DKTatlas - ()";
    QTest::newRow("plain") << "infl_right.gii.gz"
                           << "R infl 2 ()";
    QTest::newRow("plain map") << "thick_left.gii.gz"
                               << "L thickness - ()";
    QTest::newRow("ENIGMA") << "fsa5_lh_aparc.annot"
                            << "L aparc - (fsa5_aparc)";
    QTest::newRow("HCP") << "100307.L.midthickness.32k_fs_LR.surf.gii"
                         << "L midthickness_32k_fs_LR 0 (100307_32k_fs_LR)";
    QTest::newRow("BIDS") << "sub-01_hemi-R_pial.surf.gii"
                          << "R pial 1 (sub-01)";
    QTest::newRow("no side") << "cube.gii"
                             << "- cube - (cube)";
    QTest::newRow("sphere") << "lh.sphere"
                            << "L sphere 3 ()";
}

void SurfacesTest::readsNames() {
    QFETCH(QString, file);
    const io::SurfaceName name = io::surfaceName(QStringLiteral("/some/where/") + file);
    const QString side = !name.side                 ? QStringLiteral("-")
                         : *name.side == Side::Left ? QStringLiteral("L")
                                                    : QStringLiteral("R");
    const QString shape = name.shape ? QString::number(static_cast<int>(*name.shape)) : QStringLiteral("-");
    QTEST(QStringLiteral("%1 %2 %3 (%4)").arg(side, name.name, shape, name.stem), "words");
}

void SurfacesTest::readsLookUpTables() {
    const Folder folder;
    folder.put("lut.txt",
               "#$Id: FreeSurferColorLUT.txt\n#No. Label Name:  R G B A\n\n0   Unknown  0   0   0   0\n"
               "17  Left-Hippocampus                        220 216 20  0\n1024    ctx-lh-precentral  60 20 220 0\n");
    const LabelTable table = io::readLabelTable(folder.path("lut.txt"));
    QCOMPARE(table.labels().size(), std::size_t(3));
    QCOMPARE(table.find(17)->name, QStringLiteral("Left-Hippocampus"));
    QCOMPARE(table.find(1024)->colour, qRgb(60, 20, 220));
    folder.put("no.txt", "hello\n");
    QVERIFY(
        errorOf([&] { io::readLabelTable(folder.path("no.txt")); }).startsWith(QStringLiteral("no.txt is no look-up")));
    NEURAXIS_SAMPLE_SET(set, QStringLiteral("fs_subject1"));
    const LabelTable real = io::readLabelTable(set + QStringLiteral("/fs/FreeSurferColorLUT.txt"));
    QCOMPARE(real.find(16)->name, QStringLiteral("Brain-Stem")); // domain.md 1.1
    QCOMPARE(real.find(16)->colour, qRgb(119, 159, 176));
}

/// domain.md 6 A 1, and the data set's own expected.json.
void SurfacesTest::realSubject() {
    NEURAXIS_SAMPLE_SET(set, QStringLiteral("fs_subject1"));
    const QString formats = set + QStringLiteral("/subject1_freesurferformats/");
    const QString folder = set + QStringLiteral("/subject1/");
    const auto cortex = onlyCortex({formats + QStringLiteral("lh.thickness")});
    io::Job job;
    auto whole = io::withFile(cortex, folder + QStringLiteral("surf/lh.area"), job);
    whole = io::withFile(whole, folder + QStringLiteral("label/lh.aparc.annot"), job);
    QCOMPARE(whole->side(Side::Left)->vertices, std::size_t(149244));
    const auto& thickness = *whole->map(QStringLiteral("thickness"))->values[0];
    double sum = 0;
    qint64 zeros = 0;
    for (const float value : thickness) {
        zeros += value == 0;
        sum += static_cast<double>(value);
    }
    QCOMPARE(zeros, 6479);
    QVERIFY(std::abs(sum / 149244 - 2.437466) < 1e-6);
    const auto& regionOf = *whole->parcellations[0]->regionOf[0];
    QCOMPARE(std::count(regionOf.begin(), regionOf.end(), -1), 8394);
    QCOMPARE(whole->parcellations[0]->regions[0].size(), std::size_t(36));

    QFile file(set + QStringLiteral("/expected.json"));
    QVERIFY(file.open(QFile::ReadOnly));
    const QJsonObject expected =
        QJsonDocument::fromJson(file.readAll()).object()[QStringLiteral("lh.aparc")].toObject();
    const auto areas = byRegion(*whole, QStringLiteral("area"), QStringLiteral("aparc"), Side::Left);
    // What is 0 thick is no cortex on the screen, but counts in FreeSurfer's means
    auto means = std::map<QString, RegionSum>();
    for (std::uint32_t v = 0; v < thickness.size(); ++v)
        if (const auto* region = regionAt(*whole->parcellations[0], {Side::Left, v})) {
            const auto value = static_cast<double>(thickness[v]);
            RegionSum& of = means[region->name];
            ++of.vertices;
            of.sum += value;
            of.squares += value * value;
        }
    int compared = 0;
    for (auto it = expected.begin(); it != expected.end(); ++it, ++compared) {
        const QJsonObject region = it.value().toObject();
        const auto& mean = means.at(it.key());
        QCOMPARE(static_cast<int>(mean.vertices), region[QStringLiteral("stats_NumVert")].toInt());
        QVERIFY2(std::abs(mean.mean() - region[QStringLiteral("stats_ThickAvg")].toDouble()) < 0.0005 + 1e-6,
                 qPrintable(it.key()));
        QVERIFY2(std::abs(mean.sd() - region[QStringLiteral("stats_ThickStd")].toDouble()) < 0.0005 + 1e-6,
                 qPrintable(it.key()));
        QVERIFY2(std::abs(areas.at(it.key()).sum - region[QStringLiteral("stats_SurfArea")].toDouble()) < 0.51,
                 qPrintable(it.key()));
    }
    QCOMPARE(compared, 34);
    // The map as MGH is the same, bit for bit
    const auto asMgh = onlyCortex({formats + QStringLiteral("lh.thickness.mgh")});
    const auto& same = *asMgh->map(QStringLiteral("thickness"))->values[0];
    for (std::size_t v = 0; v < same.size(); ++v)
        QVERIFY(same[v] == thickness[v] || (std::isnan(same[v]) && std::isnan(thickness[v])));
}

void SurfacesTest::realTables() {
    NEURAXIS_SAMPLE_SET(set, QStringLiteral("fs_subject1"));
    const io::Scan scan = scanned(set + QStringLiteral("/subject1"));
    QCOMPARE(scan.cortices.size(), std::size_t(1));
    for (const auto& skipped : scan.skipped) QFAIL(qPrintable(skipped.reason));
    QCOMPARE(scan.found.size(), std::size_t(2)); // aparc+aseg and aseg
    const auto cortex = cortexOf(scan.cortices[0]);
    const auto table = std::find_if(cortex->tables.begin(), cortex->tables.end(),
                                    [](const RegionTable& t) { return t.name == QStringLiteral("aparc"); });
    QCOMPARE(table->regions.size(), std::size_t(68));
    QCOMPARE(table->subject, QStringLiteral("subject1"));
    // From the files' own lines
    QCOMPARE(table->measures.value(QStringLiteral("lh.NumVert")), 140843.0);
    QCOMPARE(table->measures.value(QStringLiteral("lh.MeanThickness")), 2.54435);
    QVERIFY(std::abs(table->measures.value(QStringLiteral("eTIV")) - 1405915.237151) < 1e-6);
    const auto precentral = std::find_if(table->regions.begin(), table->regions.end(), [](const RegionMeasures& r) {
        return r.side == Side::Left && r.region == QStringLiteral("precentral");
    });
    QCOMPARE(precentral->vertices, 8410.0);
    QVERIFY(!codesOf(*cortex).contains(QStringLiteral("mixed-subjects")));
    QVERIFY(!codesOf(*cortex).contains(QStringLiteral("other-subject")));
}

void SurfacesTest::realFsaverage5() {
    NEURAXIS_SAMPLE_SET(set, QStringLiteral("fs_fsaverage5_gifti"));
    const io::Scan scan = scanned(set);
    QCOMPARE(scan.cortices.size(), std::size_t(2));
    const auto gifti = cortexOf(scan.cortices[0]), binary = cortexOf(scan.cortices[1]);
    for (const Side side : {Side::Left, Side::Right}) {
        const Hemisphere &one = *gifti->side(side), &other = *binary->side(side);
        QCOMPARE(one.vertices, std::size_t(10242));
        QCOMPARE(one.triangles, other.triangles);
        for (const SurfaceShape shape : {SurfaceShape::White, SurfaceShape::Pial, SurfaceShape::Inflated})
            QCOMPARE(one.points(shape), other.points(shape));
        QVERIFY(one.has(SurfaceShape::Sphere));
        for (const char* map : {"thickness", "curv", "sulc", "area"})
            for (std::uint32_t v = 0; v < 10242; ++v) {
                const double a = valueAt(*gifti->map(QLatin1String(map)), {side, v}),
                             b = valueAt(*binary->map(QLatin1String(map)), {side, v});
                QVERIFY(a == b || (std::isnan(a) && std::isnan(b)));
            }
    }
    QVERIFY(gifti->isStandard && binary->isStandard);
    QVERIFY(gifti->parcellation(QStringLiteral("aparc")) && gifti->parcellation(QStringLiteral("schaefer_200")));
    QVERIFY(!codesOf(*gifti).contains(QStringLiteral("turned-inside-out")));
}

void SurfacesTest::tellsAPialSurfaceOfTheOtherSide() {
    const QTemporaryDir folder;
    const QString subject = folder.filePath(QStringLiteral("s"));
    test::writeSubject(subject);
    QVERIFY(!codesOf(*onlyCortex({subject})).contains(QStringLiteral("surfaces-apart")));
    QVERIFY(QFile::remove(subject + QStringLiteral("/surf/rh.pial")));
    QVERIFY(QFile::copy(subject + QStringLiteral("/surf/lh.pial"), subject + QStringLiteral("/surf/rh.pial")));
    const auto cortex = onlyCortex({subject});
    QVERIFY(codesOf(*cortex).contains(QStringLiteral("surfaces-apart")));
    QVERIFY(cortex->side(Side::Left)->has(SurfaceShape::Pial));
    QVERIFY(cortex->side(Side::Right)->has(SurfaceShape::White));
    QVERIFY(!cortex->side(Side::Right)->has(SurfaceShape::Pial));
}

NEURAXIS_TEST_MAIN(SurfacesTest)
#include "tst_io_surfaces.moc"
