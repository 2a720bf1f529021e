#include "app/regions_area.h"
#include "core/io/freesurfer_write.h"
#include "tests/subject_folder.h"
#include "tests/test_main.h"
#include "tests/window_bench.h"
#include "widgets/canvas.h"
#include "widgets/cortex_panel.h"
#include "widgets/read_out.h"
#include "widgets/region_table_view.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>

using namespace neuraxis;

/// Surfaces in the window: a subject folder of two balls of cortex in an oblique volume, opened, clicked and changed.
class TestWindowCortex : public QObject {
    Q_OBJECT

    struct Bench : test::WindowBench {
        Bench() {
            window.resize(1300, 850);
            window.show();
        }
        bool open(const QString& path, bool asOverlay = false) {
            QSignalSpy finished(&window.files().loader(), &Loader::finished);
            window.open({path}, asOverlay);
            return QTest::qWaitFor([&] { return finished.count() > 0; }, 10000);
        }
        Canvas::View surface() {
            for (const auto& view : window.canvas().views())
                if (view.cortex) return view;
            qFatal("no surface view");
        }
        /// A pixel's worth of a click in the surface view, once it has been drawn.
        bool click(const QPointF& part) {
            const QPointF place = surface().place.topLeft() +
                                  QPointF(part.x() * surface().place.width(), part.y() * surface().place.height());
            const WorldPoint before = navigation.state().cursorLps;
            return QTest::qWaitFor(
                [&] {
                    QTest::mouseClick(&window.canvas(), Qt::LeftButton, {}, place.toPoint());
                    return navigation.state().cursorLps != before;
                },
                5000);
        }
        const CortexLayer& layer() { return review.state().cortices.front(); }
        QString message() { return window.findChild<QLabel*>(QStringLiteral("notice"))->text(); }
    };

    QTemporaryDir folder;
    QString subject;
    std::shared_ptr<const Cortex> truth;
    Affine grid;

  private Q_SLOTS:
    void initTestCase() {
        subject = folder.filePath(QStringLiteral("P001"));
        const test::Subject made = test::writeSubject(subject);
        truth = made.truth;
        grid = made.grid;
        // A map of one side that is not in the folder, and one of another person
        std::vector<float> scores(truth->sides[0]->vertices, 3.0F);
        io::writeFreeSurferCurv(folder.filePath(QStringLiteral("lh.z-score")), scores, 5120);
        scores.resize(100);
        io::writeFreeSurferCurv(folder.filePath(QStringLiteral("lh.other")), scores, 200);
    }
    void init() { QSettings().clear(); }

    void aSubjectFolderOpensWithItsSurfaces() {
        Bench b;
        QVERIFY(b.open(subject));
        QCOMPARE(b.review.state().layers.size(), 1U);
        QCOMPARE(b.review.state().cortices.size(), 1U);
        QCOMPARE(b.review.state().layout, QStringLiteral("surface-planes"));
        QCOMPARE(b.layer().map()->name, QStringLiteral("thickness"));
        QCOMPARE(b.layer().mapDisplay()->window(), thicknessWindowMm);
        QVERIFY(!b.review.undoStack()->canUndo()); // what a session starts with is no step
        // The oblique volume's own header was the way to the scanner: nothing is farther off than a float's rounding.
        for (const Side side : {Side::Left, Side::Right})
            for (std::uint32_t v = 0; v < truth->side(side)->vertices; v += 97)
                QVERIFY(length(*placeOf(*b.layer().cortex, {side, v}) - *placeOf(*truth, {side, v})) < 0.001);
    }

