#include "tests/test_main.h"
#include "widgets/region_table_view.h"
#include "widgets/strip_plot.h"
#include "widgets/strip_profile.h"

#include <QClipboard>
#include <QHeaderView>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <cmath>
#include <limits>

using namespace neuraxis;

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

std::vector<RegionRow> rows() {
    return {
        {{QStringLiteral("precentral"), Side::Left, 8410, 5249.8, 14817, 2.7075, 0.5018}, -2.345, 0.0004, {}},
        {{QStringLiteral("cuneus"), Side::Left, 2183, 1501, 3236, 1.987, 0.428}, none, none, {}},
        {{QStringLiteral("insula"), Side::Right, 4099, 2730, 9000, 3.216, 0.711}, 0.5, 0.8, QStringLiteral("older")},
        {{QStringLiteral("motor"), Side::Left, 10703, 6714, 18000, 2.65, 0.53}, -10.5, none, {}}};
}

/// What stands in a column, from top to bottom.
QStringList column(const QTableView& view, int number) {
    QStringList cells;
    for (int r = 0; r < view.model()->rowCount(); ++r) cells << view.model()->index(r, number).data().toString();
    return cells;
}

StripProfile::Profile profile() {
    StripProfile::Profile made;
    made.title = QStringLiteral("Thickness");
    made.unit = QStringLiteral("mm");
    made.segments = {{QStringLiteral("Leg"), 0, 0.5}, {QStringLiteral("Face"), 0.5, 1}};
    for (std::uint32_t i = 0; i < 10; ++i) {
        made.sides[0].push_back({0.05 + 0.1 * i, 2.5, 50, 100 + i});
        made.sides[1].push_back({0.05 + 0.1 * i, i == 4 ? none : 3.0, 50, 200 + i});
        made.bands[0].low.push_back(2.3);
        made.bands[0].high.push_back(2.9);
    }
    made.bands[0].controls = 30;
    return made;
}

void moveTo(QWidget& widget, const QPointF& place) {
    QMouseEvent event(QEvent::MouseMove, place, widget.mapToGlobal(place), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(&widget, &event);
}

/// How many pixels of a picture are about of a colour.
int pixelsLike(const QImage& picture, const QColor& colour) {
    int count = 0;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x) {
            const QColor c = picture.pixelColor(x, y);
            count += std::abs(c.red() - colour.red()) + std::abs(c.green() - colour.green()) +
                         std::abs(c.blue() - colour.blue()) <
                     24;
        }
    return count;
}

} // namespace

/// Table, strip plot and motor-strip lens of cortical regions.
class RegionWidgetsTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void tableTellsNumbers();
    void tableSortsByNumbers();
    void tableChoosesAndKeeps();
    void tableGivesTsv();
    void tableSaysWhyThereIsNone();
    void stripPlotPlacesScores();
    void stripPlotLeavesOutSmallGroups();
    void profileTellsOfVertices();
    void profileSurvivesWhatIsMissing();
};

void RegionWidgetsTest::tableTellsNumbers() {
    RegionTableView table;
    table.show(rows(), QStringLiteral("z"), QStringLiteral("Compared with 30."));
    const auto* view = table.findChild<QTableView*>();
    QCOMPARE(column(*view, RegionTableModel::Region),
             (QStringList{QStringLiteral("precentral"), QStringLiteral("cuneus"), QStringLiteral("insula"),
                          QStringLiteral("Motor")}));
    QCOMPARE(column(*view, RegionTableModel::Group),
             (QStringList{QStringLiteral("Motor"), QString(), QStringLiteral("Frontotemporal"), QString()}));
    QCOMPARE(column(*view, RegionTableModel::Thickness)[0], QStringLiteral("2.708"));
    QCOMPARE(column(*view, RegionTableModel::Score),
             (QStringList{QStringLiteral("-2.35"), QString(), QStringLiteral("0.50 †"), QStringLiteral("-10.50")}));
    QCOMPARE(column(*view, RegionTableModel::Q),
             (QStringList{QStringLiteral("< 0.001"), QString(), QStringLiteral("0.800"), QString()}));
    QCOMPARE(view->model()->headerData(RegionTableModel::Score, Qt::Horizontal).toString(), QStringLiteral("z"));
    QCOMPARE(view->model()->index(0, RegionTableModel::Area).data(Qt::TextAlignmentRole).toInt() & int(Qt::AlignRight),
             int(Qt::AlignRight));
    QCOMPARE(view->model()->index(2, RegionTableModel::Score).data(Qt::ToolTipRole).toString(),
             QStringLiteral("older"));
    QVERIFY(!view->isColumnHidden(RegionTableModel::Volume));
    auto some = rows();
    for (RegionRow& row : some) row.measures.volumeMm3 = none;
    table.show(some);
    QVERIFY(view->isColumnHidden(RegionTableModel::Volume)); // nothing is known of it
}

