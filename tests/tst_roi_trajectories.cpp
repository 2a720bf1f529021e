#include "app/command.h"
#include "app/over_time_page.h"
#include "app/regions_area.h"
#include "app/roi_study.h"
#include "app/study_window.h"
#include "core/io/demo_participant.h"
#include "core/io/error.h"
#include "core/model/compared_state.h"
#include "tests/command_run.h"
#include "tests/test_main.h"
#include "tests/visits_phantom.h"
#include "tests/window_bench.h"
#include "widgets/canvas.h"
#include "widgets/study_panel.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <algorithm>
#include <cmath>

using namespace neuraxis;

namespace {

bool isNear(double value, double wanted, double within) { return std::abs(value - wanted) <= within; }

/// Where each visit's scanner had what lies at a place of the head.
WorldTransform lyingAt(int visit) {
    return visit == 0 ? WorldTransform() : WorldTransform::rigid({.06, -.1, .04}, {3, -5, 7});
}

/// A cube of the head whose brightness rises along it, seen at a visit: 100 + 2 x + y of the head's millimetres.
std::shared_ptr<const Volume> ramp(int visit, double brightness, const QString& unit = {}) {
    const Affine grid({1.5, 0, 0}, {0, 1.5, 0}, {0, 0, 1.5}, {-60, -60, -60});
    const WorldTransform toHead = lyingAt(visit).inverse();
    const auto made = test::phantom({81, 81, 81}, grid, [&](int i, int j, int k) {
        const WorldPoint p = toHead(grid.toWorld({double(i), double(j), double(k)}));
        return static_cast<int>(std::lround(10 * (300 + 2 * p.x + p.y) * brightness));
    });
    VolumeHeader header = made->header();
    header.slope = 0.1;
    header.unit = unit;
    return withHeader(made, header);
}

/// A box of label 3 about (11, -4, 6), one of label 7 about (-20, 10, 0), and one of label 9 mostly outside of what was
/// scanned; on a grid of its own over the first visit.
std::shared_ptr<const Volume> boxes() {
    const Affine grid({2, 0, 0}, {0, 2, 0}, {0, 0, 3}, {-70, -70, -60});
    const auto within = [](double at, double middle, double half) { return std::abs(at - middle) <= half; };
    return test::phantom({70, 70, 40}, grid, [&](int i, int j, int k) {
        const WorldPoint p = grid.toWorld({double(i), double(j), double(k)});
        if (within(p.x, 11, 4) && within(p.y, -4, 4.5) && within(p.z, 6, 3.5)) return 3;  // 4 x 5 x 3 voxels
        if (within(p.x, -20, 2.5) && within(p.y, 10, 2.5) && within(p.z, 0, 1)) return 7; // 3 x 3 x 1
        return p.x < -62 && within(p.y, 0, 4) && within(p.z, 0, 4) ? 9 : 0;
    });
}

ComparedVisit visitOf(int number, const std::shared_ptr<const Volume>& image, double gain) {
    ComparedVisit visit;
    visit.uid = QStringLiteral("v%1").arg(number);
    visit.label = QString::number(number + 1);
    visit.name = QStringLiteral("Visit ") + visit.label;
    visit.setVolume(image);
    visit.place.alignment = Alignment::Good;
    visit.place.visitOfShared = lyingAt(number);
    visit.place.gain = gain;
    return visit;
}

/// P1 with two visits a year apart.
std::shared_ptr<Cohort> people() {
    auto cohort = std::make_shared<Cohort>();
    Participant p;
    p.uid = QStringLiteral("p");
    p.name = QStringLiteral("P1");
    cohort->participants = {p};
    for (const auto& [uid, date] : {std::pair{"v0", QDate(2020, 1, 1)}, std::pair{"v1", QDate(2021, 1, 1)}}) {
        Visit visit;
        visit.uid = QString::fromLatin1(uid);
        visit.participant = p.uid;
        visit.label = QString::number(cohort->visits.size() + 1);
        visit.date = date;
        visit.ageYears = 60;
        cohort->visits.push_back(visit);
    }
    return cohort;
}

RoiWish boxesOver(const std::shared_ptr<const Volume>& first, const std::shared_ptr<const Volume>& second,
                  double gain) {
    RoiWish wish;
    auto table = std::make_shared<LabelTable>(std::vector<Label>{{3, QStringLiteral("tract"), 0}});
    wish.rois = {boxes(), table, QStringLiteral("boxes"), QStringLiteral("v0")};
    wish.visits = {visitOf(0, first, 1), visitOf(1, second, gain)};
    return wish;
}

QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

/// A ball in the phantom's left as it lay at its first visit.
constexpr WorldPoint ballAt{30, 10, 20};
std::shared_ptr<const Volume> ball() {
    const Affine grid({2, 0, 0}, {0, 2, 0}, {0, 0, 2}, {0, -20, -10});
    return test::phantom({32, 32, 32}, grid, [&](int i, int j, int k) {
        return length(grid.toWorld({double(i), double(j), double(k)}) - ballAt) < 12 ? 1 : 0;
    });
}

} // namespace

