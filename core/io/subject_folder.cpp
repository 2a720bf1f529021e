#include "core/io/subject_folder.h"

#include "core/io/packed_file.h"
#include "core/io/surface_names.h"

#include <QDir>
#include <QFileInfo>

namespace neuraxis::io {

bool isSubjectFolder(const QString& folder) {
    const auto has = [&](const char* name) { return QFileInfo(folder + u'/' + QLatin1String(name)).isDir(); };
    return has("surf") && (has("mri") || has("label") || has("stats"));
}

QString subjectFolderOf(const QString& path) {
    const QString folder = QFileInfo(path).absolutePath();
    const QString name = folder.section(u'/', -1), parent = folder.section(u'/', 0, -2);
    for (const char* part : {"surf", "label", "stats", "mri"})
        if (name == QLatin1String(part) && isSubjectFolder(parent)) return parent;
    return {};
}

bool isInSubjectFolder(const QString& path) {
    const QString whole = QDir(path).absolutePath();
    return isSubjectFolder(whole) || isSubjectFolder(QFileInfo(whole).path());
}

bool isWorkFolder(const QString& name) {
    static const QStringList names{QStringLiteral("scripts"), QStringLiteral("touch"), QStringLiteral("tmp"),
                                   QStringLiteral("trash"),   QStringLiteral("src"),   QStringLiteral("bem")};
    return names.contains(name);
}

bool isNamedLikeShown(const QString& path) {
    const QString folder = QFileInfo(path).absolutePath().section(u'/', -1);
    if (folder == QStringLiteral("mri")) return path.endsWith(QStringLiteral(".mgz"));
    if (folder == QStringLiteral("label"))
        return path.endsWith(QStringLiteral(".annot")) || path.endsWith(QStringLiteral(".label"));
    const SurfaceName name = surfaceName(path);
    return folder == QStringLiteral("surf") && name.side &&
           (isShownMap(name.name) || (name.shape && name.shapeRank <= 4));
}

void headFirst(QStringList& files) {
    for (const char* name : {"rawavg.mgz", "orig.mgz", "brain.mgz", "norm.mgz", "T1.mgz"})
        for (qsizetype i = 0; i < files.size(); ++i)
            if (fileName(files[i]) == QLatin1String(name)) {
                files.move(i, 0);
                break;
            }
}

} // namespace neuraxis::io
