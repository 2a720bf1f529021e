#include "core/io/scan.h"
#include "tests/dicom_phantom.h"
#include "tests/test_main.h"

#include <QTest>

using namespace neuraxis;
using test::DicomPhantom;

namespace {

/// Eight slices 3 mm apart of one volume or two; what a row plants in them is changed by `spoil`.
using Spoil = void (*)(DicomPhantom& slice, int k, int v);

void write(const QTemporaryDir& dir, Spoil spoil, int volumes, const QSet<int>& without) {
    for (int v = 0; v < volumes; ++v)
        for (int k = 0; k < 8; ++k) {
            if (without.contains(8 * v + k)) continue;
            DicomPhantom p;
            p.columns = p.rows = 16;
            p.position = "0\\0\\" + QByteArray::number(3 * k);
            p.instance = 8 * v + k + 1;
            if (volumes > 1) p.temporal = v + 1;
            p.values = {100, 200, 300, 400, 500};
            spoil(p, k, v);
            p.write(dir.filePath(QStringLiteral("IM_%1").arg(p.instance)));
        }
}

QStringList codesOf(const io::Found& found, io::Job& job) {
    QStringList codes;
    const auto volume = io::read(found, job);
    for (const Finding& finding : volume->header().findings) codes << finding.code;
    return codes;
}

} // namespace

/// What is wrong with a series is found, and nothing where nothing is.
class FindingsTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void finds_data();
    void finds();
    void infoSeesClippingWithoutReadingAll();
    void twoParticipantsInOneFolder();
    void twoParticipantsInTwoFolders();
    void oneSeriesInTwoFolders();
    void namesWithoutMeaningAreNoCopies();
    void aMediumsIndexOpensItsFolder();
    void keepsRepeatsAtOnePlace();
};

