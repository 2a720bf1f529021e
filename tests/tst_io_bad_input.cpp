#include "core/io/format.h"
#include "core/io/write.h"
#include "tests/all_phantoms.h"
#include "tests/cortex_check.h"
#include "tests/test_main.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>
#include <fcntl.h>
#include <functional>
#include <limits>
#include <unistd.h>

using namespace neuraxis;

namespace {

using Files = QList<std::pair<QString, QByteArray>>;

QByteArray gzipped(const QByteArray& bytes) { // stored, not deflated: enough for a header
    QByteArray out("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10);
    out += '\1';
    for (const int n : {bytes.size(), ~bytes.size()}) out += char(n), out += char(n >> 8);
    return out + bytes + QByteArray(4, '\0') + QByteArray(4, '\xff');
}

QByteArray niftiPromising(int n) {
    QByteArray b(352, '\0');
    b[0] = 0x5c;
    b[1] = 1;
    const qint16 dims[] = {3, qint16(n), qint16(n), qint16(n)};
    for (int i = 0; i < 4; ++i) qToLittleEndian(dims[i], b.data() + 40 + 2 * i);
    b[70] = 4;
    memcpy(b.data() + 344, "n+1", 4);
    return b;
}

} // namespace

/// Files that are damaged, empty, or not what they are called: each says so in a sentence, and nothing falls over.
class BadInputTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void says_data();
    void says();
    void saysAboutFolders();
    void saysWhichNamesAreNoText();
    void saysWhatMayNotBeRead();
    void opensTheRest();
    void everyFormatHasPhantoms();
    void saysWhereItIsCut_data();
    void saysWhereItIsCut();
    void survivesDamage_data();
    void survivesDamage();
    void whatTheFuzzerFound_data();
    void whatTheFuzzerFound();
};

void BadInputTest::says_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* what, const char* name, const QByteArray& bytes, const char* sentence) {
        QTest::newRow(what) << QString::fromLatin1(name) << bytes << QString::fromLatin1(sentence);
    };
    row("0 bytes", "T1.nii.gz", {}, "T1.nii.gz is empty (0 bytes). Copy it again from its source.");
    row("text as .dcm", "a.dcm", "Dear colleague, here is the scan.\n",
        "a.dcm is named like a DICOM file but is none. Check where it comes from.");
    row("text as .nii", "a.nii", QByteArray("hello ").repeated(100),
        "a.nii is named like a NIfTI image but is none. Check where it comes from.");
    row("text as .nrrd", "a.nrrd", "hello",
        "a.nrrd is named like an NRRD image but is none. Check where it comes from.");
    row("text as .mgz", "a.mgz", QByteArray("hello ").repeated(100),
        "a.mgz is named like an MGH image but is none. Check where it comes from.");
    row("text", "notes.txt", "hello", "notes.txt is not an image of a kind Neuraxis reads.");
    row("10^12 voxels", "big.nii", niftiPromising(10000),
        "big.nii is cut short: its header promises 1.82 TiB, and its 352 bytes on disk cannot hold them. Copy it again "
        "from its source.");
    row("10^12 voxels, packed", "big.nii.gz", gzipped(niftiPromising(10000)),
        "big.nii.gz is cut short: its header promises 1.82 TiB, and its 375 bytes on disk cannot hold them. Copy it "
        "again from its source.");
    row("negative size", "neg.nii", niftiPromising(-5),
        "neg.nii has a damaged header (dim[1] = -5). Copy it again from its source.");
    row("NIfTI header cut", "cut.nii", niftiPromising(2).left(200),
        "cut.nii is cut short: it ends before its voxels do. Copy it again from its source.");
    row("10^12 voxels in NRRD", "big.nrrd",
        "NRRD0004\ntype: short\ndimension: 3\nsizes: 10000 10000 10000\nencoding: raw\nendian: little\n\n",
        "big.nrrd is cut short: its header promises 1.82 TiB, and its 0 bytes on disk cannot hold them. Copy it again "
        "from its source.");
    row("NRRD as text", "t.nrrd", "NRRD0004\ntype: short\ndimension: 1\nsizes: 1\nencoding: ascii\n\n1\n",
        "t.nrrd stores its voxels as \"ascii\", which Neuraxis does not read. Save it with raw or gzip encoding.");
    row("NRRD without voxels", "t.nhdr",
        "NRRD0004\ntype: short\ndimension: 1\nsizes: 1\nencoding: raw\ndata file: none.raw\n\n",
        "t.nhdr is a header without its voxels: none.raw is not beside it. Copy both files.");
    test::DicomPhantom p;
    p.pixels = false;
    row("DICOM without an image", "a", p.bytes(), "a is a DICOM file without an image in it.");
    p.sopClass = "1.2.840.10008.5.1.4.1.1.88.22";
    row("DICOM report", "a", p.bytes(), "a is a structured report, not an image.");
    p.sopClass = "1.2.840.10008.5.1.4.1.1.66";
    row("raw data", "XX_0001", p.bytes(), "XX_0001 is scanner raw data, not an image.");
    row("DICOM cut in its header", "IM_0001", test::DicomPhantom().bytes().left(500),
        "IM_0001 is cut short: it ends before its voxels do. Copy it again from its source.");
    row("DICOM cut in its pixels", "IM_0001", test::DicomPhantom().bytes().chopped(5),
        "IM_0001 is cut short: it ends before its voxels do. Copy it again from its source.");
}

