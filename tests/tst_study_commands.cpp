#include "app/command.h"
#include "core/io/scan.h"
#include "core/model/affine.h"
#include "core/study/study.h"
#include "tests/command_run.h"
#include "tests/dicom_phantom.h"
#include "tests/test_main.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <cmath>
#include <limits>
#include <map>

using namespace neuraxis;
using Store = neuraxis::study::Study;
using test::DicomPhantom;
using test::Outcome;

namespace {

QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

/// Four slices of one person on one day.
void writeVisit(const QString& folder, const QByteArray& patient, const QByteArray& day, const QByteArray& uid) {
    QDir().mkpath(folder);
    for (int k = 0; k < 4; ++k) {
        DicomPhantom p;
        p.seriesUid = uid;
        p.description = "T1w";
        p.position = "0\\0\\" + QByteArray::number(3 * k);
        p.instance = k + 1;
        p.typed[0x00080018] = {"UI", uid + '.' + QByteArray::number(k + 1)};
        p.typed[0x00080020] = {"DA", day};
        p.typed[0x00100020] = {"LO", patient};
        p.typed[0x00100030] = {"DA", "19610203"};
        p.typed[0x0020000d] = {"UI", uid + ".77"};
        p.write(folder + QStringLiteral("/IM_%1").arg(k));
    }
}

WorldVector vectorOf(const QJsonValue& value) {
    const QJsonArray a = value.toArray();
    return {a[0].toDouble(), a[1].toDouble(), a[2].toDouble()};
}

} // namespace

/// A study through its commands, and the demo study.
class TestStudyCommands : public QObject {
    Q_OBJECT
    QTemporaryDir folder;
    QString at(const char* name) { return folder.filePath(QString::fromLatin1(name)); }
    Outcome study(QStringList words) { return test::run(studyCommand, words); }
    QJsonArray participants(const QString& file, const QStringList& more = {}) {
        const Outcome outcome = study(QStringList{QStringLiteral("list"), file, QStringLiteral("--json")} + more);
        return QJsonDocument::fromJson(outcome.out).object()[QStringLiteral("participants")].toArray();
    }

    /// Four people, of whom one is old, one has bad scores and one is nearly unknown.
    QString clinic() {
        const QString file = at("clinic.neuraxis");
        if (QFileInfo::exists(file)) return file;
        test::writeFile(
            at("clinic.csv"),
            "id,visit,date,group,sex,birth year,genotype,onset_date,fvc,alsfrs_total,alsfrs1,alsfrs2,alsfrs3,alsfrs4,"
            "alsfrs5,alsfrs6,alsfrs7,alsfrs8,alsfrs9,alsfrs10,alsfrs11,alsfrs12\n"
            "ALS-001,1,2020-01-01,ALS,F,1950,C9orf72,2019-01-01,88,,3,4,4,4,4,4,4,4,4,4,4,4\n"
            "ALS-001,2,2020-07-01,ALS,F,1950,C9orf72,2019-01-01,,,3,4,,4,4,4,4,,4,4,4,4\n"
            "ALS-002,1,2020-01-01,ALS,M,1928,SOD1,2018-01-01,,40,,,,,,,,,,,,\n"
            "CON-010,1,2020-01-01,control,M,1960,,,,,,,,,,,,,,,,\n"
            "CON-011,,,Kennedy,,,,,,,,,,,,,,,,,,\n");
        const Outcome added = study({QStringLiteral("add"), file, at("clinic.csv")});
        if (added.code != 0) qWarning("%s", added.err.constData());
        return file;
    }

