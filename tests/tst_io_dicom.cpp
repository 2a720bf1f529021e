#include "core/io/dicom_dataset.h"
#include "core/io/scan.h"
#include "tests/dicom_phantom.h"
#include "tests/test_main.h"

#include <QTest>

using namespace neuraxis;
using test::DicomPhantom;

namespace {

QStringList codesOf(const io::Found& found) {
    QStringList codes;
    for (const Finding& f : found.header.findings) codes << f.code;
    return codes;
}

io::Scan scanned(const QTemporaryDir& dir) {
    io::Job job;
    return io::scan({dir.path()}, job);
}

std::shared_ptr<const Volume> voxels(const io::Found& found) {
    io::Job job;
    return io::read(found, job);
}

} // namespace

/// DICOM files written byte by byte, and the volumes that must come of them.
class DicomTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void ordersByPosition_data();
    void ordersByPosition();
    void readsEverySyntax_data();
    void readsEverySyntax();
    void usesTheStoredBitsOnly_data();
    void usesTheStoredBitsOnly();
    void sharesFramesBetweenThreads_data();
    void sharesFramesBetweenThreads();
    void saysWhatIsMeantInverted();
    void tellsVolumesApart_data();
    void tellsVolumesApart();
    void leavesMissingSlicesEmpty();
    void dropsDoubledSlices();
    void usesCopiedFilesOnce();
    void dropsAnAbortedVolume();
    void opensDespiteATruncatedFile();
    void scalesEachSliceByItsOwnSlope();
    void windowIsInTheVolumesUnit();
    void philipsValuesArePrecise();
    void readsEnhancedGroups();
    void readsCharacterSets_data();
    void readsCharacterSets();
    void namesNoPatient();
    void callsEarlyOnce();
    void stopsWhenCancelled();
};

void DicomTest::ordersByPosition_data() {
    QTest::addColumn<QByteArray>("cosines");
    QTest::addColumn<QList<QByteArray>>("positions"); // in the order of their file names and numbers
    QTest::addColumn<QList<int>>("order");            // of those, along the normal
    QTest::newRow("axial, foot to head") << QByteArray("1\\0\\0\\0\\1\\0")
                                         << QList<QByteArray>{"0\\0\\0", "0\\0\\3", "0\\0\\6"} << QList<int>{0, 1, 2};
    QTest::newRow("axial, head to foot") << QByteArray("1\\0\\0\\0\\1\\0")
                                         << QList<QByteArray>{"0\\0\\6", "0\\0\\3", "0\\0\\0"} << QList<int>{2, 1, 0};
    QTest::newRow("interleaved") << QByteArray("1\\0\\0\\0\\1\\0") << QList<QByteArray>{"0\\0\\3", "0\\0\\0", "0\\0\\6"}
                                 << QList<int>{1, 0, 2};
    // Sagittal: columns to posterior, rows to the feet; the normal points to the right.
    QTest::newRow("sagittal, left to right")
        << QByteArray("0\\1\\0\\0\\0\\-1") << QList<QByteArray>{"3\\0\\0", "0\\0\\0", "-3\\0\\0"}
        << QList<int>{0, 1, 2};
}

void DicomTest::ordersByPosition() {
    QFETCH(QByteArray, cosines);
    QFETCH(QList<QByteArray>, positions);
    QFETCH(QList<int>, order);
    const QTemporaryDir dir;
    for (int i = 0; i < positions.size(); ++i) {
        DicomPhantom p;
        p.cosines = cosines;
        p.position = positions[i];
        p.instance = i + 1;
        p.values = {1000 + i};
        p.write(dir.filePath(QString::number(i)));
    }
    const io::Scan scan = scanned(dir);
    QCOMPARE(scan.found.size(), std::size_t(1));
    QVERIFY(scan.skipped.empty());
    const VolumeHeader& header = scan.found[0].header;
    QCOMPARE(header.size, (std::array<int, 3>{4, 3, 3}));
    const auto spacing = header.voxelToLps.spacingMm();
    QCOMPARE(spacing[0], 1.5); // between columns: the second number of Pixel Spacing
    QCOMPARE(spacing[1], 2.0);
    QCOMPARE(spacing[2], 3.0);
    const auto volume = voxels(scan.found[0]);
    for (int k = 0; k < 3; ++k) {
        QCOMPARE(volume->value({0, 0, double(k)}), 1000.0 + order[k]);
        const auto words = positions[order[k]].split('\\');
        const WorldPoint p = header.voxelToLps.toWorld({0, 0, double(k)});
        QCOMPARE(p, (WorldPoint{words[0].toDouble(), words[1].toDouble(), words[2].toDouble()}));
    }
}

