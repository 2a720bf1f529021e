#include "app/change_maps.h"
#include "app/comparison_area.h"
#include "app/study_keeper.h"
#include "app/study_window.h"
#include "core/model/compared_state.h"
#include "test_main.h"
#include "visits_phantom.h"
#include "widgets/canvas.h"
#include "widgets/study_panel.h"
#include "widgets/visit_time_line.h"
#include "window_bench.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace neuraxis;

namespace {

/// A window with the phantom's study, P1 open and aligned.
struct Bench : test::WindowBench {
    explicit Bench(const QString& study) {
        window.resize(1300, 900);
        window.show();
        window.openStudy(study);
        StudyPanel& panel = window.studyWindow()->panel();
        if (!QTest::qWaitFor([&] { return panel.index() && panel.index()->rows().size() == 2U; }, 10000))
            qFatal("no study");
        open("P1");
    }
    void open(const char* participant) {
        Q_EMIT window.studyWindow()->panel().opened(QString::fromLatin1(participant));
    }
    bool isAligned() const {
        const auto& visits = review.state().visits;
        return visits.size() == 3 &&
               std::all_of(visits.begin(), visits.end(), [](const ComparedVisit& v) { return v.place.isAligned(); });
    }
    void press(Qt::Key key) { QTest::keyPress(&window.canvas(), key); }
    void release(Qt::Key key) { QTest::keyRelease(&window.canvas(), key); }
};

} // namespace

/// Two and more visits in the window: opened, laid out, aligned, stepped through, put by hand and kept.
class TestWindowCompare : public QObject {
    Q_OBJECT
    QTemporaryDir dir;
    QString study;

  private Q_SLOTS:
    void initTestCase() {
        QSettings().clear();
        study = test::visitsStudy(dir.path());
    }

    void opensSideBySideAndAligned() {
        Bench bench(study);
        QTRY_VERIFY_WITH_TIMEOUT(bench.isAligned(), 60000);
        const ReviewState& state = bench.review.state();
        QCOMPARE(state.layout, QStringLiteral("visits-planes"));
        QCOMPARE(bench.window.canvas().views().size(), std::size_t{9});
        QCOMPARE(currentVisit(state), 0);
        QCOMPARE(state.visits[2].title, QStringLiteral("Visit 3 · 2021-01-01"));
        for (int visit = 0; visit < 3; ++visit) {
            QCOMPARE(state.visits[static_cast<std::size_t>(visit)].place.alignment, Alignment::Good);
            const double apart = test::apartMm(visitOfCurrent(state, visit), test::lying(visit));
            QVERIFY2(apart < 0.2, qPrintable(QStringLiteral("%1 mm").arg(apart)));
        }
        QVERIFY(bench.window.comparisonArea().isVisible());
        QVERIFY(!bench.review.undoStack()->canUndo()); // opening is no step
    }

    void stepsKeepPlaceAndDisplay() {
        Bench bench(study);
        QTRY_VERIFY_WITH_TIMEOUT(bench.isAligned(), 60000);
        const WorldPoint place{20, 10, 30};
        bench.navigation.moveCursor(place);
        bench.review.edit(QStringLiteral("look"), [](ReviewState& state) {
            state.layers.front().display.colourMap = QStringLiteral("hot");
            state.layers.front().setWindow({100, 600});
        });
        bench.trigger("compare.one");
        QCOMPARE(bench.review.state().layout, QStringLiteral("planes"));
        bench.trigger("visit.next");
        QTRY_COMPARE(currentVisit(bench.review.state()), 1);
        QVERIFY(length(bench.navigation.state().cursorLps - test::lying(1)(place)) < 0.2);
        const neuraxis::Display& display = bench.review.state().layers.front().display;
        QCOMPARE(display.colourMap, QStringLiteral("hot"));
        QVERIFY(std::abs(display.window().high / (600 * test::brightnessOf[1]) - 1) < 0.01);
        bench.trigger("visit.previous");
        QTRY_COMPARE(currentVisit(bench.review.state()), 0);
        QVERIFY(length(bench.navigation.state().cursorLps - place) < 0.2);
        // Another participant keeps the layout
        bench.open("P2");
        QTRY_VERIFY(bench.review.state().base() &&
                    bench.review.state().base()->volume->header().name == QStringLiteral("P2-1_T1w"));
        QCOMPARE(bench.review.state().layout, QStringLiteral("planes"));
        QTRY_VERIFY(bench.review.state().visits.empty());
        QTRY_VERIFY(bench.window.comparisonArea().isVisible()); // the time line, and why nothing is compared
    }

