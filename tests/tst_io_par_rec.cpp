#include "tests/format_test.h"
#include "tests/test_main.h"

#include <QTest>
#include <algorithm>
#include <numbers>

using namespace neuraxis;
using namespace neuraxis::test;

namespace {

io::Scan scanOf(const ParPhantom& phantom) {
    static std::vector<std::unique_ptr<QTemporaryDir>> dirs; // kept until the voxels are read
    dirs.push_back(std::make_unique<QTemporaryDir>());
    putFile(dirs.back()->filePath(QStringLiteral("Scan_7_2.REC")), phantom.rec());
    putFile(dirs.back()->filePath(QStringLiteral("Scan_7_2.par")), phantom.par());
    return scanned(dirs.back()->filePath(QStringLiteral("Scan_7_2.par")));
}

ParLine line(int slice, int index) {
    ParLine l;
    l.slice = slice;
    l.index = index;
    l.fh = 5.0 * (slice - 1) - 2.5; // two slices, 5 mm apart, about the centre
    return l;
}

} // namespace

/// Philips PAR/REC files written by the rules of their own header: DV = PV * RS + RI, FP = DV / (RS * SS).
class ParRecTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void readsEachVersion_data();
    void readsEachVersion();
    void placesSlices_data();
    void placesSlices();
    void believesPositions();
    void sortsBySliceAndDynamic();
    void separatesTypesAndEchoes();
    void readsDiffusion();
    void turnsVaryingScalesToValues();
    void leavesOutWhatIsNotThere();
    void saysWhatIsMissing();
};

void ParRecTest::readsEachVersion_data() {
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<int>("bits");
    for (const char* version : {"V3", "V4", "V4.1", "V4.2"})
        for (const int bits : {8, 16}) QTest::addRow("%s, %d bits", version, bits) << QByteArray(version) << bits;
}

void ParRecTest::readsEachVersion() {
    QFETCH(QByteArray, version);
    QFETCH(int, bits);
    ParPhantom p;
    p.version = version;
    p.bits = bits;
    p.lines = {line(1, 0), line(2, 1)};
    for (ParLine& l : p.lines) l.intercept = 6;
    const io::Scan scan = scanOf(p);
    QCOMPARE(scan.found.size(), std::size_t(1));
    const VolumeHeader& h = scan.found[0].header;
    QCOMPARE(h.format, QStringLiteral("PAR/REC"));
    QCOMPARE(h.name, QStringLiteral("WIP Phantom"));
    QCOMPARE(h.series.number, 702);
    QCOMPARE(h.size, (std::array<int, 3>{4, 3, 2}));
    QCOMPARE(h.component, QStringLiteral("magnitude"));
    QCOMPARE(h.acquisition.repetitionTimeMs, 2500.0);
    QCOMPARE(h.acquisition.flipAngleDeg, 90.0);
    QCOMPARE(h.fourth.echoTimesMs, std::vector<double>{30});
    QCOMPARE(codes(scan.found[0]), QStringList());
    // RS 2, RI 6, SS 0.5: FP = (2 PV + 6) / 1, DV = 2 PV + 6
    QCOMPARE(h.scalings,
             (std::vector<Scaling>{{QStringLiteral("precise"), 2, 6, {}}, {QStringLiteral("displayed"), 2, 6, {}}}));
    const auto volume = opened(scan.found[0]);
    QCOMPARE(volume->value({1, 2, 1}), 2 * ((bits == 8 ? 20 : 100) + 9) + 6.0);
    // Window 1000/2000 of displayed values
    QCOMPARE(h.windowPresets.at(0).centre, 1000.0);
}

