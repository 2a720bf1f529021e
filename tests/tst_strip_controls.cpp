#include "app/regions_area.h"
#include "app/strip_controls.h"
#include "core/io/error.h"
#include "core/io/freesurfer_write.h"
#include "tests/sheet_phantom.h"
#include "tests/test_main.h"

#include <QDir>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <limits>

using namespace neuraxis;

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr std::uint32_t columns = 60, rows = 4;

/// A FreeSurfer folder with a sheet for a cortex: ten columns paracentral, forty precentral. Thickness is `mm` at the
/// medial end and 0.01 mm less with each column.
void writeSubject(const QString& folder, double mm) {
    for (const char* part : {"surf", "label"}) QDir().mkpath(folder + u'/' + QLatin1String(part));
    for (const Side side : {Side::Left, Side::Right}) {
        const double outwards = side == Side::Left ? 1 : -1;
        const Hemisphere sheet =
            test::sheet(side, columns, rows, {outwards * 5, 0, 40}, {outwards, 0, 0}, {0, 1, 0}, 2.5);
        std::vector<SurfacePoint> ras;
        std::vector<float> values;
        std::vector<std::int32_t> regionOf;
        for (std::uint32_t v = 0; v < sheet.vertices; ++v) {
            const SurfacePoint& p = sheet.points(SurfaceShape::White)[v];
            ras.push_back({-p.x, -p.y, p.z});
            const std::uint32_t c = v % columns;
            values.push_back(static_cast<float>(mm - 0.01 * (double(c) - 10)));
            regionOf.push_back(c < 10 ? 1 : c < 50 ? 2 : 0);
        }
        const QString h = side == Side::Left ? QStringLiteral("lh") : QStringLiteral("rh");
        io::writeFreeSurferSurface(folder + QStringLiteral("/surf/%1.white").arg(h), ras, sheet.triangles, {});
        io::writeFreeSurferCurv(folder + QStringLiteral("/surf/%1.thickness").arg(h), values, sheet.triangles.size());
        io::writeFreeSurferAnnot(folder + QStringLiteral("/label/%1.aparc.annot").arg(h),
                                 {{0, QStringLiteral("unknown"), 0xff190519},
                                  {17, QStringLiteral("paracentral"), 0xff3cdc3c},
                                  {24, QStringLiteral("precentral"), 0xff3c14dc}},
                                 regionOf);
    }
}

/// With one visit, and a FreeSurfer folder that is written where it has a thickness.
void addPerson(Cohort& cohort, const QString& root, const QString& name, const QString& group, double mm,
               const QString& quality = {}) {
    Participant p;
    p.uid = p.name = name;
    p.group = group;
    p.sex = QStringLiteral("F");
    cohort.participants.push_back(p);
    Visit v;
    v.uid = QStringLiteral("v") + name;
    v.participant = name;
    v.quality = quality;
    v.ageYears = 60;
    cohort.visits.push_back(v);
    Item item;
    item.visit = v.uid;
    item.kind = QStringLiteral("thickness");
    item.format = QStringLiteral("FreeSurfer");
    item.root = root;
    item.path = name;
    cohort.items.push_back(item);
    if (mm > 0) writeSubject(QDir(root).filePath(name), mm);
}

} // namespace

/// The controls' band along the motor strip.
class StripControlsTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void bandFollowsAgeAndSex();
    void bandWithoutAgesIsTheMeans();
    void readsControlsOfAStudy();
    void readsTablesOfTheStrip();
    void windowReadsThemWhenTheStripIsLookedAt_data();
    void windowReadsThemWhenTheStripIsLookedAt();
};

void StripControlsTest::bandFollowsAgeAndSex() {
    std::vector<StripControl> controls;
    // Residuals of +0.1 and -0.1 in turn, at each age once: their SD with n - 1 is 0.1 sqrt(80 / 79)
    for (int i = 0; i < 40; ++i)
        for (const double off : {-0.1, 0.1}) {
            const bool isMan = i % 2;
            const double value = 3 - 0.01 * (i + 40) + (isMan ? 0.2 : 0) + off;
            controls.push_back({i + 40.0, isMan ? QStringLiteral("M") : QStringLiteral("F"), {value, none, 7 - value}});
        }
    const StripBand band = stripBand(controls, 4, 50, QStringLiteral("M"));
    QCOMPARE(band.low.size(), std::size_t{4});
    QCOMPARE(band.controls, 80);
    const double sd = 0.1 * std::sqrt(80.0 / 79);
    QVERIFY(std::abs(band.low[0] - (2.7 - 1.96 * sd)) < 1e-9);
    QVERIFY(std::abs(band.high[0] - (2.7 + 1.96 * sd)) < 1e-9);
    QVERIFY(std::isnan(band.low[1]) && std::isnan(band.high[3])); // no data, no such bin
    QVERIFY(std::abs(band.high[2] - (4.3 + 1.96 * sd)) < 1e-9);
    QCOMPARE(stripBand(controls, 4, 50, QStringLiteral("M"), 81).controls, 0);
}