void DicomTest::readsEverySyntax_data() {
    QTest::addColumn<bool>("isImplicit");
    QTest::addColumn<bool>("bigEndian");
    QTest::addColumn<bool>("isSigned");
    QTest::newRow("explicit") << false << false << false;
    QTest::newRow("implicit") << true << false << false;
    QTest::newRow("big endian") << false << true << false;
    QTest::newRow("signed") << false << false << true;
    QTest::newRow("signed big endian") << false << true << true;
}

void DicomTest::readsEverySyntax() {
    QFETCH(bool, isImplicit);
    QFETCH(bool, bigEndian);
    QFETCH(bool, isSigned);
    const QTemporaryDir dir;
    DicomPhantom p;
    p.isImplicit = isImplicit;
    p.bigEndian = bigEndian;
    p.isSigned = isSigned;
    p.values = {isSigned ? -300 : 40000, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    p.write(dir.filePath(QStringLiteral("a")));
    const io::Scan scan = scanned(dir);
    QCOMPARE(scan.found.size(), std::size_t(1));
    QCOMPARE(scan.found[0].header.type, isSigned ? StoredType::Int16 : StoredType::UInt16);
    const auto volume = voxels(scan.found[0]);
    QCOMPARE(volume->value({0, 0, 0}), isSigned ? -300.0 : 40000.0);
    QCOMPARE(volume->value({3, 2, 0}), 11.0);
    QCOMPARE(volume->value({1, 2, 0}), 9.0);
}

void DicomTest::usesTheStoredBitsOnly_data() {
    QTest::addColumn<int>("bitsStored");
    QTest::addColumn<int>("highBit");
    QTest::addColumn<bool>("isSigned");
    QTest::addColumn<int>("inFile");
    QTest::addColumn<double>("value");
    QTest::newRow("overlay above 12 bits") << 12 << 11 << false << 0x8123 << double(0x123);
    QTest::newRow("overlay below 12 bits") << 12 << 15 << false << 0x1238 << double(0x123);
    QTest::newRow("12 bits in the middle") << 12 << 13 << false << 0x848e << double(0x123);
    QTest::newRow("negative in 12 bits") << 12 << 11 << true << 0x0fff << -1.0;
    QTest::newRow("positive, with an overlay") << 12 << 11 << true << 0x9123 << double(0x123);
    QTest::newRow("16 bits") << 16 << 15 << false << 0x8123 << double(0x8123);
}

void DicomTest::usesTheStoredBitsOnly() {
    QFETCH(int, bitsStored);
    QFETCH(int, highBit);
    QFETCH(bool, isSigned);
    QFETCH(int, inFile);
    DicomPhantom p;
    p.bitsStored = bitsStored;
    p.highBit = highBit;
    p.isSigned = isSigned;
    p.values = {inFile};
    const QTemporaryDir dir;
    p.write(dir.filePath(QStringLiteral("a")));
    QTEST(voxels(scanned(dir).found.at(0))->value({2, 1, 0}), "value");
}

void DicomTest::sharesFramesBetweenThreads_data() {
    QTest::addColumn<bool>("hasTable");
    QTest::addColumn<int>("fragments"); // of each frame
    QTest::newRow("one fragment each") << false << 1;
    QTest::newRow("two each, by the table") << true << 2;
}

/// 50 frames in RLE: more than one thread takes at a time.
void DicomTest::sharesFramesBetweenThreads() {
    QFETCH(bool, hasTable);
    QFETCH(int, fragments);
    const auto item = [](const QByteArray& inside) {
        QByteArray b("\xfe\xff\0\xe0\0\0\0\0", 8);
        qToLittleEndian(static_cast<quint32>(inside.size()), b.data() + 4);
        return b + inside;
    };
    QByteArray frames, table;
    for (int f = 0; f < 50; ++f) {
        QByteArray rle(64, '\0'); // high bytes 0, low bytes the frame's number, each as one run of 12
        rle[0] = 2;
        rle[4] = 64;
        rle[8] = 66;
        rle += QByteArray("\xf5\0\xf5", 3) + char(f);
        QByteArray number(4, '\0');
        qToLittleEndian(static_cast<quint32>(frames.size()), number.data());
        table += number;
        frames += fragments == 1 ? item(rle) : item(rle.left(66)) + item(rle.mid(66));
    }
    DicomPhantom p;
    p.position = p.cosines = {};
    p.frames = 50;
    QByteArray bytes = p.bytes();
    bytes.replace("1.2.840.10008.1.2.1\0", "1.2.840.10008.1.2.5\0");
    bytes = bytes.left(bytes.lastIndexOf("OW") + 4) + QByteArray("\xff\xff\xff\xff", 4) +
            item(hasTable ? table : QByteArray()) + frames + QByteArray("\xfe\xff\xdd\xe0\0\0\0\0", 8);
    const QTemporaryDir dir;
    test::writeFile(dir.filePath(QStringLiteral("a")), bytes);
    const io::Scan scan = scanned(dir);
    QCOMPARE(scan.found.size(), std::size_t(1));
    const auto volume = voxels(scan.found[0]);
    QCOMPARE(volume->header().size, (std::array<int, 3>{4, 3, 50}));
    for (int f = 0; f < 50; ++f) QCOMPARE(volume->value({3, 2, double(f)}), double(f));
}

void DicomTest::saysWhatIsMeantInverted() {
    DicomPhantom p;
    p.photometric = "MONOCHROME1";
    const QTemporaryDir dir;
    p.write(dir.filePath(QStringLiteral("a")));
    const io::Scan scan = scanned(dir);
    QCOMPARE(codesOf(scan.found.at(0)), QStringList{QStringLiteral("monochrome1")});
    QCOMPARE(voxels(scan.found[0])->value({3, 2, 0}), 11.0); // as stored
}

void DicomTest::tellsVolumesApart_data() {
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("found");
    QTest::addColumn<int>("volumes");
    QTest::newRow("two times") << QStringLiteral("temporal") << 1 << 2;
    QTest::newRow("two echoes") << QStringLiteral("echo") << 2 << 1;
    QTest::newRow("magnitude and phase") << QStringLiteral("component") << 2 << 1;
    QTest::newRow("two directions of slices") << QStringLiteral("orientation") << 2 << 1;
    QTest::newRow("two series") << QStringLiteral("series") << 2 << 1;
    QTest::newRow("nothing but their numbers") << QStringLiteral("instance") << 1 << 2;
}

void DicomTest::tellsVolumesApart() {
    QFETCH(QString, what);
    const QTemporaryDir dir;
    for (int v = 0; v < 2; ++v)
        for (int k = 0; k < 4; ++k) {
            DicomPhantom p;
            p.position = "0\\0\\" + QByteArray::number(3 * k);
            p.instance = 4 * v + k + 1;
            p.values = {100 * v + k};
            if (what == QStringLiteral("temporal")) p.temporal = v + 1;
            if (what == QStringLiteral("echo")) p.echo = v + 1, p.echoTime = v ? "7" : "3";
            if (what == QStringLiteral("component") && v) p.imageType = "ORIGINAL\\PRIMARY\\PHASE MAP\\P\\FFE";
            if (what == QStringLiteral("orientation") && v)
                p.cosines = "0\\1\\0\\0\\0\\1", p.position = QByteArray::number(3 * k) + "\\0\\0";
            if (what == QStringLiteral("series") && v) p.seriesUid = "2.25.8";
            p.write(dir.filePath(QStringLiteral("%1%2").arg(k).arg(v)));
        }
    const io::Scan scan = scanned(dir);
    QTEST(static_cast<int>(scan.found.size()), "found");
    for (std::size_t i = 0; i < scan.found.size(); ++i) {
        QTEST(scan.found[i].header.volumes, "volumes");
        QCOMPARE(scan.found[i].header.size[2], 4);
        QCOMPARE(codesOf(scan.found[i]), what == QStringLiteral("orientation")
                                             ? QStringList{QStringLiteral("mixed-orientations")}
                                             : QStringList());
        const auto volume = voxels(scan.found[i]);
        for (int t = 0; t < volume->header().volumes; ++t)
            for (int k = 0; k < 4; ++k) QCOMPARE(volume->value({0, 0, double(k)}, t), 100.0 * (double(i) + t) + k);
    }
    if (scan.found.size() == 2 && what != QStringLiteral("series"))
        QVERIFY(scan.found[0].header.name != scan.found[1].header.name);
}

void DicomTest::leavesMissingSlicesEmpty() {
    const QTemporaryDir dir;
    for (const int k : {0, 1, 2, 4, 5}) {
        DicomPhantom p;
        p.position = "0\\0\\" + QByteArray::number(3 * k);
        p.values = {7};
        p.write(dir.filePath(QString::number(k)));
    }
    const io::Scan scan = scanned(dir);
    QCOMPARE(scan.found[0].header.size[2], 6);
    QCOMPARE(codesOf(scan.found[0]), QStringList{QStringLiteral("missing-slice")});
    QVERIFY(scan.found[0].header.findings[0].text.contains(QStringLiteral("1 of 6")));
    const auto volume = voxels(scan.found[0]);
    QCOMPARE(volume->value({1, 1, 3}), 0.0);
    QCOMPARE(volume->value({1, 1, 4}), 7.0);
}

void DicomTest::dropsDoubledSlices() {
    const QTemporaryDir dir;
    for (const int k : {0, 1, 2, 3}) {
        DicomPhantom p;
        p.position = "0\\0\\" + QByteArray::number(3 * k);
        p.instance = k + 1;
        p.values = {k};
        p.write(dir.filePath(QString::number(k)));
        if (k == 2) p.write(dir.filePath(QStringLiteral("copy")));
    }
    const io::Scan scan = scanned(dir);
    QCOMPARE(scan.found.size(), std::size_t(1));
    QCOMPARE(scan.found[0].header.size[2], 4);
    QCOMPARE(scan.found[0].header.volumes, 1);
    QCOMPARE(codesOf(scan.found[0]), QStringList{QStringLiteral("duplicate-slice")});
}

void DicomTest::usesCopiedFilesOnce() {
    const QTemporaryDir dir;
    for (const char* folder : {"a", "b"})
        for (int k = 0; k < 3; ++k) {
            QDir(dir.path()).mkdir(QLatin1String(folder));
            DicomPhantom p;
            p.position = "0\\0\\" + QByteArray::number(3 * k);
            p.more[0x00080018] = "2.25.1" + QByteArray::number(k);
            p.write(dir.filePath(QStringLiteral("%1/%2").arg(QLatin1String(folder)).arg(k)));
        }
    const io::Scan scan = scanned(dir);
    QCOMPARE(scan.found.size(), std::size_t(1));
    QCOMPARE(scan.found[0].header.volumes, 1);
    QCOMPARE(scan.found[0].files.size(), 3);
    QCOMPARE(codesOf(scan.found[0]), QStringList{QStringLiteral("duplicate-file")});
}

void DicomTest::dropsAnAbortedVolume() {
    const QTemporaryDir dir;
    for (int v = 0; v < 3; ++v)
        for (int k = 0; k < (v == 2 ? 2 : 10); ++k) {
            DicomPhantom p;
            p.position = "0\\0\\" + QByteArray::number(3 * k);
            p.temporal = v + 1;
            p.write(dir.filePath(QStringLiteral("%1-%2").arg(v).arg(k)));
        }
    const io::Scan scan = scanned(dir);
    QCOMPARE(scan.found[0].header.volumes, 2);
    QCOMPARE(codesOf(scan.found[0]), QStringList{QStringLiteral("incomplete-volume")});
}

void DicomTest::opensDespiteATruncatedFile() {
    const QTemporaryDir dir;
    for (int k = 0; k < 5; ++k) {
        DicomPhantom p;
        p.position = "0\\0\\" + QByteArray::number(3 * k);
        QByteArray bytes = p.bytes();
        if (k == 2) bytes.chop(10);
        test::writeFile(dir.filePath(QStringLiteral("IM_%1").arg(k)), bytes);
    }
    const io::Scan scan = scanned(dir);
    QCOMPARE(scan.found.size(), std::size_t(1));
    QCOMPARE(scan.found[0].header.size[2], 5);
    QCOMPARE(codesOf(scan.found[0]), (QStringList{QStringLiteral("missing-slice"), QStringLiteral("truncated")}));
    QCOMPARE(scan.skipped.size(), std::size_t(1));
    QCOMPARE(scan.skipped[0].reason,
             QStringLiteral("IM_2 is cut short: it ends before its voxels do. Copy it again from its source."));
    voxels(scan.found[0]);
}

void DicomTest::scalesEachSliceByItsOwnSlope() {
    const QTemporaryDir dir;
    for (int k = 0; k < 3; ++k) {
        DicomPhantom p;
        p.position = "0\\0\\" + QByteArray::number(3 * k);
        p.slope = QByteArray::number(k + 1);
        p.intercept = "-5";
        p.values = {10};
        p.write(dir.filePath(QString::number(k)));
    }
    const io::Scan scan = scanned(dir);
    const VolumeHeader& header = scan.found[0].header;
    QCOMPARE(header.type, StoredType::Float32);
    QCOMPARE(header.slope, 1.0);
    const auto volume = voxels(scan.found[0]);
    for (int k = 0; k < 3; ++k) QCOMPARE(volume->value({2, 1, double(k)}), 10.0 * (k + 1) - 5);
}

void DicomTest::windowIsInTheVolumesUnit() {
    const QTemporaryDir dir;
    DicomPhantom p;
    p.slope = "2";
    p.intercept = "-1000";
    p.windowCentre = "40\\300";
    p.windowWidth = "400\\1500";
    p.write(dir.filePath(QStringLiteral("a")));
    const auto presets = scanned(dir).found[0].header.windowPresets;
    QCOMPARE(presets.size(), std::size_t(2)); // C.11.2.1.2: the window applies after the rescale
    QCOMPARE(presets[0].centre, 40.0);
    QCOMPARE(presets[1].width, 1500.0);
}

void DicomTest::philipsValuesArePrecise() {
    // dcm2niix issue 493: RS .596581, SS 1.6765 gives the precise slope .596481. The block is 11, not the usual 10.
    const QTemporaryDir dir;
    DicomPhantom p;
    p.slope = "0.596581";
    p.windowCentre = "59.6581";
    p.windowWidth = "5.96581";
    p.more[0x20050010] = "Philips Imaging DD 002";
    p.more[0x20050011] = "Philips MR Imaging DD 001";
    QByteArray scale(4, '\0');
    qToLittleEndian(1.6765F, scale.data());
    p.more[0x2005110e] = scale;
    QByteArray bytes = p.bytes();
    bytes.replace(QByteArray("\x05\x20\x0e\x11LO", 6), QByteArray("\x05\x20\x0e\x11"
                                                                  "FL",
                                                                  6));
    test::writeFile(dir.filePath(QStringLiteral("a")), bytes);
    const VolumeHeader header = scanned(dir).found[0].header;
    QVERIFY(std::abs(header.slope - 0.596481) < 1e-6);
    QVERIFY(std::abs(header.windowPresets[0].centre - 100 * header.slope) < 1e-6); // stored 100 in both scalings
    QVERIFY(std::abs(header.windowPresets[0].width - 10 * header.slope) < 1e-6);
}

void DicomTest::readsEnhancedGroups() {
    // The two functional group sequences, with the position per frame and the rest shared.
    const auto element = [](quint32 tag, const QByteArray& value) {
        QByteArray b(8, '\0');
        qToLittleEndian(static_cast<quint16>(tag >> 16), b.data());
        qToLittleEndian(static_cast<quint16>(tag), b.data() + 2);
        qToLittleEndian(static_cast<quint32>(value.size()), b.data() + 4);
        return b + value;
    };
    const auto even = [](QByteArray v) { return v.size() % 2 ? v + ' ' : v; };
    const auto item = [&](const QByteArray& inside) { return element(0xfffee000, inside); };
    QByteArray frames;
    for (const int z : {8, 0, 4})
        frames += item(element(0x00209113, item(element(0x00200032, even("1\\2\\" + QByteArray::number(z))))));
    const QByteArray shared =
        item(element(0x00209116, item(element(0x00200037, even("1\\0\\0\\0\\1\\0")))) +
             element(0x00289110, item(element(0x00280030, even("0.5\\0.25")) + element(0x00180050, "9 "))));
    DicomPhantom p;
    p.isImplicit = true;
    p.position = p.cosines = {};
    p.frames = 3;
    p.values.clear();
    QByteArray bytes = p.bytes();
    bytes.insert(bytes.lastIndexOf(QByteArray("\xe0\x7f\x10\x00", 4)),
                 element(0x52009229, shared) + element(0x52009230, frames));
    const QTemporaryDir dir;
    test::writeFile(dir.filePath(QStringLiteral("a")), bytes);
    const io::Scan scan = scanned(dir);
    QCOMPARE(scan.found.size(), std::size_t(1));
    const VolumeHeader& header = scan.found[0].header;
    QCOMPARE(header.size, (std::array<int, 3>{4, 3, 3}));
    QCOMPARE(header.voxelToLps, Affine({0.25, 0, 0}, {0, 0.5, 0}, {0, 0, 4}, {1, 2, 0}));
    const auto volume = voxels(scan.found[0]);
    QCOMPARE(volume->value({0, 0, 0}), 12.0); // the second frame
    QCOMPARE(volume->value({0, 0, 1}), 24.0);
    QCOMPARE(volume->value({3, 2, 2}), 11.0);
}

void DicomTest::readsCharacterSets_data() {
    QTest::addColumn<QByteArray>("characterSet");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("Latin 1") << QByteArray("ISO_IR 100")
                             << QByteArray("Sch\xe4"
                                           "del T1")
                             << QStringLiteral("Schädel T1");
    QTest::newRow("UTF-8") << QByteArray("ISO_IR 192")
                           << QByteArray("Sch\xc3\xa4"
                                         "del T1")
                           << QStringLiteral("Schädel T1");
    QTest::newRow("none told") << QByteArray() << QByteArray("head T1 ") << QStringLiteral("head T1");
}

void DicomTest::readsCharacterSets() {
    QFETCH(QByteArray, characterSet);
    QFETCH(QByteArray, bytes);
    const QTemporaryDir dir;
    DicomPhantom p;
    p.characterSet = characterSet;
    p.description = bytes;
    p.write(dir.filePath(QStringLiteral("a")));
    QTEST(scanned(dir).found[0].header.series.description, "text");
}

void DicomTest::namesNoPatient() {
    const QTemporaryDir dir;
    DicomPhantom p; // of Secret^Name
    p.description = "T1 Dr. Who/SECRET secretary SecretT1";
    p.write(dir.filePath(QStringLiteral("a")));
    const VolumeHeader header = scanned(dir).found[0].header;
    QCOMPARE(header.series.description, QStringLiteral("T1 Dr. Who/… secretary …T1"));
    for (const QString& text : {header.name, header.series.description, header.series.protocol, header.series.uid})
        QVERIFY(!text.contains(QStringLiteral("SECRET")) && !text.contains(QStringLiteral("Name")));
}

void DicomTest::callsEarlyOnce() {
    const QTemporaryDir dir;
    for (int s = 0; s < 3; ++s) {
        QDir(dir.path()).mkdir(QString::number(s));
        DicomPhantom p;
        p.seriesUid = "2.25.9" + QByteArray::number(s);
        p.write(dir.filePath(QStringLiteral("%1/a").arg(s)));
    }
    io::Job job;
    int calls = 0;
    QString uid;
    io::scan({dir.path()}, job, [&](const io::Found& found) {
        ++calls;
        uid = found.header.series.uid;
    });
    QCOMPARE(calls, 1);
    QCOMPARE(uid, QStringLiteral("2.25.90"));
    QCOMPARE(job.stepsDone(), job.stepsTotal());
}

void DicomTest::stopsWhenCancelled() {
    const QTemporaryDir dir;
    DicomPhantom().write(dir.filePath(QStringLiteral("a")));
    io::Job job;
    const io::Found found = io::scan({dir.path()}, job).found.at(0);
    job.cancel();
    QVERIFY_EXCEPTION_THROWN(io::scan({dir.path()}, job), io::Cancelled);
    QVERIFY_EXCEPTION_THROWN(io::read(found, job), io::Cancelled);
}

NEURAXIS_TEST_MAIN(DicomTest)
#include "tst_io_dicom.moc"