void RegionWidgetsTest::tableSortsByNumbers() {
    RegionTableView table;
    table.show(rows());
    auto* view = table.findChild<QTableView*>();
    view->sortByColumn(RegionTableModel::Score, Qt::AscendingOrder);
    QCOMPARE(column(*view, RegionTableModel::Region),
             (QStringList{QStringLiteral("Motor"), QStringLiteral("precentral"), QStringLiteral("insula"),
                          QStringLiteral("cuneus")}));
    view->sortByColumn(RegionTableModel::Score, Qt::DescendingOrder);
    QCOMPARE(column(*view, RegionTableModel::Region),
             (QStringList{QStringLiteral("insula"), QStringLiteral("precentral"), QStringLiteral("Motor"),
                          QStringLiteral("cuneus")})); // what is not known stays last
    view->sortByColumn(RegionTableModel::Vertices, Qt::DescendingOrder);
    QCOMPARE(column(*view, RegionTableModel::Vertices), (QStringList{QStringLiteral("10703"), QStringLiteral("8410"),
                                                                     QStringLiteral("4099"), QStringLiteral("2183")}));
}

void RegionWidgetsTest::tableChoosesAndKeeps() {
    RegionTableView table;
    QSignalSpy chosen(&table, &RegionTableView::regionChosen);
    table.show(rows());
    auto* view = table.findChild<QTableView*>();
    QCOMPARE(chosen.count(), 0);
    view->sortByColumn(RegionTableModel::Thickness, Qt::DescendingOrder);
    view->selectRow(0);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen[0][0].toString(), QStringLiteral("insula"));
    QCOMPARE(chosen[0][1].value<Side>(), Side::Right);
    table.setCurrent(QStringLiteral("cuneus"), Side::Left);
    QCOMPARE(view->currentIndex().row(), 3);
    auto others = rows();
    others.erase(others.begin());
    table.show(others); // of the next participant
    QCOMPARE(view->currentIndex().siblingAtColumn(0).data().toString(), QStringLiteral("cuneus"));
    table.setCurrent(QStringLiteral("cuneus"), Side::Right);
    QVERIFY(!view->currentIndex().isValid());
    QCOMPARE(chosen.count(), 1); // only the user's choices are told
}

