#include "tests/test_main.h"

#include "tests/phantom.h"
#include "widgets/tool.h"

#include <cmath>

using namespace neuraxis;

/// The tools, on plain structs: no window, no mouse.
class TestTool : public QObject {
    Q_OBJECT

    Review review;
    Navigation navigation;
    render::SliceGeometry geometry;

    PointerEvent event(const QPointF& from, const QPointF& to, int gesture = 1) {
        return {&geometry, {400, 300}, from, from, to, gesture};
    }

  private Q_SLOTS:
    void init() {
        // 10 x 10 x 10 voxels of 1 mm from the origin on; value = 100 i
        ReviewState state;
        state.layers = {
            makeLayer(test::phantom({10, 10, 10}, Affine(), [](int i, int, int) { return 100 * i; }), false)};
        state.layers[0].display.windows = {{0, 1000}};
        review.reset(state);
        NavigationState place = NavigationState::at(state.layers[0].volume->header());
        navigation.set(place);
        // An axial view of 400 x 300 whose middle is 5,5,5 and whose pixels are half a millimetre
        geometry.basis = planeBasis(Plane::Axial, {}, nullptr);
        geometry.view = {0, 0, 400, 300};
        geometry.middleLps = {5, 5, 5};
        geometry.mmPerPixel = 0.5;
    }

    void theCrosshairGoesUnderThePointer() {
        tool("crosshair").drag(review, navigation, event({0, 0}, {204, 146}));
        // 4 pixels to the left of the patient, 4 up: anterior
        QCOMPARE(navigation.state().cursorLps, (WorldPoint{7, 3, 5}));
    }

    void panningKeepsThePlaceUnderThePointer() {
        const WorldPoint before = navigation.state().centreLps;
        tool("pan").drag(review, navigation, event({100, 100}, {110, 96}));
        // The picture follows the hand: 10 pixels right is 5 mm, so the centre goes 5 mm the other way
        QCOMPARE(navigation.state().centreLps, (WorldPoint{before.x - 5, before.y + 2, before.z}));
    }

    void theWindow_data() {
        QTest::addColumn<QPointF>("to");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        const double e = std::exp(1.0);
        QTest::newRow("300 right: e times as wide") << QPointF(300, 0) << 500 - 500 * e << 500 + 500 * e;
        QTest::newRow("300 left: e times as narrow") << QPointF(-300, 0) << 500 - 500 / e << 500 + 500 / e;
        QTest::newRow("30 up: a tenth brighter") << QPointF(0, -30) << -100.0 << 900.0;
        QTest::newRow("30 down: a tenth darker") << QPointF(0, 30) << 100.0 << 1100.0;
    }
    void theWindow() {
        QFETCH(QPointF, to);
        QFETCH(double, low);
        QFETCH(double, high);
        tool("window").drag(review, navigation, event({0, 0}, to));
        QVERIFY(qAbs(review.state().layers[0].display.window().low - low) < 1e-9);
        QVERIFY(qAbs(review.state().layers[0].display.window().high - high) < 1e-9);
    }

    void oneGestureIsOneStep() {
        for (int step = 0; step < 5; ++step) tool("window").drag(review, navigation, event({0, 0}, {10, 0}, 7));
        QCOMPARE(review.undoStack()->count(), 1);
        tool("window").drag(review, navigation, event({0, 0}, {10, 0}, 8));
        QCOMPARE(review.undoStack()->count(), 2);
    }

    void theRegionSetsTheWindow() {
        // x from 2 to 6 mm: voxels 2 to 6, values 200 to 600; 2 % trimmed of 25 voxels' values changes nothing
        const QPointF a = geometry.toView({2, 2, 5}), b = geometry.toView({6, 6, 5});
        tool("region").release(review, navigation, event(a, b));
        QCOMPARE(review.state().layers[0].display.window().low, 200.0);
        QCOMPARE(review.state().layers[0].display.window().high, 600.0);
    }

    void scrollingFollowsThePointer() {
        tool("scroll").drag(review, navigation, event({0, 100}, {0, 92}));
        QCOMPARE(navigation.state().cursorLps.z, 5.0 + 2); // 4 pixels a slice, up is superior
    }

    void theCameraTurnsAndStopsAtThePoles() {
        PointerEvent turn = event({0, 0}, {40, 0});
        turn.plane = nullptr;
        const double before = navigation.state().azimuthDeg;
        tool("rotate").drag(review, navigation, turn);
        QVERIFY(navigation.state().azimuthDeg != before);
        turn.now = {0, 5000};
        tool("rotate").drag(review, navigation, turn);
        QCOMPARE(navigation.state().elevationDeg, 90.0);
    }

    void surfacesTurnWithThePointer() {
        PointerEvent turn = event({0, 0}, {40, 20});
        turn.plane = nullptr;
        tool("turn").drag(review, navigation, turn);
        const double left = navigation.state().cortexTurnDeg, tilt = navigation.state().cortexTiltDeg;
        QVERIFY(left < 0 && tilt < 0); // what these do to a picture is in tst_cortex
        turn.mirrored = true;
        tool("turn").drag(review, navigation, turn);
        QCOMPARE(navigation.state().cortexTurnDeg, 0.0);
    }

    void nothingHappensWithoutLayers() {
        review.reset({});
        for (const Tool& one : tools())
            for (const auto act : {one.press, one.drag, one.release})
                if (act) act(review, navigation, event({0, 0}, {50, 50}));
        QVERIFY(review.state().layers.empty());
    }

    void everyPresetNamesTools() {
        for (const MousePreset& preset : mousePresets())
            for (const char* name : {preset.left, preset.middle, preset.right})
                QCOMPARE(QByteArray(tool(name).name), QByteArray(name));
        QCOMPARE(mousePresets().size(), 3U);
    }
};

NEURAXIS_TEST_MAIN(TestTool)
#include "tst_tool.moc"
