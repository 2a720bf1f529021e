#include "core/analysis/normative.h"
#include "core/io/error.h"
#include "core/study/demo_cohort.h"
#include "core/study/demo_regions.h"
#include "core/study/intake_folder.h"
#include "core/study/region_table.h"
#include "core/study/region_values.h"
#include "tests/close.h"
#include "tests/find_region.h"
#include "tests/sample_data.h"
#include "tests/test_main.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <algorithm>
#include <cmath>
#include <numeric>

using namespace neuraxis;
using namespace neuraxis::study;
using test::find;

namespace {

void put(const QString& path, const QByteArray& bytes) {
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY2(file.open(QFile::WriteOnly), qPrintable(path));
    file.write(bytes);
}

/// ?h.aparc.stats as FreeSurfer writes it, of two regions.
QByteArray stats(const QByteArray& subject, const QByteArray& precentral, const QByteArray& postcentral) {
    return "# Table of FreeSurfer cortical parcellation anatomical statistics\n# subjectname " + subject +
           "\n# ColHeaders StructName NumVert SurfArea GrayVol ThickAvg ThickStd MeanCurv GausCurv FoldInd CurvInd\n"
           "precentral  8410  5250  14817  " +
           precentral + " 0.502     0.111     0.024       77     8.2\npostcentral  7514   4778  11387  " + postcentral +
           " 0.635     0.117     0.023       84     7.1\n";
}

/// "participant visit row" of each item that was found, a line each.
QStringList itemsOf(const std::vector<Intake>& intakes) {
    QStringList lines;
    for (const Intake& intake : intakes) {
        for (const auto& p : intake.participants)
            for (const auto& v : p.visits)
                for (const Item& item : v.items)
                    lines << QStringList{p.participant.name, v.visit.label, item.kind,
                                         item.format,        item.path,     item.more.value(QStringLiteral("row"))}
                                 .join(u'|');
        for (const QString& problem : intake.problems) lines << QStringLiteral("! ") + problem;
    }
    return lines;
}

std::vector<Intake> look(const QString& path) {
    io::Job job;
    return lookInto({path}, {}, job);
}

/// A study of one visit for each item.
Cohort studyOf(const std::vector<Item>& items) {
    Cohort cohort;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const QString n = QString::number(i);
        if (items[i].visit.isEmpty()) {
            Participant p;
            p.uid = QLatin1Char('p') + n;
            p.name = p.uid;
            cohort.participants.push_back(p);
            Visit v;
            v.uid = QLatin1Char('v') + n;
            v.participant = p.uid;
            cohort.visits.push_back(v);
        }
        cohort.items.push_back(items[i]);
        cohort.items.back().uid = QLatin1Char('i') + n;
        if (items[i].visit.isEmpty()) cohort.items.back().visit = QLatin1Char('v') + n;
    }
    return cohort;
}

Item item(const QString& format, const QString& root, const QString& path, const QString& row = {},
          const QString& visit = {}) {
    Item made;
    made.visit = visit;
    made.kind = QStringLiteral("thickness");
    made.format = format;
    made.root = root;
    made.path = path;
    if (!row.isEmpty()) made.more[QStringLiteral("row")] = row;
    return made;
}

} // namespace

/// What a study knows of cortical regions: tables, FreeSurfer's folders, the demo's simulated ones.
class RegionValuesTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void knowsRegionTables_data();
    void knowsRegionTables();
    void takesRowsAsVisits_data();
    void takesRowsAsVisits();
    void takesEnigmasTables();
    void namesNobodyWhereNamesAreMapped();
    void takesWhatStandsBesideTheRegions();
    void takesItByItsMapping();
    void joinsTablesOfOneVisit();
    void readsFoldersAsFreeSurferWroteThem();
    void tellsWhatMayNotBeUsed();
    void tellsWhichTablesAreOfOthers_data();
    void tellsWhichTablesAreOfOthers();
    void longitudinalGoesFirst();
    void readsEightHundredInASecond();
    void demoHasItsEffects();
    void demoControlsHaveAMotorStrip();
};