/// Regions of interest over time: as values, in the window and by the command.
class TestRoiTrajectories : public QObject {
    Q_OBJECT
    QTemporaryDir dir;
    QString study;

  private Q_SLOTS:
    void initTestCase() { study = test::visitsStudy(dir.path(), true); }

    void roisAreCounted() {
        const std::vector<Roi> rois = roisIn(*boxes());
        QCOMPARE(rois.size(), std::size_t{3});
        QCOMPARE(rois[0].id, 3);
        QCOMPARE(rois[0].voxels, std::size_t{60});
        QCOMPARE(rois[0].mm3, 720.);
        QCOMPARE(rois[1].mm3, 108.);
        QVERIFY(length(rois[0].place - WorldPoint{11, -4, 6}) < 2);
        QVERIFY(roisIn(*ramp(0, 1)).empty()); // no whole numbers
    }

    /// The mean of what rises evenly is its value in the middle of a box, at either visit.
    void brightnessIsThatOfTheSamePlace() {
        const auto cohort = people();
        const RoisOverTime rois = roisOverTime(boxesOver(ramp(0, 1), ramp(1, 1.25), 0.8), cohort.get());
        QCOMPARE(rois.refused, QString());
        QCOMPARE(rois.names,
                 (QStringList{QStringLiteral("tract"), QStringLiteral("label 7"), QStringLiteral("label 9")}));
        const double wanted = 300 + 2 * 11 - 4;
        QVERIFY(isNear(rois.values[0][0], wanted, .1));
        QVERIFY2(isNear(rois.values[0][1], wanted, .1), qPrintable(QString::number(rois.values[0][1])));
        QVERIFY(isNear(rois.values[1][1], 300 - 40 + 10, .1));
        QVERIFY(!std::isfinite(rois.values[2][0])); // too little of it was scanned
        QCOMPARE(rois.participant, QStringLiteral("P1"));
        QVERIFY(isNear(rois.visits[1].years, 366 / 365.25, 1e-9));
        QVERIFY(isNear(rois.visits[1].ageYears, 60 + 366 / 365.25, 1e-9)); // told once: the days since tell it
        const QByteArrayList lines = roisAsTsv(rois).toUtf8().trimmed().split('\n');
        QCOMPARE(lines.size(), 7);
        QVERIFY2(lines[2].startsWith("P1\t2\t2021-01-01\t1.002"), lines[2].constData());
    }

