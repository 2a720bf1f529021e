#include "tests/test_main.h"

#include "app/actions.h"
#include "core/io/write.h"
#include "core/render/decorations.h"
#include "tests/phantom.h"
#include "tests/window_bench.h"
#include "widgets/canvas.h"
#include "widgets/label_list.h"
#include "widgets/layer_panel.h"
#include "widgets/read_out.h"
#include "widgets/start_page.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QToolButton>
#include <QWheelEvent>

using namespace neuraxis;

/// The window, driven as a user would: by mouse, keys, wheel, drops and menus.
class TestWindow : public QObject {
    Q_OBJECT

    struct Bench : test::WindowBench {
        Bench() {
            window.resize(1200, 800);
            window.show();
        }
        Canvas& canvas() { return window.canvas(); }
        Canvas::View view(std::optional<Plane> plane) {
            for (const auto& view : canvas().views())
                if (view.plane == plane) return view;
            qFatal("no such view");
        }
        QPoint middle(std::optional<Plane> plane) { return view(plane).place.center().toPoint(); }
        void wheel(std::optional<Plane> plane, int notches, Qt::KeyboardModifiers modifiers = {}) {
            const QPointF place = middle(plane);
            QWheelEvent event(place, canvas().mapToGlobal(place), {}, {0, 120 * notches}, Qt::NoButton, modifiers,
                              Qt::NoScrollPhase, false);
            QApplication::sendEvent(&canvas(), &event);
        }
        void drag(Qt::MouseButton button, QPoint from, QPoint by, Qt::KeyboardModifiers modifiers = {}) {
            QTest::mousePress(&canvas(), button, modifiers, from);
            for (int part = 1; part <= 4; ++part) {
                const QPointF to = from + QPointF(by) * part / 4;
                QMouseEvent move(QEvent::MouseMove, to, canvas().mapToGlobal(to), Qt::NoButton, button, modifiers);
                QApplication::sendEvent(&canvas(), &move);
            }
            QTest::mouseRelease(&canvas(), button, modifiers, from + by);
        }
        bool openAndWait(const QStringList& paths, bool asOverlay = false) {
            const std::size_t before = review.state().layers.size();
            QSignalSpy finished(&window.files().loader(), &Loader::finished);
            window.open(paths, asOverlay);
            return QTest::qWaitFor([&] { return finished.count() > 0; }, 10000) &&
                   review.state().layers.size() == (asOverlay ? before + 1 : 1);
        }
        const neuraxis::Display& display() { return review.state().layers.back().display; }
    };

    QTemporaryDir folder;
    QString head, spot;

  private Q_SLOTS:
    void initTestCase() {
        // 2 mm voxels, 60 x 70 x 50, its middle at the origin: between voxels, the next one's centre is at 1, 1, 1
        const Affine grid({2, 0, 0}, {0, 2, 0}, {0, 0, 2}, {-59, -69, -49});
        io::Job job;
        head = folder.filePath(QStringLiteral("head.nii"));
        io::write(*test::phantom({60, 70, 50}, grid, [](int i, int j, int k) { return 100 + i + 2 * j + 3 * k; }), head,
                  job);
        spot = folder.filePath(QStringLiteral("spot.nii.gz"));
        // As a map has it: of more values than anybody draws
        io::write(*test::phantom({60, 70, 50}, grid,
                                 [](int i, int j, int k) { return i > 30 ? 50 - (i > 34 ? (i * j + k) % 15 : 0) : 0; }),
                  spot, job);
        QFile text(folder.filePath(QStringLiteral("notes.txt")));
        QVERIFY(text.open(QFile::WriteOnly));
        text.write("the participant was tired\n");
    }

    void init() { QSettings().clear(); }

    void anEmptyWindowSaysWhatToDo() {
        Bench b;
        auto* page = b.window.findChild<StartPage*>();
        QVERIFY(page->isVisible());
        QVERIFY(!b.canvas().isVisible());
        QVERIFY(page->findChild<QLabel*>(QStringLiteral("startTitle"))->text().contains(QStringLiteral("Drop")));
    }

    void openingShowsTheVolume() {
        Bench b;
        QVERIFY(b.openAndWait({head}));
        QVERIFY(b.canvas().isVisible());
        QCOMPARE(b.review.state().base()->volume->header().size, (std::array{60, 70, 50}));
        QCOMPARE(b.navigation.state().cursorLps, (WorldPoint{1, 1, 1}));
        QCOMPARE(b.window.files().series().rowCount(), 1);
        QCOMPARE(b.settings.recent, QStringList{QFileInfo(head).absoluteFilePath()});
        QVERIFY(!b.window.windowTitle().contains(QStringLiteral("head")));
    }

