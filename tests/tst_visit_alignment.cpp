#include "core/analysis/joint_intensities.h"
#include "core/analysis/midway_space.h"
#include "core/analysis/point_pairs.h"
#include "core/analysis/visit_alignment.h"
#include "moved_head.h"
#include "sample_data.h"
#include "test_main.h"

#include <limits>

using namespace neuraxis;
using test::Look;

namespace {

constexpr double degree = std::numbers::pi / 180;

/// A head of soft ellipsoids, 0 to 255, with folds that are nowhere the same, and a jaw that may swing.
double phantomHead(const WorldPoint& p, double jawMm = 0) {
    const auto inside = [&](const WorldPoint& at, double x, double y, double z, double softMm) {
        const double far = std::hypot((p.x - at.x) / x, (p.y - at.y) / y, (p.z - at.z) / z);
        return std::clamp((1 - far) * std::min({x, y, z}) / softMm + 0.5, 0.0, 1.0);
    };
    double value = 0;
    const auto put = [&](double share, double level) { value += (level - value) * share; };
    put(inside({0, -55 - jawMm, -85}, 38, 40, 30, 3), 190); // jaw
    put(inside({0, 25, -110}, 45, 45, 60, 3), 120);         // neck
    put(inside({0, 0, 0}, 78, 95, 88, 2), 210);
    put(inside({0, 0, 0}, 71, 88, 81, 2), 30);
    const double folds =
        std::sin(p.x * 0.19 + p.z * 0.05) * std::sin(p.y * 0.17 + p.x * 0.03) * std::sin(p.z * 0.21 - p.y * 0.04);
    put(inside({0, 2, 4}, 66, 82, 70, 2), 130 + 45 * std::clamp(4 * folds, -1.0, 1.0));
    put(inside({16, 5, 12}, 8, 28, 12, 2), 40);
    put(inside({-15, 8, 14}, 9, 25, 12, 2), 40);
    put(inside({25, -30, -5}, 14, 12, 10, 2), 110);
    return value;
}

const Affine phantomGrid({2, 0, 0}, {0, 2, 0}, {0, 0, 2}, {-105, -120, -135});
constexpr std::array<int, 3> phantomSize = {106, 121, 121};

std::shared_ptr<const Volume> phantomVisit(const WorldTransform& moved, const Look& look = {}) {
    return test::movedHead([](const WorldPoint& p) { return phantomHead(p); }, moved, phantomSize, phantomGrid, look);
}

/// Where it lies as made.
const std::shared_ptr<const Volume>& firstVisit() {
    static const std::shared_ptr<const Volume> visit = phantomVisit({});
    return visit;
}

QString told(const PairAlignment& pair) {
    const PairFigures& f = pair.figures;
    return QStringLiteral("verdict %1 (%2), overlap %3, likeness %4, information %5, shift %6 mm")
        .arg(int(pair.verdict))
        .arg(pair.reason)
        .arg(f.overlap)
        .arg(f.likeness)
        .arg(f.information)
        .arg(f.shiftMm);
}

bool isNear(const WorldTransform& found, const WorldTransform& truth, const WorldPoint& middle, double mm) {
    const auto far = test::misses(found, truth, middle);
    if (far.mostMm <= mm) return true;
    qInfo("%.3f mm, at most %.3f mm, %.3f degrees", far.meanMm, far.mostMm, far.degrees);
    return false;
}

/// A transform as the sample set publishes it (LPS).
WorldTransform published(const QString& path) {
    QFile file(path);
    QList<double> numbers, centre;
    if (file.open(QIODevice::ReadOnly))
        for (const QByteArray& line : file.readAll().split('\n')) {
            const auto words = line.simplified().split(' ');
            for (int i = 1; i < words.size(); ++i)
                if (words[0] == "Parameters:")
                    numbers += words[i].toDouble();
                else if (words[0] == "FixedParameters:")
                    centre += words[i].toDouble();
        }
    Affine::Rows rows{};
    for (std::size_t i = 0; i < 3; ++i) {
        const auto row = static_cast<qsizetype>(i);
        rows[i][3] = numbers.at(9 + row) + centre.at(row);
        for (std::size_t j = 0; j < 3; ++j) {
            rows[i][j] = numbers.at(3 * row + static_cast<qsizetype>(j));
            rows[i][3] -= rows[i][j] * centre.at(static_cast<qsizetype>(j));
        }
    }
    rows[3][3] = 1;
    return WorldTransform(rows);
}

std::shared_ptr<const Volume> readImage(const QString& path) {
    io::Job job;
    return io::read(io::scan({path}, job).found.at(0), job);
}

} // namespace