    void unitsAreKept() {
        // What has a unit means the same at every visit; another unit is nothing to compare with.
        const QString unit = QStringLiteral("Bq/ml");
        const RoisOverTime same = roisOverTime(boxesOver(ramp(0, 1, unit), ramp(1, 1.25, unit), 0.8), nullptr);
        QVERIFY(isNear(same.values[0][1], 1.25 * 318, .2));
        const RoisOverTime other = roisOverTime(boxesOver(ramp(0, 1, unit), ramp(1, 1), 1), nullptr);
        QVERIFY(!std::isfinite(other.values[0][1]));
        // A map of FA needs no unit
        const auto fa = [](int visit, double brightness) {
            VolumeHeader header = ramp(visit, brightness)->header();
            header.name = QStringLiteral("sub-1_ses-1_FA");
            return withHeader(ramp(visit, brightness), header);
        };
        QVERIFY(isNear(roisOverTime(boxesOver(fa(0, 1), fa(1, 1.25), 0.8), nullptr).values[0][1], 1.25 * 318, .2));
        // A visit that was put by hand has no gain yet: its brightness is compared then
        const double matched = roisOverTime(boxesOver(ramp(0, 1), ramp(1, 1.25), 0), nullptr).values[0][1];
        QVERIFY2(isNear(matched, 318, 6), qPrintable(QString::number(matched)));
        // Bright where the other is dark: nothing to compare
        VolumeHeader inverted = ramp(1, 1)->header();
        inverted.slope = -0.1;
        inverted.intercept = 600;
        const auto unlike = boxesOver(ramp(0, 1), withHeader(ramp(1, 1), inverted), 0);
        QVERIFY(!std::isfinite(roisOverTime(unlike, nullptr).values[0][1]));
    }

    /// Labels that came along to another visit go where a new alignment says, and stay away from what is not aligned.
    void labelsFollowTheAlignment() {
        ReviewState state;
        state.visits = {visitOf(0, ramp(0, 1), 1), visitOf(1, ramp(1, 1), 1)};
        state.layers = {makeLayer(state.visits[0].volume, false), makeLayer(boxes(), true)};
        state.layers[1].display.labels = std::make_shared<const LabelTable>();
        NavigationState navigation;
        const WorldPoint middle = boxes()->header().centreLps();
        ReviewState unaligned = state;
        unaligned.visits[1].place.alignment = Alignment::Failed;
        QCOMPARE(atVisit(unaligned, 1).layers.size(), std::size_t{1});
        QCOMPARE(atVisit(state, 1).layers.size(), std::size_t{2});
        setCurrentVisit(state, navigation, 1);
        QVERIFY(length(state.layers[1].volume->header().centreLps() - lyingAt(1)(middle)) < 1e-6);
        std::vector<ComparedVisit> visits = state.visits;
        const WorldTransform put = WorldTransform::rigid({.1, 0, 0}, {0, 9, 0});
        visits[1].place.visitOfShared = put;
        replaceVisits(state, visits);
        QVERIFY(length(state.layers[1].volume->header().centreLps() - put(middle)) < 1e-6);
        setCurrentVisit(state, navigation, 0);
        QVERIFY(length(state.layers[1].volume->header().centreLps() - middle) < 1e-6);
        QCOMPARE(layerTitle(state, 1), QStringLiteral("phantom · Visit 1"));
        // With a visit that is not aligned they come along, and say so
        setCurrentVisit(unaligned, navigation, 1);
        QCOMPARE(layerTitle(unaligned, 1), QStringLiteral("phantom · Visit 1, not aligned"));
        QCOMPARE(atVisit(unaligned, 0).layers.size(), std::size_t{2}); // where they were laid
        // Labels that are known as another visit's lie where that was scanned
        Layer other = makeLayer(boxes(), true);
        layOverCurrent(state, QStringLiteral("v1"), other);
        QCOMPARE(other.labelsOf, QStringLiteral("v1"));
        QVERIFY(length(other.volume->header().centreLps() - put.inverse()(middle)) < 1e-6);
    }

