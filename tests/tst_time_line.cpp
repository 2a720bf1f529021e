#include "tests/test_main.h"

#include "widgets/visit_time_line.h"

#include <QComboBox>
#include <QSignalSpy>
#include <cmath>

using namespace neuraxis;

namespace {

/// Born in January 1960, ill since 2019: four visits, two of them on one day, and one whose day is not known.
std::shared_ptr<const Cohort> somebody(int shiftYears = 0) {
    auto cohort = std::make_shared<Cohort>();
    Participant p;
    p.uid = QStringLiteral("p");
    p.name = QStringLiteral("Q-77");
    p.group = QStringLiteral("ALS");
    p.onset = QDate(2019 - shiftYears, 1, 1);
    cohort->participants.push_back(p);
    struct Row {
        const char *label, *quality;
        QDate date;
        std::optional<double> age;
        bool hasImage;
    };
    const Row rows[] = {{"1", "good", {2020 - shiftYears, 1, 1}, 60, true},
                        {"2a", "failed", {2020 - shiftYears, 7, 1}, 60, true},
                        {"2b", "", {2020 - shiftYears, 7, 1}, std::nullopt, true},
                        {"3", "doubtful", {2021 - shiftYears, 1, 1}, 61, false},
                        {"x", "", {}, std::nullopt, true}};
    for (const Row& row : rows) {
        Visit visit;
        visit.label = QLatin1String(row.label);
        visit.uid = QStringLiteral("visit ") + visit.label;
        visit.participant = p.uid;
        visit.date = row.date;
        visit.quality = QLatin1String(row.quality);
        visit.ageYears = row.age;
        if (visit.label == u"1")
            for (int item = 1; item <= 12; ++item) visit.scores[QStringLiteral("alsfrs-r.%1").arg(item)] = 3;
        cohort->visits.push_back(visit);
        Item item;
        item.uid = visit.uid;
        item.visit = visit.uid;
        item.kind = QStringLiteral("T1");
        item.format = row.hasImage ? QStringLiteral("NIfTI") : QStringLiteral("CATO");
        item.path = QStringLiteral("a.nii");
        cohort->items.push_back(item);
    }
    cohort->events.push_back({QStringLiteral("e"), p.uid, QStringLiteral("PEG"), QDate(2020 - shiftYears, 10, 1)});
    return cohort;
}

TimeLine lineOf(const std::shared_ptr<const Cohort>& cohort) {
    const CohortIndex index(cohort);
    return timeLineOf(index, index.row(0));
}

QString uidOf(const char* label) { return QStringLiteral("visit ") + QLatin1String(label); }

} // namespace

class TestTimeLine : public QObject {
    Q_OBJECT
    std::unique_ptr<VisitTimeLine> line;

  private Q_SLOTS:
    void init() {
        line = std::make_unique<VisitTimeLine>();
        line->resize(900, line->sizeHint().height());
        line->setTimeLine(lineOf(somebody()));
        line->show();
        QVERIFY(QTest::qWaitForWindowExposed(line.get()));
    }
    void cleanup() { line.reset(); }

    void tellsWhenAndWhat() {
        const TimeLine told = lineOf(somebody());
        QCOMPARE(told.visits.size(), std::size_t{5});
        QCOMPARE(told.visits[0].alsfrs, std::optional(36));
        QVERIFY(!told.visits[1].alsfrs);
        // 2019-01-01 to 2020-01-01 are 365 days, to 2021-01-01 731; a month has 30.4375
        QCOMPARE(told.visits[0].when.monthsSinceOnset, 365 / 30.4375);
        QCOMPARE(told.visits[3].when.monthsSinceFirst, 366 / 30.4375);
        // 60 at the first visit, so half a year older 182 days later, whatever whole number was told there
        QCOMPARE(told.visits[1].when.ageYears, 60 + 182 / 365.25);
        QCOMPARE(told.visits[2].when.ageYears, 60 + 182 / 365.25);
        QVERIFY(std::isnan(told.visits[4].when.ageYears));
        QVERIFY(told.visits[0].hasImage && !told.visits[3].hasImage);
        QCOMPARE(told.events.size(), std::size_t{1});
        QCOMPARE(told.visits[0].when.inWords(TimeAxis::Date), QStringLiteral("2020-01-01"));
        QCOMPARE(told.visits[3].when.inWords(TimeAxis::FirstVisit), QStringLiteral("12.0 months"));
    }

