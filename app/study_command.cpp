#include "app/command.h"
#include "app/named_rows.h"
#include "app/output_file.h"
#include "app/score_tables.h"
#include "app/study_condition.h"
#include "app/study_rates.h"
#include "app/study_tables.h"
#include "core/io/dicom_import.h"
#include "core/io/key_table.h"
#include "core/io/packed_file.h"
#include "core/study/intake_builder.h"
#include "core/study/intake_folder.h"
#include "core/study/study_export.h"
#include "core/study/taking_in.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <algorithm>
#include <cstdio>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(StudyCommand)
};

using study::Study;

void addFilters(QCommandLineParser& parser) {
    parser.addOption({QStringLiteral("search"), Texts::tr("Only participants in whom every word is found."),
                      QStringLiteral("WORDS")});
    parser.addOption({QStringLiteral("where"),
                      Texts::tr("Only those for whom this holds; may be given several times. Examples: group=ALS,PLS "
                                "\"visits>=3\" has=diffusion \"follow-up<24\". The fields stand below."),
                      QStringLiteral("CONDITION")});
    parser.addOption({QStringLiteral("sort"), Texts::tr("Order by this field; -field for the reverse."),
                      QStringLiteral("FIELD"), QStringLiteral("name")});
}

/// Where the study's key table is, or will be.
QString keyTableOf(const Study::Place& place, const QCommandLineParser& parser) {
    const QString given = parser.value(QStringLiteral("keys"));
    return given.isEmpty() ? place.companion(QStringLiteral(".keys.tsv")) : given;
}

FilteredStudy filtered(Study& open, const QCommandLineParser& parser) {
    FilteredStudy some(open.cohort());
    CohortFilter filter;
    filter.text = parser.value(QStringLiteral("search"));
    for (const QString& words : parser.values(QStringLiteral("where")))
        filter.conditions.push_back(conditionOf(words, some.index));
    const QString sort = parser.value(QStringLiteral("sort"));
    const CohortOrder order{sort.startsWith(u'-') ? sort.mid(1) : sort, sort.startsWith(u'-')};
    if (!findCohortField(order.field) && order.field != u"name" && !order.field.startsWith(u"visit-"))
        throw Usage{Texts::tr("There is no field %1; there are %2.").arg(order.field, filterFieldNames())};
    some.rows = rowsOf(some.index, filter, order);
    return some;
}

/// Says what was found and what became of it; the exit status.
int report(const std::vector<study::Intake>& found, const study::TakenIn& taken, const QString& sum) {
    for (const study::Intake& intake : found)
        if (const auto count = static_cast<int>(intake.participants.size()); count > 0)
            printLine(stdout, Texts::tr("%1: %n participant(s)", nullptr, count).arg(intake.kind));
    if (const QString shifted = taken.shiftedInWords(); !shifted.isEmpty()) printLine(stdout, shifted);
    printLine(stdout, taken.records > 0          ? sum
                      : taken.problems.isEmpty() ? Texts::tr("Nothing new: the study has all of it.")
                                                 : Texts::tr("Nothing was taken in."));
    for (const QString& problem : taken.problems) printLine(stderr, problem);
    return taken.problems.isEmpty() ? 0 : 1;
}

/// Takes what was found into the study, a participant at a time, and says what that was.
int takeIn(Study& open, const std::vector<study::Intake>& found, io::Job& job) {
    study::TakenIn taken;
    study::takeIn(open, found, study::accountName(), job, taken);
    const int status =
        report(found, taken,
               Texts::tr("New or different records: %1, of %n participant(s).", nullptr, taken.participants)
                   .arg(taken.records));
    if (!open.problem().isEmpty()) printLine(stderr, open.problem());
    return status;
}

/// What would be taken in; nothing is written but tables' mappings.
int look(const Cohort& cohort, const std::vector<study::Intake>& found) {
    const study::TakenIn taken = study::wouldTakeIn(cohort, found);
    return report(found, taken,
                  Texts::tr("Records that would be new or different: %1, of %n participant(s). Nothing was taken yet.",
                            nullptr, taken.participants)
                      .arg(taken.records));
}