    /// Thousands of labels in thousands of slices take no more memory than a few slices would.
    void manyLabelsAreCounted() {
        const auto many = test::phantom({8, 1, 32000}, Affine(), [](int i, int, int k) { return (i + 8 * k) % 4001; });
        const std::vector<Roi> rois = roisIn(*many);
        QCOMPARE(rois.size(), std::size_t{4000});
        QCOMPARE(rois[0].voxels, std::size_t{64}); // 256,000 / 4001 is 63.98
        QVERIFY(roiMeans(*many, rois, [](const WorldPoint&) { return 2.5; })[3999] == 2.5);
    }

    void ratesAndLeftOut() {
        auto cohort = people();
        RoiWish wish = boxesOver(ramp(0, 1), ramp(1, 0.9), 1); // a tenth darker
        RoisOverTime rois = roisOverTime(wish, cohort.get());
        const RegionRates rates = ratesOf(rois, {});
        QCOMPARE(rates.rows.front().visits, 2);
        const double years = 366 / 365.25;
        QVERIFY(isNear(rates.rows.front().trend->percentSymmetrised, -100 * .1 / .95 / years, .1));
        const Trajectory drawn = trajectoryOf(rois, QStringLiteral("tract"), {});
        QCOMPARE(drawn.points.size(), std::size_t{2});
        QVERIFY(isNear(drawn.trend->perYear, -31.8 / years, .2));
        QVERIFY(drawn.title.startsWith(QStringLiteral("tract")));
        // A visit that failed quality
        cohort->visits[1].quality = QStringLiteral("failed");
        tellVisits(rois, wish.visits, cohort.get());
        QVERIFY(!ratesOf(rois, {}).rows.front().trend);
        QVERIFY(ratesOf(rois, RoiWishes{nullptr, true}).rows.front().trend.has_value());
        QCOMPARE(trajectoryOf(rois, QStringLiteral("tract"), {}).points[1].leftOut, Trajectory::LeftOut::Failed);
        // One that could not be aligned: nobody knows where the ROI is
        wish.visits[1].place.alignment = Alignment::Failed;
        rois = roisOverTime(wish, cohort.get());
        QVERIFY(!std::isfinite(rois.values[0][1]));
        QVERIFY(ratesOf(rois, RoiWishes{nullptr, true})
                    .heading.notes.join(u' ')
                    .contains(QStringLiteral("could not be aligned: visits 2")));
        // Or that over which they lie
        wish.visits[0].place.alignment = Alignment::Failed;
        QVERIFY(roisOverTime(wish, cohort.get()).refused.contains(QStringLiteral("by hand")));
        // And told to stop
        wish = boxesOver(ramp(0, 1), ramp(1, 1), 1);
        QVERIFY(roisOverTime(wish, nullptr, [](double) { return false; }).rois.empty());
    }

