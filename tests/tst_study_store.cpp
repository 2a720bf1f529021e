#include "tests/test_main.h"

#include "core/io/error.h"
#include "core/study/database.h"
#include "core/study/journal.h"
#include "core/study/study.h"
#include "tests/postgres_server.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QThread>
#include <atomic>
#include <cstdio>
#include <poll.h>
#include <sys/wait.h>

using namespace neuraxis;
using namespace neuraxis::study;

namespace {

QString text(const char* utf8) { return QString::fromUtf8(utf8); }

Change change(const char* table, const QString& record, const QVariantMap& fields) {
    return {newUid(), QDateTime::currentDateTimeUtc(), text("tester"), text(table), record, false, fields};
}
Change removal(const char* table, const QString& record) {
    return {newUid(), QDateTime::currentDateTimeUtc(), text("tester"), text(table), record, true, {}};
}

/// A participant with two visits, three items and an event, to be written at once or not at all.
constexpr int unitChanges = 7;
std::vector<Change> unit(int number) {
    const QString participant = text("p%1").arg(number);
    std::vector<Change> changes{change("participant", participant, {{text("name"), text("ALS%1").arg(number)}})};
    for (int v = 1; v <= 2; ++v)
        changes.push_back(change("visit", text("p%1v%2").arg(number).arg(v),
                                 {{text("participant"), participant},
                                  {text("label"), QString::number(v)},
                                  {text("visit_date"), text("2020-0%1-01").arg(v)}}));
    for (int i = 1; i <= 3; ++i)
        changes.push_back(
            change("item", text("p%1i%2").arg(number).arg(i),
                   {{text("visit"), text("p%1v%2").arg(number).arg(1 + i % 2)}, {text("kind"), text("T1")}}));
    changes.push_back(
        change("event", text("p%1e").arg(number), {{text("participant"), participant}, {text("kind"), text("PEG")}}));
    return changes;
}

/// The sentence that the work throws, or nothing.
template <class Work> QString sentenceOf(Work work) {
    try {
        work();
    } catch (const io::Error& error) {
        return error.sentence();
    }
    return {};
}

/// Writes one unit after another until it is killed, and tells of each that was written.
void writeUnits(const Study::Place& place, int number, int teller) {
    const QString sentence = sentenceOf([&] {
        const auto study = Study::open(place, Study::Mode::Create);
        for (const int end = number + 1000; number < end; ++number) {
            study->apply(unit(number));
            if (write(teller, ".", 1) != 1) return;
        }
    });
    fprintf(stderr, "%s\n", qPrintable(sentence));
}

#define VERIFY_SAYS(sentence, part) QVERIFY2((sentence).contains(part), qPrintable(sentence))

} // namespace

/// The database of a study, SQLite and PostgreSQL alike: what goes in comes out, nothing is lost, nothing half done.
class TestStudyStore : public QObject {
    Q_OBJECT

    QTemporaryDir folder;
    std::unique_ptr<test::PostgresServer> server;
    std::unique_ptr<Study> refusing[2];
    int made = 0;

    /// A place where there is no study yet.
    Study::Place fresh(bool onServer) {
        if (!onServer) return Study::placeOf(folder.filePath(text("study%1.neuraxis").arg(++made)));
        const Study::Place place = Study::placeOf(server->address(text("postgres")));
        Database database(place);
        for (const char* sql : {"DROP SCHEMA IF EXISTS public, v1_bak CASCADE", "CREATE SCHEMA public",
                                "GRANT USAGE ON SCHEMA public TO PUBLIC"})
            database.execute(text(sql));
        return place;
    }
    void backends() {
        QTest::addColumn<bool>("onServer");
        QTest::newRow("SQLite") << false;
        QTest::newRow("PostgreSQL") << true;
    }
#define BACKEND                                                                                                        \
    QFETCH(bool, onServer);                                                                                            \
    if (onServer && !server) QSKIP("PostgreSQL's server is not installed (Debian: postgresql)");

  private Q_SLOTS:
    void initTestCase() {
        QVERIFY(folder.isValid());
        if (test::PostgresServer::programs().isEmpty()) return;
        server = std::make_unique<test::PostgresServer>();
        QVERIFY2(server->create(), server->error().constData());
    }
    void cleanupTestCase() {
        for (auto& study : refusing) study.reset();
        server.reset();
    }