    void timeLinePicksThePair() {
        Bench bench(study);
        QTRY_VERIFY_WITH_TIMEOUT(bench.isAligned(), 60000);
        auto* line = bench.window.findChild<VisitTimeLine*>();
        QTest::mouseClick(line, Qt::LeftButton, {}, line->place(QStringLiteral("P1-3")).toPoint());
        QTRY_COMPARE(currentVisit(bench.review.state()), 2);
        QTest::mouseClick(line, Qt::LeftButton, Qt::ShiftModifier, line->place(QStringLiteral("P1-2")).toPoint());
        QTRY_COMPARE(otherVisit(bench.review.state(), bench.navigation.state()), 1);
    }

    void looksAreChosen() {
        Bench bench(study);
        QTRY_VERIFY_WITH_TIMEOUT(bench.isAligned(), 60000);
        bench.trigger("compare.wipe");
        QCOMPARE(bench.navigation.state().pair.blend, Blend::Wipe);
        QCOMPARE(bench.review.state().layout, QStringLiteral("planes"));
        // The line is dragged, whatever the left button does elsewhere
        Canvas& canvas = bench.window.canvas();
        const Canvas::View view = canvas.views().front();
        const QPoint from = (view.place.topLeft() + QPointF(*view.wipeAt, 50)).toPoint();
        QTest::mousePress(&canvas, Qt::LeftButton, {}, from);
        QTest::mouseMove(&canvas, from + QPoint(20, 0));
        QTest::mouseMove(&canvas, from + QPoint(60, 0));
        QTest::mouseRelease(&canvas, Qt::LeftButton, {}, from + QPoint(60, 0));
        QVERIFY(std::abs(bench.navigation.state().pair.wipe * view.place.width() - (*view.wipeAt + 60)) < 2);
        bench.trigger("layout.coronal");
        QCOMPARE(bench.review.state().layout, QStringLiteral("coronal"));
        bench.trigger("compare.side-by-side");
        QCOMPARE(bench.review.state().layout, QStringLiteral("visits-coronal"));
        // A view that fills the window makes room for all again
        bench.trigger("compare.wipe");
        canvas.toggleMaximised();
        QVERIFY(canvas.isMaximised());
        bench.trigger("compare.side-by-side");
        QVERIFY(!canvas.isMaximised());
        QCOMPARE(canvas.views().size(), std::size_t{3});
        bench.trigger("layout.sagittal"); // a plane is chosen for all
        QCOMPARE(bench.review.state().layout, QStringLiteral("visits-sagittal"));
    }

    void blinksWhileTheKeyIsHeld() {
        Bench bench(study);
        QTRY_VERIFY_WITH_TIMEOUT(bench.isAligned(), 60000);
        bench.trigger("compare.one");
        bench.review.edit(QStringLiteral("no match"), [](ReviewState& state) {
            for (ComparedVisit& visit : state.visits) visit.place.gain = 1; // so that they look different
        });
        Canvas& canvas = bench.window.canvas();
        const QImage before = canvas.grab().toImage();
        bench.press(Canvas::blinkKey);
        const QImage held = canvas.grab().toImage();
        bench.release(Canvas::blinkKey);
        QVERIFY(held != before);
        QCOMPARE(canvas.grab().toImage(), before);
    }