void ParRecTest::placesSlices_data() {
    QTest::addColumn<int>("orientation");
    QTest::addColumn<QList<double>>("angles"); // ap, fh, rl
    QTest::addColumn<Affine>("affine");
    // The centre of 4 x 3 x 2 voxels of 2 x 3 x 5 mm lies at AP 10, FH 20, RL 30: by hand, from the axes that
    // Philips' own DICOM files have (sagittal: columns to posterior, rows to inferior).
    QTest::newRow("transverse") << 1 << QList<double>{0, 0, 0}
                                << Affine({2, 0, 0}, {0, 3, 0}, {0, 0, 5}, {27, 7, 17.5});
    QTest::newRow("sagittal") << 2 << QList<double>{0, 0, 0}
                              << Affine({0, 2, 0}, {0, 0, -3}, {-5, 0, 0}, {32.5, 7, 23});
    QTest::newRow("coronal") << 3 << QList<double>{0, 0, 0} << Affine({2, 0, 0}, {0, 0, -3}, {0, 5, 0}, {27, 7.5, 23});
    // 90 degrees about FH: L turns to P, P to R
    QTest::newRow("transverse, FH 90") << 1 << QList<double>{0, 90, 0}
                                       << Affine({0, 2, 0}, {-3, 0, 0}, {0, 0, 5}, {33, 7, 17.5});
    // The field map of the sample set dcm_philips_fmap_classic_vs_enhanced has these angles and these directions.
    const WorldVector along{0.99739927053451, 0.03868175297975, 0.06081499531865},
        down{-0.038610048592, 0.9992516040802, -0.0023541927803}, normal = cross(along, down);
    QTest::newRow("oblique as in DICOM") << 1 << QList<double>{-3.489208698272705, 2.2168543338775635, 0}
                                         << Affine(along * 2, down * 3, normal * 5,
                                                   WorldPoint{30, 10, 20} + along * -3 + down * -3 + normal * -2.5);
}

void ParRecTest::placesSlices() {
    QFETCH(int, orientation);
    QFETCH(QList<double>, angles);
    QFETCH(Affine, affine);
    const WorldVector step = affine.step(2);
    for (const bool reversed : {false, true}) {
        ParPhantom p;
        const double centre[] = {10, 20, 30};
        std::copy(std::begin(centre), std::end(centre), p.offCentre);
        std::copy(angles.begin(), angles.end(), p.angles);
        for (int n = 0; n < 2; ++n) {
            ParLine l = line(reversed ? 2 - n : 1 + n, n);
            l.orientation = orientation;
            std::copy(angles.begin(), angles.end(), l.angles);
            const auto rounded = [](double mm) { return std::round(mm * 100) / 100; };
            l.ap = rounded(10 + step.y * (n - 0.5));
            l.fh = rounded(20 + step.z * (n - 0.5));
            l.rl = rounded(30 + step.x * (n - 0.5));
            p.lines << l;
        }
        const io::Scan scan = scanOf(p);
        QCOMPARE(scan.found.size(), std::size_t(1));
        QVERIFY(near(scan.found[0].header.voxelToLps, affine, 1e-3));
        QCOMPARE(codes(scan.found[0]), QStringList());
        // Image 0 of the file is the first along the normal, whatever number its slice has.
        QCOMPARE(opened(scan.found[0])->value({0, 0, 0}), 0.0);
    }
}

void ParRecTest::believesPositions() {
    // The orientation says transverse, but the slices lie one behind the other.
    ParPhantom p;
    p.lines = {line(1, 0), line(2, 1), line(3, 2)};
    for (int n = 0; n < 3; ++n) {
        p.lines[n].fh = 0;
        p.lines[n].ap = 5.0 * n - 5;
    }
    p.slices = 3;
    const io::Scan turned = scanOf(p);
    QCOMPARE(codes(turned.found.at(0)), QStringList{QStringLiteral("header-position-differ")});
    QVERIFY(near(turned.found[0].header.voxelToLps, Affine({2, 0, 0}, {0, 0, -3}, {0, 5, 0}, {-3, -5, 3})));
    // A slice is missing: 5, 5, 10 mm
    ParPhantom gap;
    gap.slices = 5;
    for (const int n : {0, 1, 2, 4}) {
        ParLine l = line(n + 1, gap.lines.size());
        l.fh = 5.0 * n;
        gap.lines << l;
    }
    const io::Scan missing = scanOf(gap);
    QCOMPARE(codes(missing.found.at(0)), QStringList{QStringLiteral("missing-slice")});
    QCOMPARE(missing.found[0].header.size[2], 5);
    QCOMPARE(opened(missing.found[0])->value({0, 0, 3}), 0.0);
    QCOMPARE(opened(missing.found[0])->value({0, 0, 4}), 600.0); // image 3, times 2
}