    void roundTrip_data() { backends(); }
    void roundTrip() {
        BACKEND
        const Participant ten{
            text("a"), text("ALS10"),     text("ALS"),
            text("F"), text("C9orf72"),   text("bulbar"),
            1961.5,    QDate(2018, 3, 1), {{text("hand"), text("left")}, {text("naïve"), text("“ü”")}}};
        const Participant two{text("b"), text("ALS2"), {}, {}, {}, {}, {}, {}, {}};
        const Visit second{text("v2"),
                           text("a"),
                           text("2"),
                           QDate(2020, 6, 1),
                           {},
                           text("doubtful"),
                           {{text("alsfrs-r.1"), 4}, {text("vc"), 0.1}},
                           {}};
        const Visit first{text("v1"), text("a"), text("10"), QDate(2019, 6, 1),
                          58.25,      {},        {},         {{text("site"), text("U")}}};
        const Visit undated{text("v0"), text("a"), text("1"), {}, {}, {}, {}, {}};
        const Item scan{text("i1"),    text("v2"),        text("T1"),
                        text("DICOM"), text("T1w 3D"),    text("/data"),
                        text("a/b"),   text("1.2.840.1"), {{text("base"), text("sub-1")}}};
        const StudyEvent event{text("e1"), text("a"), text("NIV"), QDate(2021, 1, 31)};
        const std::vector<Change> changes = {
            change("study", text("name"), {{text("value"), text("Motor neurones")}}),
            change("study", text("simulated"), {{text("value"), true}}),
            change("participant", ten.uid, fieldsOf(ten)),
            change("participant", two.uid, fieldsOf(two)),
            change("visit", second.uid, fieldsOf(second)),
            change("visit", first.uid, fieldsOf(first)),
            change("visit", undated.uid, fieldsOf(undated)),
            change("item", scan.uid, fieldsOf(scan)),
            change("event", event.uid, fieldsOf(event)),
            change("annotation", text("n1"),
                   {{text("about"), text("i1")}, {text("kind"), text("line")}, {text("body"), text("{\"mm\":[1,2]}")}}),
            change("rating", text("r1"),
                   {{text("about"), text("v2")}, {text("kind"), text("motion")}, {text("body"), text("2")}}),
        };
        const Study::Place place = fresh(onServer);
        const auto study = Study::open(place, Study::Mode::Create);
        QCOMPARE(study->revision(), 0);
        study->apply(changes);
        QCOMPARE(study->revision(), qint64(changes.size()));

        const Cohort expected{text("Motor neurones"), true, {two, ten}, {first, second, undated}, {scan}, {event}};
        QVERIFY(study->cohort() == expected);
        const auto other = Study::open(place);
        QVERIFY(other->cohort() == expected);
        QVERIFY(!other->isReadOnly());
        QVERIFY(other->problem().isEmpty());
        QCOMPARE(other->check(), QStringList());

        const auto log = other->log();
        QCOMPARE(log.size(), changes.size());
        QVERIFY(log[2] == changes[2]);
        QVERIFY(log[7] == changes[7]);
        QVERIFY(other->log({}, 9) == std::vector(changes.begin() + 9, changes.end()));
        QVERIFY(other->log(text("v2")) == std::vector{changes[4]});

        const Change& line = changes[9];
        const std::vector<Remark> lines{
            {text("n1"), text("annotation"), text("i1"), text("line"), "{\"mm\":[1,2]}", text("tester"), line.at}};
        QVERIFY(other->remarks(text("i1")) == lines);
        QCOMPARE(other->remarks({}).size(), 2U);
    }

    void changesOfOthers_data() { backends(); }
    void changesOfOthers() {
        BACKEND
        const Study::Place place = fresh(onServer);
        const auto mine = Study::open(place, Study::Mode::Create), theirs = Study::open(place);
        mine->apply(unit(1));
        theirs->apply({change("visit", text("p1v1"), {{text("quality"), text("failed")}})});
        QCOMPARE(mine->cohort().visits[0].quality, text("failed"));
        QCOMPARE(mine->cohort().visits[0].date, QDate(2020, 1, 1)); // what was not set stays
        theirs->apply({removal("event", text("p1e"))});
        QVERIFY(mine->cohort().events.empty());
        QCOMPARE(mine->log(text("p1e")).size(), 2U);
        mine->apply({removal("event", text("p1e"))}); // both took it out
        QCOMPARE(mine->revision(), unitChanges + 3);
    }

    void changesAreWrittenOnce_data() { backends(); }
    void changesAreWrittenOnce() {
        BACKEND
        const auto study = Study::open(fresh(onServer), Study::Mode::Create);
        std::vector<Change> changes = unit(1);
        study->apply(changes);
        study->apply({change("participant", text("p1"), {{text("sex"), text("F")}})});
        study->apply(changes);
        QCOMPARE(study->log().size(), unitChanges + 1U);
        QCOMPARE(study->cohort().participants[0].sex, text("F"));
        for (const Change& more : unit(2)) changes.push_back(more);
        study->apply(changes);
        QCOMPARE(study->log().size(), 2 * unitChanges + 1U);
        QCOMPARE(study->cohort().participants.size(), 2U);
    }

