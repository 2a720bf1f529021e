#include "app/command.h"
#include "core/io/demo_participant.h"
#include "core/io/scan.h"
#include "tests/command_run.h"
#include "tests/dicom_phantom.h"
#include "tests/test_main.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace neuraxis;
using test::Outcome;
using test::run;

namespace {

void writeSeries(const QString& folder, const QByteArray& uid, int slices) {
    QDir().mkpath(folder);
    for (int k = 0; k < slices; ++k) {
        test::DicomPhantom p;
        p.seriesUid = uid;
        p.position = "-4\\-6\\" + QByteArray::number(3 * k);
        p.write(folder + QStringLiteral("/IM_%1").arg(k));
    }
}

QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// info, convert and demo as the command line has them.
class CommandsTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void usage_data();
    void usage();
    void infoTellsAllInJson();
    void infoTellsPeople();
    void infoFailsOnNothing();
    void convertsOne_data();
    void convertsOne();
    void convertsSeveralIntoAFolder();
    void convertRefuses_data();
    void convertRefuses();
    void convertNeverWritesOverItsInput();
    void demoIsAScannersSeries();
};

void CommandsTest::usage_data() {
    QTest::addColumn<QString>("command");
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("code");
    for (const char* command : {"info", "convert", "demo"}) {
        const QString name = QString::fromLatin1(command);
        QTest::addRow("%s --help", command) << name << QStringList{QStringLiteral("--help")} << 0;
        QTest::addRow("%s without words", command) << name << QStringList() << 2;
        QTest::addRow("%s --nonsense", command)
            << name << QStringList{QStringLiteral("--nonsense"), QStringLiteral("a")} << 2;
    }
    QTest::newRow("convert with three") << QStringLiteral("convert")
                                        << QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}
                                        << 2;
}

void CommandsTest::usage() {
    QFETCH(QString, command);
    QFETCH(QStringList, words);
    const auto run1 = command == QStringLiteral("info")      ? infoCommand
                      : command == QStringLiteral("convert") ? convertCommand
                                                             : demoCommand;
    const Outcome outcome = run(run1, words);
    QTEST(outcome.code, "code");
    QCOMPARE(outcome.out.isEmpty(), outcome.code != 0);
    QCOMPARE(outcome.err.count('\n'), outcome.code == 0 ? 0 : 1); // one sentence
}

void CommandsTest::infoTellsAllInJson() {
    const QTemporaryDir dir;
    writeSeries(dir.path(), "2.25.1", 4);
    test::writeFile(dir.filePath(QStringLiteral("zero.nii.gz")), {});
    const Outcome outcome = run(infoCommand, {dir.path(), QStringLiteral("--json")});
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.err, QByteArray());
    const QJsonObject all = QJsonDocument::fromJson(outcome.out).object();
    const QJsonObject item = all[QStringLiteral("items")].toArray()[0].toObject();
    QCOMPARE(item[QStringLiteral("kind")].toString(), QStringLiteral("volume"));
    QCOMPARE(item[QStringLiteral("format")].toString(), QStringLiteral("DICOM"));
    QCOMPARE(item[QStringLiteral("files")].toArray().size(), 4);
    const QJsonObject series = item[QStringLiteral("series")].toObject();
    QCOMPARE(series[QStringLiteral("uid")].toString(), QStringLiteral("2.25.1"));
    QCOMPARE(series[QStringLiteral("number")].toInt(), 4);
    QCOMPARE(series[QStringLiteral("description")].toString(), QStringLiteral("phantom"));
    QCOMPARE(item[QStringLiteral("sizeVoxels")].toArray(), (QJsonArray{4, 3, 4}));
    QCOMPARE(item[QStringLiteral("volumes")].toInt(), 1);
    QCOMPARE(item[QStringLiteral("spacingMm")].toArray(), (QJsonArray{1.5, 2, 3}));
    QCOMPARE(item[QStringLiteral("affineRas")].toArray()[0].toArray(), (QJsonArray{-1.5, 0, 0, 4}));
    QCOMPARE(item[QStringLiteral("affineRas")].toArray().size(), 4);
    QCOMPARE(item[QStringLiteral("storedType")].toString(), QStringLiteral("uint16"));
    QCOMPARE(item[QStringLiteral("scale")].toObject(),
             (QJsonObject{{QStringLiteral("slope"), 1}, {QStringLiteral("intercept"), 0}}));
    QVERIFY(item.contains(QStringLiteral("unit")));
    QCOMPARE(item[QStringLiteral("findings")].toArray(), QJsonArray());
    const QJsonObject skipped = all[QStringLiteral("skipped")].toArray()[0].toObject();
    QCOMPARE(skipped[QStringLiteral("path")].toString(), dir.filePath(QStringLiteral("zero.nii.gz")));
    QVERIFY(skipped[QStringLiteral("reason")].toString().contains(QStringLiteral("0 bytes")));
    QVERIFY(!outcome.out.contains("Secret"));
}

