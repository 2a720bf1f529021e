#include "test_main.h"

#include "core/analysis/over_volumes.h"
#include "core/model/fourth.h"
#include "core/model/words.h"
#include "tests/series_phantom.h"

#include <cmath>
#include <limits>

using namespace neuraxis;

/// What the volumes of a series are, how they are walked through, and what is computed over them.
class TestFourth : public QObject {
    Q_OBJECT

    static constexpr double nan = std::numeric_limits<double>::quiet_NaN();

    static ReviewState stateOf(const std::vector<std::shared_ptr<const Volume>>& volumes) {
        ReviewState state;
        for (const auto& volume : volumes) {
            Layer layer;
            layer.volume = volume;
            state.layers.push_back(layer);
        }
        return state;
    }
    static std::shared_ptr<const Volume> flat(int volumes, const FourthDimension& fourth = {}) {
        return test::seriesPhantom(
            {2, 2, 2}, volumes, {}, [](int, int, int, int v) { return v; }, fourth);
    }
    static QString inText(const std::vector<Shell>& all) {
        QStringList parts;
        for (const Shell& shell : all) {
            QStringList volumes;
            for (const int v : shell.volumes) volumes += QString::number(v);
            parts += QStringLiteral("%1: %2").arg(shell.b).arg(volumes.join(u' '));
        }
        return parts.join(u'|');
    }
    static double valueAt(const Volume& volume, std::size_t index) {
        return static_cast<double>(reinterpret_cast<const float*>(volume.voxels())[index]);
    }

  private Q_SLOTS:
    void shellsAreFound_data() {
        QTest::addColumn<QList<double>>("b");
        QTest::addColumn<QString>("found"); // grouped by eye
        QTest::newRow("none") << QList<double>{} << QString();
        QTest::newRow("one") << QList<double>{700, 700} << QStringLiteral("700: 0 1");
        QTest::newRow("as scanners write them")
            << QList<double>{0, 995, 2000, 1005, 5, 1990, 1000} << QStringLiteral("0: 0 4|1000: 1 3 6|2000: 2 5");
        QTest::newRow("multi-shell, no true zero")
            << QList<double>{5, 3010, 990, 2980, 1995, 5, 2005} << QStringLiteral("0: 0 5|990: 2|2000: 4 6|3000: 1 3");
        QTest::newRow("clinical") << QList<double>{0, 50, 400, 800} << QStringLiteral("0: 0|50: 1|400: 2|800: 3");
        QTest::newRow("perfusion") << QList<double>{0, 10, 20, 40, 100, 10}
                                   << QStringLiteral("0: 0|10: 1 5|20: 2|40: 3|100: 4");
        QTest::newRow("no numbers and a trace") << QList<double>{nan, 0, -1, 1000} << QStringLiteral("0: 1|1000: 3");
        QTest::newRow("near, but planned apart") << QList<double>{700, 800} << QStringLiteral("700: 0|800: 1");
    }
    void shellsAreFound() {
        QFETCH(QList<double>, b);
        QFETCH(QString, found);
        FourthDimension fourth;
        fourth.bValues = {b.begin(), b.end()};
        QCOMPARE(inText(shells(fourth)), found);
    }

