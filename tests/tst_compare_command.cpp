#include "app/change_noise.h"
#include "app/command.h"
#include "app/compared_images.h"
#include "command_run.h"
#include "core/io/scan.h"
#include "test_main.h"
#include "visits_phantom.h"

#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace neuraxis;

namespace {

WorldTransform transformOf(const QJsonValue& json) {
    WorldTransform::Rows rows{};
    for (int row = 0; row < 4; ++row)
        for (int column = 0; column < 4; ++column)
            rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)] =
                json.toArray()[row].toArray()[column].toDouble();
    return WorldTransform(rows);
}

QJsonArray visitsIn(const QString& folder) {
    QFile file(folder + QStringLiteral("/alignment.json"));
    if (!file.open(QFile::ReadOnly)) return {};
    return QJsonDocument::fromJson(file.readAll()).object()[QStringLiteral("visits")].toArray();
}

void outcomeColumns() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("says");
}
void row(const char* name, const char* words, int code, const QByteArray& says) {
    QTest::newRow(name) << QString::fromLatin1(words).split(u' ', Qt::SkipEmptyParts) << code << says;
}

} // namespace

/// `neuraxis compare` and `neuraxis render --visit`, on heads whose way from visit to visit is known.
class TestCompareCommand : public QObject {
    Q_OBJECT
    QTemporaryDir dir;
    QString study;

  private Q_SLOTS:
    void initTestCase() { study = test::visitsStudy(dir.path()); }

    void alignsAndKeeps() {
        const QString out = dir.filePath(QStringLiteral("out"));
        const QStringList words{study, QStringLiteral("P1"), QStringLiteral("--out"), out, QStringLiteral("--no-maps")};
        const auto first = test::run(compareCommand, words);
        QCOMPARE(first.err, QByteArray());
        QCOMPARE(first.code, 0);
        const QJsonArray visits = visitsIn(out);
        QCOMPARE(visits.size(), 3);
        for (int i = 0; i < 3; ++i) {
            const QJsonObject visit = visits[i].toObject();
            QCOMPARE(visit[QStringLiteral("verdict")].toString(), QStringLiteral("good"));
            const double apart = test::apartMm(transformOf(visit[QStringLiteral("visitOfFirstLpsMm")]),
                                               test::lying(i) * test::lying(0).inverse());
            QVERIFY2(apart < 0.2, qPrintable(QStringLiteral("%1 mm").arg(apart)));
            const double gain = visit[QStringLiteral("gain")].toDouble(), true_ = 1 / test::brightnessOf[i];
            QVERIFY2(std::abs(gain / true_ - 1) < 0.01, qPrintable(QString::number(gain)));
        }
        for (const char* name : {"side-by-side", "wipe", "checkerboard", "fusion", "difference"})
            QCOMPARE(QImage(out + u'/' + QLatin1String(name) + QStringLiteral(".png")).size(), QSize(1600, 900));
        // What was found is in the study: the second time nothing is aligned anew
        io::Job job;
        const auto open = study::Study::open(study::Study::placeOf(study), study::Study::Mode::Read);
        const CohortIndex index(std::make_shared<const Cohort>(open->cohort()));
        const ComparedImages again =
            comparedImages(*open, index, index.row(index.rowOf(QStringLiteral("P1"))), {}, job);
        QVERIFY(!again.isNew);
        QCOMPARE(again.visits.size(), std::size_t{3});
        QVERIFY(test::apartMm(again.visits[1].place.visitOfShared * again.visits[0].place.visitOfShared.inverse(),
                              test::lying(1)) < 0.2);
    }