  private Q_SLOTS:
    void conditions_data() {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("names");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char* words, const char* names, const char* says = "") {
            QTest::newRow(words) << QString::fromLatin1(words) << QString::fromLatin1(names) << QByteArray(says);
        };
        row("sex=female", "ALS-001");
        row("sex=VROUW", "ALS-001");
        row("sex=man", "ALS-002 CON-010");
        row("sex!=M", "ALS-001 CON-011");
        row("sex=n/a", "CON-011");
        row("Group=als", "ALS-001 ALS-002");
        row("group=healthy,kennedy", "CON-010 CON-011");
        row("group=PLS", "");
        row("genotype!=n/a", "ALS-001 ALS-002");
        row("genotype=c9ORF72", "ALS-001");
        row("name=nobody", "");
        row("name=als-001", "ALS-001");
        row("visits>1", "ALS-001");
        row("visits <= 1", "ALS-002 CON-010 CON-011");
        row("visits=2", "ALS-001");
        row("visits!=2", "ALS-002 CON-010 CON-011");
        row("age>65;age<=80", "ALS-001");
        row("has!=T1", "ALS-001 ALS-002 CON-010 CON-011");
        row("end=xyz", "", "\"xyz\" is no word of end. Its words are followed, stopped, died, n/a.");
        row("quality=xyz", "", "\"xyz\" is no word of quality. Its words are good, doubtful, failed, n/a.");
        row("sex=xyz", "", "\"xyz\" is no word of sex. Its words are F, M, n/a.");
        row("group=xyz", "", "Its words are ALS, PSMA, PLS, mimic, control, familial-control, Kennedy, n/a.");
        row("genotype=FUS", "", "\"FUS\" is no word of genotype. Its words are C9orf72, SOD1, n/a.");
        row("onset_site=bulbar", "", "\"bulbar\" is no word of onset-site.");
        row("has=difusion", "", "\"difusion\" is no word of has. Its words are T1, diffusion, functional,");
        row("has=", "", "--where has= is not understood");
        row("age=old", "", "\"old\" is no number. age takes a number of years");
        row("age=nan", "", "\"nan\" is no number");
        row("visits=1,2", "", "\"1,2\" is no number");
        row("group>ALS", "", "> is for numbers, and group has words");
        row("height>1", "", "there is no field height; fields are name, group,");
        row("visits", "", "Write a field, a sign and a value in quotes");
    }
    void conditions() {
        QFETCH(QString, words);
        QFETCH(QString, names);
        QStringList asked{QStringLiteral("list"), clinic()};
        for (const QString& one : words.split(u';')) asked << QStringLiteral("--where") << one;
        const Outcome outcome = study(asked);
        QFETCH(QByteArray, says);
        QVERIFY2(outcome.err.contains(says), outcome.err.constData());
        QCOMPARE(outcome.code, says.isEmpty() ? 0 : 2);
        QStringList found;
        for (const QByteArray& line : outcome.out.split('\n').mid(1))
            if (!line.isEmpty()) found << QString::fromUtf8(line.split('\t')[0]);
        QCOMPARE(found.join(u' '), names);
    }

    void helpTellsTheFields() {
        const QByteArray help = study({QStringLiteral("--help")}).out;
        for (const char* line : {"\n  sex         Sex                   F, M\n",
                                 "\n  quality     Quality               good, doubtful, failed\n",
                                 "\n  end         Status                followed, stopped, died\n",
                                 "\n  months      Onset to first visit  a number of months\n",
                                 "\n  has         Has                   kinds\n", "\nKinds are T1, diffusion, "})
            QVERIFY2(help.contains(line), line);
    }

    void nearestNames_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("meant");
        QTest::newRow("a letter less") << "AL-001"
                                       << "Did you mean ALS-001?";
        QTest::newRow("capital letters, signs") << "als001"
                                                << "Did you mean ALS-001?";
        QTest::newRow("as BIDS has it") << "sub-ALS001"
                                        << "Did you mean ALS-001?";
        QTest::newRow("the beginning") << "CON"
                                       << "Did you mean CON-010, CON-011?";
        QTest::newRow("two swapped") << "ASL-002"
                                     << "Did you mean ALS-002?";
        QTest::newRow("nothing near") << "PSMA-77"
                                      << "no participant PSMA-77 in clinic.neuraxis.\n";
        QTest::newRow("short") << "X"
                               << "no participant X in clinic.neuraxis.\n";
    }
    void nearestNames() {
        QFETCH(QString, name);
        QFETCH(QString, meant);
        const Outcome outcome = study({QStringLiteral("show"), clinic(), name});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains(meant.toUtf8()), outcome.err.constData());
    }

    void showsInColumns() {
        const QByteArray first = study({QStringLiteral("show"), clinic(), QStringLiteral("ALS-001")}).out;
        // 365 days from the onset are 12.0 months, in which one point was lost
        const QByteArray visit = "\nVisit 1  2020-01-01\n"
                                 "  Since onset          12.0 months\n"
                                 "  Age                  70.0 years\n"
                                 "  ALSFRS-R             47 of 48\n"
                                 "  Points lost a month  0.08\n"
                                 "  King's stage         1\n"
                                 "  MiToS stage          0\n"
                                 "  Bulbar               speech 3, salivation 4, swallowing 4\n"
                                 "  Fine motor           handwriting 4, cutting food 4, dressing and hygiene 4\n"
                                 "  Gross motor          turning in bed 4, walking 4, climbing stairs 4\n"
                                 "  Breathing            dyspnoea 4, orthopnoea 4, respiratory insufficiency 4\n"
                                 "  fvc                  88\n\n";
        QVERIFY2(first.contains(visit), first.constData());
        QVERIFY2(first.contains("  Cannot be told       ALSFRS-R, Points lost a month, King's stage, MiToS stage: "
                                "Items missing: 3, 8.\n"),
                 first.constData());
        QCOMPARE(first.count("Items missing"), 1);
        const QByteArray total = study({QStringLiteral("show"), clinic(), QStringLiteral("ALS-002")}).out;
        QVERIFY2(total.contains("40 of 48\n") && total.count("No ALSFRS-R items.") == 1, total.constData());
        const QByteArray control = study({QStringLiteral("show"), clinic(), QStringLiteral("CON-010")}).out;
        QVERIFY2(!control.contains("ALSFRS") && !control.contains("\n  \n"), control.constData());
    }

    void exportsAgesAndItemsInOrder() {
        QCOMPARE(study({QStringLiteral("export"), clinic(), at("clinic-out")}).code, 0);
        const auto cells = [&](const char* name) {
            QList<QByteArrayList> rows;
            for (const QByteArray& line : contents(at(name)).split('\n'))
                if (!line.isEmpty()) rows << line.split('\t');
            return rows;
        };
        const auto people = cells("clinic-out/participants.tsv");
        const auto age = people[0].indexOf("age"), birth = people[0].indexOf("birth_year");
        QVERIFY(age > 0 && birth > 0);
        const char* const expected[][3] = {{"sub-ALS001", "70", "1950"},
                                           {"sub-ALS002", "89", "n/a"}, // seen at 92
                                           {"sub-CON010", "60", "1960"},
                                           {"sub-CON011", "n/a", "n/a"}};
        QCOMPARE(people.size(), 5);
        for (int i = 0; i < 4; ++i)
            QCOMPARE((QByteArrayList{people[i + 1][0], people[i + 1][age], people[i + 1][birth]}),
                     (QByteArrayList{expected[i][0], expected[i][1], expected[i][2]}));
        QVERIFY(contents(at("clinic-out/participants.json")).contains("89 stands for all ages above it"));
        const auto visits = cells("clinic-out/sub-ALS001/sub-ALS001_sessions.tsv");
        QCOMPARE(visits[0].join(' '),
                 QByteArray("session_id acq_time age_at_visit quality alsfrs-r.1 alsfrs-r.2 alsfrs-r.3 alsfrs-r.4 "
                            "alsfrs-r.5 alsfrs-r.6 alsfrs-r.7 alsfrs-r.8 alsfrs-r.9 alsfrs-r.10 alsfrs-r.11 "
                            "alsfrs-r.12 fvc"));
        QCOMPARE(visits[1][2], QByteArray("70"));
        QCOMPARE(visits[2][2], QByteArray("70.5"));
        QCOMPARE(visits[2][6], QByteArray("n/a")); // item 3
        // A column's name is in one of the two tables only, as BIDS wants it
        for (const QByteArray& name : people[0]) QVERIFY2(!visits[0].contains(name), name.constData());
        // It is a data set that can be taken in again
        const Outcome again = study({QStringLiteral("add"), at("again.neuraxis"), at("clinic-out")});
        QVERIFY2(again.code == 0, again.err.constData());
        QCOMPARE(participants(at("again.neuraxis")).size(), 4);
    }

    void jsonHasNumbersWhereTheTableHas() {
        const QList<QByteArray> lines = study({QStringLiteral("list"), clinic()}).out.split('\n');
        const QByteArrayList names = lines[0].split('\t');
        const QJsonArray all = participants(clinic());
        for (int i = 0; i < all.size(); ++i) {
            const QByteArrayList cells = lines[i + 1].split('\t');
            const QJsonObject one = all[i].toObject();
            QCOMPARE(one.size(), names.size());
            for (int c = 0; c < names.size(); ++c) {
                const QJsonValue value = one[QString::fromLatin1(names[c])];
                bool isNumber = false;
                const double number = cells[c].toDouble(&isNumber);
                QCOMPARE(value.isDouble(), isNumber);
                if (isNumber) QVERIFY(std::abs(value.toDouble() - number) <= 0.005);
                if (cells[c] == "n/a") QVERIFY(value.isNull() || value.toArray().isEmpty());
            }
        }
        QCOMPARE(all[0][QStringLiteral("birth_year")].toDouble(), 1950.0);
        QVERIFY(all[3][QStringLiteral("birth_year")].isNull());
    }

    void refuses_data() {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char* words, int code, const char* says) {
            QTest::newRow(words) << QString::fromLatin1(words) << code << QByteArray(says);
        };
        row("", 2, "Say what to do");
        row("paint x", 2, "paint is none of");
        row("add x", 2, "Name the study and what to add");
        row("import x y", 2, "--participant");
        row("list", 2, "Name the study");
        row("list /nowhere/x.neuraxis", 1, "does not exist");
        row("show x", 2, "PARTICIPANT");
        row("list x --wrong", 2, "wrong");
    }
    void refuses() {
        QFETCH(QString, words);
        QFETCH(int, code);
        const Outcome outcome = study(words.split(u' ', Qt::SkipEmptyParts));
        QCOMPARE(outcome.code, code);
        QFETCH(QByteArray, says);
        QVERIFY2(outcome.err.contains(says), outcome.err.constData());
    }

    void addsOnceAndLists() {
        const QString file = at("a.neuraxis");
        writeVisit(at("in/first"), "P1", "20200110", "2.25.101");
        writeVisit(at("in/second"), "P1", "20200710", "2.25.102");
        const QStringList add{QStringLiteral("add"), file, at("in"), QStringLiteral("--participant"),
                              QStringLiteral("ALS-1")};
        const Outcome first = study(add);
        QVERIFY2(first.code == 0, first.err.constData());
        const Outcome again = study(add);
        QVERIFY2(again.out.contains("Nothing new"), again.out.constData());
        test::writeFile(at("people.csv"), "ID;group;sex;onset_date\nALS-1;ALS;F;2019-01-10\nALS-2;PLS;M;2018-05-01\n");
        const Outcome table = study({QStringLiteral("add"), file, at("people.csv")});
        QVERIFY2(table.code == 0, (table.out + table.err).constData());

        const QJsonArray all = participants(file);
        QCOMPARE(all.size(), 2);
        QCOMPARE(all[0][QStringLiteral("participant")].toString(), QStringLiteral("ALS-1"));
        QCOMPARE(all[0][QStringLiteral("visits")].toInt(), 2);
        QCOMPARE(all[0][QStringLiteral("first_visit")].toString(), QStringLiteral("2020-01-10"));
        QCOMPARE(all[0][QStringLiteral("group")].toString(), QStringLiteral("ALS"));
        QCOMPARE(all[0][QStringLiteral("has")].toArray(), (QJsonArray{QStringLiteral("T1")}));
        const auto count = [&](const char* where) {
            return participants(file, {QStringLiteral("--where"), QString::fromLatin1(where)}).size();
        };
        QCOMPARE(count("group=PLS"), 1);
        QCOMPARE(count("visits>=2"), 1);
        QCOMPARE(count("visits<3"), 2);
        QCOMPARE(count("has=diffusion"), 0);
        QCOMPARE(count("has=t1"), 1);
        const QByteArray shown = study({QStringLiteral("show"), file, QStringLiteral("ALS-1")}).out;
        QVERIFY2(shown.contains("12.0 months\n") && shown.contains("2020-07-10"), shown.constData());
        QCOMPARE(study({QStringLiteral("show"), file, QStringLiteral("nobody")}).code, 1);

        // Wherever it is named from
        const QString here = QDir::currentPath();
        QVERIFY(QDir::setCurrent(folder.path()));
        QCOMPARE(study({QStringLiteral("export"), file, QStringLiteral("out")}).code, 0);
        QVERIFY(QDir::setCurrent(here));
        // Not over what others have written
        QDir().mkpath(at("theirs"));
        test::writeFile(at("theirs/participants.tsv"), "participant_id\nsub-1\n");
        QCOMPARE(study({QStringLiteral("export"), file, at("theirs")}).code, 1);
        QCOMPARE(contents(at("theirs/participants.tsv")), QByteArray("participant_id\nsub-1\n"));
        const QByteArray people = contents(at("out/participants.tsv"));
        QVERIFY2(people.startsWith("participant_id\tgroup\tsex\t"), people.constData());
        QVERIFY(people.contains("\nsub-ALS1\tALS\tF\t"));
        const QByteArray sessions = contents(at("out/sub-ALS1/sub-ALS1_sessions.tsv"));
        QCOMPARE(sessions.count('\n'), 3);
        QVERIFY(sessions.startsWith("session_id\tacq_time") && sessions.contains("2020-07-10"));
        QVERIFY(!QJsonDocument::fromJson(contents(at("out/participants.json"))).isEmpty());
        QVERIFY(contents(at("out/phenotype/items.tsv")).contains("\tT1\tDICOM\t"));
    }

    void importsUnderAPseudonym() {
        const QString file = at("b.neuraxis");
        writeVisit(at("raw/one"), "HOSP-778812", "20210301", "1.2.826.0.77.201");
        writeVisit(at("raw/two"), "HOSP-778812", "20210901", "1.2.826.0.77.202");
        for (const char* part : {"raw/one", "raw/two"}) {
            const Outcome outcome =
                study({QStringLiteral("import"), file, at(part), QStringLiteral("--participant"),
                       QStringLiteral("ALS-7"), QStringLiteral("--visit"), QString::fromLatin1(part).right(3)});
            QVERIFY2(outcome.code == 0, (outcome.out + outcome.err).constData());
        }
        // Tables that came first: their dates move, and the scan is the same visit
        const QString early = at("early.neuraxis");
        test::writeFile(at("early.csv"), "id,visit,date,birth year,onset date,NIV,alsfrs1\n"
                                         "ALS-8,one,2021-03-01,1950,2020-03-01,2021-06-01,3\n");
        QCOMPARE(study({QStringLiteral("add"), early, at("early.csv")}).code, 0);
        const Outcome later = study({QStringLiteral("import"), early, at("raw/one"), QStringLiteral("--participant"),
                                     QStringLiteral("ALS-8"), QStringLiteral("--visit"), QStringLiteral("one")});
        QVERIFY2(later.code == 0, (later.out + later.err).constData());
        const Cohort moved = Store::open(Store::placeOf(early), Store::Mode::Read)->cohort();
        QCOMPARE(moved.visits.size(), 1U);
        QCOMPARE(moved.items.size(), 1U);
        QVERIFY(moved.visits[0].date < QDate(1925, 1, 1));
        QCOMPARE(moved.participants[0].onset.daysTo(moved.visits[0].date), 365);
        QCOMPARE(moved.visits[0].date.daysTo(moved.events[0].date), 92);
        QVERIFY(std::abs(moved.visits[0].date.year() - *moved.participants[0].birthYear - 70.5) <= 1);
        // A clinic's day beside the scan's: one visit, with the day of its images
        const QString beside = at("beside.neuraxis");
        test::writeFile(at("beside.csv"), "id,visit,date,alsfrs1\nALS-9,one,2021-03-03,3\n");
        QCOMPARE(study({QStringLiteral("add"), beside, at("beside.csv")}).code, 0);
        const Outcome near = study({QStringLiteral("add"), beside, at("raw/one"), QStringLiteral("--participant"),
                                    QStringLiteral("ALS-9"), QStringLiteral("--visit"), QStringLiteral("one")});
        QVERIFY2(near.err.contains("visit one was 2 day(s) from what the study had"), near.err.constData());
        const auto besideNow = [&] { return Store::open(Store::placeOf(beside), Store::Mode::Read)->cohort(); };
        QCOMPARE(besideNow().visits.size(), 1U);
        QCOMPARE(besideNow().items.size(), 1U);
        QCOMPARE(besideNow().visits[0].date, QDate(2021, 3, 1));
        QCOMPARE(besideNow().visits[0].scores.value(QStringLiteral("alsfrs-r.1")), 3.0);
        const Cohort settled = besideNow();
        QVERIFY(study({QStringLiteral("add"), beside, at("beside.csv")}).err.contains("the study's date stays"));
        QCOMPARE(besideNow(), settled);

        // Again: nothing twice, nothing moves again
        QCOMPARE(study({QStringLiteral("add"), early, at("early.csv")}).code, 0);
        QCOMPARE(Store::open(Store::placeOf(early), Store::Mode::Read)->cohort(), moved);

        // Another person's images under the same pseudonym, unless somebody says that it is one
        writeVisit(at("raw/else"), "HOSP-555", "20220301", "1.2.826.0.77.203");
        const QStringList other{QStringLiteral("import"), file,
                                at("raw/else"),           QStringLiteral("--participant"),
                                QStringLiteral("ALS-7"),  QStringLiteral("--to"),
                                at("elsewhere")};
        const Outcome refused = study(other);
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.err.contains("two people with one pseudonym"), refused.err.constData());
        QVERIFY(!QFileInfo::exists(at("elsewhere")));
        QCOMPARE(study(other + QStringList{QStringLiteral("--look")}).code, 2);
        for (const char* bad : {"../x", "..", "a/b"})
            QCOMPARE(study({QStringLiteral("import"), file, at("raw/one"), QStringLiteral("--participant"),
                            QString::fromLatin1(bad)})
                         .code,
                     1);
        const QFileInfo keys(at("b.keys.tsv"));
        QCOMPARE(keys.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
                 QFile::Permissions());
        int files = 0;
        for (QDirIterator it(at("b.images"), QDir::Files, QDirIterator::Subdirectories); it.hasNext(); ++files) {
            const QByteArray bytes = contents(it.next());
            for (const char* planted : {"Secret", "HOSP", "778812", "19610203", "20210301", "20210901", "1.2.826.0.77"})
                QVERIFY2(!bytes.contains(planted), planted);
        }
        QCOMPARE(files, 8);
        const QByteArray text = contents(file) + contents(file + QStringLiteral("-wal"));
        QVERIFY(!text.contains("HOSP-778812") && !text.contains("Secret"));
        const QJsonArray all = participants(file);
        QCOMPARE(all.size(), 1);
        QCOMPARE(all[0][QStringLiteral("visits")].toInt(), 2);
        // 184 days from March to September, whatever they were shifted by
        const auto day = [&](const char* name) {
            return QDate::fromString(all[0][QLatin1String(name)].toString(), Qt::ISODate);
        };
        QCOMPARE(day("first_visit").daysTo(day("last_visit")), 184);
        QVERIFY(day("first_visit").year() < 1930);
    }

    /// With a key table no patient number comes into the study, neither by clinical tables nor by those of regions.
    void addsTablesWithoutPatientNumbers() {
        const QString keys = at("k.tsv"), file = at("k.neuraxis");
        test::writeFile(keys, "patient_id\tpseudonym\tday_offset\tuid_key\nUMCU0099817\tALS-0042\t-50000\t" +
                                  QByteArray(64, 'a') + '\n');
        QFile::setPermissions(keys, QFile::ReadOwner | QFile::WriteOwner);
        test::writeFile(at("clin.csv"), "id,group,sex\nUMCU0099817,ALS,F\n");
        test::writeFile(at("thick.csv"), "SubjID,Sex,L_precentral_thickavg,R_precentral_thickavg,L_insula_thickavg\n"
                                         "UMCU0099817,F,2.5,2.4,3.1\n");
        const Outcome added =
            study({QStringLiteral("add"), file, QStringLiteral("--keys"), keys, at("clin.csv"), at("thick.csv")});
        QVERIFY2(added.code == 0, added.err.constData());
        const QByteArray text = contents(file) + contents(file + QStringLiteral("-wal"));
        QVERIFY(text.contains("ALS-0042") && text.contains("thick.csv"));
        QVERIFY(!text.contains("0099817"));
        const Outcome scores = study({QStringLiteral("scores"), file, QStringLiteral("ALS-0042")});
        QVERIFY2(scores.out.contains("precentral"), (scores.out + scores.err).constData()); // the row was found
    }

    void demoHasThePublishedCohortAndKnownChanges() {
        if (!QFileInfo::exists(QStringLiteral("/usr/share/mricron/templates/ch2.nii.gz")))
            QSKIP("mricron-data is not installed");
        // Not in place of somebody's study
        QDir().mkpath(at("mine"));
        test::writeFile(at("mine.csv"), "participant_id,group\nA1,ALS\n");
        QCOMPARE(study({QStringLiteral("add"), at("mine/study.neuraxis"), at("mine.csv")}).code, 0);
        QCOMPARE(test::run(demoCommand, {at("mine")}).code, 1);
        QCOMPARE(participants(at("mine/study.neuraxis")).size(), 1);
        QCOMPARE(test::run(demoCommand, {at("demo")}).code, 0);
        const QJsonArray all = participants(at("demo/study.neuraxis"));
        std::map<QString, int> groups;
        int scans = 0, most = 0;
        for (const QJsonValue& one : all) {
            ++groups[one[QStringLiteral("group")].toString()];
            scans += one[QStringLiteral("visits")].toInt();
            most = std::max(most, one[QStringLiteral("visits")].toInt());
        }
        const std::map<QString, int> published = {
            {QStringLiteral("ALS"), 721},     {QStringLiteral("PSMA"), 137},
            {QStringLiteral("PLS"), 99},      {QStringLiteral("mimic"), 109},
            {QStringLiteral("control"), 396}, {QStringLiteral("familial-control"), 260}};
        QCOMPARE(groups, published);
        QVERIFY(scans > 3600);
        QCOMPARE(most, 6);

        // The cortex of DEMO-001 to DEMO-003 is theirs, under the names that the study's own search gives it.
        const QString file = at("demo/study.neuraxis");
        QCOMPARE(study({QStringLiteral("add"), file, at("demo")}).code, 0);
        QCOMPARE(participants(file).size(), all.size());
        for (const char* name : {"DEMO-001", "DEMO-002", "DEMO-003"}) {
            const QJsonArray one = participants(file, {QStringLiteral("--search"), QLatin1String(name)});
            QCOMPARE(one.size(), 1);
            QVERIFY(one[0][QStringLiteral("has")].toArray().contains(QStringLiteral("thickness")));
            QCOMPARE(one[0][QStringLiteral("visits")].toInt(), qstrcmp(name, "DEMO-001") == 0 ? 3 : 2);
        }

        // A finding to show: the left motor cortex of DEMO-001 among the controls, and nobody else's
        const auto scoreOf = [&](const char* name, const char* visit, const QString& region) {
            const Outcome scores = study(
                {QStringLiteral("scores"), file, QLatin1String(name), QStringLiteral("--visit"), QLatin1String(visit)});
            for (const QString& line : QString::fromUtf8(scores.out).split(u'\n')) {
                const QStringList words = line.simplified().split(u' ');
                if (line.startsWith(region) && words.value(1) == u"left") return words.value(3).toDouble();
            }
            return std::numeric_limits<double>::quiet_NaN();
        };
        const QString precentral = QStringLiteral("precentral"), postcentral = QStringLiteral("postcentral");
        const double firstW = scoreOf("DEMO-001", "ses-1", precentral),
                     lastW = scoreOf("DEMO-001", "ses-3", precentral);
        QVERIFY2(firstW > -1.9 && firstW < -1.2, qPrintable(QString::number(firstW)));
        QVERIFY2(lastW > -3.2 && lastW < -2.4, qPrintable(QString::number(lastW)));
        for (const double w : {scoreOf("DEMO-001", "ses-3", postcentral), scoreOf("DEMO-002", "ses-2", precentral),
                               scoreOf("DEMO-003", "ses-2", precentral)})
            QVERIFY2(std::abs(w) < 1.2, qPrintable(QString::number(w)));

        // What is written of the changes holds in the images: a place moved by the formula has the same signal.
        const QJsonArray visits = QJsonDocument::fromJson(contents(at("demo/known_changes.json")))
                                      .object()[QStringLiteral("visits")]
                                      .toArray();
        QCOMPARE(visits.size(), 7);
        const auto volumeOf = [&](const QJsonObject& visit) {
            io::Job job;
            const io::Scan scan = io::scan({at("demo/") + visit[QStringLiteral("path")].toString()}, job);
            return io::read(scan.found.at(0), job);
        };
        const auto signal = [](const Volume& volume, const QJsonObject& visit, const WorldVector& inHead) {
            const QJsonArray columns = visit[QStringLiteral("rotationColumns")].toArray();
            const WorldVector p = inHead + -vectorOf(visit[QStringLiteral("headCentreLps")]);
            const WorldVector turned =
                vectorOf(columns[0]) * p.x + vectorOf(columns[1]) * p.y + vectorOf(columns[2]) * p.z;
            const WorldPoint at = WorldPoint() + turned + vectorOf(visit[QStringLiteral("shiftMm")]);
            return volume.value(volume.header().voxelToLps.toVoxel(at));
        };
        const QJsonObject first = visits[0].toObject(), last = visits[2].toObject();
        const auto before = volumeOf(first), after = volumeOf(last);
        const QJsonObject change = last[QStringLiteral("changes")].toArray().at(0).toObject();
        const WorldVector centre = vectorOf(change[QStringLiteral("centreLps")]);
        const double radius = change[QStringLiteral("radiusMm")].toDouble(),
                     shrink = change[QStringLiteral("shrink")].toDouble();
        double moved = 0, unmoved = 0;
        int places = 0;
        for (double x = -10; x <= 10; x += 2.5)
            for (double y = -10; y <= 10; y += 2.5)
                for (double z = -10; z <= 10; z += 2.5, ++places) {
                    const WorldVector away{x, y, z};
                    const double share = 1 - dot(away, away) / (radius * radius);
                    const WorldVector source = away * (1 + (share > 0 ? shrink * share * share : 0));
                    const double now = signal(*after, last, centre + away);
                    moved += std::abs(now - signal(*before, first, centre + source));
                    unmoved += std::abs(now - signal(*before, first, centre + away));
                }
        QVERIFY2(moved < 0.8 * unmoved, qPrintable(QStringLiteral("%1 %2").arg(moved / places).arg(unmoved / places)));
    }
};

NEURAXIS_TEST_MAIN(TestStudyCommands)
#include "tst_study_commands.moc"