    void droppingOpens() {
        Bench b;
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(folder.path())});
        QDragEnterEvent enter({50, 50}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&b.window, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({50, 50}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&b.window, &drop);
        QTRY_COMPARE(b.review.state().layers.size(), 1U);
        QTRY_COMPARE(b.window.files().series().rowCount(), 2);
        // The note is no image: said, with the reason behind the button
        auto* button = b.window.findChild<QToolButton*>(QStringLiteral("skipped"));
        QTRY_VERIFY(button->isVisible());
        QVERIFY(button->text().startsWith(QStringLiteral("1 ")));
    }

    void whatCannotBeOpenedIsSaid() {
        Bench b;
        QSignalSpy finished(&b.window.files().loader(), &Loader::finished);
        b.window.open({folder.filePath(QStringLiteral("notes.txt"))});
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(b.review.state().layers.empty());
        const auto* notice = b.window.findChild<QLabel*>(QStringLiteral("startProblem"));
        QVERIFY(notice->isVisible());
        QVERIFY2(notice->text().contains(QStringLiteral("notes.txt")), qPrintable(notice->text()));
    }

    void theWheelScrollsBySlices_data() {
        QTest::addColumn<Plane>("plane");
        QTest::addColumn<WorldPoint>("oneUp"); // 2 mm on: superior, anterior, the patient's right
        QTest::newRow("axial") << Plane::Axial << WorldPoint{1, 1, 3};
        QTest::newRow("coronal") << Plane::Coronal << WorldPoint{1, -1, 1};
        QTest::newRow("sagittal") << Plane::Sagittal << WorldPoint{-1, 1, 1};
    }
    void theWheelScrollsBySlices() {
        QFETCH(Plane, plane);
        QFETCH(WorldPoint, oneUp);
        Bench b;
        QVERIFY(b.openAndWait({head}));
        b.wheel(plane, 1);
        QCOMPARE(b.navigation.state().cursorLps, oneUp);
        b.wheel(plane, -1);
        QCOMPARE(b.navigation.state().cursorLps, (WorldPoint{1, 1, 1}));
        QTest::keyClick(&b.canvas(), Qt::Key_Up);
        QCOMPARE(b.navigation.state().cursorLps, oneUp);
        b.wheel(plane, 1000);
        QVERIFY(b.review.state().base()->volume->header().contains(b.navigation.state().cursorLps));
    }

    void controlWheelZoomsAroundThePointer() {
        Bench b;
        QVERIFY(b.openAndWait({head}));
        const WorldPoint under = b.view(Plane::Axial).geometry->toWorld(b.middle(Plane::Axial));
        b.wheel(Plane::Axial, 3, Qt::ControlModifier);
        QVERIFY(b.navigation.state().zoom > 1.3);
        QCOMPARE(b.navigation.state().cursorLps, (WorldPoint{1, 1, 1}));
        const WorldPoint now = b.view(Plane::Axial).geometry->toWorld(b.middle(Plane::Axial));
        QVERIFY(length(now - under) < 1e-6);
        QTest::keyClick(&b.canvas(), Qt::Key_R);
        QCOMPARE(b.navigation.state().zoom, 1.0);
    }

    void aWindowDragIsOneStepOfUndo() {
        Bench b;
        QVERIFY(b.openAndWait({head}));
        const neuraxis::Display before = b.display();
        const int steps = b.review.undoStack()->count();
        b.drag(Qt::LeftButton, b.middle(Plane::Axial), {80, 0});
        // Right is wider: e to the power 80/300 times, about the same centre
        const double wider = std::exp(80.0 / 300);
        QVERIFY(
            qAbs((b.display().window().high - b.display().window().low) / (before.window().high - before.window().low) -
                 wider) < 0.02);
        QVERIFY(qAbs((b.display().window().high + b.display().window().low) -
                     (before.window().high + before.window().low)) < 1e-6);
        QCOMPARE(b.review.undoStack()->count(), steps + 1);
        b.trigger("undo");
        QCOMPARE(b.display(), before);
        b.trigger("redo");
        QVERIFY(b.display() != before);
        b.drag(Qt::LeftButton, b.middle(Plane::Axial), {0, -60});
        QVERIFY2(b.display().window().low < before.window().low + 0, "up is brighter");
    }

    void eachMousePresetDoesWhatItSays() {
        Bench b;
        QVERIFY(b.openAndWait({head}));
        const QPoint middle = b.middle(Plane::Axial);
        const neuraxis::Display before = b.display();
        b.window.setMousePreset(QStringLiteral("neuro"));
        b.drag(Qt::LeftButton, middle, {30, 20});
        QCOMPARE(b.display(), before);
        QVERIFY(b.navigation.state().cursorLps.x > 1 && b.navigation.state().cursorLps.y > 1); // left, posterior
        b.drag(Qt::RightButton, middle, {30, 0});
        QVERIFY(b.display() != before);
        b.window.setMousePreset(QStringLiteral("slicer"));
        const neuraxis::Display now = b.display();
        const NavigationState place = b.navigation.state();
        b.drag(Qt::LeftButton, middle, {30, 20});
        QCOMPARE(b.display(), now);
        QCOMPARE(b.navigation.state(), place);
        b.drag(Qt::RightButton, middle, {0, -40});
        QVERIFY(b.navigation.state().zoom > place.zoom);
        b.drag(Qt::MiddleButton, middle, {25, 0});
        QVERIFY(b.navigation.state().centreLps != place.centreLps);
        QCOMPARE(b.settings.mousePreset, QStringLiteral("slicer"));
    }

    void aDrawnRegionSetsTheWindow() {
        Bench b;
        QVERIFY(b.openAndWait({head}));
        const auto geometry = *b.view(Plane::Axial).geometry;
        // Over i 10..20, j 10..20 at k 24 or 25: values 100 + i + 2 j + 3 k
        const QPoint from = geometry.toView({-59 + 20, -69 + 20, 0}).toPoint(),
                     to = geometry.toView({-59 + 40, -69 + 40, 0}).toPoint();
        b.drag(Qt::LeftButton, from, to - from, Qt::ControlModifier);
        QVERIFY2(b.display().window().low >= 100 + 30 + 72 && b.display().window().low < 100 + 30 + 75 + 12,
                 qPrintable(QString::number(b.display().window().low)));
        QVERIFY2(b.display().window().high <= 100 + 60 + 75 + 3 && b.display().window().high > 100 + 60 + 72 - 12,
                 qPrintable(QString::number(b.display().window().high)));
    }

    void layoutsAndMaximising() {
        Bench b;
        QVERIFY(b.openAndWait({head}));
        QCOMPARE(b.canvas().views().size(), 4U);
        b.trigger("layout.planes");
        QCOMPARE(b.canvas().views().size(), 3U);
        QTest::mouseDClick(&b.canvas(), Qt::LeftButton, {}, b.middle(Plane::Coronal));
        QCOMPARE(b.canvas().views().size(), 1U);
        QCOMPARE(b.canvas().views().front().plane, Plane::Coronal);
        QTest::mouseDClick(&b.canvas(), Qt::LeftButton, {}, b.middle(Plane::Coronal));
        QCOMPARE(b.canvas().views().size(), 3U);
        b.trigger("undo");
        QCOMPARE(b.canvas().views().size(), 4U);
        QTest::keyClick(&b.canvas(), Qt::Key_L);
        QVERIFY(b.canvas().views().size() > 6);
    }

    void everyTickIsUndone() {
        Bench b;
        QVERIFY(b.openAndWait({head}));
        for (const ActionRow& row : actionTable()) {
            if (!row.checked || row.name.startsWith(QStringLiteral("tool.")) ||
                row.name.startsWith(QStringLiteral("mouse.")) || row.name.startsWith(QStringLiteral("theme.")) ||
                row.name.startsWith(QStringLiteral("language.")) || row.name == QStringLiteral("fullScreen") ||
                row.name == QStringLiteral("panels") || row.name == QStringLiteral("maximise"))
                continue;
            const ReviewState before = b.review.state();
            auto* action = b.window.findChild<QAction*>(row.name);
            action->trigger();
            QCOMPARE(action->isChecked(), row.checked(b.window));
            if (b.review.state() == before) continue; // the layout that is already there
            b.trigger("undo");
            QVERIFY2(b.review.state() == before, qPrintable(row.name));
            QCOMPARE(action->isChecked(), row.checked(b.window));
        }
    }

    void noTwoActionsShareAKey() {
        QHash<QString, QString> owner;
        for (const ActionRow& row : actionTable())
            for (const QKeySequence& key : row.keys) {
                if (key.isEmpty()) continue;
                QVERIFY2(!owner.contains(key.toString()),
                         qPrintable(key.toString() + u' ' + row.name + u' ' + owner.value(key.toString())));
                owner[key.toString()] = row.name;
            }
    }

    void anOverlayLiesOverTheBase() {
        Bench b;
        QVERIFY(b.openAndWait({head}));
        QVERIFY(b.openAndWait({spot}, true));
        QCOMPARE(b.review.state().layers.size(), 2U);
        QCOMPARE(b.display().colourMap, QStringLiteral("hot"));
        QCOMPARE(b.navigation.state().activeLayer, 1);
        b.trigger("undo");
        QCOMPARE(b.review.state().layers.size(), 1U);
    }

    void thePanelChangesHowMapsLook() {
        Bench b;
        QVERIFY(b.openAndWait({head}));
        QVERIFY(b.openAndWait({spot}, true));
        auto* panel = b.window.findChild<LayerPanel*>();
        const neuraxis::Display before = b.display();
        const auto choose = [&](const char* name, int item) {
            auto* field = panel->findChild<QComboBox*>(QString::fromLatin1(name));
            field->setCurrentIndex(item);
            Q_EMIT field->activated(item);
        };
        const auto box = [&](const char* name) { return panel->findChild<QCheckBox*>(QString::fromLatin1(name)); };

        auto* negativeHigh = panel->findChild<QDoubleSpinBox*>(QStringLiteral("negativeHigh"));
        QVERIFY(negativeHigh->isHidden());
        box("apart")->click();
        QVERIFY(b.display().negative);
        QCOMPARE(b.display().window().low, 0.0);
        QVERIFY(!negativeHigh->isHidden());
        negativeHigh->setValue(30);
        QCOMPARE(b.display().negative->window, (Range{0, 30}));
        QCOMPARE(b.display().window(), before.window());
        b.trigger("undo");
        b.trigger("undo");
        QCOMPARE(b.display(), before);
        QVERIFY(!box("apart")->isChecked());

        choose("drawnAs", 1);
        QCOMPARE(b.display().drawn, Drawn::Outline);
        b.trigger("undo");
        QCOMPARE(b.display(), before);

        choose("onlyWithin", 1);
        QCOMPARE(b.review.state().layers[1].mask, b.review.state().layers[0].volume);
        choose("onlyWithin", 0);
        QVERIFY(!b.review.state().layers[1].mask);
        b.trigger("undo");
        QVERIFY(b.review.state().layers[1].mask);
        b.trigger("undo");
        QVERIFY(!b.review.state().layers[1].mask);
    }

    void thePanelShowsLabels() {
        Bench b;
        QVERIFY(b.openAndWait({head}));
        QVERIFY(b.openAndWait({spot}, true));
        auto* panel = b.window.findChild<LayerPanel*>();
        auto* list = panel->findChild<LabelList*>();
        auto* high = panel->findChild<QDoubleSpinBox*>(QStringLiteral("windowHigh"));
        QVERIFY(list->isHidden() && !high->isHidden());
        panel->findChild<QCheckBox*>(QStringLiteral("areLabels"))->click();
        QVERIFY(b.display().labels);
        QVERIFY(!list->isHidden() && high->isHidden());
        QCOMPARE(list->count(), 15); // 36 to 50, and 0 for none
        QCOMPARE(list->item(14)->text(), QStringLiteral("label 50"));
        b.review.edit(QStringLiteral("a table of one's own"), [](ReviewState& state) {
            state.layers[1].display.labels =
                std::make_shared<const LabelTable>(std::vector{Label{50, QStringLiteral("Spot"), qRgb(1, 2, 3)}});
        });
        QCOMPARE(list->item(14)->text(), QStringLiteral("Spot (50)"));
        b.navigation.moveCursor({20, 0, 0});
        const QString text = b.window.findChild<ReadOut*>()->text();
        QVERIFY2(text.contains(QStringLiteral("spot: Spot (50)")), qPrintable(text));
        panel->disconnect(&b.window); // which would ask for a file
        QSignalSpy wanted(panel, &LayerPanel::labelTableWanted);
        panel->findChild<QPushButton*>(QStringLiteral("loadLabelTable"))->click();
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted[0][0].toInt(), 1);
        b.trigger("undo");
        b.trigger("undo");
        QVERIFY(!b.display().labels);
        QVERIFY(list->isHidden());
    }

    void theReadOutGivesWordsVoxelAndValue() {
        Bench b;
        QVERIFY(b.openAndWait({head}));
        b.navigation.moveCursor({-9, -19, 11});
        // i = (-9+59)/2 = 25, j = (-19+69)/2 = 25, k = (11+49)/2 = 30; 100 + 25 + 50 + 90
        const QString text = b.window.findChild<ReadOut*>()->text();
        QVERIFY2(text.contains(QStringLiteral("R 9.0  A 19.0  S 11.0 mm")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("25, 25, 30")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("265")), qPrintable(text));
    }

    void closingWithAReadInFlight() {
        // Enough to be still reading when the window goes
        const QString many = folder.filePath(QStringLiteral("many"));
        QDir().mkpath(many);
        for (int i = 0; i < 40; ++i) QFile::copy(spot, many + QStringLiteral("/%1.nii.gz").arg(i));
        auto b = std::make_unique<Bench>();
        b->window.open({many});
        QTRY_VERIFY(b->window.files().loader().isBusy());
        b->window.close();
        b.reset();
        QVERIFY(true); // leftover threads, warnings and crashes fail the program
    }

    void cancellingKeepsWhatIsThere() {
        Bench b;
        QVERIFY(b.openAndWait({head}));
        const ReviewState before = b.review.state();
        b.window.open({folder.filePath(QStringLiteral("many"))}, true);
        b.window.files().loader().cancel();
        QTRY_VERIFY(!b.window.files().loader().isBusy());
        QVERIFY(b.review.state().layers.front() == before.layers.front());
    }

    void settingsComeBack() {
        {
            Bench b;
            QVERIFY(b.openAndWait({head}));
            b.trigger("layout.coronal");
            b.trigger("radiological");
            b.trigger("mark.crosshair");
            b.window.setMousePreset(QStringLiteral("neuro"));
            b.window.close();
        }
        const Settings next = Settings::load();
        QCOMPARE(next.look.layout, QStringLiteral("coronal"));
        QVERIFY(!next.look.view.radiological);
        QVERIFY(!next.look.view.crosshair);
        QVERIFY(next.look.view.letters);
        QCOMPARE(next.mousePreset, QStringLiteral("neuro"));
        QVERIFY(next.look.layers.empty());
        QCOMPARE(next.recent.size(), 1);
    }

    void theMouseIsAskedOnce() {
        Bench b;
        b.settings.mousePreset.clear();
        QVERIFY(b.openAndWait({head}));
        auto* question = b.window.findChild<QWidget*>(QStringLiteral("mouseQuestion"));
        QVERIFY(question->isVisible());
        QTest::mouseClick(question->findChild<QPushButton*>(QStringLiteral("neuro")), Qt::LeftButton);
        QCOMPARE(b.settings.mousePreset, QStringLiteral("neuro"));
        QVERIFY(!question->isVisible());
        QCOMPARE(QByteArray(b.canvas().leftTool().name), QByteArray("crosshair"));
        QVERIFY(b.openAndWait({spot}));
        QVERIFY(!question->isVisible());
    }

    void theVolumeViewIsDrawnWithoutWaiting() {
        Bench b;
        QVERIFY(b.openAndWait({head}));
        // The window answers while the volume is drawn, and the picture comes.
        QTRY_VERIFY_WITH_TIMEOUT(b.canvas()
                                         .grab(b.view(std::nullopt).place.toAlignedRect())
                                         .toImage()
                                         .pixelColor(b.view(std::nullopt).place.size().toSize().width() / 2,
                                                     b.view(std::nullopt).place.size().toSize().height() / 2)
                                         .lightness() > 20,
                                 10000);
        const NavigationState before = b.navigation.state();
        b.drag(Qt::LeftButton, b.middle(std::nullopt), {60, 0});
        QVERIFY(b.navigation.state().azimuthDeg != before.azimuthDeg);
        b.drag(Qt::LeftButton, b.middle(std::nullopt), {0, 40}, Qt::ShiftModifier);
        QVERIFY(b.review.state().volume.opacityShift > 0);
    }
};

NEURAXIS_TEST_MAIN(TestWindow)
#include "tst_window.moc"