    void imagesLieOnTheFirst() {
        // The header says where the image lies on the first visit; its voxels are as they were scanned.
        const QString out = dir.filePath(QStringLiteral("lie"));
        QCOMPARE(test::run(compareCommand,
                           {study, QStringLiteral("P1"), QStringLiteral("--out"), out, QStringLiteral("--no-maps")})
                     .code,
                 0);
        io::Job job;
        const io::Scan scan = io::scan({out + QStringLiteral("/visit-2_in_visit-1.nii.gz")}, job);
        QCOMPARE(scan.found.size(), std::size_t{1});
        const auto volume = io::read(scan.found.front(), job), scanned = test::headAt(1), first = test::headAt(0);
        QCOMPARE(std::memcmp(volume->voxels(), scanned->voxels(), scanned->header().bytes()), 0);
        QVERIFY(length(volume->header().centreLps() - first->header().centreLps()) < 0.2);
        // As ITK has it: "Parameters" is the matrix, then the shift
        QFile file(out + QStringLiteral("/visit-2.tfm"));
        QVERIFY(file.open(QFile::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.startsWith("#Insight Transform File V1.0\n"));
        const QByteArray numbers = text.mid(text.indexOf("Parameters: ") + 12);
        QCOMPARE(numbers.left(numbers.indexOf('\n')).split(' ').size(), 12);
    }

    void writesHereWhereNothingIsSaid() {
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(dir.path()));
        const auto outcome = test::run(compareCommand, {study, QStringLiteral("P1"), QStringLiteral("--no-maps")});
        QVERIFY(QDir::setCurrent(before));
        QCOMPARE(outcome.code, 0);
        QVERIFY(QFile::exists(dir.filePath(QStringLiteral("compare-P1/alignment.json"))));
    }

    void mapsOfNoChange() {
        const QString out = dir.filePath(QStringLiteral("maps"));
        const auto outcome = test::run(compareCommand, {study, QStringLiteral("P1"), QStringLiteral("--out"), out,
                                                        QStringLiteral("--pair"), QStringLiteral("1,2")});
        QCOMPARE(outcome.code, 0);
        for (const char* map : {"difference", "difference-percent", "difference-score", "log-jacobian",
                                "volume-percent", "volume-percent-per-year"})
            QVERIFY2(QFile::exists(out + QStringLiteral("/visit-2_minus_visit-1_%1.nii.gz").arg(QLatin1String(map))),
                     map);
        QFile table(out + QStringLiteral("/visit-2_minus_visit-1_changes.tsv"));
        QVERIFY(table.open(QFile::ReadOnly));
        const QByteArrayList lines = table.readAll().split('\n');
        QCOMPARE(lines.front(), QByteArray("measure\tvalue\tunit"));
        int shares = 0;
        for (const QByteArray& line : lines) {
            if (line.startsWith("time\t")) QVERIFY(std::abs(line.split('\t')[1].toDouble() - 182 / 365.25) < 1e-5);
            if (!line.startsWith("share ")) continue;
            ++shares;
            QVERIFY2(line.split('\t')[1].toDouble() < 0.05, line.constData());
        }
        QCOMPARE(shares, 2);
    }

    void noiseIsTheStudysOwn_data() {
        QTest::addColumn<QList<double>>("ofControls");
        QTest::addColumn<double>("noise");
        QTest::newRow("of five the middle") << QList{.06, .02, .04, .05, .03} << .04;
        QTest::newRow("of four none") << QList{.06, .02, .04, .05} << 0.;
        QTest::newRow("no numbers") << QList{.06, .02, .04, .05, -1.} << 0.;
    }
    void noiseIsTheStudysOwn() {
        QFETCH(QList<double>, ofControls);
        QFETCH(double, noise);
        Cohort cohort;
        std::vector<study::Remark> remarks;
        const auto add = [&](const QString& uid, const QString& group, const QString& quality, double value) {
            Participant participant;
            participant.uid = participant.name = uid;
            participant.group = group;
            cohort.participants.push_back(participant);
            Visit visit;
            visit.uid = uid + QStringLiteral("v");
            visit.participant = uid;
            visit.quality = quality;
            cohort.visits.push_back(visit);
            const ChangeNoise found{value, DifferenceNoise{value / 2, value / 4}};
            for (const study::Change& change :
                 changeNoiseChanges(visit.uid, QStringLiteral("T1"), found, QStringLiteral("test")))
                remarks.push_back({change.record, change.table, change.fields[QStringLiteral("about")].toString(),
                                   change.fields[QStringLiteral("kind")].toString(),
                                   change.fields[QStringLiteral("body")].toString().toUtf8(), change.who, change.at});
        };
        for (int i = 0; i < ofControls.size(); ++i)
            add(QStringLiteral("C%1").arg(i), QStringLiteral("control"), {}, ofControls[i]);
        add(QStringLiteral("A"), QStringLiteral("ALS"), {}, 0.5); // no control
        add(QStringLiteral("F"), QStringLiteral("control"), QStringLiteral("failed"), 0.5);
        const auto all = changeNoiseOf(remarks, cohort);
        const ChangeNoise ofT1 = all.value(QStringLiteral("T1"));
        QCOMPARE(ofT1.volume.value_or(0), noise);
        QCOMPARE(ofT1.brightness ? ofT1.brightness->inTissue : 0., noise / 2);
        QCOMPARE(ofT1.brightness ? ofT1.brightness->edgeMm : 0., noise / 4);
        QVERIFY(!all.value(QStringLiteral("diffusion")).volume); // another kind of image, another noise
    }

