#include "tests/format_test.h"
#include "tests/test_main.h"

#include <QTest>

using namespace neuraxis;
using namespace neuraxis::test;

/// MINC 1 and 2, written byte by byte as the specifications of netCDF and HDF5 have it.
class MincTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void readsBothVersions_data();
    void readsBothVersions();
    void keepsOneScale();
    void readsTimeAndColour_data();
    void readsTimeAndColour();
    void tellsUnevenSlices();
    void readsNewerHeaders();
};

void MincTest::readsBothVersions_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("format");
    QTest::newRow("netCDF") << minc1Bytes() << QStringLiteral("MINC-1");
    QTest::newRow("HDF5, chunked, deflated, shuffled") << minc2Bytes() << QStringLiteral("MINC-2");
}

void MincTest::readsBothVersions() {
    QFETCH(QByteArray, bytes);
    const QTemporaryDir dir;
    const io::Scan scan = scanned(put(dir, {QStringLiteral("m.mnc"), bytes, {}}));
    QCOMPARE(scan.found.size(), std::size_t(1));
    const VolumeHeader& h = scan.found[0].header;
    QTEST(h.format, "format");
    QCOMPARE(h.size, (std::array<int, 3>{2, 3, 4}));
    // RAS: x from -10 in steps of 2, y from -20 in steps of 3, z from 30 in steps of 4
    QVERIFY(near(h.voxelToLps, Affine({-2, 0, 0}, {0, -3, 0}, {0, 0, 4}, {10, 20, 30})));
    const auto volume = opened(scan.found[0]);
    // Real = n + stored / 100 * 10 in slice n
    for (int k = 0; k < 4; ++k)
        for (int j = 0; j < 3; ++j)
            for (int i = 0; i < 2; ++i)
                QVERIFY(std::abs(volume->value({double(i), double(j), double(k)}) - (k + (6 * k + 2 * j + i) / 10.0)) <
                        1e-5);
}

void MincTest::keepsOneScale() {
    const QTemporaryDir dir;
    const io::Scan scan = scanned(put(dir, {QStringLiteral("m.mnc"), minc1Bytes(false), {}}));
    const VolumeHeader& h = scan.found.at(0).header;
    QCOMPARE(h.type, StoredType::Int16); // as stored, with a slope
    QCOMPARE(h.slope, 0.1);
    QCOMPARE(opened(scan.found[0])->value({1, 2, 3}), 2.3);
}

void MincTest::readsTimeAndColour_data() {
    QTest::addColumn<QByteArray>("last");
    QTest::addColumn<int>("volumes");
    QTest::newRow("time") << QByteArray("time") << 3;
    QTest::newRow("colour") << QByteArray("vector_dimension") << 1;
}

void MincTest::readsTimeAndColour() {
    QFETCH(QByteArray, last);
    QFETCH(int, volumes);
    NetcdfPhantom file;
    file.dimension("yspace", 2);
    file.dimension("zspace", 2); // sagittal: x is not there
    file.dimension(last, 3);
    file.variable("xspace", {}, {NetcdfPhantom::doubles("start", {7})}, 4, big(qint32(0)));
    file.variable("yspace", {},
                  {NetcdfPhantom::doubles("step", {2}), NetcdfPhantom::doubles("direction_cosines", {0, 0.6, 0.8})}, 4,
                  big(qint32(0)));
    file.variable("time", {}, {NetcdfPhantom::doubles("step", {2.5})}, 4, big(qint32(0)));
    QByteArray voxels;
    for (int i = 0; i < 12; ++i) voxels += char(i);
    file.variable("image", {0, 1, 2}, {}, 1, voxels);
    const QTemporaryDir dir;
    const io::Scan scan = scanned(put(dir, {QStringLiteral("m.mnc"), file.bytes(), {}}));
    QCOMPARE(scan.found.size(), std::size_t(1));
    const VolumeHeader& h = scan.found[0].header;
    QCOMPARE(h.volumes, volumes);
    QCOMPARE(h.size, (std::array<int, 3>{2, 2, 1}));
    // i along z, j along the turned y, and the one slice at x = 7
    QVERIFY(near(h.voxelToLps, Affine({0, 0, 1}, {0, -1.2, 1.6}, {-1, 0, 0}, {-7, 0, 0})));
    const auto volume = opened(scan.found[0]);
    if (volumes == 3) {
        QCOMPARE(h.fourth.stepMs, 2500.0);
        for (int t = 0; t < 3; ++t) QCOMPARE(volume->value({1, 1, 0}, t), 9.0 + t);
    } else {
        QCOMPARE(h.type, StoredType::Rgb24);
        QCOMPARE(static_cast<int>(volume->voxels()[9]), 9);
    }
}

void MincTest::tellsUnevenSlices() {
    NetcdfPhantom file;
    file.dimension("zspace", 3);
    file.dimension("yspace", 1);
    file.dimension("xspace", 1);
    file.variable("zspace", {0}, {NetcdfPhantom::text("spacing", "irregular")}, 6, big(0.0) + big(2.0) + big(6.0));
    file.variable("image", {0, 1, 2}, {}, 1, QByteArray("\1\2\3", 3));
    const QTemporaryDir dir;
    const io::Scan scan = scanned(put(dir, {QStringLiteral("m.mnc"), file.bytes(), {}}));
    QCOMPARE(codes(scan.found.at(0)), QStringList{QStringLiteral("uneven-spacing")});
    QVERIFY(near(scan.found[0].header.voxelToLps, Affine({-1, 0, 0}, {0, -1, 0}, {0, 0, 3}, {0, 0, 0})));
}

void MincTest::readsNewerHeaders() {
    for (const bool dense : {false, true}) {
        const QTemporaryDir dir;
        const io::Scan scan = scanned(put(dir, {QStringLiteral("m.mnc"), newerMinc2Bytes(dense), {}}));
        QVERIFY2(scan.skipped.empty(), scan.skipped.empty() ? "" : qPrintable(scan.skipped[0].reason));
        QCOMPARE(scan.found.at(0).header.type, StoredType::UInt8);
        QCOMPARE(opened(scan.found[0])->value({0, 0, 2}), 7.0);
    }
}

NEURAXIS_TEST_MAIN(MincTest)
#include "tst_io_minc.moc"