/// Shows what a table's columns were guessed to mean.
bool showGuess(const study::DelimitedTable& table, study::TableMapping& guess) {
    printLine(stdout, Texts::tr("%1: its columns were taken to mean").arg(table.name));
    qsizetype widest = 0;
    for (const study::TableColumn& column : guess)
        widest = std::max(widest, std::min(column.column.size(), qsizetype{32}));
    for (const study::TableColumn& column : guess) {
        const QString meaning =
            column.note.isEmpty() ? column.meaning : QStringLiteral("%1  %2").arg(column.meaning, -18).arg(column.note);
        printLine(stdout, QStringLiteral("  %1  %2").arg(column.column, -static_cast<int>(widest)).arg(meaning));
    }
    printLine(stdout, Texts::tr("Written to %1. Where that is wrong, correct it there and add the table again.")
                          .arg(study::mappingFile(table.name).section(u'/', -1)));
    return true;
}

int add(const QStringList& words, const QCommandLineParser& parser) {
    if (words.size() < 2) throw Usage{Texts::tr("Name the study and what to add: neuraxis study add STUDY PATH...")};
    io::Job job;
    const Study::Place place = Study::placeOf(words[0]);
    study::IntakeOptions options;
    options.participant = parser.value(QStringLiteral("participant"));
    options.visit = parser.value(QStringLiteral("visit"));
    options.agree = showGuess;
    const QString keys = keyTableOf(place, parser);
    if (parser.isSet(QStringLiteral("keys")) && !QFileInfo::exists(keys))
        throw io::Error(Texts::tr("There is no key table %1. Check the name.").arg(QFileInfo(keys).fileName()));
    if (const QString file = parser.value(QStringLiteral("templates")); !file.isEmpty())
        options.templates = study::readPathTemplates(file);
    const bool isNew = !place.file.isEmpty() && !QFileInfo::exists(place.file);
    const auto cohort = [&] { return isNew ? Cohort{} : Study::open(place, Study::Mode::Read)->cohort(); };
    study::DateShift dateShift(keys, cohort);
    options.dateShift = &dateShift;
    const auto found = study::lookInto(words.mid(1), options, job);
    const bool isEmpty = std::all_of(found.begin(), found.end(),
                                     [](const study::Intake& intake) { return intake.participants.empty(); });
    if (parser.isSet(QStringLiteral("look")) || (isNew && isEmpty)) return look(cohort(), found);
    dateShift.keep();
    const auto open = Study::open(place, Study::Mode::Create);
    return takeIn(*open, found, job);
}

/// Copies of one participant under two key tables would not belong together.
void checkKeys(const Cohort& cohort, const io::KeyTable& keys, const QString& participant, const QString& folder) {
    if (keys.knows(participant)) return;
    const QString below = QDir(folder).absoluteFilePath(participant) + u'/';
    const auto isCopy = [&](const Item& item) {
        return item.format == QStringLiteral("DICOM") &&
               QDir::cleanPath(item.root + u'/' + item.path).append(u'/').startsWith(below);
    };
    if (std::any_of(cohort.items.begin(), cohort.items.end(), isCopy))
        throw io::Error(
            Texts::tr("The study has copies of %1 that were made with another key table. Give that one with "
                      "--keys; with this one dates and identifiers would differ. Nothing was copied.")
                .arg(participant));
}