    void aControlsNoiseIsKept() {
        const QTemporaryDir other;
        const QString file = test::visitsStudy(other.path());
        const auto run = [&] {
            return test::run(compareCommand,
                             {file, QStringLiteral("P1"), QStringLiteral("--pair"), QStringLiteral("1,2"),
                              QStringLiteral("--out"), other.filePath(QStringLiteral("out"))});
        };
        const auto kept = [&] {
            const auto open = study::Study::open(study::Study::placeOf(file), study::Study::Mode::Read);
            const auto remarks = open->remarks(QStringLiteral("P1-2"));
            return std::count_if(remarks.begin(), remarks.end(),
                                 [](const study::Remark& r) { return r.kind == u"volume-noise"; });
        };
        QCOMPARE(run().code, 0);
        QCOMPARE(kept(), 0); // a patient's
        study::Study::open(study::Study::placeOf(file), study::Study::Mode::Write)
            ->apply({{study::newUid(),
                      QDateTime::currentDateTimeUtc(),
                      QStringLiteral("test"),
                      QStringLiteral("participant"),
                      QStringLiteral("P1"),
                      false,
                      {{QStringLiteral("study_group"), QStringLiteral("control")}}}});
        QCOMPARE(run().code, 0);
        QCOMPARE(kept(), 1);
    }

    /// Five controls of two visits give the study a noise of its own.
    void controlsAreMeasured() {
        const QTemporaryDir other;
        const QString file = test::visitsStudy(other.path());
        std::vector<study::Change> changes;
        const auto put = [&](const char* table, const QString& uid, const QVariantMap& fields) {
            changes.push_back({study::newUid(), QDateTime::currentDateTimeUtc(), QStringLiteral("test"),
                               QString::fromLatin1(table), uid, false, fields});
        };
        for (int i = 1; i <= 5; ++i) {
            Participant control;
            control.name = QStringLiteral("C%1").arg(i);
            control.group = QStringLiteral("control");
            put("participant", control.name, study::fieldsOf(control));
            for (int number = 1; number <= 2; ++number) {
                Visit visit;
                visit.participant = control.name;
                visit.label = QString::number(number);
                visit.date = QDate(2020, 6 * number, 1);
                const QString uid = control.name + u'-' + visit.label;
                put("visit", uid, study::fieldsOf(visit));
                const Item item = test::imageOf(uid, other.path());
                QVERIFY(QFile::copy(other.filePath(QStringLiteral("P1-%1_T1w.nii.gz").arg(number)),
                                    other.filePath(item.path)));
                put("item", uid + QStringLiteral("-T1"), study::fieldsOf(item));
            }
        }
        // Four were compared before
        for (int i = 1; i <= 4; ++i)
            for (const study::Change& change :
                 changeNoiseChanges(QStringLiteral("C%1-2").arg(i), QStringLiteral("T1"),
                                    {0.05, DifferenceNoise{0.02, 0.1}}, QStringLiteral("test")))
                changes.push_back(change);
        study::Study::open(study::Study::placeOf(file), study::Study::Mode::Write)->apply(changes);
        const auto measured = test::run(compareCommand, {file, QStringLiteral("--controls")});
        QVERIFY2(measured.code == 0, measured.err.constData());
        QVERIFY2(measured.out.startsWith("C5: brightness ") &&
                     measured.out.contains("Noise of the study's T1: brightness 2 % in even tissue and 0.1 mm at "
                                           "edges, volume 5.1 %"),
                 measured.out.constData());
        const auto outcome =
            test::run(compareCommand, {file, QStringLiteral("P1"), QStringLiteral("--pair"), QStringLiteral("1,2"),
                                       QStringLiteral("--out"), other.filePath(QStringLiteral("out"))});
        QCOMPARE(outcome.code, 0);
        QVERIFY2(outcome.out.contains("Noise is that of the study's controls") &&
                     outcome.out.contains("Noise is the study's own"),
                 outcome.out.constData());
        // With too few of them each pair is its own measure
        const auto none = test::run(compareCommand, {study, QStringLiteral("--controls")});
        QCOMPARE(none.code, 1);
        QVERIFY(none.err.contains("Fewer than five controls"));
        QCOMPARE(test::run(compareCommand, {study, QStringLiteral("P1"), QStringLiteral("--controls")}).code, 2);
    }

