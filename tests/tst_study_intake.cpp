#include "core/io/error.h"
#include "core/io/key_table.h"
#include "core/study/dicom_intake.h"
#include "core/study/intake_folder.h"
#include "dicom_phantom.h"
#include "sample_data.h"
#include "test_main.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTemporaryDir>

using namespace neuraxis;
using namespace neuraxis::study;

namespace {

void put(const QString& path, const QByteArray& bytes = {}) {
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY2(file.open(QFile::WriteOnly), qPrintable(path));
    file.write(bytes);
}

template <class Value> QString words(const QMap<QString, Value>& map) {
    QStringList all;
    for (auto it = map.begin(); it != map.end(); ++it) {
        if constexpr (std::is_same_v<Value, double>)
            all << it.key() + u'=' + QString::number(it.value());
        else
            all << it.key() + u'=' + it.value();
    }
    return all.join(u' ');
}

/// All that was found, a line each: what tests compare.
QStringList lines(const Intake& intake) {
    QStringList all;
    for (const auto& p : intake.participants) {
        const Participant& who = p.participant;
        all << QStringList{who.name,
                           who.group,
                           who.sex,
                           who.birthYear ? QString::number(*who.birthYear, 'f', 2) : QString(),
                           who.genotype,
                           who.onsetSite,
                           who.onset.toString(Qt::ISODate),
                           words(who.more)}
                   .join(u'|');
        for (const auto& v : p.visits) {
            all << QStringLiteral("- ") + QStringList{v.visit.label, v.visit.date.toString(Qt::ISODate),
                                                      v.visit.ageYears ? QString::number(*v.visit.ageYears) : QString(),
                                                      words(v.visit.scores), words(v.visit.more)}
                                              .join(u'|');
            for (const Item& i : v.items)
                all << QStringLiteral("-- ") + QStringList{i.kind, i.format, i.path, words(i.more)}.join(u'|');
        }
        for (const StudyEvent& e : p.events) all << QStringLiteral("* ") + e.kind + u'|' + e.date.toString(Qt::ISODate);
    }
    return all;
}

std::vector<Intake> looked(const QString& path, const IntakeOptions& options = {}) {
    io::Job job;
    return lookInto({path}, options, job);
}

Intake only(const QString& path, const IntakeOptions& options = {}) {
    const std::vector<Intake> all = looked(path, options);
    return all.size() == 1 ? all[0] : Intake{{}, {QStringLiteral("%1 intakes").arg(all.size())}, {}};
}

/// Changes put into a cohort, as a database would.
void apply(Cohort& cohort, const std::vector<std::vector<Change>>& all) {
    const auto day = [](const QVariant& v) { return QDate::fromString(v.toString(), Qt::ISODate); };
    const auto record = [](auto& records, const QString& uid) -> auto& {
        for (auto& r : records)
            if (r.uid == uid) return r;
        records.emplace_back();
        records.back().uid = uid;
        return records.back();
    };
    const auto strings = [](const QVariant& v) {
        QMap<QString, QString> map;
        const QJsonObject object = QJsonDocument::fromJson(v.toString().toUtf8()).object();
        for (auto it = object.begin(); it != object.end(); ++it) map[it.key()] = it.value().toString();
        return map;
    };
    for (const auto& changes : all)
        for (const Change& c : changes)
            for (auto f = c.fields.begin(); f != c.fields.end(); ++f) {
                const QString name = f.key(), text = f.value().toString();
                if (c.table == QStringLiteral("participant")) {
                    Participant& p = record(cohort.participants, c.record);
                    if (name == QStringLiteral("name")) p.name = text;
                    if (name == QStringLiteral("study_group")) p.group = text;
                    if (name == QStringLiteral("sex")) p.sex = text;
                    if (name == QStringLiteral("genotype")) p.genotype = text;
                    if (name == QStringLiteral("onset_site")) p.onsetSite = text;
                    if (name == QStringLiteral("birth_year")) p.birthYear = f.value().toDouble();
                    if (name == QStringLiteral("onset_date")) p.onset = day(f.value());
                    if (name == QStringLiteral("more")) p.more = strings(f.value());
                } else if (c.table == QStringLiteral("visit")) {
                    Visit& v = record(cohort.visits, c.record);
                    if (name == QStringLiteral("participant")) v.participant = text;
                    if (name == QStringLiteral("label")) v.label = text;
                    if (name == QStringLiteral("visit_date")) v.date = day(f.value());
                    if (name == QStringLiteral("age_years")) v.ageYears = f.value().toDouble();
                    if (name == QStringLiteral("quality")) v.quality = text;
                    if (name == QStringLiteral("more")) v.more = strings(f.value());
                    if (name == QStringLiteral("scores")) {
                        v.scores.clear();
                        const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
                        for (auto it = object.begin(); it != object.end(); ++it)
                            v.scores[it.key()] = it.value().toDouble();
                    }
                } else if (c.table == QStringLiteral("item")) {
                    Item& i = record(cohort.items, c.record);
                    if (name == QStringLiteral("visit")) i.visit = text;
                    if (name == QStringLiteral("kind")) i.kind = text;
                    if (name == QStringLiteral("format")) i.format = text;
                    if (name == QStringLiteral("name")) i.name = text;
                    if (name == QStringLiteral("root")) i.root = text;
                    if (name == QStringLiteral("path")) i.path = text;
                    if (name == QStringLiteral("identity")) i.identity = text;
                    if (name == QStringLiteral("more")) i.more = strings(f.value());
                } else if (c.table == QStringLiteral("event")) {
                    StudyEvent& e = record(cohort.events, c.record);
                    if (name == QStringLiteral("participant")) e.participant = text;
                    if (name == QStringLiteral("kind")) e.kind = text;
                    if (name == QStringLiteral("event_date")) e.date = day(f.value());
                }
            }
}

/// Adds what was found; its changes as "table: fields", one a line.
QStringList add(Cohort& cohort, const std::vector<Intake>& found, QStringList* problems = nullptr) {
    QStringList told, all;
    for (const Intake& intake : found) {
        const auto changes = changesFor(cohort, intake, QStringLiteral("tester"), problems ? *problems : told);
        for (const auto& list : changes)
            for (const Change& c : list) all << c.table + QStringLiteral(": ") + c.fields.keys().join(u' ');
        apply(cohort, changes);
    }
    return all;
}

/// A small data set with all kinds of things in it.
void putBids(const QString& root) {
    const auto file = [&](const char* path, const QByteArray& bytes) { put(root + u'/' + QLatin1String(path), bytes); };
    file("dataset_description.json", R"({"Name": "Made", "BIDSVersion": "1.8.0"})");
    file("participants.tsv", "participant_id\tsex\tage\tgroup\n"
                             "sub-01\tF\t61\tALS\nsub-02\tM\t58\thealthy\nsub-03\tn/a\tn/a\tn/a\n");
    file("sub-01/sub-01_sessions.tsv",
         "session_id\tacq_time\tpain\nses-01\t2020-03-04T10:00:00\t2\nses-02\t2021-03-05\t3\n");
    file("sub-01/ses-01/anat/sub-01_ses-01_T1w.nii.gz", "a");
    file("sub-01/ses-01/anat/sub-01_ses-01_T1w.json", "{}");
    file("sub-01/ses-01/anat/sub-01_ses-01_acq-cord_T2w.nii.gz", "b");
    file("sub-01/ses-01/dwi/sub-01_ses-01_dwi.nii.gz", "c");
    file("sub-01/ses-02/anat/sub-01_ses-02_T1w.nii.gz", "d");
    file("sub-01/ses-02/func/sub-01_ses-02_task-rest_bold.nii.gz", "e");
    file("sub-01/ses-02/pet/sub-01_ses-02_trc-FDG_pet.nii.gz", "f");
    file("sub-02/anat/sub-02_T1w.nii", "g");
    file("sub-02/sub-02_scans.tsv", "filename\tacq_time\nanat/sub-02_T1w.nii\t2019-07-01T09:00:00\n");
    file("phenotype/ecas.tsv", "participant_id\tsession_id\ttotal\nsub-01\tses-02\t101\n");
    file("derivatives/freesurfer/sub-01_ses-01/mri/orig.mgz", "h");
    file("derivatives/freesurfer/sub-01_ses-01/surf/lh.thickness", "i");
    file("derivatives/cato/sub-01/ses-02/DWI_processed/sub-01_connectivity_gqi_dti_lausanne250.mat", "j");
    file("derivatives/sct/sub-01/ses-01/anat/sub-01_ses-01_T2w_seg.nii.gz", "k");
}

} // namespace

