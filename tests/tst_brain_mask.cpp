#include "core/analysis/brain_mask.h"
#include "core/io/scan.h"
#include "phantom.h"
#include "test_main.h"

#include <algorithm>
#include <cmath>

using namespace neuraxis;

namespace {

/// A head of ellipsoids: brain (100, brighter to the left as near a coil), fluid, skull, scalp; an optic
/// nerve from the brain through skull and scalp; a neck.
int headAt(const WorldPoint& p) {
    const auto shell = [&](double mm) {
        return std::hypot(p.x / (65 + mm), p.y / (80 + mm), (p.z - 20) / (60 + mm)) < 1;
    };
    if (shell(0)) return static_cast<int>(100 + .25 * p.x);
    const bool nerve = p.y < 0 && std::hypot(p.x - 25, p.z) < 3;
    if (nerve && shell(18)) return 100;
    if (shell(4)) return 15;
    if (shell(10)) return 5;
    if (shell(18)) return 190;
    return p.z < -20 && std::hypot(p.x, p.y) < 50 ? 110 : 0;
}

std::shared_ptr<const Volume> head(std::array<int, 3> size, const Affine& grid) {
    return test::phantom(size, grid, [&](int i, int j, int k) {
        return headAt(grid.toWorld({double(i), double(j), double(k)}));
    });
}

bool inside(const Volume& mask, const WorldPoint& p) { return mask.value(mask.header().voxelToLps.toVoxel(p)) > 127; }

/// Twice what is common over the sum of both (Dice 1945), over every second voxel of `head` each way.
double overlap(const Volume& head, const Volume& mask,
               const std::function<bool(const WorldPoint&, const VoxelIndex&)>& truth) {
    std::size_t both = 0, sum = 0;
    const auto& size = head.header().size;
    for (int k = 0; k < size[2]; k += 2)
        for (int j = 0; j < size[1]; j += 2)
            for (int i = 0; i < size[0]; i += 2) {
                const VoxelIndex voxel{double(i), double(j), double(k)};
                const WorldPoint place = head.header().voxelToLps.toWorld(voxel);
                const bool a = inside(mask, place), b = truth(place, voxel);
                both += a && b;
                sum += std::size_t(a) + std::size_t(b);
            }
    return 2.0 * static_cast<double>(both) / static_cast<double>(sum);
}

std::shared_ptr<const Volume> readTemplate(const char* name) {
    const QString path = QStringLiteral("/usr/share/mricron/templates/%1").arg(QString::fromLatin1(name));
    if (!QFile::exists(path)) return nullptr;
    io::Job job;
    return io::read(io::scan({path}, job).found.at(0), job);
}

} // namespace

Q_DECLARE_METATYPE(neuraxis::Affine)

class TestBrainMask : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aPhantomInEveryGrid_data() {
        QTest::addColumn<Affine>("grid");
        QTest::addColumn<QList<int>>("size");
        QTest::newRow("axial 1 mm") << Affine({1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {-90, -105, -75})
                                    << QList{181, 211, 181};
        QTest::newRow("sagittal, from left")
            << Affine({0, 1.5, 0}, {0, 0, -1.5}, {-2, 0, 0}, {90, -105, 105}) << QList{141, 121, 91};
        QTest::newRow("half a millimetre, downwards")
            << Affine({-.75, 0, 0}, {0, .75, 0}, {0, 0, -.75}, {90, -105, 105}) << QList{241, 281, 241};
        QTest::newRow("thick slices") << Affine({1, 0, 0}, {0, 1, 0}, {0, 0, 4}, {-90, -105, -75})
                                      << QList{181, 211, 46};
        QTest::newRow("sheared") << Affine({1.5, 0, 0}, {0, 1.5, 0}, {0, .3, 2}, {-90, -110, -75})
                                 << QList{121, 147, 91};
    }
    void aPhantomInEveryGrid() {
        QFETCH(Affine, grid);
        QFETCH(QList<int>, size);
        const auto volume = head({size[0], size[1], size[2]}, grid);
        const auto mask = brainMask(*volume);
        QVERIFY(mask);
        QCOMPARE(mask->header().type, StoredType::UInt8);
        const auto brain = [](const WorldPoint& p, const VoxelIndex&) {
            return std::hypot(p.x / 65, p.y / 80, (p.z - 20) / 60) < 1;
        };
        const double dice = overlap(*volume, *mask, brain);
        QVERIFY2(dice > .93, qPrintable(QString::number(dice)));
        QVERIFY(inside(*mask, {0, 0, 20}));
        QVERIFY(!inside(*mask, {0, -95, 0})); // scalp
        QVERIFY(!inside(*mask, {0, 0, -70})); // neck
        const double edge = mask->value(mask->header().voxelToLps.toVoxel({0, 0, 20}));
        QCOMPARE(edge, 255.0);
    }

    // The packaged single-subject template; the truth is the same head as BET stripped it, from the same
    // package.
    void theTemplateHead() {
        const auto whole = readTemplate("ch2.nii.gz"), stripped = readTemplate("ch2bet.nii.gz");
        if (!whole || !stripped) QSKIP("mricron-data is not installed");
        const auto mask = brainMask(*whole);
        const double dice =
            overlap(*whole, *mask, [&](const WorldPoint&, const VoxelIndex& v) { return stripped->value(v) > 0; });
        QVERIFY2(dice >= .93, qPrintable(QString::number(dice)));
    }

    void withoutABrainAllIsInside_data() {
        QTest::addColumn<int>("kind");
        QTest::newRow("nothing") << 0;
        QTest::newRow("one value") << 1;
        QTest::newRow("noise") << 2;
        QTest::newRow("a single slice") << 3;
    }
    void withoutABrainAllIsInside() {
        QFETCH(int, kind);
        const std::array<int, 3> size{64, 64, kind == 3 ? 1 : 32};
        unsigned state = 1;
        const auto volume = test::phantom(size, Affine(), [&](int, int, int) {
            state = state * 1664525U + 1013904223U;
            return kind == 2 ? static_cast<int>(state >> 20) : kind == 1 ? 7 : 0;
        });
        const auto mask = brainMask(*volume);
        QVERIFY(mask);
        QVERIFY(kind == 2 || inside(*mask, volume->header().centreLps()));
        QVERIFY(mask->sortedSample().back() > 127);
    }

    void whatItkRefusesHasNoMask() {
        // A grid without width: ITK throws.
        const auto volume =
            test::phantom({16, 16, 16}, Affine({0, 0, 0}, {0, 1, 0}, {0, 0, 1}, {}), [](int i, int, int) { return i; });
        QVERIFY(!brainMask(*volume));
    }

    void itStopsWhenTold() {
        int asked = 0;
        const auto volume = test::phantom({64, 64, 64}, Affine(), [](int i, int, int) { return i; });
        QVERIFY(!brainMask(*volume, [&] { return ++asked > 2; }));
        QCOMPARE(asked, 3);
    }
};

NEURAXIS_TEST_MAIN(TestBrainMask)
#include "tst_brain_mask.moc"