    void aClickOnTheCortexMovesTheSlices_data() {
        QTest::addColumn<double>("shape");
        QTest::addColumn<double>("depth");
        QTest::newRow("white: the white vertex") << 0.0 << 0.0;
        QTest::newRow("pial: the pial vertex") << 1.0 << 1.0;
        QTest::newRow("inflated: halfway between them") << 2.0 << 0.5;
    }
    void aClickOnTheCortexMovesTheSlices() {
        QFETCH(const double, shape);
        QFETCH(const double, depth);
        Bench b;
        QVERIFY(b.open(subject));
        b.review.edit(QStringLiteral("form"), [&](ReviewState& state) { state.cortex.shape = shape; });
        QVERIFY(b.click({0.3, 0.45})); // the left ball: at the left when seen from above
        const WorldPoint cursor = b.navigation.state().cursorLps;
        double least = 1e9;
        std::uint32_t nearest = 0;
        for (std::uint32_t v = 0; v < truth->sides[0]->vertices; ++v)
            if (const double off = length(*placeOf(*truth, {Side::Left, v}, depth) - cursor); off < least) {
                least = off;
                nearest = v;
            }
        QVERIFY2(least < 0.01, qPrintable(QString::number(least)));
        // The slices' crosshair is there: every plane passes through that place.
        for (const auto& view : b.window.canvas().views())
            if (view.geometry)
                QVERIFY(std::abs(dot(cursor - view.geometry->middleLps, view.geometry->basis.normal)) < 0.01);
        // The read-out names region, vertex, value and unit, by the truth.
        const QString words = b.window.findChild<ReadOut*>()->text();
        const VertexRef vertex{Side::Left, nearest};
        for (const QString& part :
             {QStringLiteral("left ") + regionAt(*truth->parcellations[0], vertex)->name,
              QStringLiteral("vertex %1").arg(nearest),
              QString::number(valueAt(*truth->maps[0], vertex), 'g', 4).left(4), QStringLiteral(" mm")})
            QVERIFY2(words.contains(part), qPrintable(words + QStringLiteral(" has no ") + part));
    }

    void mapsAreLaidOnWhatIsOpen() {
        Bench b;
        QVERIFY(b.open(subject));
        QVERIFY(b.open(folder.filePath(QStringLiteral("lh.z-score"))));
        QTRY_COMPARE(b.layer().map()->name, QStringLiteral("z-score"));
        QCOMPARE(valueAt(*b.layer().map(), {Side::Left, 5}), 3.0);
        QCOMPARE(b.review.state().layers.size(), 1U); // the image stays
        QVERIFY(b.open(folder.filePath(QStringLiteral("lh.other"))));
        QTRY_VERIFY2(b.message().contains(QStringLiteral("100")), qPrintable(b.message()));
        QCOMPARE(b.layer().map()->name, QStringLiteral("z-score"));
    }

    void eachImageHasTheSurfacesOfItsOwnFolder() {
        const QString other = folder.filePath(QStringLiteral("P002"));
        test::writeSubject(other);
        Bench b;
        QSignalSpy finished(&b.window.files().loader(), &Loader::finished);
        b.window.open({subject, other}, false);
        QVERIFY(QTest::qWaitFor([&] { return finished.count() > 0; }, 10000));
        const SeriesModel& series = b.window.files().series();
        QCOMPARE(series.rowCount(), 2);
        for (const int row : {1, 0, 1}) {
            b.window.files().show(series.at(row).id, false);
            const QString person = series.at(row).found.files.front().section(u'/', -3, -3);
            QTRY_COMPARE(b.layer().cortex->name, person);
        }
        QDir(other).removeRecursively();
    }

    void thePanelChangesTheSurfaces() {
        Bench b;
        QVERIFY(b.open(subject));
        auto* panel = b.window.findChild<CortexPanel*>();
        const ReviewState before = b.review.state();
        auto* high = panel->findChild<QDoubleSpinBox*>(QStringLiteral("windowHigh"));
        high->setValue(3.5);
        QCOMPARE(b.layer().mapDisplay()->window(), (Range{1, 3.5}));
        b.trigger("undo");
        QVERIFY(b.review.state() == before);
        // To the inflated form through those between, as one step
        for (QToolButton* button : panel->findChildren<QToolButton*>())
            if (button->text() == QStringLiteral("Inflated")) button->click();
        QTRY_COMPARE(b.review.state().cortex.shape, 2.0);
        b.trigger("undo");
        QVERIFY(b.review.state() == before);
        b.trigger("surfaceOutlines");
        QVERIFY(!b.layer().display.outlines);
        b.trigger("eye.left");
        QCOMPARE(b.review.state().cortex.eye, (CortexEye{CortexDirection::Lateral, Side::Left}));
        QCOMPARE(b.review.state().layout, QStringLiteral("surface-planes"));
        b.trigger("layout.surface");
        QCOMPARE(b.window.canvas().views().size(), 4U);
    }

