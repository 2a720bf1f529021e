#include "core/study/freesurfer_intake.h"

#include "core/study/folder_walk.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

namespace neuraxis::study {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(study)
};

const QString longitudinal = QStringLiteral(".long.");

bool has(const QString& folder, const char* path) {
    return QFileInfo::exists(QDir(folder).filePath(QLatin1String(path)));
}

/// What a time point's name has beyond its base's: "ALS001_m06" of "ALS001" is "m06".
QString beyond(const QString& timePoint, const QString& base) {
    if (!timePoint.startsWith(base)) return timePoint;
    static const QRegularExpression separators(QStringLiteral("^[_.\\-]+"));
    const QString rest = timePoint.sliced(base.size()).remove(separators);
    return rest.isEmpty() ? timePoint : rest;
}

std::vector<PathTemplate> templatesOf(const std::vector<PathTemplate>& own) {
    std::vector<PathTemplate> templates;
    for (const PathTemplate& t : own)
        if (t.format == QStringLiteral("FreeSurfer")) templates.push_back(t);
    for (const char* preset : {"FreeSurfer longitudinal", "FreeSurfer"})
        for (PathTemplate& t : presetTemplates(QLatin1String(preset))) templates.push_back(std::move(t));
    return templates;
}

} // namespace

FreeSurferNames::FreeSurferNames(const std::vector<PathTemplate>& own) : matcher(templatesOf(own)) {}

QMultiHash<QString, QString> FreeSurferNames::basesOf(const QStringList& names) {
    QMultiHash<QString, QString> baseOf;
    for (const QString& name : names)
        if (const qsizetype at = name.lastIndexOf(longitudinal); at > 0)
            baseOf.insert(name.first(at), name.sliced(at + longitudinal.size()));
    return baseOf;
}

std::optional<PathMatch> FreeSurferNames::match(const QString& path, const QMultiHash<QString, QString>& baseOf) const {
    std::optional<PathMatch> match = matcher.match(path);
    if (!match) return {};
    const QString name = path.section(u'/', -1);
    // A time point that only its longitudinal run names as one
    if (match->visit.isEmpty() && baseOf.contains(name)) {
        match->participant = baseOf.value(name);
        match->visit = beyond(name, match->participant);
    } else if (match->participant.isEmpty()) {
        match->participant = match->more.value(QStringLiteral("base"));
        match->visit = beyond(match->visit, match->participant);
    }
    return match;
}

bool isFreeSurferSubject(const QString& folder) {
    return QFileInfo(folder + QStringLiteral("/surf")).isDir() && QFileInfo(folder + QStringLiteral("/mri")).isDir();
}

void takeFreeSurfer(const QString& root, const QStringList& subjects, const std::vector<PathTemplate>& own,
                    IntakeBuilder& builder) {
    const FreeSurferNames names(own);

    // By the longitudinal runs beside them, also where these are not what was asked for
    QMultiHash<QString, QString> baseOf; // by time point
    QSet<QString> bases, parents;
    for (const QString& path : subjects) parents.insert(path.section(u'/', 0, -2));
    for (const QString& parent : parents)
        baseOf.unite(FreeSurferNames::basesOf(foldersIn(QDir(root).filePath(parent))));
    for (const QString& base : baseOf) bases.insert(base);

    for (const QString& path : subjects) {
        const QString name = path.section(u'/', -1), folder = QDir(root).filePath(path);
        if (bases.contains(name) || has(folder, "base-tps") || name.startsWith(QStringLiteral("fsaverage"))) continue;
        const std::optional<PathMatch> match = names.match(path, baseOf);
        if (!match) continue;
        if (has(folder, "scripts/recon-all.error"))
            builder.problem(Texts::tr("FreeSurfer did not finish with %1. It was taken; look at its log.").arg(path));
        const bool measured =
            has(folder, "surf/lh.thickness") || has(folder, "surf/rh.thickness") || has(folder, "stats/lh.aparc.stats");
        builder.item(match->participant, match->visit,
                     {{},
                      {},
                      measured ? match->kind : QStringLiteral("other"),
                      match->format,
                      name,
                      root,
                      path,
                      {},
                      match->more});
    }
}

} // namespace neuraxis::study