void BadInputTest::says() {
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    const QTemporaryDir dir;
    test::writeFile(dir.filePath(name), bytes);
    io::Job job;
    const io::Scan scan = io::scan({dir.filePath(name)}, job);
    QVERIFY(scan.found.empty());
    QCOMPARE(scan.skipped.size(), std::size_t(1));
    QCOMPARE(scan.skipped[0].path, dir.filePath(name));
    QTEST(scan.skipped[0].reason, "sentence");
}

void BadInputTest::saysAboutFolders() {
    const QTemporaryDir dir;
    QDir(dir.path()).mkdir(QStringLiteral("empty"));
    QDir(dir.path()).mkdir(QStringLiteral("texts"));
    test::writeFile(dir.filePath(QStringLiteral("texts/a.txt")), "a");
    io::Job job;
    const io::Scan scan = io::scan({dir.filePath(QStringLiteral("empty")), dir.filePath(QStringLiteral("texts")),
                                    dir.filePath(QStringLiteral("gone.nii"))},
                                   job);
    QVERIFY(scan.found.empty());
    QStringList reasons;
    for (const auto& s : scan.skipped) reasons << s.reason;
    QCOMPARE(reasons,
             (QStringList{QStringLiteral("The folder empty is empty. Choose the folder that holds the images."),
                          QStringLiteral("The folder texts holds no images. Choose the folder that holds them."),
                          QStringLiteral("a.txt is not an image of a kind Neuraxis reads."),
                          QStringLiteral("gone.nii does not exist. Check the name.")}));
}

void BadInputTest::saysWhichNamesAreNoText() {
    const QTemporaryDir dir;
    const QByteArray name = QFile::encodeName(dir.path()) + "/Sch\xe4"
                                                            "del"; // in Latin 1
    const int file = open(name.constData(), O_CREAT | O_WRONLY, 0600);
    QVERIFY(file >= 0 && close(file) == 0);
    io::Job job;
    const io::Scan scan = io::scan({dir.path()}, job);
    unlink(name.constData()); // QTemporaryDir cannot
    QCOMPARE(scan.skipped.size(), 1U);
    QVERIFY2(scan.skipped[0].reason.contains(QStringLiteral("UTF-8")), qPrintable(scan.skipped[0].reason));
}

void BadInputTest::saysWhatMayNotBeRead() {
    if (geteuid() == 0) QSKIP("root may read everything");
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("a.nii"));
    test::writeFile(path, "x");
    QFile::setPermissions(path, {});
    io::Job job;
    const io::Scan scan = io::scan({path}, job);
    QVERIFY(scan.skipped.at(0).reason.startsWith(QStringLiteral("a.nii cannot be read (")));
}

void BadInputTest::opensTheRest() {
    const QTemporaryDir dir;
    test::writeFile(dir.filePath(QStringLiteral("0.nii.gz")), {});
    test::writeFile(dir.filePath(QStringLiteral("b.dcm")), "no");
    test::DicomPhantom().write(dir.filePath(QStringLiteral("c")));
    QVERIFY(::symlink(".", dir.filePath(QStringLiteral("loop")).toLocal8Bit().constData()) == 0);
    io::Job job;
    const io::Scan scan = io::scan({dir.path()}, job);
    QCOMPARE(scan.found.size(), std::size_t(1));
    QCOMPARE(scan.skipped.size(), std::size_t(2));
}