    void refusals_data() {
        QTest::addColumn<bool>("onServer");
        QTest::addColumn<Change>("bad");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const Change& bad, const char* says) {
            QTest::addRow("SQLite, %s", name) << false << bad << text(says);
            QTest::addRow("PostgreSQL, %s", name) << true << bad << text(says);
        };
        const QString name = text("name"), about = text("about"), p1 = text("p1");
        row("second pseudonym", change("participant", text("q"), {{name, text("ALS1")}}), "participant ALS1");
        row("renamed to another's", change("participant", text("p2"), {{name, text("ALS1")}}), "participant ALS1");
        row("second visit of a label",
            change("visit", text("q"), {{text("participant"), p1}, {text("label"), text("2")}}),
            "Participant ALS1 has a visit 2");
        row("relabelled to another's", change("visit", text("p1v1"), {{text("label"), text("2")}}),
            "Participant ALS1 has a visit 2");
        row("visit of nobody",
            change("visit", text("q"), {{text("participant"), text("x")}, {text("label"), text("7")}}), "visit 7");
        row("item of no visit", change("item", text("q"), {{text("visit"), p1}, {name, text("T1w")}}), "item T1w");
        row("event of nobody",
            change("event", text("q"), {{text("participant"), text("x")}, {text("kind"), text("NIV")}}), "event NIV");
        row("annotation of nothing", change("annotation", text("q"), {{about, p1}, {text("kind"), text("line")}}),
            "annotation line");
        row("a record that is not there", change("visit", text("q"), {{text("quality"), text("good")}}),
            "not in the study");
        row("participant with visits taken out", removal("participant", p1), "participant ALS1");
        row("visit with ratings taken out", removal("visit", text("p2v1")), "visit 1");
        row("table", change("patient", text("q"), {{name, text("x")}}), "\"patient\"");
        row("table of the log", change("change", text("q"), {{text("who"), text("x")}}), "\"change\"");
        row("table with SQL", change("visit; DROP TABLE visit", text("q"), {{name, text("x")}}), "DROP TABLE");
        row("column", change("participant", p1, {{text("diagnosis"), text("x")}}), "\"diagnosis\"");
        row("column with SQL", change("participant", p1, {{text("sex = 'x' --"), text("x")}}), "sex = 'x'");
        row("column that is the key", change("participant", p1, {{text("uid"), text("x")}}), "\"uid\"");
        row("number", change("participant", p1, {{text("birth_year"), text("about 1960")}}), "about 1960");
        row("number without end", change("participant", p1, {{text("birth_year"), qInf()}}), "birth_year");
        row("a character 0", change("participant", p1, {{text("sex"), QString(QChar(0))}}), "participant");
        row("nothing", change("participant", p1, {}), "participant");
        row("schema", change("study", text("schema"), {{text("value"), text("1")}}), "schema");
    }
    void refusals() {
        BACKEND
        QFETCH(Change, bad);
        QFETCH(QString, says);
        auto& study = refusing[onServer]; // one of each is enough: what is refused leaves nothing behind
        if (!study) {
            study = Study::open(fresh(onServer), Study::Mode::Create);
            study->apply(unit(1));
            study->apply(unit(2));
            study->apply(
                {change("rating", text("r"), {{text("about"), text("p2v1")}, {text("kind"), text("motion")}})});
            study->apply({removal("event", text("p2e")), removal("item", text("p2i2"))});
        }
        const Cohort before = study->cohort();
        const qint64 revision = study->revision();
        const Change good = change("participant", text("p1"), {{text("sex"), text("M")}});
        VERIFY_SAYS(sentenceOf([&] { study->apply({good, bad, good}); }), says);
        QVERIFY(study->cohort() == before);
        QCOMPARE(study->revision(), revision);
        QCOMPARE(study->check(), QStringList());
    }

    void valuesAreNoSql_data() { backends(); }
    void valuesAreNoSql() {
        BACKEND
        const auto study = Study::open(fresh(onServer), Study::Mode::Create);
        const QStringList nasty = {text("'; DROP TABLE participant; --"),
                                   text("\\'; DELETE FROM change; --"),
                                   text("\" OR 1=1"),
                                   text("$1"),
                                   text("?"),
                                   text(":name"),
                                   text("%1 %s"),
                                   text("\\"),
                                   text("''"),
                                   text("a\nb\tc"),
                                   text("é 日本 🧠"),
                                   text("$$; SELECT 1; $$"),
                                   text(" "),
                                   text("NULL")};
        std::vector<Change> changes;
        for (const QString& value : nasty) {
            Change each = change("participant", text("uid ") + value, {{text("name"), value}, {text("sex"), value}});
            each.who = value;
            changes.push_back(each);
        }
        study->apply(changes);
        const Cohort cohort = study->cohort();
        QCOMPARE(cohort.participants.size(), std::size_t(nasty.size()));
        for (const Participant& participant : cohort.participants) {
            QVERIFY(nasty.contains(participant.name));
            QCOMPARE(participant.uid, text("uid ") + participant.name);
            QCOMPARE(participant.sex, participant.name);
            QCOMPARE(study->log(participant.uid).at(0).who, participant.name);
        }
    }

    void logOnlyGrows_data() { backends(); }
    void logOnlyGrows() {
        BACKEND
        const Study::Place place = fresh(onServer);
        Study::open(place, Study::Mode::Create)->apply(unit(1));
        Database database(place);
        for (const char* sql :
             {"UPDATE change SET who = 'me'", "DELETE FROM change", "DELETE FROM change WHERE revision = 1"})
            VERIFY_SAYS(sentenceOf([&] { database.execute(text(sql)); }), text("only grows"));
        if (onServer) VERIFY_SAYS(sentenceOf([&] { database.execute(text("TRUNCATE change")); }), text("only grows"));
        QCOMPARE(Study::open(place)->log().size(), std::size_t(unitChanges));
    }

    void newerSchema_data() { backends(); }
    void newerSchema() {
        BACKEND
        const Study::Place place = fresh(onServer);
        const auto open = Study::open(place, Study::Mode::Create);
        Database(place).execute(text("UPDATE study SET value = '99' WHERE key = 'schema'"));
        for (const auto mode : {Study::Mode::Create, Study::Mode::Write, Study::Mode::Read})
            VERIFY_SAYS(sentenceOf([&] { Study::open(place, mode); }), text("newer version"));
        // Nor does a program write that had it open before
        VERIFY_SAYS(sentenceOf([&] { open->apply(unit(1)); }), text("another version"));
        QCOMPARE(open->revision(), 0);
    }

    void migration_data() { backends(); }
    void migration() {
        BACKEND
        const Study::Place place = fresh(onServer);
        const auto dialect = onServer ? schema::Dialect::Postgres : schema::Dialect::Sqlite;
        {
            Database old(place);
            for (const QString& sql : schema::statements(1, dialect)) old.execute(sql);
            for (const char* sql : {"INSERT INTO study VALUES ('schema', '1')", "INSERT INTO study VALUES ('id', 'x')",
                                    "INSERT INTO participant (uid, name) VALUES ('p', 'ALS7')",
                                    "INSERT INTO visit (uid, participant, label) VALUES ('v', 'p', '1')",
                                    "INSERT INTO item (uid, visit, name) VALUES ('i', 'v', 'T1w')",
                                    "INSERT INTO change (uid, at, who, table_name, record, gone, fields) VALUES"
                                    " ('c1', '2025-01-01T00:00:00.000Z', 'me', 'visit', 'v', 0, '{}'),"
                                    " ('c2', '2025-01-01T00:00:00.000Z', 'me', 'item', 'i', 0, '{}')"})
                old.execute(text(sql));
        }
        VERIFY_SAYS(sentenceOf([&] { Study::open(place, Study::Mode::Read); }), text("earlier version"));
        {
            const auto study = Study::open(place);
            QCOMPARE(study->cohort().items.at(0).name, text("T1w"));
            QCOMPARE(study->cohort().items.at(0).identity, QString());
            QCOMPARE(study->check(), QStringList());
            study->apply({change("item", text("i"), {{text("identity"), text("1.2.3")}})});
            QCOMPARE(study->revision(), 3);
        }
        QCOMPARE(Study::open(place)->cohort().items.at(0).identity, text("1.2.3")); // and is not migrated again

        // The copy is as it was
        if (onServer) {
            Database now(place);
            QCOMPARE(now.value(text("SELECT name FROM v1_bak.participant")).toString(), text("ALS7"));
            QCOMPARE(now.value(text("SELECT value FROM v1_bak.study WHERE key = 'schema'")).toInt(), 1);
            QCOMPARE(now.value(text("SELECT count(*) FROM v1_bak.change")).toInt(), 2);
            VERIFY_SAYS(sentenceOf([&] { now.execute(text("SELECT identity FROM v1_bak.item")); }), text("identity"));
            return;
        }
        QCOMPARE(QDir(folder.path()).entryList({QFileInfo(place.file).fileName() + text(".*bak*")}).size(), 1);
        Database copy({place.file + text(".v1.bak"), {}});
        QCOMPARE(copy.value(text("SELECT name FROM participant")).toString(), text("ALS7"));
        QCOMPARE(copy.value(text("SELECT value FROM study WHERE key = 'schema'")).toInt(), 1);
        QCOMPARE(copy.value(text("SELECT count(*) FROM change")).toInt(), 2);
        VERIFY_SAYS(sentenceOf([&] { copy.execute(text("SELECT identity FROM item")); }), text("identity"));
    }

    void readOnly_data() { backends(); }
    void readOnly() {
        BACKEND
        Study::Place place = fresh(onServer);
        Study::open(place, Study::Mode::Create)->apply(unit(1));
        {
            const auto onlyLooking = Study::open(place, Study::Mode::Read);
            QVERIFY(onlyLooking->isReadOnly());
            QVERIFY(!sentenceOf([&] { onlyLooking->apply(unit(2)); }).isEmpty());
        }
        if (onServer) {
            Database keeper(place);
            for (const char* sql : {"DROP ROLE IF EXISTS reader", "CREATE ROLE reader LOGIN",
                                    "GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader"})
                keeper.execute(text(sql));
            place.url.replace(text("keeper@"), text("reader@"));
        } else {
            QVERIFY(QFile::setPermissions(place.file, QFile::ReadOwner));
        }
        const auto study = Study::open(place);
        QVERIFY(study->isReadOnly());
        QCOMPARE(study->cohort().visits.size(), 2U);
        QCOMPARE(study->check(), QStringList());
        VERIFY_SAYS(sentenceOf([&] { study->apply(unit(2)); }), text("can only be read"));
        QCOMPARE(study->revision(), unitChanges);
        if (!onServer) return;
        Database reader(place);
        VERIFY_SAYS(sentenceOf([&] { reader.execute(text("DELETE FROM event")); }), text("can only be read"));
    }

    void noStudy() {
        const QString notes = folder.filePath(text("notes.txt")), other = folder.filePath(text("other.db")),
                      empty = folder.filePath(text("empty.db"));
        QFile file(notes);
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(QByteArray(5000, 'x'));
        file.close();
        Database({other, {}}).execute(text("CREATE TABLE song (name TEXT)"));
        QVERIFY(QFile(empty).open(QFile::WriteOnly));
        const auto says = [](const QString& path, Study::Mode mode) {
            return sentenceOf([&] { Study::open(Study::placeOf(path), mode); });
        };
        VERIFY_SAYS(says(notes, Study::Mode::Write), text("notes.txt is damaged or is no study"));
        VERIFY_SAYS(says(other, Study::Mode::Create), text("other.db is a database of something else"));
        VERIFY_SAYS(says(empty, Study::Mode::Write), text("empty.db holds no study"));
        VERIFY_SAYS(says(folder.filePath(text("none.db")), Study::Mode::Write), text("none.db does not exist"));
        VERIFY_SAYS(says(folder.filePath(text("no/none.db")), Study::Mode::Create), text("folder for none.db"));
        VERIFY_SAYS(says(folder.path(), Study::Mode::Write), text("is a folder"));
        VERIFY_SAYS(says(text("postgresql://host"), Study::Mode::Write), text("postgresql://user@host/database"));
        QVERIFY(!QFileInfo::exists(folder.filePath(text("none.db"))));
        QVERIFY(says(empty, Study::Mode::Create).isEmpty());
    }

    void damagedFile() {
        const Study::Place place = fresh(false);
        {
            const auto study = Study::open(place, Study::Mode::Create);
            for (int i = 0; i < 200; ++i) study->apply(unit(i));
        }
        QFile file(place.file);
        QVERIFY(file.open(QFile::ReadWrite));
        file.seek(4096 * 5);
        file.write(QByteArray(4096 * 20, '\xa5'));
        file.close();
        QStringList faults;
        const QString sentence = sentenceOf([&] { faults = Study::open(place)->check(); });
        QVERIFY2(!faults.isEmpty() || sentence.contains(text("is damaged")), qPrintable(sentence));
        // Half a study is never shown for the whole
        VERIFY_SAYS(sentenceOf([&] { (void)Study::open(place)->cohort(); }), text("is damaged"));
    }

    void placesInWords() {
        QCOMPARE(Study::placeOf(text("/home/someone/als.neuraxis")).words(), text("als.neuraxis"));
        QCOMPARE(Study::placeOf(text("postgresql://me:secret@db.example:5433/als?sslmode=require")).words(),
                 text("db.example/als"));
        VERIFY_SAYS(sentenceOf([] { Study::open(Study::placeOf(text("postgresql://h/d?sslmode=maybe"))); }),
                    text("sslmode=maybe"));
    }

    void encryptionUnlessThisMachine() {
        if (!server) QSKIP("PostgreSQL's server is not installed (Debian: postgresql)");
        // This server knows no TLS: only an address of this machine, or one that says so, gets in.
        const QString near = fresh(true).url, far = QString(near).replace(text("127.0.0.1"), text("127.0.0.2"));
        QVERIFY(sentenceOf([&] { Study::open(Study::placeOf(near), Study::Mode::Create); }).isEmpty());
        VERIFY_SAYS(sentenceOf([&] { Study::open(Study::placeOf(far)); }), text("SSL"));
        QVERIFY(sentenceOf([&] { Study::open(Study::placeOf(far + text("?sslmode=disable"))); }).isEmpty());
        VERIFY_SAYS(sentenceOf([&] { Study::open(Study::placeOf(near + text("?sslmode=require"))); }), text("SSL"));
    }

    void writersAtOnce_data() { backends(); }
    void writersAtOnce() {
        BACKEND
        constexpr int writers = 20, unitsEach = 5;
        const Study::Place place = fresh(onServer);
        std::atomic_int failed = 0, sawAll = 0;
        std::vector<std::unique_ptr<QThread>> threads;
        for (int w = 0; w < writers; ++w) {
            threads.emplace_back(QThread::create([&, w] {
                const QString sentence = sentenceOf([&] {
                    const auto mine = Study::open(place, Study::Mode::Create);
                    for (int u = 0; u < unitsEach; ++u) mine->apply(unit(w * unitsEach + u));
                    QElapsedTimer waited;
                    waited.start();
                    while (mine->revision() < writers * unitsEach * unitChanges && waited.elapsed() < 20000)
                        QThread::msleep(20);
                    if (mine->cohort().participants.size() == writers * unitsEach) ++sawAll;
                });
                if (sentence.isEmpty()) return;
                fprintf(stderr, "%s\n", qPrintable(sentence));
                ++failed;
            }));
            threads.back()->start();
        }
        // Somebody who reads on from the last revision misses none.
        const auto study = Study::open(place, Study::Mode::Create);
        std::vector<Change> followed;
        qint64 known = 0;
        QElapsedTimer waited;
        waited.start();
        while (known < writers * unitsEach * unitChanges && waited.elapsed() < 30000) {
            const qint64 now = study->revision();
            for (const Change& each : study->log({}, known))
                if (qint64(followed.size()) < now) followed.push_back(each);
            known = qint64(followed.size());
        }
        for (auto& thread : threads) QVERIFY(thread->wait(30000));
        QCOMPARE(failed, 0);
        QCOMPARE(sawAll, writers);
        QVERIFY(followed == study->log());
        QCOMPARE(study->cohort().items.size(), std::size_t(writers * unitsEach * 3));
        QCOMPARE(study->check(), QStringList());
    }

    void journalWhileTheServerIsAway() {
        if (!server) QSKIP("PostgreSQL's server is not installed (Debian: postgresql)");
        const Study::Place place = fresh(true);
        const auto study = Study::open(place, Study::Mode::Create), other = Study::open(place);
        study->apply(unit(1));
        QCOMPARE(study->cohort().participants.size(), 1U);
        QVERIFY(study->remarks(text("p1v1")).empty());
        QCOMPARE(study->revision(), unitChanges);

        // A connection that broke, of a server that is there, is only made again
        Database(place).execute(text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                                     " WHERE application_name = 'neuraxis' AND pid <> pg_backend_pid()"));
        study->apply({change("participant", text("p1"), {{text("sex"), text("F")}})});
        QCOMPARE(study->problem(), QString());
        QCOMPARE(other->cohort().participants[0].sex, text("F"));
        const qint64 before = study->revision();

        server->stop();
        study->apply(unit(2));
        VERIFY_SAYS(study->problem(), text("cannot be reached"));
        study->apply({change("visit", text("p1v1"), {{text("quality"), text("good")}}),
                      change("rating", text("r"), {{text("about"), text("p1v1")}, {text("kind"), text("motion")}})});
        study->apply({removal("event", text("p1e"))});
        // Work goes on with what is known
        const Cohort away = study->cohort();
        QCOMPARE(away.participants.size(), 2U);
        QCOMPARE(away.visits[0].quality, text("good"));
        QCOMPARE(away.events.size(), 1U);
        QCOMPARE(study->remarks(text("p1v1")).size(), 1U);
        QCOMPARE(study->revision(), before + unitChanges + 3);
        QVERIFY(!sentenceOf([&] { (void)study->log(); }).isEmpty());
        QVERIFY(!sentenceOf([&] { Study::open(place); }).isEmpty());

        QVERIFY2(server->start(), server->error().constData());
        QCOMPARE(study->revision(), before + unitChanges + 3);
        QCOMPARE(study->problem(), QString());
        QVERIFY(study->cohort() == away);
        QVERIFY(other->cohort() == away); // who had nothing to say reconnects as well
        study->apply(unit(3));
        QCOMPARE(study->log().size(), 3U * unitChanges + 4);
        QCOMPARE(Study::open(place)->check(), QStringList());
    }

    void journalOutlivesTheProgram() {
        if (!server) QSKIP("PostgreSQL's server is not installed (Debian: postgresql)");
        const Study::Place place = fresh(true);
        auto study = Study::open(place, Study::Mode::Create);
        (void)study->cohort();
        server->stop();
        const std::vector<Change> kept = unit(1),
                                  twin = {change("participant", text("q"), {{text("name"), text("ALS1")}})};
        study->apply(kept);
        study->apply(twin); // nobody can know here that it will be refused
        study->apply(unit(2));
        study.reset();
        // The program was ended while it wrote one more line
        const QDir journals(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + text("/journals"));
        const QStringList files = journals.entryList({text("*.jsonl")}, QDir::Files);
        QCOMPARE(files.size(), 1);
        QFile journal(journals.filePath(files[0]));
        QCOMPARE(journal.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QVERIFY(journal.open(QFile::Append));
        journal.write("[{\"uid\":\"x\",\"table\":\"partic");
        journal.close();

        QVERIFY2(server->start(), server->error().constData());
        study = Study::open(place);
        QCOMPARE(study->log().size(), 2U * unitChanges);
        QCOMPARE(study->cohort().participants.size(), 2U);
        VERIFY_SAYS(study->problem(), text("participant ALS1"));
        study->apply(kept);
        QCOMPARE(study->log().size(), 2U * unitChanges);
        QCOMPARE(journals.entryList({text("*.jsonl")}, QDir::Files).size(), 0);
        QCOMPARE(journals.entryList({text("*.refused")}, QDir::Files).size(), 1);
    }

    /// Runs this program on a disk of its own (1 MB) that only it sees, after a shell's command: what it prints, with
    /// its exit code behind. Nothing where this machine does not allow it.
    QByteArray onSmallDisk(const QString& command, const QString& what) {
        const QString disk = folder.filePath(text("disk"));
        QDir().mkpath(disk);
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(
            text("unshare"),
            {text("--user"), text("--map-root-user"), text("--mount"), text("sh"), text("-c"),
             text("mount -t tmpfs -o size=1m tmpfs \"$1\" && %1 || exit 77; exec \"$0\" %2 \"$1\"").arg(command, what),
             QCoreApplication::applicationFilePath(), disk});
        if (!process.waitForStarted() || !process.waitForFinished(60000) || process.exitCode() == 77) return {};
        return process.readAllStandardOutput() + "exit " + QByteArray::number(process.exitCode());
    }

    void fullDisk() {
        const QByteArray said = onSmallDisk(text("true"), text("--fill"));
        if (said.isEmpty()) QSKIP("A small disk cannot be mounted here");
        QVERIFY2(said.startsWith("There is no room left on the disk for full.neuraxis"), said.constData());
        QVERIFY2(said.endsWith("exit 0"), said.constData());
    }

    void readOnlyDisk() {
        const Study::Place place = fresh(false);
        Study::open(place, Study::Mode::Create)->apply(unit(1));
        const QByteArray said = onSmallDisk(
            text("cp %1 \"$1\"/look.neuraxis && mount -o remount,ro \"$1\"").arg(place.file), text("--look"));
        if (said.isEmpty()) QSKIP("A read-only disk cannot be mounted here");
        QVERIFY2(said.startsWith("look.neuraxis can only be read from here"), said.constData());
        QVERIFY2(said.endsWith("exit 0"), said.constData());
    }

    void killed() {
        // Ten studies at a time, each killed twenty times and first of all while it is made; by turns on the disk, where
        // most of the time it is waited for, and in memory, where the program works all the time.
        struct Writer {
            Study::Place place;
            int units = 0;
            pid_t process = 0;
            int teller = -1;
        };
        constexpr int writers = 10, rounds = 20;
        const QTemporaryDir memory(QFileInfo::exists(text("/dev/shm")) ? text("/dev/shm/neuraxis-XXXXXX") : QString());
        auto* chance = QRandomGenerator::global();
        std::vector<Writer> all(writers);
        for (int w = 0; w < writers; ++w) {
            all[w].place = fresh(false);
            if (w % 2) all[w].place.file = memory.filePath(QFileInfo(all[w].place.file).fileName());
        }
        int notTold = 0;
        for (int round = 0; round < rounds; ++round) {
            for (Writer& writer : all) {
                int ends[2];
                QCOMPARE(pipe(ends), 0);
                writer.process = fork();
                if (writer.process == 0) {
                    writeUnits(writer.place, writer.units, ends[1]);
                    _exit(1);
                }
                QVERIFY(writer.process > 0);
                close(ends[1]);
                writer.teller = ends[0];
            }
            for (Writer& writer : all) {
                pollfd first{writer.teller, POLLIN, 0};
                if (round > 0) QCOMPARE(poll(&first, 1, 20000), 1);
                QThread::usleep(chance->bounded(10000));
                kill(writer.process, SIGKILL);
            }
            for (Writer& writer : all) {
                int status = 0;
                waitpid(writer.process, &status, 0);
                QVERIFY(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
                int told = writer.units; // each after it was written
                for (char mark = 0; read(writer.teller, &mark, 1) == 1;) ++told;
                close(writer.teller);

                const auto study = Study::open(writer.place, Study::Mode::Create);
                QCOMPARE(study->check(), QStringList());
                const Cohort cohort = study->cohort();
                const int units = writer.units = int(cohort.participants.size());
                QVERIFY2(units == told || units == told + 1, qPrintable(text("%1 units of %2").arg(units).arg(told)));
                QCOMPARE(cohort.visits.size(), 2U * units);
                QCOMPARE(cohort.items.size(), 3U * units);
                QCOMPARE(cohort.events.size(), 1U * units);
                QCOMPARE(study->revision(), unitChanges * units);
                notTold += units - told;
            }
        }
        qInfo("%d kills; %d times a unit was written and not yet told", writers * rounds, notTold);
    }

    void wholeStudyInTime() {
        const Study::Place place = fresh(false);
        const auto study = Study::open(place, Study::Mode::Create);
        std::vector<Change> changes;
        int items = 0;
        const QString more = text("{\"site\":\"Utrecht\"}");
        for (int p = 0; p < 1722; ++p) {
            const QString participant = text("participant-%1").arg(p);
            changes.push_back(
                change("participant", participant, {{text("name"), text("ALS%1").arg(p)}, {text("more"), more}}));
            for (int v = 0; v < 6; ++v) {
                const QString visit = text("visit-%1-%2").arg(p).arg(v);
                changes.push_back(
                    change("visit", visit,
                           {{text("participant"), participant},
                            {text("label"), QString::number(v + 1)},
                            {text("visit_date"), QDate(2010, 1, 1).addDays(p + 120 * v).toString(Qt::ISODate)},
                            {text("scores"), text("{\"alsfrs-r.1\":4,\"alsfrs-r.2\":3}")}}));
                for (int i = 0; i < 6 && items < 60000; ++i, ++items)
                    changes.push_back(
                        change("item", text("item-%1-%2-%3").arg(p).arg(v).arg(i),
                               {{text("visit"), visit},
                                {text("kind"), text("T1")},
                                {text("format"), text("NIfTI")},
                                {text("name"), text("sub-%1_ses-%2_T1w").arg(p).arg(v)},
                                {text("root"), text("/data/als/bids")},
                                {text("path"), text("sub-%1/ses-%2/anat/T1w.nii.gz").arg(p).arg(v)},
                                {text("identity"), text("1.2.840.113619.%1.%2.%3").arg(p).arg(v).arg(i)}}));
            }
        }
        QElapsedTimer clock;
        clock.start();
        study->apply(changes);
        const qint64 written = clock.restart();
        const Cohort cohort = study->cohort();
        const qint64 read = clock.restart();
        QCOMPARE(study->check(), QStringList());
        const qint64 checked = clock.restart();
        QCOMPARE(cohort.participants.size(), 1722U);
        QCOMPARE(cohort.visits.size(), 1722U * 6);
        QCOMPARE(cohort.items.size(), 60000U);
        QCOMPARE(cohort.participants[2].name, text("ALS2"));
        QCOMPARE(cohort.visits[13].participant, text("participant-2"));
        QCOMPARE(cohort.visits[13].label, text("2"));
        qInfo("%lld ms to write, %lld ms to read, %lld ms to check", written, read, checked);
        QVERIFY2(read < 1000, "the grid's window opens in a second");
    }
};

/// Writes units until the disk of a folder is full; prints the sentence. 0 when all that was written before is whole.
static int fillDisk(const QString& folder) {
    const Study::Place place = Study::placeOf(folder + text("/full.neuraxis"));
    const auto study = Study::open(place, Study::Mode::Create);
    int written = 0;
    const QString sentence = sentenceOf([&] {
        for (; written < 10000; ++written) study->apply(unit(written));
    });
    printf("%s\n", qPrintable(sentence));
    const Cohort cohort = study->cohort();
    const bool whole = cohort.participants.size() == std::size_t(written) && cohort.items.size() == 3U * written &&
                       study->revision() == unitChanges * written && study->check().isEmpty();
    return whole ? 0 : 1;
}

/// Looks at a study on a disk that cannot be written; prints the sentence to who tries. 0 when it can be looked at.
static int lookAtDisk(const QString& folder) {
    const auto study = Study::open(Study::placeOf(folder + text("/look.neuraxis")));
    printf("%s\n", qPrintable(sentenceOf([&] { study->apply(unit(2)); })));
    return study->isReadOnly() && study->cohort().visits.size() == 2 && study->check().isEmpty() ? 0 : 1;
}

int main(int argc, char** argv) {
    const QByteArray what = argc == 3 ? argv[1] : "";
    if (what == "--fill" || what == "--look") {
        const QCoreApplication application(argc, argv);
        const QString folder = QFile::decodeName(argv[2]);
        return what == "--fill" ? fillDisk(folder) : lookAtDisk(folder);
    }
    return test::run<TestStudyStore>(argc, argv);
}

#include "tst_study_store.moc"