void RegionValuesTest::knowsRegionTables_data() {
    QTest::addColumn<QString>("columns");
    QTest::addColumn<bool>("isOne");
    QTest::newRow("aparcstats2table") << QStringLiteral(
                                             "lh.aparc.thickness lh_bankssts_thickness lh_precentral_thickness "
                                             "lh_insula_thickness lh_MeanThickness_thickness eTIV")
                                      << true;
    QTest::newRow("ENIGMA") << QStringLiteral("SubjID L_bankssts_surfavg R_precentral_surfavg R_insula_thickavg ICV")
                            << true;
    QTest::newRow("volumes") << QStringLiteral("id rh_a_volume rh_b_volume rh_c_volume") << true;
    QTest::newRow("a clinical table with one") << QStringLiteral("participant_id age lh_precentral_thickness") << false;
    QTest::newRow("connectome") << QStringLiteral("id L_precentral R_precentral L_insula R_insula") << false;
    QTest::newRow("other") << QStringLiteral("participant_id left_hand_score right_hand_score left_leg_score") << false;
}

void RegionValuesTest::knowsRegionTables() {
    QFETCH(QString, columns);
    QFETCH(bool, isOne);
    QCOMPARE(isRegionTable(columns.split(u' ')), isOne);
}

void RegionValuesTest::takesRowsAsVisits_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("naming");
    QTest::addColumn<QStringList>("items");
    const QString file = QStringLiteral("t.tsv"), rest = QStringLiteral("|thickness|region table|");
    QTest::newRow("BIDS") << file << QByteArray("lh.aparc.thickness\nsub-01_ses-2\nsub-02\n")
                          << QStringList{QStringLiteral("01|2") + rest + QStringLiteral("t.tsv|sub-01_ses-2"),
                                         QStringLiteral("02|1") + rest + QStringLiteral("t.tsv|sub-02")};
    QTest::newRow("text file") << QStringLiteral("t.txt") << QByteArray("SubjID\nALS001_visit3\n")
                               << QStringList{QStringLiteral("ALS001|3") + rest +
                                              QStringLiteral("t.txt|ALS001_visit3")};
    QTest::newRow("longitudinal")
        << file << QByteArray("id\nALS001_m00.long.ALS001\nALS001_m06.long.ALS001\nALS001_m12\n")
        << QStringList{QStringLiteral("ALS001|m00") + rest + QStringLiteral("t.tsv|ALS001_m00.long.ALS001"),
                       QStringLiteral("ALS001|m06") + rest + QStringLiteral("t.tsv|ALS001_m06.long.ALS001"),
                       QStringLiteral("ALS001_m12|1") + rest + QStringLiteral("t.tsv|ALS001_m12")};
    QTest::newRow("columns")
        << file << QByteArray("participant_id\tsession_id\nA-1\tses-1\nA-1\tses-2\n\t1\nA-1\tses-1\n")
        << QStringList{QStringLiteral("A-1|1") + rest + QStringLiteral("t.tsv|A-1/ses-1"),
                       QStringLiteral("A-1|2") + rest + QStringLiteral("t.tsv|A-1/ses-2"),
                       QStringLiteral("! t.tsv, row 5: A-1/ses-1 stands in row 2 already. The row was left "
                                      "out."),
                       QStringLiteral("! t.tsv: 1 row(s), from row 4 on, name no participant. They were "
                                      "left out.")};
}

void RegionValuesTest::takesRowsAsVisits() {
    QFETCH(QString, name);
    QFETCH(QByteArray, naming);
    QFETCH(QStringList, items);
    const QTemporaryDir dir;
    QByteArray table;
    bool isHeader = true;
    for (const QByteArray& line : naming.split('\n')) {
        if (line.isEmpty()) continue;
        table += line + (isHeader ? "\tlh_precentral_thickness\tlh_insula_thickness\trh_insula_thickness\n"
                                  : "\t2.5\t3.1\t3\n");
        isHeader = false;
    }
    put(dir.filePath(name), table);
    QCOMPARE(itemsOf(look(dir.filePath(name))), items);
    if (name.endsWith(QStringLiteral("tsv"))) QCOMPARE(itemsOf(look(dir.path())), items);
}