void FindingsTest::finds_data() {
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<int>("volumes");
    QTest::addColumn<QSet<int>>("without");
    QTest::addColumn<QStringList>("codes");
    const auto row = [](const char* name, Spoil spoil, const QStringList& codes, int volumes = 1,
                        const QSet<int>& without = {}) { QTest::newRow(name) << spoil << volumes << without << codes; };
    const auto one = [](const char* code) { return QStringList{QString::fromLatin1(code)}; };
    const Spoil nothing = [](DicomPhantom&, int, int) {};
    row("nothing", nothing, {});
    row("nothing, two volumes", nothing, {}, 2);
    row("a missing slice", nothing, one("missing-slice"), 1, {3});
    row("the last slice, by Philips' count",
        [](DicomPhantom& p, int, int) {
            p.more[0x20010010] = "Philips Imaging DD 001";
            p.typed[0x20011018] = {"SL", QByteArray("\x08\0\0\0", 4)};
            p.more[0x00080070] = "Philips";
        },
        one("missing-slice"), 1, {7});
    row("a doubled position",
        [](DicomPhantom& p, int k, int) {
            if (k == 4) p.position = "0\\0\\9";
        },
        {QStringLiteral("duplicate-slice"), QStringLiteral("missing-slice")});
    row(
        "uneven spacing",
        [](DicomPhantom& p, int k, int) {
            if (k > 4) p.position = "0\\0\\" + QByteArray::number(3 * k + 1.2);
        },
        one("uneven-spacing"));
    row("an incomplete last volume", nothing, one("incomplete-volume"), 2, {11, 12, 13, 14, 15});
    row(
        "a sheared grid",
        [](DicomPhantom& p, int k, int) {
            p.position = "0\\" + QByteArray::number(0.3 * k) + "\\" + QByteArray::number(3 * k);
        },
        one("sheared-grid"));
    row(
        "clipped",
        [](DicomPhantom& p, int, int) {
            p.bitsStored = 12;
            p.highBit = 11;
            p.values = {100, 4095, 300, 400, 500, 600, 700};
        },
        one("clipped"));
    row("bright but not clipped",
        [](DicomPhantom& p, int, int) {
            p.bitsStored = 12;
            p.highBit = 11;
            p.values = {4095, 4094, 4093, 4092, 4091, 4090, 4089};
        },
        {});
    row(
        "lossy", [](DicomPhantom& p, int, int) { p.more[0x00282110] = "01"; }, one("lossy"));
    row(
        "text in the pixels", [](DicomPhantom& p, int, int) { p.more[0x00280301] = "YES"; }, one("burned-in"));
    row(
        "a screen capture", [](DicomPhantom& p, int, int) { p.sopClass = "1.2.840.10008.5.1.4.1.1.7"; },
        one("burned-in"));
    row(
        "spacing that the positions deny", [](DicomPhantom& p, int, int) { p.between = "2"; },
        one("position-mismatch"));
    row("the gap for the spacing",
        [](DicomPhantom& p, int, int) {
            p.between = "0.5";
            p.thickness = "2.5";
        },
        {});
    row(
        "locations that the positions deny",
        [](DicomPhantom& p, int k, int) { p.more[0x00201041] = QByteArray::number(7 * k); }, one("position-mismatch"));
    row("locations that fall where positions rise",
        [](DicomPhantom& p, int k, int) { p.more[0x00201041] = QByteArray::number(-3 * k); }, {});
    row(
        "a diffusion scan without its numbers", [](DicomPhantom& p, int, int) { p.description = "DTI 64"; },
        one("diffusion-tags-missing"), 2);
    row(
        "b-values without directions",
        [](DicomPhantom& p, int, int v) {
            p.more[0x00080070] = "SIEMENS";
            p.more[0x00180024] = v ? "ep_b1000#1" : "ep_b0";
        },
        one("diffusion-tags-missing"), 2);
    row(
        "a diffusion scan of b = 0 alone",
        [](DicomPhantom& p, int, int) {
            p.description = "DTI_PA_b0";
            p.typed[0x00189087] = {"FD", test::reals({0.0})};
        },
        {}, 2);
    row(
        "a mosaic that does not say its layout",
        [](DicomPhantom& p, int, int) {
            p.more[0x00080070] = "SIEMENS";
            p.imageType = "ORIGINAL\\PRIMARY\\M\\ND\\MOSAIC";
        },
        one("mosaic"));
    row(
        "volumes that lie apart",
        [](DicomPhantom& p, int k, int v) {
            p.position = "0\\0\\" + QByteArray::number(3 * k + 1.3 * (v > 0));
            p.temporal = v + 1;
        },
        one("moved-volumes"), 3);
    row(
        "volumes that lie apart, told by their acquisition numbers",
        [](DicomPhantom& p, int k, int v) {
            p.position = "0\\0\\" + QByteArray::number(3 * k + 0.4 * v);
            p.temporal = 0;
            p.more[0x00200012] = QByteArray::number(v + 1);
        },
        one("moved-volumes"), 4);
    row("a volume acquired in two passes",
        [](DicomPhantom& p, int k, int) { p.more[0x00200012] = QByteArray::number(1 + k % 2); }, {});
    row("overlapping slices in two passes",
        [](DicomPhantom& p, int k, int) {
            p.more[0x00200012] = QByteArray::number(1 + k % 2);
            p.thickness = "6";
            p.between.clear();
        },
        {});
    row("slices much thicker than their distance, in two parts",
        [](DicomPhantom& p, int k, int) {
            p.more[0x00200012] = QByteArray::number(1 + k / 4);
            p.thickness = "10";
            p.between.clear();
        },
        {});
    row(
        "a distance told of one of two passes",
        [](DicomPhantom& p, int k, int) {
            p.more[0x00200012] = QByteArray::number(1 + k % 2);
            p.between = "6";
        },
        one("position-mismatch"));
    row(
        "a missing volume",
        [](DicomPhantom& p, int, int v) {
            p.more[0x00080032] = "1200" + QByteArray::number(10 + 2 * (v > 3 ? v + 1 : v));
            p.more[0x00180080] = "2000";
        },
        one("missing-volume"), 7);
    row(
        "a pause that is no whole step",
        [](DicomPhantom& p, int, int v) {
            p.more[0x00080032] = "1200" + QByteArray::number(10 + 2 * v + (v > 3 ? 3 : 0));
            p.more[0x00180080] = "2000";
        },
        {}, 7);
    row(
        "words that only begin so", [](DicomPhantom& p, int, int) { p.description = "Dtiny"; }, {}, 2);
}

void FindingsTest::finds() {
    QFETCH(Spoil, spoil);
    QFETCH(int, volumes);
    QFETCH(QSet<int>, without);
    const QTemporaryDir dir;
    write(dir, spoil, volumes, without);
    io::Job job;
    const io::Scan scan = io::scan({dir.path()}, job);
    QCOMPARE(scan.found.size(), std::size_t(1));
    QTEST(codesOf(scan.found[0], job), "codes");
    for (const Finding& finding : scan.found[0].header.findings) QVERIFY(finding.text.endsWith(QLatin1Char('.')));
}

void FindingsTest::infoSeesClippingWithoutReadingAll() {
    const QTemporaryDir dir;
    write(dir,
          [](DicomPhantom& p, int, int) {
              p.bitsStored = 12;
              p.highBit = 11;
              p.values = {100, 4095, 300, 400, 500, 600, 700};
          },
          1, {});
    io::Job job;
    const io::Scan scan = io::scan({dir.path()}, job);
    QCOMPARE(scan.found.at(0).header.findings.size(), std::size_t(0));
    QCOMPARE(io::lookAtVoxels(scan.found[0], job).at(0).code, QStringLiteral("clipped"));
}

void FindingsTest::twoParticipantsInOneFolder() {
    const QTemporaryDir dir;
    for (int person = 0; person < 2; ++person)
        for (int k = 0; k < 3; ++k) {
            DicomPhantom p;
            p.more[0x00100020] = person ? "P2-secret" : "P1-secret";
            p.seriesUid = person ? "2.25.8" : "2.25.7";
            p.position = "0\\0\\" + QByteArray::number(3 * k);
            p.write(dir.filePath(QStringLiteral("%1%2").arg(person).arg(k)));
        }
    io::Job job;
    const io::Scan scan = io::scan({dir.path()}, job);
    QCOMPARE(scan.found.size(), std::size_t(2));
    for (const io::Found& found : scan.found) {
        QCOMPARE(codesOf(found, job), QStringList{QStringLiteral("two-patients")});
        QVERIFY(!found.header.findings[0].text.contains(QStringLiteral("secret")));
    }
}