void CommandsTest::infoTellsPeople() {
    const QTemporaryDir dir;
    writeSeries(dir.path(), "2.25.1", 4);
    const Outcome outcome = run(infoCommand, {dir.path()});
    QCOMPARE(outcome.code, 0);
    QVERIFY(outcome.out.startsWith("4  phantom\n"));
    QVERIFY(outcome.out.contains("1.5 x 2 x 3 mm"));
}

void CommandsTest::infoFailsOnNothing() {
    const QTemporaryDir dir;
    const Outcome outcome = run(infoCommand, {dir.filePath(QStringLiteral("gone"))});
    QCOMPARE(outcome.code, 1);
    QCOMPARE(outcome.err, QByteArray("gone does not exist. Check the name.\n"));
}

void CommandsTest::convertsOne_data() {
    QTest::addColumn<QString>("suffix");
    for (const char* suffix : {".nii", ".nii.gz", ".nrrd", ".mgz"})
        QTest::newRow(suffix) << QString::fromLatin1(suffix);
}

void CommandsTest::convertsOne() {
    QFETCH(QString, suffix);
    const QTemporaryDir dir;
    writeSeries(dir.filePath(QStringLiteral("in")), "2.25.1", 4);
    const QString out = dir.filePath(QStringLiteral("out") + suffix);
    const Outcome outcome = run(convertCommand, {dir.filePath(QStringLiteral("in")), out});
    QCOMPARE(outcome.err, QByteArray());
    QCOMPARE(outcome.code, 0);
    io::Job job;
    const io::Scan scan = io::scan({out}, job);
    QCOMPARE(scan.found.size(), std::size_t(1));
    QCOMPARE(scan.found[0].header.size, (std::array<int, 3>{4, 3, 4}));
    QCOMPARE(io::read(scan.found[0], job)->value({2, 1, 3}), 6.0);
    QCOMPARE(scan.found[0].header.type, StoredType::Int16); // as dcm2niix, where the voxels fit
}

void CommandsTest::convertsSeveralIntoAFolder() {
    const QTemporaryDir dir;
    writeSeries(dir.filePath(QStringLiteral("in/a")), "2.25.1", 4);
    writeSeries(dir.filePath(QStringLiteral("in/b")), "2.25.2", 3);
    const Outcome outcome =
        run(convertCommand, {dir.filePath(QStringLiteral("in")), dir.filePath(QStringLiteral("out"))});
    QCOMPARE(outcome.code, 0);
    QCOMPARE(QDir(dir.filePath(QStringLiteral("out"))).entryList(QDir::Files),
             (QStringList{QStringLiteral("4_phantom.nii.gz"), QStringLiteral("4_phantom_2.nii.gz")}));
}

void CommandsTest::convertRefuses_data() {
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QByteArray>("sentence");
    QTest::newRow("several into one file")
        << QStringLiteral("in") << QStringLiteral("x.nii")
        << QByteArray("There are 2 volumes, too many for one file. Name a folder instead of x.nii.\n");
    QTest::newRow("unknown suffix")
        << QStringLiteral("in/a") << QStringLiteral("x.jpg")
        << QByteArray("x.jpg cannot be written: its name must end in one of .nii.gz, .nii, .mgz, .mgh, .nrrd.\n");
    QTest::newRow("nothing there") << QStringLiteral("empty") << QStringLiteral("x.nii")
                                   << QByteArray(
                                          "The folder empty is empty. Choose the folder that holds the images.\n");
    QTest::newRow("a file where the folder should be")
        << QStringLiteral("in/a") << QStringLiteral("in/a/IM_0/x.nii")
        << QByteArray("The folder IM_0 cannot be made. Choose another place.\n");
}

