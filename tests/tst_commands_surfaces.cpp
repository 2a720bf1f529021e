#include "app/command.h"
#include "tests/command_run.h"
#include "tests/format_test.h"
#include "tests/surface_phantoms.h"
#include "tests/test_main.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cmath>
#include <memory>

using namespace neuraxis;
using namespace neuraxis::test;

/// `info` and `convert` of surfaces and of what lies on them.
class SurfaceCommandsTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init();
    void infoInWords();
    void infoForPrograms();
    void theMiddleIsOnNoSide();
    void convertsOneFile_data();
    void convertsOneFile();
    void convertsAFolder();
    void refuses_data();
    void refuses();

  private:
    [[nodiscard]] QString path(const QString& name) const { return dir->filePath(name); }
    std::unique_ptr<QTemporaryDir> dir;
};

/// A subject folder of one side.
void SurfaceCommandsTest::init() {
    dir = std::make_unique<QTemporaryDir>();
    const std::pair<const char*, QByteArray> files[] = {{"s/surf/lh.white", triangleSurface()},
                                                        {"s/surf/lh.pial", triangleSurface()},
                                                        {"s/surf/lh.thickness", curv({1, 2, 3, 4, 5, 6})},
                                                        {"s/label/lh.aparc.annot", annot(true)},
                                                        {"s/stats/lh.aparc.stats", aparcStats("s")},
                                                        {"s/mri/orig.mgz", obliqueMgh()}};
    for (const auto& [name, bytes] : files) {
        QDir().mkpath(QFileInfo(path(QLatin1String(name))).path());
        putFile(path(QLatin1String(name)), bytes);
    }
}

void SurfaceCommandsTest::infoInWords() {
    const Outcome outcome = run(infoCommand, {path(QStringLiteral("s"))});
    QCOMPARE(outcome.code, 0);
    for (const char* words : {"6 vertices, 8 triangles: white, pial", "thickness (mm): left 1 to 6, mean 3.5",
                              "aparc: left 2 regions, 2 vertices in none", "aparc: 1 regions of s"})
        QVERIFY2(outcome.out.contains(words), outcome.out.constData());
}

void SurfaceCommandsTest::infoForPrograms() {
    const Outcome outcome = run(infoCommand, {QStringLiteral("--json"), path(QStringLiteral("s"))});
    QCOMPARE(outcome.code, 0);
    const QJsonArray items = QJsonDocument::fromJson(outcome.out).object()[QStringLiteral("items")].toArray();
    QCOMPARE(items.size(), 2);
    QCOMPARE(items[0].toObject()[QStringLiteral("kind")].toString(), QStringLiteral("volume"));
    const QJsonObject cortex = items[1].toObject();
    QCOMPARE(cortex[QStringLiteral("kind")].toString(), QStringLiteral("cortex"));
    const QJsonObject left = cortex[QStringLiteral("sides")].toArray()[0].toObject();
    QCOMPARE(left[QStringLiteral("vertices")].toInt(), 6);
    // R = 7 + 0.866 x - 0.5 y for the six (see tst_io_surfaces): greatest for (30, 0, 0), least for (0, 20, 0)
    const QJsonArray bounds =
        left[QStringLiteral("shapes")].toArray()[0].toObject()[QStringLiteral("boundsRas")].toArray();
    QVERIFY(std::abs(bounds[1].toArray()[0].toDouble() - 32.980762) < 1e-5);
    QVERIFY(std::abs(bounds[0].toArray()[0].toDouble() + 3) < 1e-5);
    const QJsonObject map = cortex[QStringLiteral("maps")].toArray()[0].toObject();
    QCOMPARE(map[QStringLiteral("unit")].toString(), QStringLiteral("mm"));
    QCOMPARE(map[QStringLiteral("sides")].toArray()[0].toObject()[QStringLiteral("mean")].toDouble(), 3.5);
    const QJsonObject table = cortex[QStringLiteral("tables")].toArray()[0].toObject();
    QCOMPARE(table[QStringLiteral("measures")].toObject()[QStringLiteral("eTIV")].toDouble(), 1500000.0);
}

void SurfaceCommandsTest::theMiddleIsOnNoSide() {
    putFile(path(QStringLiteral("s/stats/aseg.stats")),
            "# subjectname s\n# ColHeaders  Index SegId NVoxels Volume_mm3 StructName normMean\n"
            "  1  14  1000  950.5  3rd-Ventricle  40\n  2  16  20000  20100.0  Brain-Stem  80\n"
            "  3  49  7000  7050.0  Right-Thalamus  85\n");
    const Outcome info = run(infoCommand, {QStringLiteral("--json"), path(QStringLiteral("s"))});
    QJsonArray regions;
    for (const QJsonValue& item : QJsonDocument::fromJson(info.out).object()[QStringLiteral("items")].toArray())
        for (const QJsonValue& table : item.toObject()[QStringLiteral("tables")].toArray())
            if (table.toObject()[QStringLiteral("name")].toString() == u"aseg")
                regions = table.toObject()[QStringLiteral("regions")].toArray();
    QCOMPARE(regions.size(), 3);
    QCOMPARE(regions[1].toObject()[QStringLiteral("region")].toString(), QStringLiteral("Brain-Stem"));
    QVERIFY(!regions[1].toObject().contains(QStringLiteral("side")));
    QVERIFY(regions[2].toObject().contains(QStringLiteral("side")));

    const QString out = path(QStringLiteral("aseg.tsv"));
    const Outcome converted = run(convertCommand, {path(QStringLiteral("s/stats/aseg.stats")), out});
    QVERIFY2(converted.code == 0, converted.err.constData());
    QFile file(out);
    QVERIFY(file.open(QFile::ReadOnly));
    const QByteArrayList lines = file.readAll().split('\n');
    QVERIFY2(lines.value(1).startsWith("n/a\t3rd-Ventricle\t"), lines.value(1).constData());
    QVERIFY2(lines.value(2).startsWith("n/a\tBrain-Stem\t"), lines.value(2).constData());
    QVERIFY2(lines.value(3).startsWith("right\tRight-Thalamus\t"), lines.value(3).constData());
}