void ParRecTest::sortsBySliceAndDynamic() {
    // Lines and images in any order: "XYTZ", dynamics of one slice first.
    ParPhantom p;
    p.dynamics = 3;
    for (const int dynamic : {2, 3, 1})
        for (const int slice : {2, 1}) {
            ParLine l = line(slice, 3 * (slice - 1) + dynamic - 1);
            l.dynamic = dynamic;
            l.beginS = 2.5 * (dynamic - 1);
            p.lines << l;
        }
    const io::Scan scan = scanOf(p);
    QCOMPARE(scan.found.size(), std::size_t(1));
    const VolumeHeader& h = scan.found[0].header;
    QCOMPARE(h.volumes, 3);
    QCOMPARE(h.fourth.timesMs, (std::vector<double>{0, 2500, 5000}));
    QCOMPARE(h.fourth.stepMs, 2500.0);
    const auto volume = opened(scan.found[0]);
    for (int t = 0; t < 3; ++t)
        for (int k = 0; k < 2; ++k) QCOMPARE(volume->value({0, 0, double(k)}, t), 200.0 * (3 * k + t));
}

void ParRecTest::separatesTypesAndEchoes() {
    ParPhantom p;
    for (const int type : {0, 3})
        for (const int echo : {1, 2})
            for (const int slice : {1, 2}) {
                ParLine l = line(slice, p.lines.size());
                l.type = type;
                l.echo = echo;
                l.echoMs = 2.3 * echo;
                if (type == 3) { // as in the sample field map: RS 1.534554, RI -3142, SS 651.7395
                    l.intercept = -3142;
                    l.slope = 1.534554;
                    l.scale = 651.7395;
                }
                p.lines << l;
            }
    const io::Scan scan = scanOf(p);
    QStringList names;
    for (const auto& found : scan.found) names << found.header.name;
    names.sort();
    QCOMPARE(names, (QStringList{
                        QStringLiteral("WIP Phantom magnitude echo 1"), QStringLiteral("WIP Phantom magnitude echo 2"),
                        QStringLiteral("WIP Phantom phase echo 1"), QStringLiteral("WIP Phantom phase echo 2")}));
    const auto phase = std::find_if(scan.found.begin(), scan.found.end(),
                                    [](auto& f) { return f.header.component == QStringLiteral("phase"); });
    QCOMPARE(phase->header.unit, QStringLiteral("rad"));
    QVERIFY(std::abs(phase->header.intercept + std::numbers::pi) < 1e-3); // domain facts, 2.3: phase in radians
    QCOMPARE(phase->header.scalings.at(1).unit, QStringLiteral("mrad"));
}

void ParRecTest::readsDiffusion() {
    // b 0 last in the file, then the mean of all directions, which is a map of its own.
    ParPhantom p;
    const double gradients[][3] = {{0.6, 0, 0.8}, {0, 1, 0}, {0, 0, 0}, {0, 0, 0}};
    for (int v = 0; v < 4; ++v)
        for (const int slice : {1, 2}) {
            ParLine l = line(slice, p.lines.size());
            l.b = v == 2 ? 0 : 1000;
            l.bNumber = v == 2 ? 1 : 2;
            l.gradientNumber = v == 2 ? 1 : v + 1;
            std::copy(std::begin(gradients[v]), std::end(gradients[v]), l.gradient);
            p.lines << l;
        }
    const io::Scan scan = scanOf(p);
    QCOMPARE(scan.found.size(), std::size_t(2));
    const VolumeHeader& h = scan.found[0].header;
    QCOMPARE(h.volumes, 3);
    QCOMPARE(h.fourth.bValues, (std::vector<double>{0, 1000, 1000}));
    // AP, FH, RL are P, S and L
    QCOMPARE(h.fourth.bVectors, (std::vector<WorldVector>{{0, 0, 0}, {0.8, 0.6, 0}, {0, 0, 1}}));
    QCOMPARE(opened(scan.found[0])->value({0, 0, 0}, 0), 800.0); // image 4
    QCOMPARE(scan.found[1].header.component, QStringLiteral("TRACEW"));
    QCOMPARE(opened(scan.found[1])->value({0, 0, 0}), 1200.0);
}

