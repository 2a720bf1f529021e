#include "core/model/comparable_series.h"
#include "core/model/compared_state.h"
#include "core/render/blended_visits.h"
#include "core/render/layouts.h"
#include "core/render/plane_view.h"
#include "core/render/snapshot.h"
#include "head_phantom.h"
#include "test_main.h"

#include <QPainter>
#include <set>

using namespace neuraxis;

namespace {

WorldTransform lay(int visit) {
    return visit == 0 ? WorldTransform()
                      : WorldTransform::rigid({0.05 * visit, 0.1, -0.04 * visit}, {5. * visit, -8, 3});
}

/// A head as it lay at a visit: the same voxels, moved, so that what is seen must be the same.
ComparedVisit visitOf(int visit, double gain = 1) {
    const auto head = moved(test::headPhantom(), lay(visit));
    VolumeHeader header = head->header();
    header.slope = 1 / gain;
    ComparedVisit one;
    one.uid = QStringLiteral("v%1").arg(visit);
    one.name = QStringLiteral("Visit %1").arg(visit + 1);
    one.title = one.name + QStringLiteral(" · 2020-01-0%1").arg(visit + 1);
    one.setVolume(std::make_shared<const Volume>(header, std::shared_ptr<const std::byte>(head, head->voxels())));
    one.place.visitOfShared = lay(visit);
    one.place.alignment = Alignment::Good;
    one.place.gain = gain;
    return one;
}

ReviewState compared(int visits, int current = 0) {
    ReviewState state;
    for (int visit = 0; visit < visits; ++visit) state.visits.push_back(visitOf(visit, visit == 1 ? 0.5 : 1));
    state.layers = {makeLayer(state.visits[static_cast<std::size_t>(current)].volume, false)};
    state.layers.front().setWindow({0, 700 * state.visits[static_cast<std::size_t>(current)].volume->header().slope});
    for (auto mark : {&ViewOptions::crosshair, &ViewOptions::letters, &ViewOptions::cornerText, &ViewOptions::scaleBar,
                      &ViewOptions::colourBar})
        state.view.*mark = false;
    return state;
}

NavigationState placeIn(const ReviewState& state) { return NavigationState::at(state.base()->volume->header()); }

QImage pictureOf(const ReviewState& state, const NavigationState& navigation, const QSize& size) {
    render::SnapshotOptions options;
    options.size = size;
    options.text = false;
    return render::snapshot(state, navigation, options);
}

double meanDifference(const QImage& a, const QImage& b) {
    double sum = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) sum += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y)));
    return sum / (a.width() * a.height());
}

} // namespace