void RegionWidgetsTest::tableGivesTsv() {
    RegionTableView table;
    QSignalSpy asked(&table, &RegionTableView::exportAsked);
    table.show(rows(), QStringLiteral("w"));
    table.findChild<QTableView*>()->sortByColumn(RegionTableModel::Thickness, Qt::AscendingOrder);
    const auto buttons = table.findChildren<QToolButton*>();
    QCOMPARE(buttons.size(), 2);
    buttons[1]->click();
    QCOMPARE(asked.count(), 1);
    const QStringList lines = asked[0][0].toString().split(u'\n');
    QCOMPARE(lines[0], QStringLiteral("region\tside\tgroup\tthickness_mm\tw\tq\tthickness_sd_mm\tarea_mm2\tvolume_mm3\t"
                                      "vertices"));
    QCOMPARE(lines[1], QStringLiteral("cuneus\tlh\tn/a\t1.987\tn/a\tn/a\t0.428\t1501\t3236\t2183"));
    QCOMPARE(lines[3], QStringLiteral("precentral\tlh\tmotor\t2.7075\t-2.345\t0.0004\t0.5018\t5249.8\t14817\t8410"));
    buttons[0]->click();
    QCOMPARE(QApplication::clipboard()->text(), asked[0][0].toString());
    table.show({{{QStringLiteral("Brain-Stem"), Side::Left, none, none, 20100, none, none, true}, none, none, {}}});
    QVERIFY2(table.asTsv().contains(QStringLiteral("\nBrain-Stem\tn/a\tn/a\t")), qPrintable(table.asTsv()));
    const auto* shown = table.findChild<QTableView*>()->model();
    QCOMPARE(shown->index(0, RegionTableModel::RegionSide).data().toString(), QString());
}

void RegionWidgetsTest::tableSaysWhyThereIsNone() {
    RegionTableView table;
    table.setSentence(QStringLiteral("No regions."));
    QVERIFY(table.findChild<QTableView*>()->isHidden());
    QVERIFY(!table.findChildren<QToolButton*>()[0]->isEnabled());
    table.show(rows());
    QVERIFY(!table.findChild<QTableView*>()->isHidden());
    QVERIFY(table.findChildren<QToolButton*>()[0]->isEnabled());
}

void RegionWidgetsTest::stripPlotPlacesScores() {
    StripPlot plot;
    plot.resize(720, 300);
    StripPlot::Panel panel;
    panel.title = QStringLiteral("Precentral");
    for (int g = 0; g < 6; ++g) {
        panel.groups.emplace_back();
        for (int i = 0; i < 40; ++i) panel.groups.back().push_back((i - 20) / 10.0);
    }
    panel.participant = -3.5;
    panel.limit = 2.9;
    StripPlot::Panel other = panel;
    other.participant = none;
    other.limit = none;
    plot.setPanels({panel, other}, QStringLiteral("P1"), QStringLiteral("PLS"), QStringLiteral("w-score"));
    QVERIFY(plot.place(0, 0, 1).y() < plot.place(0, 0, -1).y());
    QCOMPARE(plot.place(0, 3, -2).y(), plot.place(1, 3, -2).y()); // one axis for both
    QVERIFY(plot.place(0, 5, 0).x() < plot.place(1, 0, 0).x());
    QVERIFY(plot.place(0, 2, -3.5).y() < plot.height());
    QCOMPARE(plot.wordsAt(plot.place(0, 4, 0)),
             QStringLiteral("Precentral  ·  Controls\n40 person(s), mean -0.05\nP1: -3.50"));
    const QImage picture = plot.grab().toImage();
    // The participant's line and dot in the highlight's colour, each group's dots in its own
    const double ratio = picture.devicePixelRatio();
    const QPointF own = plot.place(0, 2, -3.5) * ratio;
    QCOMPARE(picture.pixelColor(own.toPoint()).rgb(), plot.palette().color(QPalette::Highlight).rgb());
    for (const StudyGroup& group : studyGroups()) {
        const QColor full = QColor::fromRgb(group.colour), ground = plot.palette().color(QPalette::Window);
        const auto mixed = [](int a, int b) { return static_cast<int>(std::lround(0.75 * a + 0.25 * b)); };
        const QColor dotColour(mixed(full.red(), ground.red()), mixed(full.green(), ground.green()),
                               mixed(full.blue(), ground.blue()));
        QVERIFY2(pixelsLike(picture, dotColour) > 40, qPrintable(group.key));
    }
}

