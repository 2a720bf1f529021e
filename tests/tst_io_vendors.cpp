#include "core/io/bids.h"
#include "core/io/dicom_groups.h"
#include "core/io/scan.h"
#include "tests/dicom_phantom.h"
#include "tests/test_main.h"

#include <QTest>
#include <cmath>

using namespace neuraxis;
using test::DicomPhantom;
using test::reals;

namespace {

io::Scan scanned(const QTemporaryDir& dir) {
    io::Job job;
    return io::scan({dir.path()}, job);
}

/// Element `low` of the private block that `creator` holds at `block` of `group`.
void put(DicomPhantom& p, quint32 group, quint32 block, const char* creator, quint32 low, const char* vr,
         const QByteArray& value) {
    p.more[group << 16 | block] = creator;
    p.typed[group << 16 | block << 8 | low] = {vr, value};
}

constexpr const char *philips1 = "Philips Imaging DD 001", *philipsMr1 = "Philips MR Imaging DD 001",
                     *philipsMr5 = "Philips MR Imaging DD 005";

/// Weighted volumes as each vendor's headers hold them. `number` counts them; the first has b = 0.
void weigh(DicomPhantom& p, const QString& vendor, int number) {
    const float half = std::sqrt(0.5F);
    const bool weighted = number > 0;
    // In the patient: to the left, and between posterior and superior
    const float g[3] = {number == 1 ? 1.F : 0.F, number == 2 ? half : 0.F, number == 2 ? half : 0.F};
    const QByteArray b = weighted ? "1000" : "0";
    p.more[0x00181312] = "COL";
    if (vendor == QStringLiteral("standard")) {
        p.typed[0x00189087] = {"FD", reals({weighted ? 1000.0 : 0.0})};
        if (weighted) p.typed[0x00189089] = {"FD", reals<double>({g[0], g[1], g[2]})};
    } else if (vendor == QStringLiteral("Philips")) {
        p.more[0x00080070] = "Philips Medical Systems";
        put(p, 0x2001, 0x12, philips1, 0x03, "FL", reals({weighted ? 1000.F : 0.F}));
        put(p, 0x2001, 0x12, philips1, 0x04, "CS", weighted ? "O " : "I ");
        for (quint32 part = 0; part < 3; ++part) put(p, 0x2005, 0x11, philipsMr1, 0xb0 + part, "FL", reals({g[part]}));
        put(p, 0x2005, 0x15, philipsMr5, 0x12, "IS", weighted ? "2 " : "1 ");
        put(p, 0x2005, 0x15, philipsMr5, 0x13, "IS", QByteArray::number(weighted ? number : 17));
    } else if (vendor == QStringLiteral("Siemens")) {
        p.more[0x00080070] = "SIEMENS";
        put(p, 0x0019, 0x10, "SIEMENS MR HEADER", 0x0c, "IS", b);
        if (weighted) put(p, 0x0019, 0x10, "SIEMENS MR HEADER", 0x0e, "FD", reals<double>({g[0], g[1], g[2]}));
    } else if (vendor == QStringLiteral("GE")) {
        // Frequency, phase, slice of an axial image with phase along columns: the patient's left is -x, posterior -y
        // (checked by others on four of GE's own series: x, y, z are -left, -posterior, superior)
        p.more[0x00080070] = "GE MEDICAL SYSTEMS";
        put(p, 0x0043, 0x10, "GEMS_PARM_01", 0x39, "IS", weighted ? "1000001000\\8\\0\\0" : "1000000000\\8\\0\\0");
        const float image[3] = {-g[0], -g[1], g[2]};
        for (quint32 part = 0; part < 3; ++part)
            put(p, 0x0019, 0x10, "GEMS_ACQU_01", 0xbb + part, "DS", QByteArray::number(double(image[part])));
    } else if (vendor == QStringLiteral("United Imaging")) {
        p.more[0x00080070] = "UIH";
        put(p, 0x0065, 0x10, "Image Private Header", 0x09, "FD", reals({weighted ? 1000.0 : 0.0}));
        put(p, 0x0065, 0x10, "Image Private Header", 0x37, "FD", reals<double>({g[0], g[1], g[2]}));
    }
}

QStringList codesOf(const io::Found& found) {
    QStringList codes;
    for (const Finding& finding : found.header.findings) codes << finding.code;
    return codes;
}

} // namespace

