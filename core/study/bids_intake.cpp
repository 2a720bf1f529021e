#include "core/study/bids_intake.h"

#include "core/io/error.h"
#include "core/study/cato_intake.h"
#include "core/study/folder_walk.h"
#include "core/study/freesurfer_intake.h"
#include "core/study/sct_intake.h"
#include "core/study/table_intake.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <algorithm>

namespace neuraxis::study {

namespace {

const QStringList& dataFolders() {
    static const QStringList names = {QStringLiteral("anat"), QStringLiteral("dwi"),  QStringLiteral("func"),
                                      QStringLiteral("fmap"), QStringLiteral("perf"), QStringLiteral("pet"),
                                      QStringLiteral("mrs"),  QStringLiteral("eeg"),  QStringLiteral("meg"),
                                      QStringLiteral("beh")};
    return names;
}

QJsonObject jsonOf(const QString& path) {
    QFile file(path);
    return file.open(QFile::ReadOnly) ? QJsonDocument::fromJson(file.read(1 << 20)).object() : QJsonObject();
}

class BidsTaking {
  public:
    BidsTaking(const QString& folder, const std::vector<PathTemplate>& own, DateShift* dateShift, io::Job& job,
               const QString& only)
        : folder(folder), own(own), dateShift(dateShift), job(job), only(only) {
        const QJsonObject description = jsonOf(path(QStringLiteral("dataset_description.json")));
        const bool isDerivative =
            description[QStringLiteral("DatasetType")].toString() == QStringLiteral("derivative") ||
            description.contains(QStringLiteral("PipelineDescription"));
        static const QRegularExpression cord(QStringLiteral("\\b(spine|spinal|cord)"),
                                             QRegularExpression::CaseInsensitiveOption);
        const bool isOfCord = description[QStringLiteral("Name")].toString().contains(cord);
        raw.emplace(templates(isDerivative ? QStringList{QStringLiteral("BIDS derivatives")}
                              : isOfCord   ? QStringList{QStringLiteral("BIDS of the cord"), QStringLiteral("BIDS")}
                                           : QStringList{QStringLiteral("BIDS")}));
        derived.emplace(templates({QStringLiteral("BIDS derivatives")}));
    }

    Intake run() {
        walkFolder(folder, job, builder.problems(), [&](const WalkEntry& e) { return see(e); });
        for (const QString& name : withoutSession)
            if (builder.participant(name).visits.empty()) builder.visit(name, QStringLiteral("1"), {}, name);
        takeFreeSurfer(folder, subjects, own, builder);
        takeTables();
        if (!only.isEmpty()) builder.keepOnly(only.section(u'/', 0, 0));
        return builder.take(job);
    }

  private:
    [[nodiscard]] QString path(const QString& inside) const { return QDir(folder).filePath(inside); }

    std::vector<PathTemplate> templates(const QStringList& presets) const {
        std::vector<PathTemplate> all;
        for (const PathTemplate& t : own)
            if (t.format != QStringLiteral("FreeSurfer")) all.push_back(t);
        for (const QString& preset : presets)
            for (PathTemplate& t : presetTemplates(preset)) all.push_back(std::move(t));
        return all;
    }

    /// Notes what an entry tells; whether to go into it.
    bool see(const WalkEntry& entry) {
        const QString there = entry.path + u'/', wanted = only + u'/';
        if (!only.isEmpty() && !there.startsWith(wanted) && !wanted.startsWith(there)) return false;
        const QStringList parts = entry.path.split(u'/');
        const bool isDerived = parts[0] == QStringLiteral("derivatives") || parts[0] == QStringLiteral("sourcedata");
        if (!entry.isFolder) {
            seeFile(entry.path, parts, isDerived);
            return false;
        }
        if (!dataFolders().contains(parts.back()) && isFreeSurferSubject(path(entry.path))) {
            subjects << entry.path;
            return false;
        }
        static const QStringList others = {QStringLiteral("code"), QStringLiteral("stimuli"),
                                           QStringLiteral("phenotype")};
        if (parts.size() == 1 && others.contains(parts[0])) return false;
        if (!isDerived && parts[0].startsWith(QStringLiteral("sub-"))) {
            const bool inSession = parts.size() > 1 && parts[1].startsWith(QStringLiteral("ses-"));
            if (parts.size() == 1) builder.participant(parts[0], entry.path);
            if (parts.size() == 2 && inSession) builder.visit(parts[0], parts[1], {}, entry.path);
            if (parts.size() == 2 && dataFolders().contains(parts[1])) withoutSession << parts[0];
        }
        return true;
    }

    void seeFile(const QString& file, const QStringList& parts, bool isDerived) {
        const QString& name = parts.back();
        if (parts[0].startsWith(QStringLiteral("sub-")) && name.endsWith(QStringLiteral("_sessions.tsv")))
            sessionTables << file;
        else if (parts[0].startsWith(QStringLiteral("sub-")) && name.endsWith(QStringLiteral("_scans.tsv")))
            scanTables << file;
        else if (isCatoOutput(file))
            takeCato(folder, file, builder);
        else if (name.endsWith(QStringLiteral(".csv"), Qt::CaseInsensitive)) {
            if (isSctTable(columnsOf(path(file)))) guarded([&] { takeSct(folder, file, {}, {}, builder); });
        } else
            takeImage(file, parts, isDerived);
    }

