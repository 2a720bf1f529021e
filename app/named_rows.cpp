#include "app/named_rows.h"

#include "app/nearest_names.h"
#include "core/study/intake_builder.h"
#include "core/study/study.h"

#include <QCoreApplication>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(StudyCommand)
};

} // namespace

const CohortIndex::Row& rowNamed(const FilteredStudy& all, const QString& name, const QString& study) {
    if (const CohortIndex::Row* row = all.find(name)) return *row;
    const QString sentence =
        Texts::tr("There is no participant %1 in %2.").arg(name, study::Study::placeOf(study).words());
    const QStringList meant = nearestNames(study::plainName(name), all.names());
    throw io::Error(meant.isEmpty()
                        ? sentence
                        : sentence + u' ' + Texts::tr("Did you mean %1?").arg(meant.join(QStringLiteral(", "))));
}

QString visitNamed(const CohortIndex::Row& row, const QString& label) {
    if (label.isEmpty()) return {};
    QStringList labels;
    for (const CohortIndex::VisitRow& visit : row.visits) {
        if (visit.visit->label == study::plainLabel(label)) return visit.visit->uid;
        labels << visit.visit->label;
    }
    throw io::Error(Texts::tr("%1 has no visit %2; there are %3.")
                        .arg(row.participant->name, label, labels.join(QStringLiteral(", "))));
}

} // namespace neuraxis
