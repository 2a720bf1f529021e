#include "core/study/sct_intake.h"

#include "core/study/delimited_table.h"
#include "core/study/path_template.h"

#include <QCoreApplication>
#include <QDir>
#include <QSet>

namespace neuraxis::study {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(study)
};

} // namespace

bool isSctTable(const QStringList& columns) { return columns.contains(QStringLiteral("Slice (I->S)")); }

void takeSct(const QString& root, const QString& path, const QString& participant, const QString& visit,
             IntakeBuilder& builder) {
    static const PathMatcher matcher(presetTemplates(QStringLiteral("SCT")));
    const DelimitedTable table = readDelimited(QDir(root).filePath(path));
    const auto ofPath = matcher.match(path);
    const qsizetype files = table.columns.indexOf(QStringLiteral("Filename"));

    QSet<QStringList> taken;
    QStringList unnamed;
    for (const DelimitedTable::Row& row : table.rows) {
        const auto ofRow = files < 0 ? std::nullopt : matcher.match(row.cells.value(files));
        const auto& match = ofRow ? ofRow : ofPath;
        const QString whose = match ? match->participant : participant, when = match ? match->visit : visit;
        if (whose.isEmpty()) {
            unnamed << QString::number(row.number);
            continue;
        }
        if (taken.contains({whose, when})) continue;
        taken.insert({whose, when});
        builder.item(whose, when,
                     {{}, {}, QStringLiteral("cord"), QStringLiteral("SCT"), itemName(path), root, path, {}, {}});
    }
    if (!unnamed.isEmpty())
        builder.problem(Texts::tr("%1: %n row(s), from row %2 on, name no participant (sub-...) in their file. Give "
                                  "the participant when you add the table.",
                                  nullptr, static_cast<int>(unnamed.size()))
                            .arg(path.section(u'/', -1), unnamed.first()));
}

} // namespace neuraxis::study