    /// Volumes that the study keeps of others are the band and the groups behind; brightness is nobody else's measure.
    void othersStandBehind() {
        auto cohort = people();
        cohort->participants[0].sex = QStringLiteral("F");
        std::vector<study::Remark> remarks;
        const auto keep = [&](const RoisOverTime& rois) {
            for (const study::Change& change : RoiStudy(cohort, {}).changes(rois, QStringLiteral("test")))
                remarks.push_back({change.record, change.table, change.fields[QStringLiteral("about")].toString(),
                                   change.fields[QStringLiteral("kind")].toString(),
                                   change.fields[QStringLiteral("body")].toString().toUtf8(), change.who, change.at});
        };
        const double volumes[] = {1000, 1010, 1020, 990, 980}; // mean 1000, SD with n - 1: sqrt(250)
        for (int i = 0; i < 5; ++i) {
            Participant control;
            control.uid = control.name = QStringLiteral("C%1").arg(i);
            control.group = QStringLiteral("control");
            control.sex = QStringLiteral("F");
            cohort->participants.push_back(control);
            Visit visit;
            visit.uid = control.uid + QStringLiteral("v");
            visit.participant = control.uid;
            visit.date = QDate(2020, 5, 1);
            visit.ageYears = 60;
            cohort->visits.push_back(visit);
            RoisOverTime rois;
            rois.title = QStringLiteral("sub-C%1_ses-1_tract_mask").arg(i);
            rois.unit = QStringLiteral("mm³");
            rois.measure = RoiMeasure::Volume;
            rois.rois = {Roi{1, 1000, 1000, {}}};
            rois.names << QStringLiteral("tract");
            rois.visits = {timedVisit(control, visit)};
            rois.values = {{volumes[i]}};
            keep(rois);
        }
        RoisOverTime own;
        own.title = QStringLiteral("sub-P1_ses-2_tract_mask");
        own.unit = QStringLiteral("mm³");
        own.measure = RoiMeasure::Volume;
        own.rois = {Roi{1, 1000, 1000, {}}};
        own.names << QStringLiteral("tract");
        own.values = {{990, 900}};
        tellVisits(own, {visitOf(0, ramp(0, 1), 1), visitOf(1, ramp(1, 1), 1)}, cohort.get());
        keep(own); // its own values are none of the others'
        RoiWishes wishes{std::make_shared<const RoiStudy>(cohort, remarks), false, 5};
        const Trajectory drawn = trajectoryOf(own, QStringLiteral("tract"), wishes);
        QVERIFY(!drawn.band.empty());
        QVERIFY(isNear(drawn.band[0].value, 1000, 1e-9));
        QVERIFY(isNear(drawn.band[0].high, 1000 + 1.96 * std::sqrt(250), 1e-6));
        QCOMPARE(drawn.groups.size(), std::size_t{1});
        QCOMPARE(drawn.groups[0].people.size(), std::size_t{5});
        QVERIFY(isNear(ratesOf(own, wishes).rows[0].w, -100 / std::sqrt(250), 1e-6));
        wishes.leastControls = 6;
        const Trajectory few = trajectoryOf(own, QStringLiteral("tract"), wishes);
        QVERIFY(few.band.empty());
        const double line = few.start()->value; // of two visits the line goes through both
        QVERIFY(isNear(few.ageingPerYear, -.0051 * line, 1e-9));
        // What is kept like that is not kept again; nor is a file's name, which may be somebody's
        QVERIFY(RoiStudy(cohort, remarks).changes(own, QStringLiteral("test")).empty());
        for (const study::Remark& one : remarks) QVERIFY(!one.body.contains("tract") && !one.kind.contains(u"tract"));
        own.contrast = QStringLiteral("flair"); // of other images nobody has any
        QVERIFY(trajectoryOf(own, QStringLiteral("tract"), wishes).groups.empty());
        own.contrast.clear();
        own.measure = RoiMeasure::Brightness;
        own.isOfBrightness = true;
        QVERIFY(trajectoryOf(own, QStringLiteral("tract"), wishes).groups.empty());
    }