    void aStepKeepsToTheShell_data() {
        QTest::addColumn<double>("shell"); // below 0: none
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("by");
        QTest::addColumn<int>("to");
        QTest::newRow("all: on") << -1.0 << 2 << 1 << 3;
        QTest::newRow("all: back") << -1.0 << 2 << -1 << 1;
        QTest::newRow("all: not beyond the last") << -1.0 << 6 << 1 << 6;
        QTest::newRow("all: not before the first") << -1.0 << 0 << -5 << 0;
        QTest::newRow("b 1000: on") << 1000.0 << 1 << 1 << 3;
        QTest::newRow("b 1000: two on") << 1000.0 << 1 << 2 << 6;
        QTest::newRow("b 1000: back") << 1000.0 << 3 << -1 << 1;
        QTest::newRow("b 1000: from another, on") << 1000.0 << 4 << 1 << 6;
        QTest::newRow("b 1000: from another, back") << 1000.0 << 4 << -1 << 3;
        QTest::newRow("b 1000: last") << 1000.0 << 1 << std::numeric_limits<int>::max() << 6;
        QTest::newRow("b 1000: first") << 1000.0 << 6 << -std::numeric_limits<int>::max() << 1;
        QTest::newRow("b 990 is the same shell") << 990.0 << 1 << 1 << 3;
        QTest::newRow("a shell that is not there: all") << 500.0 << 1 << 1 << 2;
    }
    void aStepKeepsToTheShell() {
        QFETCH(double, shell);
        QFETCH(int, from);
        QFETCH(int, by);
        QFETCH(int, to);
        NavigationState navigation;
        navigation.volume = from;
        if (shell >= 0) navigation.shell = shell;
        QCOMPARE(stepped(stateOf({flat(7, test::twoShells())}), navigation, by).volume, to);
    }

    void choosingAShellGoesToItsNearestVolume() {
        const auto series = flat(7, test::twoShells());
        NavigationState navigation;
        navigation.volume = 2;
        QCOMPARE(withShell(series->header(), navigation, 1000).volume, 1);
        QCOMPARE(withShell(series->header(), navigation, 0).volume, 0);
        navigation.volume = 5;
        QCOMPARE(withShell(series->header(), navigation, 0).volume, 4);
        QCOMPARE(withShell(series->header(), navigation, std::nullopt).volume, 5);
    }

    void theSeriesIsTheActiveLayerOrTheNearest_data() {
        QTest::addColumn<QList<int>>("volumes");
        QTest::addColumn<int>("active");
        QTest::addColumn<int>("series");
        QTest::newRow("none") << QList<int>{} << 0 << -1;
        QTest::newRow("single volumes") << QList<int>{1, 1} << 1 << -1;
        QTest::newRow("the active one") << QList<int>{3, 5} << 1 << 1;
        QTest::newRow("a mean over its series") << QList<int>{3, 1} << 1 << 0;
        QTest::newRow("below before above") << QList<int>{3, 1, 5} << 1 << 0;
        QTest::newRow("above") << QList<int>{1, 5} << 0 << 1;
    }
    void theSeriesIsTheActiveLayerOrTheNearest() {
        QFETCH(QList<int>, volumes);
        QFETCH(int, active);
        QFETCH(int, series);
        std::vector<std::shared_ptr<const Volume>> made;
        for (const int count : volumes) made.push_back(flat(count));
        NavigationState navigation;
        navigation.activeLayer = active;
        QCOMPARE(seriesLayer(stateOf(made), navigation), series);
    }

    void layersOfOneLengthMoveTogetherAndShorterOnesStop() {
        const auto eight = flat(8), three = flat(3);
        NavigationState navigation;
        navigation.volume = 6;
        QCOMPARE(volumeIndex(eight->header(), navigation), 6);
        QCOMPARE(volumeIndex(three->header(), navigation), 2);
        // Stepping back in the shorter one starts where it stands.
        navigation.activeLayer = 1;
        QCOMPARE(stepped(stateOf({eight, three}), navigation, -1).volume, 1);
    }

