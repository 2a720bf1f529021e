#include "tests/test_main.h"

#include "tests/sample_data.h"

#include <QDirIterator>
#include <QProcess>
#include <QTemporaryDir>

/// The program as a shell starts it: exit codes, what goes to standard output and what to standard error.
class TestProgram : public QObject {
    Q_OBJECT

    struct Run {
        int code;
        QByteArray out, errors;
        [[nodiscard]] qsizetype errorLines() const { return errors.count('\n'); }
    };
    static Run run(const QStringList& arguments) {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
            environment.remove(QLatin1String(name));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(NEURAXIS_PROGRAM), arguments);
        process.waitForFinished(60000);
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
                process.readAllStandardError()};
    }

  private Q_SLOTS:
    void answers_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("says"); // on standard output when it succeeds, else on standard error
        const auto row = [](const char* name, const QString& words, int code, const char* says) {
            QTest::newRow(name) << words.split(u' ', Qt::SkipEmptyParts) << code << QByteArray(says);
        };
        row("help", QStringLiteral("--help"), 0, "neuraxis convert PATH OUT");
        row("version", QStringLiteral("--version"), 0, "neuraxis ");
        row("help of a command", QStringLiteral("render --help"), 0, "--layout");
        row("unknown option", QStringLiteral("--colour"), 2, "--colour");
        row("a window without a display", QString(), 1, "display");
        row("nothing to look at", QStringLiteral("info"), 2, "Name a file");
        row("a path that is not there", QStringLiteral("info /nowhere/scan.nii"), 1, "scan.nii does not exist");
        row("nothing to write", QStringLiteral("convert a.nii"), 2, "convert PATH OUT");
        row("no picture named", QStringLiteral("render a.nii"), 2, "--out");
    }
    void answers() {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QByteArray, says);
        const Run ran = run(arguments);
        QCOMPARE(ran.code, code);
        QVERIFY2((code == 0 ? ran.out : ran.errors).contains(says), (ran.out + ran.errors).constData());
        QCOMPARE(ran.errorLines(), code == 0 ? 0 : 1);
        if (code != 0) QVERIFY(ran.out.isEmpty());
    }

    void damagedPixelsAreOneSentence() {
        NEURAXIS_SAMPLE_SET(root, QStringLiteral("ts_pydicom"));
        QDirIterator files(root, {QStringLiteral("JPEG2000.dcm")}, QDir::Files, QDirIterator::Subdirectories);
        QVERIFY(files.hasNext());
        QFile whole(files.next());
        QVERIFY(whole.open(QFile::ReadOnly));
        QByteArray bytes = whole.readAll();
        for (qsizetype at = bytes.size() * 3 / 4; at < bytes.size() * 3 / 4 + 400; ++at)
            bytes[at] = static_cast<char>(at * 37);
        const QTemporaryDir folder;
        QFile damaged(folder.filePath(QStringLiteral("damaged.dcm")));
        QVERIFY(damaged.open(QFile::WriteOnly) && damaged.write(bytes) == bytes.size());
        damaged.close();
        const Run ran =
            run({QStringLiteral("convert"), damaged.fileName(), folder.filePath(QStringLiteral("out.nii"))});
        // Decoded with gaps or refused: the decoder's own words are not heard either way.
        QVERIFY2(ran.code == 0 || ran.code == 1, ran.errors.constData());
        QVERIFY2(ran.errorLines() == ran.code, ran.errors.constData());
    }
};

NEURAXIS_TEST_MAIN(TestProgram)
#include "tst_program.moc"
