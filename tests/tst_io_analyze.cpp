#include "tests/format_test.h"
#include "tests/test_main.h"

#include <QTest>

using namespace neuraxis;
using namespace neuraxis::test;

/// Analyze 7.5 with what SPM keeps in it, and AFNI.
class AnalyzeTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void readsBothByteOrders_data();
    void readsBothByteOrders();
    void readsSpm();
    void readsPackedPairs();
    void readsAfni();
    void readsAfniPlaces();
};

void AnalyzeTest::readsBothByteOrders_data() {
    QTest::addColumn<bool>("bigEndian");
    QTest::newRow("little endian") << false;
    QTest::newRow("big endian") << true;
}

void AnalyzeTest::readsBothByteOrders() {
    QFETCH(bool, bigEndian);
    const QTemporaryDir dir;
    const io::Scan scan = scanned(put(dir, analyzePhantom(bigEndian)));
    QCOMPARE(scan.found.size(), std::size_t(1));
    const VolumeHeader& h = scan.found[0].header;
    QCOMPARE(h.format, QStringLiteral("Analyze"));
    // nibabel 5.0's AnalyzeImage of the same bytes: x to the left, centred: RAS diag(-2, 3, 4), 1, -3, -6
    QVERIFY(near(h.voxelToLps, Affine::fromRas({{{-2, 0, 0, 1}, {0, 3, 0, -3}, {0, 0, 4, -6}, {0, 0, 0, 1}}})));
    QCOMPARE(codes(scan.found[0]), QStringList{QStringLiteral("sides-guessed")});
    QVERIFY(h.findings[0].text.contains(QStringLiteral("left and right may be swapped")));
    QCOMPARE(opened(scan.found[0])->value({1, 2, 3}), 23.0);
}

void AnalyzeTest::readsSpm() {
    FormatPhantom p = analyzePhantom();
    qToLittleEndian(0.5F, p.bytes.data() + 112);
    const qint16 origin[] = {1, 2, 3};
    for (int i = 0; i < 3; ++i) qToLittleEndian(origin[i], p.bytes.data() + 253 + 2 * i);
    const QTemporaryDir dir;
    const io::Scan scan = scanned(put(dir, p));
    // The origin is voxel 0, 1, 2
    QVERIFY(near(scan.found.at(0).header.voxelToLps,
                 Affine::fromRas({{{-2, 0, 0, 0}, {0, 3, 0, -3}, {0, 0, 4, -8}, {0, 0, 0, 1}}})));
    QCOMPARE(opened(scan.found[0])->value({1, 2, 3}), 11.5);
}

void AnalyzeTest::readsPackedPairs() {
    const auto gzipped = [](const QByteArray& bytes) {
        QByteArray zlib = qCompress(bytes).mid(4); // a zlib stream: two bytes, deflate, four of a checksum
        const QByteArray deflated = zlib.mid(2).chopped(4);
        return QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10) + deflated +
               little(quint32(crc32(0, reinterpret_cast<const Bytef*>(bytes.constData()), uInt(bytes.size())))) +
               little(quint32(bytes.size()));
    };
    const FormatPhantom plain = analyzePhantom();
    const QTemporaryDir dir;
    const io::Scan scan = scanned(put(dir, {QStringLiteral("A.HDR.gz"),
                                            gzipped(plain.bytes),
                                            {{QStringLiteral("A.img.gz"), gzipped(plain.beside[0].second)}}}));
    QCOMPARE(scan.found.size(), std::size_t(1));
    QCOMPARE(scan.found[0].header.name, QStringLiteral("A"));
    QCOMPARE(opened(scan.found[0])->value({1, 2, 3}), 23.0);
    // As a folder: the pair is one image, nothing is left over.
    const io::Scan folder = scanned(dir.path());
    QCOMPARE(folder.found.size(), std::size_t(1));
    QVERIFY(folder.skipped.empty());
}

void AnalyzeTest::readsAfni() {
    const QTemporaryDir dir;
    const io::Scan scan = scanned(put(dir, afniPhantom()));
    QCOMPARE(scan.found.size(), std::size_t(1));
    const VolumeHeader& h = scan.found[0].header;
    QCOMPARE(h.format, QStringLiteral("AFNI"));
    QCOMPARE(h.name, QStringLiteral("a+orig"));
    QCOMPARE(h.volumes, 2);
    const auto volume = opened(scan.found[0]);
    QCOMPARE(volume->value({1, 2, 3}, 0), 23.0);     // a factor of 0 is none
    QCOMPARE(volume->value({1, 2, 3}, 1), 47 * 0.5); // the second sub-brick has its own
}

void AnalyzeTest::readsAfniPlaces() {
    // R-to-L, A-to-P, I-to-S: LPS with the places as they stand there
    const QTemporaryDir dir;
    FormatPhantom p = afniPhantom();
    QVERIFY(near(scanned(put(dir, p)).found.at(0).header.voxelToLps,
                 Affine({2, 0, 0}, {0, 3, 0}, {0, 0, 4}, {-10, -20, 30})));
    p.bytes += "\ntype  = float-attribute\nname  = IJK_TO_DICOM_REAL\ncount = 12\n 0 0 4 1 2\n 0 0 2 0\n 3 0 3\n";
    QVERIFY(
        near(scanned(put(dir, p)).found.at(0).header.voxelToLps, Affine({0, 2, 0}, {0, 0, 3}, {4, 0, 0}, {1, 2, 3})));
}

NEURAXIS_TEST_MAIN(AnalyzeTest)
#include "tst_io_analyze.moc"