    void volumesAreSaidInWords_data() {
        QTest::addColumn<FourthDimension>("fourth");
        QTest::addColumn<int>("index");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("brief");
        const auto row = [](const char* name, const FourthDimension& fourth, int index, const char* words,
                            const char* brief) {
            QTest::newRow(name) << fourth << index << QString::fromUtf8(words) << QString::fromUtf8(brief);
        };
        row("nothing known", {}, 1, "", "");
        FourthDimension diffusion;
        diffusion.bValues = {0, 1000};
        // A direction of the study's own scans (LPS 0.770224, 0.402145, 0.495004): left, posterior, superior
        diffusion.bVectors = {{0, 0, 0}, {0.770224, 0.402145, 0.495004}};
        diffusion.timesMs = {0, 8000};
        row("b 0 has no direction", diffusion, 0, "b 0 s/mm²", "b 0");
        row("diffusion", diffusion, 1, "b 1000 s/mm²  ·  direction L 0.77  P 0.40  S 0.50", "b 1000");
        FourthDimension film;
        film.stepMs = 3200;
        row("repetition time", film, 1, "t = 3.2 s", "t = 3.2 s");
        film.timesMs = {0, 12400};
        row("told times", film, 1, "t = 12.4 s", "t = 12.4 s");
        FourthDimension echoes;
        echoes.echoTimesMs = {4.6, 6.9};
        row("echoes", echoes, 0, "TE 4.6 ms", "TE 4.6 ms");
        echoes.echoTimesMs = {4.6, 4.6};
        row("the same echo twice tells nothing", echoes, 0, "", "");
        FourthDimension labelled;
        labelled.labels = {QStringLiteral("control"), QStringLiteral("label")};
        labelled.inversionTimesMs = {900, 1800};
        row("spin labelling", labelled, 1, "label  ·  TI 1800 ms", "label  ·  TI 1800 ms");
        FourthDimension longer;
        longer.bValues = {0, 1, 2, 3};
        row("lists of another length are not used", longer, 1, "", "");
    }
    void volumesAreSaidInWords() {
        QFETCH(FourthDimension, fourth);
        QFETCH(int, index);
        QFETCH(QString, words);
        QFETCH(QString, brief);
        VolumeHeader header;
        header.volumes = 2;
        header.fourth = fourth;
        QCOMPARE(volumeInWords(header, index), words);
        QCOMPARE(volumeInBrief(header, index), brief);
    }

    void measuresAreAsByHand_data() {
        QTest::addColumn<QString>("measure");
        QTest::addColumn<QList<int>>("volumes");
        QTest::addColumn<double>("first");  // of 2, 4, 4, 4, 5, 5, 7, 9: mean 5, squares about it 32
        QTest::addColumn<double>("second"); // of 10 each time
        const QList<int> all{0, 1, 2, 3, 4, 5, 6, 7};
        QTest::newRow("average") << QStringLiteral("average") << all << 5.0 << 10.0;
        QTest::newRow("range") << QStringLiteral("range") << all << 7.0 << 0.0;
        QTest::newRow("deviation") << QStringLiteral("deviation") << all << std::sqrt(32.0 / 7) << 0.0;
        QTest::newRow("tSNR") << QStringLiteral("signal-to-noise") << all << 5 / std::sqrt(32.0 / 7) << 0.0;
        QTest::newRow("average of some") << QStringLiteral("average") << QList<int>{0, 6, 7} << 6.0 << 10.0;
        QTest::newRow("range of one") << QStringLiteral("range") << QList<int>{3} << 0.0 << 0.0;
        QTest::newRow("deviation of one") << QStringLiteral("deviation") << QList<int>{3} << nan << nan;
    }
    void measuresAreAsByHand() {
        QFETCH(QString, measure);
        QFETCH(QList<int>, volumes);
        QFETCH(double, first);
        QFETCH(double, second);
        const int values[] = {2, 4, 4, 4, 5, 5, 7, 9};
        // More voxels than one block, so that blocks meet
        const auto series = test::seriesPhantom({50, 40, 30}, 8, {},
                                                [&](int i, int, int, int v) { return i % 2 == 0 ? values[v] : 10; });
        const auto made = overVolumes(*series, {volumes.begin(), volumes.end()}, *findOverVolumes(measure));
        QVERIFY(made);
        QCOMPARE(made->header().size, series->header().size);
        QCOMPARE(made->header().voxelToLps, series->header().voxelToLps);
        QCOMPARE(made->header().volumes, 1);
        for (std::size_t index = 0; index < made->header().voxelsPerVolume(); ++index) {
            const double expected = index % 2 == 0 ? first : second, value = valueAt(*made, index);
            if (std::isnan(expected) ? !std::isnan(value) : std::abs(value - expected) > 1e-6)
                QFAIL(qPrintable(QStringLiteral("voxel %1: %2, not %3").arg(index).arg(value).arg(expected)));
        }
    }

