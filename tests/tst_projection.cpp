#include "core/analysis/clusters.h"
#include "core/analysis/volume_to_surface.h"
#include "tests/phantom.h"
#include "tests/sheet_phantom.h"
#include "tests/test_main.h"

#include <QTest>
#include <functional>

using namespace neuraxis;

namespace {

/// Float voxels by their places.
std::shared_ptr<const Volume> fieldOf(std::array<int, 3> size, const Affine& voxelToLps,
                                      const std::function<double(const WorldPoint&)>& value) {
    VolumeHeader header;
    header.name = QStringLiteral("field");
    header.unit = QStringLiteral("mM");
    header.size = size;
    header.voxelToLps = voxelToLps;
    header.type = StoredType::Float32;
    std::shared_ptr<std::byte> voxels(new std::byte[header.bytes()], std::default_delete<std::byte[]>());
    auto* next = reinterpret_cast<float*>(voxels.get());
    for (int k = 0; k < size[2]; ++k)
        for (int j = 0; j < size[1]; ++j)
            for (int i = 0; i < size[0]; ++i)
                *next++ = static_cast<float>(value(voxelToLps.toWorld({double(i), double(j), double(k)})));
    return std::make_shared<const Volume>(header, voxels);
}

/// A sheared, oblique grid about the origin.
Affine oblique() { return Affine({1.9, 0.3, -0.2}, {-0.4, 1.7, 0.5}, {0.1, -0.6, 2.2}, {-38, -32, -46}); }

double linearField(const WorldPoint& p) { return 5 + 0.25 * p.x - 0.5 * p.y + 0.125 * p.z; }

Cortex sheetIn(const WorldPoint& corner) {
    Cortex cortex;
    cortex.sides[0] = std::make_shared<const Hemisphere>(
        test::sheet(Side::Left, 12, 9, corner, {0.9, 0.2, 0.1}, {-0.1, 0.8, 0.3}, 2.5));
    return cortex;
}

} // namespace

/// Volumes onto surfaces, and clusters of volumes and maps.
class ProjectionTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void linearFieldIsExact_data();
    void linearFieldIsExact();
    void nearestTakesTheVoxel();
    void outsideIsNoData();
    void saysHowItSampled();
    void findsClustersByHand();
    void masksBySize();
    void clusterPlacesAreOblique();
};

void ProjectionTest::linearFieldIsExact_data() {
    QTest::addColumn<SurfaceSampling>("sampling");
    QTest::addColumn<double>("share"); ///< of the way from white to pial, at which the mean of a linear field lies
    QTest::newRow("middle") << SurfaceSampling::middle() << 0.5;
    QTest::newRow("white") << SurfaceSampling{Interpolation::Linear, 0, 0, 1} << 0.0;
    QTest::newRow("pial") << SurfaceSampling{Interpolation::Linear, 1, 1, 1} << 1.0;
    QTest::newRow("through") << SurfaceSampling::throughCortex() << 0.5;
    QTest::newRow("outer third") << SurfaceSampling{Interpolation::Linear, 0.6, 1, 5} << 0.8;
}

void ProjectionTest::linearFieldIsExact() {
    QFETCH(SurfaceSampling, sampling);
    QFETCH(double, share);
    const auto volume = fieldOf({40, 40, 40}, oblique(), linearField);
    const Cortex cortex = sheetIn({-3, -2, 1});
    const CortexMap map = projectVolume(*volume, 0, cortex, sampling);
    QCOMPARE(map.unit, QStringLiteral("mM"));
    QCOMPARE(map.name, QStringLiteral("field"));
    QVERIFY(map.values[0] && !map.values[1]);
    QCOMPARE(map.values[0]->size(), cortex.sides[0]->vertices);
    for (std::size_t v = 0; v < map.values[0]->size(); ++v) {
        const SurfacePoint a = cortex.sides[0]->points(SurfaceShape::White)[v],
                           b = cortex.sides[0]->points(SurfaceShape::Pial)[v];
        const WorldPoint at{a.x + share * (b.x - a.x), a.y + share * (b.y - a.y), a.z + share * (b.z - a.z)};
        QVERIFY2(std::abs((*map.values[0])[v] - linearField(at)) < 2e-5, qPrintable(QString::number(v)));
    }
}