/// What the fuzzer starts from is good, and there is something for each row of the table.
void BadInputTest::everyFormatHasPhantoms() {
    for (const io::Format& format : io::formats()) {
        const auto phantoms = test::phantomsOf(format);
        QVERIFY2(!phantoms.isEmpty(), format.name);
        for (int i = 0; i < phantoms.size(); ++i) {
            const QTemporaryDir dir;
            test::putAll(dir, phantoms[i]);
            io::Job job;
            const io::Scan scan = io::scan({dir.filePath(phantoms[i].name)}, job);
            const QString which = QStringLiteral("%1 %2 ").arg(QLatin1String(format.name)).arg(i);
            for (const io::Skipped& skipped : scan.skipped) QFAIL(qPrintable(which + skipped.reason));
            QVERIFY2(!scan.found.empty() || !scan.cortices.empty(), qPrintable(which));
            for (const io::FoundCortex& found : scan.cortices) {
                const auto cortex = io::readCortex(found, job);
                for (const Finding& finding : cortex->findings)
                    if (finding.code == QStringLiteral("unreadable")) QFAIL(qPrintable(which + finding.text));
            }
            for (const io::Found& found : scan.found) try {
                    io::read(found, job);
                } catch (const io::Error& error) {
                    QFAIL(qPrintable(which + error.sentence()));
                }
        }
    }
}

void BadInputTest::saysWhereItIsCut_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("whole");
    QTest::addColumn<Files>("beside"); // of these, the first is cut
    VolumeHeader header;
    header.size = {24, 20, 16};
    const std::shared_ptr<std::byte> voxels(new std::byte[header.bytes()], std::default_delete<std::byte[]>());
    QRandomGenerator random(7);
    for (std::size_t i = 0; i < header.bytes(); ++i) voxels.get()[i] = static_cast<std::byte>(random.bounded(256));
    const QTemporaryDir dir;
    for (const io::Format& format : io::formats()) {
        for (const char* suffix : format.writableSuffixes) {
            const QString name = QStringLiteral("v") + QLatin1String(suffix);
            io::Job job;
            io::write(Volume(header, voxels), dir.filePath(name), job);
            QFile file(dir.filePath(name));
            QVERIFY(file.open(QFile::ReadOnly));
            QTest::newRow(suffix) << name << file.readAll() << Files();
        }
        if (!format.writableSuffixes.empty()) continue;
        const auto phantoms = test::phantomsOf(format);
        for (int i = 0; i < phantoms.size(); ++i)
            QTest::addRow("%s %d", format.name, i) << phantoms[i].name << phantoms[i].bytes << phantoms[i].beside;
    }
    test::DicomPhantom dicom;
    dicom.columns = dicom.rows = 64;
    QTest::newRow("DICOM") << QStringLiteral("IM_0001") << dicom.bytes() << Files();
}

void BadInputTest::saysWhereItIsCut() {
    QFETCH(QString, name);
    QFETCH(QByteArray, whole);
    QFETCH(Files, beside);
    const qsizetype size = beside.isEmpty() ? whole.size() : beside[0].second.size();
    for (qsizetype length = 0; length<size; length += size> 2048 ? 1024 : 64) {
        test::FormatPhantom cut{name, whole, beside};
        (beside.isEmpty() ? cut.bytes : cut.beside[0].second).truncate(length);
        const QTemporaryDir dir;
        test::putAll(dir, cut);
        io::Job job;
        const io::Scan scan = io::scan({dir.filePath(name)}, job);
        QString said;
        for (const io::Skipped& skipped : scan.skipped) said += skipped.reason;
        for (const io::Found& found : scan.found) {
            for (const Finding& finding : found.header.findings)
                if (finding.code == QStringLiteral("truncated")) said += name;
            try {
                io::read(found, job);
            } catch (const io::Error& error) {
                said += error.sentence();
            }
        }
        for (const io::FoundCortex& found : scan.cortices) said += test::whyNotRead(found, job);
        const bool named = said.contains(name) || (!beside.isEmpty() && said.contains(beside[0].first));
        // The last bytes of a compressed file may be no more than marks that its pixels have ended.
        const bool isEnd = length + 64 >= size && !(scan.found.empty() && scan.cortices.empty());
        // A table has no length of its own
        if (name.endsWith(QStringLiteral(".stats")) && !scan.cortices.empty()) continue;
        QVERIFY2(named || isEnd, qPrintable(QStringLiteral("cut at %1 of %2: %3").arg(length).arg(size).arg(said)));
    }
}