int import(const QStringList& words, const QCommandLineParser& parser) {
    const QString participant = parser.value(QStringLiteral("participant"));
    if (parser.isSet(QStringLiteral("look"))) throw Usage{Texts::tr("--look goes with add.")};
    if (words.size() < 2 || participant.isEmpty())
        throw Usage{Texts::tr("Name the study, what to copy and whose it is: neuraxis study import STUDY PATH... "
                              "--participant PSEUDONYM")};
    io::Job job;
    const Study::Place place = Study::placeOf(words[0]);
    const QString given = parser.value(QStringLiteral("to"));
    const QString folder = given.isEmpty() ? place.companion(QStringLiteral(".images")) : given;

    const auto open = Study::open(place, Study::Mode::Create);
    const io::DicomFiles files = io::findDicom(words.mid(1), job);
    io::checkPseudonym(files, participant, parser.value(QStringLiteral("visit")));
    io::KeyTable keys = io::KeyTable::open(keyTableOf(place, parser));
    const Cohort cohort = open->cohort();
    checkKeys(cohort, keys, participant, folder);
    if (keys.hasOtherNumbers(files.patientId, participant) && !parser.isSet(QStringLiteral("same-person")))
        throw io::Error(
            Texts::tr("%1 is in the key table with another patient number: these may be two people with one "
                      "pseudonym. Give --same-person if it is one. Nothing was copied.")
                .arg(participant));
    io::Pseudonym pseudonym = keys.entryFor(files.patientId, participant);
    if (const auto changes = study::shiftingChanges(cohort, participant, pseudonym.dayOffset, study::accountName());
        !changes.empty()) {
        open->apply(changes);
        printLine(
            stdout,
            Texts::tr("The dates that the study had of %1 were shifted as those of the copies are.").arg(participant));
    }
    pseudonym.visit = parser.value(QStringLiteral("visit"));
    pseudonym.allowCaptures = parser.isSet(QStringLiteral("captures"));
    const QString visit = !pseudonym.visit.isEmpty() ? pseudonym.visit
                          : files.day.isValid()      ? pseudonym.shifted(files.day).toString(Qt::ISODate)
                                                     : QStringLiteral("1");
    const QString into = QDir(folder).filePath(participant + u'/' + visit);
    const io::DicomCopies copies = io::copyDicom(files, pseudonym, into, job);
    printLine(stdout, Texts::tr("%n image(s) copied.", nullptr, static_cast<int>(copies.written.size())));
    if (copies.known > 0) printLine(stdout, Texts::tr("%n image(s) were there already.", nullptr, copies.known));
    for (const io::Skipped& one : copies.refused) printLine(stderr, one.reason);
    study::IntakeOptions options;
    options.participant = participant;
    options.visit = pseudonym.visit;
    return takeIn(*open, study::lookInto({into}, options, job), job);
}

int list(const QStringList& words, const QCommandLineParser& parser) {
    if (words.size() != 1) throw Usage{Texts::tr("Name the study: neuraxis study list STUDY")};
    const auto open = Study::open(Study::placeOf(words[0]), Study::Mode::Read);
    const FilteredStudy some = filtered(*open, parser);
    printLine(stdout, parser.isSet(QStringLiteral("json")) ? listAsJson(some) : listAsTsv(some));
    return 0;
}

int show(const QStringList& words, const QCommandLineParser& parser) {
    if (words.size() != 2)
        throw Usage{Texts::tr("Name the study and the participant: neuraxis study show STUDY PARTICIPANT")};
    const auto open = Study::open(Study::placeOf(words[0]), Study::Mode::Read);
    const FilteredStudy all(open->cohort());
    const CohortIndex::Row& row = rowNamed(all, words[1], words[0]);
    printLine(stdout, parser.isSet(QStringLiteral("json")) ? showAsJson(all, row) : showAsText(all, row));
    return 0;
}

RegionMeasure measureIn(const QCommandLineParser& parser) {
    const auto measure = measureNamed(parser.value(QStringLiteral("measure")));
    if (!measure) throw Usage{Texts::tr("--measure is thickness, area or volume.")};
    return *measure;
}

int leastControlsIn(const QCommandLineParser& parser) {
    bool isNumber = false;
    const int least = parser.value(QStringLiteral("least")).toInt(&isNumber);
    if (!isNumber || least < 5) throw Usage{Texts::tr("--least is a number of controls, at least 5.")};
    return least;
}