void StripControlsTest::bandWithoutAgesIsTheMeans() {
    std::vector<StripControl> controls;
    for (int i = 0; i < 20; ++i) controls.push_back({none, {}, {i % 2 ? 2.0 : 3.0}});
    const StripBand band = stripBand(controls, 1, 50, QStringLiteral("F"));
    QCOMPARE(band.controls, 20);
    const double sd = 0.5 * std::sqrt(20.0 / 19);
    QVERIFY(std::abs(band.low[0] - (2.5 - 1.96 * sd)) < 1e-9);
}

void StripControlsTest::readsControlsOfAStudy() {
    const QTemporaryDir dir;
    Cohort cohort;
    const auto add = [&](const QString& name, const QString& group, double mm, const QString& quality = {}) {
        addPerson(cohort, dir.path(), name, group, mm, quality);
    };
    for (int i = 0; i < 6; ++i) add(QStringLiteral("C%1").arg(i), QStringLiteral("control"), 2.5 + 0.1 * i);
    add(QStringLiteral("failed"), QStringLiteral("control"), 2, QStringLiteral("failed"));
    add(QStringLiteral("patient"), QStringLiteral("ALS"), 2);
    add(QStringLiteral("gone"), QStringLiteral("control"), 0);
    add(QStringLiteral("damaged"), QStringLiteral("control"), 2.4);
    QFile damaged(dir.filePath(QStringLiteral("damaged/surf/rh.white")));
    QVERIFY(damaged.open(QFile::ReadWrite) && damaged.resize(900));
    damaged.close();

    io::Job job;
    const StripControls made = stripControls(cohort, QStringLiteral("thickness"), job, 4);
    QCOMPARE(made.controls.size(), std::size_t{6});
    QCOMPARE(made.problems.size(), 1);
    QVERIFY2(made.problems[0].contains(QStringLiteral("rh.white")), qPrintable(made.problems[0]));
    for (std::size_t side = 0; side < 2; ++side)
        for (std::size_t b = 0; b < 4; ++b)
            // Ten columns in each quarter: the mean of the first is 4.5 columns on
            QVERIFY(std::abs(made.controls[3].sides[side].means[b] - (2.8 - 0.01 * (10 * double(b) + 4.5))) < 1e-5);
    QCOMPARE(made.band(Side::Left, QStringLiteral("patient"), 60, QStringLiteral("F"), 6).controls, 6);
    QCOMPARE(made.band(Side::Right, QStringLiteral("C2"), 60, QStringLiteral("F"), 6).controls, 0);
    QCOMPARE(made.band(Side::Right, QStringLiteral("C2"), 60, QStringLiteral("F"), 5).controls, 5);
    io::Job cancelled;
    cancelled.cancel();
    QVERIFY_EXCEPTION_THROWN(stripControls(cohort, QStringLiteral("thickness"), cancelled), io::Cancelled);
}