void SurfaceCommandsTest::convertsOneFile_data() {
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QByteArray>("begin");
    const auto row = [](const char* from, const char* to, const QByteArray& begin) {
        QTest::addRow("%s", to) << QString::fromLatin1(from) << QString::fromLatin1(to) << begin;
    };
    row("s/surf/lh.pial", "out.gii", "<?xml");
    row("s/surf/lh.pial", "out.gii.gz", "\x1f\x8b");
    row("s/surf/lh.pial", "out.vtp", "<?xml version=\"1.0\"?>\n<VTKFile type=\"PolyData\"");
    row("s/surf/lh.pial", "out.tsv", "hemisphere\tvertex\tx\ty\tz\nleft\t0\t");
    row("s/surf/lh.pial", "lh.out", "\xff\xff\xfe");
    row("s/surf/lh.thickness", "lh.out", "\xff\xff\xff");
    row("s/surf/lh.thickness", "out.gii", "<?xml");
    row("s/surf/lh.thickness", "out.tsv", "hemisphere\tvertex\tx\ty\tz\tthickness\nleft\t0\tn/a\tn/a\tn/a\t1\n");
    row("s/label/lh.aparc.annot", "out.annot", QByteArray("\0\0\0\x6", 4));
    row("s/label/lh.aparc.annot", "out.label", "#!ascii label");
    row("s/stats/lh.aparc.stats", "out.tsv", "hemisphere\tregion\tvertices");
}

void SurfaceCommandsTest::convertsOneFile() {
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QByteArray, begin);
    const Outcome outcome = run(convertCommand, {path(from), path(to)});
    QVERIFY2(outcome.code == 0, outcome.err.constData());
    QFile file(path(to));
    QVERIFY(file.open(QFile::ReadOnly));
    QCOMPARE(file.read(begin.size()), begin);
    if (to.endsWith(QStringLiteral(".tsv")) || to.endsWith(QStringLiteral(".vtp"))) return;
    // What was written is read again, and lies where it did
    const Outcome one = run(infoCommand, {path(from)}), other = run(infoCommand, {path(to)});
    QCOMPARE(other.code, 0);
    const auto boundsOf = [](const QByteArray& text) { return text.mid(text.indexOf("; R "), 60).split('\n').first(); };
    if (from.endsWith(QStringLiteral("pial"))) QCOMPARE(boundsOf(other.out), boundsOf(one.out));
}

void SurfaceCommandsTest::convertsAFolder() {
    const QString out = path(QStringLiteral("out"));
    const Outcome outcome =
        run(convertCommand, {path(QStringLiteral("s")), out, QStringLiteral("--as"), QStringLiteral(".gii")});
    QVERIFY2(outcome.code == 0, outcome.err.constData());
    QCOMPARE(QDir(out).entryList(QDir::Files, QDir::Name),
             (QStringList{QStringLiteral("aparc.measured.regions.tsv"), QStringLiteral("aparc.regions.tsv"),
                          QStringLiteral("lh.aparc.label.gii"), QStringLiteral("lh.pial.surf.gii"),
                          QStringLiteral("lh.thickness.shape.gii"), QStringLiteral("lh.white.surf.gii")}));
    // Without --as its volumes are what is converted, as before
    const QString volumes = path(QStringLiteral("volumes/"));
    QCOMPARE(run(convertCommand, {path(QStringLiteral("s")), volumes}).code, 0);
    QCOMPARE(QDir(volumes).entryList(QDir::Files), QStringList{QStringLiteral("orig.nii.gz")});
}

void SurfaceCommandsTest::refuses_data() {
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QByteArray>("sentence");
    QTest::newRow("no kind") << "s/surf/lh.pial"
                             << "out" << QByteArray("The name out does not say how surfaces are");
    QTest::newRow("itself") << "s/surf/lh.pial"
                            << "s/surf/lh.pial" << QByteArray("lh.pial is one of the files to read");
    QTest::newRow("nothing for it") << "s/surf/lh.pial"
                                    << "lh.a.annot" << QByteArray("There is nothing that lh.a.annot could hold.");
}

void SurfaceCommandsTest::refuses() {
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QByteArray, sentence);
    const Outcome outcome = run(convertCommand, {path(from), path(to)});
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.err.startsWith(sentence), outcome.err.constData());
}

NEURAXIS_TEST_MAIN(SurfaceCommandsTest)
#include "tst_commands_surfaces.moc"