    void offersAxesThatAreKnown_data() {
        QTest::addColumn<int>("shift");
        QTest::addColumn<bool>("onset");
        QTest::addColumn<bool>("ages");
        QTest::addColumn<QList<int>>("axes");
        const int date = static_cast<int>(TimeAxis::Date), onset = static_cast<int>(TimeAxis::Onset),
                  first = static_cast<int>(TimeAxis::FirstVisit), age = static_cast<int>(TimeAxis::Age);
        QTest::newRow("all") << 0 << true << true << QList{date, onset, first, age};
        QTest::newRow("no onset") << 0 << false << true << QList{date, first, age};
        QTest::newRow("no ages") << 0 << true << false << QList{date, onset, first};
        // A shifted day tells no date, but time between days stays
        QTest::newRow("shifted days") << 150 << true << true << QList{onset, first, age};
    }
    void offersAxesThatAreKnown() {
        QFETCH(int, shift);
        QFETCH(bool, onset);
        QFETCH(bool, ages);
        auto cohort = std::make_shared<Cohort>(*somebody(shift));
        if (!onset) cohort->participants[0].onset = {};
        if (!ages)
            for (Visit& visit : cohort->visits) visit.ageYears.reset();
        line->setTimeLine(lineOf(cohort));
        const auto* field = line->findChild<QComboBox*>();
        QList<int> offered;
        for (int i = 0; i < field->count(); ++i) offered << field->itemData(i).toInt();
        QTEST(offered, "axes");
    }

    void placesAreInRealTime() {
        line->setAxis(TimeAxis::FirstVisit);
        const double from = line->place(uidOf("1")).x(), to = line->place(uidOf("3")).x();
        const double middle = (line->place(uidOf("2a")).x() + line->place(uidOf("2b")).x()) / 2;
        QVERIFY(std::abs((middle - from) / (to - from) - 182.0 / 366) < 0.01);
        // Without a date: at the end, beyond all that have one
        QVERIFY(line->place(uidOf("x")).x() > to + 20);
        QVERIFY(line->wordsAt(line->place(uidOf("x"))).contains(QStringLiteral("no date")));
    }

    void visitsOfOneDayStandBesideEachOther() {
        const QPointF a = line->place(uidOf("2a")), b = line->place(uidOf("2b"));
        QVERIFY(b.x() - a.x() >= 20);
        QVERIFY(line->wordsAt(a).startsWith(QStringLiteral("Visit 2a")));
        QVERIFY(line->wordsAt(b).startsWith(QStringLiteral("Visit 2b")));
    }

    void clicksPick() {
        QSignalSpy current(line.get(), &VisitTimeLine::currentPicked), other(line.get(), &VisitTimeLine::otherPicked);
        QTest::mouseClick(line.get(), Qt::LeftButton, {}, line->place(uidOf("2b")).toPoint());
        QCOMPARE(current.size(), 1);
        QCOMPARE(current[0][0].toString(), uidOf("2b"));
        QTest::mouseClick(line.get(), Qt::LeftButton, Qt::ShiftModifier, line->place(uidOf("1")).toPoint());
        QCOMPARE(other.size(), 1);
        QCOMPARE(other[0][0].toString(), uidOf("1"));
        // What has no image, and where nothing is, pick nothing
        QTest::mouseClick(line.get(), Qt::LeftButton, {}, line->place(uidOf("3")).toPoint());
        const double between = (line->place(uidOf("1")).x() + line->place(uidOf("2a")).x()) / 2;
        QTest::mouseClick(line.get(), Qt::LeftButton, {}, QPointF(between, line->place(uidOf("1")).y()).toPoint());
        QCOMPARE(current.size(), 1);
        QCOMPARE(other.size(), 1);
        QVERIFY(line->wordsAt(line->place(uidOf("3"))).contains(QStringLiteral("None of it can be shown")));
    }