    void aLayerIsProjected() {
        Bench b;
        QVERIFY(b.open(subject));
        b.trigger("projectMiddle");
        QTRY_COMPARE(b.layer().cortex->maps.size(), truth->maps.size() + 1);
        // Linear within the phantom but where it begins anew at 250: the median vertex is right to a voxel's step.
        const CortexMap& map = *b.layer().map();
        std::vector<double> off;
        for (std::uint32_t v = 0; v < truth->sides[0]->vertices; ++v) {
            const VoxelIndex at = grid.toVoxel(*placeOf(*truth, {Side::Left, v}));
            const double expected = std::fmod(at.i + at.j + at.k, 250.0);
            if (std::isfinite(valueAt(map, {Side::Left, v})))
                off.push_back(std::abs(valueAt(map, {Side::Left, v}) - expected));
        }
        QVERIFY(off.size() > 1000);
        std::nth_element(off.begin(), off.begin() + std::ptrdiff_t(off.size() / 2), off.end());
        QVERIFY(off[off.size() / 2] < 0.01);
        QVERIFY(b.message().contains(QStringLiteral("halfway")));
    }

    void aProjectedOverlayLooksAsItDid() {
        Bench b;
        QVERIFY(b.open(subject));
        QVERIFY(b.open(subject + QStringLiteral("/mri/orig.mgz"), true));
        QCOMPARE(b.review.state().layers.size(), 2U);
        neuraxis::Display wanted;
        b.review.edit(QStringLiteral("look"), [&](ReviewState& state) {
            neuraxis::Display& display = state.layers[1].display;
            display.windows = {{20, 90}};
            display.negative = NegativeScale{QStringLiteral("blue-lightblue"), {30, 80}};
            display.hideBelow = 25;
            display.colourMap = QStringLiteral("red-yellow");
            wanted = display;
        });
        b.trigger("projectMiddle");
        QTRY_COMPARE(b.layer().cortex->maps.size(), truth->maps.size() + 1);
        const neuraxis::Display& shown = *b.layer().mapDisplay();
        QCOMPARE(shown.windows, wanted.windows);
        QVERIFY(shown.negative == wanted.negative);
        QCOMPARE(shown.hideBelow, wanted.hideBelow);
        QCOMPARE(shown.colourMap, wanted.colourMap);
        QCOMPARE(shown.opacity, 1.0);
    }

    void regionsFollowTheCrosshair() {
        Bench b;
        QVERIFY(b.open(subject));
        b.trigger("regions");
        auto* area = b.window.findChild<RegionsArea*>();
        QVERIFY(area->isVisible());
        QTRY_VERIFY(!area->isBusy());
        auto* table = area->findChild<RegionTableView*>();
        const auto rows = table->asTsv().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(rows.size(), 1 + 4); // two regions a side
        // The mean over the upper half of a ball of 2.5 + d.y is 2.5, but for the vertices on the equator.
        for (const QString& row : rows.mid(1)) {
            const double mean = row.split(u'\t')[3].toDouble();
            QVERIFY2(std::abs(mean - 2.5) < 0.01, qPrintable(row));
        }
        QVERIFY(b.click({0.3, 0.45}));
        auto* view = table->findChild<QTableView*>();
        QCOMPARE(view->currentIndex().siblingAtColumn(0).data().toString(), QStringLiteral("superior"));
        // And the other way round: a row moves the crosshair.
        const WorldPoint before = b.navigation.state().cursorLps;
        for (int row = 0; row < view->model()->rowCount(); ++row)
            if (view->model()->index(row, 0).data().toString() == QStringLiteral("inferior")) {
                view->setCurrentIndex(view->model()->index(row, 0));
                break;
            }
        QVERIFY(b.navigation.state().cursorLps.z < 0);
        QVERIFY(b.navigation.state().cursorLps != before);
    }

    void everythingCanBeClosed() {
        Bench b;
        QVERIFY(b.open(subject));
        b.trigger("close");
        QVERIFY(b.review.state().isEmpty());
        QCOMPARE(b.review.state().layout, QStringLiteral("four"));
        b.trigger("undo");
        QVERIFY(!b.review.state().isEmpty());
    }

    void surfacesOpenWithoutAnImage() {
        Bench b;
        QVERIFY(b.open(subject + QStringLiteral("/surf")));
        QCOMPARE(b.review.state().layers.size(), 0U);
        QCOMPARE(b.review.state().layout, QStringLiteral("surface"));
        QVERIFY(b.window.canvas().isVisible());
        QVERIFY(b.click({0.5, 0.5}));
        b.trigger("reset");
        b.trigger("maximise");
        QCOMPARE(b.window.canvas().views().size(), 1U);
    }
};

NEURAXIS_TEST_MAIN(TestWindowCortex)
#include "tst_window_cortex.moc"
