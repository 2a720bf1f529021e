#include "app/main_window.h"
#include "app/mapping_form.h"
#include "app/study_window.h"
#include "core/study/study.h"
#include "tests/dicom_phantom.h"
#include "tests/test_main.h"
#include "widgets/canvas.h"
#include "widgets/study_panel.h"

#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace neuraxis;
using test::DicomPhantom;

/// The study's window beside the viewer's, driven as a user would.
class TestStudyWindow : public QObject {
    Q_OBJECT
    QTemporaryDir folder;
    QString file;

    /// `more`: elements of every file beside those that all have.
    QString writeVisit(const char* name, const QByteArray& uid, const QMap<quint32, QByteArray>& more = {}) {
        const QString into = folder.filePath(QString::fromLatin1(name));
        QDir().mkpath(into);
        for (int k = 0; k < 6; ++k) {
            DicomPhantom p;
            p.columns = p.rows = 16;
            p.seriesUid = uid;
            p.description = "T1w";
            p.position = "0\\0\\" + QByteArray::number(3 * k);
            p.instance = k + 1;
            p.more[0x00080018] = uid + '.' + QByteArray::number(k + 1);
            for (auto it = more.begin(); it != more.end(); ++it) p.more[it.key()] = it.value();
            p.values = {100, 200, 300, 400};
            p.write(into + QStringLiteral("/IM_%1").arg(k));
        }
        return into;
    }

  private Q_SLOTS:
    void initTestCase() {
        QSettings().clear();
        // P1 with two visits, the later one written first; P2 with one; P3 without images.
        file = folder.filePath(QStringLiteral("s.neuraxis"));
        std::vector<study::Change> changes;
        const auto put = [&](const char* table, const QString& uid, const QVariantMap& fields) {
            changes.push_back({study::newUid(), QDateTime::currentDateTimeUtc(), QStringLiteral("test"),
                               QString::fromLatin1(table), uid, false, fields});
        };
        const auto visit = [&](const char* participant, const char* label, const QDate& day, const QByteArray& uid) {
            Visit v;
            v.participant = QString::fromLatin1(participant);
            v.label = QString::fromLatin1(label);
            v.date = day;
            const QString name = v.participant + v.label;
            put("visit", name, study::fieldsOf(v));
            Item item;
            item.visit = name;
            item.kind = QStringLiteral("T1");
            item.format = QStringLiteral("DICOM");
            item.root = folder.path();
            item.path = name;
            writeVisit(qPrintable(name), uid);
            put("item", name + QStringLiteral("T1"), study::fieldsOf(item));
        };
        for (const char* name : {"P1", "P2", "P3"}) {
            Participant p;
            p.name = QString::fromLatin1(name);
            p.group = QStringLiteral("ALS");
            put("participant", p.name, study::fieldsOf(p));
        }
        visit("P1", "b", QDate(2021, 5, 1), "2.25.12");
        visit("P1", "a", QDate(2020, 5, 1), "2.25.11");
        visit("P2", "a", QDate(2022, 5, 1), "2.25.21");
        study::Study::open(study::Study::placeOf(file), study::Study::Mode::Create)->apply(changes);
    }