    void keysPick() {
        QSignalSpy current(line.get(), &VisitTimeLine::currentPicked), other(line.get(), &VisitTimeLine::otherPicked);
        QTest::keyClick(line.get(), Qt::Key_Right);
        QTest::keyClick(line.get(), Qt::Key_Return);
        QTest::keyClick(line.get(), Qt::Key_Home);
        QTest::keyClick(line.get(), Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(current.value(0).value(0).toString(), uidOf("2a"));
        QCOMPARE(other.value(0).value(0).toString(), uidOf("1"));
    }

    void axisIsSwitched() {
        QSignalSpy changed(line.get(), &VisitTimeLine::axisChanged);
        auto* field = line->findChild<QComboBox*>();
        field->setFocus();
        QTest::keyClick(field, Qt::Key_Down);
        QTest::keyClick(field, Qt::Key_Down);
        QCOMPARE(line->axis(), TimeAxis::FirstVisit);
        QCOMPARE(changed.size(), 2);
        // The wish is kept for who has no place along it
        auto cohort = std::make_shared<Cohort>(*somebody());
        for (Visit& visit : cohort->visits) visit.date = {};
        line->setTimeLine(lineOf(cohort));
        QCOMPARE(line->axis(), TimeAxis::Age);
        line->setTimeLine(lineOf(somebody()));
        QCOMPARE(line->axis(), TimeAxis::FirstVisit);
    }

    void qualityAndThePairAreTold() {
        QVERIFY(line->wordsAt(line->place(uidOf("2a"))).contains(QStringLiteral("Quality: Failed")));
        QVERIFY(line->wordsAt(line->place(uidOf("2a"))).contains(QStringLiteral("Left out of rates")));
        QVERIFY(!line->wordsAt(line->place(uidOf("1"))).contains(QStringLiteral("Left out of rates")));
        const auto picture = [&] { return line->grab().toImage(); };
        const QImage before = picture();
        line->setPair(uidOf("2b"), uidOf("1"));
        const QString words = line->accessibleDescription();
        QVERIFY2(words.contains(QStringLiteral("Visit 2b, 2020-07-01, shown")) &&
                     words.contains(QStringLiteral("Visit 1, 2020-01-01, compared")),
                 qPrintable(words));
        QVERIFY(picture() != before);
        line->setPair(uidOf("1"), uidOf("2b"));
        QVERIFY(line->accessibleDescription() != words);
        for (const QString& told : {words, line->wordsAt(line->place(uidOf("1")))})
            QVERIFY2(!told.contains(QStringLiteral("Q-77")), qPrintable(told));
    }

    void eventsAreTold() {
        // Three quarters of the way from the first visit to the last, on a flag at the top
        const double from = line->place(uidOf("1")).x(), to = line->place(uidOf("3")).x();
        const QPointF flag(from + (to - from) * 274 / 366, 8);
        QCOMPARE(line->wordsAt(flag), QStringLiteral("PEG  ·  2020-10-01"));
    }

    /// A death five years after the last visit leaves the visits their room; a PEG of an unknown day stands at the end.
    void farEventsStandBeyondABreak() {
        auto cohort = std::make_shared<Cohort>(*somebody());
        const QString whose = cohort->participants[0].uid;
        const auto lineWith = [&] { return layOut(lineOf(cohort), TimeAxis::Date, 0, 600); };
        const TimeLineLayout before = lineWith();
        QVERIFY(!before.goesOnAfter && !before.goesOnBefore);
        cohort->events.push_back({QStringLiteral("e2"), whose, QStringLiteral("death"), QDate(2026, 1, 1)});
        cohort->events.push_back({QStringLiteral("e3"), whose, QStringLiteral("NIV"), QDate(2000, 1, 1)});
        cohort->events.push_back({QStringLiteral("e4"), whose, QStringLiteral("tracheostomy"), {}});
        const TimeLineLayout after = lineWith();
        QVERIFY(after.goesOnAfter && after.goesOnBefore);
        QVERIFY(after.end - after.start > 0.8 * (before.end - before.start));
        QVERIFY(after.events[1].x > after.end && after.events[2].x < after.start);
        // The day that is not known: beyond all, on no axis
        QVERIFY(!after.events[3].onAxis);
        QVERIFY(after.events[3].x > after.events[1].x && after.events[3].x > after.visits[4].x);
        // Visits keep their order and a gap
        for (int i = 1; i < 5; ++i) {
            const auto k = static_cast<std::size_t>(i);
            QVERIFY(after.visits[k].x - after.visits[k - 1].x >= TimeLineLayout::leastGap - 1e-9);
        }
    }

    void nobodyHasNoVisits() {
        line->setTimeLine({});
        QVERIFY(!line->findChild<QComboBox*>()->isVisible());
        QVERIFY(line->accessibleDescription().isEmpty());
        QCOMPARE(line->wordsAt({450, 43}), QString());
        QTest::keyClick(line.get(), Qt::Key_Right);
        QTest::keyClick(line.get(), Qt::Key_Return);
    }
};

NEURAXIS_TEST_MAIN(TestTimeLine)
#include "tst_time_line.moc"
