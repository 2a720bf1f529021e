#include "app/command.h"
#include "core/io/scan.h"
#include "core/model/affine.h"
#include "tests/command_run.h"
#include "tests/dicom_phantom.h"
#include "tests/test_main.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <cmath>
#include <map>

using namespace neuraxis;
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

  private Q_SLOTS:
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
        QCOMPARE(study({QStringLiteral("list"), file, QStringLiteral("--where"), QStringLiteral("height>1")}).code, 2);
        QCOMPARE(study({QStringLiteral("list"), file, QStringLiteral("--where"), QStringLiteral("has=difusion")}).code,
                 2);
        const QByteArray shown = study({QStringLiteral("show"), file, QStringLiteral("ALS-1")}).out;
        QVERIFY2(shown.contains("12.0 months since onset") && shown.contains("2020-07-10"), shown.constData());
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
