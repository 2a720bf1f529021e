#include "core/model/orientation.h"
#include "test_main.h"

#include <cmath>

using namespace neuraxis;

namespace {

constexpr WorldVector left{1, 0, 0}, right{-1, 0, 0}, posterior{0, 1, 0}, anterior{0, -1, 0}, superior{0, 0, 1},
    inferior{0, 0, -1};

VolumeHeader header(const Affine& voxelToLps) {
    VolumeHeader made;
    made.voxelToLps = voxelToLps;
    made.size = {64, 64, 20};
    return made;
}

WorldVector turned(double degrees) { return {std::cos(degrees * M_PI / 180), std::sin(degrees * M_PI / 180), 0}; }

void same(const WorldVector& found, const WorldVector& expected) {
    QVERIFY2(length(found + -expected) < 1e-9, qPrintable(QStringLiteral("%1 %2 %3 is not %4 %5 %6")
                                                              .arg(found.x)
                                                              .arg(found.y)
                                                              .arg(found.z)
                                                              .arg(expected.x)
                                                              .arg(expected.y)
                                                              .arg(expected.z)));
}

} // namespace

Q_DECLARE_METATYPE(neuraxis::WorldVector)
Q_DECLARE_METATYPE(neuraxis::Affine)

class TestOrientation : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    // Radiological rows are the row and column directions (Image Orientation Patient) in which scanners store
    // upright axial, coronal and sagittal images: 1\0\0\0\1\0, 1\0\0\0\0\-1 and 0\1\0\0\0\-1.
    void planes_data() {
        QTest::addColumn<Plane>("plane");
        QTest::addColumn<bool>("radiological");
        QTest::addColumn<bool>("noseLeft");
        QTest::addColumn<WorldVector>("rightOfScreen");
        QTest::addColumn<WorldVector>("bottomOfScreen");
        QTest::addColumn<WorldVector>("upTheWheel");
        QTest::newRow("axial") << Plane::Axial << true << true << left << posterior << superior;
        QTest::newRow("axial, neurological") << Plane::Axial << false << true << right << posterior << superior;
        QTest::newRow("axial, nose is no matter") << Plane::Axial << true << false << left << posterior << superior;
        QTest::newRow("coronal") << Plane::Coronal << true << true << left << inferior << anterior;
        QTest::newRow("coronal, neurological") << Plane::Coronal << false << true << right << inferior << anterior;
        QTest::newRow("sagittal, nose left") << Plane::Sagittal << true << true << posterior << inferior << right;
        QTest::newRow("sagittal, nose right") << Plane::Sagittal << true << false << anterior << inferior << right;
        QTest::newRow("sagittal, sides are no matter")
            << Plane::Sagittal << false << true << posterior << inferior << right;
    }
    void planes() {
        QFETCH(Plane, plane);
        QFETCH(bool, radiological);
        QFETCH(bool, noseLeft);
        QFETCH(WorldVector, rightOfScreen);
        QFETCH(WorldVector, bottomOfScreen);
        QFETCH(WorldVector, upTheWheel);
        ViewOptions options;
        options.radiological = radiological;
        options.noseLeft = noseLeft;
        const VolumeHeader oblique = header(Affine(turned(30), {-.5, std::sqrt(3) / 2, 0}, {0, 0, 2}, {}));
        for (const VolumeHeader* base : {static_cast<const VolumeHeader*>(nullptr), &oblique}) {
            const PlaneBasis basis = planeBasis(plane, options, base);
            same(basis.right, rightOfScreen);
            same(basis.down, bottomOfScreen);
            same(basis.normal, upTheWheel);
        }
    }

    void acquisitionFollowsTheGrid() {
        ViewOptions options;
        options.frame = PlaneFrame::Acquisition;
        // A head turned by 30 degrees, slices from superior to inferior, columns to the right: signs do not
        // matter
        const VolumeHeader oblique = header(Affine(turned(30) * -.9, {-.45, .45 * std::sqrt(3), 0}, {0, 0, -2}, {}));
        const PlaneBasis axial = planeBasis(Plane::Axial, options, &oblique);
        same(axial.right, turned(30));
        same(axial.down, {-.5, std::sqrt(3) / 2, 0});
        same(axial.normal, superior);
        const PlaneBasis coronal = planeBasis(Plane::Coronal, options, &oblique);
        same(coronal.right, turned(30));
        same(coronal.down, inferior);
        same(coronal.normal, {.5, -std::sqrt(3) / 2, 0});
    }

    void shearIsDrawnUndistorted() {
        ViewOptions options;
        options.frame = PlaneFrame::Acquisition;
        const VolumeHeader tilted = header(Affine({.5, 0, 0}, {0, .5, 0}, {0, 3 * std::tan(M_PI / 9), 3}, {}));
        for (Plane plane : {Plane::Axial, Plane::Coronal, Plane::Sagittal}) {
            const PlaneBasis basis = planeBasis(plane, options, &tilted);
            QVERIFY(std::abs(dot(basis.right, basis.down)) < 1e-12);
            QVERIFY(std::abs(dot(basis.right, basis.normal)) < 1e-12);
            QVERIFY(std::abs(length(basis.down) - 1) < 1e-12);
        }
        const PlaneBasis axial = planeBasis(Plane::Axial, options, &tilted);
        same(axial.normal, superior);
        // The coronal plane holds the slice-to-slice step, 20 degrees off the patient's axis
        same(planeBasis(Plane::Coronal, options, &tilted).down, {0, -std::sin(M_PI / 9), -std::cos(M_PI / 9)});
    }

    void acquisitionWithoutAGridIsThePatients() {
        ViewOptions acquisition;
        acquisition.frame = PlaneFrame::Acquisition;
        const VolumeHeader broken = header(Affine({0, 0, 0}, {0, 0, 0}, {0, 0, 0}, {}));
        QCOMPARE(planeBasis(Plane::Axial, acquisition, nullptr), planeBasis(Plane::Axial, {}, nullptr));
        QCOMPARE(planeBasis(Plane::Axial, acquisition, &broken), planeBasis(Plane::Axial, {}, nullptr));
    }

    void letters_data() {
        QTest::addColumn<WorldVector>("direction");
        QTest::addColumn<QString>("letters");
        QTest::newRow("left") << left << QStringLiteral("L");
        QTest::newRow("right") << right << QStringLiteral("R");
        QTest::newRow("anterior") << anterior << QStringLiteral("A");
        QTest::newRow("posterior") << posterior << QStringLiteral("P");
        QTest::newRow("superior") << superior << QStringLiteral("S");
        QTest::newRow("inferior") << inferior << QStringLiteral("I");
        QTest::newRow("length is no matter") << WorldVector{0, 0, -250} << QStringLiteral("I");
        // sin 14 = 0.242, sin 15 = 0.259
        QTest::newRow("14 degrees off") << turned(14) << QStringLiteral("L");
        QTest::newRow("15 degrees off") << turned(15) << QStringLiteral("LP");
        QTest::newRow("the greater part first") << turned(60) << QStringLiteral("PL");
        QTest::newRow("between three") << WorldVector{-1, -1, -1} << QStringLiteral("RAI");
        QTest::newRow("nowhere") << WorldVector{} << QString();
    }
    void letters() {
        QFETCH(WorldVector, direction);
        QFETCH(QString, letters);
        QCOMPARE(directionLetters(direction), letters);
    }

    void axes_data() {
        QTest::addColumn<Affine>("affine");
        QTest::addColumn<QList<int>>("nearest");
        QTest::newRow("axial slices") << Affine() << QList{0, 1, 2};
        // Rows to posterior, columns to inferior, slices to the right
        QTest::newRow("sagittal slices") << Affine(posterior, inferior, right, {}) << QList{2, 0, 1};
        QTest::newRow("coronal slices") << Affine(left, inferior, anterior, {}) << QList{0, 2, 1};
        QTest::newRow("thick slices") << Affine({.5, 0, 0}, {0, .5, 0}, {0, 0, 5}, {}) << QList{0, 1, 2};
        QTest::newRow("44 degrees") << Affine(turned(44), turned(134), superior, {}) << QList{0, 1, 2};
        QTest::newRow("46 degrees") << Affine(turned(46), turned(136), superior, {}) << QList{1, 0, 2};
    }
    void axes() {
        QFETCH(Affine, affine);
        QFETCH(QList<int>, nearest);
        const auto found = nearestAxes(affine);
        QCOMPARE(QList<int>(found.begin(), found.end()), nearest);
    }

    void sliceSteps() {
        const VolumeHeader thick = header(Affine({.5, 0, 0}, {0, .5, 0}, {0, 0, 5}, {}));
        QCOMPARE(sliceStepMm(thick, superior), 5.0);
        QCOMPARE(sliceStepMm(thick, inferior), 5.0);
        QCOMPARE(sliceStepMm(thick, anterior), 0.5);
        // Tilted slices 3 mm apart stay 3 mm apart along their normal
        const VolumeHeader tilted = header(Affine({.5, 0, 0}, {0, .5, 0}, {0, 1.09191, 3}, {}));
        QCOMPARE(sliceStepMm(tilted, superior), 3.0);
        // 4 mm slices seen 60 degrees off: 4 cos 60 along the view; the nearest grid axis there is the
        // in-plane one
        const VolumeHeader turnedBy30 = header(Affine(turned(30), turned(120), {0, 0, 4}, {}));
        QVERIFY(std::abs(sliceStepMm(turnedBy30, left) - std::sqrt(3) / 2) < 1e-9);
    }

    void scrollingStopsOnSlices_data() {
        QTest::addColumn<double>("from");
        QTest::addColumn<int>("steps");
        QTest::addColumn<double>("to");
        // 24 slices of 5 mm from S 0 to S 115; their edges from S -2.5 to S 117.5
        QTest::newRow("from a slice") << 60.0 << 1 << 65.0;
        QTest::newRow("from between two: to a slice") << 57.4 << 1 << 60.0;
        QTest::newRow("ten down") << 60.0 << -10 << 10.0;
        QTest::newRow("past the top: the last slice") << 60.0 << 1000 << 115.0;
        QTest::newRow("past the bottom: the first slice") << 60.0 << -1000 << 0.0;
    }
    void scrollingStopsOnSlices() {
        QFETCH(double, from);
        QFETCH(int, steps);
        QFETCH(double, to);
        VolumeHeader header;
        header.size = {240, 240, 24};
        header.voxelToLps = Affine({1, 0, 0}, {0, 1, 0}, {0, 0, 5}, {-120, -120, 0});
        const WorldPoint place = scrolled(header, {0, 0, 1}, {3, 4, from}, steps);
        QCOMPARE(place.x, 3.0);
        QCOMPARE(place.y, 4.0);
        QVERIFY2(qAbs(place.z - to) < 1e-9, qPrintable(QString::number(place.z)));
    }

    void scrollingAnObliqueGridStopsAtItsCorner() {
        // 10 slices of 4 mm, 100 x 100 mm, turned 30 degrees about x. Along z half of it reaches
        // 4 * 10 / 2 * cos 30 + 100 / 2 * sin 30 = 42.32 mm from its middle; half a step less is where it ends.
        const double c = std::cos(M_PI / 6), sn = std::sin(M_PI / 6);
        VolumeHeader header;
        header.size = {100, 100, 10};
        header.voxelToLps = Affine({1, 0, 0}, {0, c, sn}, {0, -4 * sn, 4 * c}, {0, 0, 0});
        const WorldPoint middle = header.centreLps();
        const WorldPoint top = scrolled(header, {0, 0, 1}, middle, 1000);
        QVERIFY(qAbs((top.z - middle.z) - (20 * c + 50 * sn - 2 * c)) < 1e-9);
    }
};

NEURAXIS_TEST_MAIN(TestOrientation)
#include "tst_model_orientation.moc"