void ParRecTest::turnsVaryingScalesToValues() {
    ParPhantom p;
    p.lines = {line(1, 0), line(2, 1)};
    p.lines[1].scale = 0.25;
    p.lines[1].intercept = 10;
    const io::Scan scan = scanOf(p);
    const VolumeHeader& h = scan.found.at(0).header;
    QCOMPARE(h.type, StoredType::Float32);
    QVERIFY(h.scalings.empty());
    const auto volume = opened(scan.found[0]);
    QCOMPARE(volume->value({1, 0, 0}), 2.0);                        // 1 / 0.5
    QCOMPARE(volume->value({1, 0, 1}), (101 * 2 + 10) / (2 * .25)); // FP = (PV RS + RI) / (RS SS)
}

void ParRecTest::leavesOutWhatIsNotThere() {
    ParPhantom p;
    p.dynamics = 3;
    for (int n = 0; n < 5; ++n) { // the third dynamic has only its first slice
        ParLine l = line(1 + n % 2, n);
        l.dynamic = 1 + n / 2;
        p.lines << l;
    }
    const io::Scan scan = scanOf(p);
    QCOMPARE(scan.found.at(0).header.volumes, 2);
    QCOMPARE(scan.found[0].header.findings.at(0).text,
             QStringLiteral("1 of 3 volumes lack most of their slices, as when a scan is stopped; they are left out."));
    // The table ends after two of the four dynamics that the general part announces.
    p.lines.removeLast();
    p.dynamics = 4;
    QCOMPARE(scanOf(p).found.at(0).header.findings.at(0).text,
             QStringLiteral("2 of 4 volumes lack most of their slices, as when a scan is stopped; they are left out."));
    // The REC file ends within the last image.
    const QTemporaryDir dir;
    p.dynamics = 2;
    putFile(dir.filePath(QStringLiteral("p.PAR")), p.par());
    putFile(dir.filePath(QStringLiteral("p.REC")), p.rec().chopped(1));
    const io::Scan cut = scanned(dir.filePath(QStringLiteral("p.PAR")));
    QCOMPARE(cut.found.at(0).header.volumes, 1);
    QCOMPARE(codes(cut.found[0]), (QStringList{QStringLiteral("incomplete-volume"), QStringLiteral("truncated")}));
    // A line that stands there twice
    p.lines << p.lines.last();
    QCOMPARE(scanOf(p).found.at(0).header.volumes, 2);
}

void ParRecTest::saysWhatIsMissing() {
    const QTemporaryDir dir;
    ParPhantom p;
    p.lines = {line(1, 0)};
    const QString path = dir.filePath(QStringLiteral("Head.PAR"));
    putFile(path, p.par());
    QCOMPARE(scanned(path).skipped.at(0).reason,
             QStringLiteral("Head.PAR is a header without its voxels: Head.REC is not beside it. Copy both files."));
    putFile(dir.filePath(QStringLiteral("hEAD.rEC")), p.rec());
    putFile(dir.filePath(QStringLiteral("Head.ReC")), p.rec());
    QCOMPARE(scanned(path).found.size(), std::size_t(1));
    p.lines.clear();
    putFile(path, p.par());
    QCOMPARE(scanned(path).skipped.at(0).reason,
             QStringLiteral("Head.PAR is a PAR file without its table of images, or of an unknown version. Copy it "
                            "again from its source."));
}

NEURAXIS_TEST_MAIN(ParRecTest)
#include "tst_io_par_rec.moc"