    void opensVisitsAndWalksOn() {
        Settings settings;
        settings.mousePreset = QStringLiteral("radiology");
        settings.look.layout = QStringLiteral("planes");
        Review review;
        Navigation navigation;
        MainWindow window(review, navigation, settings);
        review.reset(settings.look);
        window.resize(1200, 800);
        window.show();
        window.openStudy(file);
        StudyPanel& panel = window.studyWindow()->panel();
        QTRY_VERIFY(panel.index() && panel.index()->rows().size() == 3U);

        SeriesModel& series = window.files().series();
        const auto visits = [&] {
            QStringList all;
            for (int row = 0; row < series.rowCount(); ++row)
                all << series.index(row).data(SeriesModel::SubtitleRole).toString().section(u'\n', 1);
            return all;
        };
        Q_EMIT panel.opened(QStringLiteral("P1"));
        QTRY_COMPARE(visits(),
                     (QStringList{QStringLiteral("Visit a · 2020-05-01"), QStringLiteral("Visit b · 2021-05-01")}));
        QTRY_COMPARE(review.state().layers.size(), 1U);
        QCOMPARE(review.state().base()->volume->header().series.uid, QStringLiteral("2.25.11"));
        QTRY_VERIFY(!window.files().loader().isBusy());
        const auto* dock = window.findChild<QDockWidget*>(QStringLiteral("series"));
        QCOMPARE(static_cast<QLabel*>(dock->titleBarWidget())->text(), QStringLiteral("Series of P1"));

        review.edit(QStringLiteral("letters off"), [](ReviewState& state) { state.view.letters = false; });
        const Range chosen{50, 350};
        review.edit(QStringLiteral("look"), [&](ReviewState& state) {
            state.layers[0].setWindow(chosen);
            state.layers[0].display.colourMap = QStringLiteral("hot");
        });
        window.findChild<QAction*>(QStringLiteral("nextParticipant"))->trigger();
        QTRY_COMPARE(visits(), QStringList{QStringLiteral("Visit a · 2022-05-01")});
        QTRY_COMPARE(review.state().base()->volume->header().series.uid, QStringLiteral("2.25.21"));
        QTRY_VERIFY(!window.files().loader().isBusy());
        QVERIFY(!review.state().view.letters); // how things look stays
        QCOMPARE(review.state().layout, QStringLiteral("visits-planes")); // of one visit they are the planes alone
        QCOMPARE(review.state().layers[0].display.window(), chosen);
        QCOMPARE(review.state().layers[0].display.colourMap, QStringLiteral("hot"));
        QVERIFY(!review.undoStack()->canUndo()); // not back to another participant
        QCOMPARE(panel.current(), QStringLiteral("P2"));

        window.findChild<QAction*>(QStringLiteral("previousParticipant"))->trigger();
        QTRY_COMPARE(visits().size(), 2);
        QTRY_VERIFY(!window.files().loader().isBusy());
        // A participant without images says so, and what is shown stays.
        Q_EMIT panel.opened(QStringLiteral("P3"));
        const auto* notice = window.studyWindow()->findChild<QLabel*>(QStringLiteral("notice"));
        QVERIFY(notice->text().contains(QStringLiteral("P3")));
        QCOMPARE(visits().size(), 2);
    }

    /// A clinical table is taken as somebody agreed, in the words that they chose.
    void asksWhatATableMeans_data() {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QStringList>("groups");
        QTest::newRow("taken as guessed") << "take" << QStringList{QStringLiteral("ALS"), QStringLiteral("PLS")};
        QTest::newRow("corrected") << "correct" << QStringList{QStringLiteral("north"), QStringLiteral("south")};
        QTest::newRow("left out") << "leave" << QStringList();
    }
    void asksWhatATableMeans() {
        QFETCH(QString, answer);
        QFETCH(QStringList, groups);
        const QString name = folder.filePath(answer);
        Settings settings;
        StudyKeeper keeper(name + QStringLiteral(".neuraxis"));
        StudyWindow window(keeper, settings);
        window.show();
        const QString table = name + QStringLiteral(".csv");
        test::writeFile(table, "participant_id,group,region\nA1,ALS,north\nA2,PLS,south\n");
        QSignalSpy done(&keeper, &StudyKeeper::added);
        keeper.add({table});
        MappingForm* form = nullptr;
        QTRY_VERIFY((form = window.findChild<MappingForm*>()) != nullptr);
        QTRY_VERIFY(form->isVisible());
        QVERIFY(keeper.isBusy()); // and the window works meanwhile
        const auto choose = [&](const char* column, int meaning) {
            for (QComboBox* choice : form->findChildren<QComboBox*>())
                if (choice->accessibleName().endsWith(QLatin1String(column))) {
                    choice->setCurrentIndex(meaning);
                    Q_EMIT choice->activated(meaning);
                }
        };
        QPushButton *take = nullptr, *leave = nullptr;
        for (QPushButton* button : form->findChildren<QPushButton*>())
            (button->text() == QStringLiteral("Take the table") ? take : leave) = button;
        QVERIFY(take && leave);
        if (answer == QStringLiteral("correct")) {
            const auto words = study::meanings();
            choose("region", static_cast<int>(words.indexOf(QStringLiteral("group"))));
            QVERIFY(!take->isEnabled()); // two columns of groups
            choose("group", static_cast<int>(words.indexOf(QStringLiteral("left out"))));
            QVERIFY(take->isEnabled());
        }
        (answer == QStringLiteral("leave") ? leave : take)->click();
        QTRY_COMPARE(done.size(), 1);
        QTRY_VERIFY(keeper.cohort());
        QStringList there;
        for (const Participant& p : keeper.cohort()->participants) there << p.group;
        QCOMPARE(there, groups);
        QCOMPARE(QFileInfo::exists(table + QStringLiteral(".mapping.tsv")), answer != QStringLiteral("leave"));
        QTRY_VERIFY(!window.findChild<MappingForm*>());
    }

