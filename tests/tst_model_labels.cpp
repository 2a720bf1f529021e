#include "core/model/label_maps.h"
#include "core/model/label_tables.h"
#include "core/model/review_state.h"
#include "core/model/stored_type.h"
#include "core/model/words.h"
#include "test_main.h"

#include <QSet>
#include <cmath>

using namespace neuraxis;

namespace {

using Value = double (*)(int i, int j, int k);

std::shared_ptr<const Volume> made(const char* name, StoredType type, Value value, const char* unit = "",
                                   const char* component = "") {
    constexpr std::array size{40, 40, 40};
    VolumeHeader header;
    header.component = QString::fromLatin1(component);
    header.name = QString::fromLatin1(name);
    header.unit = QString::fromLatin1(unit);
    header.size = size;
    header.type = type;
    std::shared_ptr<std::byte> voxels(new std::byte[header.bytes()], std::default_delete<std::byte[]>());
    withStoredType(type, [&](auto zero) {
        auto* next = reinterpret_cast<decltype(zero)*>(voxels.get());
        for (int k = 0; k < size[2]; ++k)
            for (int j = 0; j < size[1]; ++j)
                for (int i = 0; i < size[0]; ++i) *next++ = static_cast<decltype(zero)>(value(i, j, k));
    });
    return std::make_shared<const Volume>(header, voxels);
}

double radius(int i, int j, int k) { return std::hypot(i - 19.5, j - 19.5, k - 19.5); }
double ball(int i, int j, int k) { return radius(i, j, k) < 12; }
double halves(int i, int j, int k) { return radius(i, j, k) < 12 ? (i < 20 ? 2 : 255) : 0; }
/// Boxes of eight labels of FreeSurfer's
double regions(int i, int j, int k) {
    constexpr int ids[] = {10, 11, 12, 13, 17, 18, 1024, 2024};
    return radius(i, j, k) < 18 ? ids[(i / 20) + 2 * (j / 20) + 4 * (k / 20)] : 0;
}
/// The same with numbers that FreeSurfer does not use
double parcels(int i, int j, int k) { return radius(i, j, k) < 18 ? 1 + (i / 10) + 4 * (j / 10) + 16 * (k / 10) : 0; }
/// Tissue with noise; in few steps, as 8-bit scans have
double scan(int i, int j, int k) {
    return radius(i, j, k) < 18 ? 90 + 10 * std::sin(i * 0.3) + (i * 7 + j * 13 + k * 5) % 9 : 0;
}
double ramp(int i, int, int) { return i; }
double point(int i, int j, int k) { return i == 20 && j == 20 && (k == 10 || k == 20) ? k / 10 + 2 : 0; }
double nothing(int, int, int) { return 0; }
double ratio(int i, int, int) { return i / 39.0; }
double percent(int i, int, int) { return 100 * i / 39.0; }
double signs(int i, int, int) { return (i - 20) * 0.3; }
double uptake(int i, int j, int k) { return 8 * std::exp(-radius(i, j, k) / 10); }
double overshoot(int i, int, int) { return i == 0 ? -2 : i * 10; }

} // namespace