    /// In the demo's participant tissue has shrunk in a ball by a formula, which says what a ball within it becomes.
    void volumeIsThatOfTheTissue() {
        std::shared_ptr<const Volume> head;
        io::Job job;
        try {
            head = io::readDemoTemplate(io::DemoTemplate::Head, job);
        } catch (const io::Error&) {
            QSKIP("the package mricron-data is not installed");
        }
        const std::vector<io::DemoVisit> demo = io::demoVisits();
        const io::DemoVisit &first = demo.at(0), &last = demo.at(2);
        QVERIFY(first.changes.empty());
        const io::DemoChange& change = last.changes.at(0);
        // What lies at 0.5 R about the middle afterwards lay at this radius before
        const double after = 0.5 * change.radiusMm, before = after * (1 + change.shrink * .75 * .75);
        RoiWish wish;
        wish.measure = RoiMeasure::Volume;
        const auto frame = [](io::DemoVisit visit) {
            visit.changes.clear();
            const WorldPoint origin = visit.seenAt({});
            return WorldTransform(Affine(visit.seenAt({1, 0, 0}) - origin, visit.seenAt({0, 1, 0}) - origin,
                                         visit.seenAt({0, 0, 1}) - origin, origin)
                                      .rows());
        };
        for (const io::DemoVisit& visit : {first, last}) {
            ComparedVisit made = visitOf(static_cast<int>(wish.visits.size()), io::conformedHead(*head, visit, job), 1);
            made.place.visitOfShared = frame(visit);
            wish.visits.push_back(made);
        }
        const Affine grid({1, 0, 0}, {0, 1, 0}, {0, 0, 1}, first.seenAt(change.centreLps) + WorldVector{-30, -30, -30});
        const auto labels = test::phantom({61, 61, 61}, grid, [&](int i, int j, int k) {
            return std::hypot(i - 30, j - 30, k - 30) <= before ? 1 : 0;
        });
        wish.rois = {labels, {}, QStringLiteral("ball"), QStringLiteral("v0")};
        const RoisOverTime rois = roisOverTime(wish, nullptr);
        QCOMPARE(rois.refused, QString());
        QCOMPARE(rois.names, QStringList{QStringLiteral("ball")});
        const double found = rois.values[0][1] / rois.values[0][0], real = std::pow(after / before, 3);
        QVERIFY2(std::abs((found - 1) / (real - 1) - 1) < .15,
                 qPrintable(QStringLiteral("%1 instead of %2").arg(found).arg(real)));
    }

    void windowFollowsAnOverlay() {
        test::WindowBench bench;
        bench.window.resize(1300, 900);
        bench.window.show();
        bench.window.openStudy(study);
        StudyPanel& panel = bench.window.studyWindow()->panel();
        QTRY_VERIFY_WITH_TIMEOUT(panel.index() && panel.index()->rows().size() == 2U, 10000);
        Q_EMIT panel.opened(QStringLiteral("P1"));
        const auto& visits = bench.review.state().visits;
        QTRY_VERIFY_WITH_TIMEOUT(
            visits.size() == 3 &&
                std::all_of(visits.begin(), visits.end(), [](const ComparedVisit& v) { return v.place.isAligned(); }),
            60000);
        bench.window.setRegions(true);
        auto* area = bench.window.findChild<RegionsArea*>();
        const auto buttons = area->findChildren<QToolButton*>();
        const auto overTime = std::find_if(buttons.begin(), buttons.end(),
                                           [](const QToolButton* b) { return b->text() == u"Over time"; });
        (*overTime)->click();
        auto* page = area->findChild<OverTimePage*>();
        QTRY_VERIFY(!area->isBusy() && page->isVisible());
        QCOMPARE(page->choice(), -1);
        // A mask over the first visit is there to choose
        io::Job job;
        const QString mask = dir.filePath(QStringLiteral("ball_mask.nii.gz"));
        io::write(*ball(), mask, job);
        bench.window.open({mask}, true);
        QComboBox* what = nullptr;
        for (auto* box : page->findChildren<QComboBox*>())
            if (box->accessibleName() == u"What is followed over time") what = box;
        QTRY_COMPARE(what->count(), 3);
        QVERIFY(page->isVisible());
        QVERIFY(what->itemText(1).startsWith(QStringLiteral("Brightness in ball_mask")));
        what->showPopup();
        QTest::keyClick(what->view(), Qt::Key_Down);
        QTest::keyClick(what->view(), Qt::Key_Return);
        QCOMPARE(page->choice(), 0);
        QVERIFY(!bench.window.canvas().isMaximised()); // the key was the list's
        auto* plot = page->findChild<TrajectoryPlot*>();
        QTRY_COMPARE_WITH_TIMEOUT(plot->trajectory().points.size(), std::size_t{3}, 20000);
        // The scanner was brighter and darker, the head the same
        const auto& points = plot->trajectory().points;
        for (const auto& point : points)
            QVERIFY2(std::abs(point.at.value / points[0].at.value - 1) < .02,
                     qPrintable(QString::number(point.at.value)));
        QCOMPARE(points[2].leftOut, Trajectory::LeftOut::Failed);
        // What was found is in the study, for others to be compared with
        QTRY_VERIFY([&] {
            const auto remarks = study::Study::open(study::Study::placeOf(study), study::Study::Mode::Read)
                                     ->remarks(QStringLiteral("P1-2"));
            return std::any_of(remarks.begin(), remarks.end(),
                               [](const study::Remark& one) { return one.kind.startsWith(u"rois-"); });
        }());
        // Another visit keeps the mask, at the same place of the head, and what was measured
        QTest::mouseClick(plot, Qt::LeftButton, {}, plot->place(points[1].at).toPoint());
        QTRY_COMPARE(currentVisit(bench.review.state()), 1);
        QCOMPARE(bench.review.state().layers.size(), std::size_t{2});
        QCOMPARE(what->count(), 3);
        QVERIFY(length(bench.review.state().layers[1].volume->header().centreLps() -
                       test::lying(1)(ball()->header().centreLps())) < .3);
        QTRY_COMPARE(plot->trajectory().points.size(), std::size_t{3});
        // A row is a place to go to
        auto* view = page->findChild<QTableView*>();
        view->clearSelection();
        view->setCurrentIndex({});
        view->selectRow(0);
        QTRY_VERIFY(length(bench.navigation.state().cursorLps - test::lying(1)(ballAt)) < 2.5);
        // Without the mask there is nothing of it to choose
        bench.review.edit(QStringLiteral("close"), [](ReviewState& state) { state.layers.pop_back(); });
        QTRY_COMPARE(what->count(), 1);
        QTRY_VERIFY(plot->trajectory().points.empty());
    }