void BadInputTest::survivesDamage_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("whole");
    QTest::addColumn<Files>("beside");
    for (const io::Format& format : io::formats()) {
        const auto phantoms = test::phantomsOf(format);
        for (int i = 0; i < phantoms.size(); ++i)
            QTest::addRow("%s %d", format.name, i) << phantoms[i].name << phantoms[i].bytes << phantoms[i].beside;
    }
}

void BadInputTest::survivesDamage() {
    QFETCH(QString, name);
    QFETCH(QByteArray, whole);
    QFETCH(Files, beside);
    const QTemporaryDir dir;
    QRandomGenerator random(20240312);
    for (int round = 0; round < 80; ++round) {
        // New files each time: some file systems flush one that is written over.
        const QString folder = dir.filePath(QString::number(round));
        QDir().mkdir(folder);
        QByteArray bytes = whole;
        if (round % 3 == 0) bytes.truncate(random.bounded(static_cast<int>(whole.size())));
        for (int flips = round % 3 == 0 ? 0 : 1 + random.bounded(6); flips > 0 && !bytes.isEmpty(); --flips) {
            const int at = random.bounded(static_cast<int>(bytes.size()));
            constexpr char extremes[] = {0, 1, 0x7f, char(0x80), char(0xff)};
            bytes[at] = round % 2 ? static_cast<char>(random.bounded(256)) : extremes[random.bounded(5)];
        }
        const QString path = folder + u'/' + name;
        test::writeFile(path, bytes);
        for (const auto& [other, content] : beside) test::writeFile(folder + u'/' + other, content);
        io::Job job;
        const io::Scan scan = io::scan({path}, job);
        QVERIFY(!scan.found.empty() || !scan.cortices.empty() || !scan.skipped.empty());
        for (const io::FoundCortex& found : scan.cortices) test::whyNotRead(found, job);
        for (const io::Found& found : scan.found) {
            QVERIFY(found.header.voxelToLps.isValid());
            try {
                io::read(found, job);
            } catch (const io::Error& error) {
                QVERIFY(!error.sentence().isEmpty());
            }
        }
        for (const io::Skipped& s : scan.skipped) QVERIFY(!s.reason.isEmpty());
    }
}