/// Which volumes are label maps, what their numbers are called, and how maps open.
class TestModelLabels : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    // From FreeSurfer's colour table; white matter of a region has the colour opposite to its cortex.
    void freeSurfersTable_data() {
        QTest::addColumn<int>("id");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QRgb>("colour");
        const auto row = [](int id, const char* name, QRgb colour) {
            QTest::newRow(name) << id << QString::fromLatin1(name) << colour;
        };
        row(17, "Left-Hippocampus", qRgb(220, 216, 20));
        row(52, "Right-Pallidum", qRgb(13, 48, 255));
        row(255, "CC_Anterior", qRgb(0, 0, 255));
        row(1024, "ctx-lh-precentral", qRgb(60, 20, 220));
        row(2035, "ctx-rh-insula", qRgb(255, 192, 32));
        row(3001, "wm-lh-bankssts", qRgb(230, 155, 215));
        row(4024, "wm-rh-precentral", qRgb(195, 235, 35));
    }
    void freeSurfersTable() {
        QFETCH(int, id);
        QFETCH(QString, name);
        QFETCH(QRgb, colour);
        const Label* label = freeSurferLabels().find(id);
        QVERIFY(label);
        QCOMPARE(label->name, name);
        QCOMPARE(label->colour, colour);
        QCOMPARE(labelColour(freeSurferLabels(), id), colour);
    }

    void whatTheTableHasNotIsSeenAllTheSame() {
        QVERIFY(!freeSurferLabels().find(9999));
        QCOMPARE(labelColour(freeSurferLabels(), 9999), paletteColour(9999));
        QCOMPARE(labelColour(freeSurferLabels(), 0), 0U);
        QSet<QRgb> colours;
        for (int id = 1; id <= 120; ++id) {
            QCOMPARE(qAlpha(paletteColour(id)), 255);
            colours += paletteColour(id);
        }
        QCOMPARE(colours.size(), 120);
    }

    void words() {
        QCOMPARE(regionInWords(17, freeSurferLabels()), QStringLiteral("Left-Hippocampus (17)"));
        QCOMPARE(regionInWords(9999, freeSurferLabels()), QStringLiteral("label 9999"));
        QCOMPARE(regionInWords(0, freeSurferLabels()), QStringLiteral("no label"));
        QCOMPARE(regionInWords(std::nan(""), freeSurferLabels()), QStringLiteral("no value"));
        QCOMPARE(regionInWords(17.5, freeSurferLabels()), QStringLiteral("label 17.5"));
        neuraxis::Display display;
        QCOMPARE(valueInWords(17, QStringLiteral("mM"), display), QStringLiteral("17 mM"));
        display.labels = std::make_shared<const LabelTable>(freeSurferLabels());
        QCOMPARE(valueInWords(17, QStringLiteral("mM"), display), QStringLiteral("Left-Hippocampus (17)"));
    }

    void labelMaps_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<StoredType>("type");
        QTest::addColumn<Value>("value");
        QTest::addColumn<bool>("labels");
        QTest::addColumn<bool>("freeSurfers");
        const auto row = [](const char* name, StoredType type, Value value, bool labels, bool freeSurfers = false) {
            QTest::addRow("%s, %s", name, qPrintable(storedTypeName(type)))
                << QString::fromLatin1(name) << type << value << labels << freeSurfers;
        };
        row("aparc+aseg", StoredType::Int32, regions, true, true);
        row("wmparc", StoredType::Float32, regions, true, true);
        row("whatever", StoredType::Int16, regions, true, true); // its numbers tell
        row("aal", StoredType::UInt8, parcels, true);
        row("sub-01_dseg", StoredType::Float64, parcels, true);
        row("JHU-WhiteMatter-labels-1mm", StoredType::UInt8, parcels, true);
        row("parcels", StoredType::UInt8, parcels, false); // could be anything
        row("drawn", StoredType::UInt8, halves, true);     // few numbers in large areas
        row("t2_labeled_center", StoredType::Int16, point, true);
        row("brain_mask", StoredType::UInt8, ball, true);
        row("lesion", StoredType::Float32, ball, true); // nothing but 0 and 1
        row("T1", StoredType::UInt8, scan, false);
        row("T1_atlas", StoredType::UInt8, scan, false);
        row("aseg", StoredType::Int16, scan, false);
        row("atlas", StoredType::Int16, ramp, true); // as flat as slabs, and called so
        row("slabs", StoredType::Int16, ramp, false);
        row("seg", StoredType::Float32, ratio, false);
        row("mask", StoredType::UInt8, nothing, false);
    }
    void labelMaps() {
        QFETCH(QString, name);
        QFETCH(StoredType, type);
        QFETCH(Value, value);
        QFETCH(bool, labels);
        QFETCH(bool, freeSurfers);
        const auto volume = made(name.toLatin1(), type, value);
        QCOMPARE(looksLikeLabels(*volume), labels);
        for (const bool overlay : {false, true}) QCOMPARE(makeLayer(volume, overlay).display.labels != nullptr, labels);
        if (labels) QCOMPARE(*tableFor(*volume) == freeSurferLabels(), freeSurfers);
    }

    // Files that say what they are need no name, but a scan with a label map's header is still a scan.
    void labelMapsThatSaySo() {
        QVERIFY(looksLikeLabels(*made("parcels", StoredType::UInt8, parcels, "", "LABELS")));
        QVERIFY(looksLikeLabels(*made("slabs", StoredType::Int16, ramp, "", "LABELS")));
        QVERIFY(!looksLikeLabels(*made("T1", StoredType::UInt8, scan, "", "LABELS")));
        QVERIFY(!looksLikeLabels(*made("soft", StoredType::Float32, ratio, "", "LABELS")));
        QVERIFY(!looksLikeLabels(*made("parcels", StoredType::UInt8, parcels, "", "Z_SCORE")));
        // Whoever says that they are labels is believed where they form areas
        QVERIFY(couldBeLabels(*made("parcels", StoredType::UInt8, parcels)));
        QVERIFY(couldBeLabels(*made("points", StoredType::Int16, point)));
        QVERIFY(!couldBeLabels(*made("T1", StoredType::UInt8, scan)));
        QVERIFY(!couldBeLabels(*made("soft", StoredType::Float32, ratio)));
    }

    void numbers() {
        QCOMPARE(numbersIn(*made("", StoredType::Int16, regions)),
                 (std::vector{0, 10, 11, 12, 13, 17, 18, 1024, 2024}));
        QVERIFY(!numbersIn(*made("", StoredType::Float32, ratio)));
        QVERIFY(!numbersIn(*made("", StoredType::Int16, regions), 0, 8));
    }

    void windowsOfTwoSidesEndAtZero() {
        Layer layer = makeLayer(made("map", StoredType::Int16, ramp), true);
        layer.display.windows = {{-4, 7}, {2, 9}};
        layer.display.hideBelow = -1;
        layer.display.setApart(true);
        QCOMPARE(layer.display.windows, (std::vector<Range>{{0, 7}, {2, 9}}));
        QCOMPARE(layer.display.negative->window, (Range{0, 7}));
        QVERIFY(!layer.display.hideBelow); // without its sign it would hide what was drawn
        layer.display.windows = {{0, 7}};
        layer.setWindow({-3, 5});
        QCOMPARE(layer.display.window(), (Range{0, 5}));
        layer.display.setApart(false);
        QVERIFY(!layer.display.negative);
        QCOMPARE(layer.display.window(), (Range{-7, 5}));
    }

    void overlays_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<Value>("value");
        QTest::addColumn<QString>("colourMap");
        QTest::addColumn<QList<double>>("window"); // from, to, hidden below
        QTest::addColumn<bool>("twoSided");
        QTest::addColumn<QString>("component");
        const auto row = [](const char* name, const char* unit, Value value, const char* map, QList<double> window,
                            bool twoSided, const char* component = "") {
            QTest::addRow("%s %s %s", name, unit, component)
                << QString::fromLatin1(name) << QString::fromLatin1(unit) << value << QString::fromLatin1(map) << window
                << twoSided << QString::fromLatin1(component);
        };
        row("tstat1", "", signs, "red-yellow", {1.96, 6, 1.96}, true);
        row("spmT_0001", "", signs, "red-yellow", {1.96, 6, 1.96}, true);
        row("z_fdg", "", signs, "red-yellow", {1.96, 6, 1.96}, true);
        row("zstat3", "", ratio, "red-yellow", {1.96, 5, 1.96}, false); // nothing below zero
        row("lh.sig", "", signs, "red-yellow", {1.3, 5, 1.3}, true);
        row("difference", "", signs, "red-yellow", {0, 6, 0.6}, true);
        row("sub-01_label-GM_probseg", "", ratio, "red-yellow", {0.05, 1, 0.05}, false);
        row("GM-prob", "%", percent, "red-yellow", {5, 100, 5}, false);
        row("static", "SUV", uptake, "pet-hot-metal-blue", {}, false);
        row("static", "Bq/ml", uptake, "pet-hot-metal-blue", {}, false);
        row("static", "SUVR", uptake, "pet-hot-metal-blue", {0, 2, 0.2}, false);
        row("glx", "mM", uptake, "pet-hot-metal-blue", {}, false);
        row("thickness", "mm", uptake, "hot", {}, false);
        row("T1", "", overshoot, "hot", {}, false);  // resampled
        row("design", "", uptake, "hot", {}, false); // not "sig"
        // What the file says is believed before its name
        row("group", "", signs, "red-yellow", {1.96, 6, 1.96}, true, "T_STATISTIC");
        row("prob_1", "", signs, "red-yellow", {1.96, 6, 1.96}, true, "Z_SCORE");
        row("zstat1", "", signs, "red-yellow", {1.3, 5, 1.3}, true, "LOG10_P");
        row("zstat1", "", uptake, "red-yellow", {3.84, 20, 3.84}, false, "F_STATISTIC");
        row("zstat1", "", ratio, "red-yellow", {0, 0.05, 0}, false, "P_VALUE");
    }
    void overlays() {
        QFETCH(QString, name);
        QFETCH(QString, unit);
        QFETCH(Value, value);
        QFETCH(QString, colourMap);
        QFETCH(QList<double>, window);
        QFETCH(bool, twoSided);
        QFETCH(QString, component);
        const auto volume = made(name.toLatin1(), StoredType::Float32, value, unit.toLatin1(), component.toLatin1());
        const neuraxis::Display d = makeLayer(volume, true).display;
        QCOMPARE(d.colourMap, colourMap);
        QCOMPARE(d.opacity, 0.5);
        QVERIFY(d.hideBelow);
        if (!window.isEmpty()) {
            QVERIFY2(std::abs(d.window().low - window[0]) < 1e-3, qPrintable(QString::number(d.window().low)));
            QVERIFY2(std::abs(d.window().high - window[1]) < 1e-3, qPrintable(QString::number(d.window().high)));
            QVERIFY2(std::abs(*d.hideBelow - window[2]) < 1e-3, qPrintable(QString::number(*d.hideBelow)));
        }
        QCOMPARE(d.negative.has_value(), twoSided);
        if (twoSided) QCOMPARE(d.negative->window, d.window());
        const neuraxis::Display base = makeLayer(volume, false).display;
        QVERIFY(!base.negative && !base.hideBelow);
        QCOMPARE(base.colourMap, QStringLiteral("gray"));
    }

    void ofProbabilitiesOfChanceTheLowAreSeen() {
        const auto d = makeLayer(made("p", StoredType::Float32, ratio, "", "P_VALUE"), true).display;
        QVERIFY(d.inverted);
        QCOMPARE(d.hideAbove, std::optional(0.05));
        QVERIFY(*d.hideBelow > 0 && *d.hideBelow < 1e-30); // 0 is where nothing was tested
        QCOMPARE(d.interpolation, Interpolation::Nearest);
    }
};

NEURAXIS_TEST_MAIN(TestModelLabels)
#include "tst_model_labels.moc"