void FindingsTest::twoParticipantsInTwoFolders() {
    const QTemporaryDir dir;
    QStringList paths;
    for (int person = 0; person < 2; ++person) {
        paths << dir.filePath(QString::number(person));
        QDir().mkpath(paths.last());
        for (int k = 0; k < 3; ++k) {
            DicomPhantom p;
            p.more[0x00100020] = person ? "P2" : "P1";
            p.seriesUid = person ? "2.25.8" : "2.25.7";
            p.position = "0\\0\\" + QByteArray::number(3 * k);
            p.write(paths.last() + QStringLiteral("/%1").arg(k));
        }
    }
    io::Job job;
    for (const io::Found& found : io::scan(paths, job).found)
        QCOMPARE(codesOf(found, job), QStringList{QStringLiteral("several-participants")});
    QCOMPARE(codesOf(io::scan({paths[0]}, job).found.at(0), job), QStringList());
}

void FindingsTest::oneSeriesInTwoFolders() {
    const QTemporaryDir dir;
    QStringList paths;
    for (const char* name : {"b", "a"}) {
        paths << dir.filePath(QString::fromLatin1(name));
        QDir().mkpath(paths.last());
    }
    for (int k = 0; k < 6; ++k) {
        DicomPhantom p;
        p.position = "0\\0\\" + QByteArray::number(3 * k);
        p.write(paths[k % 2] + QStringLiteral("/%1").arg(k));
    }
    io::Job job;
    for (const QStringList& given : {paths, QStringList{dir.path()}}) {
        const io::Scan scan = io::scan(given, job);
        QCOMPARE(scan.found.size(), std::size_t(1));
        QCOMPARE(scan.found[0].header.size[2], 6);
        QCOMPARE(codesOf(scan.found[0], job), QStringList());
        QCOMPARE(scan.skipped.size(), std::size_t(0));
    }
}

void FindingsTest::namesWithoutMeaningAreNoCopies() {
    // An anonymiser gave all images one identifier, and all one instance number.
    const QTemporaryDir dir;
    for (int k = 0; k < 6; ++k) {
        DicomPhantom p;
        p.more[0x00080018] = "2.25.1";
        p.position = "0\\0\\" + QByteArray::number(3 * k);
        p.write(dir.filePath(QString::number(k)));
    }
    io::Job job;
    const io::Scan scan = io::scan({dir.path()}, job);
    QCOMPARE(scan.found.at(0).header.size[2], 6);
    QCOMPARE(codesOf(scan.found[0], job), QStringList());
}

void FindingsTest::aMediumsIndexOpensItsFolder() {
    const QTemporaryDir dir;
    QDir(dir.path()).mkpath(QStringLiteral("DICOM"));
    DicomPhantom image;
    image.write(dir.filePath(QStringLiteral("DICOM/IM_0001")));
    DicomPhantom index;
    index.sopClass = "1.2.840.10008.1.3.10";
    index.pixels = false;
    index.typed[0x00041220] = {"SQ",
                               test::sequence({{{0x00041430, "CS", "PATIENT"}},
                                               {{0x00041430, "CS", "IMAGE"}, {0x00041500, "CS", "DICOM\\IM_0001"}},
                                               {{0x00041430, "CS", "IMAGE"}, {0x00041500, "CS", "DICOM\\IM_0002"}}})};
    index.write(dir.filePath(QStringLiteral("DICOMDIR")));
    io::Job job;
    for (const QString& path : {dir.path(), dir.filePath(QStringLiteral("DICOMDIR"))}) {
        const io::Scan scan = io::scan({path}, job);
        QCOMPARE(scan.found.size(), std::size_t(1));
        QCOMPARE(scan.skipped.size(), std::size_t(1));
        QCOMPARE(scan.skipped[0].reason,
                 QStringLiteral("DICOMDIR names 1 file(s) that are not there. Copy the whole medium again."));
    }
}

void FindingsTest::keepsRepeatsAtOnePlace() {
    // One slice scanned six times, told apart by nothing but its number
    const QTemporaryDir dir;
    for (int v = 0; v < 6; ++v) {
        DicomPhantom p;
        p.instance = v + 1;
        p.values = {v};
        p.write(dir.filePath(QString::number(v)));
    }
    io::Job job;
    const io::Scan scan = io::scan({dir.path()}, job);
    QCOMPARE(scan.found.at(0).header.volumes, 6);
    const auto volume = io::read(scan.found[0], job);
    for (int v = 0; v < 6; ++v) QCOMPARE(volume->value({0, 0, 0}, v), double(v));
}

NEURAXIS_TEST_MAIN(FindingsTest)
#include "tst_io_findings.moc"
