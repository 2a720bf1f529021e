#include "tests/test_main.h"

#include "app/derived_layers.h"
#include "app/series_area.h"
#include "core/model/fourth.h"
#include "tests/sample_data.h"
#include "tests/series_phantom.h"
#include "tests/window_bench.h"
#include "widgets/canvas.h"
#include "widgets/curve_panel.h"
#include "widgets/layer_panel.h"
#include "widgets/read_out.h"
#include "widgets/volume_bar.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTableView>
#include <QToolButton>
#include <QWheelEvent>
#include <cmath>

using namespace neuraxis;

/// A series of volumes in the window, driven as a user would.
class TestWindowFourth : public QObject {
    Q_OBJECT

    static constexpr double step = 2; ///< mm
    static Affine grid() { return Affine({step, 0, 0}, {0, step, 0}, {0, 0, step}, {-19, -19, -19}); }

    /// Voxel (10, 10, 10), at 1, 1, 1 mm, has 100 v at volume v; elsewhere it depends on the place too.
    static std::shared_ptr<const Volume> film(int volumes) {
        FourthDimension fourth;
        fourth.stepMs = 2500;
        return test::seriesPhantom(
            {20, 20, 20}, volumes, grid(),
            [](int i, int j, int k, int v) { return 100 * v + (i - 10) + 2 * (j - 10) + 3 * (k - 10); }, fourth,
            QStringLiteral("rest"));
    }
    /// The same for diffusion: volumes 1, 3, 6 are at b = 1000, 2 and 5 at 2000.
    static std::shared_ptr<const Volume> diffusion() {
        return test::seriesPhantom(
            {20, 20, 20}, 7, grid(), [](int i, int, int, int v) { return 100 * v + i; }, test::twoShells(),
            QStringLiteral("dwi"));
    }