/// Visits beside one another: which images, where, in which window, and how the two that are compared lie over each other.
class TestComparedVisits : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void comparable_data() {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("description");
        QTest::addColumn<QString>("component");
        QTest::addColumn<double>("mm");
        QTest::addColumn<int>("volumes");
        QTest::addColumn<bool>("fits");
        const QString t1 = QStringLiteral("T1"), words = QStringLiteral("T1W 3D"), none;
        QTest::newRow("the same") << t1 << words << none << 1. << 1 << true;
        QTest::newRow("called otherwise") << t1 << QStringLiteral("MPRAGE") << none << 1. << 1 << true;
        QTest::newRow("of coarser voxels") << t1 << words << none << 3. << 1 << true;
        QTest::newRow("another kind") << QStringLiteral("cord") << words << none << 1. << 1 << false;
        QTest::newRow("a phase image") << t1 << words << QStringLiteral("phase") << 1. << 1 << false;
        QTest::newRow("a series of volumes") << t1 << words << none << 1. << 5 << false;
        QTest::newRow("of no known kind") << none << words << none << 1. << 1 << false;
    }
    void comparable() {
        QFETCH(QString, kind);
        QFETCH(QString, description);
        QFETCH(QString, component);
        QFETCH(double, mm);
        QFETCH(int, volumes);
        QFETCH(bool, fits);
        VolumeHeader reference, other;
        reference.series.description = QStringLiteral("t1w_3d");
        other.series.description = description;
        other.component = component;
        other.voxelToLps = Affine({mm, 0, 0}, {0, mm, 0}, {0, 0, mm}, {});
        other.volumes = volumes;
        const std::vector<VisitSeries> series{{0, QStringLiteral("T1"), &reference}, {1, kind, &other}};
        QCOMPARE(comparableSeries(series, 0, 2), (std::vector<int>{0, fits ? 1 : -1}));
    }

    void comparesTheMostAlike() {
        VolumeHeader reference, coarse, alike, flair;
        reference.series.description = coarse.series.description = alike.series.description = QStringLiteral("T1W 3D");
        coarse.voxelToLps = Affine({3, 0, 0}, {0, 1, 0}, {0, 0, 1}, {});
        // Of kinds that nobody knows, names tell: the end of a file's name where nothing describes it
        VolumeHeader one, two;
        one.name = QStringLiteral("sub-01_ses-1_FLAIR");
        two.name = QStringLiteral("sub-01_ses-2_FLAIR");
        flair.name = QStringLiteral("sub-01_ses-2_T2w");
        const QString t1 = QStringLiteral("T1"), other = QStringLiteral("other");
        QCOMPARE(comparableSeries({{0, t1, &reference}, {1, t1, &coarse}, {1, t1, &alike}}, 0, 3),
                 (std::vector<int>{0, 2, -1}));
        QCOMPARE(comparableSeries({{0, other, &one}, {1, other, &flair}, {1, other, &two}}, 0, 2),
                 (std::vector<int>{0, 2}));
    }

    void matchesWindows() {
        ComparedVisit one = visitOf(0), two = visitOf(1, 0.5); // values of the second are twice as large
        neuraxis::Display display;
        display.windows = {{100, 500}};
        display.hideBelow = 50;
        const neuraxis::Display matched = matchedDisplay(display, one, two);
        QCOMPARE(matched.window().low, 200.);
        QCOMPARE(matched.window().high, 1000.);
        QCOMPARE(*matched.hideBelow, 100.);
        QCOMPARE(matchedDisplay(matched, two, one), display);
        display.negative = NegativeScale{QStringLiteral("blue-lightblue"), {1, 5}};
        QCOMPARE(matchedDisplay(display, one, two).negative->window.high, 10.);
        // Without a match the window is the image's own
        two.place.gain = 0;
        QCOMPARE(matchedDisplay(display, one, two).windows, makeLayer(two.volume, false).display.windows);
    }

    /// Each b-value has its window, whatever the order of the volumes and how many there are.
    void matchesWindowsByBValue() {
        const auto diffusion = [](const std::vector<double>& bValues, double gain) {
            const auto head = test::headPhantom();
            VolumeHeader header = head->header();
            header.size = {2, 2, 2};
            header.volumes = static_cast<int>(bValues.size());
            header.fourth.bValues = bValues;
            ComparedVisit visit;
            visit.volume =
                std::make_shared<const Volume>(header, std::shared_ptr<const std::byte>(head, head->voxels()));
            visit.place.gain = gain;
            visit.opened.windows.assign(bValues.size(), {7, 8});
            return visit;
        };
        const ComparedVisit one = diffusion({0, 1000, 1000}, 1), two = diffusion({1000, 0, 1000, 1000, 2000}, 0.5);
        neuraxis::Display display;
        display.windows = {{0, 900}, {0, 300}, {0, 300}};
        QCOMPARE(matchedDisplay(display, one, two).windows,
                 (std::vector<Range>{{0, 600}, {0, 1800}, {0, 600}, {0, 600}, {7, 8}}));
        // Fewer windows than the volume has volumes must not be written beyond
        Layer layer{two.volume, {}, display, {}};
        layer.setWindow({1, 2}, 3);
        QCOMPARE(layer.display.windows.size(), std::size_t{3});
    }

    void undoComesBackToTheSamePlace() {
        ReviewState state = compared(3);
        NavigationState navigation = placeIn(state);
        navigation.cursorLps = {20, 10, 30};
        followVisit(state, navigation); // visit 1 is the current one
        const ReviewState before = state;
        setCurrentVisit(state, navigation, 2);
        const NavigationState there = navigation;
        followVisit(state, navigation);
        QCOMPARE(navigation, there); // it is there already
        followVisit(before, navigation);
        QVERIFY(length(navigation.cursorLps - WorldPoint{20, 10, 30}) < 1e-9);
    }

    void aViewOfNoVisitShowsTheLayers() {
        const ReviewState state = compared(2);
        const NavigationState navigation = placeIn(state);
        const render::Cell gone{{Plane::Axial, {}, 5}, QRectF(0, 0, 200, 200)};
        const render::Cell plain{{Plane::Axial, {}}, QRectF(0, 0, 200, 200)};
        QCOMPARE(render::PlaneView(state, navigation, gone, {Plane::Axial}).geometry().middleLps,
                 render::PlaneView(state, navigation, plain, {Plane::Axial}).geometry().middleLps);
    }

    void hiddenVisits() {
        ReviewState state = compared(3);
        NavigationState navigation = placeIn(state);
        const auto count = [&] {
            return render::findLayout(QStringLiteral("visits-axial"))
                ->cells(state, navigation, {0, 0, 900, 300})
                .size();
        };
        state.visits[2].shown = false;
        QCOMPARE(count(), std::size_t{2});
        setCurrentVisit(state, navigation, 2); // stepped to, it is seen
        QCOMPARE(count(), std::size_t{3});
        for (ComparedVisit& visit : state.visits) visit.shown = false;
        QCOMPARE(count(), std::size_t{3}); // never nothing
    }

    void layouts_data() {
        QTest::addColumn<QString>("layout");
        QTest::addColumn<int>("visits");
        QTest::addColumn<int>("columns");
        QTest::addColumn<int>("rows");
        for (int visits = 2; visits <= 6; ++visits)
            QTest::addRow("planes of %d", visits) << QStringLiteral("visits-planes") << visits << visits << 3;
        QTest::newRow("one plane of 2") << QStringLiteral("visits-axial") << 2 << 2 << 1;
        QTest::newRow("one plane of 3") << QStringLiteral("visits-coronal") << 3 << 2 << 2;
        QTest::newRow("one plane of 4") << QStringLiteral("visits-sagittal") << 4 << 2 << 2;
        QTest::newRow("one plane of 6") << QStringLiteral("visits-axial") << 6 << 3 << 2;
    }
    void layouts() {
        QFETCH(QString, layout);
        QFETCH(int, visits);
        QFETCH(int, columns);
        QFETCH(int, rows);
        const ReviewState state = compared(visits);
        const auto cells = render::findLayout(layout)->cells(state, placeIn(state), {0, 0, 1000, 750});
        const bool isPlanes = layout == u"visits-planes";
        QCOMPARE(static_cast<int>(cells.size()), isPlanes ? 3 * visits : visits);
        std::set<double> xs, ys;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            QCOMPARE(*cells[i].visit, static_cast<int>(i) % visits); // by date along the rows
            xs.insert(cells[i].place.left());
            ys.insert(cells[i].place.top());
        }
        QCOMPARE(static_cast<int>(xs.size()), columns);
        QCOMPARE(static_cast<int>(ys.size()), rows);
        // Without anything to compare the planes alone are left
        ReviewState alone = state;
        alone.visits.clear();
        QCOMPARE(render::findLayout(layout)->cells(alone, {}, {0, 0, 1000, 750}).size(),
                 std::size_t{isPlanes ? 3U : 1U});
    }

    /// The same voxels at other places of the scanner, twice as bright: every view must look the same.
    void viewsShowTheSameAnatomy_data() {
        QTest::addColumn<int>("current");
        for (const int current : {0, 1, 2}) QTest::addRow("from visit %d", current + 1) << current;
    }
    void viewsShowTheSameAnatomy() {
        QFETCH(int, current);
        ReviewState state = compared(3, current);
        state.layout = QStringLiteral("visits-axial");
        NavigationState navigation = placeIn(compared(3));
        navigation.cursorLps = lay(current)(WorldPoint{20, 10, 30});
        navigation.centreLps = lay(current)(navigation.centreLps);
        const QImage picture = pictureOf(state, navigation, {610, 610});
        const QImage one = picture.copy(0, 0, 304, 304), two = picture.copy(306, 0, 304, 304),
                     three = picture.copy(0, 306, 304, 304);
        QImage nothing(one.size(), QImage::Format_RGB32);
        nothing.fill(Qt::black);
        QVERIFY(meanDifference(one, nothing) > 20); // there is something to see
        QVERIFY2(meanDifference(one, two) < 0.6, qPrintable(QString::number(meanDifference(one, two))));
        QVERIFY2(meanDifference(one, three) < 0.6, qPrintable(QString::number(meanDifference(one, three))));
    }

    void stepsAtTheSamePlace() {
        ReviewState state = compared(3);
        NavigationState navigation = placeIn(state);
        navigation.cursorLps = {20, 10, 30};
        navigation.pair.other = QStringLiteral("v2");
        setCurrentVisit(state, navigation, 2);
        QCOMPARE(currentVisit(state), 2);
        QVERIFY(length(navigation.cursorLps - lay(2)(WorldPoint{20, 10, 30})) < 1e-9);
        QCOMPARE(navigation.pair.other, QStringLiteral("v0")); // the one before is what it is compared with now
        setCurrentVisit(state, navigation, 1);
        QCOMPARE(state.layers.front().display.window().high, 1400.); // twice as bright
        setCurrentVisit(state, navigation, 0);
        QVERIFY(length(navigation.cursorLps - WorldPoint{20, 10, 30}) < 1e-9);
        QCOMPARE(state.layers.front().display.window().high, 700.);
    }

    void changeMapsLieOverEveryVisit() {
        ReviewState state = compared(2);
        const auto spot = test::spotPhantom();
        VolumeHeader header = spot->header();
        header.component = QStringLiteral("LOG_JACOBIAN");
        state.layers.push_back(makeLayer(
            std::make_shared<const Volume>(header, std::shared_ptr<const std::byte>(spot, spot->voxels())), true));
        state.layers.push_back(makeLayer(spot, true)); // of the current visit alone
        QCOMPARE(atVisit(state, 0).layers.size(), std::size_t{3});
        const ReviewState other = atVisit(state, 1);
        QCOMPARE(other.layers.size(), std::size_t{2});
        // In the current visit's space it is where it was made
        QVERIFY(length(other.layers[1].volume->header().centreLps() - spot->header().centreLps()) < 1e-9);
        NavigationState navigation = placeIn(state);
        setCurrentVisit(state, navigation, 1);
        QCOMPARE(state.layers.size(), std::size_t{2});
        QVERIFY(length(state.layers[1].volume->header().centreLps() - lay(1)(spot->header().centreLps())) < 1e-9);
    }

    void blends_data() {
        QTest::addColumn<int>("blend");
        QTest::newRow("wipe") << static_cast<int>(Blend::Wipe);
        QTest::newRow("checkerboard") << static_cast<int>(Blend::Checkerboard);
        QTest::newRow("fusion") << static_cast<int>(Blend::Fusion);
        QTest::newRow("difference") << static_cast<int>(Blend::Difference);
    }
    /// Of two visits without a change each blend looks as one visit does.
    void blends() {
        QFETCH(int, blend);
        ReviewState state = compared(2);
        state.layout = QStringLiteral("axial");
        NavigationState navigation = placeIn(state);
        const QImage plain = pictureOf(state, navigation, {300, 300});
        navigation.pair.blend = static_cast<Blend>(blend);
        const QImage blended = pictureOf(state, navigation, {300, 300});
        // the wipe has its line
        QVERIFY2(meanDifference(plain, blended) < 1.5, qPrintable(QString::number(meanDifference(plain, blended))));
        // With the second twice as bright as it is told to be, it looks otherwise
        state.visits[1].place.gain = 1;
        const QImage brighter = pictureOf(state, navigation, {300, 300});
        QVERIFY(meanDifference(plain, brighter) > 8);
        if (navigation.pair.blend == Blend::Wipe) {
            const QRect left(0, 0, 145, 300), right(155, 0, 145, 300);
            QVERIFY(meanDifference(plain.copy(left), brighter.copy(left)) < 0.1); // the earlier visit
            QVERIFY(meanDifference(plain.copy(right), brighter.copy(right)) > 8);
        }
    }

    void differenceHasItsSign() {
        ReviewState state = compared(2);
        state.layout = QStringLiteral("axial");
        NavigationState navigation = placeIn(state);
        navigation.pair.blend = Blend::Difference;
        const auto reddest = [&] {
            const QImage picture = pictureOf(state, navigation, {200, 200});
            int most = 0;
            for (int y = 0; y < 200; ++y)
                for (int x = 0; x < 200; ++x) {
                    const QRgb pixel = picture.pixel(x, y);
                    const int red = qRed(pixel) - qBlue(pixel);
                    if (std::abs(red) > std::abs(most)) most = red;
                }
            return most;
        };
        state.visits[1].place.gain = 1; // the later visit is taken to be brighter
        QVERIFY(reddest() > 100);
        state.visits[1].place.gain = 0.25; // darker
        QVERIFY(reddest() < -100);
    }

    void blinkShowsTheOtherInItsPlace() {
        ReviewState state = compared(2);
        state.visits[1].place.gain = 1; // so that they can be told apart
        state.layout = QStringLiteral("axial");
        const NavigationState navigation = placeIn(state);
        const render::Cell cell{{Plane::Axial, {}}, QRectF(0, 0, 200, 200)};
        const auto painted = [&](bool swapped) {
            QImage image(200, 200, QImage::Format_RGB32);
            image.fill(Qt::black);
            QPainter painter(&image);
            render::Decor decor;
            decor.marks = false;
            render::PlaneView(state, navigation, cell, {Plane::Axial}).paint(painter, decor, swapped);
            return image;
        };
        const QImage current = painted(false), other = painted(true);
        QVERIFY(meanDifference(current, other) > 8);
        state.visits[1].place.gain = 0.5;
        QVERIFY(meanDifference(current, painted(true)) < 0.6); // the same place
    }
};

NEURAXIS_TEST_MAIN(TestComparedVisits)
#include "tst_compared_visits.moc"
