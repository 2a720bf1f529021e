#include "app/command.h"
#include "core/io/scan.h"
#include "core/io/write.h"
#include "core/model/colour_map.h"
#include "core/render/snapshot.h"
#include "head_phantom.h"
#include "sample_data.h"
#include "series_phantom.h"
#include "subject_folder.h"
#include "test_main.h"

#include <QFileInfo>
#include <QImage>
#include <QTemporaryDir>
#include <cstdio>
#include <unistd.h>

using namespace neuraxis;

namespace {

/// What a command returned and said on standard error.
struct Said {
    int code = -1;
    QString error;
};

Said run(const QStringList& arguments) {
    std::fflush(stderr);
    const int kept = dup(STDERR_FILENO);
    std::FILE* caught = std::tmpfile();
    dup2(fileno(caught), STDERR_FILENO);
    Said said;
    said.code = renderCommand(arguments);
    std::fflush(stderr);
    dup2(kept, STDERR_FILENO);
    close(kept);
    std::rewind(caught);
    char text[4096];
    while (std::fgets(text, sizeof text, caught)) said.error += QString::fromLocal8Bit(text);
    std::fclose(caught);
    return said;
}

const std::array<QRgb, 256>& colourMapNamed(const QString& name) { return colourMap(name).colours; }

} // namespace

/// `neuraxis render` from files to a picture.
class TestRenderCommand : public QObject {
    Q_OBJECT
    QTemporaryDir folder;
    QString head, spot, series;
    QString path(const char* name) { return folder.filePath(QString::fromLatin1(name)); }

  private Q_SLOTS:
    void initTestCase() {
        io::Job job;
        head = path("head.nii");
        spot = path("spot.nii");
        io::write(*test::headPhantom(), head, job);
        io::write(*test::spotPhantom(), spot, job);
        series = path("series.nii");
        io::write(*test::seriesPhantom({20, 20, 20}, 3, Affine(),
                                       [](int i, int, int, int v) { return i == 0 ? 0 : 100 * (v + 1); }),
                  series, job);
    }

