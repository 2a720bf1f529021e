#include "core/model/world_transform.h"
#include "test_main.h"

#include <cmath>
#include <limits>
#include <numbers>

using namespace neuraxis;

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr double endless = std::numeric_limits<double>::infinity();

// A Philips pCASL series, by PS3.3 C.7.6.2.1.1 from its first and last frames' position and orientation.
Affine philips() {
    return Affine({2.992198, .116045, .182445}, {-.115830, 2.997755, -.007063}, {-.182582, 0, 2.994438},
                  {-109.458338, -122.115339, -54.516755});
}
// A head scan conformed by FreeSurfer: its vox2ras as mri_info prints it.
Affine conformed() {
    return Affine::fromRas({{{-1, 0, 0, 127.50005}, {0, 0, 1, -98.62726}, {0, -1, 0, 79.09527}, {0, 0, 0, 1}}});
}
// Gantry tilt of 20 degrees: slices 3 mm apart are each moved 3 tan 20 = 1.0919 mm to anterior.
Affine tilted() { return Affine({.5, 0, 0}, {0, .5, 0}, {0, -1.09191, 3}, {-60, -60, 10}); }

void near(double found, double expected, double tolerance) {
    QVERIFY2(std::abs(found - expected) <= tolerance,
             qPrintable(QStringLiteral("%1 is not %2").arg(found, 0, 'g', 10).arg(expected, 0, 'g', 10)));
}

} // namespace