void RegionValuesTest::takesEnigmasTables() {
    NEURAXIS_SAMPLE_SET(root, QStringLiteral("conn_enigma_hcp"));
    const QString file = root + QStringLiteral("/xdata/metr2_CortThick.csv");
    const auto intakes = look(file);
    QCOMPARE(intakes.size(), std::size_t{1});
    QCOMPARE(intakes[0].kind, QStringLiteral("regions"));
    const DelimitedTable table = readDelimited(file);
    QCOMPARE(intakes[0].participants.size(), table.rows.size());
    QCOMPARE(intakes[0]
                 .participants[0]
                 .visits[0]
                 .items[0]
                 .more.value(QStringLiteral("row"))
                 .startsWith(QStringLiteral("sub-")),
             true);
    const auto rows = readRegionTable(file);
    QCOMPARE(rows.rows.size(), table.rows.size());
    const auto& first = *rows.find(table.rows[0].cells[0]);
    QCOMPARE(first.size(), std::size_t{68});
    // As the file has it
    const qsizetype at = table.columns.indexOf(QStringLiteral("R_precentral_thickavg"));
    QCOMPARE(find(first, QStringLiteral("precentral"), Side::Right)->thicknessMm, table.rows[0].cells[at].toDouble());
    QVERIFY(std::isnan(find(first, QStringLiteral("precentral"), Side::Right)->areaMm2));
}

/// With a key table patient numbers stay out of the study, and its rows are found all the same.
void RegionValuesTest::namesNobodyWhereNamesAreMapped() {
    const QTemporaryDir dir;
    const QString keys = dir.filePath(QStringLiteral("keys.tsv")), table = dir.filePath(QStringLiteral("thick.csv"));
    put(keys, "patient_id\tpseudonym\tday_offset\tuid_key\nUMCU0099817\tALS-0042\t-50000\t" + QByteArray(64, 'a') +
                  "\nUMCU0099818\tALS-0043\t-50000\t" + QByteArray(64, 'b') + '\n');
    QFile::setPermissions(keys, QFile::ReadOwner | QFile::WriteOwner);
    const QByteArray titles =
        "lh.aparc.thickness,lh_precentral_thickness,rh_precentral_thickness,rh_insula_thickness\n";
    const QByteArray rows = "UMCU0099817,2.5,2.4,3.1\nUMCU0099818_m06.long.UMCU0099818,2.6,2.7,3.2\nUMCU0099819,,,\n";
    put(table, titles + rows);
    DateShift shift(keys);
    IntakeOptions options;
    options.dateShift = &shift;
    io::Job job;
    const std::vector<Intake> found = lookInto({table}, options, job);
    QVERIFY(found.size() == 1 && found[0].participants.size() == 2);
    QCOMPARE(found[0].problems, QStringList(QStringLiteral("thick.csv: 1 row(s), from row 4 on, have next to no "
                                                           "measures of regions, which were left out.")));
    std::vector<Item> items;
    for (const Intake::FoundParticipant& p : found[0].participants) {
        QVERIFY2(p.participant.name.startsWith(QStringLiteral("ALS-004")), qPrintable(p.participant.name));
        const Item& one = p.visits[0].items[0];
        items.push_back(item(one.format, one.root, one.path));
        items.back().more = one.more;
        for (const QString& told : one.more) QVERIFY2(!told.contains(QStringLiteral("UMCU")), qPrintable(told));
    }
    const Cohort cohort = studyOf(items);
    for (const QByteArray& later : {rows, "new,1,1,1\n" + rows}) { // another row before them makes no difference
        put(table, titles + later);
        const RegionValues values = regionValues(cohort, job);
        QCOMPARE(values.visits.size(), std::size_t{2});
        QCOMPARE(find(values.visits[0].regions, QStringLiteral("insula"), Side::Right)->thicknessMm, 3.1);
        QCOMPARE(find(values.visits[1].regions, QStringLiteral("insula"), Side::Right)->thicknessMm, 3.2);
        QVERIFY(values.visits[1].isLongitudinal);
    }
    put(table, titles + "UMCU0099817,2.5,2.4,3\n");
    const QString problems = regionValues(cohort, job).problems.join(u'\n');
    QVERIFY2(problems.contains(QStringLiteral("the first of them p0 of thick.csv")), qPrintable(problems));

    put(table, "participant_id,session_id,L_precentral_thickavg,R_precentral_thickavg,L_insula_thickavg\n"
               "UMCU0099817,2020-03-01,2.5,2.4,3\n");
    const Intake dated = lookInto({table}, options, job)[0];
    QCOMPARE(dated.participants[0].visits.size(), std::size_t{1});
    QCOMPARE(dated.participants[0].visits[0].visit.label, QString());
    QCOMPARE(dated.participants[0].visits[0].visit.date, QDate(2020, 3, 1).addDays(-50000));
    QCOMPARE(dated.participants[0].visits[0].items.size(), std::size_t{1});
}