void StripControlsTest::readsTablesOfTheStrip() {
    const QTemporaryDir dir;
    Cohort cohort;
    QByteArray table = "participant_id\tsession_id";
    for (const char* side : {"lh", "rh"})
        for (const char* part : {"01", "02", "03"})
            table += QByteArray("\t") + side + "_precentral.strip-" + part + "_thickness";
    table += "\nC0\t1\t2.1\t2.2\t2.3\t2.4\t2.5\t2.6\nC1\t1\t3.1\tn/a\t3.3\t3.4\t3.5\t3.6\nP\t1\t1\t1\t1\t1\t1\t1\n";
    QFile file(dir.filePath(QStringLiteral("strip.tsv")));
    QVERIFY(file.open(QFile::WriteOnly) && file.write(table) == table.size());
    file.close();
    QFile other(dir.filePath(QStringLiteral("regions.tsv")));
    QVERIFY(other.open(QFile::WriteOnly));
    other.write("participant_id\tsession_id\tlh_precentral_thickness\trh_precentral_thickness\nC0\t1\t2\t2\n");
    other.close();
    const auto addRow = [&](const QString& name, const QString& group, const QString& path, double mm = 0) {
        addPerson(cohort, dir.path(), name, group, mm);
        Item item = cohort.items.back();
        if (mm == 0) cohort.items.pop_back(); // no surfaces
        item.format = QStringLiteral("region table");
        item.path = path;
        item.more[QStringLiteral("row")] = name + QStringLiteral("/1");
        cohort.items.push_back(item);
    };
    const QString control = QStringLiteral("control"), strip = QStringLiteral("strip.tsv");
    addRow(QStringLiteral("C0"), control, strip);
    addRow(QStringLiteral("C1"), control, strip, 2.8); // surfaces are better
    addRow(QStringLiteral("C2"), control, strip);      // no such row
    addRow(QStringLiteral("C3"), control, QStringLiteral("regions.tsv"));
    addRow(QStringLiteral("P"), QStringLiteral("ALS"), strip);

    io::Job job;
    const StripControls made = stripControls(cohort, QStringLiteral("thickness"), job, 3);
    QCOMPARE(made.problems, QStringList());
    QCOMPARE(made.controls.size(), std::size_t{2});
    QCOMPARE(made.controls[0].sides[0].means, (std::vector<double>{2.1, 2.2, 2.3}));
    QCOMPARE(made.controls[0].sides[1].means, (std::vector<double>{2.4, 2.5, 2.6}));
    QVERIFY(made.controls[1].sides[0].means[0] < 2.85);
    // As many parts as asked for, and nothing but thickness
    QCOMPARE(stripControls(cohort, QStringLiteral("thickness"), job, 4).controls.size(), std::size_t{1});
    QCOMPARE(stripControls(cohort, QStringLiteral("area"), job, 3).controls.size(), std::size_t{0});
}

void StripControlsTest::windowReadsThemWhenTheStripIsLookedAt_data() {
    QTest::addColumn<bool>("atOnce");
    QTest::newRow("after the table") << false;
    QTest::newRow("at once") << true; // strips may be read before the study
}

void StripControlsTest::windowReadsThemWhenTheStripIsLookedAt() {
    QFETCH(bool, atOnce);
    const QTemporaryDir dir;
    auto cohort = std::make_shared<Cohort>();
    for (int i = 0; i < 22; ++i)
        addPerson(*cohort, dir.path(), QStringLiteral("C%1").arg(i), QStringLiteral("control"), 2.5 + 0.01 * (i % 7));
    addPerson(*cohort, dir.path(), QStringLiteral("P"), QStringLiteral("ALS"), 0);
    auto cortex = std::make_shared<Cortex>();
    std::vector<std::int32_t> regionOf;
    for (std::uint32_t v = 0; v < columns * rows; ++v)
        regionOf.push_back(v % columns < 10 ? 1 : v % columns < 50 ? 2 : 0);
    cortex->sides[0] = std::make_shared<const Hemisphere>(
        test::sheet(Side::Left, columns, rows, {5, 0, 40}, {1, 0, 0}, {0, 1, 0}, 2.5));
    cortex->parcellations = {test::parcellationOf(
        Side::Left, {QStringLiteral("unknown"), QStringLiteral("paracentral"), QStringLiteral("precentral")},
        regionOf)};
    cortex->maps = {test::mapOf(Side::Left, QStringLiteral("thickness"), std::vector<float>(columns * rows, 2.4F))};
    Review review;
    Navigation navigation;
    review.edit({}, [&](ReviewState& state) { state.cortices.push_back(makeCortexLayer(cortex)); });
    RegionsArea area(review, navigation);
    area.resize(800, 300);
    area.setStudy(cohort);
    area.setPerson(QStringLiteral("P"), QStringLiteral("vP"));
    auto* lens = area.findChild<StripProfile*>();
    QVERIFY(lens);
    if (atOnce) area.findChild<QStackedWidget*>()->setCurrentIndex(2);
    area.show();
    if (atOnce) {
        QTRY_COMPARE(lens->profile().bands[0].controls, 22);
        return;
    }
    QTRY_VERIFY(!area.isBusy());
    QCOMPARE(lens->profile().bands[0].controls, 0); // nothing was read for what nobody looks at
    area.findChild<QStackedWidget*>()->setCurrentIndex(2);
    QTRY_COMPARE(lens->profile().bands[0].controls, 22);
    // At the medial end the controls have 2.5 to 2.56 mm
    QVERIFY(lens->profile().bands[0].low[0] > 2.4 && lens->profile().bands[0].high[0] < 2.7);
    area.setStudy(nullptr);
    QTRY_VERIFY(!area.isBusy());
    QTRY_COMPARE(lens->profile().bands[0].controls, 0);
}

NEURAXIS_TEST_MAIN(StripControlsTest)
#include "tst_strip_controls.moc"
