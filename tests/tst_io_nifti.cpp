#include "core/io/write.h"
#include "tests/format_test.h"
#include "tests/test_main.h"

#include <QTest>

using namespace neuraxis;
using namespace neuraxis::test;

namespace {

/// A NIfTI-1 or -2 file of 2 x 2 x 2 voxels and some volumes, with an sform of 2 mm and no qform.
QByteArray nifti(bool second, int volumes = 1, int datatype = 4, int bytesPerVoxel = 2, double step = 0,
                 int units = 0) {
    const int head = second ? 544 : 352;
    QByteArray b(head, '\0');
    const auto put = [&](int at, auto number) { qToLittleEndian(number, b.data() + at); };
    const auto real = [&](int at1, int at2, int i, double value) {
        second ? put(at2 + 8 * i, value) : put(at1 + 4 * i, static_cast<float>(value));
    };
    put(0, qint32(second ? 540 : 348));
    memcpy(b.data() + (second ? 4 : 344), second ? "n+2\0\r\n\x1a\n" : "n+1", second ? 8 : 4);
    const int dims[] = {volumes > 1 ? 4 : 3, 2, 2, 2, volumes};
    for (int i = 0; i < 5; ++i) second ? put(16 + 8 * i, qint64(dims[i])) : put(40 + 2 * i, qint16(dims[i]));
    put(second ? 12 : 70, qint16(datatype));
    put(second ? 14 : 72, qint16(8 * bytesPerVoxel));
    real(76, 104, 0, 1);
    for (int i = 1; i < 4; ++i) real(76, 104, i, 2);
    real(76, 104, 4, step);
    second ? put(168, qint64(head)) : put(108, float(head));
    second ? put(500, qint32(units | 2)) : (void)(b[123] = char(units | 2));
    second ? put(348, qint32(1)) : put(254, qint16(1));
    for (int r = 0; r < 3; ++r) real(280, 400, 5 * r, 2);
    b += QByteArray(8 * volumes * bytesPerVoxel, '\0');
    return b;
}

void setQform(QByteArray& b, double shiftX, float quaternionD = 0) {
    qToLittleEndian(qint16(1), b.data() + 252);
    qToLittleEndian(quaternionD, b.data() + 264);
    qToLittleEndian(static_cast<float>(shiftX), b.data() + 268);
}

} // namespace

/// What NIfTI says beyond its voxels, and what lies beside it; NRRD's and MGH's likewise.
class NiftiTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void comparesForms_data();
    void comparesForms();
    void readsTimeAxis_data();
    void readsTimeAxis();
    void readsGradients_data();
    void readsGradients();
    void doesNotUseWhatDoesNotFit();
    void readsJson();
    void readsIntent_data();
    void readsIntent();
    void showsComplexNumbers_data();
    void showsComplexNumbers();
    void readsNrrdDiffusion();
    void readsMghTrailer();
};

void NiftiTest::comparesForms_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("placedBy");
    QTest::addColumn<QString>("sentence");
    const QByteArray none = nifti(false);
    QTest::newRow("sform alone") << none << QStringLiteral("sform") << QString();
    QByteArray b = none;
    setQform(b, 0);
    QTest::newRow("the same") << b << QStringLiteral("sform") << QString();
    setQform(b, 0, 1e-6F);
    QTest::newRow("within float32") << b << QStringLiteral("sform") << QString();
    setQform(b, 1);
    QTest::newRow("1 mm apart")
        << b << QStringLiteral("sform")
        << QStringLiteral("The file's sform and qform place the voxels up to 1.00 mm apart; its sform is used.");
    setQform(b, 0, 1); // half a turn about z: the corner at 2,2 comes to -2,-2
    QTest::newRow("half a turn")
        << b << QStringLiteral("sform")
        << QStringLiteral("The file's sform and qform place the voxels up to 5.66 mm apart; its sform is used.");
    qToLittleEndian(qint16(0), b.data() + 254);
    QTest::newRow("qform alone") << b << QStringLiteral("qform") << QString();
    qToLittleEndian(qint16(0), b.data() + 252);
    QTest::newRow("neither") << b << QStringLiteral("none")
                             << QStringLiteral("The file does not say where the voxels lie in the patient; sides and "
                                               "positions are a guess.");
}

void NiftiTest::comparesForms() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, sentence);
    const QTemporaryDir dir;
    const io::Scan scan = scanned(put(dir, {QStringLiteral("v.nii"), bytes, {}}));
    const VolumeHeader& h = scan.found.at(0).header;
    QTEST(h.placedBy, "placedBy");
    QCOMPARE(h.findings.empty() ? QString() : h.findings[0].text, sentence);
}

