#include "core/analysis/region_measures.h"
#include "core/model/region_groups.h"
#include "tests/close.h"
#include "tests/find_region.h"
#include "tests/freesurfer_bytes.h"
#include "tests/sample_data.h"
#include "tests/sheet_phantom.h"
#include "tests/test_main.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <algorithm>

using namespace neuraxis;
using test::find;

/// Numbers of regions, against FreeSurfer's own tables and phantoms.
class RegionMeasuresTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void equalsFreeSurfersTable();
    void areaAndVolumeOfAPhantom();
    void volumeOfATruncatedPyramid();
    void notANumberIsNoData();
    void groupsAreVertexWeighted();
    void groupsNameTheAtlas();
    void valuesGoOntoTheirVertices();
};

void RegionMeasuresTest::equalsFreeSurfersTable() {
    NEURAXIS_SAMPLE_SET(root, QStringLiteral("fs_subject1"));
    QFile file(root + QStringLiteral("/expected.json"));
    QVERIFY(file.open(QFile::ReadOnly));
    const QJsonObject expected =
        QJsonDocument::fromJson(file.readAll()).object()[QStringLiteral("lh.aparc")].toObject();
    QCOMPARE(expected.size(), 34);

    const auto parcellation = test::annotation(Side::Left, root + QStringLiteral("/subject1/label/lh.aparc.annot"));
    Cortex cortex;
    cortex.maps = {
        test::mapOf(Side::Left, QStringLiteral("thickness"),
                    test::curv(root + QStringLiteral("/subject1_freesurferformats/lh.thickness"))),
        test::mapOf(Side::Left, QStringLiteral("area"), test::curv(root + QStringLiteral("/subject1/surf/lh.area")))};
    const auto measures = regionMeasures(cortex, *parcellation);
    QCOMPARE(measures.size(), std::size_t{34});
    for (auto it = expected.begin(); it != expected.end(); ++it) {
        const RegionMeasures* got = find(measures, it.key());
        QVERIFY2(got, qPrintable(it.key()));
        const QJsonObject wanted = it.value().toObject();
        const auto number = [&](const char* key) { return wanted[QLatin1String(key)].toDouble(); };
        QCOMPARE(got->vertices, number("stats_NumVert"));
        CLOSE(got->thicknessMm, number("stats_ThickAvg"), 0.0005 + 1e-6);
        CLOSE(got->thicknessMm, number("computed_mean_thickness"), 0.000006);
        // Of all vertices, n: that of a sample, n - 1, differs by 0.0006 mm at the frontal pole
        CLOSE(got->thicknessSdMm, number("stats_ThickStd"), 0.0005 + 1e-6);
        CLOSE(got->thicknessSdMm, number("computed_std_thickness"), 0.000006);
        CLOSE(got->areaMm2, number("stats_SurfArea"), 0.51);
        CLOSE(got->areaMm2, number("computed_area"), 0.006);
        QVERIFY(std::isnan(got->volumeMm3)); // there is neither a map of it nor surfaces
    }
    // The whole's mean is weighted by vertices: domain.md 6 A 1
    double vertices = 0, sum = 0;
    for (const RegionMeasures& one : measures) {
        vertices += one.vertices;
        sum += one.vertices * one.thicknessMm;
    }
    QCOMPARE(vertices, 140850.0);
    CLOSE(sum / vertices, 2.544327, 1e-6);
}

void RegionMeasuresTest::areaAndVolumeOfAPhantom() {
    // A tilted sheet of 5 by 4 vertices, 2 by 3 mm apart: 8 by 9 mm, 2.5 mm thick
    const WorldVector along = unit({1, 2, 3}) * 2, across = unit(cross({1, 2, 3}, {0, 1, -1})) * 3;
    Cortex cortex;
    cortex.sides[1] =
        std::make_shared<const Hemisphere>(test::sheet(Side::Right, 5, 4, {10, -20, 30}, along, across, 2.5));
    std::vector<std::int32_t> regionOf(20, 1);
    std::fill(regionOf.begin(), regionOf.begin() + 5, 0); // the first row
    regionOf[19] = -1;                                    // in no region: a corner of one triangle pair
    const auto parcellation = test::parcellationOf(
        Side::Right, {QStringLiteral("first"), QStringLiteral("rest"), QStringLiteral("none")}, regionOf);
    const auto measures = regionMeasures(cortex, *parcellation);
    QCOMPARE(measures.size(), std::size_t{2});
    const RegionMeasures *first = find(measures, QStringLiteral("first"), Side::Right),
                         *rest = find(measures, QStringLiteral("rest"), Side::Right);
    QVERIFY(first && rest);
    // Half of the first strip's 8 x 3 mm is at the first row; the corner has a third of each of two triangles of 3 mm²
    CLOSE(first->areaMm2, 12.0, 1e-4);
    CLOSE(rest->areaMm2, 72.0 - 12 - 2, 1e-4);
    CLOSE(first->volumeMm3, 30.0, 1e-3);
    CLOSE(rest->volumeMm3, 58 * 2.5, 1e-3);
    QCOMPARE(first->vertices, 5.0);
    QCOMPARE(rest->vertices, 14.0);
    QVERIFY(std::isnan(first->thicknessMm));

    cortex.maps = {test::mapOf(Side::Right, QStringLiteral("area"), std::vector<float>(20, 7)),
                   test::mapOf(Side::Right, QStringLiteral("volume"), std::vector<float>(20, 9)),
                   test::mapOf(Side::Right, QStringLiteral("thickness"), std::vector<float>(19, 9))}; // of another mesh
    const auto mapped = regionMeasures(cortex, *parcellation);
    QCOMPARE(mapped[0].areaMm2, 35.0);
    QCOMPARE(mapped[0].volumeMm3, 45.0);
    QVERIFY(std::isnan(mapped[0].thicknessMm));
}

