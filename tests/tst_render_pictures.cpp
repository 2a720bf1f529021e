#include "core/model/compared_state.h"
#include "core/render/decorations.h"
#include "core/render/layouts.h"
#include "core/render/snapshot.h"
#include "core/render/volume_presets.h"
#include "cortex_phantoms.h"
#include "head_phantom.h"
#include "test_main.h"

#include <QPainter>

using namespace neuraxis;
using namespace neuraxis::render;

namespace {

struct Scene {
    ReviewState state;
    NavigationState navigation;
    SnapshotOptions options;
};

using Change = void (*)(Scene&);
struct Picture {
    const char* name;
    Change change;
};

void only(Scene& scene, bool ViewOptions::*shown) {
    scene.state.layout = QStringLiteral("axial");
    scene.options.size = {420, 300};
    scene.state.layers.front().display.visible = false;
    scene.state.layers.front().display.opacity = 0;
    for (const Decoration& decoration : decorations()) scene.state.view.*decoration.shown = decoration.shown == shown;
}

void volume(Scene& scene, const char* preset) {
    scene.state.layout = QStringLiteral("volume");
    scene.state.volume.preset = QString::fromLatin1(preset);
    scene.options.size = {360, 300};
}

/// Two balls with thickness from 1 mm below to 4.5 mm above, and regions above and below.
void surfaces(Scene& scene, const char* layout, double shape) {
    scene.state.layout = QString::fromLatin1(layout);
    scene.state.cortices = {makeCortexLayer(test::twoBalls([](const WorldVector& d) { return 2.75 + 1.75 * d.z; }))};
    scene.state.cortex.shape = shape;
    scene.options.size = {640, 420};
}

/// The head at three visits, each turned a little further, the second brighter and doubtfully aligned, the third of
/// failed quality; a spot has grown in it.
void visits(Scene& scene, const char* layout, Blend blend = Blend::None) {
    const auto head = test::headPhantom();
    for (int visit = 0; visit < 3; ++visit) {
        ComparedVisit one;
        one.uid = QString::number(visit);
        one.name = QStringLiteral("Visit %1").arg(visit + 1);
        one.title = one.name + QStringLiteral(" · 2024-0%1-12").arg(3 * visit + 1);
        one.place.visitOfShared = WorldTransform::rigid({0.06 * visit, -0.04 * visit, 0}, {4.0 * visit, 0, 3});
        one.place.alignment = visit == 1 ? Alignment::Doubtful : Alignment::Good;
        one.place.gain = visit == 1 ? 0.8 : 1;
        if (visit == 2) one.quality = QStringLiteral("failed");
        one.setVolume(moved(head, one.place.visitOfShared));
        scene.state.visits.push_back(one);
    }
    scene.state.layers = {makeLayer(scene.state.visits.front().volume, false)};
    const auto spot = test::spotPhantom();
    VolumeHeader header = spot->header();
    header.component = QStringLiteral("LOG_JACOBIAN");
    if (blend == Blend::None)
        scene.state.layers.push_back(makeLayer(
            std::make_shared<const Volume>(header, std::shared_ptr<const std::byte>(spot, spot->voxels())), true));
    scene.state.layout = QString::fromLatin1(layout);
    scene.navigation.cursorLps = {35, 10, 20};
    scene.navigation.pair.blend = blend;
    scene.navigation.pair.other = QStringLiteral("1");
    scene.options.size = {640, 480};
}

const Picture pictures[] = {
    {"planes", [](Scene&) {}},
    {"planes-portrait",
     [](Scene& s) {
         s.options.size = {260, 600};
     }},
    {"planes-neurological",
     [](Scene& s) {
         s.state.view.radiological = false;
         s.state.view.noseLeft = false;
     }},
    {"planes-acquisition", [](Scene& s) { s.state.view.frame = PlaneFrame::Acquisition; }},
    {"planes-overlay",
     [](Scene& s) {
         s.state.layers.push_back(makeLayer(test::spotPhantom(), true));
         s.navigation.cursorLps = {35, 10, 20};
     }},
    {"four", [](Scene& s) { s.state.layout = QStringLiteral("four"); }},
    {"lightbox", [](Scene& s) { s.state.layout = QStringLiteral("lightbox"); }},
    {"coronal-zoomed",
     [](Scene& s) {
         s.state.layout = QStringLiteral("coronal");
         s.navigation.zoom = 3;
         s.options.size = {400, 300};
     }},
    {"sagittal-twice-as-large",
     [](Scene& s) {
         s.state.layout = QStringLiteral("sagittal");
         s.options.size = {300, 220};
         s.options.scale = 2;
     }},
    {"axial-on-white",
     [](Scene& s) {
         s.state.layout = QStringLiteral("axial");
         s.options.size = {400, 300};
         s.options.background = QStringLiteral("white");
     }},
    {"axial-transparent-without-text",
     [](Scene& s) {
         s.state.layout = QStringLiteral("axial");
         s.options.size = {300, 300};
         s.options.background = QStringLiteral("transparent");
         s.options.text = false;
     }},
    {"volume-t1-head", [](Scene& s) { volume(s, "t1-head"); }},
    {"volume-brain", [](Scene& s) { volume(s, "brain"); }},
    {"volume-mip", [](Scene& s) { volume(s, "mip"); }},
    {"volume-cord", [](Scene& s) { volume(s, "cord"); }},
    {"volume-cut",
     [](Scene& s) {
         volume(s, "t1-head");
         s.state.volume.clip = Plane::Axial;
         s.navigation.elevationDeg = 40;
     }},
    {"volume-cropped",
     [](Scene& s) {
         volume(s, "t1-head");
         s.state.volume.cropMm = 110;
     }},
    {"volume-flat",
     [](Scene& s) {
         volume(s, "t1-head");
         s.state.volume.shading = false;
     }},
    {"only-crosshair", [](Scene& s) { only(s, &ViewOptions::crosshair); }},
    {"only-letters", [](Scene& s) { only(s, &ViewOptions::letters); }},
    {"only-corner-text", [](Scene& s) { only(s, &ViewOptions::cornerText); }},
    {"only-scale-bar", [](Scene& s) { only(s, &ViewOptions::scaleBar); }},
    {"only-colour-bar",
     [](Scene& s) {
         only(s, &ViewOptions::colourBar);
         s.state.layers.front().display.visible = true; // a bar is of a layer that is shown
     }},
    {"visits-planes", [](Scene& s) { visits(s, "visits-planes"); }},
    {"visits-axial", [](Scene& s) { visits(s, "visits-axial"); }},
    {"visits-coronal", [](Scene& s) { visits(s, "visits-coronal"); }},
    {"visits-sagittal", [](Scene& s) { visits(s, "visits-sagittal"); }},
    {"visits-wipe", [](Scene& s) { visits(s, "axial", Blend::Wipe); }},
    {"visits-checkerboard", [](Scene& s) { visits(s, "axial", Blend::Checkerboard); }},
    {"visits-fusion", [](Scene& s) { visits(s, "axial", Blend::Fusion); }},
    {"visits-difference", [](Scene& s) { visits(s, "axial", Blend::Difference); }},
    {"empty", [](Scene& s) { s.state.layers.clear(); }},
    {"surface", [](Scene& s) { surfaces(s, "surface", 1); }},
    {"surface-planes", [](Scene& s) { surfaces(s, "surface-planes", 0); }},
    {"surface-single",
     [](Scene& s) {
         surfaces(s, "surface-single", 1.5);
         s.state.cortices.front().display.regions = Drawn::Fill;
         s.navigation.cortexTurnDeg = 30;
     }},
    {"surface-signs",
     [](Scene& s) {
         surfaces(s, "surface-single", 1);
         neuraxis::Display& display = s.state.cortices.front().display.maps.front();
         display = openingDisplay({QStringLiteral("z-score"), {}, s.state.cortices.front().cortex->maps[0]->values});
         display.colourMap = QStringLiteral("red-yellow");
         display.windows = {{2, 4.5}};
         display.negative = NegativeScale{QStringLiteral("blue-lightblue"), {2, 4.5}};
         display.hideBelow = 2;
         s.options.background = QStringLiteral("white");
     }},
    {"surface-empty",
     [](Scene& s) {
         s.state.layout = QStringLiteral("surface");
         s.options.size = {500, 300};
     }},
};

Scene sceneOf(const Picture& picture) {
    static const auto head = test::headPhantom();
    Scene scene;
    scene.state.layout = QStringLiteral("planes");
    scene.state.layers = {makeLayer(head, false)};
    scene.navigation = NavigationState::at(head->header());
    scene.navigation.cursorLps = {12, 8, 15};
    scene.options.size = {640, 300};
    picture.change(scene);
    return scene;
}

/// What two pictures differ in, blind to how a font's edges are smoothed: compared at a third of their size.
struct Difference {
    double mean = 0;    ///< Of 255
    double changed = 0; ///< Part of what either shows that is clearly different
};
Difference difference(const QImage& a, const QImage& b) {
    const auto small = [](const QImage& image) {
        return image.convertToFormat(QImage::Format_ARGB32_Premultiplied)
            .scaled(image.size() / 3, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    };
    const QImage p = small(a), q = small(b);
    const QRgb ground = p.pixel(0, 0);
    const auto far = [](QRgb x, QRgb y) {
        return std::max({std::abs(qRed(x) - qRed(y)), std::abs(qGreen(x) - qGreen(y)), std::abs(qBlue(x) - qBlue(y)),
                         std::abs(qAlpha(x) - qAlpha(y))});
    };
    double sum = 0, shown = 0, changed = 0;
    for (int y = 0; y < p.height(); ++y)
        for (int x = 0; x < p.width(); ++x) {
            const QRgb one = p.pixel(x, y), other = q.pixel(x, y);
            sum += far(one, other);
            shown += far(one, ground) > 24 || far(other, ground) > 24;
            changed += far(one, other) > 48;
        }
    return {sum / (p.width() * p.height()), changed / std::max(1.0, shown)};
}

} // namespace

/// Pictures of every scene, preset, layout and mark against those in tests/baselines, which someone looked at.
class TestRenderPictures : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void asBefore_data() {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < std::size(pictures); ++i) QTest::newRow(pictures[i].name) << int(i);
    }
    void asBefore() {
        QFETCH(int, index);
        const Picture& picture = pictures[static_cast<std::size_t>(index)];
        const Scene scene = sceneOf(picture);
        const QImage image = snapshot(scene.state, scene.navigation, scene.options);
        QCOMPARE(image.size(), (QSizeF(scene.options.size) * scene.options.scale).toSize());
        const QString path = QStringLiteral(NEURAXIS_BASELINES "/%1.png").arg(QString::fromLatin1(picture.name));
        const QImage baseline(path);
        if (baseline.isNull()) {
            QVERIFY(image.save(path));
            QFAIL(
                qPrintable(QStringLiteral("There was no baseline. Look at %1 and keep it if it is right.").arg(path)));
        }
        QCOMPARE(image.size(), baseline.size());
        const Difference d = difference(baseline, image);
        if (d.mean > 2 || d.changed > 0.12) {
            const QString now =
                QDir(QDir::tempPath()).filePath(QString::fromLatin1(picture.name) + QStringLiteral("-now.png"));
            image.save(now);
            QFAIL(qPrintable(QStringLiteral("%1 differs from %2: %3 of 255 on average, %4 %% of what is shown.")
                                 .arg(now, path)
                                 .arg(d.mean, 0, 'f', 2)
                                 .arg(100 * d.changed, 0, 'f', 1)));
        }
    }

    void everythingHasAPicture() {
        const auto has = [](const QString& part) {
            return std::any_of(std::begin(pictures), std::end(pictures),
                               [&](const Picture& p) { return QString::fromLatin1(p.name).contains(part); });
        };
        for (const Layout& layout : layouts()) QVERIFY2(has(layout.name), qPrintable(layout.name));
        for (const VolumePreset& preset : volumePresets()) QVERIFY2(has(preset.name), qPrintable(preset.name));
        for (const Decoration& mark : decorations())
            QVERIFY2(has(QStringLiteral("only-") + mark.name), qPrintable(mark.name));
    }

    void theComparisonSeesWhatIsMissing() {
        // Without one mark a picture is another one; a pixel's shift is none.
        for (const Picture& picture : pictures) {
            if (!QString::fromLatin1(picture.name).startsWith(u"only-")) continue;
            Scene scene = sceneOf(picture);
            const QImage with = snapshot(scene.state, scene.navigation, scene.options);
            for (const Decoration& mark : decorations()) scene.state.view.*mark.shown = false;
            const QImage without = snapshot(scene.state, scene.navigation, scene.options);
            QVERIFY2(difference(with, without).changed > 0.12, picture.name);
        }
    }

    void namesNoOneAndNoPath() {
        // The corner text is made of the series alone.
        Scene scene = sceneOf(pictures[0]);
        const QImage image = snapshot(scene.state, scene.navigation, scene.options);
        VolumeHeader header = scene.state.base()->volume->header();
        header.name = QStringLiteral("A name nobody should see");
        header.format = QStringLiteral("/a/path");
        const auto volume = scene.state.base()->volume;
        scene.state.layers[0].volume =
            std::make_shared<const Volume>(header, std::shared_ptr<const std::byte>(volume, volume->voxels()));
        QCOMPARE(snapshot(scene.state, scene.navigation, scene.options), image);
        // Without a description the format stands there, not the name.
        const auto undescribed = [&](const char* name, const char* format) {
            header.series.description.clear();
            header.name = QString::fromLatin1(name);
            header.format = QString::fromLatin1(format);
            scene.state.layers[0].volume =
                std::make_shared<const Volume>(header, std::shared_ptr<const std::byte>(volume, volume->voxels()));
            return snapshot(scene.state, scene.navigation, scene.options);
        };
        QCOMPARE(undescribed("Someone", "NIfTI-1"), undescribed("Another", "NIfTI-1"));
        QVERIFY(undescribed("Someone", "NIfTI-1") != undescribed("Someone", "DICOM"));
    }

    void textCanBeLeftOut() {
        Scene scene = sceneOf(pictures[0]);
        scene.options.text = false;
        const QImage image = snapshot(scene.state, scene.navigation, scene.options);
        for (bool ViewOptions::*shown : {&ViewOptions::letters, &ViewOptions::cornerText})
            scene.state.view.*shown = false;
        QCOMPARE(snapshot(scene.state, scene.navigation, scene.options), image);
    }

    void researchUseIsSaidOnce_data() {
        QTest::addColumn<QString>("layout");
        for (const Layout& layout : layouts()) QTest::newRow(qPrintable(layout.name)) << layout.name;
    }
    void researchUseIsSaidOnce() {
        QFETCH(QString, layout);
        const Scene scene = sceneOf(pictures[0]);
        const auto cells = findLayout(layout)->cells(scene.state, scene.navigation, {0, 0, 800, 600});
        int said = 0;
        for (std::size_t i = 0; i < cells.size(); ++i) said += decorOf(cells, i).notice;
        QCOMPARE(said, 1);
    }
};

NEURAXIS_TEST_MAIN(TestRenderPictures)
#include "tst_render_pictures.moc"