    void commandWritesThem() {
        io::Job job;
        const QString mask = dir.filePath(QStringLiteral("roi_mask.nii.gz")),
                      out = dir.filePath(QStringLiteral("rois"));
        io::write(*ball(), mask, job);
        const auto made = test::run(compareCommand, {study, QStringLiteral("P1"), QStringLiteral("--no-maps"),
                                                     QStringLiteral("--roi"), mask, QStringLiteral("--out"), out});
        QVERIFY2(made.code == 0, made.err.constData());
        const QByteArrayList lines = contents(out + QStringLiteral("/rois.tsv")).trimmed().split('\n');
        QCOMPARE(lines.size(), 4);
        const auto value = [&](int line) { return lines[line].split('\t').last().toDouble(); };
        QVERIFY(value(1) > 0 && std::abs(value(2) / value(1) - 1) < .02);
        const QByteArrayList rates = contents(out + QStringLiteral("/roi-rates.tsv")).trimmed().split('\n');
        QCOMPARE(rates.size(), 2);
        QVERIFY(rates[1].startsWith("P1\tbrightness\tn/a\troi_mask\tn/a\t2\t")); // the last visit failed quality
        // What is no ROI is told before anything is done
        const QString scan = dir.filePath(QStringLiteral("ramp.nii.gz"));
        io::write(*ramp(0, 1), scan, job);
        const auto wrong = test::run(compareCommand, {study, QStringLiteral("P1"), QStringLiteral("--roi"), scan});
        QCOMPARE(wrong.code, 1);
        QVERIFY2(wrong.err.contains("no mask"), wrong.err.constData());
        QCOMPARE(
            test::run(compareCommand, {study, QStringLiteral("P1"), QStringLiteral("--roi-of"), QStringLiteral("1")})
                .code,
            2);
    }
};

NEURAXIS_TEST_MAIN(TestRoiTrajectories)
#include "tst_roi_trajectories.moc"
