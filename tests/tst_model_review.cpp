#include "core/model/navigation.h"
#include "core/model/review.h"
#include "test_main.h"
#include "tests/series_phantom.h"

#include <QSignalSpy>

using namespace neuraxis;

namespace {

std::shared_ptr<const Volume> ramp(int voxels) {
    VolumeHeader header;
    header.size = {voxels, 1, 1};
    header.type = StoredType::UInt8;
    std::shared_ptr<std::byte[]> data(new std::byte[static_cast<std::size_t>(voxels)]);
    for (int i = 0; i < voxels; ++i) data[i] = static_cast<std::byte>(i % 256);
    return std::make_shared<Volume>(header, std::shared_ptr<const std::byte>(data, data.get()));
}

const auto setLayout = [](const char* name) {
    return [layout = QString::fromLatin1(name)](ReviewState& state) { state.layout = layout; };
};
const auto setCrop = [](double mm) { return [mm](ReviewState& state) { state.volume.cropMm = mm; }; };

} // namespace

class TestReview : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void carriesWhatWasChanged() {
        neuraxis::Display opened, left, next; // Xlib has one too
        opened.windows = left.windows = {{0, 1000}};
        next.windows = {{0, 1400}};
        QCOMPARE(carriedDisplay(opened, left, next), next); // nothing was changed
        left.windows = {{100, 500}};
        left.colourMap = QStringLiteral("hot");
        left.hideBelow = 20;
        auto expected = left;
        QCOMPARE(carriedDisplay(opened, left, next), expected);
        // A scanner whose values are of another order: the colours stay, the values do not
        next.windows = {{0, 70000}};
        expected.windows = next.windows;
        expected.hideBelow.reset();
        QCOMPARE(carriedDisplay(opened, left, next), expected);
        // Of several windows each for itself
        opened.windows = {{0, 1000}, {0, 100}};
        left.windows = {{0, 900}, {0, 100}};
        next.windows = {{0, 1100}, {0, 120}};
        QCOMPARE(carriedDisplay(opened, left, next).windows, (std::vector<Range>{{0, 900}, {0, 120}}));
    }

    void undoAndRedoAreAssignments() {
        Review review;
        const QSignalSpy changed(&review, &Review::changed);
        const ReviewState first = review.state();
        review.edit(QStringLiteral("Change the layout"), setLayout("axial"));
        const ReviewState second = review.state();
        QCOMPARE(second.layout, QStringLiteral("axial"));
        QCOMPARE(review.undoStack()->undoText(), QStringLiteral("Change the layout"));
        review.undoStack()->undo();
        QVERIFY(review.state() == first);
        review.undoStack()->redo();
        QVERIFY(review.state() == second);
        QCOMPARE(changed.count(), 3);
    }

    void aChangeThatChangesNothingLeavesNoStep() {
        Review review;
        const QSignalSpy changed(&review, &Review::changed);
        review.edit(QStringLiteral("Nothing"), [](ReviewState&) {});
        review.edit(QStringLiteral("Same"), setLayout("four"));
        QCOMPARE(review.undoStack()->count(), 0);
        QCOMPARE(changed.count(), 0);
    }

    void editsInARowMerge_data() {
        QTest::addColumn<QStringList>("keys");
        QTest::addColumn<QList<double>>("values");
        QTest::addColumn<int>("steps");
        QTest::newRow("a drag is one step") << QStringList(3, QStringLiteral("crop")) << QList{10., 20., 30.} << 1;
        QTest::newRow("without a key each is one") << QStringList{QString(), QString()} << QList{10., 20.} << 2;
        QTest::newRow("another key starts anew")
            << QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("a")} << QList{10., 20., 30.} << 3;
        QTest::newRow("a step without a key ends a drag")
            << QStringList{QStringLiteral("a"), QString(), QStringLiteral("a")} << QList{10., 20., 30.} << 3;
    }
    void editsInARowMerge() {
        QFETCH(QStringList, keys);
        QFETCH(QList<double>, values);
        QFETCH(int, steps);
        Review review;
        for (qsizetype i = 0; i < values.size(); ++i) review.edit(QStringLiteral("Crop"), setCrop(values[i]), keys[i]);
        QCOMPARE(review.undoStack()->count(), steps);
        QCOMPARE(review.state().volume.cropMm, std::optional(values.last()));
        for (int i = 0; i < steps; ++i) review.undoStack()->undo();
        QVERIFY(review.state() == ReviewState());
    }

    void aDragBackToItsStartLeavesNoStep() {
        Review review;
        review.edit(QStringLiteral("Layout"), setLayout("axial"), QStringLiteral("drag"));
        review.edit(QStringLiteral("Layout"), setLayout("four"), QStringLiteral("drag"));
        QCOMPARE(review.undoStack()->count(), 0);
        QVERIFY(review.state() == ReviewState());
    }

    void anEditAfterUndoDropsWhatWasUndone() {
        Review review;
        review.edit(QStringLiteral("1"), setCrop(10));
        review.edit(QStringLiteral("2"), setCrop(20));
        review.undoStack()->undo();
        review.edit(QStringLiteral("3"), setCrop(30));
        QVERIFY(!review.undoStack()->canRedo());
        review.undoStack()->undo();
        QCOMPARE(review.state().volume.cropMm, std::optional(10.0));
    }

    void resetForgetsTheSteps() {
        Review review;
        review.edit(QStringLiteral("1"), setCrop(10));
        ReviewState fresh;
        fresh.layout = QStringLiteral("volume");
        review.reset(fresh);
        QVERIFY(review.state() == fresh);
        QCOMPARE(review.undoStack()->count(), 0);
    }

    void copiesShareTheirVoxels() {
        Review review;
        const auto volume = ramp(1000);
        review.edit(QStringLiteral("Open"),
                    [&](ReviewState& state) { state.layers.push_back(makeLayer(volume, false)); });
        for (int i = 0; i < 100; ++i)
            review.edit(QStringLiteral("Fade"),
                        [i](ReviewState& state) { state.layers[0].display.opacity = i / 200.0; });
        QCOMPARE(review.undoStack()->count(), 101);
        QCOMPARE(review.state().layers[0].volume.get(), volume.get());
        QCOMPARE(review.state().base(), &review.state().layers[0]);
    }

    void overlaysGetColour() {
        const Layer lowest = makeLayer(ramp(256), false), above = makeLayer(ramp(256), true);
        QCOMPARE(lowest.display.colourMap, QStringLiteral("gray"));
        QCOMPARE(lowest.display.opacity, 1.0);
        QVERIFY(!lowest.display.hideBelow);
        QCOMPARE(above.display.colourMap, QStringLiteral("hot"));
        QVERIFY(above.display.opacity < 1);
        QVERIFY(above.display.hideBelow > above.display.window().low);
    }

    void thePictureIsOfTheLayerThatCovers() {
        ReviewState state;
        QVERIFY(!state.shown());
        state.layers = {makeLayer(ramp(256), false), makeLayer(ramp(256), true)};
        QCOMPARE(state.shown(), &state.layers[0]); // the overlay lets it through
        state.layers[1].display.opacity = 1;
        QCOMPARE(state.shown(), &state.layers[0]); // so does its threshold
        state.layers[1].display.hideBelow.reset();
        QCOMPARE(state.shown(), &state.layers[1]);
        state.layers[1].display.visible = false;
        QCOMPARE(state.shown(), &state.layers[0]);
        state.layers[0].display.visible = false;
        QCOMPARE(state.shown(), &state.layers[0]);
    }

    void windowsOfBValues() {
        const auto series = test::seriesPhantom(
            {4, 4, 4}, 7, Affine(), [](int, int, int, int v) { return v; }, test::twoShells(), QStringLiteral("dwi"));
        Layer layer = makeLayer(series, false);
        QCOMPARE(layer.display.windows.size(), 7U);
        layer.setWindow({5, 6}, 3); // b = 1000: volumes 1, 3 and 6
        QCOMPARE(layer.sharedWindow(3), (std::vector<int>{1, 3, 6}));
        for (const int v : {1, 3, 6}) QCOMPARE(layer.display.window(v), (Range{5, 6}));
        for (const int v : {0, 2, 4, 5}) QVERIFY(layer.display.window(v) != (Range{5, 6}));
        layer.setWindow({7, 8}, 150); // another series of the review is longer: the last volume is in view
        QCOMPARE(layer.display.window(150), (Range{7, 8}));
        QCOMPARE(layer.display.window(6), (Range{7, 8}));
        FourthDimension odd = test::twoShells();
        odd.bValues[2] = -1;
        Layer strange =
            makeLayer(test::seriesPhantom(
                          {4, 4, 4}, 7, Affine(), [](int, int, int, int v) { return v; }, odd, QStringLiteral("dwi")),
                      true);
        strange.setWindow({1, 2}, 2);
        QCOMPARE(strange.display.window(2), (Range{1, 2}));
    }

    void navigationSaysSoOnlyWhenItMoves() {
        Navigation navigation;
        const QSignalSpy changed(&navigation, &Navigation::changed);
        navigation.moveCursor({1, 2, 3});
        navigation.moveCursor({1, 2, 3});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(navigation.state().cursorLps, (WorldPoint{1, 2, 3}));
        VolumeHeader header;
        header.size = {3, 5, 7};
        QCOMPARE(NavigationState::at(header).cursorLps, (WorldPoint{1, 2, 3}));
        QCOMPARE(NavigationState::at(header).centreLps, (WorldPoint{1, 2, 3}));
    }
};

NEURAXIS_TEST_MAIN(TestReview)
#include "tst_model_review.moc"
