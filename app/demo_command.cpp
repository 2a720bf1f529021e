#include "app/command.h"
#include "core/io/demo_participant.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <cstdio>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DemoCommand)
};

} // namespace

int demoCommand(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(Texts::tr(
        "Makes a demo participant, DEMO-001, in the folder DIR: an MR series as a scanner writes it, from the head "
        "template of the package mricron-data. Nobody's data."));
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")}, Texts::tr("Print this help."));
    parser.addOption(help);
    parser.addPositionalArgument(QStringLiteral("DIR"),
                                 Texts::tr("The folder to put it in; made when it is not there."),
                                 QStringLiteral("demo DIR"));
    const bool understood = parser.parse(QStringList{QStringLiteral("neuraxis")} + arguments);
    if (understood && parser.isSet(help)) {
        printLine(stdout, parser.helpText());
        return 0;
    }
    if (!understood || parser.positionalArguments().size() != 1) {
        printLine(stderr, understood ? Texts::tr("Name one folder to put the demo in: neuraxis demo DIR.")
                                     : parser.errorText());
        return 2;
    }
    try {
        io::Job job;
        for (const QString& folder : io::writeDemo(parser.positionalArguments().first(), job))
            printLine(stdout, folder);
        return 0;
    } catch (const io::Error& error) {
        printLine(stderr, error.sentence());
        return 1;
    }
}

} // namespace neuraxis