class TestVisitAlignment : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    // The limits: 0.2 mm and 0.2 degrees
    void theTemplateHeadMoved_data() {
        QTest::addColumn<int>("number");
        for (const int number : {4, 5}) QTest::addRow("case %d", number) << number;
    }
    void theTemplateHeadMoved() {
        QFETCH(int, number);
        const auto head = test::templateHead();
        if (!head) QSKIP("mricron-data is not installed");
        const test::CubicHead cubic(*head);
        const test::MovedCase moved = test::randomCase(static_cast<unsigned>(number), cubic, head->header());
        const auto found = alignPair(*head, *moved.second, AlignmentKind::Rigid);
        QVERIFY(found);
        const auto far = test::misses(found->secondOfFirst, moved.secondOfFirst, head->header().centreLps());
        QVERIFY2(far.meanMm < 0.2 && far.degrees < 0.2, qPrintable(moved.words + QStringLiteral(": ") + told(*found)));
        QVERIFY2(found->verdict == AlignmentVerdict::Good, qPrintable(told(*found)));
        QVERIFY(found->secondOfFirst.isRigid(1e-9));
    }

    void swappedItIsTheInverse() {
        const WorldTransform truth = WorldTransform::rigid({0.1, -0.2, 0.15}, {12, -8, 20});
        const auto first = phantomVisit({}),
                   second = phantomVisit(truth, {QStringLiteral("noisy"), test::contrasts()[2].contrast, 6, 0.2});
        const auto forth = alignPair(*first, *second, AlignmentKind::Rigid);
        const auto back = alignPair(*second, *first, AlignmentKind::Rigid);
        QVERIFY(isNear(forth->secondOfFirst, truth, {}, 0.2));
        QVERIFY(isNear(back->secondOfFirst * forth->secondOfFirst, {}, {}, 0.05));
    }

    void aJawThatSwingsDoesNotPull() {
        const WorldTransform truth = WorldTransform::rigid({0, 0.1, 0}, {3, 0, 5});
        const auto first = firstVisit();
        const auto second = test::movedHead([](const WorldPoint& p) { return phantomHead(p, 12); }, truth, phantomSize,
                                            phantomGrid, {});
        const auto found = alignPair(*first, *second, AlignmentKind::Rigid);
        QVERIFY(isNear(found->secondOfFirst, truth, {}, 0.1));
    }

    void anAffineOneIsFoundWhereAskedFor() {
        Affine::Rows rows = WorldTransform::rigid({0.1, 0.05, -0.1}, {5, -4, 3}).rows();
        rows[0][0] *= 1.04;
        rows[1][2] += 0.03;
        const WorldTransform truth(rows);
        const auto first = firstVisit(), second = phantomVisit(truth);
        QVERIFY(isNear(alignPair(*first, *second, AlignmentKind::Affine)->secondOfFirst, truth, {}, 0.2));
        QVERIFY(alignPair(*first, *second, AlignmentKind::Rigid)->secondOfFirst.isRigid(1e-9));
    }

    // Thick slices from another side, sheared, upside down, as floats with gaps: the same head
    void everyGrid_data() {
        QTest::addColumn<Affine>("grid");
        QTest::addColumn<QList<int>>("size");
        QTest::newRow("4 mm axial") << Affine({1.6, 0, 0}, {0, 1.6, 0}, {0, 0, 4}, {-105, -120, -135})
                                    << QList<int>{132, 151, 60};
        QTest::newRow("sagittal, from left")
            << Affine({0, 1.6, 0}, {0, 0, -1.6}, {-3, 0, 0}, {105, -120, 105}) << QList<int>{151, 151, 71};
        QTest::newRow("sheared") << Affine({2, 0, 0}, {0, 2, 0}, {0, .5, 2}, {-105, -150, -135})
                                 << QList<int>{106, 136, 121};
        QTest::newRow("3 mm") << Affine({3, 0, 0}, {0, 3, 0}, {0, 0, 3}, {-105, -120, -135}) << QList<int>{71, 81, 81};
    }
    void everyGrid() {
        QFETCH(Affine, grid);
        QFETCH(QList<int>, size);
        const WorldTransform truth = WorldTransform::rigid({-0.1, 0.2, 0.1}, {-6, 8, 3});
        const auto first = firstVisit();
        const auto second = test::movedHead([](const WorldPoint& p) { return phantomHead(p); }, truth,
                                            {size[0], size[1], size[2]}, grid, {}, grid.spacingMm()[2] > 2 ? 3 : 1);
        const auto found = alignPair(*first, *second, AlignmentKind::Rigid);
        QVERIFY2(found->verdict == AlignmentVerdict::Good, qPrintable(told(*found)));
        QVERIFY(isNear(found->secondOfFirst, truth, {}, 0.2));
    }

    void whatIsNoNumberIsLeftOut() {
        const WorldTransform truth = WorldTransform::rigid({0, 0, 0.2}, {4, 4, 0});
        const auto whole = phantomVisit(truth);
        VolumeHeader header = whole->header();
        header.type = StoredType::Float32;
        header.slope = -2;
        std::shared_ptr<std::byte[]> voxels(new std::byte[header.bytes()]);
        for (std::size_t i = 0; i < header.voxelsPerVolume(); ++i) {
            std::int16_t stored = 0;
            std::memcpy(&stored, whole->voxels() + 2 * i, 2);
            const float value = i % 106 < 15  ? std::numeric_limits<float>::quiet_NaN()
                                : i == 500000 ? std::numeric_limits<float>::infinity()
                                              : float(stored);
            std::memcpy(voxels.get() + 4 * i, &value, 4);
        }
        const Volume second(header, std::shared_ptr<const std::byte>(voxels, voxels.get()));
        const auto found = alignPair(*firstVisit(), second, AlignmentKind::Rigid);
        QVERIFY2(found->verdict == AlignmentVerdict::Good, qPrintable(told(*found)));
        QVERIFY(isNear(found->secondOfFirst, truth, {}, 0.2));
    }

    void whatCannotBeAlignedIsTold_data() {
        QTest::addColumn<int>("kind");
        QTest::newRow("one brightness") << 0;
        QTest::newRow("noise") << 1;
        QTest::newRow("a single slice") << 2;
        QTest::newRow("only not-a-numbers") << 3;
        QTest::newRow("a grid without width") << 4;
        QTest::newRow("a ramp") << 5;
    }
    void whatCannotBeAlignedIsTold() {
        QFETCH(int, kind);
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const std::array<int, 3> size{50, 50, kind == 2 ? 1 : 50};
        const Affine grid({kind == 4 ? 0.0 : 4.0, 0, 0}, {0, 4, 0}, {0, 0, 4}, {-100, -100, -100});
        Look look;
        look.noise = kind == 1 ? 60 : 0;
        auto second =
            test::movedHead([&](const WorldPoint& p) { return kind == 5 ? p.z + 100 : 60.0; }, {}, size, grid, look);
        if (kind == 3) {
            VolumeHeader header = second->header();
            header.type = StoredType::Float64;
            std::shared_ptr<std::byte[]> voxels(new std::byte[header.bytes()]);
            for (std::size_t i = 0; i < header.voxelsPerVolume(); ++i) std::memcpy(voxels.get() + 8 * i, &nan, 8);
            second = std::make_shared<Volume>(header, std::shared_ptr<const std::byte>(voxels, voxels.get()));
        }
        const auto head = firstVisit();
        for (const auto& found :
             {alignPair(*head, *second, AlignmentKind::Rigid), alignPair(*second, *head, AlignmentKind::Affine)}) {
            QVERIFY(found);
            QVERIFY2(found->verdict == AlignmentVerdict::Failed, qPrintable(told(*found)));
            QVERIFY(found->reason.endsWith(u'.'));
        }
    }

    // The template's head and another person's of the samples; the template's again, stripped of its skull
    void anotherPersonIsDoubtful() {
        NEURAXIS_SAMPLE_SET(set, QStringLiteral("dcm_philips_t1_classic"));
        const auto head = test::templateHead(), stripped = test::templateHead("ch2bet.nii.gz");
        if (!head) QSKIP("mricron-data is not installed");
        const auto other = alignPair(*head, *readImage(set + QStringLiteral("/dicom")), AlignmentKind::Rigid);
        QVERIFY2(other->verdict == AlignmentVerdict::Doubtful, qPrintable(told(*other)));
        QVERIFY2(other->reason.contains(QStringLiteral("another person")), qPrintable(other->reason));
        const auto same = alignPair(*head, *stripped, AlignmentKind::Rigid);
        QVERIFY2(same->verdict == AlignmentVerdict::Good, qPrintable(told(*same)));
        QVERIFY(isNear(same->secondOfFirst, {}, head->header().centreLps(), 0.1));
    }

    void aNeckIsNoHead() {
        NEURAXIS_SAMPLE_SET(set, QStringLiteral("cord_sct_testing"));
        const auto head = test::templateHead();
        if (!head) QSKIP("mricron-data is not installed");
        for (const auto* name : {"/t1/t1w.nii.gz", "/t2/t2.nii.gz"}) {
            const auto found = alignPair(*head, *readImage(set + QString::fromLatin1(name)), AlignmentKind::Rigid);
            QVERIFY2(found->verdict == AlignmentVerdict::Failed, qPrintable(told(*found)));
        }
    }

    // The second visit's scan onto the first's, by the published transforms, over the published brain: 1 mm
    void thePublishedTransforms_data() {
        QTest::addColumn<QString>("scan");
        QTest::newRow("T1") << QStringLiteral("T1W");
        QTest::newRow("FLAIR") << QStringLiteral("FLAIR");
    }
    void thePublishedTransforms() {
        NEURAXIS_SAMPLE_SET(set, QStringLiteral("long_ms_patient01"));
        QFETCH(QString, scan);
        const auto mask = readImage(set + QStringLiteral("/coregistered/patient01/brainmask.nii.gz"));
        std::array<std::shared_ptr<const Volume>, 2> visits;
        std::array<WorldTransform, 2> visitOfCommon;
        for (std::size_t v = 0; v < 2; ++v) {
            const QString study = set + QStringLiteral("/raw/patient01/study%1_").arg(v + 1);
            visits[v] = readImage(study + scan + QStringLiteral(".nii.gz"));
            visitOfCommon[v] = published(study + QStringLiteral("FLAIR_to_common_space.txt"));
            if (scan == QStringLiteral("T1W"))
                visitOfCommon[v] = published(study + QStringLiteral("T1W_intrastudy_to_FLAIR.txt")) * visitOfCommon[v];
        }
        const auto found = alignVisits({visits[0], visits[1]}, AlignmentKind::Rigid);
        QCOMPARE(found->visits.at(0).verdict, AlignmentVerdict::Good);
        const WorldTransform firstOfSecond = found->visitOfMidway[0] * found->visitOfMidway[1].inverse();
        const auto& header = mask->header();
        double sum = 0, most = 0;
        int count = 0;
        for (int k = 0; k < header.size[2]; k += 2)
            for (int j = 0; j < header.size[1]; j += 4)
                for (int i = 0; i < header.size[0]; i += 4) {
                    if (mask->value({double(i), double(j), double(k)}) < 0.5) continue;
                    const WorldPoint p = header.voxelToLps.toWorld({double(i), double(j), double(k)});
                    const double mm = length(firstOfSecond(visitOfCommon[1](p)) - visitOfCommon[0](p));
                    sum += mm;
                    most = std::max(most, mm);
                    ++count;
                }
        QVERIFY(count > 10000);
        QVERIFY2(most < 1, qPrintable(QString::number(most)));
        QVERIFY2(sum / count < 0.5, qPrintable(QString::number(sum / count)));
    }

    // A phantom that is another person's stands for a visit that does not fit
    void visitsMeetMidwayAndTheOddOneIsLeftOut() {
        const std::array<WorldTransform, 3> truth = {WorldTransform(),
                                                     WorldTransform::rigid({0.1, 0, 0.2}, {10, 0, -6}),
                                                     WorldTransform::rigid({-0.2, 0.1, 0}, {-8, 12, 4})};
        const auto blank = test::movedHead([](const WorldPoint&) { return 50.0; }, {}, phantomSize, phantomGrid, {});
        std::vector<double> shares;
        const auto found = alignVisits({firstVisit(), phantomVisit(truth[1]), blank, phantomVisit(truth[2]), nullptr},
                                       AlignmentKind::Rigid, [&](double share) {
                                           shares.push_back(share);
                                           return true;
                                       });
        QVERIFY(found);
        QVERIFY(std::is_sorted(shares.begin(), shares.end()));
        QCOMPARE(shares.back(), 1.0);
        QCOMPARE(found->pairs.size(), 6UL);
        for (const std::size_t lost : {2UL, 4UL}) {
            QCOMPARE(found->visits[lost].verdict, AlignmentVerdict::Failed);
            QVERIFY(!found->visits[lost].reason.isEmpty());
            QCOMPARE(found->visitOfMidway[lost], WorldTransform());
        }
        const std::array<std::size_t, 3> kept = {0, 1, 3};
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE(found->visits[kept[i]].verdict, AlignmentVerdict::Good);
            QVERIFY(found->visits[kept[i]].residualMm < 0.2);
            for (std::size_t j = 0; j < 3; ++j)
                QVERIFY(isNear(found->visitOfMidway[kept[j]] * found->visitOfMidway[kept[i]].inverse(),
                               truth[j] * truth[i].inverse(), {}, 0.2));
        }
    }

    // The mean of three turns about one axis, by hand: 0, 6 and 12 degrees have 6 in the middle
    void theMidwaySpaceFavoursNoVisit() {
        const std::array<double, 3> turns = {0, 6, 12};
        std::vector<VisitLink> links;
        for (std::size_t i = 0; i < 3; ++i)
            for (std::size_t j = i + 1; j < 3; ++j)
                links.push_back(
                    {i, j, WorldTransform::rigid({0, 0, (turns[j] - turns[i]) * degree}, {0, 0, 3.0 * double(j - i)})});
        const auto places = midwaySpace(3, links, {}, true);
        for (std::size_t v = 0; v < 3; ++v)
            QVERIFY(isNear(places[v],
                           WorldTransform::rigid({0, 0, (turns[v] - 6) * degree}, {0, 0, 3.0 * (double(v) - 1)}), {},
                           1e-6));
        for (const VisitLink& link : links) QVERIFY(disagreementMm(link, places, {}) < 1e-6);
        // One link that is wrong by 30 mm among those of four visits: the others win
        links.push_back({0, 3, WorldTransform::rigid({}, {30, 0, 0})});
        for (const std::size_t v : {1UL, 2UL})
            links.push_back({v, 3, WorldTransform::rigid({0, 0, -turns[v] * degree}, {0, 0, -3.0 * double(v)})});
        const auto four = midwaySpace(4, links, {}, true);
        QVERIFY(isNear(four[3] * four[0].inverse(), {}, {}, 0.05));
        QVERIFY(disagreementMm(links[3], four, four[0].inverse()(WorldPoint{})) > 29);
    }

    void oneVisitLiesWhereItIs() {
        const auto found = alignVisits({firstVisit()}, AlignmentKind::Rigid);
        QCOMPARE(found->visits.at(0).verdict, AlignmentVerdict::Good);
        QCOMPARE(found->visitOfMidway.at(0), WorldTransform());
        QVERIFY(alignVisits({}, AlignmentKind::Rigid)->visits.empty());
    }

    void itStopsWhenTold() {
        const auto first = firstVisit(), second = phantomVisit(WorldTransform::rigid({0, 0, 0.1}, {}));
        int asked = 0;
        QVERIFY(!alignPair(*first, *second, AlignmentKind::Rigid, [&](double) { return ++asked < 3; }));
        QCOMPARE(asked, 3);
        asked = 0;
        QVERIFY(!alignVisits({first, second}, AlignmentKind::Rigid, [&](double) { return ++asked < 4; }));
        QCOMPARE(asked, 4);
    }

    void threePointPairs() {
        const WorldTransform truth = WorldTransform::rigid({0.3, -0.4, 0.5}, {10, 20, -30});
        const std::vector<WorldPoint> first = {{0, 0, 0}, {50, 0, 10}, {0, 60, -20}};
        std::vector<WorldPoint> second;
        for (const WorldPoint& p : first) second.push_back(truth(p));
        const auto found = rigidFromPoints(first, second);
        QVERIFY(found);
        QVERIFY(isNear(found->secondOfFirst, truth, {}, 1e-9));
        QVERIFY(found->rmsMm < 1e-9);
        // A triangle with sides 2 % longer about its middle: what is left is 2 % of the corners' distances
        const WorldPoint middle = truth(WorldPoint{50.0 / 3, 20, -10.0 / 3});
        double squares = 0;
        for (WorldPoint& p : second) {
            squares += std::pow(0.02 * length(p - middle), 2) / 3;
            p = middle + (p - middle) * 1.02;
        }
        const auto stretched = rigidFromPoints(first, second);
        QVERIFY(isNear(stretched->secondOfFirst, truth, {}, 1e-9));
        QCOMPARE(stretched->rmsMm, std::sqrt(squares));
    }
    void pointsInALineAreRefused() {
        const std::vector<WorldPoint> line = {{0, 0, 0}, {10, 10, 10}, {20, 20, 20.1}},
                                      wide = {{0, 0, 0}, {10, 0, 0}, {0, 10, 0}};
        QVERIFY(!rigidFromPoints(line, wide));
        QVERIFY(!rigidFromPoints(wide, line));
        QVERIFY(!rigidFromPoints({{1, 1, 1}, {1, 1, 1}, {1, 1, 1}}, wide));
        QVERIFY(!rigidFromPoints({{0, 0, 0}, {10, 0, 0}}, {{0, 0, 0}, {10, 0, 0}}));
        QVERIFY(!rigidFromPoints(wide, {{0, 0, 0}, {10, 0, 0}}));
    }

    // Two images that say the same share ln of the number of brightnesses; two that know nothing of each other, nothing.
    // Of few points chance is taken off: (cells - rows - columns + 1) / 2n
    void informationOfKnownTables() {
        JointHistogram same, apart;
        for (int n = 0; n < 100; ++n)
            for (int i = 0; i < 4; ++i)
                for (int j = 0; j < 4; ++j) {
                    if (i == j) same.add(float(i) / 3, float(3 - j) / 3, 1);
                    apart.add(float(i) / 3, float(j) / 3, 1);
                }
        QVERIFY(std::abs(same.mutualInformation() - (std::log(4) - (4 - 8 + 1) / 800.0)) < 1e-6);
        QVERIFY(std::abs(apart.mutualInformation() + (16 - 8 + 1) / 3200.0) < 1e-6);
    }
};

NEURAXIS_TEST_MAIN(TestVisitAlignment)
#include "tst_visit_alignment.moc"
