#include "app/main_window.h"
#include "app/study_window.h"
#include "core/study/study.h"
#include "tests/dicom_phantom.h"
#include "tests/test_main.h"
#include "widgets/canvas.h"
#include "widgets/study_panel.h"

#include <QAction>
#include <QDockWidget>
#include <QLabel>
#include <QSettings>
#include <QTest>

using namespace neuraxis;
using test::DicomPhantom;

/// The study's window beside the viewer's, driven as a user would.
class TestStudyWindow : public QObject {
    Q_OBJECT
    QTemporaryDir folder;
    QString file;

    QString writeVisit(const char* name, const QByteArray& uid) {
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
        window.findChild<QAction*>(QStringLiteral("nextParticipant"))->trigger();
        QTRY_COMPARE(visits(), QStringList{QStringLiteral("Visit a · 2022-05-01")});
        QTRY_COMPARE(review.state().base()->volume->header().series.uid, QStringLiteral("2.25.21"));
        QTRY_VERIFY(!window.files().loader().isBusy());
        QVERIFY(!review.state().view.letters); // how things look stays
        QCOMPARE(review.state().layout, QStringLiteral("planes"));
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

    void takesInWhatIsDropped() {
        Settings settings;
        StudyWindow window(folder.filePath(QStringLiteral("new.neuraxis")), settings);
        window.show();
        const QString table = folder.filePath(QStringLiteral("people.csv"));
        test::writeFile(table, "participant_id,group,sex\nA1,ALS,F\nA2,PLS,M\n");
        window.keeper().add({table});
        QTRY_VERIFY(window.panel().index() && window.panel().index()->rows().size() == 2U);
        QTRY_VERIFY(!window.keeper().isBusy());
    }
};

NEURAXIS_TEST_MAIN(TestStudyWindow)
#include "tst_study_window.moc"
