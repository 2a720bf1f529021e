#include "app/command.h"
#include "app/main_window.h"
#include "app/translate.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <cstdio>

namespace neuraxis {

namespace {

constexpr Command commandTable[] = {{"info", infoCommand},
                                    {"convert", convertCommand},
                                    {"render", renderCommand},
                                    {"header", headerCommand},
                                    {"demo", demoCommand}};

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Main)
};

QString usage() {
    return Texts::tr("Neuraxis %1: MRI of brain and spinal cord for the study of ALS. For research use only.\n"
                     "\n"
                     "  neuraxis [PATH...]            open files and folders in a window\n"
                     "  neuraxis info PATH...         say what is in files and folders\n"
                     "  neuraxis convert PATH OUT     write volumes as NIfTI, NRRD or MGZ\n"
                     "  neuraxis render PATH...       make a picture without a window\n"
                     "  neuraxis header PATH          print all that a file's header says\n"
                     "  neuraxis demo DIR             make a demo participant\n"
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
    const bool display = qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
                         qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
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
    window.open(QCoreApplication::arguments().mid(1));
    return QApplication::exec();
}

} // namespace

int run(int argc, char** argv) {
    nameProgram();
    QStringList words;
    for (int i = 1; i < argc; ++i) words += QString::fromLocal8Bit(argv[i]);
    const QString first = words.value(0);
    const bool headless =
        first.startsWith(u'-') || std::any_of(std::begin(commandTable), std::end(commandTable),
                                              [&](const Command& c) { return first == QLatin1String(c.name); });
    if (!headless) return runWindow(argc, argv);
    keepErrorsForUs();
    // A picture needs fonts, so the commands have a GUI application, but no display.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    installTranslation({});
    for (const Command& command : commandTable)
        if (first == QLatin1String(command.name)) return command.run(words.mid(1));
    if (first == QLatin1String("--help") || first == QLatin1String("-h")) return print(stdout, usage(), 0);
    if (first == QLatin1String("--version")) return print(stdout, QStringLiteral("neuraxis " NEURAXIS_VERSION "\n"), 0);
    return print(stderr, Texts::tr("Unknown option %1. See neuraxis --help.").arg(first), 2);
}

} // namespace neuraxis

int main(int argc, char** argv) { return neuraxis::run(argc, argv); }