int scores(const QStringList& words, const QCommandLineParser& parser) {
    if (words.size() != 2)
        throw Usage{Texts::tr("Name the study and the participant: neuraxis study scores STUDY PARTICIPANT")};
    const QString by = parser.value(QStringLiteral("by"));
    if (by != u"w" && by != u"z") throw Usage{Texts::tr("--by is w or z.")};
    const RegionMeasure measure = measureIn(parser);
    const int least = leastControlsIn(parser);

    const auto open = Study::open(Study::placeOf(words[0]), Study::Mode::Read);
    const FilteredStudy all(open->cohort());
    const CohortIndex::Row& row = rowNamed(all, words[1], words[0]);
    const QString visit = visitNamed(row, parser.value(QStringLiteral("visit")));
    io::Job job;
    // The index owns the cohort for longer than this does
    const RegionStudy regions(std::shared_ptr<const Cohort>(std::shared_ptr<void>(), &all.index.cohort()), job);
    for (const QString& problem : regions.problems()) printLine(stderr, problem);
    const RegionStudy::Person* person = regions.find(row.participant->uid, visit);
    if (!person)
        throw io::Error(
            visit.isEmpty()
                ? Texts::tr(
                      "The study knows no cortical regions of %1. Add FreeSurfer's folders or a table of regions.")
                      .arg(row.participant->name)
                : Texts::tr(
                      "The study knows no cortical regions of %1 at visit %2. Add FreeSurfer's folders or a table "
                      "of regions.")
                      .arg(row.participant->name, parser.value(QStringLiteral("visit"))));
    const RegionScores made = regions.scores(*person, by == u"w" ? ScoreKind::W : ScoreKind::Z, measure, least);
    if (all.index.cohort().simulated) printLine(stdout, Texts::tr("Simulated data: nobody's."));
    printLine(stdout, scoresAsText(*person, made));
    if (const QString out = parser.value(QStringLiteral("out")); !out.isEmpty())
        writeFile(out, scoresAsTsv(*person, made).toUtf8());
    return 0;
}

int rates(const QStringList& words, const QCommandLineParser& parser) {
    if (words.size() != 2)
        throw Usage{Texts::tr("Name the study and the participant: neuraxis study rates STUDY PARTICIPANT")};
    TrajectoryWish wish;
    wish.measure = measureIn(parser);
    wish.leastControls = leastControlsIn(parser);
    wish.withFailed = parser.isSet(QStringLiteral("with-failed"));
    const auto open = Study::open(Study::placeOf(words[0]), Study::Mode::Read);
    const FilteredStudy all(open->cohort());
    wish.participant = rowNamed(all, words[1], words[0]).participant->uid;
    printRates(all, wish, parser.value(QStringLiteral("out")));
    return 0;
}

int exportIt(const QStringList& words, const QCommandLineParser& parser) {
    if (words.size() != 2) throw Usage{Texts::tr("Name the study and a folder: neuraxis study export STUDY DIR")};
    const auto open = Study::open(Study::placeOf(words[0]), Study::Mode::Read);
    const FilteredStudy some = filtered(*open, parser);
    const int files = study::exportTables(*open, some.index.cohort(), some.uids(), words[1]);
    printLine(stdout, Texts::tr("%n file(s) written.", nullptr, files));
    return 0;
}

struct Action {
    const char* name;
    int (*run)(const QStringList& words, const QCommandLineParser& parser);
};
constexpr Action actions[] = {{"add", add},       {"import", import}, {"list", list},      {"show", show},
                              {"scores", scores}, {"rates", rates},   {"export", exportIt}};

