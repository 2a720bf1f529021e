#include "core/study/intake_folder.h"

#include "core/io/dicom_dataset.h"
#include "core/io/error.h"
#include "core/study/bids_intake.h"
#include "core/study/cato_intake.h"
#include "core/study/dicom_intake.h"
#include "core/study/folder_walk.h"
#include "core/study/freesurfer_intake.h"
#include "core/study/region_table.h"
#include "core/study/sct_intake.h"
#include "core/study/table_intake.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

namespace neuraxis::study {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(study)
};

bool isTable(const QString& path) {
    const QString name = path.toLower();
    return (name.endsWith(QStringLiteral(".csv")) || name.endsWith(QStringLiteral(".tsv"))) &&
           !name.endsWith(QStringLiteral(".mapping.tsv"));
}

bool isDicomFile(const QString& path) {
    QFile file(path);
    return file.open(QFile::ReadOnly) && io::looksLikeDicom(file.read(4096));
}

/// One path that was given and all that it leads to.
class PathIntake {
  public:
    PathIntake(const QString& path, const IntakeOptions& options, io::Job& job)
        : given(QDir::cleanPath(QFileInfo(path).absoluteFilePath())), options(options), job(job) {}

    std::vector<Intake> run() {
        const QFileInfo info(given);
        if (!info.exists())
            failed(Texts::tr("%1 does not exist. Check the name.").arg(info.fileName()));
        else if (info.isFile())
            takeTableFile();
        else
            takeFolder();
        return std::move(intakes);
    }

    /// The folder was not given, but these images in it.
    std::vector<Intake> runImages(const QStringList& files) {
        guarded([&] { keep(dicomIntake(given, files, options, job)); });
        return std::move(intakes);
    }

  private:
    /// An intake of nothing but a sentence.
    void failed(const QString& sentence) { intakes.push_back({{}, {sentence}, {}}); }

    template <class Work> void guarded(const Work& work) {
        try {
            work();
        } catch (const io::Error& error) {
            failed(error.sentence());
        }
    }

    void keep(Intake intake) {
        if (!intake.participants.empty() || !intake.problems.isEmpty()) intakes.push_back(std::move(intake));
    }

    void takeTableFile() {
        root = QFileInfo(given).absolutePath();
        own = options.templates;
        const QString name = QFileInfo(given).fileName();
        (isCatoOutput(given) ? catoFiles : tables) << name;
        takeNoted();
    }

    /// The folder's name, with its parent's where that is of a session: "sub-01/ses-02".
    [[nodiscard]] QString subjectPath() const {
        const QString name = QFileInfo(given).fileName(), above = QFileInfo(QFileInfo(given).path()).fileName();
        return name.startsWith(QStringLiteral("ses-")) && above.startsWith(QStringLiteral("sub-")) ? above + u'/' + name
                                                                                                   : name;
    }

    void readTemplates() {
        own = options.templates;
        guarded([&] {
            for (const QString& name : templateFileNames())
                if (const QString file = QDir(root).filePath(name); QFileInfo(file).isFile())
                    for (PathTemplate& t : readPathTemplates(file)) own.push_back(std::move(t));
        });
    }

    void takeFolder() {
        const QString subject = subjectPath(), above = given.chopped(subject.size() + 1);
        root = given;
        if (isFreeSurferSubject(given)) { // its name is what tells whose it is
            root = above;
            subjects << subject;
            readTemplates();
            return takeNoted();
        }
        if (isBids(given)) {
            readTemplates();
            return guarded([&] { keep(bidsIntake(root, own, options.dateShift, job)); });
        }
        if (subject.startsWith(QStringLiteral("sub-")) && isBids(above)) { // a part of a data set
            root = above;
            readTemplates();
            return guarded([&] { keep(bidsIntake(root, own, options.dateShift, job, subject)); });
        }
        readTemplates();
        guarded([&] {
            const PathMatcher matcher(own);
            QStringList problems;
            walkFolder(root, job, problems, [&](const WalkEntry& entry) { return see(entry, matcher); });
            if (!problems.isEmpty()) intakes.push_back({{}, problems, {}});
            takeNoted();
            takeImages();
        });
    }

    /// A thing that is known takes the folders above it from those that hold loose images.
    void known(const QString& path) {
        for (QString folder = path; folder.contains(u'/');) {
            folder = folder.section(u'/', 0, -2);
            if (taken.contains(folder)) return;
            taken.insert(folder);
        }
        taken.insert(QString());
    }

    bool see(const WalkEntry& entry, const PathMatcher& matcher) {
        const QString path = QDir(root).filePath(entry.path);
        if (entry.isFolder) {
            if (isFreeSurferSubject(path))
                subjects << entry.path;
            else if (isBids(path))
                dataSets << path;
            else
                return true;
            known(entry.path);
            return false;
        }
        if (const auto match = matcher.match(entry.path); match && match->format != QStringLiteral("FreeSurfer"))
            matches.emplace_back(entry.path, *match);
        else if (isCatoOutput(entry.path))
            catoFiles << entry.path;
        else if (isTable(entry.path))
            tables << entry.path;
        else {
            if (!templateFileNames().contains(entry.path)) loose << entry.path;
            return false;
        }
        known(entry.path);
        return false;
    }