void RegionValuesTest::takesWhatStandsBesideTheRegions() {
    const QTemporaryDir dir;
    const QString file = dir.filePath(QStringLiteral("merged.csv"));
    const QByteArray regions = "L_precentral_thickavg,R_precentral_thickavg,L_insula_thickavg";
    put(file, "SubjID,Dx,Age,Sex," + regions +
                  ",ICV\nsub-01_ses-1,ALS,61.5,M,2.5,2.4,3,1500000\n"
                  "sub-01_ses-2,ALS,62,M,2.4,2.3,3,1500000\nsub-02,control,50,F,2.6,2.6,3,1400000\n"
                  "sub-03,control,50,F,2.6\n");
    for (const QString& given : {file, dir.path()}) {
        const auto intakes = look(given);
        QCOMPARE(intakes.size(), std::size_t{1});
        QCOMPARE(intakes[0].problems,
                 QStringList(QStringLiteral("merged.csv, row 5: there are 5 cells for 8 columns. Only its regions were "
                                            "taken.")));
        const auto& people = intakes[0].participants;
        QCOMPARE(people.size(), std::size_t{3});
        QCOMPARE(people[0].participant.name, QStringLiteral("01"));
        QCOMPARE(people[0].participant.group, QStringLiteral("ALS"));
        QCOMPARE(people[0].participant.sex, QStringLiteral("M"));
        QCOMPARE(people[0].visits.size(), std::size_t{2});
        QCOMPARE(people[0].visits[0].visit.label, QStringLiteral("1"));
        QCOMPARE(people[0].visits[0].visit.ageYears, std::optional(61.5));
        QCOMPARE(people[0].visits[1].visit.ageYears, std::optional(62.0));
        QCOMPARE(people[0].visits[1].items.size(), std::size_t{1});
        QCOMPARE(people[0].visits[1].visit.scores.value(QStringLiteral("ICV")), 1500000.0);
        QVERIFY(!people[0].visits[1].visit.scores.contains(QStringLiteral("L_precentral_thickavg")));
        QCOMPARE(people[1].participant.group, QStringLiteral("control"));
        QCOMPARE(people[2].participant.group, QString());
        QCOMPARE(people[2].visits[0].items.size(), std::size_t{1});
    }
    // Nobody guesses whose a row is: what is lost is told
    put(file, "what,Dx,Age," + regions + "\nA,ALS,61,2.5,2.4,3\n");
    const auto unnamed = look(file);
    QCOMPARE(unnamed[0].participants[0].participant.group, QString());
    QVERIFY2(unnamed[0].problems.value(0).contains(QStringLiteral("only its regions were taken, not Dx, Age")),
             qPrintable(unnamed[0].problems.value(0)));
}