    void undoOfAStepKeepsThePlace() {
        Bench bench(study);
        QTRY_VERIFY_WITH_TIMEOUT(bench.isAligned(), 60000);
        const WorldPoint place{20, 10, 30};
        bench.navigation.moveCursor(place);
        bench.trigger("visit.next");
        QTRY_COMPARE(currentVisit(bench.review.state()), 1);
        bench.trigger("visit.next");
        QTRY_COMPARE(currentVisit(bench.review.state()), 2);
        // A walk through the visits, as over the points of a plot, is one step
        bench.review.undoStack()->undo();
        QCOMPARE(currentVisit(bench.review.state()), 0);
        QTRY_VERIFY(length(bench.navigation.state().cursorLps - place) < 0.2);
    }

    /// Without dates, and with images that have nothing to do with each other: nothing is done for ever.
    void unlikeImagesAreToldAndPutByHand() {
        const QTemporaryDir other;
        const QString file = test::visitsStudy(other.path());
        io::Job job;
        const auto nothing = test::phantom({40, 40, 30}, Affine({2, 0, 0}, {0, 2, 0}, {0, 0, 2}, {300, -40, -30}),
                                           [](int i, int j, int k) { return (i * 31 + j * 17 + k * 13) % 97; });
        io::write(*nothing, other.filePath(QStringLiteral("P1-2_T1w.nii.gz")), job);
        QFile::remove(other.filePath(QStringLiteral("P1-3_T1w.nii.gz")));
        std::vector<study::Change> changes;
        for (const char* visit : {"P1-1", "P1-2"})
            changes.push_back({study::newUid(),
                               QDateTime::currentDateTimeUtc(),
                               QStringLiteral("test"),
                               QStringLiteral("visit"),
                               QString::fromLatin1(visit),
                               false,
                               {{QStringLiteral("visit_date"), QString()}}});
        study::Study::open(study::Study::placeOf(file), study::Study::Mode::Write)->apply(changes);
        Bench bench(file);
        const auto& visits = bench.review.state().visits;
        QTRY_VERIFY_WITH_TIMEOUT(visits.size() == 2 && visits[1].place.alignment == Alignment::Failed, 60000);
        QVERIFY(!visits[0].yearsSinceFirst && !visits[1].place.reason.isEmpty());
        QTest::qWait(300);
        QSignalSpy changed(&bench.review, &Review::changed), moved(&bench.navigation, &Navigation::changed);
        QTest::qWait(500);
        QCOMPARE(changed.size() + moved.size(), 0);
        // A map is refused, with what to do
        QSignalSpy said(&bench.window.changeMaps(), &ChangeMaps::said);
        bench.trigger("change.volume");
        QCOMPARE(said.size(), 1);
        QVERIFY(said[0][0].toString().contains(QStringLiteral("by hand")));
        // By hand it stays where it was put, also once everything has been looked at again
        bench.trigger("align.move-visit");
        bench.trigger("compare.fusion");
        Canvas& canvas = bench.window.canvas();
        const QPoint from = canvas.views().front().place.center().toPoint();
        const WorldTransform was = visitOfCurrent(bench.review.state(), 1);
        QTest::mousePress(&canvas, Qt::LeftButton, {}, from);
        QTest::mouseMove(&canvas, from + QPoint(10, 0));
        QTest::mouseMove(&canvas, from + QPoint(40, 0));
        QTest::mouseRelease(&canvas, Qt::LeftButton, {}, from + QPoint(40, 0));
        const WorldTransform now = visitOfCurrent(bench.review.state(), 1);
        QVERIFY(test::apartMm(was, now) > 5);
        QTest::qWait(400);
        QVERIFY(test::apartMm(now, visitOfCurrent(bench.review.state(), 1)) < 1e-6);
        QCOMPARE(visits[1].place.alignment, Alignment::ByHand);
        QVERIFY(visits[0].place.isAligned());
    }