    /// A question that nobody answers ends with the work.
    void endsWithAQuestionOpen() {
        Settings settings;
        StudyKeeper keeper(folder.filePath(QStringLiteral("open.neuraxis")));
        StudyWindow window(keeper, settings);
        window.show();
        const QString table = folder.filePath(QStringLiteral("open.csv"));
        test::writeFile(table, "participant_id,group\nA1,ALS\n");
        keeper.add({table});
        QTRY_VERIFY(window.findChild<MappingForm*>());
        keeper.cancel();
        QTRY_VERIFY(!keeper.isBusy());
        QTRY_VERIFY(!window.findChild<MappingForm*>());
        QVERIFY(!QFileInfo::exists(table + QStringLiteral(".mapping.tsv")));
        for (QWidget* widget : QApplication::topLevelWidgets())
            if (qobject_cast<QDialog*>(widget)) widget->close(); // what was taken
    }

    /// What is opened in the viewer is in the scratch study, one person's visits together, under no name of theirs.
    void opensIntoTheScratchStudy() {
        Settings settings;
        settings.mousePreset = QStringLiteral("radiology");
        Review review;
        Navigation navigation;
        MainWindow window(review, navigation, settings);
        window.show();
        const auto write = [&](const char* name, const char* patient, const char* day, const QByteArray& uid) {
            return writeVisit(
                name, uid,
                {{0x0020000D, uid + ".0"}, {0x00080020, day}, {0x00100010, "Janssen^Piet"}, {0x00100020, patient}});
        };
        const QStringList first{write("janssen one", "77123", "20200102", "2.25.71")},
            second{write("visit two", "77123", "20210203", "2.25.72")},
            other{write("visit three", "88", "20210203", "2.25.73")};
        const auto open = [&](const QStringList& paths, int items) {
            window.open(paths);
            QTRY_VERIFY(window.keeper().cohort() && window.keeper().cohort()->items.size() == std::size_t(items));
        };
        open(first, 1);
        open(second, 2);
        const auto cohort = [&] { return window.keeper().cohort(); };
        QCOMPARE(cohort()->participants.size(), 1U);
        const QString name = cohort()->participants[0].name;
        QVERIFY(name.startsWith(QStringLiteral("unnamed-")));
        QVERIFY(!name.contains(QStringLiteral("77123")));
        QCOMPARE(cohort()->visits.size(), 2U);
        QCOMPARE(cohort()->visits[1].date, QDate(2021, 2, 3));
        QVERIFY(window.keeper().isScratch());
        open(other, 3);
        QCOMPARE(cohort()->participants.size(), 2U);
        open(first + second + other, 3); // nothing twice

        // Into a study that somebody made only they put things.
        window.openStudy(folder.filePath(QStringLiteral("made.neuraxis")));
        QTRY_VERIFY(window.keeper().cohort());
        window.open(first);
        QTRY_COMPARE(review.state().layers.size(), 1U);
        QTRY_VERIFY(!window.files().loader().isBusy());
        QTest::qWait(50);
        QVERIFY(!window.keeper().isBusy() && window.keeper().cohort()->items.empty());
    }
};

NEURAXIS_TEST_MAIN(TestStudyWindow)
#include "tst_study_window.moc"