void RegionValuesTest::takesItByItsMapping() {
    const QTemporaryDir dir;
    const QString file = dir.filePath(QStringLiteral("merged.csv"));
    put(file, "subject,code,disease,L_precentral_thickavg,R_precentral_thickavg,L_insula_thickavg\n"
              "patient,A,ALS,2.5,2.4,3\nperson,B,control,2.6,2.6,3.1\nperson,C,control,2.6,2.6,3.2\n");
    put(mappingFile(file), "column\tmeaning\tnote\ncode\tparticipant\t\ndisease\tgroup\t\n");
    const auto intakes = look(file);
    QCOMPARE(intakes.size(), std::size_t{1});
    QCOMPARE(intakes[0].problems, QStringList());
    QCOMPARE(intakes[0].participants.size(), std::size_t{3});
    std::vector<Item> items;
    for (const Intake::FoundParticipant& p : intakes[0].participants) {
        items.push_back(item(QStringLiteral("region table"), dir.path(), QStringLiteral("merged.csv")));
        items.back().more = p.visits[0].items[0].more;
    }
    QCOMPARE(intakes[0].participants[0].participant.name, QStringLiteral("A"));
    QCOMPARE(intakes[0].participants[0].participant.group, QStringLiteral("ALS"));
    QVERIFY(intakes[0].participants[0].participant.more.isEmpty());
    io::Job job;
    const RegionValues values = regionValues(studyOf(items), job);
    QCOMPARE(values.visits.size(), std::size_t{3});
    QCOMPARE(find(values.visits[2].regions, QStringLiteral("insula"), Side::Left)->thicknessMm, 3.2);

    // A mapping is asked for as that of a clinical table, and written without the regions
    QFile::remove(mappingFile(file));
    QStringList asked;
    IntakeOptions options;
    options.agree = [&](const DelimitedTable& table, TableMapping& guess) {
        asked = table.columns;
        guess[0].meaning = QStringLiteral("left out");
        guess[1].meaning = QStringLiteral("participant");
        guess[2].meaning = QStringLiteral("group");
        return true;
    };
    lookInto({file}, options, job);
    QCOMPARE(asked, QStringList({QStringLiteral("subject"), QStringLiteral("code"), QStringLiteral("disease")}));
    QCOMPARE(readDelimited(mappingFile(file)).rows.size(), std::size_t{3});
    QCOMPARE(look(file)[0].participants.size(), std::size_t{3});
}

void RegionValuesTest::joinsTablesOfOneVisit() {
    const QTemporaryDir dir;
    put(dir.filePath(QStringLiteral("thick.csv")),
        "SubjID;L_precentral_thickavg;R_precentral_thickavg;L_insula_thickavg\nA;2,5;0;NA\n");
    put(dir.filePath(QStringLiteral("area.tsv")), "lh.aparc.area\tlh_precentral_area\trh_precentral_area\tlh_cuneus_"
                                                  "area\trh_WhiteSurfArea_area\nA\t4800\t4900\t1450\t9\n");
    const Cohort cohort =
        studyOf({item(QStringLiteral("region table"), dir.path(), QStringLiteral("thick.csv"), QStringLiteral("A")),
                 item(QStringLiteral("region table"), dir.path(), QStringLiteral("area.tsv"), QStringLiteral("A"),
                      QStringLiteral("v0"))});
    io::Job job;
    const RegionValues values = regionValues(cohort, job);
    QCOMPARE(values.visits.size(), std::size_t{1});
    QCOMPARE(values.problems, QStringList());
    const auto& regions = values.visits[0].regions;
    QCOMPARE(regions.size(), std::size_t{4});
    const RegionMeasures& left = *find(regions, QStringLiteral("precentral"), Side::Left);
    QCOMPARE(left.thicknessMm, 2.5); // a decimal comma
    QCOMPARE(left.areaMm2, 4800.0);
    QVERIFY(std::isnan(left.vertices));
    QVERIFY(std::isnan(find(regions, QStringLiteral("precentral"), Side::Right)->thicknessMm)); // zero is none
    QVERIFY(std::isnan(find(regions, QStringLiteral("insula"), Side::Left)->thicknessMm));
}

void RegionValuesTest::readsFoldersAsFreeSurferWroteThem() {
    NEURAXIS_SAMPLE_SET(root, QStringLiteral("fs_subject1"));
    const Cohort cohort = studyOf({item(QStringLiteral("FreeSurfer"), root, QStringLiteral("subject1"))});
    io::Job job;
    const RegionValues values = regionValues(cohort, job);
    QCOMPARE(values.problems, QStringList());
    QCOMPARE(values.visits.size(), std::size_t{1});
    QCOMPARE(values.visits[0].visit, QStringLiteral("v0"));
    QCOMPARE(values.visits[0].regions.size(), std::size_t{68});
    // lh.aparc.stats of the set
    const RegionMeasures& region = *find(values.visits[0].regions, QStringLiteral("caudalmiddlefrontal"), Side::Left);
    QCOMPARE(region.vertices, 4179.0);
    QCOMPARE(region.areaMm2, 2789.0);
    QCOMPARE(region.volumeMm3, 7547.0);
    QCOMPARE(region.thicknessMm, 2.591);
    QCOMPARE(region.thicknessSdMm, 0.376);
}

