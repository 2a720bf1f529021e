#include "app/command.h"
#include "app/demo_subjects.h"
#include "app/output_file.h"
#include "core/io/demo_participant.h"
#include "core/study/demo_cohort.h"
#include "core/study/demo_regions.h"
#include "core/study/intake_builder.h"
#include "core/study/study.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <cstdio>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DemoCommand)
};

constexpr const char* groupOf[][2] = {{"DEMO-001", "ALS"}, {"DEMO-002", "control"}, {"DEMO-003", "PLS"}};

/// The images of the demo's visits, by participant.
std::vector<study::DemoImages> imagesOf(const std::vector<io::DemoVisit>& visits) {
    std::vector<study::DemoImages> all;
    for (const auto& [name, group] : groupOf) {
        study::DemoImages one{QLatin1String(name), QLatin1String(group), {}};
        for (const io::DemoVisit& visit : visits)
            if (visit.participant == one.name)
                one.visits.push_back({study::plainLabel(visit.label), visit.acquired.date(), visit.path(),
                                      visit.seriesUid(), demoSubjectPath(visit), visit.participant});
        all.push_back(one);
    }
    return all;
}

/// Refuses a folder that has a study which is not the demo's.
void checkNoStudyIsLost(const QString& file) {
    if (!QFileInfo::exists(file)) return;
    const Cohort there = study::Study::open(study::Study::placeOf(file), study::Study::Mode::Read)->cohort();
    if (!there.simulated || there.name != QStringLiteral("Demo"))
        throw io::Error(Texts::tr("There is a study in that folder already, which the demo would replace. Choose an "
                                  "empty folder."));
}

QString studyFile(const QString& folder) { return QDir(folder).filePath(QStringLiteral("study.neuraxis")); }

void makeStudy(const QString& folder, const std::vector<io::DemoVisit>& visits) {
    const QString file = studyFile(folder);
    // Made again, it is the same: what somebody changed in it would not be the demo any more.
    for (const char* part : {"", "-wal", "-shm"}) QFile::remove(file + QLatin1String(part));
    const QString root = QDir(folder).absolutePath();
    Cohort cohort = study::demoCohort(imagesOf(visits), root);
    const QString regions = QStringLiteral("simulated_regions.tsv"),
                  strip = QStringLiteral("simulated_motor_strip.tsv");
    writeFile(QDir(folder).filePath(regions), study::demoRegionTable(cohort));
    study::addRegionTable(cohort, root, regions);
    writeFile(QDir(folder).filePath(strip), study::demoStripTable(cohort));
    study::addStripTable(cohort, root, strip);
    study::Study::open(study::Study::placeOf(file), study::Study::Mode::Create)
        ->apply(study::recordsOf(cohort, QStringLiteral("demo")));
    printLine(stdout, file);
}

} // namespace

int demoCommand(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(Texts::tr(
        "Makes a demo study in the folder DIR: a simulated cohort with the study's published group sizes, visits, "
        "scores and events, and MR series of DEMO-001 to DEMO-003 as a scanner writes them, from the head template of "
        "the package mricron-data, with FreeSurfer folders of that head's cortex. What changes between their visits is "
        "in known_changes.json; thickness and area of everybody's cortex by region are in simulated_regions.tsv, the "
        "controls' thickness along the motor strip in simulated_motor_strip.tsv. "
        "Nobody's data."));
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
        const QString folder = parser.positionalArguments().first();
        checkNoStudyIsLost(studyFile(folder));
        const std::vector<io::DemoVisit> visits = io::demoVisits();
        const QJsonObject cortex = writeDemoSubjects(folder, visits, job);
        io::writeDemo(folder, visits, job, {{QStringLiteral("cortex"), cortex}});
        for (const io::DemoVisit& visit : visits)
            for (const QString& path : {visit.path(), demoSubjectPath(visit)})
                printLine(stdout, QDir(folder).filePath(path));
        makeStudy(folder, visits);
        return 0;
    } catch (const io::Error& error) {
        printLine(stderr, error.sentence());
        return 1;
    }
}

} // namespace neuraxis