void ProjectionTest::nearestTakesTheVoxel() {
    const auto labels = test::phantom({20, 20, 20}, Affine({2, 0, 0}, {0, 2, 0}, {0, 0, 2}, {-20, -20, -20}),
                                      [](int i, int j, int k) { return 1000 + i + 20 * j + 400 * k; });
    const Cortex cortex = sheetIn({-3, -2, 1});
    const CortexMap map = projectVolume(*labels, 0, cortex, SurfaceSampling::middle(Interpolation::Nearest));
    for (std::uint32_t v = 0; v < cortex.sides[0]->vertices; ++v) {
        const WorldPoint p = *placeOf(cortex, {Side::Left, v});
        const auto index = [](double mm) { return std::floor((mm + 20) / 2 + 0.5); };
        QCOMPARE(double((*map.values[0])[v]), 1000 + index(p.x) + 20 * index(p.y) + 400 * index(p.z));
    }
}

void ProjectionTest::outsideIsNoData() {
    // 10 voxels of 1 mm from -0.5 to 9.5 mm along x
    const auto volume = fieldOf({10, 30, 30}, Affine({1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {0, -15, -15}),
                                [](const WorldPoint& p) { return p.x; });
    Cortex cortex;
    cortex.sides[1] =
        std::make_shared<const Hemisphere>(test::sheet(Side::Right, 14, 2, {-2.25, 0, 0}, {1, 0, 0}, {0, 1, 0}, 2));
    const CortexMap map = projectVolume(*volume, 0, cortex, SurfaceSampling::middle());
    const auto at = [&](std::size_t column) { return (*map.values[1])[column]; };
    QVERIFY(std::isnan(at(0)) && std::isnan(at(1))); // -2.25, -1.25
    QCOMPARE(at(2), 0.0F);                           // -0.25: within the first voxel, as at its centre
    QVERIFY(std::abs(at(3) - 0.75F) < 1e-6F);
    QCOMPARE(at(11), 8.75F);
    QVERIFY(std::isnan(at(12)) && std::isnan(at(13)));

    // What a mask has made not-a-number is no data, and is not mixed into what is beside it at weight zero
    const auto masked = fieldOf({10, 30, 30}, Affine({1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {0, -15, -15}),
                                [](const WorldPoint& p) { return p.x > 4 ? std::nan("") : p.x; });
    const CortexMap some = projectVolume(*masked, 0, cortex, SurfaceSampling::middle());
    QVERIFY(std::abs((*some.values[1])[6] - 3.75F) < 1e-6F);
    QVERIFY(std::isnan((*some.values[1])[7]));
}

void ProjectionTest::saysHowItSampled() {
    Cortex cortex = sheetIn({0, 0, 0});
    QCOMPARE(samplingInWords(SurfaceSampling::middle(), cortex),
             QStringLiteral("Sampled halfway between white and pial surface, linearly between voxels."));
    QCOMPARE(samplingInWords(SurfaceSampling::throughCortex(), cortex),
             QStringLiteral("Mean of 7 places from 20 to 80 % of the way from white to pial surface, sampled linearly "
                            "between voxels."));
    Hemisphere white = *cortex.sides[0];
    white.shapes[1].clear();
    cortex.sides[0] = std::make_shared<const Hemisphere>(white);
    QCOMPARE(samplingInWords(SurfaceSampling::middle(Interpolation::Nearest), cortex),
             QStringLiteral("Sampled on the white surface, from the nearest voxel."));
}

void ProjectionTest::findsClustersByHand() {
    // Voxels of 8 mm³. A: 2x2x2 of 4, one of them 6, and a voxel that touches it by a corner; B: a voxel of the other
    // sign beside it; C: a row of 3; D: alone and too low
    const auto volume =
        test::phantom({12, 12, 12}, Affine({2, 0, 0}, {0, 2, 0}, {0, 0, 2}, {0, 0, 0}), [](int i, int j, int k) {
            if (i >= 2 && i <= 3 && j >= 2 && j <= 3 && k >= 2 && k <= 3) return i == 3 && j == 2 && k == 3 ? 6 : 4;
            if (i == 4 && j == 4 && k == 4) return 4;
            if (i == 1 && j == 2 && k == 2) return -5;
            if (j == 10 && k == 10 && i >= 6 && i <= 8) return 3;
            if (i == 11 && j == 0 && k == 0) return 2;
            return 0;
        });
    const Clusters clusters = findClusters(*volume, 0, 3);
    QCOMPARE(clusters.found.size(), std::size_t{3});
    const Cluster &a = clusters.found[0], &c = clusters.found[1], &b = clusters.found[2];
    QCOMPARE(a.voxels, std::size_t{9});
    QCOMPARE(a.mm3, 72.0);
    QCOMPARE(a.peak, 6.0);
    QCOMPARE(a.peakVoxel, (VoxelIndex{3, 2, 3}));
    QCOMPARE(a.peakLps, (WorldPoint{6, 4, 6}));
    QVERIFY(std::abs(a.centreLps.x - 2 * (8 * 2.5 + 4) / 9) < 1e-12);
    QCOMPARE(c.voxels, std::size_t{3});
    QCOMPARE(c.centreLps, (WorldPoint{14, 20, 20}));
    QCOMPARE(c.peakVoxel, (VoxelIndex{6, 10, 10}));
    QCOMPARE(b.sign, -1);
    QCOMPARE(b.peak, -5.0);
    QCOMPARE(clusters.clusterOf[2 + 12 * 2 + 144 * 2], 0);
    QCOMPARE(clusters.clusterOf[1 + 12 * 2 + 144 * 2], 2);
    QCOMPARE(clusters.clusterOf[11], -1);
    QCOMPARE(findClusters(*volume, 0, 2).found.size(), std::size_t{4});
    QCOMPARE(findClusters(*volume, 0, 0).found.size(), std::size_t{4}); // zero is in none
    QVERIFY(findClusters(*volume, 0, 7).found.empty());
}

void ProjectionTest::masksBySize() {
    const auto volume = test::phantom(
        {10, 4, 4}, Affine(), [](int i, int j, int k) { return k == 1 && j == 1 && (i < 3 || i == 7) ? 9 : 0; });
    const Clusters clusters = findClusters(*volume, 0, 1);
    const auto count = [&](std::size_t least) {
        const auto mask = clusterMask(*volume, clusters, least);
        int voxels = 0;
        for (std::size_t v = 0; v < mask->header().voxelsPerVolume(); ++v)
            voxels += std::to_integer<int>(mask->voxels()[v]);
        return voxels;
    };
    QCOMPARE(count(1), 4);
    QCOMPARE(count(2), 3);
    QCOMPARE(count(4), 0);
    const auto mask = clusterMask(*volume, clusters, 2);
    QCOMPARE(mask->header().type, StoredType::UInt8);
    QCOMPARE(mask->value({1, 1, 1}), 1.0);
    QCOMPARE(mask->value({7, 1, 1}), 0.0);
}

void ProjectionTest::clusterPlacesAreOblique() {
    const Affine grid = oblique();
    const auto volume = test::phantom({9, 9, 9}, grid, [](int i, int j, int k) {
        return j == 4 && k == 5 && (i == 2 || i == 3 || i == 4) ? (i == 4 ? -20 : -10) : 0;
    });
    const Clusters clusters = findClusters(*volume, 0, 10);
    QCOMPARE(clusters.found.size(), std::size_t{1});
    const auto close = [](const WorldPoint& a, const WorldPoint& b) { return length(a - b) < 1e-9; };
    QVERIFY(close(clusters.found[0].centreLps, grid.toWorld({3, 4, 5})));
    QVERIFY(close(clusters.found[0].peakLps, grid.toWorld({4, 4, 5})));
    QVERIFY(std::abs(clusters.found[0].mm3 - 3 * std::abs(grid.determinant())) < 1e-9);
}

NEURAXIS_TEST_MAIN(ProjectionTest)
#include "tst_projection.moc"
