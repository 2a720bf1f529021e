#include "core/model/colour_map.h"
#include "core/model/words.h"
#include "test_main.h"

#include <QColor>
#include <QSet>
#include <cmath>
#include <limits>

using namespace neuraxis;

/// Words and colours: what a number looks like to the reader.
class TestWords : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void positions_data() {
        QTest::addColumn<QList<double>>("lps");
        QTest::addColumn<QString>("words");
        QTest::newRow("all signs") << QList{-17.6, -35.3, 12.1} << QStringLiteral("R 17.6  A 35.3  S 12.1 mm");
        QTest::newRow("the other side") << QList{17.6, 35.3, -12.1} << QStringLiteral("L 17.6  P 35.3  I 12.1 mm");
        QTest::newRow("the middle") << QList{0., 0., 0.} << QStringLiteral("L 0.0  P 0.0  S 0.0 mm");
        QTest::newRow("rounds to the middle") << QList{-.04, -.04, -.04} << QStringLiteral("L 0.0  P 0.0  S 0.0 mm");
        QTest::newRow("rounds away from it") << QList{-.06, .06, -99.96} << QStringLiteral("R 0.1  P 0.1  I 100.0 mm");
    }
    void positions() {
        QFETCH(QList<double>, lps);
        QFETCH(QString, words);
        QCOMPARE(positionInWords({lps[0], lps[1], lps[2]}), words);
    }

    void voxels() {
        QCOMPARE(voxelInWords({120, 88, 64}), QStringLiteral("120, 88, 64"));
        QCOMPARE(voxelInWords({119.6, 88.4, -.4}), QStringLiteral("120, 88, 0"));
    }

    void values_data() {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QString>("words");
        QTest::newRow("whole") << 812. << QString() << QStringLiteral("812");
        QTest::newRow("with a unit") << .4321 << QStringLiteral("Hz") << QStringLiteral("0.4321 Hz");
        QTest::newRow("negative") << -3.25 << QString() << QStringLiteral("-3.25");
        QTest::newRow("no minus nothing") << -0. << QString() << QStringLiteral("0");
        QTest::newRow("four digits") << 3.14159265 << QStringLiteral("rad") << QStringLiteral("3.142 rad");
        QTest::newRow("a scaled Philips value") << 12345.678 << QString() << QStringLiteral("12346");
        QTest::newRow("just below a power") << 9999.96 << QString() << QStringLiteral("10000");
        QTest::newRow("small") << 1.2345e-5 << QString() << QStringLiteral("1.234e-05");
        QTest::newRow("none") << std::numeric_limits<double>::quiet_NaN() << QStringLiteral("Hz")
                              << QStringLiteral("no value");
    }
    void values() {
        QFETCH(double, value);
        QFETCH(QString, unit);
        QFETCH(QString, words);
        QCOMPARE(valueInWords(value, unit), words);
    }

    void roundedHasNoSignAtZero() {
        QCOMPARE(roundedInWords(-0.0017, 2), QStringLiteral("0.00"));
        QCOMPARE(roundedInWords(0.0017, 2), QStringLiteral("0.00"));
        QCOMPARE(roundedInWords(-0.0051, 2), QStringLiteral("-0.01"));
        QCOMPARE(roundedInWords(-0.4, 0), QStringLiteral("0"));
        QCOMPARE(roundedInWords(-1.4, 0), QStringLiteral("-1"));
    }

    // First, middle and last colours as the maps' own authors publish them (matplotlib for the perceptual
    // ones).
    void mapColours_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QList<QRgb>>("colours");
        const auto row = [](const char* name, QRgb first, QRgb middle, QRgb last) {
            QTest::newRow(name) << QString::fromLatin1(name) << QList<QRgb>{first, middle, last};
        };
        row("gray", 0x000000, 0x808080, 0xffffff);
        row("viridis", 0x440154, 0x21918c, 0xfde725);
        row("inferno", 0x000004, 0xbc3754, 0xfcffa4);
        row("magma", 0x000004, 0xb73779, 0xfcfdbf);
        row("plasma", 0x0d0887, 0xcc4778, 0xf0f921);
        row("cividis", 0x00224e, 0x7d7c78, 0xfee838);
        row("hot", 0x0a0000, 0xff5c00, 0xffffff);
        row("cool", 0x00ffff, 0x8080ff, 0xff00ff);
        row("winter", 0x0000ff, 0x0080bf, 0x00ff80);
        row("jet", 0x000080, 0x80ff80, 0x800000);
        row("red-yellow", 0xff0000, 0xff8000, 0xffff00);
        row("blue-lightblue", 0x0000ff, 0x0080ff, 0x00ffff);
        row("cool-warm", 0x3b4cc0, 0xdddddd, 0xb40426);
    }
    void mapColours() {
        QFETCH(QString, name);
        QFETCH(QList<QRgb>, colours);
        const ColourMap& map = colourMap(name);
        QCOMPARE(map.name, name);
        const int places[] = {0, 128, 255};
        for (int i = 0; i < 3; ++i) {
            const QRgb found = map.colours[places[i]];
            const int off =
                std::max({std::abs(qRed(found) - qRed(colours[i])), std::abs(qGreen(found) - qGreen(colours[i])),
                          std::abs(qBlue(found) - qBlue(colours[i]))});
            QVERIFY2(off <= 6, qPrintable(QStringLiteral("%1 at %2").arg(QColor(found).name()).arg(places[i])));
        }
    }

    void everyMapIsWhole() {
        QSet<QString> names;
        for (const ColourMap& map : colourMaps()) {
            QVERIFY2(!names.contains(map.name), qPrintable(map.name));
            names.insert(map.name);
            QVERIFY(!map.group.isEmpty());
            for (QRgb colour : map.colours) QCOMPARE(qAlpha(colour), 255);
        }
        QCOMPARE(colourMaps().front().name, QStringLiteral("gray"));
        QCOMPARE(colourMap(QStringLiteral("no such map")).name, QStringLiteral("gray"));
    }

    void perceptualMapsGetLighterAllTheWay() {
        for (const char* name : {"gray", "viridis", "inferno", "magma", "plasma", "cividis"}) {
            double before = -1;
            for (QRgb colour : colourMap(QString::fromLatin1(name)).colours) {
                const auto linear = [](int part) { return std::pow(part / 255.0, 2.2); };
                const double light =
                    .2126 * linear(qRed(colour)) + .7152 * linear(qGreen(colour)) + .0722 * linear(qBlue(colour));
                QVERIFY2(light >= before - 1e-3, name);
                before = light;
            }
        }
    }
};

NEURAXIS_TEST_MAIN(TestWords)
#include "tst_model_words.moc"