void RegionWidgetsTest::stripPlotLeavesOutSmallGroups() {
    StripPlot plot;
    plot.resize(720, 300);
    StripPlot::Panel panel;
    panel.title = QStringLiteral("Precentral");
    panel.groups = {{-1, -1.2, 7.5}, {}, {}, {}, std::vector<double>(20, 0.5), {}};
    panel.participant = none;
    panel.limit = none;
    plot.setPanels({panel}, QStringLiteral("P1"), QStringLiteral("other"), QStringLiteral("w-score"));
    QCOMPARE(plot.wordsAt(plot.place(0, 0, 0)), QStringLiteral("Precentral  ·  ALS\n3 person(s), too few to be drawn"));
    QCOMPARE(plot.wordsAt(plot.place(0, 1, 0)),
             QStringLiteral("Precentral  ·  PSMA\n0 person(s), too few to be drawn"));
    const QImage picture = plot.grab().toImage();
    QCOMPARE(pixelsLike(picture, QColor::fromRgb(studyGroups()[0].colour)), 0);
    // Nor does a score that is not drawn stretch the axis
    QVERIFY(std::abs(plot.place(0, 0, 2).y() - plot.place(0, 0, -2).y()) > 150);
    plot.setSentence(QStringLiteral("No controls."));
    QCOMPARE(plot.wordsAt({300, 100}), QString());
    plot.grab();
}

void RegionWidgetsTest::profileTellsOfVertices() {
    StripProfile lens;
    lens.resize(520, 220);
    lens.setProfile(profile());
    QSignalSpy hovered(&lens, &StripProfile::hovered), chosen(&lens, &StripProfile::chosen),
        left(&lens, &StripProfile::left);
    moveTo(lens, lens.place(0.36, 2.52));
    QCOMPARE(hovered.count(), 1);
    QCOMPARE(hovered[0][0].value<Side>(), Side::Left);
    QCOMPARE(hovered[0][1].toUInt(), 103u);
    QVERIFY(std::abs(hovered[0][2].toDouble() - 0.35) < 1e-9);
    moveTo(lens, lens.place(0.36, 2.95)); // nearer to the right side's curve
    QCOMPARE(hovered[1][1].toUInt(), 203u);
    moveTo(lens, lens.place(0.45, 3.0)); // where the right side has no data
    QCOMPARE(hovered[2][1].toUInt(), 104u);
    QTest::mouseClick(&lens, Qt::LeftButton, {}, lens.place(0.95, 2.5).toPoint());
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen[0][1].toUInt(), 109u);
    StripProfile::Profile compared = profile();
    compared.bands[0].controls = compared.bands[1].controls = 30;
    lens.setProfile(compared);
    QCOMPARE(lens.controlsInWords(), QStringLiteral("30 control(s)"));
    compared.bands[1].controls = 22; // a side of some could not be read
    lens.setProfile(compared);
    QCOMPARE(lens.controlsInWords(), QStringLiteral("controls: 30 left, 22 right"));
    lens.setProfile(profile());
    lens.setMark(0.3);
    const QImage picture = lens.grab().toImage();
    QVERIFY(pixelsLike(picture, lens.palette().color(QPalette::Highlight)) > 200);
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(&lens, &leave);
    QCOMPARE(left.count(), 1);
}

void RegionWidgetsTest::profileSurvivesWhatIsMissing() {
    StripProfile lens;
    lens.resize(520, 220);
    QSignalSpy hovered(&lens, &StripProfile::hovered);
    lens.grab();
    lens.setSentence(QStringLiteral("No precentral gyrus."));
    lens.grab();
    moveTo(lens, {200, 100});
    StripProfile::Profile empty = profile();
    for (auto& side : empty.sides)
        for (auto& point : side) point.value = none;
    empty.bands = {};
    lens.setProfile(empty);
    lens.setMark(7);
    moveTo(lens, {200, 100});
    lens.grab();
    QCOMPARE(hovered.count(), 0);
    empty = profile();
    empty.sides[1].clear();
    empty.bands[0].low.pop_back(); // a band of another profile is not drawn
    lens.setProfile(empty);
    lens.resize(30, 20);
    lens.grab();
}

NEURAXIS_TEST_MAIN(RegionWidgetsTest)
#include "tst_region_widgets.moc"