void NiftiTest::readsTimeAxis_data() {
    QTest::addColumn<bool>("second");
    QTest::addColumn<int>("units");
    QTest::addColumn<double>("step");
    QTest::addColumn<double>("stepMs");
    for (const bool second : {false, true}) {
        QTest::addRow("NIfTI-%d, s", second + 1) << second << 8 << 2.5 << 2500.0;
        QTest::addRow("NIfTI-%d, ms", second + 1) << second << 16 << 2500.0 << 2500.0;
        QTest::addRow("NIfTI-%d, us", second + 1) << second << 24 << 2500000.0 << 2500.0;
        QTest::addRow("NIfTI-%d, not told", second + 1) << second << 0 << 2.5 << 2500.0;
        QTest::addRow("NIfTI-%d, Hz", second + 1) << second << 32 << 2.5 << 0.0;
    }
}

void NiftiTest::readsTimeAxis() {
    QFETCH(bool, second);
    QFETCH(int, units);
    QFETCH(double, step);
    const QTemporaryDir dir;
    const io::Scan scan = scanned(put(dir, {QStringLiteral("v.nii"), nifti(second, 3, 4, 2, step, units), {}}));
    QCOMPARE(scan.found.at(0).header.volumes, 3);
    QTEST(scan.found[0].header.fourth.stepMs, "stepMs");
}

void NiftiTest::readsGradients_data() {
    QTest::addColumn<QByteArray>("bvec");
    QTest::addColumn<bool>("flipped"); ///< x runs to the left: a negative determinant
    QTest::newRow("rows") << QByteArray("0 0.6 0 0\n0 0.8 0 0\n0 0 1 2\n") << false;
    QTest::newRow("columns") << QByteArray("0 0 0\n0.6 0.8 0\n0 0 1\n0 0 2\n") << true;
}

void NiftiTest::readsGradients() {
    QFETCH(QByteArray, bvec);
    QFETCH(bool, flipped);
    QByteArray bytes = nifti(false, 4);
    if (flipped) qToLittleEndian(-2.0F, bytes.data() + 280);
    const QTemporaryDir dir;
    put(dir, {QStringLiteral("dwi.nii"),
              bytes,
              {{QStringLiteral("dwi.bval"), "0 1000 2000 3000\n"}, {QStringLiteral("dwi.bvec"), bvec}}});
    const io::Scan scan = scanned(dir.path());
    QVERIFY(scan.skipped.empty()); // they belong to the image
    const FourthDimension& fourth = scan.found.at(0).header.fourth;
    QCOMPARE(fourth.bValues, (std::vector<double>{0, 1000, 2000, 3000}));
    // FSL: x is reversed where the determinant is positive. So image x = -0.6 along R in the one, +0.6 along L in the
    // other: to the patient's left in both, and to anterior.
    QCOMPARE(fourth.bVectors, (std::vector<WorldVector>{{0, 0, 0}, {0.6, -0.8, 0}, {0, 0, 1}, {0, 0, 1}}));
}

void NiftiTest::doesNotUseWhatDoesNotFit() {
    const QTemporaryDir dir;
    const io::Scan scan =
        scanned(put(dir, {QStringLiteral("dwi.nii"), nifti(false, 3), {{QStringLiteral("dwi.bval"), "0 1000"}}}));
    QVERIFY(scan.found.at(0).header.fourth.bValues.empty());
    QCOMPARE(scan.found[0].header.findings.at(0).text,
             QStringLiteral("dwi.bval has 2 entries for 3 volumes; its diffusion values are not used."));
}

void NiftiTest::readsJson() {
    const QTemporaryDir dir;
    const QByteArray json = R"({"EchoTime": 0.03, "RepetitionTime": 2, "FlipAngle": 77, "Manufacturer": "Philips",
        "PhaseEncodingDirection": "j-", "TotalReadoutTime": 0.05, "SliceTiming": [0, 1]})";
    const io::Scan scan =
        scanned(put(dir, {QStringLiteral("v.nii"), nifti(false), {{QStringLiteral("v.json"), json}}}));
    const VolumeHeader& h = scan.found.at(0).header;
    QCOMPARE(h.fourth.echoTimesMs, std::vector<double>{30});
    QCOMPARE(h.acquisition.repetitionTimeMs, 2000.0);
    QCOMPARE(h.acquisition.flipAngleDeg, 77.0);
    QCOMPARE(h.acquisition.phaseEncodingAxis, 1);
    QCOMPARE(h.acquisition.phaseEncodingSign, -1);
    QCOMPARE(h.acquisition.totalReadoutTimeS, 0.05);
    QCOMPARE(h.acquisition.sliceTimesS, (std::vector<double>{0, 1}));
}

// The codes are those of nifti1.h; estimates and time series look like anything.
void NiftiTest::readsIntent_data() {
    QTest::addColumn<bool>("second");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("component");
    const auto row = [](int code, const char* component) {
        for (const bool second : {false, true})
            QTest::addRow("%d, NIfTI-%d", code, second ? 2 : 1) << second << code << QString::fromLatin1(component);
    };
    row(0, "");
    row(3, "T_STATISTIC");
    row(4, "F_STATISTIC");
    row(5, "Z_SCORE");
    row(22, "P_VALUE");
    row(24, "LOG10_P");
    row(1002, "LABELS");
    row(1001, "");
    row(2001, "");
}