    void takeImage(const QString& file, const QStringList& parts, bool isDerived) {
        const bool inPipeline = isDerived && parts.size() > 2;
        auto match = inPipeline  ? derived->match(parts.sliced(2).join(u'/'))
                     : isDerived ? std::nullopt
                                 : raw->match(file);
        if (!match && isDerived) match = derived->match(file); // own templates name the whole path
        if (!match) return;
        if (inPipeline) match->more[QStringLiteral("pipeline")] = parts[1];
        if (match->kind == QStringLiteral("other") && file.endsWith(QStringLiteral("_pet.nii.gz")) && isGlucose(file))
            match->kind = QStringLiteral("glucose");
        builder.item(match->participant, match->visit,
                     {{}, {}, match->kind, match->format, itemName(file), folder, file, {}, match->more});
    }

    /// By what stands beside a PET image without a tracer in its name.
    [[nodiscard]] bool isGlucose(const QString& file) const {
        const QString tracer =
            jsonOf(path(file.chopped(7) + QStringLiteral(".json")))[QStringLiteral("TracerName")].toString();
        return tracer.contains(QStringLiteral("FDG"), Qt::CaseInsensitive) ||
               tracer.contains(QStringLiteral("fluorodeoxyglucose"), Qt::CaseInsensitive);
    }

    template <class Work> void guarded(const Work& work) {
        try {
            work();
        } catch (const io::Error& error) {
            builder.problem(error.sentence());
        }
    }

    void takeTables() {
        for (const QString& file : sessionTables) take(file, {file.section(u'/', 0, 0), {}, false, dateShift});
        for (const QString& file : scanTables) guarded([&] { takeScans(file); });
        if (QFileInfo::exists(path(QStringLiteral("participants.tsv"))))
            take(QStringLiteral("participants.tsv"), {{}, {}, true, dateShift});
        for (const QString& name : filesIn(path(QStringLiteral("phenotype"))))
            if (name.endsWith(QStringLiteral(".tsv")))
                take(QStringLiteral("phenotype/") + name,
                     {{}, QFileInfo(name).completeBaseName() + u'.', true, dateShift});
    }

    void take(const QString& file, const TableContext& context) {
        guarded([&] {
            const DelimitedTable table = readDelimited(path(file));
            const QString mapping = mappingFile(path(file));
            takeTable(table, QFileInfo::exists(mapping) ? readMapping(mapping, table) : guessMapping(table), context,
                      builder, job);
        });
    }

    /// The day of the first scan is the visit's, where no other table told it.
    void takeScans(const QString& file) {
        const DelimitedTable table = readDelimited(path(file));
        const qsizetype time = table.columns.indexOf(QStringLiteral("acq_time"));
        QDate first;
        for (const DelimitedTable::Row& row : table.rows) {
            const QDate day = dayOf(row.cells.value(time), QStringLiteral("yyyy-MM-dd"));
            if (time >= 0 && day.isValid() && (!first.isValid() || day < first)) first = day;
        }
        if (!first.isValid()) return;
        const QString name = file.section(u'/', 0, 0), session = file.section(u'/', 1, 1);
        const bool inSession = session.startsWith(QStringLiteral("ses-"));
        Visit& visit = builder.visit(name, inSession ? session : QStringLiteral("1"), {}, file).visit;
        if (visit.date.isValid()) return;
        const auto offset = dateShift ? dateShift->offsetOf(plainName(name)) : std::nullopt;
        visit.date = offset && isRealDay(first) ? first.addDays(*offset) : first;
    }

    const QString folder;
    const std::vector<PathTemplate>& own;
    DateShift* dateShift;
    io::Job& job;
    const QString only;
    IntakeBuilder builder{QStringLiteral("BIDS")};
    std::optional<PathMatcher> raw, derived;
    QStringList subjects, withoutSession, sessionTables, scanTables;
};

} // namespace

bool isBids(const QString& folder) {
    const QDir dir(folder);
    if (dir.exists(QStringLiteral("dataset_description.json"))) return true;
    for (const QString& name : dir.entryList({QStringLiteral("sub-*")}, QDir::Dirs))
        for (const QString& inside : foldersIn(dir.filePath(name)))
            if (dataFolders().contains(inside))
                return true;
            else if (inside.startsWith(QStringLiteral("ses-")))
                for (const QString& data : foldersIn(dir.filePath(name + u'/' + inside)))
                    if (dataFolders().contains(data)) return true;
    return false;
}

Intake bidsIntake(const QString& folder, const std::vector<PathTemplate>& own, DateShift* dateShift, io::Job& job,
                  const QString& only) {
    return BidsTaking(folder, own, dateShift, job, only).run();
}

} // namespace neuraxis::study