void RegionValuesTest::tellsWhatMayNotBeUsed() {
    const QTemporaryDir dir;
    put(dir.filePath(QStringLiteral("mixed/stats/lh.aparc.stats")), stats("one", "2.707", "2.1"));
    put(dir.filePath(QStringLiteral("mixed/stats/rh.aparc.stats")), stats("other", "2.707", "2.1"));
    put(dir.filePath(QStringLiteral("half/stats/lh.aparc.stats")), stats("half", "2.707", "2.1"));
    put(dir.filePath(QStringLiteral("noise/stats/lh.aparc.stats")), QByteArray(5000, '\xff') + "\n\n# ColHeaders\nx\n");
    put(dir.filePath(QStringLiteral("table.csv")), "SubjID,L_a_thickavg,L_b_thickavg,L_c_thickavg\nA,1,2,3\n");
    const QString run = QStringLiteral("FreeSurfer"), table = QStringLiteral("region table");
    const Cohort cohort =
        studyOf({item(run, dir.path(), QStringLiteral("mixed")), item(run, dir.path(), QStringLiteral("half")),
                 item(run, dir.path(), QStringLiteral("noise")), item(run, dir.path(), QStringLiteral("gone")),
                 item(table, dir.path(), QStringLiteral("table.csv"), QStringLiteral("B")),
                 item(table, dir.path(), QStringLiteral("gone.csv"), QStringLiteral("B")),
                 item(QStringLiteral("simulated"), {}, {})});
    io::Job job;
    const RegionValues values = regionValues(cohort, job);
    const QString all = values.problems.join(u'\n');
    QVERIFY2(all.contains(QStringLiteral("mixed: the tables of its left and right side are of two subjects")),
             qPrintable(all));
    QVERIFY2(all.contains(QStringLiteral("The table gone.csv cannot be read")), qPrintable(all));
    QVERIFY2(
        all.contains(QStringLiteral("1 row(s) that the study knows are no longer in their tables, the first of them B "
                                    "of table.csv")),
        qPrintable(all));
    QVERIFY(std::none_of(values.visits.begin(), values.visits.end(), [](const auto& v) { return v.visit == u"v0"; }));
    const auto half =
        std::find_if(values.visits.begin(), values.visits.end(), [](const auto& v) { return v.visit == u"v1"; });
    QVERIFY(half != values.visits.end());
    QCOMPARE(half->regions.size(), std::size_t{2});
    io::Job cancelled;
    cancelled.cancel();
    QVERIFY_EXCEPTION_THROWN(regionValues(cohort, cancelled), io::Cancelled);
}

void RegionValuesTest::tellsWhichTablesAreOfOthers_data() {
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QByteArray>("subject");
    QTest::addColumn<bool>("isOther");
    QTest::newRow("same") << QStringLiteral("ALS001") << QByteArray("ALS001") << false;
    QTest::newRow("another") << QStringLiteral("ALS001") << QByteArray("CON007") << true;
    QTest::newRow("nobody") << QStringLiteral("ALS001") << QByteArray() << false;
    QTest::newRow("longitudinal") << QStringLiteral("A_m06.long.A") << QByteArray("A_m06.long.A") << false;
    QTest::newRow("its time point") << QStringLiteral("A_m06.long.A") << QByteArray("A_m06") << false;
    QTest::newRow("another time point") << QStringLiteral("A_m06.long.A") << QByteArray("A_m12") << true;
    QTest::newRow("folder in folder") << QStringLiteral("sub-01/ses-2") << QByteArray("sub-01_ses-2") << false;
    QTest::newRow("another's folder") << QStringLiteral("sub-01/ses-2") << QByteArray("sub-02_ses-2") << true;
}

void RegionValuesTest::tellsWhichTablesAreOfOthers() {
    QFETCH(QString, folder);
    QFETCH(QByteArray, subject);
    QFETCH(bool, isOther);
    const QTemporaryDir dir;
    put(dir.filePath(folder + QStringLiteral("/stats/lh.aparc.stats")), stats(subject, "2.7", "2.1"));
    put(dir.filePath(folder + QStringLiteral("/stats/rh.aparc.stats")), stats(subject, "2.7", "2.1"));
    io::Job job;
    const RegionValues values = regionValues(studyOf({item(QStringLiteral("FreeSurfer"), dir.path(), folder)}), job);
    QCOMPARE(values.visits.size(), std::size_t{1}); // used all the same
    QCOMPARE(values.visits[0].regions.size(), std::size_t{4});
    QCOMPARE(values.problems.size(), isOther ? 1 : 0);
    if (isOther)
        QVERIFY2(
            values.problems[0].contains(QStringLiteral("1 FreeSurfer folder(s) are of a subject of another name")) &&
                values.problems[0].contains(QStringLiteral("the first of them ") + folder),
            qPrintable(values.problems[0]));
}