    void isPutByHandAndKept() {
        {
            Bench bench(study);
            QTRY_VERIFY_WITH_TIMEOUT(bench.isAligned(), 60000);
            bench.trigger("align.move-visit");
            bench.trigger("compare.fusion");
            const WorldTransform was = visitOfCurrent(bench.review.state(), 2);
            Canvas& canvas = bench.window.canvas();
            const Canvas::View view = canvas.views().front();
            const QPoint from = view.place.center().toPoint();
            QTest::mousePress(&canvas, Qt::LeftButton, {}, from);
            QTest::mouseMove(&canvas, from + QPoint(10, 0));
            QTest::mouseMove(&canvas, from + QPoint(30, 0));
            QTest::mouseRelease(&canvas, Qt::LeftButton, {}, from + QPoint(30, 0));
            const ReviewState& state = bench.review.state();
            QCOMPARE(state.visits[2].place.alignment, Alignment::ByHand);
            // What lay under the press lies under the release: 30 pixels to the right in the current visit
            const WorldPoint pressed = view.geometry->toWorld(from),
                             released = view.geometry->toWorld(from + QPoint(30, 0));
            QVERIFY(length(visitOfCurrent(state, 2)(released) - was(pressed)) < 0.1);
            bench.review.undoStack()->undo();
            QCOMPARE(bench.review.state().visits[2].place.alignment, Alignment::Good);
            bench.review.undoStack()->redo();
            QCOMPARE(bench.review.state().visits[2].place.alignment, Alignment::ByHand);
            QTest::qWait(900); // it stays: it is kept
        }
        Bench bench(study);
        QTRY_VERIFY_WITH_TIMEOUT(bench.isAligned(), 60000);
        QCOMPARE(bench.review.state().visits[2].place.alignment, Alignment::ByHand);
        QVERIFY(!bench.window.comparison().aligner().isBusy());
    }

    void pointPairsAlign() {
        Bench bench(study);
        QTRY_VERIFY_WITH_TIMEOUT(bench.isAligned(), 60000);
        bench.trigger("align.point-pairs");
        // From a place that is wrong by 9 mm
        bench.review.edit(QStringLiteral("wrong"), [](ReviewState& state) {
            Placement& place = state.visits[2].place;
            place.visitOfShared = place.visitOfShared * WorldTransform::rigid({0.1, 0, 0}, {9, 0, 0});
            place.alignment = Alignment::ByHand;
        });
        Canvas& canvas = bench.window.canvas();
        const WorldPoint places[] = {{20, 10, 30}, {-30, 20, 10}, {5, -40, -10}};
        for (const WorldPoint& place : places) {
            bench.navigation.moveCursor(place);
            const auto click = [&](int visit, const WorldPoint& inCurrent) {
                for (const Canvas::View& view : canvas.views())
                    if (view.visit == visit && view.plane == Plane::Axial) {
                        const QPoint at = view.geometry->toView(inCurrent).toPoint();
                        QTest::mouseClick(&canvas, Qt::LeftButton, {}, at);
                        return;
                    }
            };
            click(0, place);
            // Where that place is seen in the other visit's view, which lies wrong
            const WorldPoint seen = visitOfCurrent(bench.review.state(), 2).inverse()(test::lying(2)(place));
            NavigationState next = bench.navigation.state();
            next.cursorLps = seen;
            bench.navigation.set(next);
            click(2, seen);
        }
        // A pixel is more than a millimetre here
        const double apart = test::apartMm(visitOfCurrent(bench.review.state(), 2), test::lying(2));
        QVERIFY2(apart < 4, qPrintable(QString::number(apart)));
        QVERIFY(bench.navigation.state().pair.points.empty());
    }
};

NEURAXIS_TEST_MAIN(TestWindowCompare)
#include "tst_window_compare.moc"