/// Each once made the program hang, hold too much, or show what is not valid.
void BadInputTest::whatTheFuzzerFound_data() {
    QTest::addColumn<test::FormatPhantom>("file");
    test::DicomFile file(12, 10, 1, 8);
    file.syntax = "1.2.840.10008.1.2.4.80";
    file.setColour("RGB");
    file.setFragments({QByteArray::fromBase64(
        "/9j/9wARCAAKAAwDAREAAhEAAxEA/9oADAMBAAIAAwAAAgBAAAApIAoAAADugAAA7gttlwt9ugAAA7jRZ7NarTaIAAAAAFksdirl"
        "br9ZrtctVVqlTq9WgAAAzIAAAMwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABE"
        "SUNNAgAQAFVJFAAxLjIuODQwLjEwMDA4LjEuMi4yAAiWCsAAZXVjanAyMEVEun07OZyFJKp1NzocxQSabTN1OhIpkAAAGjgvo5GI"
        "1KpO8HcikWk0jeTwRCJSKPvR5IZIo9LuBwEIAAVG26208gUSh78fSE/0OvBEIlIo+9Hkhkij0u4HAQgABUbbrbTyBRKHvx9IT/Q6"
        "Fv5+IL9QqNv9++f383M90B2+AHezxTiaUXmvGY8f7n70HdLn/A==")});
    QTest::newRow("JPEG-LS that CharLS takes 14 s for")
        << test::FormatPhantom{QStringLiteral("IM_0001"), file.bytes(), {}};
    file = test::DicomFile(12, 10, 1, 16);
    file.syntax = "1.2.840.10008.1.2.4.70";
    file.setFragments({QByteArray::fromBase64(
        "/9j/wwALEAAKAAwBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAD//aAAgBAQABAAAk/wBKSkpKT0pJH4tPSkpKSk5PSkpKSk9KSU8H"
        "hkpKTk9KSkpKTk9KSkpKT0pJT0pKSkoLi0ooADAARFMxXDBcMFwwXDFcMCAoAAIAVVMCAAMAKAAEAENTBABSR0IgKAAGAFVTAgAA"
        "ACgAEABVUwIAEAAoABEAVVMCABAAKAAwAERTBgAyXDEuNSAoAAABVVMCAAgAKAABAVVTAgAIACgAAgFVUwIABwAoAAMBVVMCAAAA"
        "KABQEERTBgA0MFwzMDAoAFEQRFMIADQwMFwxNTAwKABSEERTAgAtNSgAUxBEUwIAMiDgfxAAT0IAAP/////+/wA=")});
    QTest::newRow("JPEG whose end GDCM looks for for ever")
        << test::FormatPhantom{QStringLiteral("IM_0001"), file.bytes(), {}};
    file = test::DicomFile(12, 10, 2, 8);
    file.syntax = "1.2.840.10008.1.2.4.70";
    file.text(0x00280008, "IS", "8242");
    file.setFragments({QByteArray(300, '\1')});
    QTest::newRow("many frames in a few bytes") << test::FormatPhantom{QStringLiteral("IM_0001"), file.bytes(), {}};
    test::FormatPhantom par = test::parPhantom();
    par.bytes.replace("2.5 0 4.000", "2.5 0" + QByteArray(60, '2') + " 4.000");
    QTest::newRow("a slice 10^60 mm away") << par;
    test::FormatPhantom surface{QStringLiteral("lh.pial.asc"), test::asciiSurface(), {}};
    surface.bytes.replace("\n6 8\n", "\n6e71 8\n");
    QTest::newRow("10^71 vertices") << surface;
    surface = {QStringLiteral("lh.white"), test::triangleSurface(), {}};
    surface.bytes.replace("cras   = 7.000000000000000e+00", "cras   = 7.000000000000000e+99");
    QTest::newRow("a volume 10^99 mm away") << surface;
    // A CSA header of the first version whose lengths and number of items lie at both ends of what a number holds
    file = test::DicomFile(4, 4, 1, 16);
    file.text(0x00080008, "CS", "ORIGINAL\\PRIMARY\\M\\ND\\MOSAIC");
    file.text(0x00080070, "LO", "SIEMENS");
    file.text(0x00290010, "LO", "SIEMENS CSA HEADER");
    const auto number = [](qint32 n) { return test::little(n); };
    file.elements[0x00291010] = {"OB", number(1) + number(77) + QByteArray("B_value").leftJustified(64, '\0') +
                                           number(1) + "DS\0\0" + number(3) + number(1) + number(77) +
                                           number(std::numeric_limits<qint32>::min()) + number(77) + number(77) +
                                           number(77) + QByteArray(64, '\0')};
    file.setPixels(QByteArray(32, '\1'));
    QTest::newRow("CSA lengths that overflow") << test::FormatPhantom{QStringLiteral("IM_0001"), file.bytes(), {}};
}

void BadInputTest::whatTheFuzzerFound() {
    QFETCH(test::FormatPhantom, file);
    const QTemporaryDir dir;
    test::putAll(dir, file);
    QElapsedTimer timer;
    timer.start();
    io::Job job;
    const io::Scan scan = io::scan({dir.filePath(file.name)}, job);
    QVERIFY(!scan.found.empty() || !scan.cortices.empty() || !scan.skipped.empty());
    for (const io::FoundCortex& found : scan.cortices) test::whyNotRead(found, job);
    for (const io::Found& found : scan.found) {
        QVERIFY(found.header.voxelToLps.isValid());
        QVERIFY(found.header.size[2] < 1000);
        try {
            io::read(found, job);
        } catch (const io::Error& error) {
            QVERIFY(error.sentence().contains(file.name));
        }
    }
    QVERIFY(timer.elapsed() < 5000);
}

NEURAXIS_TEST_MAIN(BadInputTest)
#include "tst_io_bad_input.moc"