    void takeNoted() {
        for (const QString& dataSet : dataSets)
            for (Intake& intake : PathIntake(dataSet, options, job).run()) intakes.push_back(std::move(intake));
        if (!matches.empty()) {
            IntakeBuilder builder(QStringLiteral("files"));
            for (const auto& [path, match] : matches)
                builder.item(match.participant.isEmpty() ? match.more.value(QStringLiteral("base")) : match.participant,
                             match.visit,
                             {{}, {}, match.kind, match.format, itemName(path), root, path, {}, match.more});
            keep(builder.take(job));
        }
        if (!subjects.isEmpty()) {
            IntakeBuilder builder(QStringLiteral("FreeSurfer"));
            takeFreeSurfer(root, subjects, own, builder);
            keep(builder.take(job));
        }
        if (!catoFiles.isEmpty()) {
            IntakeBuilder builder(QStringLiteral("CATO"));
            for (const QString& file : catoFiles)
                if (!takeCato(root, file, builder))
                    builder.problem(Texts::tr("%1 names no subject. CATO's files are named "
                                              "SUBJECT_connectivity_METHOD_TEMPLATE.mat and SUBJECT_fibers_METHOD.trk.")
                                        .arg(file));
            keep(builder.take(job));
        }
        takeTables();
    }

    void takeTables() {
        IntakeBuilder cord(QStringLiteral("SCT")), regions(QStringLiteral("regions"));
        QStringList others;
        for (const QString& table : tables) {
            job.throwIfCancelled();
            const QString path = QDir(root).filePath(table);
            const QStringList columns = columnsOf(path);
            if (isSctTable(columns))
                guarded([&] { takeSct(root, table, options.participant, options.visit, cord); });
            else if (isRegionTable(columns))
                guarded([&] { takeRegionTable(root, table, own, options, regions, job); });
            else if (path == given || namesParticipants(columns) ||
                     QFileInfo::exists(mappingFile(path, options.mappingFolder)))
                guarded([&] { keep(tableIntake(path, options, job)); });
            else
                others << table;
        }
        if (!others.isEmpty())
            failed(Texts::tr("%n table(s) have no column of participants and were not taken, the first of them %1. Add "
                             "a table by itself to say what its columns mean.",
                             nullptr, static_cast<int>(others.size()))
                       .arg(others.first()));
        keep(cord.take(job));
        keep(regions.take(job));
    }

    /// Files that are nothing else: whole folders of them; beside known things only what is DICOM.
    void takeImages() {
        QStringList folders, files;
        QSet<QString> seen;
        for (const QString& file : loose) {
            QString folder = file.contains(u'/') ? file.section(u'/', 0, -2) : QString();
            if (taken.contains(folder)) {
                if (isDicomFile(QDir(root).filePath(file))) files << QDir(root).filePath(file);
                continue;
            }
            while (folder.contains(u'/') && !taken.contains(folder.section(u'/', 0, -2)))
                folder = folder.section(u'/', 0, -2);
            if (!taken.contains(QString())) folder.clear(); // nothing was known at all
            if (seen.contains(folder)) continue;
            seen.insert(folder);
            folders << QDir(root).filePath(folder);
        }
        for (const QString& folder : folders) keep(dicomIntake(folder, {folder}, options, job));
        if (!files.isEmpty()) keep(dicomIntake(root, files, options, job));
        if (intakes.empty())
            failed(
                Texts::tr("In the folder %1 there is nothing that a study can take. Choose the folder that holds the "
                          "data.")
                    .arg(QFileInfo(given).fileName()));
    }

    const QString given;
    const IntakeOptions& options;
    io::Job& job;
    QString root; ///< All below is told by its path from here
    std::vector<PathTemplate> own;
    QStringList dataSets, subjects, catoFiles, tables, loose;
    std::vector<std::pair<QString, PathMatch>> matches;
    QSet<QString> taken; ///< Folders in or below which something is known
    std::vector<Intake> intakes;
};

} // namespace

std::vector<Intake> lookInto(const QStringList& paths, const IntakeOptions& options, io::Job& job) {
    std::vector<Intake> all;
    const auto keep = [&](std::vector<Intake> found) {
        for (Intake& intake : found) all.push_back(std::move(intake));
    };
    QMap<QString, QStringList> images; // given singly, by their folders
    for (const QString& path : paths) {
        job.throwIfCancelled();
        const QFileInfo info(path);
        if (info.isFile() && !isTable(path) && !isCatoOutput(path) && !isRegionTableFile(path))
            images[info.absolutePath()] << info.absoluteFilePath();
        else
            keep(PathIntake(path, options, job).run());
    }
    for (auto folder = images.cbegin(); folder != images.cend(); ++folder)
        keep(PathIntake(folder.key(), options, job).runImages(folder.value()));
    return all;
}

} // namespace neuraxis::study