    struct Bench : test::WindowBench {
        explicit Bench(const std::vector<std::shared_ptr<const Volume>>& volumes)
            : WindowBench(QStringLiteral("planes")) {
            ReviewState state = settings.look;
            for (const auto& volume : volumes) state.layers.push_back(makeLayer(volume, !state.layers.empty()));
            review.reset(state);
            navigation.set(NavigationState::at(volumes.front()->header()));
            window.resize(1300, 900);
            window.show();
            window.activateWindow();
            window.canvas().setFocus();
            if (!QTest::qWaitForWindowActive(&window)) qFatal("the window is not active");
        }
        template <class Part> Part* part(const char* name) {
            auto* found = window.findChild<Part*>(QString::fromLatin1(name));
            if (!found) qFatal("no %s", name);
            return found;
        }
        void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
            QTest::keyClick(&window.canvas(), key, modifiers);
        }
        void wheel(QPoint turn, Qt::KeyboardModifiers modifiers) {
            const QPointF place = window.canvas().views().front().place.center();
            QWheelEvent event(place, window.canvas().mapToGlobal(place), {}, turn, Qt::NoButton, modifiers,
                              Qt::NoScrollPhase, false);
            QApplication::sendEvent(&window.canvas(), &event);
        }
        int volume() { return navigation.state().volume; }
        void goTo(int volume) {
            NavigationState next = navigation.state();
            next.volume = volume;
            navigation.set(next);
        }
        CurvePlot& plot() { return *window.findChild<CurvePlot*>(); }
    };

  private Q_SLOTS:
    void init() { QSettings().clear(); }

    void aSingleVolumeShowsNothingOfThis() {
        Bench b({film(1)});
        b.settings.curve = b.settings.volumeTable = true;
        b.trigger("reset");
        QVERIFY(!b.part<QWidget>("volumeBar")->isVisible());
        QVERIFY(!b.part<QWidget>("seriesStrip")->isVisible());
        for (const QAction* menu : b.window.menuBar()->actions())
            QVERIFY(!menu->isVisible() || menu->text() != SeriesArea::menuTitle());
        for (const char* name : {"timeNext", "cinePlay", "curve", "derive.average", "nextShell"})
            QVERIFY2(!b.part<QAction>(name)->isEnabled(), name);
        b.trigger("cinePlay");
        QVERIFY(!b.window.seriesArea().cine().isPlaying());
    }

    void theBarWalks() {
        Bench b({film(12)});
        QVERIFY(b.part<QWidget>("volumeBar")->isVisible());
        auto* slider = b.part<QSlider>("volumeSlider");
        auto* number = b.part<QSpinBox>("volumeNumber");
        QCOMPARE(slider->maximum(), 11);
        slider->setValue(5);
        QCOMPARE(b.volume(), 5);
        QCOMPARE(number->text(), QStringLiteral("Volume 6 of 12"));
        QCOMPARE(b.part<QLabel>("volumeWords")->text(), QStringLiteral("t = 12.5 s")); // 5 x 2.5 s
        number->setValue(8);
        QCOMPARE(b.volume(), 7);
        QCOMPARE(slider->value(), 7);
        number->stepUp();
        QCOMPARE(b.volume(), 8);
        // The value at the crosshair is that volume's
        const QString told = b.window.findChild<ReadOut*>()->text();
        QVERIFY2(told.contains(QStringLiteral("value 800")), qPrintable(told));
        // A press in the groove goes there
        QTest::mouseClick(slider, Qt::LeftButton, {}, {slider->width() - 2, slider->height() / 2});
        QCOMPARE(b.volume(), 11);
    }

    void keysAndWheelWalk() {
        Bench b({film(12)});
        b.key(Qt::Key_Right);
        b.key(Qt::Key_Right);
        QCOMPARE(b.volume(), 2);
        b.key(Qt::Key_Left);
        QCOMPARE(b.volume(), 1);
        b.key(Qt::Key_End, Qt::ShiftModifier);
        QCOMPARE(b.volume(), 11);
        b.key(Qt::Key_Right);
        QCOMPARE(b.volume(), 11);
        b.key(Qt::Key_Home, Qt::ShiftModifier);
        QCOMPARE(b.volume(), 0);
        const WorldPoint place = b.navigation.state().cursorLps;
        b.wheel({0, 240}, Qt::ShiftModifier);
        QCOMPARE(b.volume(), 2);
        b.wheel({-120, 0}, Qt::ShiftModifier); // as some systems turn it
        QCOMPARE(b.volume(), 1);
        QCOMPARE(b.navigation.state().cursorLps, place);
        b.wheel({0, 120}, {});
        QCOMPARE(b.volume(), 1);
        QVERIFY(b.navigation.state().cursorLps != place);
    }

    void theWindowStays() {
        Bench b({film(12)});
        const neuraxis::Display before = b.review.state().layers.front().display;
        b.key(Qt::Key_End, Qt::ShiftModifier);
        QCOMPARE(b.review.state().layers.front().display, before);
        QCOMPARE(b.review.undoStack()->count(), 0);
    }

    void aFilmPlaysAndStops() {
        Bench b({film(12)});
        Cine& cine = b.window.seriesArea().cine();
        cine.setPerSecond(40);
        QSignalSpy moved(&b.navigation, &Navigation::changed);
        b.key(Qt::Key_K);
        QVERIFY(cine.isPlaying());
        QVERIFY(b.part<QAction>("cinePlay")->isChecked());
        QTRY_VERIFY_WITH_TIMEOUT(moved.count() > 20, 5000); // round the end
        b.key(Qt::Key_K);
        QVERIFY(!cine.isPlaying());
        const int count = static_cast<int>(moved.count());
        QTest::qWait(80);
        QCOMPARE(moved.count(), count);
        QVERIFY(!b.part<QAction>("cinePlay")->isChecked());
        // Whoever goes elsewhere takes the film over.
        b.part<QToolButton>("cine")->click();
        QVERIFY(cine.isPlaying());
        b.goTo((b.volume() + 3) % 12);
        QVERIFY(!cine.isPlaying());
        // Moving the crosshair does not.
        cine.play();
        b.navigation.moveCursor({3, 1, 1});
        QVERIFY(cine.isPlaying());
        // The series goes: so does the film.
        b.trigger("close");
        QVERIFY(!cine.isPlaying());
    }

    void aFilmKeepsItsSpeed() {
        Bench b({film(12)});
        Cine& cine = b.window.seriesArea().cine();
        cine.setPerSecond(20);
        int last = 0, walked = 0;
        connect(&b.navigation, &Navigation::changed, this, [&] {
            walked += (b.volume() - last + 12) % 12;
            last = b.volume();
        });
        QElapsedTimer clock;
        clock.start();
        cine.play();
        QTest::qWait(1000);
        cine.stop();
        const double expected = static_cast<double>(clock.elapsed()) / 50;
        QVERIFY2(std::abs(walked - expected) <= 3, qPrintable(QString::number(walked)));
    }

    void aFilmGoesBackAndForth() {
        Bench b({film(3)});
        Cine& cine = b.window.seriesArea().cine();
        cine.setPerSecond(4); // slow enough that no volume is left out on a machine with other work
        b.part<QToolButton>("backAndForth")->click();
        QVERIFY(cine.isBackAndForth());
        QList<int> seen;
        connect(&b.navigation, &Navigation::changed, this, [&] { seen += b.volume(); });
        cine.play();
        QTRY_VERIFY_WITH_TIMEOUT(seen.size() >= 5, 5000);
        cine.stop();
        QCOMPARE(seen.first(5), (QList<int>{1, 2, 1, 0, 1}));
        QVERIFY(b.settings.cineBackAndForth);
        QCOMPARE(b.settings.cinePerSecond, 4);
    }

    void theCurveIsTheVoxelsAndLeadsToAVolume() {
        Bench b({film(12)});
        b.key(Qt::Key_G);
        QVERIFY(b.part<QWidget>("curvePanel")->isVisible());
        QVERIFY(b.part<QToolButton>("curveSwitch")->isChecked());
        // The crosshair lies on voxel (10, 10, 10): 100 v; time is 2.5 v
        const Curve curve = b.plot().curve();
        QCOMPARE(curve.points.size(), 12U);
        QCOMPARE(curve.points[4].x, 10.0);
        QCOMPARE(curve.points[4].y, 400.0);
        QCOMPARE(curve.xTitle, QStringLiteral("Time (s)"));
        const auto press = [&](int volume) {
            const double x = b.plot().place({2.5 * volume, 0}).x();
            QTest::mouseClick(&b.plot(), Qt::LeftButton, {}, QPoint(qRound(x), b.plot().height() / 2));
        };
        press(9);
        QCOMPARE(b.volume(), 9);
        press(2);
        QCOMPARE(b.volume(), 2);
        // It follows the crosshair: one voxel to the left is 1 more
        b.navigation.moveCursor({3, 1, 1});
        QCOMPARE(b.plot().curve().points[4].y, 401.0);
        b.navigation.moveCursor({300, 1, 1});
        QVERIFY(b.plot().curve().points.empty());
        QVERIFY2(b.plot().sentence().contains(QStringLiteral("outside")), qPrintable(b.plot().sentence()));
        QVERIFY(!b.part<QToolButton>("copyCurve")->isEnabled());
        b.navigation.moveCursor({1, 1, 1});
        b.part<QToolButton>("copyCurve")->click();
        const QStringList lines = QApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines[0], QStringLiteral("Volume\tTime (s)\tValue"));
        QCOMPARE(lines[5], QStringLiteral("5\t10\t400"));
        QCOMPARE(lines.size(), 14);
        b.key(Qt::Key_G);
        QVERIFY(!b.part<QWidget>("curvePanel")->isVisible());
    }

    void diffusionHasATableACurveAndAFilter() {
        Bench b({diffusion()});
        b.trigger("curve");
        b.trigger("volumeTable");
        auto* table = b.window.findChild<QTableView*>();
        QVERIFY(table->isVisible());
        const auto cell = [&](int row, int column) { return table->model()->index(row, column).data().toString(); };
        QCOMPARE(table->model()->rowCount(), 7);
        QCOMPARE(cell(0, 2), QString()); // b = 0 has no direction
        QCOMPARE(cell(2, 1), QStringLiteral("2000"));
        QCOMPARE(cell(5, 2), QStringLiteral("L 0.00  P 0.60  I 0.80"));
        table->selectRow(5);
        QCOMPARE(b.volume(), 5);
        QCOMPARE(b.part<QLabel>("volumeWords")->text(),
                 QStringLiteral("b 1990 s/mm²  ·  direction L 0.00  P 0.60  I 0.80"));
        b.key(Qt::Key_Left);
        QCOMPARE(table->currentIndex().row(), 4);

        auto* shell = b.part<QComboBox>("shell");
        QVERIFY(shell->isVisible());
        QCOMPARE(shell->count(), 4);
        QCOMPARE(shell->itemText(2), QStringLiteral("b 1000 (3)"));
        shell->setCurrentIndex(2);
        Q_EMIT shell->activated(2);
        QCOMPARE(b.navigation.state().shell, std::optional(1000.0));
        QCOMPARE(b.volume(), 3);
        QCOMPARE(b.part<QSlider>("volumeSlider")->maximum(), 2);
        b.key(Qt::Key_Right);
        QCOMPARE(b.volume(), 6);
        b.key(Qt::Key_Right);
        QCOMPARE(b.volume(), 6);
        QCOMPARE(table->model()->rowCount(), 3);
        QCOMPARE(cell(0, 0), QStringLiteral("2"));
        QCOMPARE(b.plot().curve().points.size(), 3U);
        b.part<QSpinBox>("volumeNumber")->setValue(1); // not at this b-value: the nearest that is
        QCOMPARE(b.volume(), 1);
        // N: on to b 2000, then all again
        b.key(Qt::Key_N);
        QCOMPARE(b.navigation.state().shell, std::optional(2000.0));
        QCOMPARE(b.volume(), 2);
        b.key(Qt::Key_N);
        QVERIFY(!b.navigation.state().shell);
        QCOMPARE(shell->currentIndex(), 0);

        // Against the b-value: at 0, 5, 995 ... with a line through the three means
        auto* scale = b.part<QComboBox>("curveScale");
        scale->setCurrentIndex(scale->findData(QStringLiteral("b")));
        Q_EMIT scale->activated(scale->currentIndex());
        QCOMPARE(b.plot().curve().points[1].x, 5.0);
        QCOMPARE(b.plot().curve().line.size(), 3U);
        QCOMPARE(b.plot().curve().line[1], QPointF(1000, 100 * (1 + 3 + 6) / 3.0 + 10));
    }

    void eachBValueHasItsWindow() {
        Bench b({diffusion()});
        const auto window = [&] { return b.review.state().layers.front().display.window(b.volume()); };
        auto* high = b.window.findChild<LayerPanel*>()->findChild<QDoubleSpinBox*>(QStringLiteral("windowHigh"));
        // Values run from 100 v to 100 v + 19 in volume v.
        QVERIFY(window().high <= 19);
        b.goTo(2);
        QVERIFY(window().low >= 200 && window().high <= 219);
        QVERIFY(std::abs(high->value() - window().high) < 1);
        b.trigger("softer");
        const Range wider = window();
        b.goTo(0);
        QVERIFY(window().high <= 19); // of b = 0, as it was
        QVERIFY(std::abs(high->value() - window().high) < 1);
        b.goTo(5); // b = 2000 as volume 2 is
        QCOMPARE(window(), wider);
        b.goTo(1);
        const Range before = window();
        b.trigger("softer");
        b.trigger("undo"); // of b = 1000 alone
        QCOMPARE(window(), before);
        b.goTo(5);
        QCOMPARE(window(), wider);
    }

    void derivedLayersLieOnTopAndAreUndone() {
        Bench b({diffusion()});
        NavigationState place = withShell(b.review.state().base()->volume->header(), b.navigation.state(), 2000);
        b.navigation.set(place);
        QSignalSpy busy(&b.window.derivedLayers(), &DerivedLayers::busyChanged);
        b.trigger("derive.average");
        QTRY_COMPARE(b.review.state().layers.size(), 2U);
        QCOMPARE(busy.count(), 2);
        const Layer& average = b.review.state().layers.back();
        // Volumes 2 and 5: 100 (2 + 5) / 2 + i
        QCOMPARE(average.volume->value({7, 3, 3}), 357.0);
        QCOMPARE(average.volume->header().name, QStringLiteral("Average of dwi, b 2000"));
        // In a window of its own: from its least value, 350, on
        QCOMPARE(average.display.windows, (std::vector<Range>{robustRange(*average.volume)}));
        QVERIFY(average.display.window().low >= 350);
        QCOMPARE(b.navigation.state().activeLayer, 1);
        // The series below can still be walked through.
        QVERIFY(b.part<QWidget>("volumeBar")->isVisible());
        b.key(Qt::Key_Left);
        QCOMPARE(b.volume(), 2);
        QCOMPARE(b.review.undoStack()->undoText(), QStringLiteral("Average of dwi"));

        b.key(Qt::Key_N); // all
        b.trigger("derive.range");
        QTRY_COMPARE(b.review.state().layers.size(), 3U);
        QCOMPARE(b.review.state().layers.back().volume->value({7, 3, 3}), 600.0);
        b.trigger("undo");
        b.trigger("undo");
        QCOMPARE(b.review.state().layers.size(), 1U);
        b.trigger("redo");
        QCOMPARE(b.review.state().layers.size(), 2U);
    }

    void aDerivedLayerCanBeCancelled() {
        Bench b({film(12)});
        b.trigger("derive.deviation");
        b.trigger("derive.average");
        b.window.derivedLayers().cancel();
        QTRY_VERIFY(!b.window.derivedLayers().isBusy());
        QCOMPARE(b.review.state().layers.size(), 1U);
        // After that another can be asked for.
        b.trigger("derive.range");
        QTRY_COMPARE(b.review.state().layers.size(), 2U);
    }

    void closingWithALayerBeingComputed() {
        auto b = std::make_unique<Bench>(std::vector{film(40)});
        b->trigger("derive.deviation");
        b->window.seriesArea().cine().play();
        b->window.close();
        b.reset();
        QVERIFY(true); // leftover threads, warnings and crashes fail the program
    }

    void aScannersSeriesHasItsCurve() {
        NEURAXIS_SAMPLE_SET(set, QStringLiteral("dcm_siemens_e11_dwi_mosaic"));
        Bench b({film(2)});
        b.trigger("curve");
        QSignalSpy finished(&b.window.files().loader(), &Loader::finished);
        b.window.open({set + QStringLiteral("/dicom/2_fmri_SagAP")});
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20000);
        QCOMPARE(b.part<QSlider>("volumeSlider")->maximum(), 5);
        // Samples of ref_local.json, which dcm2niix wrote: place in RAS mm, volume, value
        const std::tuple<WorldPoint, std::size_t, double> samples[] = {
            {{27, -39.48, -49.971}, 3, 243}, {{5.4, 18.176, -114.033}, 2, 228}, {{-27, -45.887, -59.58}, 1, 151}};
        for (const auto& [place, volume, value] : samples) {
            b.navigation.moveCursor(place);
            QCOMPARE(b.plot().curve().points.size(), 6U);
            QCOMPARE(b.plot().curve().points[volume].y, value);
        }
    }

    void ticksAreRound_data() {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<int>("most");
        QTest::addColumn<QString>("ticks");
        QTest::newRow("to ten") << 0.0 << 10.0 << 6 << QStringLiteral("0 2 4 6 8 10");
        QTest::newRow("few") << 0.0 << 10.0 << 3 << QStringLiteral("0 5 10");
        QTest::newRow("inside") << 3.2 << 18.9 << 4 << QStringLiteral("5 10 15");
        QTest::newRow("small") << -0.02 << 0.03 << 6 << QStringLiteral("-0.02 -0.01 0.00 0.01 0.02 0.03");
        QTest::newRow("above") << 1012.0 << 1013.0 << 3 << QStringLiteral("1012.0 1012.5 1013.0");
        QTest::newRow("no range") << 5.0 << 5.0 << 4 << QString();
        QTest::newRow("no number") << 5.0 << std::nan("") << 4 << QString();
    }
    void ticksAreRound() {
        QFETCH(double, low);
        QFETCH(double, high);
        QFETCH(int, most);
        QFETCH(QString, ticks);
        QStringList words;
        const std::vector<double> found = niceTicks(low, high, most);
        for (const double tick : found) words += tickInWords(tick, found[1] - found[0]);
        QCOMPARE(words.join(u' '), ticks);
        QVERIFY(niceTicks(0.6, 3.4, 10, 1) == (std::vector<double>{1, 2, 3}));
    }

    void settingsComeBack() {
        {
            Bench b({film(3)});
            b.trigger("curve");
            b.window.seriesArea().cine().setPerSecond(25);
            b.window.close();
        }
        const Settings next = Settings::load();
        QVERIFY(next.curve);
        QVERIFY(!next.volumeTable);
        QCOMPARE(next.cinePerSecond, 25);
    }

    void theVolumeViewFollowsOnceTheVolumeStays() {
        // A ball in volume 0, nothing in volume 1
        Bench b({test::seriesPhantom({20, 20, 20}, 2, grid(), [](int i, int j, int k, int v) {
            return v == 0 && std::hypot(i - 10, j - 10, k - 10) < 7 ? 900 : 0;
        })});
        b.trigger("layout.volume");
        const auto isBright = [&] {
            const QImage picture = b.window.canvas().grab().toImage();
            return picture.pixelColor(picture.width() / 2, picture.height() / 2).lightness() > 40;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isBright(), 10000);
        b.goTo(1);
        QVERIFY(isBright()); // the planes go first
        QTRY_VERIFY_WITH_TIMEOUT(!isBright(), 10000);
        // While volumes change fast, it stays as it was.
        QElapsedTimer clock;
        clock.start();
        for (int i = 0; i < 20; ++i) {
            b.goTo(i % 2);
            QTest::qWait(20);
            const bool bright = isBright();
            if (clock.restart() > 200) break; // on a machine with other work that was not fast
            QVERIFY(!bright);
        }
        b.goTo(0);
        QTRY_VERIFY_WITH_TIMEOUT(isBright(), 10000);
    }
};

NEURAXIS_TEST_MAIN(TestWindowFourth)
#include "tst_window_fourth.moc"