class TestStudyIntake : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void templates_data() {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("expected"); // participant|visit|more, or nothing
        const auto row = [](const char* name, const char* pattern, const char* path, const char* expected) {
            QTest::newRow(name) << QString::fromLatin1(pattern) << QString::fromLatin1(path)
                                << QString::fromLatin1(expected);
        };
        const char* t1 = "sub-{participant}/[ses-{visit}/]anat/*_T1w.nii*";
        row("session", t1, "sub-01/ses-02/anat/sub-01_ses-02_T1w.nii.gz", "01|02|");
        row("no session", t1, "sub-01/anat/sub-01_T1w.nii", "01||");
        row("another suffix", t1, "sub-01/anat/sub-01_T2w.nii", "");
        row("a star ends at a slash", t1, "sub-01/anat/more/sub-01_T1w.nii", "");
        row("deeper", t1, "x/sub-01/anat/sub-01_T1w.nii", "");
        row("any depth", "**/{participant}_T1.nii", "a/b/c/P7_T1.nii", "P7||");
        row("the same word twice", "{participant}/{participant}_T1.nii", "P7/P7_T1.nii", "P7||");
        row("two different ones", "{participant}/{participant}_T1.nii", "P7/P8_T1.nii", "");
        row("dots are dots", "{participant}.nii", "P7xnii", "");
        row("longitudinal", "{visit}.long.{base}", "tp1.long.P7", "|tp1|base=P7");
        row("last of two", "{visit}.long.{base}", "a.long.b.long.P7", "|a.long.b|base=P7");
        row("one character", "{participant}_?.nii", "P7_a.nii", "P7||");
        row("two characters", "{participant}_?.nii", "P7_ab.nii", "");
    }
    void templates() {
        QFETCH(QString, pattern);
        QFETCH(QString, path);
        QFETCH(QString, expected);
        const PathMatcher matcher({{QStringLiteral("T1"), QStringLiteral("NIfTI"), pattern}});
        const auto match = matcher.match(path);
        const QString found = match ? match->participant + u'|' + match->visit + u'|' + words(match->more) : QString();
        QCOMPARE(found, expected);
    }

    void settingsFile_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected"); // kinds, or a part of the sentence
        QTest::newRow("INI") << QByteArray("; ours\n[a]\nkind=T1\nformat=NIfTI\npattern={participant}/t1.nii\n"
                                           "[b]\nkind = cord\nformat = NIfTI\npattern = {participant}/[x/]c.nii\n")
                             << QStringLiteral("T1 cord");
        QTest::newRow("JSON") << QByteArray(
                                     R"({"templates":[{"kind":"T1","format":"NIfTI","pattern":"{participant}.nii"}]})")
                              << QStringLiteral("T1");
        QTest::newRow("unknown kind") << QByteArray("[a]\nkind=T9\nformat=NIfTI\npattern={participant}.nii\n")
                                      << QStringLiteral("template a");
        QTest::newRow("no pattern") << QByteArray("[a]\nkind=T1\nformat=NIfTI\n") << QStringLiteral("template a");
        QTest::newRow("nobody") << QByteArray("[a]\nkind=T1\nformat=NIfTI\npattern=*.nii\n")
                                << QStringLiteral("{participant}");
        QTest::newRow("open bracket") << QByteArray("[a]\nkind=T1\nformat=NIfTI\npattern={participant}/[x.nii\n")
                                      << QStringLiteral("do not close");
        QTest::newRow("open brace") << QByteArray("[a]\nkind=T1\nformat=NIfTI\npattern={participant/x.nii\n")
                                    << QStringLiteral("do not close");
        QTest::newRow("damaged JSON") << QByteArray("{\"templates\":[") << QStringLiteral("JSON");
        QTest::newRow("empty") << QByteArray() << QStringLiteral("no path templates");
    }
    void settingsFile() {
        QFETCH(QByteArray, text);
        QFETCH(QString, expected);
        const QTemporaryDir dir;
        put(dir.filePath(QStringLiteral("paths")), text);
        QString found;
        try {
            QStringList kinds;
            for (const PathTemplate& t : readPathTemplates(dir.filePath(QStringLiteral("paths")))) kinds << t.kind;
            QCOMPARE(kinds.join(u' '), expected);
        } catch (const io::Error& error) {
            QVERIFY2(error.sentence().contains(expected), qPrintable(error.sentence()));
            QVERIFY(error.sentence().contains(QStringLiteral("paths")));
        }
    }

    void presetsCompile() {
        for (const QString& name : presetNames()) QVERIFY(!presetTemplates(name).empty());
        for (const QString& name : presetNames()) PathMatcher{presetTemplates(name)};
    }

    void bids() {
        const QTemporaryDir dir;
        putBids(dir.path());
        const Intake found = only(dir.path());
        QCOMPARE(found.problems, QStringList());
        QCOMPARE(found.kind, QStringLiteral("BIDS"));
        QCOMPARE(
            lines(found),
            QStringLiteral("01|ALS|F|||||age=61\n"
                           "- 01|2020-03-04||pain=2|\n"
                           "-- cord|SCT|derivatives/sct/sub-01/ses-01/anat/sub-01_ses-01_T2w_seg.nii.gz|pipeline=sct\n"
                           "-- T1|NIfTI|sub-01/ses-01/anat/sub-01_ses-01_T1w.nii.gz|\n"
                           "-- cord|NIfTI|sub-01/ses-01/anat/sub-01_ses-01_acq-cord_T2w.nii.gz|\n"
                           "-- diffusion|NIfTI|sub-01/ses-01/dwi/sub-01_ses-01_dwi.nii.gz|\n"
                           "-- thickness|FreeSurfer|derivatives/freesurfer/sub-01_ses-01|\n"
                           "- 02|2021-03-05||ecas.total=101 pain=3|\n"
                           "-- connectome|CATO|derivatives/cato/sub-01/ses-02/DWI_processed/"
                           "sub-01_connectivity_gqi_dti_lausanne250.mat|method=gqi_dti template=lausanne250\n"
                           "-- T1|NIfTI|sub-01/ses-02/anat/sub-01_ses-02_T1w.nii.gz|\n"
                           "-- functional|NIfTI|sub-01/ses-02/func/sub-01_ses-02_task-rest_bold.nii.gz|\n"
                           "-- glucose|NIfTI|sub-01/ses-02/pet/sub-01_ses-02_trc-FDG_pet.nii.gz|\n"
                           "02|control|M|||||age=58\n"
                           "- 1|2019-07-01|||\n"
                           "-- T1|NIfTI|sub-02/anat/sub-02_T1w.nii|\n"
                           "03|||||||")
                .split(u'\n'));
    }

    /// A participant's or session's folder by itself is the same as in its data set.
    void partOfBids() {
        const QTemporaryDir dir;
        putBids(dir.path());
        const Intake one = only(dir.filePath(QStringLiteral("sub-02")));
        QCOMPARE(lines(one), QStringLiteral("02|control|M|||||age=58\n- 1|2019-07-01|||\n"
                                            "-- T1|NIfTI|sub-02/anat/sub-02_T1w.nii|")
                                 .split(u'\n'));
        const Intake session = only(dir.filePath(QStringLiteral("sub-01/ses-02")));
        QCOMPARE(session.participants.size(), 1U);
        QStringList items;
        for (const auto& v : session.participants[0].visits)
            for (const Item& i : v.items) items << v.visit.label + u' ' + i.kind;
        QCOMPARE(items.join(u'|'), QStringLiteral("02 T1|02 functional|02 glucose"));
        Cohort cohort;
        add(cohort, looked(dir.path()));
        QCOMPARE(add(cohort, {one}), QStringList());
        QCOMPARE(add(cohort, {session}), QStringList());
    }

    void addingAgainAndMoving() {
        const QTemporaryDir dir;
        const QString first = dir.filePath(QStringLiteral("first")), second = dir.filePath(QStringLiteral("second"));
        putBids(first);
        Cohort cohort;
        QStringList problems;
        QVERIFY(!add(cohort, looked(first), &problems).isEmpty());
        QCOMPARE(cohort.participants.size(), 3U);
        QCOMPARE(cohort.visits.size(), 3U);
        QCOMPARE(cohort.items.size(), 10U);
        QCOMPARE(add(cohort, looked(first), &problems), QStringList());

        QVERIFY(QDir().rename(first, second));
        const QStringList moved = add(cohort, looked(second), &problems);
        QCOMPARE(moved, QStringList(10, QStringLiteral("item: root")));
        for (const Item& item : cohort.items) QVERIFY(QFileInfo::exists(item.root + u'/' + item.path));
        QCOMPARE(add(cohort, looked(second), &problems), QStringList());

        // One file under another name
        QVERIFY(QFile::rename(second + QStringLiteral("/sub-02/anat/sub-02_T1w.nii"),
                              second + QStringLiteral("/sub-02/anat/sub-02_run-1_T1w.nii")));
        QCOMPARE(add(cohort, looked(second), &problems), QStringList{QStringLiteral("item: name path")});
        QCOMPARE(problems, QStringList());
    }

    void freesurfer() {
        const QTemporaryDir dir;
        const auto subject = [&](const char* name, bool measured = true) {
            const QString folder = dir.filePath(QLatin1String(name));
            QDir().mkpath(folder + QStringLiteral("/mri"));
            QDir().mkpath(folder + QStringLiteral("/surf"));
            if (measured) put(folder + QStringLiteral("/surf/lh.thickness"), name);
        };
        for (const char* name :
             {"fsaverage", "sub-01_ses-1", "sub-01_ses-2", "sub-01", "sub-01_ses-1.long.sub-01",
              "sub-01_ses-2.long.sub-01", "P2_m00", "P2_m06", "P2", "P2_m00.long.P2", "P2_m06.long.P2", "sub-03"})
            subject(name);
        subject("P4_tp1", false);
        put(dir.filePath(QStringLiteral("sub-03/scripts/recon-all.error")));
        const Intake found = only(dir.path());
        QCOMPARE(found.kind, QStringLiteral("FreeSurfer"));
        QCOMPARE(lines(found), QStringLiteral("01|||||||\n"
                                              "- 1||||\n"
                                              "-- thickness|FreeSurfer|sub-01_ses-1|\n"
                                              "-- thickness|FreeSurfer|sub-01_ses-1.long.sub-01|base=sub-01\n"
                                              "- 2||||\n"
                                              "-- thickness|FreeSurfer|sub-01_ses-2|\n"
                                              "-- thickness|FreeSurfer|sub-01_ses-2.long.sub-01|base=sub-01\n"
                                              "03|||||||\n"
                                              "- 1||||\n"
                                              "-- thickness|FreeSurfer|sub-03|\n"
                                              "P2|||||||\n"
                                              "- m00||||\n"
                                              "-- thickness|FreeSurfer|P2_m00|\n"
                                              "-- thickness|FreeSurfer|P2_m00.long.P2|base=P2\n"
                                              "- m06||||\n"
                                              "-- thickness|FreeSurfer|P2_m06|\n"
                                              "-- thickness|FreeSurfer|P2_m06.long.P2|base=P2\n"
                                              "P4|||||||\n"
                                              "- 1||||\n"
                                              "-- other|FreeSurfer|P4_tp1|")
                                   .split(u'\n'));
        QCOMPARE(found.problems.size(), 1);
        QVERIFY(found.problems[0].contains(QStringLiteral("sub-03")));

        const QString nested = dir.filePath(QStringLiteral("nested/sub-05/ses-02"));
        put(nested + QStringLiteral("/surf/lh.thickness"), "x");
        put(nested + QStringLiteral("/mri/orig.mgz"), "x");
        QCOMPARE(lines(only(nested)),
                 QStringLiteral("05|||||||\n- 02||||\n-- thickness|FreeSurfer|sub-05/ses-02|").split(u'\n'));

        // One subject by itself is the same as in its folder
        Cohort cohort;
        add(cohort, {found});
        QCOMPARE(add(cohort, looked(dir.filePath(QStringLiteral("P2_m06")))), QStringList());
        QCOMPARE(add(cohort, looked(dir.filePath(QStringLiteral("sub-03")))), QStringList());
    }

    void cato() {
        const QTemporaryDir dir;
        put(dir.filePath(QStringLiteral("ALS7/DWI_processed/ALS7_connectivity_csd_aparc.mat")), "1");
        put(dir.filePath(QStringLiteral("ALS7/DWI_processed/ALS7_fibers_csd.trk")), "2");
        put(dir.filePath(QStringLiteral("ALS7/fMRI_processed/ALS7_connectivity_scrubbed_0.01-0.1_aparc.mat")), "3");
        put(dir.filePath(QStringLiteral("sub-8/ses-02/DWI_processed/sub-8_ses-02_connectivity_dti_economo.mat")), "4");
        const Intake found = only(dir.path());
        QCOMPARE(found.kind, QStringLiteral("CATO"));
        QCOMPARE(
            lines(found),
            QStringLiteral("8|||||||\n"
                           "- 02||||\n"
                           "-- connectome|CATO|sub-8/ses-02/DWI_processed/sub-8_ses-02_connectivity_dti_economo.mat"
                           "|method=dti template=economo\n"
                           "ALS7|||||||\n"
                           "- 1||||\n"
                           "-- connectome|CATO|ALS7/DWI_processed/ALS7_connectivity_csd_aparc.mat"
                           "|method=csd template=aparc\n"
                           "-- tracts|CATO|ALS7/DWI_processed/ALS7_fibers_csd.trk|method=csd\n"
                           "-- connectome|CATO|ALS7/fMRI_processed/ALS7_connectivity_scrubbed_0.01-0.1_aparc.mat"
                           "|method=scrubbed_0.01-0.1 template=aparc")
                .split(u'\n'));
    }

    void sct() {
        const QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("csa.csv"));
        put(file, "Filename,Slice (I->S),VertLevel,MEAN(area)\n"
                  "out/sub-01/anat/sub-01_T2w_seg.nii.gz,1:2,2,80\nout/sub-01/anat/sub-01_T2w_seg.nii.gz,3:4,3,78\n"
                  "out/sub-02/ses-B/anat/x_seg.nii.gz,1:2,2,70\nt2_seg.nii.gz,1:2,2,70\n");
        const Intake found = only(file);
        QCOMPARE(found.kind, QStringLiteral("SCT"));
        QCOMPARE(lines(found), QStringLiteral("01|||||||\n- 1||||\n-- cord|SCT|csa.csv|\n"
                                              "02|||||||\n- B||||\n-- cord|SCT|csa.csv|")
                                   .split(u'\n'));
        QCOMPARE(found.problems.size(), 1);
        QVERIFY(found.problems[0].contains(QStringLiteral("row 5")));
        IntakeOptions options;
        options.participant = QStringLiteral("P9");
        QCOMPARE(only(file, options).participants.size(), 3U);
        QCOMPARE(only(file, options).problems, QStringList());
    }

    void ownTemplates() {
        const QTemporaryDir dir;
        put(dir.filePath(QStringLiteral("neuraxis.ini")),
            "[anatomy]\nkind=T1\nformat=NIfTI\npattern={participant}/{visit}/T1.nii.gz\n");
        put(dir.filePath(QStringLiteral("P1/year0/T1.nii.gz")), "1");
        put(dir.filePath(QStringLiteral("P1/year1/T1.nii.gz")), "2");
        const Intake found = only(dir.path());
        QCOMPARE(lines(found), QStringLiteral("P1|||||||\n- year0||||\n-- T1|NIfTI|P1/year0/T1.nii.gz|\n"
                                              "- year1||||\n-- T1|NIfTI|P1/year1/T1.nii.gz|")
                                   .split(u'\n'));
    }

    void seriesKinds_data() {
        QTest::addColumn<QString>("description");
        QTest::addColumn<QString>("kind");
        // As scanners of three vendors name them
        for (const auto& [description, kind] :
             std::initializer_list<std::pair<const char*, const char*>>{{"ADNI_Sag3D MPRAGE", "T1"},
                                                                        {"anat-T1w_acq-tfl", "T1"},
                                                                        {"sT1W_3D_TFE", "T1"},
                                                                        {"WIP 3DT1 SENSE", "T1"},
                                                                        {"Sag T1 FSPGR BRAVO", "T1"},
                                                                        {"t1_mprage_sag_p2_iso", "T1"},
                                                                        {"DTI_45dir_b1200", "diffusion"},
                                                                        {"DWI_SagAPmosaic", "diffusion"},
                                                                        {"ep2d_diff_mddw_64", "diffusion"},
                                                                        {"fmri_SagAP", "functional"},
                                                                        {"rs-fMRI", "functional"},
                                                                        {"func-bold_task-rest", "functional"},
                                                                        {"C-spine T2 sag", "cord"},
                                                                        {"t2_space_cervical cord", "cord"},
                                                                        {"DTI cord", "cord"},
                                                                        {"t2_tse_spinecho_tra", "other"},
                                                                        {"gre_field_mapping", "other"},
                                                                        {"T2 FLAIR", "other"},
                                                                        {"AAHead_Scout", "other"},
                                                                        {"ep2d_diff_ADC", "other"},
                                                                        {"test1_T2", "other"},
                                                                        {"Survey", "other"},
                                                                        {"2H DMI CSI", "glucose"},
                                                                        {"", "other"}})
            QTest::newRow(description) << QString::fromLatin1(description) << QString::fromLatin1(kind);
    }
    void seriesKinds() {
        QFETCH(QString, description);
        QFETCH(QString, kind);
        QCOMPARE(kindOfSeries(description, QStringLiteral("MR")), kind);
        QCOMPARE(kindOfSeries(QStringLiteral("FDG brain"), QStringLiteral("PT")), QStringLiteral("glucose"));
        QCOMPARE(kindOfSeries(QStringLiteral("Cervical LAT"), QStringLiteral("CR")), QStringLiteral("other"));
        QCOMPARE(kindOfSeries(QStringLiteral("PiB brain"), QStringLiteral("PT")), QStringLiteral("other"));
    }

    void dicom() {
        const QTemporaryDir dir;
        const auto slice = [&](const char* path, const char* patient, const char* study, const char* series,
                               const char* date, const char* description) {
            for (int i = 0; i < 2; ++i) {
                test::DicomPhantom phantom;
                phantom.seriesUid = series;
                phantom.description = description;
                phantom.position = "0\\0\\" + QByteArray::number(3 * i);
                phantom.instance = i + 1;
                phantom.more[0x00080020] = date;
                phantom.more[0x00100010] = patient;
                phantom.more[0x00100020] = patient;
                phantom.more[0x0020000d] = study;
                put(dir.filePath(QStringLiteral("%1/IM%2").arg(QLatin1String(path)).arg(i)), phantom.bytes());
            }
        };
        slice("all/ALS001/a", "Doe^Jane", "2.25.11", "2.25.21", "20200102", "T1W_3D_TFE");
        slice("all/ALS001/b", "Doe^Jane", "2.25.11", "2.25.22", "20200102", "DTI_45dir");
        slice("all/ALS001/c", "Doe^Jane", "2.25.12", "2.25.23", "20210304", "C-spine T2");
        slice("all/CON01/a", "Roe^John", "2.25.13", "2.25.24", "20200203", "rs-fMRI");
        const Intake found = only(dir.filePath(QStringLiteral("all")));
        QCOMPARE(found.problems, QStringList());
        QCOMPARE(lines(found), QStringLiteral("ALS001|||||||\n"
                                              "- |2020-01-02|||\n"
                                              "-- T1|DICOM|ALS001/a|series=4\n"
                                              "-- diffusion|DICOM|ALS001/b|series=4\n"
                                              "- |2021-03-04|||\n"
                                              "-- cord|DICOM|ALS001/c|series=4\n"
                                              "CON01|||||||\n"
                                              "- |2020-02-03|||\n"
                                              "-- functional|DICOM|CON01/a|series=4")
                                   .split(u'\n'));
        QCOMPARE(found.participants[0].visits[0].items[0].identity, QStringLiteral("2.25.21"));

        Cohort cohort;
        QStringList problems;
        add(cohort, {found}, &problems);
        QStringList labels;
        for (const Visit& v : cohort.visits) labels << v.label;
        QCOMPARE(labels.join(u' '), QStringLiteral("1 2 1"));
        QVERIFY(QDir().rename(dir.filePath(QStringLiteral("all")), dir.filePath(QStringLiteral("elsewhere"))));
        QCOMPARE(add(cohort, looked(dir.filePath(QStringLiteral("elsewhere"))), &problems),
                 QStringList(4, QStringLiteral("item: root")));
        QCOMPARE(problems, QStringList());

        // The same scans under another pseudonym
        IntakeOptions other;
        other.participant = QStringLiteral("X1");
        add(cohort, looked(dir.filePath(QStringLiteral("elsewhere/CON01")), other), &problems);
        QCOMPARE(problems.size(), 1);
        QVERIFY(problems[0].contains(QStringLiteral("CON01")));

        // What is no pseudonym, and several people as one
        slice("doe_jane/a", "Doe^Jane", "2.25.31", "2.25.41", "20200102", "T1");
        const Intake named = only(dir.filePath(QStringLiteral("doe_jane")));
        QVERIFY(named.participants.empty() && named.problems.size() == 1);
        QVERIFY(!named.problems[0].contains(QStringLiteral("doe"), Qt::CaseInsensitive));
        const Intake together = only(dir.filePath(QStringLiteral("elsewhere")), other);
        QVERIFY(together.participants.empty() && together.problems.size() == 1);
        slice("X9/a", "X9", "2.25.51", "2.25.61", "", "T1");
        const Intake undated = only(dir.filePath(QStringLiteral("X9/a/IM0")));
        QCOMPARE(lines(undated), (QStringList{QStringLiteral("a|||||||"), QStringLiteral("- 1||||"),
                                              QStringLiteral("-- T1|DICOM|IM0|series=4")}));
        QVERIFY(undated.problems.value(0).contains(QStringLiteral("no date")));
        other.visit = QStringLiteral("base");
        const Intake given = only(dir.filePath(QStringLiteral("elsewhere/CON01")), other);
        QCOMPARE(lines(given).value(1), QStringLiteral("- base|2020-02-03|||"));
    }

    void tables_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");     // lines
        QTest::addColumn<QStringList>("problems"); // a part of each
        const auto row = [](const char* name, const QByteArray& text, const char* expected,
                            const QStringList& problems = {}) {
            QTest::newRow(name) << text << QString::fromUtf8(expected) << problems;
        };
        row("comma", "subject,sex,group\nP1,female,MND\nP2,m,HC\n", "P1|ALS|F|||||\nP2|control|M|||||");
        row("tab, no last line end", "id\tsex\nP1\tV", "P1||F|||||");
        row("semicolon, decimal comma, mark of UTF-8", "\xef\xbb\xbfid;visit;age;BMI\nP1;1;61,5;22,25\n",
            "P1|||||||\n- 1||61.5|BMI=22.25|");
        row("quotes", "id,site of onset,remark\nP1,\"arm, left\",\"said \"\"no\"\"\"\n",
            "P1|||||arm, left||remark=said \"no\"");
        row("Latin 1", "id;gene\nP1;na\xefve\n", "P1||||na\xc3\xafve|||");
        row("missing values", "id,sex,genotype,age\nP1,n/a,NA,-\n", "P1|||||||");
        row("dates day first", "id;bezoek;datum;geboortedatum\nP1;T0;31-01-2020;05-06-1950\n",
            "P1|||1950.46||||\n- T0|2020-01-31|||");
        row("dates month first", "id,visit,visit date\nP1,1,1/31/2020\nP2,1,2/3/2020\n",
            "P1|||||||\n- 1|2020-01-31|||\nP2|||||||\n- 1|2020-02-03|||");
        row("only dates", "id,date,fvc\nP1,2020-01-31,88\nP1,2020-07-31,80\n",
            "P1|||||||\n- |2020-01-31||fvc=88|\n- |2020-07-31||fvc=80|");
        row("events", "id,NIV date,date of PEG,tracheostomy_date,date of death\nP1,2020-01-01,2020-02-01,,2021-01-01\n",
            "P1|||||||\n* NIV|2020-01-01\n* PEG|2020-02-01\n* death|2021-01-01");
        row("items",
            "id,visit,alsfrs1,alsfrs2,alsfrs3,alsfrs4,alsfrs5a,alsfrs5b,alsfrs6,alsfrs7,alsfrs8,alsfrs9,alsfrs10,"
            "alsfrs11,alsfrs12,alsfrs_total\nP1,1,4,4,4,3,,2,4,4,4,4,4,4,4,45\n",
            "P1|||||||\n- 1|||alsfrs-r.1=4 alsfrs-r.10=4 alsfrs-r.11=4 alsfrs-r.12=4 alsfrs-r.2=4 alsfrs-r.3=4 "
            "alsfrs-r.4=3 alsfrs-r.5b=2 alsfrs-r.6=4 alsfrs-r.7=4 alsfrs-r.8=4 alsfrs-r.9=4 alsfrs-r.total=45|");
        row("items by what they ask",
            "id,visit,ALSFRS-R 1 (speech),salivation,ALSFRS_R_Q10_dyspnoea,alsfrs-r total\nP1,1,3,2,4,30\n",
            "P1|||||||\n- 1|||alsfrs-r.1=3 alsfrs-r.10=4 alsfrs-r.2=2 alsfrs-r.total=30|");
        row("onset", "id,date of onset,onset site\nP1,2019-05-06,bulbar\n", "P1|||||bulbar|2019-05-06|");
        row("sex as numbers", "id,sex\nP1,1\nP2,2\n", "P1|||||||sex=1\nP2|||||||sex=2");

        // What is wrong, beside what is right
        row("wrong number of cells", "id,sex\nP1,F,x\nP2\nP3,M\n", "P3||M|||||",
            {QStringLiteral("row 2: there are 3 cells for 2"), QStringLiteral("row 3: there are 1 cells")});
        row("a row twice", "id,visit,bmi\nP1,1,20\nP1,1,20\nP1,2,21\n", "P1|||||||\n- 1|||bmi=20|\n- 2|||bmi=21|",
            {QStringLiteral("row 3: it repeats row 2")});
        row("a visit twice", "id,visit,bmi\nP1,1,20\nP1,1,25\n", "P1|||||||\n- 1|||bmi=20|",
            {QStringLiteral("row 3: this visit of participant P1 stands in row 2")});
        row("two people of one name", "id,sex\nP1,F\nP1,M\nP2,M\n", "P1||F|||||\nP2||M|||||",
            {QStringLiteral("row 3: participant P1 has another sex")});
        row("two births", "id,visit,birth year\nP1,1,1950\nP1,2,1960\n", "P1|||1950.00||||\n- 1||||",
            {QStringLiteral("row 3: participant P1 has another year of birth")});
        row("before birth", "id,date,birth date\nP1,1940-01-01,1950-01-01\nP2,2020-01-01,1950-01-01\n",
            "P2|||1950.04||||\n- |2020-01-01|||", {QStringLiteral("row 2: the visit on 1940-01-01 lies before")});
        row("onset before birth", "id,onset date,birth year\nP1,1949-12-31,1950\nP2,1950-01-01,1950\n",
            "P2|||1950.00|||1950-01-01|", {QStringLiteral("row 2: the onset")});
        row("death before birth", "id,date of death,birth year\nP1,1949-12-31,1950\n", "",
            {QStringLiteral("row 2: death")});
        row("another date format", "id,date\nP1,2020-01-31\nP2,31.01.2020\nP3,2020-02-30\nP4,2020-03-01\n",
            "P1|||||||\n- |2020-01-31|||\nP4|||||||\n- |2020-03-01|||",
            {QStringLiteral("row 3: \"31.01.2020\" in date is no date like yyyy-MM-dd"),
             QStringLiteral("row 4: \"2020-02-30\"")});
        row("mixed decimal commas", "id;visit;bmi\nP1;1;20,5\nP2;1;21.5\nP3;1;22,5\nP4;1;23\n",
            "P1|||||||\n- 1|||bmi=20.5|\nP2|||||||\n- 1||||\nP3|||||||\n- 1|||bmi=22.5|\nP4|||||||\n- 1|||bmi=23|",
            {QStringLiteral("row 3: bmi has the decimal point of \"21.5\"")});
        row("a visit without a date", "id,visit,date\nP1,1,2020-01-01\nP1,2,\n",
            "P1|||||||\n- 2||||\n- 1|2020-01-01|||", {QStringLiteral("row 3: visit 2 has no date")});
        row("scores of no visit", "id,date,alsfrs1\nP1,2020-01-01,4\nP1,,3\n",
            "P1|||||||\n- |2020-01-01||alsfrs-r.1=4|", {QStringLiteral("row 3: it has scores, but neither")});
        row("nobody", "id,sex\n,F\nP2,M\n", "P2||M|||||", {QStringLiteral("row 2: it names no participant")});
        row("no score", "id,visit,alsfrs1,alsfrs2,alsfrs_total\nP1,1,5,4,\nP2,1,2.5,4,\nP3,1,0,-1,49\nP4,1,3,much,40\n",
            "P1|||||||\n- 1|||alsfrs-r.2=4|\nP2|||||||\n- 1|||alsfrs-r.2=4|\nP3|||||||\n- 1|||alsfrs-r.1=0|\n"
            "P4|||||||\n- 1|||alsfrs-r.1=3 alsfrs-r.total=40|",
            {QStringLiteral("row 2: 5 in alsfrs1 is no score from 0 to 4. This score was left out, the rest"),
             QStringLiteral("row 3: 2.5 in alsfrs1"), QStringLiteral("row 4: -1 in alsfrs2"),
             QStringLiteral("row 4: 49 in alsfrs_total is no score from 0 to 48"),
             QStringLiteral("row 5: \"much\" in alsfrs2 is no number")});
        row("no score in a row that is wrong", "id,visit,alsfrs1,sex\nP1,1,3,F\nP1,2,5,M\n",
            "P1||F|||||\n- 1|||alsfrs-r.1=3|", {QStringLiteral("row 3: participant P1 has another sex")});
        row("after death",
            "id,date,onset date,date of death\nP1,2020-01-02,2018-01-01,2020-01-01\nP2,2020-01-01,,2020-01-01\n"
            "P3,,2020-02-01,2020-01-01\n",
            "P2|||||||\n- |2020-01-01|||\n* death|2020-01-01",
            {QStringLiteral("row 2: the visit on 2020-01-02 lies after the death"),
             QStringLiteral("row 4: the onset on 2020-02-01 lies after the death")});
        row("after a death that another row told",
            "id,visit,date,date of death\nP1,1,2020-01-01,2020-06-01\nP1,2,2020-07-01,\nP2,1,2020-07-01,\n"
            "P2,2,2020-01-01,2020-06-01\n",
            "P1|||||||\n- 1|2020-01-01|||\n* death|2020-06-01\nP2|||||||\n- 1|2020-07-01|||",
            {QStringLiteral("row 3: the visit on 2020-07-01 lies after the death"),
             QStringLiteral("row 5: the visit on 2020-07-01 lies after the death")});
        row("seen before the onset, as carriers are", "id,date,onset date\nP1,2020-01-01,2021-01-01\n",
            "P1||||||2021-01-01|\n- |2020-01-01|||");
        const QByteArray next = QDate::currentDate().addDays(2).toString(Qt::ISODate).toLatin1();
        row("in the future",
            "id,date,onset date,date of death\nP1," + next + ",,\nP2,," + next + ",\nP3,,," + next +
                "\nP4,2020-01-01,2019-01-01,2021-01-01\n",
            "P4||||||2019-01-01|\n- |2020-01-01|||\n* death|2021-01-01",
            {QStringLiteral("row 2: the visit on ") + QString::fromLatin1(next) + QStringLiteral(" lies in the future"),
             QStringLiteral("row 3: the onset on "), QStringLiteral("row 4: death on ")});
        row("a birth in the future", "id,birth date\nP1," + next + "\nP2,1950-01-02\n", "P2|||1950.04||||",
            {QStringLiteral("row 2: ") + QString::fromLatin1(next) + QStringLiteral(" is no date of birth")});
        row("years of birth", "id,birth year\nP1,2999\nP2,61\nP3,1850\nP4,1950\n", "P3|||1850.00||||\nP4|||1950.00||||",
            {QStringLiteral("row 2: 2999 is no year of birth"), QStringLiteral("row 3: 61 is no year of birth")});
        row("shifted by a century", "id,date,birth year,age,date of death\nP1,1915-03-01,1852,63,1917-01-01\n",
            "P1|||1852.00||||\n- |1915-03-01|63||\n* death|1917-01-01");
        row("older than anybody", "id,date,birth year\nP1,2020-01-01,1890\nP2,2020-01-01,1902\n",
            "P2|||1902.00||||\n- |2020-01-01|||",
            {QStringLiteral("row 2: the visit on 2020-01-01 lies more than 120 years")});
        // Born on the last day of the year: 68 the day before, and 69 a year after
        row("ages and years of birth",
            "id,date,birth year,age\nP1,2020-12-30,1951,68\nP2,2020-01-01,1951,69.0\nP3,2020-07-01,1951,67.4\n"
            "P4,2020-07-01,1951,72\nP5,2020-07-01,1920,89\n",
            "P1|||1951.00||||\n- |2020-12-30|68||\nP2|||1951.00||||\n- |2020-01-01|69||\n"
            "P5|||1920.00||||\n- |2020-07-01|89||",
            {QStringLiteral("row 4: the age is 67.4, but by the year of birth 69 at the visit"),
             QStringLiteral("row 5: the age is 72")});
        row("no age", "id,visit,age\nP1,1,old\nP2,1,200\nP3,1,60\n", "P3|||||||\n- 1||60||",
            {QStringLiteral("row 2: \"old\" in age is no number"), QStringLiteral("row 3: 200 is no age")});
        row("a total that is no sum",
            "id,visit,alsfrs1,alsfrs2,alsfrs3,alsfrs4,alsfrs5,alsfrs6,alsfrs7,alsfrs8,alsfrs9,alsfrs10,alsfrs11,"
            "alsfrs12,alsfrs\nP1,1,1,1,1,1,1,1,1,1,1,1,1,1,40\n",
            "P1|||||||\n- 1|||alsfrs-r.1=1 alsfrs-r.10=1 alsfrs-r.11=1 alsfrs-r.12=1 alsfrs-r.2=1 alsfrs-r.3=1 "
            "alsfrs-r.4=1 alsfrs-r.5=1 alsfrs-r.6=1 alsfrs-r.7=1 alsfrs-r.8=1 alsfrs-r.9=1|",
            {QStringLiteral("row 2: the ALSFRS-R total is 40, but its items add up to 12")});
        row("one visit, two dates", "id,visit,date,bmi\nP1,1,2020-01-01,20\nP1,1,2020-01-02,21\n",
            "P1|||||||\n- 1|2020-01-01||bmi=20|",
            {QStringLiteral("row 3: visit 1 of participant P1 has another date")});
        row("thousands", "id;visit;weight\nP1;1;72,5\nP2;1;1.234,5\n",
            "P1|||||||\n- 1|||weight=72.5|\nP2|||||||\n- 1||||",
            {QStringLiteral("row 3: \"1.234,5\" in weight is no number")});
        row("no participants", "sex,age\nF,60\n", "", {QStringLiteral("has no column of participants")});
        row("two columns of a name", "id,sex,sex\nP1,F,F\n", "", {QStringLiteral("two columns named sex")});
        row("empty", "", "", {QStringLiteral("is empty")});
        row("no text", QByteArray("id,\0\0\0sex\n", 11), "", {QStringLiteral("no table of text")});
    }
    void tables() {
        QFETCH(QByteArray, text);
        QFETCH(QString, expected);
        QFETCH(QStringList, problems);
        const QTemporaryDir dir;
        put(dir.filePath(QStringLiteral("clinic.csv")), text);
        const Intake found = only(dir.filePath(QStringLiteral("clinic.csv")));
        QCOMPARE(lines(found), expected.split(u'\n', Qt::SkipEmptyParts));
        QCOMPARE(found.problems.size(), problems.size());
        for (qsizetype i = 0; i < problems.size(); ++i) {
            QVERIFY2(found.problems[i].contains(problems[i]), qPrintable(found.problems[i]));
            QVERIFY(found.problems[i].contains(QStringLiteral("clinic.csv")));
        }
    }

    void mapping() {
        const QTemporaryDir dir;
        const QString table = dir.filePath(QStringLiteral("t.csv")), file = table + QStringLiteral(".mapping.tsv");
        put(table, "code,when,sex\nP1,03/04/2020,F\n");
        IntakeOptions agreed;
        agreed.agree = [](const DelimitedTable&, TableMapping&) { return true; };
        QVERIFY(only(table, agreed).problems.value(0).contains(QStringLiteral("no column of participants")));
        QFile written(file);
        QVERIFY(written.open(QFile::ReadOnly));
        QCOMPARE(written.readAll(), QByteArray("column\tmeaning\tnote\ncode\tof the participant\t\n"
                                               "when\tof the participant\t\nsex\tsex\t\n"));
        put(file, "column\tmeaning\tnote\ncode\tparticipant\t\nwhen\tvisit date\tMM/dd/yyyy\n");
        QCOMPARE(lines(only(table)), QStringLiteral("P1|||||||\n- |2020-03-04|||").split(u'\n'));
        put(file, "column\tmeaning\tnote\ncode\tparticipant\t\nwhen\tvisit date\tdd/MM/yyyy\n");
        QCOMPARE(lines(only(table)).value(1), QStringLiteral("- |2020-04-03|||"));
        put(file, "column\tmeaning\tnote\ncodes\tparticipant\t\n");
        QVERIFY(only(table).problems.value(0).contains(QStringLiteral("no column codes, which row 2")));
        put(file, "column\tmeaning\tnote\ncode\tpatients\t\n");
        QVERIFY(only(table).problems.value(0).contains(QStringLiteral("\"patients\" is no meaning")));
        put(file, "x\ty\n");
        QVERIFY(only(table).problems.value(0).contains(QStringLiteral("is to have the columns")));

        QFile::remove(file);
        put(table, "id,sex\nP1,F\n");
        const QString elsewhere = dir.filePath(QStringLiteral("maps"));
        QDir().mkpath(elsewhere);
        IntakeOptions options;
        options.mappingFolder = elsewhere;
        options.agree = [](const DelimitedTable& asked, TableMapping& guess) {
            return asked.name == QStringLiteral("t.csv") && guess[1].meaning == QStringLiteral("sex");
        };
        only(table, options);
        QVERIFY(QFileInfo::exists(elsewhere + QStringLiteral("/t.csv.mapping.tsv")));
        options.mappingFolder = dir.filePath(QStringLiteral("nowhere"));
        QVERIFY(only(table, options).problems.value(0).contains(QStringLiteral("cannot be written")));
        options.agree = {};
        QVERIFY(!only(table, options).problems.value(0).contains(QStringLiteral("cannot be written")));
    }

    /// A table of real dates meets copies whose dates were shifted, whoever of both comes first.
    void shiftsRealDates() {
        const QTemporaryDir dir;
        const QString keys = dir.filePath(QStringLiteral("s.keys.tsv")), table = dir.filePath(QStringLiteral("t.csv"));
        put(keys, "patient_id\tpseudonym\tday_offset\tuid_key\n778812\tP1\t-50000\t" + QByteArray(64, 'a') + '\n');
        QFile::setPermissions(keys, QFile::ReadOwner | QFile::WriteOwner);
        Cohort there; // P4 is in the study with a real date
        there.participants.push_back({});
        there.participants[0].uid = there.participants[0].name = QStringLiteral("P4");
        there.visits.push_back({});
        there.visits[0].participant = QStringLiteral("P4");
        there.visits[0].date = QDate(2019, 3, 1);
        DateShift dateShift(keys, [&] { return there; });
        IntakeOptions options;
        options.dateShift = &dateShift;
        put(table, "id,visit,date,birth date,onset date,death\n"
                   "P1,1,2020-03-01,1950-06-15,2019-01-01,2021-01-01\n"
                   "778812,2,2020-09-01,,,\n"
                   "P2,1,2020-03-01,,,\n"
                   "P3,1,1880-05-05,1820-02-02,,\n"
                   "P4,1,2020-03-01,,,\n"
                   "P5,,,1924-02-02,,\n"
                   "P6,2020-04-01,,,,\n"
                   "P7,1,2091-04-01,,,\n");
        const Intake found = only(table, options);
        QCOMPARE(found.problems.size(), 1);
        QVERIFY(found.problems[0].contains(QStringLiteral("2091-04-01 lies in the future")));
        QCOMPARE(found.participants.size(), 6U);
        QCOMPARE(found.shiftedRows, 5);
        const auto& one = found.participants[0];
        QCOMPARE(one.visits.size(), 2U); // the patient number became the pseudonym
        QCOMPARE(one.visits[0].visit.date, QDate(2020, 3, 1).addDays(-50000));
        QCOMPARE(one.visits[1].visit.date, QDate(2020, 9, 1).addDays(-50000));
        QCOMPARE(one.participant.onset, QDate(2019, 1, 1).addDays(-50000));
        QCOMPARE(one.events[0].date, QDate(2021, 1, 1).addDays(-50000));
        // 1950-06-15 was 50000 days after 1813-07-23
        QVERIFY(*one.participant.birthYear > 1813.5 && *one.participant.birthYear < 1813.6);
        // Who was not in the table yet is now, and gets the same days again
        const QDate second = found.participants[1].visits[0].visit.date;
        QVERIFY(second < QDate(1925, 1, 1));
        QVERIFY(!io::KeyTable::open(keys).knows(QStringLiteral("P2"))); // before it is kept
        dateShift.keep();
        QCOMPARE(io::KeyTable::open(keys).entryFor({}, QStringLiteral("P2")).shifted(QDate(2020, 3, 1)), second);
        DateShift again(keys);
        options.dateShift = &again;
        QCOMPARE(only(table, options).participants[1].visits[0].visit.date, second);
        // Dates that were shifted already stay
        QCOMPARE(found.participants[2].visits[0].visit.date, QDate(1880, 5, 5));
        // So do those of who has real ones in the study
        QCOMPARE(found.participants[3].visits[0].visit.date, QDate(2020, 3, 1));
        // The oldest are the easiest to tell
        QVERIFY(*found.participants[4].participant.birthYear < 1810);
        // A label that is a day would tell by how much the others were shifted
        QCOMPARE(found.participants[5].visits[0].visit.label, QString());
        QVERIFY(found.participants[5].visits[0].visit.date < QDate(1925, 1, 1));

        // Names that are numbers of others, columns that nothing is known of
        put(keys, "patient_id\tpseudonym\tday_offset\tuid_key\n001\tP7\t-50000\t" + QByteArray(64, 'a') +
                      "\nX9\t001\t-60000\t" + QByteArray(64, 'b') + '\n');
        QFile::setPermissions(keys, QFile::ReadOwner | QFile::WriteOwner);
        put(table, "id,visit,date,lab\n001,1,2020-03-01,2020-03-05\n\"P\t8\",1,2020-03-01,2020-03-05\n");
        DateShift third(keys);
        options.dateShift = &third;
        const Intake numbers = only(table, options);
        QCOMPARE(numbers.participants[0].participant.name, QStringLiteral("001"));
        QCOMPARE(numbers.participants[0].visits[0].visit.date, QDate(2020, 3, 1).addDays(-60000));
        QVERIFY(numbers.participants[0].visits[0].visit.more.isEmpty());
        QVERIFY(numbers.problems.value(0).contains(QStringLiteral("the column lab were left out")));
        third.keep();
        QVERIFY(io::KeyTable::open(keys).knows(QStringLiteral("P 8"))); // and the table can be read
    }

    void leavesOutWhoSomebodyIs() {
        DelimitedTable table;
        table.columns = QStringList{QStringLiteral("id"), QStringLiteral("Achternaam"), QStringLiteral("first_name"),
                                    QStringLiteral("BSN"), QStringLiteral("centre")};
        QStringList meanings;
        for (const TableColumn& column : guessMapping(table)) meanings << column.meaning;
        QCOMPARE(meanings,
                 (QStringList{QStringLiteral("participant"), QStringLiteral("left out"), QStringLiteral("left out"),
                              QStringLiteral("left out"), QStringLiteral("of the participant")}));
    }

    /// A folder of images that moved is known by its series, whatever it is called now.
    void movedImages() {
        const QTemporaryDir dir;
        QDir().mkpath(dir.filePath(QStringLiteral("one")));
        test::DicomPhantom p;
        p.columns = p.rows = 4;
        p.seriesUid = "2.25.91";
        p.more[0x00080020] = "20200102";
        p.write(dir.filePath(QStringLiteral("one/IM_1")));
        IntakeOptions named;
        named.participant = QStringLiteral("ALS-1");
        named.visit = QStringLiteral("first");
        Cohort cohort;
        QStringList problems;
        add(cohort, looked(dir.filePath(QStringLiteral("one")), named), &problems);
        QVERIFY(QDir(dir.path()).rename(QStringLiteral("one"), QStringLiteral("archive7")));
        const QStringList changes = add(cohort, looked(dir.filePath(QStringLiteral("archive7"))), &problems);
        QCOMPARE(problems, QStringList());
        QCOMPARE(changes, QStringList{QStringLiteral("item: root")});
        QCOMPARE(cohort.participants.size(), 1U);
        QCOMPARE(cohort.visits.size(), 1U);
        // Who says whose it is, is believed, and told
        named.participant = QStringLiteral("ALS-2");
        add(cohort, looked(dir.filePath(QStringLiteral("archive7")), named), &problems);
        QCOMPARE(problems.size(), 1);
        QVERIFY(problems[0].contains(QStringLiteral("in the study already, of participant ALS-1")));
    }

    /// "sub-01" of another BIDS data set is another one, unless its images are the same or the older set is gone.
    void otherDataSets() {
        const QTemporaryDir dir;
        const auto write = [&](const char* set, const char* voxels) {
            const QString root = dir.filePath(QString::fromLatin1(set)), name = QStringLiteral("/sub-01/anat/");
            put(root + QStringLiteral("/dataset_description.json"), R"({"Name":"x","BIDSVersion":"1.8.0"})");
            put(root + name + QStringLiteral("sub-01_T1w.nii.gz"), voxels);
            return root;
        };
        Cohort cohort;
        QStringList problems;
        add(cohort, {only(write("a", "one"))}, &problems);
        add(cohort, {only(write("copy", "one"))}, &problems);
        QCOMPARE(problems, QStringList());
        const QString other = write("b", "other");
        QCOMPARE(add(cohort, {only(other)}, &problems), QStringList());
        QCOMPARE(problems.size(), 1);
        QVERIFY2(problems[0].contains(QStringLiteral("Participant 01")) &&
                     problems[0].contains(QStringLiteral("two people with one pseudonym")),
                 qPrintable(problems[0]));
        QDir(dir.filePath(QStringLiteral("a"))).removeRecursively();
        QDir(dir.filePath(QStringLiteral("copy"))).removeRecursively();
        QVERIFY(!add(cohort, {only(other)}, &problems).isEmpty());
        QCOMPARE(problems.size(), 1);
    }

    /// A series whose files are given one by one is one series.
    void filesGivenSingly() {
        const QTemporaryDir dir;
        QStringList files;
        for (int k = 0; k < 4; ++k) {
            test::DicomPhantom p;
            p.columns = p.rows = 4;
            p.seriesUid = "2.25.9";
            p.position = "0\\0\\" + QByteArray::number(k);
            p.instance = k + 1;
            p.more[0x00080018] = "2.25.9." + QByteArray::number(k + 1);
            files << dir.filePath(QStringLiteral("P7/IM_%1").arg(k));
            QDir().mkpath(dir.filePath(QStringLiteral("P7")));
            p.write(files.last());
        }
        io::Job job;
        const std::vector<Intake> all = lookInto(files, {}, job);
        QCOMPARE(all.size(), 1U);
        QCOMPARE(all[0].participants.size(), 1U);
        QCOMPARE(all[0].participants[0].visits[0].items.size(), 1U);
        const Item& item = all[0].participants[0].visits[0].items[0];
        QCOMPARE(item.root + u'/' + item.path, dir.filePath(QStringLiteral("P7/.")));
    }

    void contradictions_data() {
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<QStringList>("changes");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char* name, const char* header, const char* values, const QStringList& changes,
                            const char* problem) {
            QTest::newRow(name) << QByteArray(header) + '\n' + values + '\n' << changes << QString::fromLatin1(problem);
        };
        row("the same", "id,sex,birth year", "P1,F,1950", {}, "");
        row("something new", "id,genotype", "P1,C9orf72", {QStringLiteral("participant: genotype")}, "");
        row("nothing instead of something", "id,sex,group", "P1,,", {}, "");
        row("another sex", "id,sex,genotype", "P1,M,SOD1", {}, "two sexes");
        row("another year", "id,birth year", "P1,1951", {}, "another year of birth");
        row("month of the same year", "id,birth date", "P1,1950-07-01", {QStringLiteral("participant: birth_year")},
            "");
        row("a visit's scores of another day", "id,visit,date,alsfrs1", "P1,1,2020-01-03,3",
            {QStringLiteral("visit: scores")}, "visit 1 was 2 day(s) from what the study has");
        row("another date of a visit", "id,visit,date", "P1,1,2020-02-02", {}, "another date here (2020-02-02)");
        row("the date of a visit", "id,visit,date", "P1,2,2021-02-02", {QStringLiteral("visit: visit_date")}, "");
        row("a visit by its date", "id,date,alsfrs1", "P1,2020-01-01,3", {QStringLiteral("visit: scores")}, "");
        row("a visit between", "id,date", "P1,2020-06-01", {QStringLiteral("visit: label participant visit_date")}, "");
        row("before birth", "id,visit,date", "P1,9,1940-01-01", {}, "lies before the birth");
        row("onset before birth", "id,onset date", "P1,1940-01-01", {}, "the onset lies before");
        row("death again", "id,death date", "P1,2022-01-01", {}, "");
        row("another death", "id,death date", "P1,2022-01-02", {}, "death has another date");
        row("NIV", "id,NIV", "P1,2021-01-02", {QStringLiteral("event: event_date kind participant")}, "");
        row("a label with zeros", "id,visit,alsfrs1", "P1,ses-01,3", {QStringLiteral("visit: scores")}, "");
        row("BIDS name", "participant_id,genotype", "sub-P1,SOD1", {QStringLiteral("participant: genotype")}, "");
    }
    void contradictions() {
        QFETCH(QByteArray, second);
        QFETCH(QStringList, changes);
        QFETCH(QString, problem);
        const QTemporaryDir dir;
        put(dir.filePath(QStringLiteral("a.csv")), "id,visit,date,sex,birth year,group,death date\n"
                                                   "P1,1,2020-01-01,F,1950,ALS,2022-01-01\nP1,2,,F,1950,ALS,\n");
        put(dir.filePath(QStringLiteral("b.csv")), second);
        Cohort cohort;
        add(cohort, looked(dir.filePath(QStringLiteral("a.csv"))));
        QStringList problems;
        QCOMPARE(add(cohort, looked(dir.filePath(QStringLiteral("b.csv"))), &problems), changes);
        QCOMPARE(problems.size(), problem.isEmpty() ? 0 : 1);
        if (problem.isEmpty()) return;
        QVERIFY2(problems[0].contains(problem), qPrintable(problems[0]));
        QVERIFY2(problems[0].contains(QStringLiteral("b.csv, row 2")), qPrintable(problems[0]));
    }

    void oddFolders() {
        const QTemporaryDir dir;
        putBids(dir.path());
        QVERIFY(QFile::link(dir.path(), dir.filePath(QStringLiteral("sub-01/loop"))));
        QVERIFY(QFile::link(dir.filePath(QStringLiteral("gone")),
                            dir.filePath(QStringLiteral("sub-01/ses-01/anat/sub-01_ses-01_run-2_T1w.nii.gz"))));
        const Intake found = only(dir.path());
        QCOMPARE(found.participants.size(), 3U);
        QCOMPARE(found.problems.size(), 1);
        QVERIFY(found.problems[0].contains(QStringLiteral("run-2_T1w")));
        QVERIFY(
            only(dir.filePath(QStringLiteral("nothing"))).problems.value(0).contains(QStringLiteral("does not exist")));
        QDir().mkpath(dir.filePath(QStringLiteral("empty")));
        QVERIFY(!only(dir.filePath(QStringLiteral("empty"))).problems.isEmpty());

        const QString shut = dir.filePath(QStringLiteral("sub-02/anat"));
        QVERIFY(QFile::setPermissions(shut, QFile::Permissions()));
        if (!QDir(shut).isReadable()) { // the superuser may read all
            const QStringList problems = only(dir.path()).problems;
            QVERIFY(problems.join(u' ').contains(QStringLiteral("sub-02/anat cannot be read")));
        }
        QFile::setPermissions(shut, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);

        io::Job job;
        job.cancel();
        QVERIFY_EXCEPTION_THROWN(lookInto({dir.path()}, {}, job), io::Cancelled);
    }

    /// A folder of many things is taken apart.
    void mixedFolder() {
        const QTemporaryDir dir;
        putBids(dir.filePath(QStringLiteral("bids")));
        put(dir.filePath(QStringLiteral("fs/P1_tp1/surf/lh.thickness")), "1");
        put(dir.filePath(QStringLiteral("fs/P1_tp1/mri/orig.mgz")), "2");
        put(dir.filePath(QStringLiteral("tables/clinic.csv")), "id,sex\nP1,F\n");
        test::DicomPhantom phantom;
        put(dir.filePath(QStringLiteral("P1/dicom/IM1")), phantom.bytes());
        put(dir.filePath(QStringLiteral("tables/colours.csv")), "name,red\nx,1\n");
        QStringList kinds;
        for (const Intake& intake : looked(dir.path())) {
            if (!intake.kind.isEmpty()) QVERIFY2(!intake.participants.empty(), qPrintable(intake.problems.join(u' ')));
            kinds << intake.kind;
            if (intake.kind.isEmpty()) QVERIFY(intake.problems.value(0).contains(QStringLiteral("tables/colours.csv")));
        }
        kinds.removeAll(QString());
        QVERIFY(!QFileInfo::exists(dir.filePath(QStringLiteral("tables/colours.csv.mapping.tsv"))));
        QCOMPARE(kinds.join(u' '), QStringLiteral("BIDS FreeSurfer table DICOM"));
        Cohort cohort;
        add(cohort, looked(dir.path()));
        QCOMPARE(cohort.participants.size(), 4U);
    }

    void sampleBids_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"7t_trt", "ds114", "pet001", "pet005", "pheno004", "synthetic"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void sampleBids() {
        NEURAXIS_SAMPLE_SET(set, QStringLiteral("bids_examples"));
        QFETCH(QString, name);
        const QDir data(set + u'/' + name);
        const Intake found = only(data.path());
        // Counted by the names of folders and the first words of tables' rows
        QSet<QString> people, sessions, ours, ourSessions;
        const auto firstWords = [](const QString& file) {
            QStringList words;
            QFile table(file);
            if (table.open(QFile::ReadOnly))
                for (const QByteArray& line : table.readAll().split('\n').mid(1))
                    if (!line.trimmed().isEmpty()) words << QString::fromUtf8(line.split('\t')[0]).trimmed();
            return words;
        };
        for (const QString& word : firstWords(data.filePath(QStringLiteral("participants.tsv")))) people << word;
        for (const QString& sub : data.entryList({QStringLiteral("sub-*")}, QDir::Dirs)) {
            const QDir folder(data.filePath(sub));
            people << sub;
            QStringList names = folder.entryList({QStringLiteral("ses-*")}, QDir::Dirs);
            if (names.isEmpty()) names << QStringLiteral("ses-1");
            for (const QString& session : names + firstWords(folder.filePath(sub + QStringLiteral("_sessions.tsv"))))
                sessions << sub + u' ' + session;
        }
        for (const auto& p : found.participants) {
            ours << QStringLiteral("sub-") + p.participant.name;
            for (const auto& v : p.visits)
                ourSessions << QStringLiteral("sub-%1 ses-%2").arg(p.participant.name, v.visit.label);
        }
        QVERIFY(!people.isEmpty());
        QCOMPARE(ours, people);
        QCOMPARE(ourSessions, sessions);
        QCOMPARE(found.problems, QStringList());
        Cohort cohort;
        add(cohort, {found});
        QCOMPARE(add(cohort, {only(data.path())}), QStringList());
    }

    void sampleCord() {
        NEURAXIS_SAMPLE_SET(set, QStringLiteral("cord_spinegeneric"));
        const Intake found = only(set + QStringLiteral("/data-multi-subject"));
        QCOMPARE(found.participants.size(), 267U); // rows of its participants.tsv
        const IntakeOptions options;
        std::size_t rows = 0, cord = 0;
        for (const Intake& intake : looked(set + QStringLiteral("/results_dummy"), options)) {
            if (intake.kind == QStringLiteral("table")) rows += intake.participants.size();
            if (intake.kind == QStringLiteral("SCT"))
                for (const auto& p : intake.participants) cord += p.visits[0].items.size();
        }
        QFile t1(set + QStringLiteral("/results_dummy/csa-SC_T1w.csv")),
            t2(set + QStringLiteral("/results_dummy/csa-SC_T2w.csv"));
        QVERIFY(t1.open(QFile::ReadOnly) && t2.open(QFile::ReadOnly));
        QCOMPARE(rows, 19U); // likewise
        QCOMPARE(cord, static_cast<std::size_t>(t1.readAll().count("/data/sub-") + t2.readAll().count("/data/sub-")));
    }

    void sampleCordTables() {
        NEURAXIS_SAMPLE_SET(set, QStringLiteral("cord_sct_tutorial"));
        const Intake three = only(set + QStringLiteral("/sct_csv/CSA.csv"));
        QStringList names;
        for (const auto& p : three.participants) names << p.participant.name;
        QCOMPARE(names.join(u' '), QStringLiteral("01 03 05"));
        const Intake bids = only(set + QStringLiteral("/multi_subject/data"));
        QCOMPARE(lines(bids),
                 QStringLiteral("05|||||||\n- 1||||\n-- other|NIfTI|sub-05/anat/sub-05_acq-MTon_MTS.nii.gz|\n"
                                "-- cord|SCT|sub-05/anat/sub-05_acq-MTon_MTS_seg.nii.gz|")
                     .split(u'\n'));
    }

    void sampleFreeSurfer() {
        NEURAXIS_SAMPLE_SET(set, QStringLiteral("fs_subject1"));
        const Intake found = only(set + QStringLiteral("/subject1"));
        QCOMPARE(lines(found),
                 QStringLiteral("subject1|||||||\n- 1||||\n-- thickness|FreeSurfer|subject1|").split(u'\n'));
    }

    void sampleDicom_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("XA30") << QStringLiteral("dcm_siemens_xa30_enhanced");
        QTest::newRow("E11") << QStringLiteral("dcm_siemens_e11_dwi_mosaic");
    }
    void sampleDicom() {
        QFETCH(QString, name);
        NEURAXIS_SAMPLE_SET(set, name);
        IntakeOptions options;
        options.participant = QStringLiteral("P1");
        const Intake found = only(set + QStringLiteral("/dicom"), options);
        QCOMPARE(found.participants.size(), 1U);
        QCOMPARE(found.participants[0].visits.size(), 1U);
        QVERIFY(found.participants[0].visits[0].visit.date.isValid());
        QSet<QString> folders, series; // folders are named by their series' number
        for (const QString& folder : QDir(set + QStringLiteral("/dicom")).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            folders << folder.section(u'_', 0, 0);
        for (const Item& item : found.participants[0].visits[0].items)
            series << item.more.value(QStringLiteral("series"));
        QCOMPARE(series, folders);
    }

    /// Two thousand participants with two sessions of three images each.
    void manyParticipants() {
        // In memory where there is such a place: making and removing 30,000 files and folders takes a disk a minute
        const QString memory = QStringLiteral("/dev/shm");
        const QTemporaryDir dir((QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) +
                                QStringLiteral("/tst_study_intake-XXXXXX"));
        put(dir.filePath(QStringLiteral("dataset_description.json")), "{}");
        QByteArray people = "participant_id\tsex\n";
        for (int p = 1; p <= 2000; ++p) {
            const QString sub = QStringLiteral("sub-%1").arg(p, 4, 10, QChar(u'0'));
            people += sub.toLatin1() + "\tF\n";
            for (int s = 1; s <= 2; ++s) {
                const QString start = QStringLiteral("%1/ses-%2/").arg(sub).arg(s),
                              name = QStringLiteral("%1_ses-%2").arg(sub).arg(s);
                for (const char* what : {"anat/%1_T1w.nii.gz", "dwi/%1_dwi.nii.gz", "func/%1_task-rest_bold.nii.gz"})
                    put(dir.filePath(start + QString::fromLatin1(what).arg(name)), name.toLatin1() + what);
            }
        }
        put(dir.filePath(QStringLiteral("participants.tsv")), people);
        QElapsedTimer timer;
        timer.start();
        io::Job job;
        const std::vector<Intake> found = lookInto({dir.path()}, {}, job);
        const qint64 looking = timer.restart();
        QCOMPARE(found.size(), 1U);
        QCOMPARE(found[0].participants.size(), 2000U);
        QCOMPARE(job.stepsDone(), job.stepsTotal());
        QStringList problems;
        const auto changes = changesFor({}, found[0], QStringLiteral("tester"), problems);
        const qint64 changing = timer.restart();
        QCOMPARE(changes.size(), 2000U);
        for (const auto& list : changes) QCOMPARE(list.size(), 9U); // participant, 2 visits, 6 images
        Cohort cohort;
        for (const auto& p : found[0].participants) { // as it would stand in the study
            cohort.participants.push_back(p.participant);
            cohort.participants.back().uid = p.participant.name;
            for (const auto& v : p.visits) {
                cohort.visits.push_back(v.visit);
                cohort.visits.back().participant = p.participant.name;
                cohort.visits.back().uid = p.participant.name + v.visit.label;
                for (const Item& i : v.items) {
                    cohort.items.push_back(i);
                    cohort.items.back().visit = cohort.visits.back().uid;
                    cohort.items.back().uid = i.path;
                }
            }
        }
        timer.restart();
        QVERIFY(changesFor(cohort, found[0], QStringLiteral("tester"), problems).empty());
        qInfo("looking %lld ms, changes %lld ms, again %lld ms", looking, changing, timer.elapsed());
        QVERIFY2(looking < 60000, "more than a minute"); // nothing may grow with the square
    }
};

NEURAXIS_TEST_MAIN(TestStudyIntake)
#include "tst_study_intake.moc"