    void oneScanFiledTwiceIsTold() {
        const QString image = dir.filePath(QStringLiteral("P1-1_T1w.nii.gz"));
        const auto outcome =
            test::run(compareCommand, {image, image, QStringLiteral("--no-maps"), QStringLiteral("--out"),
                                       dir.filePath(QStringLiteral("twice"))});
        QCOMPARE(outcome.code, 0);
        QVERIFY2(outcome.out.contains("Visit 2: doubtful") && outcome.err.contains("one scan was filed twice"),
                 outcome.err.constData());
    }

    void anotherContrastIsTold() {
        const auto head = test::headAt(0);
        VolumeHeader header = head->header();
        header.slope = -1;
        header.intercept = 700;
        io::Job job;
        const QString image = dir.filePath(QStringLiteral("P1-1_T1w.nii.gz")),
                      inverted = dir.filePath(QStringLiteral("inverted.nii.gz"));
        io::write(*withHeader(head, header), inverted, job);
        const auto outcome =
            test::run(compareCommand, {image, inverted, QStringLiteral("--no-maps"), QStringLiteral("--out"),
                                       dir.filePath(QStringLiteral("contrasts"))});
        QCOMPARE(outcome.code, 0);
        QVERIFY2(outcome.err.contains("different contrasts"), outcome.err.constData());
        QVERIFY(!QFile::exists(dir.filePath(QStringLiteral("contrasts/difference.png"))));
    }

    void renderShowsVisits_data() {
        outcomeColumns();
        row("one visit", "P1 --visit 2", 0, {});
        row("two side by side", "P1 --visit 2,1 --layout visits-axial", 0, {});
        row("a wipe", "P1 --visit 1,3 --layout axial --blend wipe", 0, {});
        row("all visits", "P1 --layout visits-planes", 0, {});
        row("no such visit", "P1 --visit 7", 1, "P1 has no visit 7; there are 1, 2, 3.");
        row("no such person", "P9 --visit 1", 1, "There is no participant P9");
        row("nobody", "--visit 1", 2, "Name the study and one participant.");
        row("no such blend", "P1 --blend mix", 2, "There is no way to blend called mix");
        row("no such images", "P1 --kind diffusion", 1, "has no images of the kind diffusion");
    }
    void renderShowsVisits() {
        QFETCH(QStringList, words);
        QFETCH(int, code);
        QFETCH(QByteArray, says);
        const QString out = dir.filePath(QStringLiteral("picture.png"));
        QFile::remove(out);
        const auto outcome =
            test::run(renderCommand, QStringList{study} + words +
                                         QStringList{QStringLiteral("--out"), out, QStringLiteral("--size"),
                                                     QStringLiteral("400x300")});
        QVERIFY2(outcome.err.contains(says), outcome.err.constData());
        QCOMPARE(outcome.code, code);
        QCOMPARE(QImage(out).isNull(), code != 0);
    }