/// What each vendor's headers say of weighting, scaling, times and k-space.
class VendorsTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void readsWeighting_data();
    void readsWeighting();
    void keepsTracesApart();
    void scalesGesShorterVectors();
    void nestedHeadersNeverWin();
    void readsLabels();
    void splitsUnitedImagingsGrid();
    void keepsMovedMosaicsWhole();
    void worksOutReadout_data();
    void worksOutReadout();
    void knowsBothOfPhilipsScalings();
    void readsTimes();
    void namesWhatWasDerived_data();
    void namesWhatWasDerived();
};

void VendorsTest::readsWeighting_data() {
    QTest::addColumn<QString>("vendor");
    for (const char* vendor : {"standard", "Philips", "Siemens", "GE", "United Imaging"})
        QTest::newRow(vendor) << QString::fromLatin1(vendor);
}

void VendorsTest::readsWeighting() {
    QFETCH(QString, vendor);
    const QTemporaryDir dir;
    for (int v = 0; v < 3; ++v)
        for (int k = 0; k < 4; ++k) {
            DicomPhantom p;
            weigh(p, vendor, v);
            p.position = "0\\0\\" + QByteArray::number(3 * k);
            p.instance = 100 - 4 * v - k;
            p.values = {100 * v + k};
            p.write(dir.filePath(QStringLiteral("%1%2").arg(k).arg(v)));
        }
    const io::Scan scan = scanned(dir);
    QCOMPARE(scan.found.size(), std::size_t(1));
    const VolumeHeader& h = scan.found[0].header;
    QCOMPARE(h.volumes, 3);
    QCOMPARE(codesOf(scan.found[0]), QStringList());
    // By what they are, not by their place
    io::Job job;
    const auto volume = io::read(scan.found[0], job);
    for (std::size_t v = 0; v < 3; ++v) {
        const int number = static_cast<int>(volume->value({0, 0, 0}, static_cast<int>(v))) / 100;
        QCOMPARE(h.fourth.bValues[v], number ? 1000.0 : 0.0);
        const double half = number == 2 ? std::sqrt(0.5) : 0;
        QVERIFY(length(h.fourth.bVectors[v] + -WorldVector{number == 1 ? 1.0 : 0.0, half, half}) < 1e-6);
    }
    // The grid is right-handed, so FSL's first axis is reversed: to the left is -1.
    const QList<QByteArray> lines = io::bvecText(scan.found[0]).trimmed().split('\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[0].split(' ').contains("-1"));
    QVERIFY(io::bvalText(h).trimmed().split(' ').contains("0"));
}

void VendorsTest::keepsTracesApart() {
    const QTemporaryDir dir;
    for (int v = 0; v < 4; ++v)
        for (int k = 0; k < 3; ++k) {
            DicomPhantom p;
            weigh(p, QStringLiteral("Philips"), std::min(v, 2));
            if (v == 3) { // what the scanner made of the others
                put(p, 0x2001, 0x12, philips1, 0x04, "CS", "I ");
                for (quint32 part = 0; part < 3; ++part)
                    put(p, 0x2005, 0x11, philipsMr1, 0xb0 + part, "FL", reals({0.F}));
                put(p, 0x2005, 0x15, philipsMr5, 0x13, "IS", "9 ");
            }
            p.position = "0\\0\\" + QByteArray::number(3 * k);
            p.write(dir.filePath(QStringLiteral("%1%2").arg(k).arg(v)));
        }
    const io::Scan scan = scanned(dir);
    QCOMPARE(scan.found.size(), std::size_t(2));
    for (const io::Found& found : scan.found) {
        const bool trace = found.header.component == QStringLiteral("TRACE");
        QCOMPARE(found.header.volumes, trace ? 1 : 3);
        QCOMPARE(found.header.fourth.bValues.size(), std::size_t(trace ? 1 : 3));
    }
}

void VendorsTest::scalesGesShorterVectors() {
    // A shell of b = 250 under b = 1000: directions of length 0.5, and b is scaled by its square.
    const QTemporaryDir dir;
    DicomPhantom p;
    weigh(p, QStringLiteral("GE"), 1);
    for (quint32 part = 0; part < 3; ++part)
        put(p, 0x0019, 0x10, "GEMS_ACQU_01", 0xbb + part, "DS", part == 2 ? "0.5" : "0");
    p.write(dir.filePath(QStringLiteral("a")));
    const io::Scan scan = scanned(dir);
    QCOMPARE(scan.found.at(0).header.fourth.bValues, std::vector<double>{250});
    QCOMPARE(scan.found[0].header.fourth.bVectors.at(0), (WorldVector{0, 0, 1}));
}

void VendorsTest::nestedHeadersNeverWin() {
    // Philips' enhanced frames hold a whole classic header, half a voxel off; classic files do not, but may.
    const QTemporaryDir dir;
    DicomPhantom p;
    p.more[0x00080070] = "Philips";
    p.position = "10\\20\\30";
    put(p, 0x2005, 0x14, philipsMr5, 0x0f, "SQ",
        test::sequence({{{0x00200032, "DS", "11\\21\\31"}, {0x00180081, "DS", "99"}, {0x00280030, "DS", "9\\9"}}}));
    p.write(dir.filePath(QStringLiteral("a")));
    const io::Scan scan = scanned(dir);
    QCOMPARE(scan.found.at(0).header.voxelToLps.origin(), (WorldPoint{10, 20, 30}));
    QCOMPARE(scan.found[0].header.fourth.echoTimesMs, std::vector<double>{3});
    QCOMPARE(scan.found[0].header.voxelToLps.spacingMm()[0], 1.5);
}

void VendorsTest::readsLabels() {
    const QTemporaryDir dir;
    for (int v = 0; v < 4; ++v)
        for (int k = 0; k < 3; ++k) {
            DicomPhantom p;
            p.more[0x00080070] = "Philips";
            p.temporal = v / 2 + 1;
            put(p, 0x2005, 0x14, philipsMr5, 0x29, "CS", v % 2 ? "LABEL " : "CONTROL ");
            p.position = "0\\0\\" + QByteArray::number(3 * k);
            p.write(dir.filePath(QStringLiteral("%1%2").arg(k).arg(v)));
        }
    const io::Scan scan = scanned(dir);
    QCOMPARE(scan.found.size(), std::size_t(1));
    const QString control = QStringLiteral("control"), label = QStringLiteral("label");
    QCOMPARE(scan.found[0].header.fourth.labels, (std::vector<QString>{control, label, control, label}));
}

void VendorsTest::splitsUnitedImagingsGrid() {
    // Three slices side by side and below: two across, two down, the last place empty.
    const QTemporaryDir dir;
    DicomPhantom p;
    p.more[0x00080070] = "UIH";
    p.imageType = "ORIGINAL\\PRIMARY\\M\\VFRAME";
    p.columns = 8;
    p.rows = 6;
    p.more[0x00180080] = "2000";
    put(p, 0x0065, 0x10, "Image Private Header", 0x50, "DS", "3 ");
    put(p, 0x0065, 0x10, "Image Private Header", 0x51, "SQ",
        test::sequence({{{0x00080032, "TM", "120000.5"}, {0x00200032, "DS", "0\\0\\0"}},
                        {{0x00080032, "TM", "120001.5"}, {0x00200032, "DS", "0\\0\\5"}},
                        {{0x00080032, "TM", "120001.0"}, {0x00200032, "DS", "0\\0\\10"}}}));
    p.write(dir.filePath(QStringLiteral("a")));
    const io::Scan scan = scanned(dir);
    const VolumeHeader& h = scan.found.at(0).header;
    QCOMPARE(h.size, (std::array<int, 3>{4, 3, 3}));
    QCOMPARE(h.voxelToLps.step(2), (WorldVector{0, 0, 5}));
    QCOMPARE(h.acquisition.sliceTimesS, (std::vector<double>{0, 1, 0.5}));
    io::Job job;
    const auto volume = io::read(scan.found[0], job);
    // Pixels count up through the image of 8 columns: each slice begins at its tile's corner.
    QCOMPARE(volume->value({0, 0, 0}), 0.0);
    QCOMPARE(volume->value({0, 0, 1}), 4.0);
    QCOMPARE(volume->value({3, 2, 1}), 23.0);
    QCOMPARE(volume->value({0, 0, 2}), 24.0);
}

void VendorsTest::keepsMovedMosaicsWhole() {
    // The scanner follows the head, and nothing but the image tells the repetitions apart.
    const QTemporaryDir dir;
    for (int v = 0; v < 3; ++v) {
        DicomPhantom p;
        p.more[0x00080070] = "SIEMENS";
        p.imageType = "ORIGINAL\\PRIMARY\\M\\ND\\MOSAIC";
        p.columns = p.rows = 8;
        p.instance = v + 1;
        p.position = "0\\0\\" + QByteArray::number(0.7 * v);
        p.values = {v + 1};
        put(p, 0x0019, 0x10, "SIEMENS MR HEADER", 0x0a, "US", QByteArray("\x4\0", 2));
        p.write(dir.filePath(QString::number(v)));
    }
    const io::Scan scan = scanned(dir);
    QCOMPARE(scan.found.size(), 1U);
    const VolumeHeader& h = scan.found[0].header;
    QCOMPARE(h.size, (std::array<int, 3>{4, 4, 4}));
    QCOMPARE(h.volumes, 3);
    QCOMPARE(h.voxelToLps.step(2), (WorldVector{0, 0, 3}));
    QCOMPARE(h.findings.size(), 1U);
    QCOMPARE(h.findings[0].code, QStringLiteral("moved-volumes"));
    io::Job job;
    const auto volume = io::read(scan.found[0], job);
    for (int v = 0; v < 3; ++v) QCOMPARE(volume->value({2, 3, 3}, v), v + 1.0);
}

void VendorsTest::worksOutReadout_data() {
    QTest::addColumn<int>("lines");
    QTest::addColumn<io::ReadoutFacts>("facts");
    QTest::addColumn<double>("spacingS");
    QTest::addColumn<double>("readoutS");
    QTest::addColumn<bool>("estimated");
    io::ReadoutFacts philips;
    philips.waterFatShiftPx = 16.9042;
    philips.imagingFrequencyMHz = 127.748512;
    philips.echoTrainLength = philips.epiFactor = 63;
    // A scan of a Philips 3 T: dcm2niix's figures for it (domain.md 2.3)
    QTest::newRow("Philips") << 128 << philips << 0.000301659 << 0.0383107 << true;
    io::ReadoutFacts ge;
    ge.acquiredLines = 128;
    ge.echoSpacingUs = 636;
    ge.accelerationFactor = 1.5;
    ge.partialFourier = true;
    // dcm2niix's own worked example (domain.md 6.15)
    QTest::newRow("GE") << 128 << ge << 0.000435685 << 0.055332 << false;
    io::ReadoutFacts siemens;
    siemens.bandwidthPerPixelHz = 19.67;
    // E11 mosaic: dcm2niix writes 0.000619986 and 0.0502189
    QTest::newRow("Siemens") << 82 << siemens << 0.000619986 << 0.0502189 << false;
}

void VendorsTest::worksOutReadout() {
    QFETCH(int, lines);
    QFETCH(io::ReadoutFacts, facts);
    Acquisition a;
    io::workOutReadout(facts, lines, a);
    QFETCH(double, spacingS);
    QFETCH(double, readoutS);
    QVERIFY(std::abs(a.effectiveEchoSpacingS / spacingS - 1) < 1e-5);
    QVERIFY(std::abs(a.totalReadoutTimeS / readoutS - 1) < 1e-5);
    QTEST(a.readoutEstimated, "estimated");
}

void VendorsTest::knowsBothOfPhilipsScalings() {
    // A phase image of a Philips 3 T (domain.md 2.3): radians from -3.14159 to 3.14049 precisely, milliradians shown.
    const QTemporaryDir dir;
    DicomPhantom p;
    p.more[0x00080070] = "Philips";
    p.imageType = "ORIGINAL\\PRIMARY\\PHASE MAP\\P\\FFE";
    p.slope = "1.534554";
    p.intercept = "-3142";
    put(p, 0x2005, 0x10, philipsMr1, 0x0e, "FL", reals({651.7395F}));
    put(p, 0x2005, 0x10, philipsMr1, 0x0d, "FL", reals({2047.5F}));
    p.values = {0, 4095};
    p.write(dir.filePath(QStringLiteral("a")));
    io::Job job;
    const auto volume = io::read(scanned(dir).found.at(0), job);
    const VolumeHeader& h = volume->header();
    QVERIFY(std::abs(volume->value({0, 0, 0}) + 3.14159) < 1e-4);
    QVERIFY(std::abs(volume->value({1, 0, 0}) - 3.14159) < 1.2e-3);
    QCOMPARE(h.unit, QStringLiteral("rad"));
    QCOMPARE(h.scalings.size(), std::size_t(2));
    QCOMPARE(h.scalings[0].name, QStringLiteral("precise"));
    QCOMPARE(h.scalings[1].name, QStringLiteral("displayed"));
    QCOMPARE(h.scalings[1].slope, 1.534554);
    QCOMPARE(h.scalings[1].intercept, -3142.0);
}

void VendorsTest::readsTimes() {
    // Past midnight; slices in the order 0, 2, 1 half a second apart, two volumes 2 s apart.
    const QTemporaryDir dir;
    const char* times[2][3] = {{"235959.0", "000000.0", "235959.5"}, {"000001.0", "000002.0", "000001.5"}};
    for (int v = 0; v < 2; ++v)
        for (int k = 0; k < 3; ++k) {
            DicomPhantom p;
            p.temporal = v + 1;
            p.more[0x00180080] = "2000";
            p.more[0x00080032] = times[v][k];
            p.position = "0\\0\\" + QByteArray::number(3 * k);
            p.write(dir.filePath(QStringLiteral("%1%2").arg(k).arg(v)));
        }
    const io::Scan scan = scanned(dir);
    const VolumeHeader& h = scan.found.at(0).header;
    QCOMPARE(h.fourth.timesMs, (std::vector<double>{0, 2000}));
    QCOMPARE(h.fourth.stepMs, 2000.0);
    QCOMPARE(h.acquisition.sliceTimesS, (std::vector<double>{0, 1, 0.5}));
}

void VendorsTest::namesWhatWasDerived_data() {
    QTest::addColumn<QByteArray>("imageType");
    QTest::addColumn<QString>("component");
    const auto row = [](const char* type, const char* component) {
        QTest::newRow(type) << QByteArray(type) << QString::fromLatin1(component);
    };
    row("ORIGINAL\\PRIMARY\\M_FFE\\M\\FFE", "magnitude");
    row("ORIGINAL\\PRIMARY\\PHASE MAP\\P\\FFE", "phase");
    row("ORIGINAL\\PRIMARY\\M\\ND", "magnitude");
    row("ORIGINAL\\PRIMARY\\P\\ND", "phase");
    row("ORIGINAL\\PRIMARY\\B0 MAP\\B0\\UNSPECIFIED", "FIELD_MAP");
    row("ORIGINAL\\PRIMARY\\DIXON\\WATER", "WATER");
    row("ORIGINAL\\PRIMARY\\DIXON\\FAT_FRACTION", "FAT_FRACTION");
    row("DERIVED\\PRIMARY\\DIFFUSION\\ADC\\ND", "ADC");
    row("DERIVED\\PRIMARY\\DIFFUSION\\TRACEW\\ND", "TRACE");
    row("ORIGINAL\\PRIMARY\\DIFFUSION\\NONE\\ND", "");
}

void VendorsTest::namesWhatWasDerived() {
    QFETCH(QByteArray, imageType);
    const QTemporaryDir dir;
    DicomPhantom p;
    p.imageType = imageType;
    p.write(dir.filePath(QStringLiteral("a")));
    QTEST(scanned(dir).found.at(0).header.component, "component");
}

NEURAXIS_TEST_MAIN(VendorsTest)
#include "tst_io_vendors.moc"
