#pragma once

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>
#ifdef QT_WIDGETS_LIB
#include <QApplication>
#include <QWidget>
#elif defined(QT_GUI_LIB)
#include <QGuiApplication>
#endif

namespace neuraxis::test {

#ifdef QT_WIDGETS_LIB
using Application = QApplication;
#elif defined(QT_GUI_LIB)
using Application = QGuiApplication;
#else
using Application = QCoreApplication;
#endif

/// Warnings that the platform gives and nobody here can mend. A test that expects one of our own
/// says so with QTest::ignoreMessage.
inline const QRegularExpression& unexpectedWarning() {
    static const QRegularExpression pattern(
        QStringLiteral("^(?!This plugin does not support (propagateSizeHints|raise|grabbing)"
                       "|QFontDatabase: Cannot find font directory"
                       "|QXcbConnection: XCB error"
                       "|libpng warning: )"));
    return pattern;
}

/// A test object whose every slot (init, a test, cleanup) fails on a warning.
/// QTest forgets failOnWarning after each test, and calls slots by the meta-object: so this one asks again.
template <class Test> class Guarded : public Test {
  public:
    [[nodiscard]] const QMetaObject* metaObject() const override {
        static const QMetaObject guarded = [] {
            QMetaObject copy = Test::staticMetaObject;
            copy.d.static_metacall = [](QObject* object, QMetaObject::Call call, int id, void** arguments) {
                if (call == QMetaObject::InvokeMetaMethod) QTest::failOnWarning(unexpectedWarning());
                Test::staticMetaObject.d.static_metacall(object, call, id, arguments);
            };
            return copy;
        }();
        return &guarded;
    }
};

/// A home of its own for settings, data and caches, and one language: no test reads or writes the user's.
/// Programs that a test starts inherit it.
inline void isolate(const QTemporaryDir& home) {
    for (const char* name :
         {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"}) {
        const QString path = home.filePath(QString::fromLatin1(name).toLower());
        QDir().mkpath(path);
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        qputenv(name, QFile::encodeName(path));
    }
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    for (const char* name : {"LANGUAGE", "QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME"})
        qunsetenv(name);
    qputenv("LC_ALL", "C.UTF-8");
    qputenv("TZ", "UTC");
    QLocale::setDefault(QLocale::c());
}

/// Windows without a parent that outlived the test object, one a line.
inline QStringList leftoverWindows() {
    QStringList names;
#ifdef QT_WIDGETS_LIB
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    for (const QWidget* widget : QApplication::topLevelWidgets()) {
        const QString kind = QString::fromLatin1(widget->metaObject()->className());
        if (!widget->parentWidget() && kind != QStringLiteral("QTipLabel"))
            names += QStringLiteral("window left over: %1 '%2'").arg(kind, widget->objectName());
    }
#endif
    return names;
}

/// Qt threads that still run once the shared pool is idle, one a line (Linux). A std::thread cannot be
/// forgotten without detach(), and libraries keep pools of them, so these are not counted.
inline QStringList leftoverThreads() {
    QThreadPool::globalInstance()->waitForDone(10000);
    const auto nameOf = [](const QString& task) {
        QFile file(QStringLiteral("/proc/self/task/%1/comm").arg(task));
        return file.open(QFile::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed() : QString();
    };
    const QString own = nameOf(QString::number(QCoreApplication::applicationPid()));
    static const QRegularExpression platform(
        // "Thread (pooled)": Qt Gui's own pool for images. A pool of ours joins its threads when it goes.
        QStringLiteral("^(Thread .pooled|QXcb|QDBus|QEvdev|QLibInput|gmain|gdbus|dconf|pool-|llvmpipe|"
                       ".*:disk\\$|.*:sh[0-9]|.*:gdrv|.*:gl|.*:cs|.*:traceq|WSI)"));
    QStringList names;
    for (int patience = 0; patience < 40; ++patience, QTest::qSleep(50)) {
        names.clear();
        const auto tasks = QDir(QStringLiteral("/proc/self/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        for (const QString& task : tasks) {
            const QString name = nameOf(task);
            if (!name.isEmpty() && name != own && !platform.match(name).hasMatch())
                names += QStringLiteral("thread left over: '%1'").arg(name);
        }
        if (names.isEmpty()) break;
    }
    return names;
}

/// Runs a test class. Beyond QTest's own failures it fails on any Qt warning and on leftover windows and
/// threads.
template <class Test> int run(int argc, char** argv) {
    const QTemporaryDir home;
    isolate(home);
    Application::setAttribute(Qt::AA_Use96Dpi, true);
    Application application(argc, argv);
    int failures = 0;
    {
        Guarded<Test> test;
        failures = QTest::qExec(&test, argc, argv);
    }
    for (const QString& line : leftoverWindows() + leftoverThreads()) {
        fprintf(stderr, "FAIL!  : %s: %s\n", Test::staticMetaObject.className(), line.toLocal8Bit().constData());
        ++failures;
    }
    return failures;
}

} // namespace neuraxis::test

/// main() of a test program, in place of QTEST_MAIN. The application is a QApplication where the program
/// links Qt Widgets, a QGuiApplication where it links Qt Gui, a QCoreApplication else.
#define NEURAXIS_TEST_MAIN(Class)                                                                                      \
    int main(int argc, char** argv) {                                                                                  \
        QTEST_SET_MAIN_SOURCE_PATH                                                                                     \
        return neuraxis::test::run<Class>(argc, argv);                                                                 \
    }