    void draws_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QSize>("size");
        const auto row = [](const char* name, const char* arguments, QSize size) {
            QTest::newRow(name) << QString::fromLatin1(arguments).split(u' ', Qt::SkipEmptyParts) << size;
        };
        row("planes", "", {1600, 900});
        row("axial, small", "--layout axial --size 320x200", {320, 200});
        row("twice as large", "--layout coronal --size 160x100 --scale 2", {320, 200});
        row("a place", "--layout sagittal --at -10,5.5,20 --size 200x200", {200, 200});
        row("a window", "--layout axial --window 300,400 --size 200x200", {200, 200});
        row("volume", "--layout volume --preset mip --size 200x150", {200, 150});
        row("lightbox", "--layout lightbox --size 400x300 --no-text", {400, 300});
        row("four on white", "--layout four --size 400x300 --background #ffffff", {400, 300});
    }
    void draws() {
        QFETCH(QStringList, arguments);
        QFETCH(QSize, size);
        const QString out = path("out.png");
        QFile::remove(out);
        const Said said = run(QStringList{head, spot, QStringLiteral("--out"), out} + arguments);
        QVERIFY2(said.code == 0, qPrintable(said.error));
        QCOMPARE(said.error, QString());
        QCOMPARE(QImage(out).size(), size);
    }

    void isTransparentAroundTheData() {
        const QString out = path("clear.png");
        QCOMPARE(run({head, QStringLiteral("--out"), out, QStringLiteral("--layout"), QStringLiteral("axial"),
                      QStringLiteral("--size"), QStringLiteral("300x300"), QStringLiteral("--background"),
                      QStringLiteral("transparent"), QStringLiteral("--no-text")})
                     .code,
                 0);
        const QImage image(out);
        QCOMPARE(qAlpha(image.pixel(2, 2)), 0);
        QCOMPARE(qAlpha(image.pixel(140, 145)), 255);
    }

    void showsTheVolumeAskedFor() {
        // Window 0 to 400: volume 1 is a quarter of white, volume 3 three quarters
        for (const auto& [volume, level] : {std::pair{"1", 64}, std::pair{"3", 191}}) {
            const QString out = path("volume.png");
            const Said said = run({series, QStringLiteral("--out"), out, QStringLiteral("--layout"),
                                   QStringLiteral("axial"), QStringLiteral("--size"), QStringLiteral("200x200"),
                                   QStringLiteral("--window"), QStringLiteral("200,400"), QStringLiteral("--no-text"),
                                   QStringLiteral("--volume"), QString::fromLatin1(volume)});
            QVERIFY2(said.code == 0, qPrintable(said.error));
            QVERIFY(std::abs(qGray(QImage(out).pixel(80, 80)) - level) <= 1);
        }
    }

    void refuses_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("says");
        const auto row = [&](const char* name, const QStringList& arguments, int code, const char* says) {
            QTest::newRow(name) << arguments << code << QString::fromLatin1(says);
        };
        const QString out = path("no.png");
        const auto with = [&](const char* option, const char* value) {
            return QStringList{head, QStringLiteral("--out"), out, QString::fromLatin1(option),
                               QString::fromLatin1(value)};
        };
        row("nothing", {}, 2, "at least one file");
        row("no --out", {head}, 2, "--out");
        row("no PNG", {head, QStringLiteral("--out"), path("no.jpg")}, 2, ".png");
        row("unknown option", with("--nonsense", "1"), 2, "nonsense");
        row("unknown layout", with("--layout", "five"), 2, "five");
        row("unknown preset", with("--preset", "heart"), 2, "heart");
        row("two numbers for --at", with("--at", "1,2"), 2, "--at");
        row("words for --at", with("--at", "a,b,c"), 2, "--at");
        row("not-a-number for --at", with("--at", "nan,1,2"), 2, "--at");
        row("volume 0", with("--volume", "0"), 2, "--volume");
        row("half a volume", with("--volume", "1.5"), 2, "--volume");
        row("a volume too many", with("--volume", "2"), 1, "1 volume");
        row("window without width", with("--window", "10,0"), 2, "--window");
        row("size without height", with("--size", "100"), 2, "--size");
        row("no size", with("--size", "0x0"), 2, "pixels");
        row("huge size", with("--size", "100000x100000"), 2, "pixels");
        row("negative scale", with("--scale", "-1"), 2, "pixels");
        row("no colour", with("--background", "mauvish"), 2, "mauvish");
        row("missing file", {path("missing.nii"), QStringLiteral("--out"), out}, 1, "missing.nii");
        row("folder that is not there", {head, QStringLiteral("--out"), path("not/there/x.png")}, 1, "x.png");
    }
    void refuses() {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QString, says);
        const Said said = run(arguments);
        QCOMPARE(said.code, code);
        QVERIFY2(said.error.contains(says), qPrintable(said.error));
        QCOMPARE(said.error.count(u'\n'), 1);
        QVERIFY(!QFile::exists(path("no.png")));
    }

    void aFailureKeepsTheOldPicture() {
        const QString out = path("kept.png");
        QCOMPARE(run({head, QStringLiteral("--out"), out, QStringLiteral("--size"), QStringLiteral("100x100")}).code,
                 0);
        QFile file(out);
        QVERIFY(file.open(QFile::ReadOnly));
        const QByteArray before = file.readAll();
        QCOMPARE(run({path("missing.nii"), QStringLiteral("--out"), out}).code, 1);
        file.seek(0);
        QCOMPARE(file.readAll(), before);
    }

    /// One head saved in all 48 orders and directions of its axes is one picture.
    void allOrientationsAreOnePicture() {
        NEURAXIS_SAMPLE_SET(set, QStringLiteral("nii_orient48"));
        const auto files = QDir(set).entryInfoList({QStringLiteral("*.nii.gz")});
        QCOMPARE(files.size(), 48);
        QImage planes, volume;
        for (const QFileInfo& file : files) {
            io::Job job;
            const auto scan = io::scan({file.filePath()}, job);
            QVERIFY2(!scan.found.empty(), qPrintable(file.fileName()));
            ReviewState state;
            state.layers = {makeLayer(io::read(scan.found.front(), job), false)};
            // One window and place for all: what is compared is the geometry.
            NavigationState n;
            static const ReviewState first = state;
            state.layers[0].display = first.layers[0].display;
            n.cursorLps = n.centreLps = first.base()->volume->header().centreLps();
            render::SnapshotOptions options;
            options.size = {600, 240};
            options.text = false;
            state.layout = QStringLiteral("planes");
            const QImage here = render::snapshot(state, n, options);
            state.layout = QStringLiteral("volume");
            const QImage there = render::snapshot(state, n, options);
            if (planes.isNull()) {
                planes = here;
                volume = there;
            }
            const auto changed = [](const QImage& a, const QImage& b) {
                int count = 0;
                for (int y = 0; y < a.height(); ++y)
                    for (int x = 0; x < a.width(); ++x) {
                        const QRgb p = a.pixel(x, y), q = b.pixel(x, y);
                        count += std::abs(qRed(p) - qRed(q)) > 3 || std::abs(qGreen(p) - qGreen(q)) > 3 ||
                                 std::abs(qBlue(p) - qBlue(q)) > 3;
                    }
                return count;
            };
            // Rounding may move the outermost pixel of an edge, and shine on a slope.
            QVERIFY2(changed(here, planes) <= 600,
                     qPrintable(QStringLiteral("%1: %2").arg(file.fileName()).arg(changed(here, planes))));
            QVERIFY2(changed(there, volume) <= 1400,
                     qPrintable(QStringLiteral("%1: %2").arg(file.fileName()).arg(changed(there, volume))));
        }
    }

    void drawsSurfaces_data() {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QString>("colourMap");
        QTest::addColumn<int>("place"); // in the colour map; -1: region colour superior, -2: grey
        // The left ball seen from its side: the middle of its cell is a vertex of thickness 2.5 mm + 0
        QTest::newRow("as it opens: 1 to 4.5 mm") << ""
                                                  << "viridis" << int(std::lround(255 * 1.5 / 3.5));
        QTest::newRow("range") << "--range 2,3"
                               << "viridis" << 128;
        QTest::newRow("colours") << "--range 2,3 --colours inferno"
                                 << "inferno" << 128;
        QTest::newRow("threshold") << "--threshold 2.8"
                                   << "" << -2;
        QTest::newRow("a file's map") << "--map FOLDER/lh.measure --range 0,4"
                                      << "viridis" << int(std::lround(255 * 0.75));
        QTest::newRow("regions as areas") << "--regions aparc --filled"
                                          << "" << -1;
    }
    void drawsSurfaces() {
        QFETCH(const QString, arguments);
        QFETCH(const QString, colourMap);
        QFETCH(const int, place);
        const QString subject = path("subject");
        if (!QFileInfo::exists(subject)) {
            test::writeSubject(subject);
            io::writeFreeSurferCurv(path("lh.measure"), std::vector<float>(2562, 3.0F), 5120);
        }
        const QString out = path("surface.png");
        QStringList all{subject,
                        QStringLiteral("--out"),
                        out,
                        QStringLiteral("--layout"),
                        QStringLiteral("surface"),
                        QStringLiteral("--views"),
                        QStringLiteral("lateral"),
                        QStringLiteral("--size"),
                        QStringLiteral("800x400")};
        if (!arguments.contains(QStringLiteral("--regions")))
            all << QStringLiteral("--regions") << QStringLiteral("none");
        all += QString(arguments).replace(QStringLiteral("FOLDER"), folder.path()).split(u' ', Qt::SkipEmptyParts);
        const Said said = run(all);
        QVERIFY2(said.code == 0, qPrintable(said.error));
        const QImage image(out);
        // A little above the middle, so that it is surely of the upper region
        const QColor seen = image.pixelColor(200, place == -1 ? 185 : 200);
        const QColor expected = place == -1   ? QColor(220, 20, 20)
                                : place == -2 ? QColor(168, 168, 168)
                                              : QColor(colourMapNamed(colourMap)[static_cast<std::size_t>(place)]);
        const double light = seen.valueF() / expected.valueF();
        QVERIFY2(light > 0.75 && light < 1.02, qPrintable(seen.name()));
        QVERIFY2(std::abs(seen.redF() - light * expected.redF()) < 0.04 &&
                     std::abs(seen.greenF() - light * expected.greenF()) < 0.04 &&
                     std::abs(seen.blueF() - light * expected.blueF()) < 0.04,
                 qPrintable(seen.name() + u' ' + expected.name()));
    }

    void refusesWhatSurfacesHaveNot_data() {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("said");
        QTest::newRow("form") << "--surface flat" << 2 << "inflated";
        QTest::newRow("form that is not there") << "--surface sphere" << 1 << "sphere";
        QTest::newRow("between forms, one not there") << "--surface 2.5" << 1 << "sphere";
        QTest::newRow("views") << "--views lateral,inside" << 2 << "medial";
        QTest::newRow("range") << "--range 3,2" << 2 << "greater";
        QTest::newRow("colours") << "--colours rainbow" << 2 << "viridis";
        QTest::newRow("map") << "--map myelin" << 1 << "thickness";
        QTest::newRow("map of another surface") << "--map FOLDER/lh.few" << 1 << "100";
        QTest::newRow("regions") << "--regions brodmann" << 1 << "aparc";
    }
    void refusesWhatSurfacesHaveNot() {
        QFETCH(const QString, arguments);
        QFETCH(const int, code);
        QFETCH(const QString, said);
        const QString subject = path("subject");
        if (!QFileInfo::exists(subject)) test::writeSubject(subject);
        io::writeFreeSurferCurv(path("lh.few"), std::vector<float>(100, 1.0F), 200);
        QStringList all{subject, QStringLiteral("--out"), path("no.png"), QStringLiteral("--layout"),
                        QStringLiteral("surface")};
        all += QString(arguments).replace(QStringLiteral("FOLDER"), folder.path()).split(u' ', Qt::SkipEmptyParts);
        const Said answer = run(all);
        QCOMPARE(answer.code, code);
        QVERIFY2(answer.error.contains(said), qPrintable(answer.error));
        QVERIFY(!QFileInfo::exists(path("no.png")));
        // Nothing but an image: no surfaces
        QCOMPARE(
            run({head, QStringLiteral("--out"), path("no.png"), QStringLiteral("--layout"), QStringLiteral("surface")})
                .code,
            1);
    }
};

NEURAXIS_TEST_MAIN(TestRenderCommand)
#include "tst_render_command.moc"