    void tellsWhatIsWrong_data() {
        outcomeColumns();
        row("nothing", "", 2, "Name a study and a participant");
        row("one visit only", "STUDY P2 --out DIR/wrong", 1, "nothing can be compared");
        row("one visit asked for", "STUDY P1 --visit 2 --out DIR/wrong", 1, "nothing can be compared");
        row("nobody", "STUDY P9 --out DIR/wrong", 1, "There is no participant P9");
        row("another way", "STUDY P1 --out DIR/wrong --align bent", 2, "--align is rigid or affine.");
        row("a pair of one", "STUDY P1 --out DIR/wrong --pair 1,1 --no-maps", 2, "two visits that differ");
        row("one image", "DIR/P1-1_T1w.nii.gz --out DIR/wrong", 2, "two visits at least");
        row("no image", "DIR/P1-1_T1w.nii.gz DIR/none.nii.gz --out DIR/wrong", 1, "none.nii.gz");
    }
    void tellsWhatIsWrong() {
        QFETCH(QStringList, words);
        QFETCH(int, code);
        QFETCH(QByteArray, says);
        words.replaceInStrings(QStringLiteral("STUDY"), study).replaceInStrings(QStringLiteral("DIR"), dir.path());
        const auto outcome = test::run(compareCommand, words);
        QVERIFY2(outcome.err.contains(says), outcome.err.constData());
        QCOMPARE(outcome.code, code);
    }

    void timeBetweenIsTold_data() {
        QTest::addColumn<QString>("date");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("one day") << "2020-01-01" << QByteArray("Both visits were on one day");
        QTest::newRow("two months") << "2020-03-01" << QByteArray("Less than three months");
        QTest::newRow("no date") << "" << QByteArray("date is not known");
        QTest::newRow("half a year") << "2020-07-01" << QByteArray();
    }
    void timeBetweenIsTold() {
        QFETCH(QString, date);
        QFETCH(QByteArray, says);
        const auto open = study::Study::open(study::Study::placeOf(study), study::Study::Mode::Write);
        open->apply({{study::newUid(),
                      QDateTime::currentDateTimeUtc(),
                      QStringLiteral("test"),
                      QStringLiteral("visit"),
                      QStringLiteral("P1-2"),
                      false,
                      {{QStringLiteral("visit_date"), date}}}});
        const auto outcome = test::run(compareCommand, {study, QStringLiteral("P1"), QStringLiteral("--pair"),
                                                        QStringLiteral("1,2"), QStringLiteral("--no-maps"),
                                                        QStringLiteral("--out"), dir.filePath(QStringLiteral("time"))});
        QCOMPARE(outcome.code, 0);
        QVERIFY2(says.isEmpty() ? outcome.err.isEmpty() : outcome.err.contains(says), outcome.err.constData());
    }

    void failedQualityIsLeftOut() {
        const QTemporaryDir other;
        const QString file = test::visitsStudy(other.path(), true), out = other.filePath(QStringLiteral("out"));
        const QStringList words{file, QStringLiteral("P1"), QStringLiteral("--out"), out};
        const auto outcome = test::run(compareCommand, words);
        QCOMPARE(outcome.code, 0);
        QVERIFY2(outcome.err.contains("failed quality"), outcome.err.constData());
        QVERIFY(QFile::exists(out + QStringLiteral("/visit-2_minus_visit-1_log-jacobian.nii.gz")));
        QVERIFY(!QFile::exists(out + QStringLiteral("/visit-3_minus_visit-1_log-jacobian.nii.gz")));
    }
};

NEURAXIS_TEST_MAIN(TestCompareCommand)
#include "tst_compare_command.moc"