void NiftiTest::readsIntent() {
    QFETCH(bool, second);
    QFETCH(int, code);
    QFETCH(QString, component);
    QByteArray bytes = nifti(second);
    second ? qToLittleEndian(qint32(code), bytes.data() + 504) : qToLittleEndian(qint16(code), bytes.data() + 68);
    const QTemporaryDir dir;
    const io::Scan scan = scanned(put(dir, {QStringLiteral("v.nii"), bytes, {}}));
    QCOMPARE(scan.found.at(0).header.component, component);
    // And what is written says it too
    const QString copy = dir.filePath(QStringLiteral("copy.nii"));
    io::Job job;
    io::write(*opened(scan.found[0]), copy, job);
    QCOMPARE(scanned(copy).found.at(0).header.component, component);
}

void NiftiTest::showsComplexNumbers_data() {
    QTest::addColumn<bool>("wide");
    QTest::newRow("complex64") << false;
    QTest::newRow("complex128") << true;
}

void NiftiTest::showsComplexNumbers() {
    QFETCH(bool, wide);
    QByteArray bytes = nifti(false, 1, wide ? 1792 : 32, wide ? 16 : 8);
    bytes.chop(wide ? 16 : 8);
    bytes += wide ? little(-3.0) + little(0.0) : little(-3.0F) + little(0.0F);
    const QTemporaryDir dir;
    const io::Scan scan = scanned(put(dir, {QStringLiteral("c.nii"), bytes, {}}));
    QCOMPARE(scan.found.size(), std::size_t(2));
    QCOMPARE(scan.found[0].header.component, QStringLiteral("magnitude"));
    QCOMPARE(opened(scan.found[0])->value({1, 1, 1}), 3.0);
    QCOMPARE(scan.found[1].header.name, QStringLiteral("c phase"));
    QVERIFY(std::abs(opened(scan.found[1])->value({1, 1, 1}) - 3.14159265) < 1e-6);
}

void NiftiTest::readsNrrdDiffusion() {
    // NA-MIC: 1000 for a length of 1, half of it for the root of a half; directions in the measurement frame, RAS here.
    const QByteArray head = "NRRD0005\ntype: uchar\ndimension: 4\nspace: right-anterior-superior\nsizes: 1 1 1 4\n"
                            "space directions: (1,0,0) (0,1,0) (0,0,1) none\nkinds: space space space list\n"
                            "encoding: raw\nspace origin: (0,0,0)\nmeasurement frame: (-1,0,0) (0,1,0) (0,0,1)\n"
                            "modality:=DWMRI\nDWMRI_b-value:=1000\nDWMRI_gradient_0000:=0 0 0\n"
                            "DWMRI_gradient_0001:=1 0 0\nDWMRI_gradient_0002:=0 0.70710678 0\n"
                            "DWMRI_gradient_0003:=0 0 1\n\n";
    const QTemporaryDir dir;
    const io::Scan scan = scanned(put(dir, {QStringLiteral("d.nrrd"), head + QByteArray(4, '\1'), {}}));
    const FourthDimension& fourth = scan.found.at(0).header.fourth;
    QCOMPARE(fourth.bValues, (std::vector<double>{0, 1000, 500, 1000}));
    QCOMPARE(fourth.bVectors.at(1), (WorldVector{1, 0, 0})); // -x in RAS
    QVERIFY(std::abs(fourth.bVectors[2].y + 1) < 1e-9);
}

void NiftiTest::readsMghTrailer() {
    QByteArray b(284, '\0');
    const qint32 fields[] = {1, 2, 2, 1, 1, 0}; // of one row it would be a map of a surface
    for (int i = 0; i < 6; ++i) qToBigEndian(fields[i], b.data() + 4 * i);
    b += QByteArray(4, '\1') + big(2300.0F) + big(0.1570796F) + big(2.98F) + big(900.0F) + big(256.0F);
    const QTemporaryDir dir;
    const io::Scan scan = scanned(put(dir, {QStringLiteral("v.mgh"), b, {}}));
    const VolumeHeader& h = scan.found.at(0).header;
    QCOMPARE(h.acquisition.repetitionTimeMs, 2300.0);
    QVERIFY(std::abs(h.acquisition.flipAngleDeg - 9) < 1e-4);
    QVERIFY(std::abs(h.fourth.echoTimesMs.at(0) - 2.98) < 1e-6);
    QCOMPARE(h.fourth.inversionTimesMs, std::vector<double>{900});
}

NEURAXIS_TEST_MAIN(NiftiTest)
#include "tst_io_nifti.moc"
