#include "tests/test_main.h"

#include "app/clusters_window.h"
#include "tests/phantom.h"
#include "tests/window_bench.h"
#include "widgets/canvas.h"
#include "widgets/cluster_table.h"
#include "widgets/layer_panel.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>

using namespace neuraxis;

namespace {

constexpr double step = 2; ///< mm
Affine grid() { return Affine({step, 0, 0}, {0, step, 0}, {0, 0, step}, {-20, -20, -20}); }

/// Three clusters beyond 3: 27 voxels about (5, 5, 5) with 9 in the middle; 8 of -6 from (12, 12, 12); 4 alone at (15, 2, 2).
int value(int i, int j, int k) {
    const auto within = [&](int from, int to) { return std::min({i, j, k}) >= from && std::max({i, j, k}) <= to; };
    if (i == 5 && j == 5 && k == 5) return 9;
    if (within(4, 6)) return 5;
    if (within(12, 13)) return -6;
    return i == 15 && j == 2 && k == 2 ? 4 : 1;
}

QStringList column(const QTableView& view, int number) {
    QStringList cells;
    for (int r = 0; r < view.model()->rowCount(); ++r) cells << view.model()->index(r, number).data().toString();
    return cells;
}

std::vector<ClusterRow> rows() {
    return {{1, 27, 216, 9, {-10, -10, -10}, {-10, -10, -10}},
            {-1, 8, 64, -6.5, {4, 4, 4}, {5, 5, 5}},
            {1, 1, 8, 4.25, {10, -16, -16}, {10, -16, -16}}};
}

/// The map over a scan in the window, with the window of its clusters.
struct Bench : test::WindowBench {
    std::shared_ptr<const Volume> map = test::phantom({20, 20, 20}, grid(), value, QStringLiteral("zmap"));

    Bench() : WindowBench(QStringLiteral("planes")) {
        ReviewState state = settings.look;
        state.layers = {makeLayer(test::phantom({20, 20, 20}, grid(), [](int i, int, int) { return i; }), false),
                        makeLayer(map, true)};
        state.layers[1].display.hideBelow = 3;
        state.layers[1].display.negative = NegativeScale{};
        review.reset(state);
        NavigationState place = NavigationState::at(map->header());
        place.activeLayer = 1;
        navigation.set(place);
        window.show();
    }
    QAction& action(const char* name) { return *window.findChild<QAction*>(QString::fromLatin1(name)); }
    ClustersWindow& clusters() {
        if (!window.findChild<ClustersWindow*>()) action("clusters").trigger();
        return *window.findChild<ClustersWindow*>();
    }
    QTableView& table() { return *clusters().findChild<QTableView*>(); }
    QCheckBox& only() { return *clusters().findChild<QCheckBox*>(QStringLiteral("onlyTheseClusters")); }
    QDoubleSpinBox& smallest() { return *clusters().findChild<QDoubleSpinBox*>(QStringLiteral("smallestCluster")); }
    Layer layer() { return review.state().layers[1]; }
    void setThreshold(double value) {
        review.edit(
            QStringLiteral("threshold"), [=](ReviewState& state) { state.layers[1].display.hideBelow = value; },
            QStringLiteral("threshold"));
    }
    bool hasRows(int count) {
        return QTest::qWaitFor([&] { return table().isEnabled() && table().model()->rowCount() == count; });
    }
    QStringList sentences() {
        QStringList all;
        for (const QLabel* label : clusters().findChildren<QLabel*>())
            if (label->isVisible() && !label->text().isEmpty()) all += label->text();
        return all;
    }
    /// How many voxels the layer's mask lets through; -1 without one.
    int maskedVoxels() {
        if (!layer().mask) return -1;
        int count = 0;
        for (std::size_t v = 0; v < layer().mask->header().voxelsPerVolume(); ++v)
            count += std::to_integer<int>(layer().mask->voxels()[v]);
        return count;
    }
};

} // namespace