class TestAffine : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void toWorld_data() {
        QTest::addColumn<QList<double>>("voxel");
        QTest::addColumn<QList<double>>("lps");
        QTest::addColumn<QString>("grid");
        // dcm2niix writes the same series with both in-plane axes reversed: its first voxel is our 79, 79, 0,
        // and its origin, RAS -117.7747 -123.8749 -40.6615, is that voxel's place.
        QTest::newRow("dcm2niix's corner")
            << QList{79., 79., 0.} << QList{117.7747, 123.8749, -40.6615} << QStringLiteral("philips");
        QTest::newRow("first voxel") << QList{0., 0., 0.} << QList{-109.458338, -122.115339, -54.516755}
                                     << QStringLiteral("philips");
        QTest::newRow("FreeSurfer's first")
            << QList{0., 0., 0.} << QList{-127.50005, 98.62726, 79.09527} << QStringLiteral("conformed");
        // R = 127.50005 - 128, A = -98.62726 + 128, S = 79.09527 - 128
        QTest::newRow("FreeSurfer's middle")
            << QList{128., 128., 128.} << QList{.49995, -29.37274, -48.90473} << QStringLiteral("conformed");
        QTest::newRow("tilted gantry") << QList{0., 0., 10.} << QList{-60., -70.9191, 40.} << QStringLiteral("tilted");
    }
    void toWorld() {
        QFETCH(QList<double>, voxel);
        QFETCH(QList<double>, lps);
        QFETCH(QString, grid);
        const Affine affine = grid == QStringLiteral("philips")     ? philips()
                              : grid == QStringLiteral("conformed") ? conformed()
                                                                    : tilted();
        const WorldPoint p = affine.toWorld({voxel[0], voxel[1], voxel[2]});
        near(p.x, lps[0], 1e-3);
        near(p.y, lps[1], 1e-3);
        near(p.z, lps[2], 1e-3);
        const VoxelIndex back = affine.toVoxel(p);
        near(back.i, voxel[0], 1e-9);
        near(back.j, voxel[1], 1e-9);
        near(back.k, voxel[2], 1e-9);
    }

    void spacingIsTheLengthOfEachStep() {
        // 3 mm isotropic voxels, tilted in all directions
        for (double mm : philips().spacingMm()) near(mm, 3, 1e-4);
        const auto sheared = tilted().spacingMm();
        near(sheared[0], .5, 1e-9);
        near(sheared[2], 3 / std::cos(20 * M_PI / 180), 1e-4);
    }

    void determinantIsTheVolumeOfAVoxel() {
        // A sheared box has the volume of the upright one; left-handed in LPS as FreeSurfer stores it
        near(tilted().determinant(), .5 * .5 * 3, 1e-9);
        near(conformed().determinant(), 1 * -1, 1e-9);
    }

    void rasChangesTheFirstTwoRows() {
        const Affine::Rows ras = philips().ras();
        QCOMPARE(ras[0][0], -2.992198);
        QCOMPARE(ras[1][3], 122.115339);
        QCOMPARE(ras[2][3], -54.516755);
        QCOMPARE(Affine::fromRas(ras), philips());
        QVERIFY(!std::signbit(Affine().ras()[0][1])); // no -0 in files
    }

    void isValid_data() {
        QTest::addColumn<QList<double>>("diagonal");
        QTest::addColumn<double>("shear");
        QTest::addColumn<bool>("valid");
        QTest::newRow("1 mm") << QList{1., 1., 1.} << 0. << true;
        QTest::newRow("micrometres") << QList{1e-3, 1e-3, 1e-3} << 0. << true;
        QTest::newRow("one thick slice") << QList{.2, .2, 100.} << 0. << true;
        QTest::newRow("mirrored") << QList{-1., 1., 1.} << 0. << true;
        QTest::newRow("steeply sheared") << QList{1., 1., 1.} << 20. << true;
        QTest::newRow("flat") << QList{1., 1., 0.} << 0. << false;
        QTest::newRow("zero") << QList{0., 0., 0.} << 0. << false;
        QTest::newRow("two axes in one line") << QList{1., 0., 1.} << 1. << false;
        QTest::newRow("not a number") << QList{1., none, 1.} << 0. << false;
        QTest::newRow("endless") << QList{1., 1., endless} << 0. << false;
    }
    void isValid() {
        QFETCH(QList<double>, diagonal);
        QFETCH(double, shear);
        QFETCH(bool, valid);
        const Affine affine({diagonal[0], 0, 0}, {shear, diagonal[1], 0}, {0, 0, diagonal[2]}, {1, 2, 3});
        QCOMPARE(affine.isValid(), valid);
        if (!valid) QCOMPARE(affine.inverse(), Affine().rows());
    }

    void vectors() {
        QCOMPARE(cross({1, 0, 0}, {0, 1, 0}), (WorldVector{0, 0, 1}));
        QCOMPARE(length({2, 3, 6}), 7.0);
        QCOMPARE(unit({0, 0, 5}), (WorldVector{0, 0, 1}));
        QCOMPARE(unit({0, 0, 0}), (WorldVector{0, 0, 0}));
        QCOMPARE((WorldPoint{1, 2, 3} - WorldPoint{0, 0, 1}), (WorldVector{1, 2, 2}));
        QCOMPARE(dot({1, 2, 3}, {4, -5, 6}), 12.0);
    }

    void rigidTransforms() {
        // A quarter turn about the superior axis brings the left (x) to posterior (y), by the right hand.
        const auto quarter = WorldTransform::rigid({0, 0, std::numbers::pi / 2}, {1, 2, 3}, {10, 0, 0});
        const WorldPoint moved = quarter(WorldPoint{11, 0, 5});
        near(moved.x, 10 + 1, 1e-12);
        near(moved.y, 1 + 2, 1e-12);
        near(moved.z, 5 + 3, 1e-12);
        near(quarter(WorldVector{1, 0, 0}).y, 1, 1e-12);
        near(quarter.angleDeg(), 90, 1e-9);
        QVERIFY(quarter.isRigid());
        near(WorldTransform::rigid({1e-9, 0, 0}, {}).angleDeg(), 1e-9 * 180 / std::numbers::pi, 1e-15);
        QVERIFY(!WorldTransform(Affine({1.01, 0, 0}, {0, 1, 0}, {0, 0, 1}, {}).rows()).isRigid());
        QVERIFY(!WorldTransform(Affine({-1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {}).rows()).isRigid()); // mirrored
    }

    void transformsInARow() {
        const auto a = WorldTransform::rigid({.3, -.2, .5}, {4, -7, 2}, {1, 2, 3});
        const auto b = WorldTransform::rigid({-.1, .4, .2}, {-30, 5, 11}, {0, 20, -9});
        const WorldPoint p{12.5, -40, 33};
        const WorldPoint both = (b * a)(p), one = b(a(p));
        near(length(both - one), 0, 1e-10);
        near(length((b * a).inverse()(both) - p), 0, 1e-10);
        // A grid that was moved has its voxels where the transform brings them.
        near(length((a * philips()).toWorld({3, 4, 5}) - a(philips().toWorld({3, 4, 5}))), 0, 1e-10);
        QCOMPARE(WorldTransform(Affine::Rows{}).inverse(), WorldTransform());
    }
};

NEURAXIS_TEST_MAIN(TestAffine)
#include "tst_model_affine.moc"