    void scaleUnitAndGapsAreKept() {
        VolumeHeader header;
        header.size = {2, 1, 1};
        header.volumes = 3;
        header.type = StoredType::Float32;
        header.slope = -2;
        header.intercept = 1;
        header.unit = QStringLiteral("Hz");
        header.fourth.timesMs = {0, 1, 2};
        header.series.uid = QStringLiteral("1.2.3");
        const auto gap = std::numeric_limits<float>::quiet_NaN(), far = std::numeric_limits<float>::infinity();
        const float stored[] = {1, gap, 3, far, 5, gap}; // voxel 0: -1, -5, -9; voxel 1 has no value
        std::shared_ptr<std::byte> voxels(new std::byte[sizeof stored], std::default_delete<std::byte[]>());
        std::memcpy(voxels.get(), stored, sizeof stored);
        const Volume series(header, voxels);
        const auto average = overVolumes(series, {0, 1, 2}, *findOverVolumes(QStringLiteral("average")));
        QCOMPARE(average->value({0, 0, 0}), -5.0);
        QVERIFY(std::isnan(average->value({1, 0, 0})));
        QCOMPARE(average->header().unit, QStringLiteral("Hz"));
        QCOMPARE(average->header().component, QStringLiteral("AVERAGE"));
        QCOMPARE(average->header().fourth, FourthDimension());
        QVERIFY(average->header().series.uid.isEmpty());
        const auto range = overVolumes(series, {0, 1, 2}, *findOverVolumes(QStringLiteral("range")));
        QCOMPARE(range->value({0, 0, 0}), 8.0);
        QCOMPARE(range->header().component, QStringLiteral("RANGE"));
        const auto ratio = overVolumes(series, {0, 1, 2}, *findOverVolumes(QStringLiteral("signal-to-noise")));
        QCOMPARE(ratio->value({0, 0, 0}), -1.25); // -5 / 4
        QCOMPARE(ratio->header().unit, QString());
    }

    void sumsDoNotLoseSmallDifferences() {
        // 20,000 values near 30,000: in floats the sum would stop growing evenly after some hundred
        const auto series =
            test::seriesPhantom({1, 1, 1}, 20000, {}, [](int, int, int, int v) { return 30000 + v % 2; });
        std::vector<int> all(20000);
        for (int v = 0; v < 20000; ++v) all[static_cast<std::size_t>(v)] = v;
        const auto average = overVolumes(*series, all, *findOverVolumes(QStringLiteral("average")));
        QCOMPARE(average->value({0, 0, 0}), 30000.5);
    }

    void itStopsWhenTold() {
        const auto series = test::seriesPhantom({64, 64, 64}, 4, {}, [](int, int, int, int v) { return v; });
        std::atomic_int told = 0;
        QVERIFY(!overVolumes(*series, {0, 1, 2, 3}, overVolumesTable().front(), [&](double share) {
            ++told;
            return share < 0.3;
        }));
        QVERIFY(told > 0 && told < 32); // 262,144 voxels of 4 volumes make 32 blocks
        std::atomic<double> most = 0;
        QVERIFY(overVolumes(*series, {0, 1, 2, 3}, overVolumesTable().front(), [&](double share) {
            if (share > most) most = share;
            return true;
        }));
        QCOMPARE(most.load(), 1.0);
    }
};

NEURAXIS_TEST_MAIN(TestFourth)
#include "tst_fourth.moc"