void addOptions(QCommandLineParser& parser) {
    parser.setApplicationDescription(
        Texts::tr("A study's participants, visits and what exists of them. STUDY is a file, made by add and import "
                  "where there is none, or postgresql://[user@]host/database.\n\n"
                  "  study add STUDY PATH...       take in DICOM, BIDS, FreeSurfer, CATO, tables of the cord, of "
                  "cortical\n                                regions and of the clinic\n"
                  "  study import STUDY PATH...    copy DICOM under a pseudonym, then take it in\n"
                  "  study list STUDY              a table of the participants\n"
                  "  study show STUDY PARTICIPANT  one participant's visits, scores and stages\n"
                  "  study scores STUDY PARTICIPANT  the cortex's regions among the study's controls\n"
                  "  study rates STUDY PARTICIPANT   how they change from visit to visit\n"
                  "  study export STUDY DIR        tables as BIDS has them"));
    parser.addOption(
        {QStringLiteral("participant"), Texts::tr("Pseudonym that the images go under."), QStringLiteral("PSEUDONYM")});
    parser.addOption({QStringLiteral("visit"), Texts::tr("Label of their visit; scores: the last without it."),
                      QStringLiteral("LABEL")});
    parser.addOption(
        {QStringLiteral("templates"), Texts::tr("add: a settings file with path templates."), QStringLiteral("FILE")});
    parser.addOption({QStringLiteral("by"),
                      Texts::tr("scores: w, from a regression on age and sex, or z, from the controls' mean."),
                      QStringLiteral("w|z"), QStringLiteral("w")});
    parser.addOption({QStringLiteral("measure"), Texts::tr("scores, rates: thickness, area or volume."),
                      QStringLiteral("MEASURE"), QStringLiteral("thickness")});
    parser.addOption({QStringLiteral("least"), Texts::tr("scores, rates: no scores with fewer controls than this."),
                      QStringLiteral("N"), QStringLiteral("20")});
    parser.addOption({QStringLiteral("with-failed"), Texts::tr("rates: also of visits that failed quality.")});
    parser.addOption(
        {QStringLiteral("out"), Texts::tr("scores, rates: also write a TSV table."), QStringLiteral("FILE")});
    parser.addOption({QStringLiteral("to"), Texts::tr("import: the folder for the copies."), QStringLiteral("DIR")});
    parser.addOption({QStringLiteral("keys"),
                      Texts::tr("The table of who is who, which only you can read: made by import, beside the study if "
                                "not told. add: real dates of clinical tables are shifted as it says, and patient "
                                "numbers in them become pseudonyms."),
                      QStringLiteral("FILE")});
    parser.addOption({QStringLiteral("same-person"),
                      Texts::tr("import: a patient number that is new under this pseudonym is the same person's.")});
    parser.addOption(
        {QStringLiteral("look"), Texts::tr("add: only say what would be taken in, and what tables' columns "
                                           "mean; the study is not changed.")});
    parser.addOption(
        {QStringLiteral("captures"), Texts::tr("import: also copy screen captures and images with text in them.")});
    addFilters(parser);
    parser.addOption({QStringLiteral("json"), Texts::tr("Print JSON for programs.")});
    parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, Texts::tr("Print this help.")});
    parser.addPositionalArgument(QStringLiteral("ACTION"),
                                 Texts::tr("add, import, list, show, scores, rates or export."),
                                 QStringLiteral("study ACTION"));
    parser.addPositionalArgument(QStringLiteral("STUDY"), Texts::tr("The study's file or address."),
                                 QStringLiteral("STUDY ..."));
}

} // namespace

int studyCommand(const QStringList& arguments) {
    QCommandLineParser parser;
    addOptions(parser);
    try {
        if (!parser.parse(QStringList{QStringLiteral("neuraxis")} + arguments)) throw Usage{parser.errorText()};
        if (parser.isSet(QStringLiteral("help"))) {
            printLine(stdout, parser.helpText() + u'\n' + conditionHelp());
            return 0;
        }
        const QStringList words = parser.positionalArguments();
        for (const Action& action : actions)
            if (words.value(0) == QLatin1String(action.name)) return action.run(words.mid(1), parser);
        throw Usage{words.isEmpty()
                        ? Texts::tr("Say what to do with the study: add, import, list, show, scores, rates or export.")
                        : Texts::tr("%1 is none of add, import, list, show, scores, rates and export.").arg(words[0])};
    } catch (const Usage& usage) {
        printLine(stderr, usage.sentence);
        return 2;
    } catch (const io::Error& error) {
        printLine(stderr, error.sentence());
    } catch (const std::bad_alloc&) {
        printLine(stderr, Texts::tr("There is not enough memory for this study."));
    }
    return 1;
}

} // namespace neuraxis