void RegionValuesTest::longitudinalGoesFirst() {
    const QTemporaryDir dir;
    put(dir.filePath(QStringLiteral("a/stats/lh.aparc.stats")), stats("a", "2.7", "2.1"));
    put(dir.filePath(QStringLiteral("a.long.b/stats/lh.aparc.stats")), stats("a.long.b", "2.6", "2.0"));
    put(dir.filePath(QStringLiteral("c/stats/lh.aparc.DKTatlas.mapped.stats")), stats("c", "2.5", "2.0"));
    const QString run = QStringLiteral("FreeSurfer");
    Item longitudinal = item(run, dir.path(), QStringLiteral("a.long.b"), {}, QStringLiteral("v0"));
    longitudinal.more[QStringLiteral("base")] = QStringLiteral("b");
    io::Job job;
    const RegionValues values = regionValues(
        studyOf({item(run, dir.path(), QStringLiteral("a")), longitudinal, item(run, dir.path(), QStringLiteral("c"))}),
        job);
    QCOMPARE(values.visits.size(), std::size_t{2});
    QCOMPARE(values.visits[0].regions[0].thicknessMm, 2.6);
    QVERIFY(values.visits[0].isLongitudinal);
    QCOMPARE(values.visits[1].regions[0].thicknessMm, 2.5);
    QVERIFY(
        values.problems.join(u' ').contains(QStringLiteral("1 visit(s) were measured in FreeSurfer's longitudinal")));
}

void RegionValuesTest::readsEightHundredInASecond() {
    const QTemporaryDir dir;
    QByteArray long34 = stats("x", "2.5", "2.1");
    for (int i = 0; i < 32; ++i) long34 += "region" + QByteArray::number(i) + " 1000 700 1800 2.4 0.4 0.1 0.02 20 2\n";
    std::vector<Item> items;
    for (int i = 0; i < 400; ++i) {
        const QString name = QStringLiteral("s%1").arg(i);
        put(dir.filePath(name + QStringLiteral("/stats/lh.aparc.stats")), long34);
        put(dir.filePath(name + QStringLiteral("/stats/rh.aparc.stats")), long34);
        items.push_back(item(QStringLiteral("FreeSurfer"), dir.path(), name));
    }
    const Cohort cohort = studyOf(items);
    io::Job job;
    QElapsedTimer timer;
    timer.start();
    const RegionValues values = regionValues(cohort, job);
    qInfo("800 files in %lld ms", timer.elapsed());
    QVERIFY(timer.elapsed() < 5000); // a second by itself; tests run side by side
    QCOMPARE(values.visits.size(), std::size_t{400});
    QCOMPARE(values.visits[399].regions.size(), std::size_t{68});
}

