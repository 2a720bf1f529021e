#include "app/command.h"
#include "app/main_window.h"
#include "app/study_visits.h"
#include "app/translate.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QIcon>
#include <algorithm>
#include <cstdio>
#include <memory>

namespace neuraxis {

namespace {

constexpr Command commandTable[] = {
    {"info", infoCommand},     {"convert", convertCommand}, {"render", renderCommand, true},
    {"header", headerCommand}, {"study", studyCommand},     {"compare", compareCommand, true},
    {"demo", demoCommand}};

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Main)
};

QString usage() {
    return Texts::tr("Neuraxis %1: MRI of brain and spinal cord for the study of ALS. For research use only.\n"
                     "\n"
                     "  neuraxis [PATH...]            open files and folders in a window\n"
                     "  neuraxis info PATH...         say what is in files and folders\n"
                     "  neuraxis convert PATH OUT     write volumes as NIfTI, NRRD or MGZ, surfaces as GIFTI or VTP\n"
                     "  neuraxis render PATH...       make a picture without a window\n"
                     "  neuraxis header PATH          print all that a file's header says\n"
                     "  neuraxis study ACTION STUDY   add to a study, list it, show, compare, export\n"
                     "  neuraxis compare STUDY PARTICIPANT  align visits, write maps of change\n"
                     "  neuraxis --study STUDY        open a study: a file or postgresql://host/database\n"
                     "  neuraxis demo DIR             make a demo study\n"
                     "\n"
                     "  neuraxis COMMAND --help tells a command's options; --version the version.\n")
        .arg(QStringLiteral(NEURAXIS_VERSION));
}

int print(FILE* to, const QString& text, int code) {
    printLine(to, text);
    return code;
}

void nameProgram() {
    QCoreApplication::setApplicationName(QStringLiteral("neuraxis"));
    QCoreApplication::setOrganizationName(QStringLiteral("Neuraxis"));
    QCoreApplication::setApplicationVersion(QStringLiteral(NEURAXIS_VERSION));
}

int runWindow(int argc, char** argv) {
    const bool display = !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") ||
                         qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
    if (!display && argc > 1 && argv[1][0] != '-' && !QFileInfo::exists(QString::fromLocal8Bit(argv[1])))
        return print(
            stderr,
            Texts::tr("%1 is neither a command nor a file. See neuraxis --help.").arg(QString::fromLocal8Bit(argv[1])),
            2);
    if (!display)
        return print(stderr,
                     Texts::tr("There is no display to open a window on. Set DISPLAY, or make a picture with "
                               "\"neuraxis render\"."),
                     1);
    QApplication application(argc, argv);
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/neuraxis.svg")));
    Settings settings = Settings::load();
    installTranslation(settings.language);
    applyTheme(application, settings.theme);
    Review review;
    review.reset(settings.look);
    Navigation navigation;
    MainWindow window(review, navigation, settings);
    window.show();
    QStringList paths = QCoreApplication::arguments().mid(1);
    QString study;
    if (paths.value(0) == QStringLiteral("--study")) {
        study = paths.value(1);
        paths = paths.mid(2);
    } else if (paths.size() == 1) {
        study = studyIn(paths.first());
        if (!study.isEmpty()) paths.clear();
    }
    if (!study.isEmpty()) window.openStudy(study);
    window.open(paths);
    return QApplication::exec();
}

} // namespace

int run(int argc, char** argv) {
    nameProgram();
    QStringList words;
    for (int i = 1; i < argc; ++i) words += QString::fromLocal8Bit(argv[i]);
    const QString first = words.value(0);
    const auto command = std::find_if(std::begin(commandTable), std::end(commandTable),
                                      [&](const Command& c) { return first == QLatin1String(c.name); });
    const bool isCommand = command != std::end(commandTable);
    if (!isCommand && (!first.startsWith(u'-') || (first == QStringLiteral("--study") && words.size() > 1)))
        return runWindow(argc, argv);
    keepErrorsForUs();
    // Fonts without a display; who draws none starts in a third of the time.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const std::unique_ptr<QCoreApplication> application(
        isCommand && command->drawsText ? new QGuiApplication(argc, argv) : new QCoreApplication(argc, argv));
    installTranslation({});
    if (isCommand) return command->run(words.mid(1));
    if (first == QLatin1String("--help") || first == QLatin1String("-h")) return print(stdout, usage(), 0);
    if (first == QLatin1String("--version")) return print(stdout, QStringLiteral("neuraxis " NEURAXIS_VERSION "\n"), 0);
    return print(stderr, Texts::tr("Unknown option %1. See neuraxis --help.").arg(first), 2);
}

} // namespace neuraxis

int main(int argc, char** argv) { return neuraxis::run(argc, argv); }