/// The table of clusters, and the window that finds them.
class ClustersWindowTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init() { QSettings().clear(); }

    void theTableTellsAndSorts() {
        ClusterTable table;
        table.show(rows(), QStringLiteral("mM"));
        auto* view = table.findChild<QTableView*>();
        using Model = ClusterTableModel;
        QCOMPARE(column(*view, Model::Sign),
                 (QStringList{QStringLiteral("positive"), QStringLiteral("negative"), QStringLiteral("positive")}));
        QCOMPARE(column(*view, Model::Voxels),
                 (QStringList{QStringLiteral("27"), QStringLiteral("8"), QStringLiteral("1")}));
        QCOMPARE(column(*view, Model::Volume),
                 (QStringList{QStringLiteral("216"), QStringLiteral("64"), QStringLiteral("8")}));
        QCOMPARE(column(*view, Model::Peak),
                 (QStringList{QStringLiteral("9.000"), QStringLiteral("-6.500"), QStringLiteral("4.250")}));
        QCOMPARE(view->model()->headerData(Model::Peak, Qt::Horizontal).toString(), QStringLiteral("Peak (mM)"));
        QCOMPARE(column(*view, Model::PeakPlace)[0], QStringLiteral("R 10.0  A 10.0  I 10.0 mm"));
        QCOMPARE(column(*view, Model::Centre)[1], QStringLiteral("L 5.0  P 5.0  S 5.0 mm"));

        // By numbers, not by words: 9 before 27; the current row goes along
        view->setCurrentIndex(view->model()->index(0, 0));
        view->sortByColumn(Model::Voxels, Qt::AscendingOrder);
        QCOMPARE(column(*view, Model::Voxels),
                 (QStringList{QStringLiteral("1"), QStringLiteral("8"), QStringLiteral("27")}));
        QCOMPARE(view->currentIndex().row(), 2);
        view->sortByColumn(Model::Peak, Qt::DescendingOrder);
        QCOMPARE(column(*view, Model::Peak)[2], QStringLiteral("-6.500"));
        QCOMPARE(table.asTsv(), QStringLiteral("sign\tvoxels\tvolume_mm3\tpeak\tpeak_x_ras_mm\tpeak_y_ras_mm\t"
                                               "peak_z_ras_mm\tcentre_x_ras_mm\tcentre_y_ras_mm\tcentre_z_ras_mm\n"
                                               "positive\t27\t216\t9\t10\t10\t-10\t10\t10\t-10\n"
                                               "positive\t1\t8\t4.25\t-10\t16\t-16\t-10\t16\t-16\n"
                                               "negative\t8\t64\t-6.5\t-4\t-4\t4\t-5\t-5\t5\n"));
        QSignalSpy exported(&table, &ClusterTable::exportAsked);
        const auto buttons = table.findChildren<QToolButton*>(QStringLiteral("panelButton"));
        for (QToolButton* button : buttons) button->click();
        QCOMPARE(QApplication::clipboard()->text(), table.asTsv());
        QCOMPARE(exported.count(), 1);
        QCOMPARE(exported[0][0].toString(), table.asTsv());
    }

    void theTableLeavesOutTheSmall() {
        ClusterTable table;
        QSignalSpy chosen(&table, &ClusterTable::peakChosen), smallest(&table, &ClusterTable::smallestChanged);
        table.show(rows(), {});
        auto* view = table.findChild<QTableView*>();
        view->setCurrentIndex(view->model()->index(1, 0));
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen[0][0].value<WorldPoint>(), (WorldPoint{4, 4, 4}));
        auto* field = table.findChild<QDoubleSpinBox*>(QStringLiteral("smallestCluster"));
        field->setValue(64);
        QCOMPARE(table.shownCount(), 2);
        QCOMPARE(view->currentIndex().row(), 1);
        field->setValue(64.1);
        QCOMPARE(column(*view, ClusterTableModel::Voxels), QStringList{QStringLiteral("27")});
        QCOMPARE(smallest.count(), 2);
        QCOMPARE(table.count(), std::size_t(3));
        table.setSmallest(0);
        QCOMPARE(table.shownCount(), 3);
        QCOMPARE(smallest.count(), 2);
        QCOMPARE(chosen.count(), 1); // none of that was a choice
        table.setSentence(QStringLiteral("None."));
        QCOMPARE(table.shownCount(), 0);
        QVERIFY(!view->isVisibleTo(&table));
    }

    void aHundredThousandRowsAreQuick() {
        std::vector<ClusterRow> many(200000);
        for (std::size_t i = 0; i < many.size(); ++i)
            many[i] = {1, 1 + i % 37, 8.0 * double(1 + i % 37), double(i * 7919 % 100003), {double(i), 0, 0}, {}};
        ClusterTable table;
        table.resize(700, 400);
        QElapsedTimer clock;
        clock.start();
        table.show(many, {});
        table.findChild<QTableView*>()->sortByColumn(ClusterTableModel::Peak, Qt::DescendingOrder);
        table.setSmallest(100);
        QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
        QVERIFY(table.shownCount() > 100000);
    }

    void theWindowFindsThem() {
        Bench b;
        QVERIFY(b.action("clusters").isEnabled());
        QVERIFY(b.sentences().contains(QStringLiteral("Searching…")));
        QVERIFY(b.hasRows(3));
        QCOMPARE(column(b.table(), ClusterTableModel::Volume),
                 (QStringList{QStringLiteral("216"), QStringLiteral("64"), QStringLiteral("8")})); // 8 mm³ each
        QVERIFY(b.sentences().contains(QStringLiteral("zmap")));
        b.table().setCurrentIndex(b.table().model()->index(0, 0));
        QCOMPARE(b.navigation.state().cursorLps, (WorldPoint{-10, -10, -10})); // voxel 5, 5, 5
        // The threshold changes: -6 and 9 are beyond 5.5
        b.setThreshold(5.5);
        QVERIFY(b.hasRows(2));
        QCOMPARE(column(b.table(), ClusterTableModel::Voxels), (QStringList{QStringLiteral("8"), QStringLiteral("1")}));
        // What is not drawn is not listed
        b.review.edit(QStringLiteral("together"), [](ReviewState& state) { state.layers[1].display.negative.reset(); });
        QVERIFY(b.hasRows(1));
        b.setThreshold(100);
        QVERIFY(b.hasRows(0));
        QVERIFY(b.sentences().contains(QStringLiteral("No value reaches the threshold of 100.")));
    }

    void itSaysWhyThereAreNone() {
        Bench b;
        QVERIFY(b.hasRows(3));
        const auto says = [&](const char* part) {
            return b.sentences().join(u' ').contains(QString::fromLatin1(part));
        };
        b.review.edit({}, [](ReviewState& state) { state.layers[1].display.hideBelow.reset(); });
        QVERIFY(!b.action("clusters").isEnabled());
        QVERIFY(says("has no threshold") && b.hasRows(0));
        b.setThreshold(0);
        QVERIFY(says("above zero"));
        b.review.edit(
            {}, [](ReviewState& state) { state.layers[1].display.labels = std::make_shared<const LabelTable>(); });
        QVERIFY(!b.action("clusters").isEnabled());
        QVERIFY(says("shows labels"));
        QVERIFY(!b.only().isEnabled());
        b.review.edit({}, [](ReviewState& state) { state.layers.clear(); });
        QVERIFY(says("No image is open"));
    }

    void smallOnesVanish() {
        Bench b;
        QVERIFY(b.hasRows(3));
        b.smallest().setValue(50);
        QCOMPARE(b.maskedVoxels(), -1);
        b.only().click();
        QTRY_COMPARE(b.maskedVoxels(), 27 + 8);
        const auto* within = b.window.findChild<LayerPanel*>()->findChild<QComboBox*>(QStringLiteral("onlyWithin"));
        QCOMPARE(within->currentText(), QStringLiteral("Clusters of zmap"));
        // Another size, another mask; both are one step
        b.smallest().setValue(100);
        QTRY_COMPARE(b.maskedVoxels(), 27);
        b.action("undo").trigger();
        QCOMPARE(b.maskedVoxels(), -1);
        QVERIFY(!b.only().isChecked());
        b.action("redo").trigger();
        QCOMPARE(b.maskedVoxels(), 27);
        QVERIFY(b.only().isChecked());
        b.only().click();
        QCOMPARE(b.maskedVoxels(), -1);
        b.action("undo").trigger();
        QCOMPARE(b.maskedVoxels(), 27);
    }

    void theMaskFollowsTheThreshold() {
        Bench b;
        QVERIFY(b.hasRows(3));
        b.smallest().setValue(50);
        b.only().click();
        QTRY_COMPARE(b.maskedVoxels(), 27 + 8);
        b.clusters().close();
        b.setThreshold(5.5); // even while the window is closed
        QTRY_COMPARE(b.maskedVoxels(), 8);
        b.action("undo").trigger(); // one step: the threshold and what followed from it
        QCOMPARE(b.maskedVoxels(), 27 + 8);
        QCOMPARE(b.layer().display.hideBelow, std::optional(3.0));
        b.action("redo").trigger();
        QTRY_COMPARE(b.maskedVoxels(), 8);
        // Without a threshold there is nothing to be within
        b.review.edit({}, [](ReviewState& state) { state.layers[1].display.hideBelow.reset(); });
        QTRY_COMPARE(b.maskedVoxels(), -1);
        b.action("undo").trigger();
        QTRY_COMPARE(b.maskedVoxels(), 8);
        // The user's own choice stays
        b.review.edit({}, [](ReviewState& state) { state.layers[1].mask = state.layers[0].volume; });
        b.setThreshold(4);
        QTest::qWait(200);
        QCOMPARE(b.layer().mask, b.review.state().layers[0].volume);
    }

    void aMaskOfBeforeComesBack() {
        Bench b;
        QVERIFY(b.hasRows(3));
        const auto scan = b.review.state().layers[0].volume;
        b.review.edit({}, [&](ReviewState& state) { state.layers[1].mask = scan; });
        b.only().click();
        QTRY_VERIFY(b.layer().mask != scan);
        b.only().click();
        QCOMPARE(b.layer().mask, scan);
    }
};

NEURAXIS_TEST_MAIN(ClustersWindowTest)
#include "tst_clusters_window.moc"
