#include "core/io/slice_stack.h"
#include "tests/test_main.h"

#include <QTest>

using namespace neuraxis;

/// Where slices lie on a grid, from positions alone.
class SlicesTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void laysOut_data();
    void laysOut();
    void tellsWhereSlicesAreMissing();
    void keepsShear();
};

void SlicesTest::laysOut_data() {
    QTest::addColumn<QList<double>>("levels");
    QTest::addColumn<int>("slices");
    QTest::addColumn<double>("stepMm");
    QTest::addColumn<QStringList>("codes");
    QTest::newRow("one slice") << QList<double>{5} << 1 << 4.0 << QStringList();
    QTest::newRow("even") << QList<double>{0, 2, 4, 6} << 4 << 2.0 << QStringList();
    QTest::newRow("rounded in the file") << QList<double>{0, 2.001, 3.999, 6} << 4 << 2.0 << QStringList();
    QTest::newRow("one gone") << QList<double>{0, 2, 6, 8} << 5 << 2.0 << QStringList{QStringLiteral("missing-slice")};
    QTest::newRow("gap of 7.5 among 2.5")
        << QList<double>{0, 2.5, 5, 12.5, 15} << 7 << 2.5 << QStringList{QStringLiteral("missing-slice")};
    QTest::newRow("fits no grid") << QList<double>{0, 2, 4, 7, 9.9, 12} << 6 << 2.4
                                  << QStringList{QStringLiteral("uneven-spacing")};
    QTest::newRow("two far apart") << QList<double>{0, 100} << 2 << 100.0 << QStringList();
}

void SlicesTest::laysOut() {
    QFETCH(QList<double>, levels);
    std::vector<WorldPoint> positions;
    for (const double level : levels) positions.push_back({1, 2, level});
    const io::SliceGrid grid = io::layOut(positions, {0, 0, 1}, 4);
    QTEST(grid.slices, "slices");
    QTEST(grid.step.z, "stepMm");
    QStringList codes;
    for (const Finding& f : grid.findings) codes << f.code;
    QTEST(codes, "codes");
    if (!codes.contains(QStringLiteral("uneven-spacing")))
        for (std::size_t i = 0; i < positions.size(); ++i)
            QVERIFY(std::abs(length(positions[i] - (grid.first + grid.step * grid.place[i]))) < 0.01);
}

void SlicesTest::tellsWhereSlicesAreMissing() {
    // The gap of dcm2niix issue 248: 28.8 to 211.2 mm, here 1.2 mm slices.
    std::vector<WorldPoint> positions;
    for (int i = 0; i <= 24; ++i) positions.push_back({0, 0, 1.2 * i});
    for (int i = 176; i < 180; ++i) positions.push_back({0, 0, 1.2 * i});
    std::vector<WorldPoint> few(positions.begin(), positions.begin() + 10);
    few.erase(few.begin() + 4, few.begin() + 7);
    const io::SliceGrid grid = io::layOut(few, {0, 0, 1}, 1);
    QCOMPARE(grid.slices, 10);
    QCOMPARE(
        grid.findings.front().text,
        QStringLiteral("Slices are missing: 3 of 10 are not there, between S 3.6 and S 8.4. They are shown empty."));
}

void SlicesTest::keepsShear() {
    const io::SliceGrid grid = io::layOut({{0, 0, 0}, {0, 1, 2}, {0, 2, 4}}, {0, 0, 1}, 1);
    QCOMPARE(grid.step, (WorldVector{0, 1, 2}));
    QCOMPARE(grid.findings.front().code, QStringLiteral("sheared-grid"));
    QVERIFY(grid.findings.front().text.contains(QStringLiteral("26.6"))); // atan(1/2)
}

NEURAXIS_TEST_MAIN(SlicesTest)
#include "tst_io_slices.moc"
