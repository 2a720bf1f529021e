#include "core/study/cato_intake.h"

#include "core/study/path_template.h"

namespace neuraxis::study {

bool isCatoOutput(const QString& path) {
    const QString name = path.section(u'/', -1);
    return (name.endsWith(QStringLiteral(".mat")) && name.contains(QStringLiteral("_connectivity_"))) ||
           (name.endsWith(QStringLiteral(".trk")) && name.contains(QStringLiteral("_fibers_")));
}

bool takeCato(const QString& root, const QString& path, IntakeBuilder& builder) {
    static const PathMatcher matcher(presetTemplates(QStringLiteral("CATO")));
    const auto match = matcher.match(path);
    if (!match) return false;
    builder.item(match->participant, match->visit,
                 {{}, {}, match->kind, match->format, itemName(path), root, path, {}, match->more});
    return true;
}

} // namespace neuraxis::study