void RegionMeasuresTest::volumeOfATruncatedPyramid() {
    // A right triangle of legs 4 and 6 mm below, half as long above, 3 mm higher:
    // h / 3 (A + B + sqrt(A B)) = 3 / 3 (12 + 3 + 6) = 21 mm³
    Hemisphere made;
    made.vertices = 3;
    made.triangles = {{0, 1, 2}};
    made.shapes[0] = {{0, 0, 0}, {4, 0, 0}, {0, 6, 0}};
    made.shapes[1] = {{1, 1, 3}, {3, 1, 3}, {1, 4, 3}};
    const auto volumes = vertexVolumesMm3(made);
    CLOSE(volumes[0] + volumes[1] + volumes[2], 21.0, 1e-9);
    QCOMPARE(volumes[0], volumes[2]);
    made.shapes[1].clear();
    QVERIFY(vertexVolumesMm3(made).empty());
    CLOSE(vertexAreasMm2(made, SurfaceShape::White)[1], 4.0, 1e-9);
}

void RegionMeasuresTest::notANumberIsNoData() {
    const float none = std::numeric_limits<float>::quiet_NaN();
    const auto map = test::mapOf(Side::Left, QStringLiteral("any"), {1, 2, none, 6, 5, none});
    const auto parcellation = test::parcellationOf(
        Side::Left, {QStringLiteral("a"), QStringLiteral("unknown"), QStringLiteral("b")}, {0, 0, 0, 0, 1, 2});
    const auto means = regionMeans(*map, *parcellation);
    QCOMPARE(means.size(), std::size_t{2}); // without "unknown"
    QCOMPARE(means[0].vertices, 3);
    CLOSE(means[0].mean, 3.0, 1e-12);
    CLOSE(means[0].sd, std::sqrt(14.0 / 3), 1e-12);
    QCOMPARE(means[1].vertices, 0);
    QVERIFY(std::isnan(means[1].mean));
}

void RegionMeasuresTest::groupsAreVertexWeighted() {
    // domain.md 6 A 1: precentral 8410 vertices of 2.7075 mm, paracentral 2293 of 2.4430
    const std::vector<RegionMeasures> regions = {
        {QStringLiteral("precentral"), Side::Left, 8410, 5249.8, 1, 2.7075, 0.5018},
        {QStringLiteral("paracentral"), Side::Left, 2293, 1464.7, 2, 2.4430, 0.5926},
        {QStringLiteral("paracentral"), Side::Right, 10, 20, 30, 2, 0.5}};
    const auto groups = groupMeasures(regions);
    const RegionMeasures *left = find(groups, QStringLiteral("motor")),
                         *right = find(groups, QStringLiteral("motor"), Side::Right);
    QCOMPARE(groups.size(), std::size_t{2});
    QVERIFY(left && right);
    QCOMPARE(left->vertices, 10703.0);
    CLOSE(left->areaMm2, 6714.5, 1e-9);
    const double mean = (8410 * 2.7075 + 2293 * 2.4430) / 10703;
    CLOSE(left->thicknessMm, mean, 1e-12);
    // Within and between the regions
    const double within = (8410 * 0.5018 * 0.5018 + 2293 * 0.5926 * 0.5926) / 10703;
    const double between = (8410 * std::pow(2.7075 - mean, 2) + 2293 * std::pow(2.4430 - mean, 2)) / 10703;
    CLOSE(left->thicknessSdMm, std::sqrt(within + between), 1e-9);
    QCOMPARE(right->thicknessMm, 2.0);
}

void RegionMeasuresTest::groupsNameTheAtlas() {
    // The names that FreeSurfer's colour table gives the atlas: domain.md 1.1
    const QStringList atlas =
        QStringLiteral("bankssts caudalanteriorcingulate caudalmiddlefrontal cuneus entorhinal fusiform "
                       "inferiorparietal inferiortemporal isthmuscingulate lateraloccipital lateralorbitofrontal "
                       "lingual medialorbitofrontal middletemporal parahippocampal paracentral parsopercularis "
                       "parsorbitalis parstriangularis pericalcarine postcentral posteriorcingulate precentral "
                       "precuneus rostralanteriorcingulate rostralmiddlefrontal superiorfrontal superiorparietal "
                       "superiortemporal supramarginal frontalpole temporalpole transversetemporal insula")
            .split(u' ');
    for (const RegionGroup& group : regionGroups())
        for (const QString& region : group.regions) QVERIFY2(atlas.contains(region), qPrintable(region));
    QCOMPARE(groupOf(QStringLiteral("precentral"))->key, QStringLiteral("motor"));
    QCOMPARE(groupOf(QStringLiteral("postcentral"))->key, QStringLiteral("sensory"));
    QVERIFY(!groupOf(QStringLiteral("cuneus")));
}

void RegionMeasuresTest::valuesGoOntoTheirVertices() {
    const auto parcellation =
        test::parcellationOf(Side::Right, {QStringLiteral("a"), QStringLiteral("b")}, {1, 0, -1, 1});
    const CortexMap map =
        regionMap(*parcellation, {{QStringLiteral("b"), Side::Right, -2.5}, {QStringLiteral("a"), Side::Left, 9}},
                  QStringLiteral("w-score"), {});
    QVERIFY(!map.values[0]);
    const auto& values = *map.values[1];
    QCOMPARE(values[0], -2.5F);
    QCOMPARE(values[3], -2.5F);
    QVERIFY(std::isnan(values[1]) && std::isnan(values[2]));
}

NEURAXIS_TEST_MAIN(RegionMeasuresTest)
#include "tst_region_measures.moc"