void CommandsTest::convertRefuses() {
    QFETCH(QString, from);
    QFETCH(QString, to);
    const QTemporaryDir dir;
    writeSeries(dir.filePath(QStringLiteral("in/a")), "2.25.1", 2);
    writeSeries(dir.filePath(QStringLiteral("in/b")), "2.25.2", 2);
    QDir(dir.path()).mkdir(QStringLiteral("empty"));
    const Outcome outcome = run(convertCommand, {dir.filePath(from), dir.filePath(to)});
    QCOMPARE(outcome.code, 1);
    QTEST(outcome.err, "sentence");
    QVERIFY(!QFileInfo::exists(dir.filePath(to)));
}

void CommandsTest::convertNeverWritesOverItsInput() {
    const QTemporaryDir dir;
    writeSeries(dir.filePath(QStringLiteral("in")), "2.25.1", 2);
    const QString nii = dir.filePath(QStringLiteral("a.nii"));
    QCOMPARE(run(convertCommand, {dir.filePath(QStringLiteral("in")), nii}).code, 0);
    const QByteArray before = contents(nii);
    const Outcome outcome = run(convertCommand, {nii, dir.filePath(QStringLiteral("./a.nii"))});
    QCOMPARE(outcome.code, 1);
    QCOMPARE(contents(nii), before);
    // Nor among the scanner's files, under any name
    for (const char* out : {"in", "in/x.nii", "in/../in/"})
        QCOMPARE(run(convertCommand, {dir.filePath(QStringLiteral("in")), dir.filePath(QLatin1String(out))}).code, 1);
    QCOMPARE(QDir(dir.filePath(QStringLiteral("in"))).entryList(QDir::Files).size(), 2);
    QCOMPARE(run(convertCommand,
                 {QStringLiteral("--as"), QStringLiteral(".nrrd"), nii, dir.filePath(QStringLiteral("b.mgz"))})
                 .code,
             2);
    // Nor over what lies beside it
    test::writeFile(dir.filePath(QStringLiteral("a.json")), "{\"Curated\": true}");
    QCOMPARE(run(convertCommand, {QStringLiteral("--bids"), nii, dir.filePath(QStringLiteral("a.nii.gz"))}).code, 1);
    QCOMPARE(contents(dir.filePath(QStringLiteral("a.json"))), QByteArray("{\"Curated\": true}"));
}

void CommandsTest::demoIsAScannersSeries() {
    if (!QFileInfo::exists(QStringLiteral("/usr/share/mricron/templates/ch2.nii.gz")))
        QSKIP("mricron-data is not installed");
    QByteArray hashes[2];
    for (QByteArray& all : hashes) {
        const QTemporaryDir dir;
        io::Job writing;
        io::writeDemo(dir.path(), {io::demoVisits().front()}, writing);
        QCryptographicHash hash(QCryptographicHash::Sha256);
        const QDir series(dir.filePath(QStringLiteral("sub-DEMO001/ses-1/T1w")));
        const QStringList files = series.entryList(QDir::Files);
        QCOMPARE(files.size(), 176);
        for (const QString& file : files) hash.addData(contents(series.filePath(file)));
        all = hash.result();
        io::Job job;
        const io::Scan scan = io::scan({dir.path()}, job);
        QCOMPARE(scan.found.size(), std::size_t(1));
        const VolumeHeader& header = scan.found[0].header;
        QCOMPARE(header.size, (std::array<int, 3>{256, 256, 176}));
        QCOMPARE(header.findings.size(), std::size_t(0));
        QVERIFY(header.series.uid.startsWith(QStringLiteral("2.25.")));
        QCOMPARE(header.series.description, QStringLiteral("Simulated T1w 3D sagittal"));
        QCOMPARE(header.windowPresets.size(), std::size_t(1));
        // The head's centre is bright, and in the middle of the slab; air outside is dark.
        const auto volume = io::read(scan.found[0], job);
        QVERIFY(volume->value({128, 128, 60}) > 300);
        QVERIFY(volume->value({2, 2, 88}) < 60);
    }
    QCOMPARE(hashes[0], hashes[1]);
}

NEURAXIS_TEST_MAIN(CommandsTest)
#include "tst_commands_io.moc"