void RegionValuesTest::demoHasItsEffects() {
    const QTemporaryDir dir;
    Cohort cohort = demoCohort({}, dir.path());
    const auto before = cohort.items.size();
    put(dir.filePath(QStringLiteral("regions.tsv")), demoRegionTable(cohort));
    QCOMPARE(demoRegionTable(cohort), demoRegionTable(cohort));
    addRegionTable(cohort, dir.path(), QStringLiteral("regions.tsv"));
    QVERIFY(cohort.items.size() - before < 150); // what had only been said to exist became the table's rows
    io::Job job;
    const RegionValues values = regionValues(cohort, job);
    QCOMPARE(values.problems, QStringList());
    QVERIFY(values.visits.size() > 1600 && values.visits.size() <= 1722);

    QHash<QString, const Participant*> people;
    for (const Participant& p : cohort.participants) people[p.uid] = &p;
    QHash<QString, const Visit*> visits;
    for (const Visit& v : cohort.visits) visits[v.uid] = &v;
    const auto of = [&](const QString& region, const QString& group, bool carriers = false) {
        std::vector<Measured> all;
        for (const auto& one : values.visits) {
            const Participant& p = *people[one.participant];
            if (p.group != group || (carriers && p.genotype.isEmpty())) continue;
            all.push_back(
                {ageOf(p, *visits[one.visit]).value(), p.sex, find(one.regions, region, Side::Left)->thicknessMm});
        }
        return all;
    };
    const QString control = QStringLiteral("control");
    const auto meanW = [&](const QString& region, const QString& group, bool carriers = false) {
        const auto model = NormativeModel::fit(ScoreKind::W, of(region, control));
        const auto others = of(region, group, carriers);
        double sum = 0;
        for (const Measured& one : others) sum += model->of(one).score;
        return sum / double(others.size());
    };
    const QString precentral = QStringLiteral("precentral"), postcentral = QStringLiteral("postcentral");
    const auto model = NormativeModel::fit(ScoreKind::W, of(precentral, control));
    QVERIFY(model);
    QVERIFY(model->model().controls > 350);
    // 0.35 % a year of 2.6 mm, within three standard errors of a slope over 396 people with an SD of 12 years
    CLOSE(model->model().perYear, -0.0035 * 2.6, 3 * 0.11 / (12 * std::sqrt(380.0)));
    QVERIFY(meanW(precentral, QStringLiteral("ALS")) < -1);
    QVERIFY(meanW(precentral, QStringLiteral("PLS")) < meanW(precentral, QStringLiteral("ALS")) - 1);
    CLOSE(meanW(precentral, QStringLiteral("PSMA")), 0.0, 0.3);
    CLOSE(meanW(postcentral, QStringLiteral("ALS")), 0.0, 0.2);
    CLOSE(meanW(precentral, QStringLiteral("mimic")), 0.0, 0.35);
    const double carriers = meanW(QStringLiteral("middletemporal"), QStringLiteral("familial-control"), true);
    QVERIFY2(carriers < -0.1 && carriers > -0.8, qPrintable(QString::number(carriers)));
}

void RegionValuesTest::demoControlsHaveAMotorStrip() {
    const QTemporaryDir dir;
    Cohort cohort = demoCohort({}, dir.path());
    const QString place = dir.filePath(QStringLiteral("strip.tsv")),
                  regions = dir.filePath(QStringLiteral("regions.tsv"));
    put(place, demoStripTable(cohort));
    put(regions, demoRegionTable(cohort));
    QCOMPARE(demoStripTable(cohort), demoStripTable(cohort));
    QVERIFY(hasMotorStrip(place) && !hasMotorStrip(regions));
    QCOMPARE(stripPartOf(QStringLiteral("precentral.strip-07")), std::optional(6));
    QVERIFY(!stripPartOf(QStringLiteral("precentral")));
    const auto strips = readRegionTable(place), all = readRegionTable(regions);
    QVERIFY(strips.rows.size() > 370 && strips.rows.size() <= 396);
    double squares = 0;
    for (auto place = strips.places.begin(); place != strips.places.end(); ++place) {
        if (isDigest(place.key())) continue;
        const auto& one = strips.rows[*place];
        QCOMPARE(one.size(), std::size_t{80});
        // Together they are the whole gyrus
        std::array<double, 2> means{};
        for (const RegionMeasures& part : one) means[static_cast<std::size_t>(part.side)] += part.thicknessMm / 40;
        for (const Side side : {Side::Left, Side::Right})
            CLOSE(means[static_cast<std::size_t>(side)],
                  find(*all.find(place.key()), QStringLiteral("precentral"), side)->thicknessMm, 0.001);
        const double mm = find(one, QStringLiteral("precentral.strip-17"), Side::Left)->thicknessMm - means[0];
        squares += mm * mm;
    }
    CLOSE(std::sqrt(squares / double(strips.rows.size())), 0.19, 0.03);
    // In a study they belong to the strip alone
    addStripTable(cohort, dir.path(), QStringLiteral("strip.tsv"));
    QCOMPARE(cohort.items.back().format, QStringLiteral("region table"));
    io::Job job;
    QVERIFY(regionValues(cohort, job).visits.empty());
}

NEURAXIS_TEST_MAIN(RegionValuesTest)
#include "tst_region_values.moc"
